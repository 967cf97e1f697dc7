<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <source>Counter</source>
        <translation>掃碼台</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>備貨</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>幫助</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Input method for typing Chinese</source>
        <translation>中文輸入法</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>線上</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline {time}</source>
        <translation>離線 {time}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在連線</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>請留意</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>{time} 應答</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>還沒有應答</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>待發</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>待發 {count} 條</translation>
    </message>
    <message>
        <source>Practice · made-up orders, nothing is real or counted</source>
        <translation>練習模式・都是假資料，不計業績</translation>
    </message>
    <message>
        <source>Practice · not counted</source>
        <translation>練習・不計業績</translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <translation>還沒有掃過碼</translation>
    </message>
    <message>
        <source>A scan works wherever you are</source>
        <translation>在哪個畫面都能掃</translation>
    </message>
    <message>
        <source>{time} · {kind}</source>
        <translation>{time}・{kind}</translation>
    </message>
    <message>
        <source>1 scan waiting: {kind}</source>
        <translation>1 個掃碼在等：{kind}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Pickup code</source>
        <translation>提貨碼</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>短碼</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>員工證</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>不認識的碼</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Saved, will send</source>
        <translation>已儲存，待傳送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>Unknown, checking</source>
        <translation>未知，核對中</translation>
    </message>
    <message>
        <source>Scan your badge to sign in</source>
        <translation>掃員工證登入</translation>
    </message>
    <message>
        <source>Hold it to the scanner, then type your PIN. No need to click anywhere first.</source>
        <translation>對準掃描槍掃一下，再輸 PIN。不用先點任何地方。</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>可以掃碼</translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation>用鏡頭</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>鏡頭</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>關鏡頭</translation>
    </message>
    <message>
        <source>Or pick your name, then type the PIN</source>
        <translation>或者選你的名字，再輸 PIN</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Badge number, such as CK00018</source>
        <translation>工號，例如 CK00018</translation>
    </message>
    <message>
        <source>Type your 6-digit PIN</source>
        <translation>輸入 6 位 PIN</translation>
    </message>
    <message>
        <source>Scan your badge or pick your name</source>
        <translation>先掃員工證，或選你的名字</translation>
    </message>
    <message>
        <source>Checking the PIN</source>
        <translation>正在核對 PIN</translation>
    </message>
    <message>
        <source>This PIN does not match. Nothing was changed.</source>
        <translation>PIN 不對。沒有改動任何東西。</translation>
    </message>
    <message>
        <source>Several PINs did not match. The next try is possible in {time}.</source>
        <translation>PIN 幾次不對。{time} 後可以再試。</translation>
    </message>
    <message>
        <source>Too many wrong PINs today. A manager can pick their own name here and let you try again.</source>
        <translation>今天 PIN 錯得太多。請店長點自己的名字，讓您再試。</translation>
    </message>
    <message>
        <source>For more than 7 days this till has heard nothing of who works here. Connect it, then sign in.</source>
        <translation>這台收銀台超過 7 天沒收到店員名單。請先連線，再登入。</translation>
    </message>
    <message>
        <source>Your PIN lets {name} try again. Pick your name once more to sign in instead.</source>
        <translation>輸入您的 PIN，{name} 就能再試。自己要登入，請再點一次自己的名字。</translation>
    </message>
    <message>
        <source>{name} may try again now.</source>
        <translation>{name} 現在可以再試了。</translation>
    </message>
    <message>
        <source>A manager is needed to let somebody try again.</source>
        <translation>要店長才能讓別人再試。</translation>
    </message>
    <message>
        <source>This is done by people with another role. Ask one of them.</source>
        <translation>這件事由其他職務的人來做。請找其中一位。</translation>
    </message>
    <message>
        <source>This is done by: {who}. Ask one of them.</source>
        <translation>由這些職務來做：{who}。請找其中一位。</translation>
    </message>
    <message>
        <source>Order {order}: done with a badge that nobody has</source>
        <translation>訂單 {order}：用了一個沒有主人的員工證</translation>
    </message>
    <message>
        <source>Find out who stood at this till then.</source>
        <translation>請查清當時是誰在這台收銀台。</translation>
    </message>
    <message>
        <source>Order {order}: done by somebody who has left</source>
        <translation>訂單 {order}：操作的人已經離職</translation>
    </message>
    <message>
        <source>It counts as it was done. Look whether it was right, and who has this PIN.</source>
        <translation>這次操作照樣算數。請核對是否正確，以及誰在用這個 PIN。</translation>
    </message>
    <message>
        <source>Order {order}: done by somebody whose role is another</source>
        <translation>訂單 {order}：操作的人沒有這個職務</translation>
    </message>
    <message>
        <source>It counts as it was done. The till may not have heard yet that the role has changed.</source>
        <translation>這次操作照樣算數。收銀台可能還沒收到職務變動。</translation>
    </message>
    <message>
        <source>Order {order}: the manager&apos;s approval does not hold</source>
        <translation>訂單 {order}：店長的批准無效</translation>
    </message>
    <message>
        <source>Ask the manager whether they approved it at this till.</source>
        <translation>請問店長，是否在這台收銀台批准過。</translation>
    </message>
    <message>
        <source>This badge is not on the list of this branch.</source>
        <translation>這個員工證不在本店名單裡。</translation>
    </message>
    <message>
        <source>This badge is no longer in use.</source>
        <translation>這個員工證已停用。</translation>
    </message>
    <message>
        <source>A badge is needed here, this was something else: {kind}.</source>
        <translation>這裡要掃員工證，剛才掃的是：{kind}。</translation>
    </message>
    <message>
        <source>After several wrong PINs there is a short wait.</source>
        <translation>連錯幾次要等一會兒</translation>
    </message>
    <message>
        <source>Signing in works offline, the PIN is checked on this till</source>
        <translation>斷網也能登入，PIN 在本機核對</translation>
    </message>
    <message>
        <source>The list of staff is not here yet</source>
        <translation>店員名單還沒到</translation>
    </message>
    <message>
        <source>It comes by itself as soon as the hub answers.</source>
        <translation>總部中心一應答，名單會自己出現。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>What is open stays open. Scan your badge or type your PIN to go on.</source>
        <translation>開啟的內容都在。掃員工證或輸 PIN 繼續。</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店員</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收銀</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>刪除最後一位</translation>
    </message>
    <message>
        <source>Connect this till</source>
        <translation>連線這台收銀台</translation>
    </message>
    <message>
        <source>Head office gives you a pairing code. Paste it, type it or scan it.</source>
        <translation>總部會給你一個配對碼。貼上、輸入或掃進來都可以。</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>配對碼</translation>
    </message>
    <message>
        <source>Only needed for a short code, such as https://hub.example</source>
        <translation>只有短碼才需要，例如 https://hub.example</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在問總部中心</translation>
    </message>
    <message>
        <source>Read these six digits to head office: {digits}</source>
        <translation>請把這六位數字念給總部：{digits}</translation>
    </message>
    <message>
        <source>Offline, just now</source>
        <translation>剛剛斷網</translation>
    </message>
    <message>
        <source>By badge number</source>
        <translation>輸入員工證號</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一格</translation>
    </message>
    <message>
        <source>Asking the hub, {seconds} s</source>
        <translation>正在聯絡總部中心，{seconds} 秒</translation>
    </message>
    <message>
        <source>Ask head office for a pairing code</source>
        <translation>向總部要一個配對碼</translation>
    </message>
    <message>
        <source>An administrator makes one for this counter of your branch.</source>
        <translation>由管理員為本店這個櫃台生成。</translation>
    </message>
    <message>
        <source>Scan, paste or type it here</source>
        <translation>在這裡掃描、貼上或輸入</translation>
    </message>
    <message>
        <source>It is good for 10 minutes and for one till.</source>
        <translation>10 分鐘內有效，只能用於一台收銀台。</translation>
    </message>
    <message>
        <source>Sign in with your badge</source>
        <translation>用員工證登入</translation>
    </message>
    <message>
        <source>Staff and orders of the branch arrive by themselves.</source>
        <translation>本店的店員和訂單會自動同步過來。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy the code first.</source>
        <translation>沒有可貼上的內容，請先複製配對碼。</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>This computer keeps its key store locked. Unlock it, or ask head office for the passphrase.</source>
        <translation>這台電腦的金鑰庫沒有解鎖。請先解鎖，或向總部要密碼。</translation>
    </message>
    <message>
        <source>The keys of this till are gone or damaged. Delete nothing; head office must pair the till anew.</source>
        <translation>本收銀台的金鑰丟失或損壞了。請不要刪除任何檔案，由總部重新配對。</translation>
    </message>
    <message>
        <source>Clerk is not installed as it should be, and was not started. Have it installed anew.</source>
        <translation>本程式安裝不完整，沒有啟動。請重新安裝。</translation>
    </message>
    <message>
        <source>A newer Clerk was used on this computer before. Nothing was changed; have Clerk updated.</source>
        <translation>這台電腦上用過更新的版本。什麼都沒有改動；請先更新本程式。</translation>
    </message>
    <message>
        <source>This till&apos;s files are damaged, and nothing was changed. Delete nothing; call head office.</source>
        <translation>本收銀台的檔案損壞了，什麼都沒有改動。請不要刪除任何檔案，聯絡總部。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Nothing was changed; free some space, then start Clerk again.</source>
        <translation>這台電腦的磁碟已滿，什麼都沒有改動。請騰出空間，再重新啟動 Clerk。</translation>
    </message>
    <message>
        <source>A file of this till was damaged and has been mended. Nothing that was done here is missing.</source>
        <translation>本收銀台有一個檔案損壞過，已經修復。這裡做過的操作一條也不少。</translation>
    </message>
    <message>
        <source>This till was damaged, and a part of what was done here cannot be read any more. Tell head office.</source>
        <translation>本收銀台損壞過，這裡做過的操作有一部分已讀不出來。請馬上告訴總部。</translation>
    </message>
    <message>
        <source>A file was damaged. The orders are being fetched again; until then some may be missing.</source>
        <translation>有一個檔案損壞了，正在重新取訂單；取完之前可能缺少一些訂單。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Clerk is open already</source>
        <translation>程式已經開啟</translation>
    </message>
    <message>
        <source>This till has its window open on this computer. A second one was not started.</source>
        <translation>這台電腦上已經開啟了本收銀台的視窗，沒有再開第二個。</translation>
    </message>
    <message>
        <source>Waiting for head office to confirm, {seconds} s</source>
        <translation>等總部確認，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>Connected: {branch}, {till}</source>
        <translation>已連線：{branch}，{till}</translation>
    </message>
    <message>
        <source>This is not a pairing code. It begins with CLERK1, or has 8 characters.</source>
        <translation>這不是配對碼。配對碼以 CLERK1 開頭，或有 8 個字元。</translation>
    </message>
    <message>
        <source>A short code also needs the address of the hub.</source>
        <translation>用短碼時還要填總部中心地址。</translation>
    </message>
    <message>
        <source>The hub does not know this code. Check it with head office.</source>
        <translation>總部中心不認識這個碼。請和總部核對。</translation>
    </message>
    <message>
        <source>This code is used or too old. Ask head office for a new one.</source>
        <translation>這個碼用過了或過期了。請總部重新給一個。</translation>
    </message>
    <message>
        <source>Too many codes were tried from here. Wait ten minutes, then try again.</source>
        <translation>從這裡試過的配對碼太多了。請等十分鐘再試。</translation>
    </message>
    <message>
        <source>The hub does not answer at this address. Nothing was changed.</source>
        <translation>這個地址沒有應答。沒有改動任何東西。</translation>
    </message>
    <message>
        <source>Head office did not confirm. Ask for a new code.</source>
        <translation>總部沒有確認。請要一個新的碼。</translation>
    </message>
    <message>
        <source>Practise without head office</source>
        <translation>不連總部，先練習</translation>
    </message>
    <message>
        <source>Getting the practice shop ready</source>
        <translation>正在準備練習門市</translation>
    </message>
    <message>
        <source>Starting the practice hub, {seconds} s</source>
        <translation>正在啟動練習中心，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>Connecting this till to it</source>
        <translation>正在連線這台收銀台</translation>
    </message>
    <message>
        <source>The practice hub has ended and is being started again.</source>
        <translation>練習用的總部中心停了，正在重新啟動。</translation>
    </message>
    <message>
        <source>The practice hub keeps ending. Close the app and start it again.</source>
        <translation>練習用的總部中心一再停止。請關閉程式後重新開啟。</translation>
    </message>
    <message>
        <source>The practice hub did not start. Nothing was changed.</source>
        <translation>練習中心沒有啟動。沒有改動任何東西。</translation>
    </message>
    <message>
        <source>Scan anything</source>
        <translation>掃任何碼</translation>
    </message>
    <message>
        <source>Scanning only looks. Confirm to act.</source>
        <translation>掃一下只是看，確認了才算數。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下來</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>按時限排，最急的在上</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>剛才</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>本台</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>全部已送達</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 條待發</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>共 {total} 單，顯示 {shown} 單</translation>
    </message>
    <message>
        <source>New</source>
        <translation>待接單</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>揀貨中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超時</translation>
    </message>
    <message>
        <source>All in time</source>
        <translation>都在時限內</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>沒有要揀的單</translation>
    </message>
    <message>
        <source>New orders appear here by themselves, with a chime.</source>
        <translation>新單會自己跳出來，並響一聲。</translation>
    </message>
    <message>
        <source>Nothing done here yet</source>
        <translation>這裡還沒有操作</translation>
    </message>
    <message>
        <source>What is handed over at this till is listed here, with undo.</source>
        <translation>在這台交付的都會列在這裡，可以撤銷。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接單</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>揀貨</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>超時 {time}</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Hold a code in front of the camera</source>
        <translation>把碼對準鏡頭</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>鏡頭正在開啟</translation>
    </message>
    <message>
        <source>No camera found. The scanner and the keyboard still work.</source>
        <translation>沒有找到鏡頭。掃描槍和鍵盤照樣能用。</translation>
    </message>
    <message>
        <source>Another program uses the camera. It is tried again by itself.</source>
        <translation>別的程式在用鏡頭。會自動再試。</translation>
    </message>
    <message>
        <source>The camera was pulled out. It is tried again by itself.</source>
        <translation>鏡頭被拔掉了。會自動再試。</translation>
    </message>
    <message>
        <source>No open pickup order of this member here</source>
        <translation>該會員在本店沒有待取的單</translation>
    </message>
    <message>
        <source>An order of another branch is not listed. Ask for the pickup code to look further.</source>
        <translation>別的門市的單不在這裡。請顧客出示提貨碼再查。</translation>
    </message>
    <message>
        <source>{name} can take over this till</source>
        <translation>{name} 可以接手這台</translation>
    </message>
    <message>
        <source>Press to switch. What is open stays open.</source>
        <translation>按一下換人。開啟的內容都在。</translation>
    </message>
    <message>
        <source>This is your own badge</source>
        <translation>這是你自己的員工證</translation>
    </message>
    <message>
        <source>You are signed in. F12 locks the till.</source>
        <translation>你已經登入了。F12 鎖定。</translation>
    </message>
    <message>
        <source>Switch clerk</source>
        <translation>換人</translation>
    </message>
    <message>
        <source>This code is not known</source>
        <translation>不認識這個碼</translation>
    </message>
    <message>
        <source>The scan was empty. Scan once more.</source>
        <translation>掃到的是空的。請再掃一次。</translation>
    </message>
    <message>
        <source>It is longer than any code of the shop.</source>
        <translation>它比店裡任何碼都長。</translation>
    </message>
    <message>
        <source>It looks like {kind}, but its check character does not agree. Scan or type it once more.</source>
        <translation>看起來是{kind}，但校驗位對不上。請再掃或再輸一次。</translation>
    </message>
    <message>
        <source>It is a web address: {shown}. It was not opened.</source>
        <translation>這是一個網址：{shown}。沒有開啟它。</translation>
    </message>
    <message>
        <source>It looks like a payment card. It was neither kept nor shown.</source>
        <translation>看起來是銀行卡號。沒有儲存，也沒有顯示。</translation>
    </message>
    <message>
        <source>It is nearly a pickup code, but a part is missing. Scan it once more.</source>
        <translation>差一點就是提貨碼，但缺了一段。請再掃一次。</translation>
    </message>
    <message>
        <source>It belongs to no order, article or card: {shown}</source>
        <translation>它不是單號、商品或會員卡：{shown}</translation>
    </message>
    <message>
        <source>{shown} of {total} articles shown</source>
        <translation>共 {total} 件，顯示 {shown} 件</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>{tier} members: {price}</source>
        <translation>{tier}會員 {price}</translation>
    </message>
    <message>
        <source>{tier} members: {price} from {time}</source>
        <translation>{tier}會員 {time} 起 {price}</translation>
    </message>
    <message>
        <source>Ready to hand over</source>
        <translation>可以交付</translation>
    </message>
    <message>
        <source>Ready to hand over, reported later</source>
        <translation>可以交付，稍後補傳</translation>
    </message>
    <message>
        <source>Ready, {amount} to pay</source>
        <translation>可以交付，先收 {amount}</translation>
    </message>
    <message>
        <source>Being handed over at another till</source>
        <translation>另一台正在交付這單</translation>
    </message>
    <message>
        <source>Ready to hand over, approved by {name}</source>
        <translation>可以交付，{name} 已批准</translation>
    </message>
    <message>
        <source>approval good until {time}</source>
        <translation>批准有效至 {time}</translation>
    </message>
    <message>
        <source>Genuine code</source>
        <translation>簽名有效</translation>
    </message>
    <message>
        <source>Short code agrees</source>
        <translation>短碼對上了</translation>
    </message>
    <message>
        <source>Order number typed</source>
        <translation>按單號開啟</translation>
    </message>
    <message>
        <source>this branch</source>
        <translation>本店訂單</translation>
    </message>
    <message>
        <source>not collected yet</source>
        <translation>未被領取</translation>
    </message>
    <message>
        <source>{count} of {total} already collected</source>
        <translation>已領 {count} / {total} 件</translation>
    </message>
    <message>
        <source>fully paid</source>
        <translation>已付清</translation>
    </message>
    <message>
        <source>{amount} to pay</source>
        <translation>待付 {amount}</translation>
    </message>
    <message>
        <source>not confirmed by the hub</source>
        <translation>總部中心未確認</translation>
    </message>
    <message>
        <source>{till} has it open. Ask there first, so that it is not handed over twice.</source>
        <translation>{till} 正開啟著這單。先問一聲，免得交付兩次。</translation>
    </message>
    <message>
        <source>{channel} order · {when}</source>
        <translation>{channel}訂單・{when} 下單</translation>
    </message>
    <message>
        <source>Webshop</source>
        <translation>網店</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>小程式</translation>
    </message>
    <message>
        <source>Tmall</source>
        <translation>天貓</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京東</translation>
    </message>
    <message>
        <source>Branch counter</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App </translation>
    </message>
    <message>
        <source>Check each article</source>
        <translation>逐件核對</translation>
    </message>
    <message>
        <source>Scan each article, or tick with Space</source>
        <translation>掃商品條碼，或按空格勾選</translation>
    </message>
    <message>
        <source>{done} / {total} items</source>
        <translation>{done} / {total} 件</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已掃</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾選</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>collected before</source>
        <translation>之前已領</translation>
    </message>
    <message>
        <source>not wanted any more</source>
        <translation>顧客不要了</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>留在店裡</translation>
    </message>
    <message>
        <source>{pieces} · {amount} paid</source>
        <translation>{pieces}・已付 {amount}</translation>
    </message>
    <message>
        <source>Balance due</source>
        <translation>應收尾款</translation>
    </message>
    <message>
        <source>{name} is not in this order. Put it aside.</source>
        <translation>{name} 不在這單裡。請放到一邊。</translation>
    </message>
    <message>
        <source>{name}: all {count} are ticked already. One too many is on the counter.</source>
        <translation>{name}：{count} 件已夠數，櫃台上多了一件。</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>沒有留名</translation>
    </message>
    <message>
        <source>Phone …{tail}</source>
        <translation>手機尾號 {tail}</translation>
    </message>
    <message>
        <source>Member …{tail}</source>
        <translation>會員 …{tail}</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>代取</translation>
    </message>
    <message>
        <source>Name of the person who collects</source>
        <translation>代取人姓名</translation>
    </message>
    <message>
        <source>How did you make sure?</source>
        <translation>怎麼核對的身份？</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>沒有核對</translation>
    </message>
    <message>
        <source>Phone ending</source>
        <translation>手機尾號</translation>
    </message>
    <message>
        <source>ID document</source>
        <translation>證件</translation>
    </message>
    <message>
        <source>Head office: identity is checked for this order</source>
        <translation>總部規則：這單須核對身份</translation>
    </message>
    <message>
        <source>No check is required for this order</source>
        <translation>這單不要求核對身份</translation>
    </message>
    <message>
        <source>Checked: {method}</source>
        <translation>已核對：{method}</translation>
    </message>
    <message>
        <source>Ask for the last four digits: {tail}</source>
        <translation>請顧客報手機尾號：{tail}</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>去哪裡拿</translation>
    </message>
    <message>
        <source>No shelf was noted</source>
        <translation>沒有記貨架</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Take the money first. It is recorded with the hand-over.</source>
        <translation>先收款，再交付。兩樣一起記下。</translation>
    </message>
    <message>
        <source>Collect by</source>
        <translation>可取至</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>碼狀態</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>used just now</source>
        <translation>剛用過</translation>
    </message>
    <message>
        <source>can be used again</source>
        <translation>可再次使用</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 前可撤</translation>
    </message>
    <message>
        <source>no longer possible</source>
        <translation>已過時限</translation>
    </message>
    <message>
        <source>used in part</source>
        <translation>已部分使用</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>剛剛核對</translation>
    </message>
    <message>
        <source>hub confirmed {time}</source>
        <translation>總部中心 {time} 確認</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} 的資料</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在核對</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>交付後</translation>
    </message>
    <message>
        <source>undo within {time}</source>
        <translation>{time}內可撤銷</translation>
    </message>
    <message>
        <source>Still to do: {missing}</source>
        <translation>還差：{missing}</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>核對身份</translation>
    </message>
    <message>
        <source>the collector&apos;s name</source>
        <translation>代取人姓名</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>部分交付</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部交付</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Tick what goes now. The rest keeps until:</source>
        <translation>勾選現在交付的。剩下的保留到：</translation>
    </message>
    <message>
        <source>as before, {date}</source>
        <translation>不變，{date}</translation>
    </message>
    <message>
        <source>+{days} days, {date}</source>
        <translation>+{days} 天，{date}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>現在問</translation>
    </message>
    <message>
        <source>Saved on this till. It will send when online.</source>
        <translation>寫在本機了，連線後自動補傳。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>The order is ready for pickup again. Put the goods back on the shelf.</source>
        <translation>訂單恢復為待取。請把商品放回貨架。</translation>
    </message>
    <message>
        <source>Not handed over</source>
        <translation>沒有交付</translation>
    </message>
    <message>
        <source>Set aside: {order}</source>
        <translation>先放著：{order}</translation>
    </message>
    <message>
        <source>Set aside: {order}. Ctrl+0 brings it back.</source>
        <translation>先放著：{order}。按 Ctrl+0 拿回來。</translation>
    </message>
    <message>
        <source>Which one should come back?</source>
        <translation>要拿回哪一單？</translation>
    </message>
    <message>
        <source>What was ticked is kept.</source>
        <translation>已勾選的都還在。</translation>
    </message>
    <message>
        <source>Take this hand-over back</source>
        <translation>撤銷這次交付</translation>
    </message>
    <message>
        <source>Why? The goods must be here again.</source>
        <translation>為什麼？商品要在店裡。</translation>
    </message>
    <message>
        <source>Wrong order</source>
        <translation>拿錯了單</translation>
    </message>
    <message>
        <source>The customer does not want it</source>
        <translation>顧客不要了</translation>
    </message>
    <message>
        <source>Wrong article</source>
        <translation>拿錯了商品</translation>
    </message>
    <message>
        <source>The goods were not given</source>
        <translation>其實沒給出去</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>用幾個字說明</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>沒有可以撤銷的</translation>
    </message>
    <message>
        <source>Manager approval for this one act</source>
        <translation>請店長批准這一次</translation>
    </message>
    <message>
        <source>The manager scans the badge, then types the PIN</source>
        <translation>店長掃員工證，再輸 PIN</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <source>For this order only. It is recorded who approved and why.</source>
        <translation>只管這一單，會記下誰批准的、為什麼。</translation>
    </message>
    <message>
        <source>I have seen the goods and the order number</source>
        <translation>商品和單號我都看過</translation>
    </message>
    <message>
        <source>I know the customer</source>
        <translation>我認識這位顧客</translation>
    </message>
    <message>
        <source>I asked the other branch</source>
        <translation>問過另一家店</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不批</translation>
    </message>
    <message>
        <source>{name} cannot approve. A manager other than you is needed.</source>
        <translation>{name} 不能批准。需要你以外的店長。</translation>
    </message>
    <message>
        <source>Ask a manager</source>
        <translation>請店長批准</translation>
    </message>
    <message>
        <source>What happened to this order</source>
        <translation>這單發生過什麼</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>接下來可以</translation>
    </message>
    <message>
        <source>You could say to the customer</source>
        <translation>可以這樣對顧客說</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>沒有改動任何東西。</translation>
    </message>
    <message>
        <source>Clear, next customer</source>
        <translation>清除，下一位</translation>
    </message>
    <message>
        <source>This member has another order ready here</source>
        <translation>該會員在本店還有可取的單</translation>
    </message>
    <message>
        <source>It may be the wrong code. Ask the customer to open the newest order.</source>
        <translation>可能拿錯了碼，請顧客開啟最新一單。</translation>
    </message>
    <message>
        <source>Open this order</source>
        <translation>開啟這一單</translation>
    </message>
    <message>
        <source>Copy the phone number of {branch}</source>
        <translation>複製{branch}電話</translation>
    </message>
    <message>
        <source>Undo the hand-over</source>
        <translation>撤銷這次交付</translation>
    </message>
    <message>
        <source>Made at this till. {time} left</source>
        <translation>是本機交付的。還剩 {time}</translation>
    </message>
    <message>
        <source>Ask the hub again</source>
        <translation>再問一次總部中心</translation>
    </message>
    <message>
        <source>Type the order number</source>
        <translation>輸入訂單號</translation>
    </message>
    <message>
        <source>The customer&apos;s message has it</source>
        <translation>在發給顧客的訊息裡</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>Given to the carrier</source>
        <translation>已交物流</translation>
    </message>
    <message>
        <source>Given to this branch</source>
        <translation>分配到本店</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>顧客不要了</translation>
    </message>
    <message>
        <source>Paid on delivery</source>
        <translation>已貨到付款</translation>
    </message>
    <message>
        <source>Came back: nobody took it in</source>
        <translation>拒收退回</translation>
    </message>
    <message>
        <source>The hub does not answer. Hand-overs are kept on this till and sent later.</source>
        <translation>總部中心沒有回答。交付先存在本機，之後再傳送。</translation>
    </message>
    <message>
        <source>The hub asks for a moment&apos;s patience. It is asked again by itself.</source>
        <translation>總部中心請稍等片刻。會自動再問。</translation>
    </message>
    <message>
        <source>Hand over a part; in the queue: tick all</source>
        <translation>交付一部分；備貨時：全部勾選</translation>
    </message>
    <message>
        <source>Open that order of those found</source>
        <translation>開啟找到的那張單</translation>
    </message>
    <message>
        <source>In the queue: it cannot be fulfilled here</source>
        <translation>備貨時：本店無法履約</translation>
    </message>
    <message>
        <source>Bring back what was set aside</source>
        <translation>拿回先放著的單</translation>
    </message>
    <message>
        <source>In the outbox: why the hub does not answer</source>
        <translation>發件箱中：總部中心為何沒有回答</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已儲存：{file}</translation>
    </message>
    <message>
        <source>It could not be saved there: {file}. Choose another place.</source>
        <translation>存不到這裡：{file}。請換個位置。</translation>
    </message>
    <message>
        <source>Member {name}</source>
        <translation>會員 {name}</translation>
    </message>
    <message>
        <source>A phone that pays</source>
        <translation>手機付款：成功</translation>
    </message>
    <message>
        <source>A phone that asks first</source>
        <translation>手機付款：先要顧客確認</translation>
    </message>
    <message>
        <source>A phone without money</source>
        <translation>手機付款：餘額不足</translation>
    </message>
    <message>
        <source>A phone that pays, unheard</source>
        <translation>手機付款：已付但沒有回音</translation>
    </message>
    <message>
        <source>Something unexpected happened here. Everything recorded is kept: scan again to go on.</source>
        <translation>這裡出現了意外情況。已記錄的都在：請再掃一次繼續。</translation>
    </message>
    <message>
        <source>This till cannot be opened. Nothing was lost: tell head office.</source>
        <translation>本機打不開。資料沒有丟失：請告訴總部。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: set it right. Until then a manager decides without the hub.</source>
        <translation>電腦時間不對：請調準。在此之前，未連總部中心時由店長決定。</translation>
    </message>
    <message>
        <source>It could not be written to this till&apos;s disk, so it was not done. Try again, or free some space.</source>
        <translation>無法寫入本機磁碟，所以沒有辦成。請再試一次，或騰出一些空間。</translation>
    </message>
    <message>
        <source>The code is genuine, but head office has lost the order. Keep the goods, and ask there to have it sent again.</source>
        <translation>取貨碼是真的，但總部遺失了這張單。請留好商品，並請總部讓通路重新傳送。</translation>
    </message>
    <message>
        <source>Your code is genuine, but we are missing your order. We will call you as soon as it is back.</source>
        <translation>您的取貨碼有效，但我們暫時查不到您的訂單。訂單恢復後我們會立即聯絡您。</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>訂單已取消。</translation>
    </message>
    <message>
        <source>The goods of this order are at another branch.</source>
        <translation>這個訂單的貨在別的門市。</translation>
    </message>
    <message>
        <source>Not handed over here: it is sent</source>
        <translation>不在店裡交貨：要寄出</translation>
    </message>
    <message>
        <source>The order goes to the customer&apos;s address. Pack it in the queue.</source>
        <translation>這單寄到顧客地址。請在待辦裡打包。</translation>
    </message>
    <message>
        <source>Your order is sent to your address. I can see how far it is.</source>
        <translation>您的訂單會寄到您的地址，我可以幫您看進度。</translation>
    </message>
    <message>
        <source>The order is not ready yet.</source>
        <translation>訂單還沒備好。</translation>
    </message>
    <message>
        <source>The date to collect it is over. The goods go back to the shelf.</source>
        <translation>已過提貨日期，貨要放回貨架。</translation>
    </message>
    <message>
        <source>Scan the QR code or type the order number. Short codes work again in {when}.</source>
        <translation>請掃 QR 碼或輸入訂單號。{when}後可再用短碼。</translation>
    </message>
    <message>
        <source>Scan the QR code or type the order number. Both work now.</source>
        <translation>請掃 QR 碼或輸入訂單號，現在都可用。</translation>
    </message>
    <message>
        <source>Not without the hub: order not on this till</source>
        <translation>需連上總部中心：本機沒有這個訂單</translation>
    </message>
    <message>
        <source>The code is genuine, but what belongs to it is not known here. It can go once the hub answers.</source>
        <translation>提貨碼是真的，但本機不知道裡面有什麼。等總部中心應答後才能交貨。</translation>
    </message>
    <message>
        <source>Its goods came back as a return since, and were paid for.</source>
        <translation>商品後來已作為退貨收回並退款。</translation>
    </message>
    <message>
        <source>To be sent {number}</source>
        <translation>待寄出 {number}</translation>
    </message>
    <message>
        <source>Packed: {number}</source>
        <translation>已打包：{number}</translation>
    </message>
    <message>
        <source>{number} is packed</source>
        <translation>{number} 已打包</translation>
    </message>
    <message>
        <source>It waits for the carrier.</source>
        <translation>等物流來取。</translation>
    </message>
    <message>
        <source>Give {number} to the carrier</source>
        <translation>把 {number} 交給物流</translation>
    </message>
    <message>
        <source>{number} is with the carrier</source>
        <translation>{number} 已交給物流</translation>
    </message>
    <message>
        <source>How many parcels is {number}?</source>
        <translation>{number} 裝成幾個包裹？</translation>
    </message>
    <message>
        <source>This goes on the label of each. It is shown here only, and not kept.</source>
        <translation>請寫在每個包裹的託運單上。地址只在此顯示，不會保存。</translation>
    </message>
    <message>
        <source>It is packed</source>
        <translation>已包裝</translation>
    </message>
    <message>
        <source>Who takes {number}?</source>
        <translation>{number} 由誰配送？</translation>
    </message>
    <message>
        <source>Choose the carrier, then scan the number on each label.</source>
        <translation>選物流業者，再掃每張託運單上的單號。</translation>
    </message>
    <message>
        <source>The carrier collects {amount} on delivery: write it on the label.</source>
        <translation>物流代收貨款 {amount}，請寫在託運單上。</translation>
    </message>
    <message>
        <source>They have it</source>
        <translation>已交給物流</translation>
    </message>
    <message>
        <source>Asking head office where it goes</source>
        <translation>正在向總部查地址</translation>
    </message>
    <message>
        <source>Head office has no address for it any more. Ask there before it leaves.</source>
        <translation>總部已沒有這單的地址，寄出前請先詢問。</translation>
    </message>
    <message>
        <source>Head office does not answer, so the address cannot be shown. Pack it now, and label it later.</source>
        <translation>總部沒有回應，無法顯示地址。可以先包裝，稍後再貼託運單。</translation>
    </message>
    <message>
        <source>Another carrier</source>
        <translation>其他物流業者</translation>
    </message>
    <message>
        <source>Choose the carrier first.</source>
        <translation>請先選物流業者。</translation>
    </message>
    <message>
        <source>Number on the label: scan it, or type it and press Enter</source>
        <translation>託運單號：掃碼，或輸入後按 Enter</translation>
    </message>
    <message>
        <source>This is not a carrier&apos;s number.</source>
        <translation>這不是物流單號。</translation>
    </message>
    <message>
        <source>{count} of {total} numbers. The same one again takes it out.</source>
        <translation>單號 {count}/{total}。再掃同一個會去掉它。</translation>
    </message>
    <message>
        <source>waits for the carrier</source>
        <translation>等物流</translation>
    </message>
    <message>
        <source>Pack by</source>
        <translation>最遲打包</translation>
    </message>
    <message>
        <source>{amount} on delivery</source>
        <translation>貨到付款 {amount}</translation>
    </message>
    <message>
        <source>The network is there, but the hub does not answer. Tell head office if it stays so.</source>
        <translation>網路正常，但總部中心沒有回答。一直這樣的話，請告訴總部。</translation>
    </message>
    <message>
        <source>The hub is busy and asks this till to wait. It goes on by itself.</source>
        <translation>總部中心正忙，請這台收銀機稍等。之後會自動繼續。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space, then it goes on by itself.</source>
        <translation>本機磁碟已滿。騰出空間後會自動繼續。</translation>
    </message>
    <message>
        <source>A file of this till cannot be read, so nothing goes to or comes from the hub. Call head office.</source>
        <translation>本機有一個檔案讀不出來，與總部中心的往來已停。請聯絡總部。</translation>
    </message>
    <message>
        <source>Something unexpected stopped the exchange with the hub. Tell head office if it stays so.</source>
        <translation>與總部中心往來時出了意外。一直這樣的話，請告訴總部。</translation>
    </message>
    <message>
        <source>Ordered what lies elsewhere</source>
        <translation>從別處訂貨</translation>
    </message>
    <message>
        <source>Packed {order}</source>
        <translation>已打包 {order}</translation>
    </message>
    <message>
        <source>Gave {order} to the carrier</source>
        <translation>{order} 已交物流</translation>
    </message>
    <message>
        <source>Sent when the hub answers.</source>
        <translation>總部中心應答後傳送。</translation>
    </message>
    <message>
        <source>Order {order}: handed over at a branch that has it not</source>
        <translation>訂單 {order}：在不存放它的門市交了貨</translation>
    </message>
    <message>
        <source>Look which goods were given, and whether those of the order still wait at their branch.</source>
        <translation>請檢視給了哪些貨，訂單的貨是否還在原門市。</translation>
    </message>
    <message>
        <source>Order {order}: pieces left that were not wanted any more</source>
        <translation>訂單 {order}：顧客已不要的商品仍然交出</translation>
    </message>
    <message>
        <source>The money for them was given back, or no longer asked for. Ask the customer for the goods.</source>
        <translation>這些商品的錢已退還或不再收取。請向顧客要回商品。</translation>
    </message>
    <message>
        <source>Order {order}: more prepared than is still wanted</source>
        <translation>訂單 {order}：備貨多於仍需的數量</translation>
    </message>
    <message>
        <source>Put the pieces that were dropped back on the shelf before the rest goes.</source>
        <translation>其餘商品交出之前，請把不要的商品放回貨架。</translation>
    </message>
    <message>
        <source>Order {order}: taken back after its goods came back as a return</source>
        <translation>訂單 {order}：商品已作退貨收回，之後又撤銷了交付</translation>
    </message>
    <message>
        <source>The return counts. Look whether the goods are here once.</source>
        <translation>以退貨為準。請看商品是否只有一份。</translation>
    </message>
    <message>
        <source>Order {order}: paid, and no longer kept for the customer</source>
        <translation>訂單 {order}：已付款，貨已不再預留</translation>
    </message>
    <message>
        <source>The goods went to somebody else meanwhile. Find them elsewhere, or give the money back.</source>
        <translation>貨期間給了別人。請從別處找貨，或退款。</translation>
    </message>
    <message>
        <source>Order {order}: nobody left who can fulfil it</source>
        <translation>訂單 {order}：沒有門市能接</translation>
    </message>
    <message>
        <source>Head office decides who gets it, or calls the customer. Tell them what you know.</source>
        <translation>由總部決定給誰，或聯絡顧客。請告訴總部您知道的情況。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for a code that the hub did not issue</source>
        <translation>訂單 {order}：憑總部中心沒有簽發過的提貨碼交付</translation>
    </message>
    <message>
        <source>It may be forged. Look who collected the goods, and tell head office.</source>
        <translation>提貨碼可能是偽造的。請檢視是誰取走了商品，並告知總部。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for another order&apos;s code</source>
        <translation>訂單 {order}：憑其他訂單的提貨碼交付</translation>
    </message>
    <message>
        <source>Look which goods were given, and whether those of the other order are still here.</source>
        <translation>請檢視交付了哪些商品，另一訂單的商品是否還在店裡。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for an old code</source>
        <translation>訂單 {order}：憑舊提貨碼交付</translation>
    </message>
    <message>
        <source>The customer had a newer one by then. Look whether the right person has the goods.</source>
        <translation>顧客當時已有新的提貨碼。請確認商品是否交給了本人。</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>購物籃</translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation>購物籃是空的</translation>
    </message>
    <message>
        <source>Scan an article, or search for one and add it. A member&apos;s card or a coupon can come first.</source>
        <translation>掃商品，或先搜尋再加入。也可以先掃會員卡或優惠券。</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>加入購物籃</translation>
    </message>
    <message>
        <source>In the basket: {name}</source>
        <translation>已加入：{name}</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>已拿掉：{name}</translation>
    </message>
    <message>
        <source>Ctrl Z brings it back.</source>
        <translation>按 Ctrl Z 可撤銷。</translation>
    </message>
    <message>
        <source>The last change is taken back</source>
        <translation>已撤銷上一步</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>收款 {amount}</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Nobody knows yet whether {amount} was paid</source>
        <translation>還不知道 {amount} 是否已付</translation>
    </message>
    <message>
        <source>{amount} too much was taken</source>
        <translation>多收了 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken here</source>
        <translation>本機已收 {amount}</translation>
    </message>
    <message>
        <source>See the payment</source>
        <translation>查看付款</translation>
    </message>
    <message>
        <source>Paid. Hand the goods over, or give the money back.</source>
        <translation>已付清。請交貨，或把錢退回。</translation>
    </message>
    <message>
        <source>Money taken: {order}</source>
        <translation>已收款：{order}</translation>
    </message>
    <message>
        <source>Balance of order {order}</source>
        <translation>訂單 {order} 的尾款</translation>
    </message>
    <message>
        <source>The balance is paid. Hand the goods over, or give it back.</source>
        <translation>尾款已付清。請交貨，或退回。</translation>
    </message>
    <message>
        <source>{amount} more was taken than is due by now. Give all back, then take what is due.</source>
        <translation>比現在應付的多收了 {amount}。請先全部退回，再收應付的金額。</translation>
    </message>
    <message>
        <source>the balance</source>
        <translation>尾款</translation>
    </message>
    <message>
        <source>how a payment ended</source>
        <translation>付款結果</translation>
    </message>
    <message>
        <source>what was taken too much</source>
        <translation>多收的款</translation>
    </message>
    <message>
        <source>Nobody knows yet how a payment of it ended.</source>
        <translation>還不知道其中一筆付款的結果。</translation>
    </message>
    <message>
        <source>Less is due by now than was taken here. Give it back first.</source>
        <translation>現在應付的少於本機已收的。請先退回。</translation>
    </message>
    <message>
        <source>Order {order}: a payment that nothing proves</source>
        <translation>訂單 {order}：有一筆付款沒有憑據</translation>
    </message>
    <message>
        <source>Its figures do not add up, or the terminal&apos;s approval is missing. Compare it with the terminal.</source>
        <translation>金額對不上，或缺少終端機的授權號。請與終端機核對。</translation>
    </message>
    <message>
        <source>A payment is under way</source>
        <translation>有一筆付款在進行</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Recall · {count}</source>
        <translation>取單 · {count}</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>歸屬</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>現在付</translation>
    </message>
    <message>
        <source>Goods {amount}</source>
        <translation>商品 {amount}</translation>
    </message>
    <message>
        <source>{amount} in cash</source>
        <translation>現金 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken already</source>
        <translation>已收 {amount}</translation>
    </message>
    <message>
        <source>{amount} each</source>
        <translation>單價 {amount}</translation>
    </message>
    <message>
        <source>List price {amount}</source>
        <translation>原價 {amount}</translation>
    </message>
    <message>
        <source>{count} × {unit} = {amount} at list price</source>
        <translation>原價 {count} × {unit} = {amount}</translation>
    </message>
    <message>
        <source>The price just changed: {was} → {now}. Which one?</source>
        <translation>價格剛變了：{was} → {now}。用哪個？</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>Take it at {amount}</source>
        <translation>按 {amount} 要</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>The discount is off the line.</source>
        <translation>該行的手動折扣已取消。</translation>
    </message>
    <message>
        <source>It was agreed at the old price. Give it again with F8.</source>
        <translation>折扣是按原價商定的。需要時按 F8 重新給。</translation>
    </message>
    <message>
        <source>Costs {amount} now</source>
        <translation>現價 {amount}</translation>
    </message>
    <message>
        <source>The hub cannot be asked now, so it may exist.</source>
        <translation>現在問不到總部，也許有這款。</translation>
    </message>
    <message>
        <source>The hub did not answer. Scan it once more in a moment.</source>
        <translation>總部沒有回覆。過一會兒再掃一次。</translation>
    </message>
    <message>
        <source>The hub does not know this number either.</source>
        <translation>總部也沒有這個碼。</translation>
    </message>
    <message>
        <source>Not in this till&apos;s copy. Asking the hub</source>
        <translation>本機沒有這款，正在問總部</translation>
    </message>
    <message>
        <source>Basket of {name}</source>
        <translation>{name} 的購物籃</translation>
    </message>
    <message>
        <source>Take the member off the basket</source>
        <translation>取消會員</translation>
    </message>
    <message>
        <source>Not known at this branch</source>
        <translation>本店沒有資料</translation>
    </message>
    <message>
        <source>Sold: {amount}</source>
        <translation>已成交：{amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>No change to give.</source>
        <translation>不用找零。</translation>
    </message>
    <message>
        <source>Take now</source>
        <translation>現在帶走</translation>
    </message>
    <message>
        <source>Ship to home</source>
        <translation>送貨到家</translation>
    </message>
    <message>
        <source>Pick up at another branch</source>
        <translation>他店自提</translation>
    </message>
    <message>
        <source>Branch {number}</source>
        <translation>門市 {number}</translation>
    </message>
    <message>
        <source>Coupon {tail}</source>
        <translation>優惠券 {tail}</translation>
    </message>
    <message>
        <source>Take off {name}</source>
        <translation>取消 {name}</translation>
    </message>
    <message>
        <source>{name} −{amount}</source>
        <translation>{name} −{amount}</translation>
    </message>
    <message>
        <source>{count} reductions −{amount}</source>
        <translation>{count} 項優惠 −{amount}</translation>
    </message>
    <message>
        <source>{name} takes off {amount}.</source>
        <translation>{name} 減 {amount}。</translation>
    </message>
    <message>
        <source>Discount by hand takes off {amount}: {reason}.</source>
        <translation>手工折扣減 {amount}：{reason}。</translation>
    </message>
    <message>
        <source>There is nothing to use it on yet.</source>
        <translation>還沒有可用的商品。</translation>
    </message>
    <message>
        <source>{name}: nobody here knows this coupon.</source>
        <translation>{name}：查不到這張券。</translation>
    </message>
    <message>
        <source>{name}: it does not count yet.</source>
        <translation>{name}：還沒到使用時間。</translation>
    </message>
    <message>
        <source>{name}: it is over.</source>
        <translation>{name}：已經過期。</translation>
    </message>
    <message>
        <source>{name}: for members. Scan the card and it applies.</source>
        <translation>{name}：會員專享，掃會員卡即可用。</translation>
    </message>
    <message>
        <source>{name}: for another member tier.</source>
        <translation>{name}：是其他會員等級的。</translation>
    </message>
    <message>
        <source>{name}: it belongs to another member.</source>
        <translation>{name}：是別的會員的券。</translation>
    </message>
    <message>
        <source>{name}: not for sales at the counter.</source>
        <translation>{name}：櫃台不能用。</translation>
    </message>
    <message>
        <source>{name}: it is for none of these articles.</source>
        <translation>{name}：這些商品都不適用。</translation>
    </message>
    <message>
        <source>{name}: it does not go with what is used here.</source>
        <translation>{name}：不能與已用的優惠同享。</translation>
    </message>
    <message>
        <source>{name} does not go together with {winner}.</source>
        <translation>{name} 不能與 {winner} 同享。</translation>
    </message>
    <message>
        <source>{name}: what is used saves more.</source>
        <translation>{name}：已用的優惠更划算。</translation>
    </message>
    <message>
        <source>{winner} beats {name}, which would take off {amount}.</source>
        <translation>{winner} 比 {name} 划算，後者只減 {amount}。</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>還應付</translation>
    </message>
    <message>
        <source>Stays to pay</source>
        <translation>還差</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>剛好</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>實收現金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Type what the customer gives. Less than the whole is a part; the rest is paid another way.</source>
        <translation>輸入顧客給的現金。不足全額就是先付一部分，其餘用別的方式付。</translation>
    </message>
    <message>
        <source>In cash it is {amount}: smaller coins are not used.</source>
        <translation>付現金是 {amount}：零頭不收。</translation>
    </message>
    <message>
        <source>The amount goes to the terminal. Type less to take only a part by card.</source>
        <translation>金額會發到刷卡機。輸入較小的金額就只刷一部分。</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone. The amount is taken at once.</source>
        <translation>掃顧客手機上的付款碼，立即扣款。</translation>
    </message>
    <message>
        <source>Take {amount} in cash</source>
        <translation>收現金 {amount}</translation>
    </message>
    <message>
        <source>Send {amount} to the terminal</source>
        <translation>發 {amount} 到刷卡機</translation>
    </message>
    <message>
        <source>Scan to take {amount}</source>
        <translation>掃碼收 {amount}</translation>
    </message>
    <message>
        <source>Use points</source>
        <translation>用點數</translation>
    </message>
    <message>
        <source>Use {points} points for {amount}</source>
        <translation>用 {points} 分抵 {amount}</translation>
    </message>
    <message>
        <source>{points} points are {amount}</source>
        <translation>{points} 分抵 {amount}</translation>
    </message>
    <message>
        <source>Balance {points}, {age}</source>
        <translation>餘額 {points}，{age}</translation>
    </message>
    <message>
        <source>This till does not know the member&apos;s points.</source>
        <translation>本機不知道這位會員的點數。</translation>
    </message>
    <message>
        <source>This is no amount that can be taken.</source>
        <translation>這不是可收的金額。</translation>
    </message>
    <message>
        <source>Finish the sale</source>
        <translation>完成銷售</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>沒有收到</translation>
    </message>
    <message>
        <source>{name}: waiting for {amount}</source>
        <translation>{name}：等待付款 {amount}</translation>
    </message>
    <message>
        <source>The customer confirms it on the device. {time} so far.</source>
        <translation>請顧客在裝置上確認。已等 {time}。</translation>
    </message>
    <message>
        <source>The hub is asked for the points. {time} so far.</source>
        <translation>正在問總部點數。已等 {time}。</translation>
    </message>
    <message>
        <source>{name}: nobody knows whether {amount} was paid</source>
        <translation>{name}：不知道 {amount} 付了沒有</translation>
    </message>
    <message>
        <source>Do not take payment again. It is asked until it is known; {time} so far.</source>
        <translation>請不要再收一次款。會一直查到有結果；已等 {time}。</translation>
    </message>
    <message>
        <source>{name}: {amount} is being given back</source>
        <translation>{name}：正在退回 {amount}</translation>
    </message>
    <message>
        <source>Cancel this payment</source>
        <translation>取消這筆付款</translation>
    </message>
    <message>
        <source>Give all back</source>
        <translation>全部退回</translation>
    </message>
    <message>
        <source>What was taken is given back</source>
        <translation>已收的款項已退回</translation>
    </message>
    <message>
        <source>In the basket: hold it for later</source>
        <translation>購物籃：掛單</translation>
    </message>
    <message>
        <source>In the basket: recall one that is held</source>
        <translation>購物籃：取單</translation>
    </message>
    <message>
        <source>In the basket: whose sale a line is</source>
        <translation>購物籃：歸屬</translation>
    </message>
    <message>
        <source>In the basket: a discount, with its reason</source>
        <translation>購物籃：折扣</translation>
    </message>
    <message>
        <source>In the basket: take payment</source>
        <translation>購物籃：收款</translation>
    </message>
    <message>
        <source>In the basket: take the line out</source>
        <translation>購物籃：拿掉這一行</translation>
    </message>
    <message>
        <source>In the basket: print the receipt</source>
        <translation>購物籃：列印收據</translation>
    </message>
    <message>
        <source>Hold this basket</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>It waits at this till, also through a power cut, until the customer comes back.</source>
        <translation>會留在這台收銀台，斷電也在，等顧客回來。</translation>
    </message>
    <message>
        <source>Held: {name}</source>
        <translation>已掛單：{name}</translation>
    </message>
    <message>
        <source>F5 takes it up again.</source>
        <translation>按 F5 可取單。</translation>
    </message>
    <message>
        <source>Which basket?</source>
        <translation>取哪一單？</translation>
    </message>
    <message>
        <source>Prices and offers are those of now.</source>
        <translation>價格和優惠按現在的算。</translation>
    </message>
    <message>
        <source>Take up {name}</source>
        <translation>取單 {name}</translation>
    </message>
    <message>
        <source>held {time}</source>
        <translation>已掛 {time}</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Drop {name} for good</source>
        <translation>確認刪除 {name}</translation>
    </message>
    <message>
        <source>Whose sale is {name}?</source>
        <translation>{name} 歸誰？</translation>
    </message>
    <message>
        <source>The line counts for this clerk.</source>
        <translation>這一行算這位店員的。</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>這一行</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Discount on {name}</source>
        <translation>{name} 打折</translation>
    </message>
    <message>
        <source>How much, and why. Both are kept with the sale.</source>
        <translation>打多少、為什麼。都會和這筆銷售一起留存。</translation>
    </message>
    <message>
        <source>−{percent} %</source>
        <translation>−{percent}%</translation>
    </message>
    <message>
        <source>Or an amount</source>
        <translation>或減金額</translation>
    </message>
    <message>
        <source>Damaged packaging</source>
        <translation>包裝破損</translation>
    </message>
    <message>
        <source>From the display</source>
        <translation>陳列樣品</translation>
    </message>
    <message>
        <source>Cheaper elsewhere</source>
        <translation>別處更便宜</translation>
    </message>
    <message>
        <source>Goodwill after a complaint</source>
        <translation>投訴補償</translation>
    </message>
    <message>
        <source>Which one, in a few words</source>
        <translation>請簡單說明</translation>
    </message>
    <message>
        <source>More than {percent} %: a manager has to approve it.</source>
        <translation>超過 {percent}%：需要店長批准。</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>給折扣</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Say how much, and why.</source>
        <translation>請填金額和原因。</translation>
    </message>
    <message>
        <source>Discount on {name}: {why}</source>
        <translation>{name} 打折：{why}</translation>
    </message>
    <message>
        <source>Asking the hub about coupon {tail}</source>
        <translation>正在向總部查優惠券 {tail}</translation>
    </message>
    <message>
        <source>The hub did not say what this coupon is. Scan it once more.</source>
        <translation>總部沒有答覆這張券。請再掃一次。</translation>
    </message>
    <message>
        <source>Making sure that nobody else uses the coupon.</source>
        <translation>正在確認優惠券沒有被別人使用。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>看哪張收據？</translation>
    </message>
    <message>
        <source>The last ones of this till. What is shown is a copy.</source>
        <translation>這台收銀台最近的收據。顯示的是副本。</translation>
    </message>
    <message>
        <source>This till has printed no receipt yet.</source>
        <translation>這台收銀台還沒有收據。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Sale of {amount}</source>
        <translation>銷售 {amount}</translation>
    </message>
    <message>
        <source>A copy: it says so on the paper.</source>
        <translation>副本：收據上會註明。</translation>
    </message>
    <message>
        <source>Receipt written to {file}</source>
        <translation>收據已存到 {file}</translation>
    </message>
    <message>
        <source>The receipt was not written: the folder does not take it.</source>
        <translation>收據沒有寫成：資料夾不可寫。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據號</translation>
    </message>
    <message>
        <source>I have seen the article</source>
        <translation>我看過商品</translation>
    </message>
    <message>
        <source>It was agreed with the customer</source>
        <translation>已與顧客說好</translation>
    </message>
    <message>
        <source>For this discount only. It is recorded who approved and why.</source>
        <translation>只對這一次折扣有效。會記錄誰批准、為什麼。</translation>
    </message>
    <message>
        <source>In the basket: pick the line up elsewhere</source>
        <translation>購物籃：他店自提</translation>
    </message>
    <message>
        <source>In the basket: ship the line</source>
        <translation>購物籃：送貨</translation>
    </message>
    <message>
        <source>In the basket: take the line along</source>
        <translation>購物籃：現在帶走</translation>
    </message>
    <message>
        <source>In the basket: take the new price</source>
        <translation>購物籃：按新價要</translation>
    </message>
    <message>
        <source>In the basket: leave what costs more now</source>
        <translation>購物籃：價變了不要</translation>
    </message>
    <message>
        <source>Ship home</source>
        <translation>送貨到家</translation>
    </message>
    <message>
        <source>Other branch</source>
        <translation>他店自提</translation>
    </message>
    <message>
        <source>Asking the hub where it lies</source>
        <translation>正在問總部哪裡有貨</translation>
    </message>
    <message>
        <source>The hub did not answer in time. Ask once more.</source>
        <translation>總部沒有及時回覆。請再查一次。</translation>
    </message>
    <message>
        <source>No other place can give it now.</source>
        <translation>現在別處都沒有貨。</translation>
    </message>
    <message>
        <source>The only place that can</source>
        <translation>只有這裡可以</translation>
    </message>
    <message>
        <source>Best of all</source>
        <translation>最合適</translation>
    </message>
    <message>
        <source>Has hands free, others are busy</source>
        <translation>人手夠，別處忙</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>正在營業</translation>
    </message>
    <message>
        <source>Sooner than the others</source>
        <translation>比別處快</translation>
    </message>
    <message>
        <source>Nearest with stock</source>
        <translation>最近有貨</translation>
    </message>
    <message>
        <source>Keeps more pieces</source>
        <translation>庫存更多</translation>
    </message>
    <message>
        <source>Many orders ahead</source>
        <translation>前面訂單多</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>現在未營業</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>更遠</translation>
    </message>
    <message>
        <source>Fewer pieces left</source>
        <translation>剩得更少</translation>
    </message>
    <message>
        <source>Head office decided</source>
        <translation>總部指定</translation>
    </message>
    <message>
        <source>No branch could take it</source>
        <translation>沒有門市能接</translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation>有 {count} 件</translation>
    </message>
    <message>
        <source>{km} km</source>
        <translation>{km} 公里</translation>
    </message>
    <message>
        <source>open to {time}</source>
        <translation>營業到 {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Held {time}</source>
        <translation>已留 {time}</translation>
    </message>
    <message>
        <source>No longer held</source>
        <translation>已不再保留</translation>
    </message>
    <message>
        <source>Pay in full</source>
        <translation>全額付</translation>
    </message>
    <message>
        <source>Deposit, rest at pickup</source>
        <translation>付定金，取貨付尾款</translation>
    </message>
    <message>
        <source>Credit: {who}</source>
        <translation>歸屬：{who}</translation>
    </message>
    <message>
        <source>{name} {amount}</source>
        <translation>{name} {amount}</translation>
    </message>
    <message>
        <source>Somebody else was quicker: it is not free there any more.</source>
        <translation>被別人先要了，那裡已經沒有可留的。</translation>
    </message>
    <message>
        <source>That reservation is over. Choose a place once more.</source>
        <translation>那次保留已結束，請重新選擇。</translation>
    </message>
    <message>
        <source>That branch has another line already, in the other way. Choose another branch for one of them.</source>
        <translation>那家門市已有一件商品用另一種方式。請給其中一件換一家門市。</translation>
    </message>
    <message>
        <source>The hub does not know that branch.</source>
        <translation>總部沒有這家門市。</translation>
    </message>
    <message>
        <source>Kept at {branch} for 15 minutes</source>
        <translation>已在{branch}保留 15 分鐘</translation>
    </message>
    <message>
        <source>Ordering at the hub. Nobody pays yet</source>
        <translation>正在向總部下單，先不要收款</translation>
    </message>
    <message>
        <source>No answer for {seconds} s. Checking; nobody pays yet</source>
        <translation>{seconds} 秒沒有回覆。正在查，先不要收款</translation>
    </message>
    <message>
        <source>The basket has changed meanwhile.</source>
        <translation>購物籃剛剛變了。</translation>
    </message>
    <message>
        <source>The order is not for it any more. Order once more.</source>
        <translation>剛才的訂單對不上了，請重新下單。</translation>
    </message>
    <message>
        <source>Ordered: {number}. Take the money now.</source>
        <translation>已下單：{number}。現在收款。</translation>
    </message>
    <message>
        <source>Choose first from where it comes: {name}</source>
        <translation>先選從哪裡發：{name}</translation>
    </message>
    <message>
        <source>The quarter of an hour is over. Choose the place once more.</source>
        <translation>15 分鐘已過，請重新選擇。</translation>
    </message>
    <message>
        <source>What is kept is something else by now. Choose the place once more.</source>
        <translation>保留的內容已變，請重新選擇。</translation>
    </message>
    <message>
        <source>The address is missing. Type it once more.</source>
        <translation>沒有地址，請再輸入一次。</translation>
    </message>
    <message>
        <source>That branch cannot do this. Choose another one.</source>
        <translation>那家門市做不到，請換一家。</translation>
    </message>
    <message>
        <source>The hub does not know the article.</source>
        <translation>總部沒有這款商品。</translation>
    </message>
    <message>
        <source>This basket is ordered already.</source>
        <translation>這個購物籃已經下過單。</translation>
    </message>
    <message>
        <source>Not ordered, and nothing was taken</source>
        <translation>沒有下單，也沒有收款</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>送到哪裡？</translation>
    </message>
    <message>
        <source>The hub keeps the address for the parcel. This till does not.</source>
        <translation>地址只存在總部用於發貨，本機不留。</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>For the carrier</source>
        <translation>物流聯絡用</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地區</translation>
    </message>
    <message>
        <source>Province, city, district</source>
        <translation>省 市 區</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Street, number, flat</source>
        <translation>街道、門牌、樓層</translation>
    </message>
    <message>
        <source>Order it</source>
        <translation>下單</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>請填寫。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太長了。</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>看不懂。</translation>
    </message>
    <message>
        <source>This is no phone number.</source>
        <translation>這不是電話號碼。</translation>
    </message>
    <message>
        <source>The city is missing.</source>
        <translation>缺少城市。</translation>
    </message>
    <message>
        <source>The number of the house is missing.</source>
        <translation>缺少門牌號。</translation>
    </message>
    <message>
        <source>Order, then take payment</source>
        <translation>先下單，再收款</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>Open · {count}</source>
        <translation>未處理 · {count}</translation>
    </message>
    <message>
        <source>Settled · {count}</source>
        <translation>已處理 · {count}</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>沒有要核對的</translation>
    </message>
    <message>
        <source>Facts that disagree, and acts that the hub could not place, come here by themselves.</source>
        <translation>互相矛盾的紀錄，和總部中心認不出的操作，會自己出現在這裡。</translation>
    </message>
    <message>
        <source>Nothing was settled yet</source>
        <translation>還沒有處理過的</translation>
    </message>
    <message>
        <source>What a manager has settled can be read here.</source>
        <translation>店長處理過的可以在這裡檢視。</translation>
    </message>
    <message>
        <source>Settle {order}</source>
        <translation>處理 {order}</translation>
    </message>
    <message>
        <source>Settle this</source>
        <translation>處理這一條</translation>
    </message>
    <message>
        <source>Only a manager settles this: {names}.</source>
        <translation>只有店長可以處理：{names}。</translation>
    </message>
    <message>
        <source>Only a manager or head office settles this.</source>
        <translation>只有店長或總部可以處理。</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>是怎麼回事？</translation>
    </message>
    <message>
        <source>The reason is kept with both sides. Goods and money stay as they are.</source>
        <translation>原因會和雙方的紀錄一起留存。貨和錢都不變。</translation>
    </message>
    <message>
        <source>One parcel, noted twice</source>
        <translation>同一個包裹，記了兩次</translation>
    </message>
    <message>
        <source>Goods went out twice; head office knows</source>
        <translation>貨給了兩次，已告知總部</translation>
    </message>
    <message>
        <source>The right goods went to the right person</source>
        <translation>貨對，人也對</translation>
    </message>
    <message>
        <source>The goods are back here</source>
        <translation>貨已經拿回來了</translation>
    </message>
    <message>
        <source>The balance was paid</source>
        <translation>尾款已經付了</translation>
    </message>
    <message>
        <source>What was too much was given back</source>
        <translation>多收的已經退了</translation>
    </message>
    <message>
        <source>The two have spoken; the order is right now</source>
        <translation>兩人已對過，訂單現在是對的</translation>
    </message>
    <message>
        <source>Known, and nothing is missing</source>
        <translation>清楚原因，沒有少什麼</translation>
    </message>
    <message>
        <source>Head office looks into it</source>
        <translation>總部在查</translation>
    </message>
    <message>
        <source>{name}, {when}: {reason}</source>
        <translation>{name}，{when}：{reason}</translation>
    </message>
    <message>
        <source>Settled: {title}</source>
        <translation>已處理：{title}</translation>
    </message>
    <message>
        <source>Somebody settled it before. Theirs stands.</source>
        <translation>別人先處理了，以那一次為準。</translation>
    </message>
    <message>
        <source>The hub knows this person as no manager here. Ask another one.</source>
        <translation>總部中心沒有此人在本店的店長身份。請找別的店長。</translation>
    </message>
    <message>
        <source>The hub does not have it any more.</source>
        <translation>總部中心已經沒有這一條了。</translation>
    </message>
    <message>
        <source>Say in a few words what it was.</source>
        <translation>請用幾個字說明原因。</translation>
    </message>
    <message>
        <source>{shown} of {count}; the others follow when these are settled.</source>
        <translation>顯示 {count} 條中的 {shown} 條，處理後其餘會補上。</translation>
    </message>
    <message>
        <source>Settled {order}</source>
        <translation>處理了 {order}</translation>
    </message>
    <message>
        <source>Settled what needed a look</source>
        <translation>處理了一條待核對</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>A till&apos;s records have a gap</source>
        <translation>一台收銀台的紀錄有缺口</translation>
    </message>
    <message>
        <source>The act counts. Let head office look at this till.</source>
        <translation>這次操作算數。請總部檢視這台收銀台。</translation>
    </message>
    <message>
        <source>An act from after a restore that the hub does not know of</source>
        <translation>一筆操作做在總部中心不知道的一次恢復之後</translation>
    </message>
    <message>
        <source>The act counts. The hub may be an older copy: tell head office.</source>
        <translation>操作算數。總部中心可能是舊的副本，請告訴總部。</translation>
    </message>
    <message>
        <source>An act on an order that the hub does not know</source>
        <translation>總部中心查不到這張訂單</translation>
    </message>
    <message>
        <source>Look for the right order number, and whether goods left.</source>
        <translation>請核對單號，看貨是否已經給出。</translation>
    </message>
    <message>
        <source>An act that the hub cannot read</source>
        <translation>總部中心讀不懂的一次操作</translation>
    </message>
    <message>
        <source>It is kept whole, and had no effect. Ask whoever did it.</source>
        <translation>已原樣儲存，沒有生效。請問經手人。</translation>
    </message>
    <message>
        <source>An act that its till did not sign</source>
        <translation>不是這台收銀台簽名的操作</translation>
    </message>
    <message>
        <source>It had no effect. Tell head office: somebody may have changed it.</source>
        <translation>沒有生效。請告知總部：可能被人改過。</translation>
    </message>
    <message>
        <source>An act in the name of another till</source>
        <translation>用了別的收銀台名義的操作</translation>
    </message>
    <message>
        <source>It had no effect. Tell head office which till brought it.</source>
        <translation>沒有生效。請告知總部是哪台收銀台送來的。</translation>
    </message>
    <message>
        <source>An act with the number of another one</source>
        <translation>一條與其他操作編號相同的操作</translation>
    </message>
    <message>
        <source>It is kept, and had no effect. Tell head office which till brought it.</source>
        <translation>已保留，但沒有生效。請告知總部是哪台收銀台傳來的。</translation>
    </message>
    <message>
        <source>An act of a till that was withdrawn</source>
        <translation>已停用的收銀台的操作</translation>
    </message>
    <message>
        <source>It counts. Look whether it was so.</source>
        <translation>已經算數。請核對是否屬實。</translation>
    </message>
    <message>
        <source>Not everything is sent</source>
        <translation>還沒有全部發出</translation>
    </message>
    <message>
        <source>{count} still to send. Stay, or write them to a file that head office can take in.</source>
        <translation>還有 {count} 條待發。可以先不關，或寫成檔案交給總部。</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>檔案放在哪裡</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不關</translation>
    </message>
    <message>
        <source>Write the file and close</source>
        <translation>寫好檔案再關閉</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>這裡寫不了檔案。請換一個位置。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名檔案。請換一個名字。</translation>
    </message>
    <message>
        <source>Take this till out of use</source>
        <translation>停用這台收銀台</translation>
    </message>
    <message>
        <source>It forgets its customers and asks for a pairing code at the next start. Its records are put aside.</source>
        <translation>它會忘掉顧客資料，下次啟動要重新配對。紀錄另行儲存。</translation>
    </message>
    <message>
        <source>Only a manager takes a till out of use.</source>
        <translation>只有店長可以停用收銀台。</translation>
    </message>
    <message>
        <source>Write the file and take it out of use</source>
        <translation>寫好檔案再停用</translation>
    </message>
    <message>
        <source>scan its articles</source>
        <translation>可逐件掃商品</translation>
    </message>
    <message>
        <source>scan the next code</source>
        <translation>可掃下一個碼</translation>
    </message>
    <message>
        <source>Sold {amount} · receipt {receipt}</source>
        <translation>售出 {amount} · 收據 {receipt}</translation>
    </message>
    <message>
        <source>Let points pay</source>
        <translation>使用點數</translation>
    </message>
    <message>
        <source>Gave points back</source>
        <translation>退回點數</translation>
    </message>
    <message>
        <source>Took a coupon</source>
        <translation>使用優惠券</translation>
    </message>
    <message>
        <source>Let a coupon go</source>
        <translation>釋放優惠券</translation>
    </message>
    <message>
        <source>Sold: {pieces}</source>
        <translation>售出：{pieces}</translation>
    </message>
    <message>
        <source>More sold than was here</source>
        <translation>賣出的比在庫的多</translation>
    </message>
    <message>
        <source>Count the article. A piece may have been promised to somebody.</source>
        <translation>請盤點這款商品，也許有一件已經預留給別人。</translation>
    </message>
    <message>
        <source>More points used than there were</source>
        <translation>用掉的點數比餘額多</translation>
    </message>
    <message>
        <source>The sale counts. Two tills took them, one without the network.</source>
        <translation>這筆銷售有效。兩台收銀台都用了點數，其中一台斷網。</translation>
    </message>
    <message>
        <source>A coupon used twice</source>
        <translation>一張券用了兩次</translation>
    </message>
    <message>
        <source>The sale counts. Look who showed the coupon, and tell head office.</source>
        <translation>這筆銷售有效。看看是誰出示的券，並告知總部。</translation>
    </message>
    <message>
        <source>A coupon of another member</source>
        <translation>他人的會員優惠券</translation>
    </message>
    <message>
        <source>The sale counts. Find out who showed the coupon.</source>
        <translation>銷售有效。請查明是誰出示了這張券。</translation>
    </message>
    <message>
        <source>A discount that nobody approved</source>
        <translation>未經核准的折扣</translation>
    </message>
    <message>
        <source>The sale counts. Ask who gave it, and why.</source>
        <translation>銷售有效。請問清是誰給的折扣，為什麼。</translation>
    </message>
    <message>
        <source>Exchanged for nothing</source>
        <translation>換貨對不上</translation>
    </message>
    <message>
        <source>No goods came back that count for this sale.</source>
        <translation>沒有退回的商品抵這筆銷售。</translation>
    </message>
    <message>
        <source>Two sales with one receipt number</source>
        <translation>兩筆銷售用了同一個收據號</translation>
    </message>
    <message>
        <source>Both are kept. Tell head office: this till may have lost a file.</source>
        <translation>兩筆都已儲存。請告知總部：這台收銀台可能丟過檔案。</translation>
    </message>
    <message>
        <source>A sale with a badge that nobody has</source>
        <translation>用無人持有的員工證做的銷售</translation>
    </message>
    <message>
        <source>A sale by somebody who has left</source>
        <translation>已離職的人做的銷售</translation>
    </message>
    <message>
        <source>A sale by somebody whose role is another</source>
        <translation>由其他職務的人做的銷售</translation>
    </message>
    <message>
        <source>A sale whose approval does not hold</source>
        <translation>批准無效的銷售</translation>
    </message>
    <message>
        <source>A sale whose figures do not add up</source>
        <translation>金額對不上的銷售</translation>
    </message>
    <message>
        <source>It counts as it was told. Compare the receipt with the drawer.</source>
        <translation>按上報的入帳。請把收據和錢箱對一下。</translation>
    </message>
    <message>
        <source>This line is no longer in the basket.</source>
        <translation>這一行已經不在購物籃裡。</translation>
    </message>
    <message>
        <source>The basket is full. Sell it, then begin another one.</source>
        <translation>購物籃滿了。先結帳，再開一個。</translation>
    </message>
    <message>
        <source>Between 1 and 9,999 pieces fit on a line.</source>
        <translation>一行可以是 1 到 9,999 件。</translation>
    </message>
    <message>
        <source>That is more than one basket can cost.</source>
        <translation>一個購物籃的金額放不下這麼多。</translation>
    </message>
    <message>
        <source>This article has a price in another currency.</source>
        <translation>這款商品是另一種貨幣的價格。</translation>
    </message>
    <message>
        <source>Choose the branch where it is picked up.</source>
        <translation>請選擇自提的門市。</translation>
    </message>
    <message>
        <source>It is picked up here: take it along now.</source>
        <translation>就在本店自提：現在帶走即可。</translation>
    </message>
    <message>
        <source>A branch is only chosen for a pickup.</source>
        <translation>只有自提才選門市。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>請簡單說明原因。</translation>
    </message>
    <message>
        <source>A discount is no more than the line costs.</source>
        <translation>折扣不能超過這一行的金額。</translation>
    </message>
    <message>
        <source>That is more than you may give alone. Ask a manager.</source>
        <translation>超過您的折扣許可權，請店長批准。</translation>
    </message>
    <message>
        <source>The discount was given for so many pieces. Take it back first.</source>
        <translation>折扣是按這個件數給的，請先取消折扣。</translation>
    </message>
    <message>
        <source>This coupon is in the basket already.</source>
        <translation>這張券已經在購物籃裡。</translation>
    </message>
    <message>
        <source>No more coupons fit on one basket.</source>
        <translation>一個購物籃不能再加券了。</translation>
    </message>
    <message>
        <source>Nobody has given out such a coupon. Look at its letters.</source>
        <translation>沒有發過這張券。請核對券碼。</translation>
    </message>
    <message>
        <source>This till does not know the article.</source>
        <translation>這台收銀台沒有這款商品。</translation>
    </message>
    <message>
        <source>A basket is open. Hold it or sell it first.</source>
        <translation>還有一個購物籃開著。請先掛單或結帳。</translation>
    </message>
    <message>
        <source>This basket is no longer held.</source>
        <translation>這一單已經不在掛單裡。</translation>
    </message>
    <message>
        <source>Give it a name by which you find it again.</source>
        <translation>起個名字，方便再找到。</translation>
    </message>
    <message>
        <source>Another basket has this name. Take another one.</source>
        <translation>這個名字已經用了，換一個。</translation>
    </message>
    <message>
        <source>No more baskets can be held. Drop one that nobody comes for.</source>
        <translation>掛單太多了，請先刪除沒人來取的。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可以撤銷的。</translation>
    </message>
    <message>
        <source>No basket is open.</source>
        <translation>沒有開啟的購物籃。</translation>
    </message>
    <message>
        <source>The basket is empty. Scan an article first.</source>
        <translation>購物籃是空的，請先掃商品。</translation>
    </message>
    <message>
        <source>A cashier or a manager takes the money.</source>
        <translation>由收銀員或店長收款。</translation>
    </message>
    <message>
        <source>A price has changed. Tell the customer, then take the new one.</source>
        <translation>有價格變了。先告訴顧客，再用新價格。</translation>
    </message>
    <message>
        <source>What is shipped or picked up elsewhere has to be ordered first. Nothing was taken.</source>
        <translation>要寄送或他店自提的需先下單。沒有收款。</translation>
    </message>
    <message>
        <source>Nobody knows yet how the last payment ended. Ask before you try again.</source>
        <translation>上一筆付款結果還不知道。先查詢，別重複收款。</translation>
    </message>
    <message>
        <source>Something is paid already. Give it back before you change the basket.</source>
        <translation>已經收了一部分錢。先退回，再改購物籃。</translation>
    </message>
    <message>
        <source>Nothing is due any more.</source>
        <translation>已經付清。</translation>
    </message>
    <message>
        <source>That is more than is due. Only cash is given change.</source>
        <translation>比應收的多。只有現金可以找零。</translation>
    </message>
    <message>
        <source>Type how much is paid.</source>
        <translation>請輸入收款金額。</translation>
    </message>
    <message>
        <source>Points belong to a member. Scan the card first.</source>
        <translation>點數是會員的，請先掃會員卡。</translation>
    </message>
    <message>
        <source>The member does not have so many points.</source>
        <translation>會員沒有這麼多點數。</translation>
    </message>
    <message>
        <source>Points cannot pay here.</source>
        <translation>這裡不能用點數付款。</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone.</source>
        <translation>請掃顧客手機上的付款碼。</translation>
    </message>
    <message>
        <source>This till has no such device. Take another tender.</source>
        <translation>這台收銀台沒有接這種裝置，換一種支付方式。</translation>
    </message>
    <message>
        <source>It was declined. Nothing was taken.</source>
        <translation>付款被拒，沒有扣款。</translation>
    </message>
    <message>
        <source>No more tenders fit on one sale.</source>
        <translation>一筆銷售不能再加支付方式了。</translation>
    </message>
    <message>
        <source>This till made no such payment.</source>
        <translation>這台收銀台沒有這筆付款。</translation>
    </message>
    <message>
        <source>Nothing was paid of this basket.</source>
        <translation>這一單還沒有收款。</translation>
    </message>
    <message>
        <source>Somebody else has used this coupon. It counts no more.</source>
        <translation>這張券已被別人使用，不再有效。</translation>
    </message>
    <message>
        <source>Points pay in whole steps only.</source>
        <translation>點數只能按整數檔使用。</translation>
    </message>
    <message>
        <source>Points may not pay so much of it.</source>
        <translation>點數不能抵這麼多。</translation>
    </message>
    <message>
        <source>Without the network no more points can be taken.</source>
        <translation>斷網時不能再用更多點數。</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>會員價</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促銷</translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>銀行卡</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>掃碼支付</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>代金券</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>貨到付款</translation>
    </message>
    <message>
        <source>Gave a discount that was approved</source>
        <translation>給了經批准的折扣</translation>
    </message>
    <message>
        <source>Counted anew; the figure is right now</source>
        <translation>已重新盤點，數字已更正</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Card, whole phone, its last 4 digits, or initials</source>
        <translation>會員卡、手機號、後四位，或姓名拼音首字母</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查詢會員</translation>
    </message>
    <message>
        <source>Scan the card, or type the phone, its last 4 digits, or the initials of the name.</source>
        <translation>掃會員卡，或輸入手機號、後四位、姓名拼音首字母。</translation>
    </message>
    <message>
        <source>This is not enough to find anybody</source>
        <translation>這樣還找不到人</translation>
    </message>
    <message>
        <source>Type 4 digits, a whole phone, a card number, or at least 2 initials.</source>
        <translation>請輸入 4 位數字、完整手機號、會員卡號，或至少 2 個首字母。</translation>
    </message>
    <message>
        <source>Nobody of this branch is found by this</source>
        <translation>本店沒有找到這樣的會員</translation>
    </message>
    <message>
        <source>Members of other branches are found by card or whole phone. Or enrol somebody new.</source>
        <translation>其他門市的會員要用會員卡或完整手機號查詢，也可以新辦會員。</translation>
    </message>
    <message>
        <source>Ctrl+R asks head office about members of other branches.</source>
        <translation>按 Ctrl+R 向總部查詢其他門市的會員。</translation>
    </message>
    <message>
        <source>Head office does not answer, so members of other branches cannot be found now. Enrolling goes on.</source>
        <translation>現在連不上總部，查不到其他門市的會員；辦會員不受影響。</translation>
    </message>
    <message>
        <source>No member has this card or phone</source>
        <translation>沒有會員用這張卡或這個手機號</translation>
    </message>
    <message>
        <source>Head office knows nobody by it. They can be enrolled here.</source>
        <translation>總部也沒有紀錄，可以在這裡辦會員。</translation>
    </message>
    <message>
        <source>Asking head office</source>
        <translation>正在向總部查詢</translation>
    </message>
    <message>
        <source>Head office did not answer in time</source>
        <translation>總部沒有及時回應</translation>
    </message>
    <message>
        <source>Nothing was found or changed. Ctrl+R asks again.</source>
        <translation>沒有查到，也沒有改動。按 Ctrl+R 再查一次。</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一位？</translation>
    </message>
    <message>
        <source>Ask for the name or the whole phone, then choose.</source>
        <translation>問一下姓名或完整手機號，再選擇。</translation>
    </message>
    <message>
        <source>More fit than are shown. Type the whole phone.</source>
        <translation>符合的比顯示的多，請輸入完整手機號。</translation>
    </message>
    <message>
        <source>Ask head office</source>
        <translation>查總部</translation>
    </message>
    <message>
        <source>Enrol somebody</source>
        <translation>辦會員</translation>
    </message>
    <message>
        <source>Show name and phone</source>
        <translation>顯示姓名和號碼</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>遮住</translation>
    </message>
    <message>
        <source>Hidden again after 30 s. Who looked and why is kept.</source>
        <translation>顯示 30 秒後自動遮住，會記下是誰看的、為什麼。</translation>
    </message>
    <message>
        <source>Head office has to write it down, and does not answer now.</source>
        <translation>要由總部記錄，現在連不上。</translation>
    </message>
    <message>
        <source>Hidden again in {seconds} s</source>
        <translation>{seconds} 秒後遮住</translation>
    </message>
    <message>
        <source>Show name and phone of {name}?</source>
        <translation>顯示 {name} 的姓名和號碼？</translation>
    </message>
    <message>
        <source>Head office keeps that you looked, and why.</source>
        <translation>總部會記下您看過，以及原因。</translation>
    </message>
    <message>
        <source>The customer is here, to check it is them</source>
        <translation>顧客在場，核對身份</translation>
    </message>
    <message>
        <source>To call about an order</source>
        <translation>聯絡訂單的事</translation>
    </message>
    <message>
        <source>The customer asked what we have</source>
        <translation>顧客詢問留的資料</translation>
    </message>
    <message>
        <source>Why do you look this member up?</source>
        <translation>為什麼查這位會員？</translation>
    </message>
    <message>
        <source>You have asked for many members of other branches this hour. From now on head office keeps why.</source>
        <translation>這一小時您查了很多其他門市的會員，從現在起總部會記下原因。</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Head office did not answer, so nothing is shown.</source>
        <translation>總部沒有回應，沒有顯示。</translation>
    </message>
    <message>
        <source>You have looked at many members this hour. It is possible again later.</source>
        <translation>這一小時您看了很多會員的資料，過一會兒才能再看。</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>還沒有點數</translation>
    </message>
    <message>
        <source>Last changed {when}</source>
        <translation>上次變動 {when}</translation>
    </message>
    <message>
        <source>Spent this year {amount}</source>
        <translation>今年已消費 {amount}</translation>
    </message>
    <message>
        <source>from head office, {age}</source>
        <translation>總部，{age}</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡號</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入會</translation>
    </message>
    <message>
        <source>Enrolled at</source>
        <translation>入會門市</translation>
    </message>
    <message>
        <source>Mostly at</source>
        <translation>常去</translation>
    </message>
    <message>
        <source>about every {days} days</source>
        <translation>約 {days} 天來一次</translation>
    </message>
    <message>
        <source>Contact by</source>
        <translation>聯絡許可</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>都不可以</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>沒有詢問過</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>WeChat message</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>phone call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>What they may need</source>
        <translation>今天可以推薦</translation>
    </message>
    <message>
        <source>Head office reckons it from purchases; it works offline too</source>
        <translation>總部按購買紀錄算出，斷網也能用</translation>
    </message>
    <message>
        <source>Nothing to suggest</source>
        <translation>暫時沒有推薦</translation>
    </message>
    <message>
        <source>It comes with what the member buys.</source>
        <translation>有了購買紀錄就會有推薦。</translation>
    </message>
    <message>
        <source>Bought every {days} days, today is day {day}</source>
        <translation>通常 {days} 天買一次，今天是第 {day} 天</translation>
    </message>
    <message>
        <source>Often bought with {other}</source>
        <translation>常和 {other} 一起買</translation>
    </message>
    <message>
        <source>At {months} months most wear {size}</source>
        <translation>{months} 個月的寶寶大多穿 {size}</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>not in this till&apos;s list</source>
        <translation>本機目錄裡沒有</translation>
    </message>
    <message>
        <source>{count} free here</source>
        <translation>現有 {count}</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>本店沒有</translation>
    </message>
    <message>
        <source>Not counted here</source>
        <translation>本店未盤點</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>No coupons</source>
        <translation>沒有優惠券</translation>
    </message>
    <message>
        <source>What head office gives out shows up here.</source>
        <translation>總部發的券會顯示在這裡。</translation>
    </message>
    <message>
        <source>{count} usable</source>
        <translation>{count} 張可用</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>長期有效</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 筆</translation>
    </message>
    <message>
        <source>Nothing bought yet</source>
        <translation>還沒有購買紀錄</translation>
    </message>
    <message>
        <source>Online orders and counter sales both show up here.</source>
        <translation>網上訂單和門市購買都會顯示在這裡。</translation>
    </message>
    <message>
        <source>Counter · {pieces}</source>
        <translation>到店 {pieces}</translation>
    </message>
    <message>
        <source>{channel} · {pieces}</source>
        <translation>{channel} {pieces}</translation>
    </message>
    <message>
        <source>Start a basket with this member</source>
        <translation>用這位會員開單</translation>
    </message>
    <message>
        <source>Open the member&apos;s page</source>
        <translation>開啟會員頁</translation>
    </message>
    <message>
        <source>{name} · {points} points</source>
        <translation>{name} · {points} 點數</translation>
    </message>
    <message>
        <source>This member is not known here any more</source>
        <translation>本機已沒有這位會員的資料</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>來店</translation>
    </message>
    <message>
        <source>Enter opens the page</source>
        <translation>Enter 開啟會員頁</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>顧客同意</translation>
    </message>
    <message>
        <source>To collect here: {count}</source>
        <translation>本店待取 {count} 單</translation>
    </message>
    <message>
        <source>phone …{tail}</source>
        <translation>手機尾號 {tail}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點數</translation>
    </message>
    <message>
        <source>Enrol a member</source>
        <translation>辦會員</translation>
    </message>
    <message>
        <source>Name and phone are sealed for head office. This till cannot read them again.</source>
        <translation>姓名和手機號加密給總部，本機之後也看不到。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>手機號</translation>
    </message>
    <message>
        <source>Child&apos;s month of birth, such as 2025-03 (may stay empty)</source>
        <translation>寶寶出生年月，如 2025-03（可不填）</translation>
    </message>
    <message>
        <source>Card from the pile: scan it (may stay empty)</source>
        <translation>新會員卡：掃一下（可不填）</translation>
    </message>
    <message>
        <source>We may write or call by</source>
        <translation>可以這樣聯絡</translation>
    </message>
    <message>
        <source>The customer agrees that the chain keeps name, phone and purchases for the member programme, and may end it at any time.</source>
        <translation>顧客同意本連鎖為會員服務儲存姓名、手機號和購買紀錄，並可隨時退出。</translation>
    </message>
    <message>
        <source>Read this to the customer:</source>
        <translation>請讀給顧客聽：</translation>
    </message>
    <message>
        <source>Enrol now</source>
        <translation>辦理</translation>
    </message>
    <message>
        <source>A name of at most 40 characters is needed.</source>
        <translation>請填寫姓名，最多 40 個字。</translation>
    </message>
    <message>
        <source>This cannot be a phone number. Compare it digit by digit.</source>
        <translation>這不是手機號，請逐位核對。</translation>
    </message>
    <message>
        <source>Without the customer&apos;s consent nobody is enrolled.</source>
        <translation>沒有顧客同意不能辦理。</translation>
    </message>
    <message>
        <source>This is no member card of ours. Scan it again, or leave it empty.</source>
        <translation>這不是本店的會員卡。請重掃，或留空。</translation>
    </message>
    <message>
        <source>This card is somebody else&apos;s. Take another one from the pile.</source>
        <translation>這張卡已有人用，請換一張。</translation>
    </message>
    <message>
        <source>Write the month as 2025-03, or leave it empty.</source>
        <translation>請寫成 2025-03，或留空。</translation>
    </message>
    <message>
        <source>Your role does not enrol members. A clerk, cashier or manager does.</source>
        <translation>您的角色不能辦會員，請店員、收銀員或店長辦理。</translation>
    </message>
    <message>
        <source>Head office could not read it. Enrol once more.</source>
        <translation>總部讀不出來，請重新辦理。</translation>
    </message>
    <message>
        <source>Nobody was enrolled</source>
        <translation>沒有辦成</translation>
    </message>
    <message>
        <source>Saved: {name}, …{tail}</source>
        <translation>已儲存：{name}，尾號 {tail}</translation>
    </message>
    <message>
        <source>The member number comes as soon as head office answers. It is sent by itself.</source>
        <translation>連上總部後會自動傳送，會員號隨後就來。</translation>
    </message>
    <message>
        <source>Enrolled: {name}</source>
        <translation>已辦會員：{name}</translation>
    </message>
    <message>
        <source>This phone was a member&apos;s already: {name}. What they agreed to is renewed.</source>
        <translation>這個手機號已是會員：{name}，同意內容已更新。</translation>
    </message>
    <message>
        <source>Enrolled {name} …{tail}</source>
        <translation>辦會員 {name} …{tail}</translation>
    </message>
    <message>
        <source>Enrolled a member</source>
        <translation>辦會員</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>先放著 %n 單</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>開啟備貨</translation>
    </message>
    <message>
        <source>There is nothing to take back: a hand-over of this till can be taken back within {time}.</source>
        <translation>沒有可以撤銷的：本機的交付在 {time}內可以撤銷。</translation>
    </message>
    <message>
        <source>Pick it and make it ready first</source>
        <translation>先揀貨，放上貨架</translation>
    </message>
    <message>
        <source>Type the short code</source>
        <translation>輸入短碼</translation>
    </message>
    <message>
        <source>8 characters below the QR code</source>
        <translation>QR 碼下面的 8 個字元</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>已複製：{text}</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>下單</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接單</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已揀貨</translation>
    </message>
    <message>
        <source>Made ready</source>
        <translation>已備好，待取</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒單</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not collected in time</source>
        <translation>過期未取</translation>
    </message>
    <message>
        <source>Paid at the till</source>
        <translation>門市收款</translation>
    </message>
    <message>
        <source>Handed over: {pieces}</source>
        <translation>已交付 {pieces}</translation>
    </message>
    <message>
        <source>Hand-over taken back</source>
        <translation>已撤銷交付</translation>
    </message>
    <message>
        <source>Shown and refused</source>
        <translation>出示過，沒有交付</translation>
    </message>
    <message>
        <source>Shown here just now</source>
        <translation>剛才在這裡出示</translation>
    </message>
    <message>
        <source>collected by {name}</source>
        <translation>由 {name} 代取</translation>
    </message>
    <message>
        <source>There is no network. Hand-overs are kept on this till and sent later.</source>
        <translation>沒有網路。交付先記在本機，連線後補傳。</translation>
    </message>
    <message>
        <source>The hub takes too long to answer.</source>
        <translation>總部中心應答太慢。</translation>
    </message>
    <message>
        <source>Something else answers in its place, perhaps the sign-in page of a Wi-Fi.</source>
        <translation>應答的不是總部中心，可能是 Wi-Fi 登入頁。</translation>
    </message>
    <message>
        <source>The answer broke off in the middle.</source>
        <translation>應答中途斷了。</translation>
    </message>
    <message>
        <source>The hub has a problem of its own. It is asked again by itself.</source>
        <translation>總部中心自己出了問題。會自動再問。</translation>
    </message>
    <message>
        <source>Another hub answers at this address. Nothing is taken from it.</source>
        <translation>這個地址應答的是另一個總部中心。不會採用它的資料。</translation>
    </message>
    <message>
        <source>Head office has disconnected this till. What waits is kept.</source>
        <translation>總部斷開了這台收銀台。待發的都還在。</translation>
    </message>
    <message>
        <source>This till has to be connected again. What waits is kept.</source>
        <translation>這台需要重新連線。待發的都還在。</translation>
    </message>
    <message>
        <source>The hub speaks a newer version. Update this program.</source>
        <translation>總部中心版本更新了。請更新本程式。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>隨系統</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Remembered for this till</source>
        <translation>這台會記住</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Scan field</source>
        <translation>掃碼框</translation>
    </message>
    <message>
        <source>Camera on or off</source>
        <translation>開關鏡頭</translation>
    </message>
    <message>
        <source>The main act of the screen</source>
        <translation>本畫面的主要操作</translation>
    </message>
    <message>
        <source>Clear, back; nothing is lost</source>
        <translation>清除、返回，不會丟東西</translation>
    </message>
    <message>
        <source>Move, tick, more, fewer</source>
        <translation>上下、勾選、加、減</translation>
    </message>
    <message>
        <source>The button of that row</source>
        <translation>第幾行的按鈕</translation>
    </message>
    <message>
        <source>In person or somebody else</source>
        <translation>本人或代取</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>發件箱</translation>
    </message>
    <message>
        <source>Lock, switch clerk</source>
        <translation>鎖定、換人</translation>
    </message>
    <message>
        <source>Take the last hand-over back</source>
        <translation>撤銷上一次交付</translation>
    </message>
    <message>
        <source>Ask the hub now</source>
        <translation>現在問總部中心</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>全屏開關</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>這張表</translation>
    </message>
    <message>
        <source>Codes to try</source>
        <translation>試試這些碼</translation>
    </message>
    <message>
        <source>Hold one to the camera, scan it from the screen, or press its button.</source>
        <translation>對著鏡頭，用掃描槍掃螢幕，或按按鈕。</translation>
    </message>
    <message>
        <source>Scan this</source>
        <translation>掃這個</translation>
    </message>
    <message>
        <source>Can be collected</source>
        <translation>可以取</translation>
    </message>
    <message>
        <source>With a balance</source>
        <translation>有尾款</translation>
    </message>
    <message>
        <source>Another branch</source>
        <translation>別家店</translation>
    </message>
    <message>
        <source>Already collected</source>
        <translation>已領取</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>還沒備好</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Badge of {name}, PIN {pin}</source>
        <translation>{name} 的員工證，PIN {pin}</translation>
    </message>
    <message>
        <source>Cannot hand over: order not known</source>
        <translation>不能交付：沒有這張單</translation>
    </message>
    <message>
        <source>The hub and this till know no such order.</source>
        <translation>總部中心和本機都沒有這張單。</translation>
    </message>
    <message>
        <source>I cannot find this order. Could you open the newest one on your phone?</source>
        <translation>沒找到這張單，麻煩開啟手機裡最新的訂單給我看一下。</translation>
    </message>
    <message>
        <source>Cannot hand over: cancelled</source>
        <translation>不能交付：已取消</translation>
    </message>
    <message>
        <source>The order was cancelled {when}.</source>
        <translation>這單已在 {when} 取消。</translation>
    </message>
    <message>
        <source>This order was cancelled {when}. Your order page shows what happened to the payment.</source>
        <translation>這單 {when} 取消了，退款進度在訂單頁可以看到。</translation>
    </message>
    <message>
        <source>Cannot hand over: not accepted here</source>
        <translation>不能交付：本店沒有接這單</translation>
    </message>
    <message>
        <source>This branch could not fulfil it, so the hub looks for another one.</source>
        <translation>本店沒能備貨，總部中心正在改派別的店。</translation>
    </message>
    <message>
        <source>We could not prepare this order here. You will get a message with the branch that has it.</source>
        <translation>這單本店沒能備齊，會有訊息告訴您到哪家店取。</translation>
    </message>
    <message>
        <source>Cannot hand over: already collected</source>
        <translation>不能交付：已被領取</translation>
    </message>
    <message>
        <source>All {pieces} were collected at {branch} {when}. The code is genuine but works once.</source>
        <translation>{when} 已在{branch}領走全部 {pieces}。碼是真的，但只能用一次。</translation>
    </message>
    <message>
        <source>The order was collected before. The code is genuine but works once.</source>
        <translation>這單之前領走了。碼是真的，但只能用一次。</translation>
    </message>
    <message>
        <source>This order was collected {when} at {branch}. Let me check it with them.</source>
        <translation>這單 {when} 在{branch}取走了，我現在幫您核對，請稍等。</translation>
    </message>
    <message>
        <source>Cannot hand over: for {branch}</source>
        <translation>不能交付：要到{branch}取</translation>
    </message>
    <message>
        <source>The goods of this order are at {branch}, {address}.</source>
        <translation>這單的貨在{branch}，{address}。</translation>
    </message>
    <message>
        <source>This order waits for you at {branch}, {address}.</source>
        <translation>您這單在{branch}取，地址是{address}。</translation>
    </message>
    <message>
        <source>Cannot hand over: not ready yet</source>
        <translation>不能交付：還沒備好</translation>
    </message>
    <message>
        <source>The order is in the queue here, due {when}.</source>
        <translation>這單在本店備貨中，預計 {when} 備好。</translation>
    </message>
    <message>
        <source>We are still preparing it. It should be ready {when}.</source>
        <translation>這單還在準備，預計 {when} 好。</translation>
    </message>
    <message>
        <source>Cannot hand over: out of date</source>
        <translation>不能交付：過了取貨期</translation>
    </message>
    <message>
        <source>It was to be collected by {when}. The goods go back to the shelf.</source>
        <translation>取貨期到 {when} 為止，商品會退回貨架。</translation>
    </message>
    <message>
        <source>The date for this order was {when}. Let me ask what we can do.</source>
        <translation>這單取貨期到 {when}，我幫您問一下怎麼處理。</translation>
    </message>
    <message>
        <source>Not read completely</source>
        <translation>沒有讀全</translation>
    </message>
    <message>
        <source>A part of the code was misread. The code may well be right.</source>
        <translation>碼有一段讀錯了，碼本身可能沒問題。</translation>
    </message>
    <message>
        <source>Could you make your screen brighter and hold the phone still?</source>
        <translation>麻煩把螢幕調亮，手機拿穩一點。</translation>
    </message>
    <message>
        <source>Cannot read it: newer kind of code</source>
        <translation>讀不了：這是新版的碼</translation>
    </message>
    <message>
        <source>The code is newer than this program. Type the short code instead.</source>
        <translation>這個碼比本程式新。請改用短碼。</translation>
    </message>
    <message>
        <source>Could you show me the 8 characters below the code?</source>
        <translation>麻煩把 QR 碼下面的 8 個字元給我看一下。</translation>
    </message>
    <message>
        <source>Not a code of this chain</source>
        <translation>不是本店的碼</translation>
    </message>
    <message>
        <source>The signature does not belong to our hub. Somebody may have made or changed this code.</source>
        <translation>簽名不是總部中心的。這個碼可能是別人做的或改過的。</translation>
    </message>
    <message>
        <source>I cannot accept this code. Could you open the order in the app and show me the code there?</source>
        <translation>這個碼用不了，麻煩開啟訂單頁，出示裡面的碼。</translation>
    </message>
    <message>
        <source>Cannot check this code yet</source>
        <translation>還不能核對這個碼</translation>
    </message>
    <message>
        <source>It is signed with a key that this till has not received. It may be quite new.</source>
        <translation>簽名用的金鑰本機還沒收到，可能是剛換的。</translation>
    </message>
    <message>
        <source>One moment, I am asking head office about this code.</source>
        <translation>請稍等，我正在和總部核對這個碼。</translation>
    </message>
    <message>
        <source>Cannot hand over: code withdrawn</source>
        <translation>不能交付：碼已作廢</translation>
    </message>
    <message>
        <source>Head office has withdrawn this code. A newer one may have been sent.</source>
        <translation>總部作廢了這個碼，可能已發了新的。</translation>
    </message>
    <message>
        <source>This code was replaced. Could you open the order and show me the newest code?</source>
        <translation>這個碼已經換了，麻煩開啟訂單出示最新的碼。</translation>
    </message>
    <message>
        <source>Cannot hand over: there is a newer code</source>
        <translation>不能交付：有更新的碼</translation>
    </message>
    <message>
        <source>The order got a newer code. Only the newest one counts.</source>
        <translation>這單有了新的碼，只有最新的算數。</translation>
    </message>
    <message>
        <source>Cannot hand over: code out of date</source>
        <translation>不能交付：碼已過期</translation>
    </message>
    <message>
        <source>The code is past its date.</source>
        <translation>這個碼過期了。</translation>
    </message>
    <message>
        <source>Cannot hand over: code not valid yet</source>
        <translation>不能交付：碼還沒生效</translation>
    </message>
    <message>
        <source>The code is from the future. Check the clock of this till.</source>
        <translation>這個碼的時間在未來。請檢查本機時鐘。</translation>
    </message>
    <message>
        <source>Short code not known here</source>
        <translation>本店沒有這個短碼</translation>
    </message>
    <message>
        <source>No open order of this branch has it. Scan the QR code, it says more.</source>
        <translation>本店沒有待取的單用這個短碼。掃 QR 碼能看到更多。</translation>
    </message>
    <message>
        <source>Could you show me the QR code of the order?</source>
        <translation>麻煩把訂單的 QR 碼給我掃一下。</translation>
    </message>
    <message>
        <source>Too many short codes did not fit</source>
        <translation>短碼試錯太多次</translation>
    </message>
    <message>
        <source>A manager decides: the order has changed</source>
        <translation>請店長決定：訂單改過</translation>
    </message>
    <message>
        <source>The articles are no longer those for which the code was made.</source>
        <translation>商品和發碼時不一樣了。</translation>
    </message>
    <message>
        <source>A manager decides: only with the hub</source>
        <translation>請店長決定：須連線核對</translation>
    </message>
    <message>
        <source>Head office wants this order confirmed online, and the hub does not answer.</source>
        <translation>總部要求這單連線確認，總部中心現在沒應答。</translation>
    </message>
    <message>
        <source>A manager decides: this till is long offline</source>
        <translation>請店長決定：本機離線太久</translation>
    </message>
    <message>
        <source>The keys on this till are more than 30 days old.</source>
        <translation>本機金鑰已超過 30 天沒更新。</translation>
    </message>
    <message>
        <source>A manager decides: the hub has been silent for long</source>
        <translation>請店長決定：總部中心很久沒應答</translation>
    </message>
    <message>
        <source>Without the hub, this till cannot know whether somebody else handed it over meanwhile.</source>
        <translation>連不上總部中心，本機無法知道別處是否已經交付。</translation>
    </message>
    <message>
        <source>A manager decides: the clock is not sure</source>
        <translation>請店長決定：時鐘不準</translation>
    </message>
    <message>
        <source>The clock of this till jumped, so dates cannot be trusted.</source>
        <translation>本機時鐘跳過，日期信不過。</translation>
    </message>
    <message>
        <source>One moment, my manager looks at it with me.</source>
        <translation>請稍等，我請店長一起看一下。</translation>
    </message>
    <message>
        <source>Cannot hand over</source>
        <translation>不能交付</translation>
    </message>
    <message>
        <source>Nothing is ticked yet.</source>
        <translation>還沒有勾選商品。</translation>
    </message>
    <message>
        <source>More is ticked than remains. Another till was quicker.</source>
        <translation>勾選的比剩下的多，另一台可能先交付了。</translation>
    </message>
    <message>
        <source>Head office wants the identity checked for this order.</source>
        <translation>總部要求這單核對身份。</translation>
    </message>
    <message>
        <source>This order is only handed over whole.</source>
        <translation>這單隻能一次取完。</translation>
    </message>
    <message>
        <source>The time for taking it back is over. Ask a manager.</source>
        <translation>撤銷時間過了，請找店長。</translation>
    </message>
    <message>
        <source>It was handed over at another till. Take it back there.</source>
        <translation>這單是另一台交付的，請到那台撤銷。</translation>
    </message>
    <message>
        <source>It was taken back before.</source>
        <translation>之前已經撤銷過。</translation>
    </message>
    <message>
        <source>It needs a manager&apos;s approval.</source>
        <translation>需要店長批准。</translation>
    </message>
    <message>
        <source>Another manager has to approve this.</source>
        <translation>要由另一位店長批准。</translation>
    </message>
    <message>
        <source>A balance has to be paid first.</source>
        <translation>要先付清尾款。</translation>
    </message>
    <message>
        <source>Let me have a look at it, one moment.</source>
        <translation>我看一下，請稍等。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>待取</translation>
    </message>
    <message>
        <source>most urgent first</source>
        <translation>最急的在上</translation>
    </message>
    <message>
        <source>Nothing new. A paid online order appears here by itself, with a chime.</source>
        <translation>沒有新單。線上付了款的單會自己出現，並響一聲。</translation>
    </message>
    <message>
        <source>Nobody is picking. Go to a new order and start.</source>
        <translation>還沒人在揀。選一張新單開始吧。</translation>
    </message>
    <message>
        <source>Nothing waits for its owner.</source>
        <translation>沒有等人來取的貨。</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>沒有要備的單</translation>
    </message>
    <message>
        <source>Fetching the orders of this branch, {seconds} s</source>
        <translation>正在取本店的訂單，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>{shown} of {total} shown, the most urgent ones</source>
        <translation>共 {total} 單，顯示最急的 {shown} 單</translation>
    </message>
    <message>
        <source>All orders of this branch are shown</source>
        <translation>本店的單都在這裡</translation>
    </message>
    <message>
        <source>updated {age}</source>
        <translation>{age}更新</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>自提</translation>
    </message>
    <message>
        <source>Just in, {time} ago</source>
        <translation>新單，{time}前</translation>
    </message>
    <message>
        <source>Just in</source>
        <translation>新單，剛到</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已付清</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>可取至 {date}</translation>
    </message>
    <message>
        <source>{time} over its date</source>
        <translation>過期 {time}</translation>
    </message>
    <message>
        <source>Shelf {shelf}</source>
        <translation>貨架 {shelf}</translation>
    </message>
    <message>
        <source>no shelf noted</source>
        <translation>沒記貨架</translation>
    </message>
    <message>
        <source>facts disagree</source>
        <translation>紀錄對不上</translation>
    </message>
    <message>
        <source>Go to an order</source>
        <translation>選一張單</translation>
    </message>
    <message>
        <source>← → ↑ ↓ move between the cards</source>
        <translation>用 ← → ↑ ↓ 在卡片間移動</translation>
    </message>
    <message>
        <source>Pickup {number}</source>
        <translation>自提 {number}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下單</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>須備好</translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation>揀貨人</translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation>放在</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>還沒有人</translation>
    </message>
    <message>
        <source>Order {order}: handed over though no longer open</source>
        <translation>訂單 {order}：已失效卻交付了</translation>
    </message>
    <message>
        <source>Start picking first, then scan each article</source>
        <translation>先開始揀貨，再逐件掃碼</translation>
    </message>
    <message>
        <source>→ {outcome}</source>
        <translation>→ {outcome}</translation>
    </message>
    <message>
        <source>oldest {time}</source>
        <translation>最早 {time}前</translation>
    </message>
    <message>
        <source>Perhaps it has changed</source>
        <translation>也許剛有變化</translation>
    </message>
    <message>
        <source>Start picking {number}</source>
        <translation>開始揀 {number}</translation>
    </message>
    <message>
        <source>Ready: {number}</source>
        <translation>備好 {number}</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>開啟 {number}</translation>
    </message>
    <message>
        <source>Cannot fulfil</source>
        <translation>無法備貨</translation>
    </message>
    <message>
        <source>All is here</source>
        <translation>全部到齊</translation>
    </message>
    <message>
        <source>Still to pick: {pieces}. F6 ticks them all.</source>
        <translation>還差 {pieces}。F6 全部勾上。</translation>
    </message>
    <message>
        <source>A step of the queue cannot be taken back; if it was wrong, say so with F8.</source>
        <translation>備貨的步驟不能撤銷；若有不對，按 F8 說明。</translation>
    </message>
    <message>
        <source>The customer has been told, so this cannot be taken back.</source>
        <translation>已通知顧客，所以不能撤銷。</translation>
    </message>
    <message>
        <source>Picking {number} has begun</source>
        <translation>已開始揀 {number}</translation>
    </message>
    <message>
        <source>{number} is ready on shelf {shelf}</source>
        <translation>{number} 已備好，在貨架 {shelf}</translation>
    </message>
    <message>
        <source>The customer hears of it as soon as the hub has it.</source>
        <translation>總部中心收到後馬上通知顧客。</translation>
    </message>
    <message>
        <source>{number} was given back</source>
        <translation>{number} 已退回</translation>
    </message>
    <message>
        <source>The hub looks for another branch. The articles stay on sale here.</source>
        <translation>總部中心會另找門市。商品留在本店繼續賣。</translation>
    </message>
    <message>
        <source>Not done: {number}</source>
        <translation>沒有辦成：{number}</translation>
    </message>
    <message>
        <source>{name} is not in this order. Put it back.</source>
        <translation>{name} 不在這單裡。請放回去。</translation>
    </message>
    <message>
        <source>{name}: all {count} are picked already. One too many was taken.</source>
        <translation>{name}：{count} 件都揀齊了，這是多拿的。</translation>
    </message>
    <message>
        <source>Where does {number} lie?</source>
        <translation>{number} 放在哪裡？</translation>
    </message>
    <message>
        <source>The customer is told at once, and the code becomes valid. This cannot be taken back.</source>
        <translation>會馬上通知顧客，提貨碼隨即生效。這一步不能撤銷。</translation>
    </message>
    <message>
        <source>{pieces} not ticked. Making it ready says that all of it is here.</source>
        <translation>還有 {pieces} 沒勾。備好就表示全部到齊。</translation>
    </message>
    <message>
        <source>{count} here</source>
        <translation>已放 {count} 單</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空著</translation>
    </message>
    <message>
        <source>Another place, such as D-12</source>
        <translation>別的位置，例如 D-12</translation>
    </message>
    <message>
        <source>One parcel fewer</source>
        <translation>少一袋</translation>
    </message>
    <message>
        <source>One parcel more</source>
        <translation>多一袋</translation>
    </message>
    <message>
        <source>Choose a shelf first</source>
        <translation>先選貨架</translation>
    </message>
    <message>
        <source>Make it ready</source>
        <translation>備好</translation>
    </message>
    <message>
        <source>Why can {number} not be fulfilled?</source>
        <translation>{number} 為什麼備不了？</translation>
    </message>
    <message>
        <source>The hub gives it to another branch or tells the customer. This cannot be taken back.</source>
        <translation>總部中心會轉給別的門市，或告知顧客。這一步不能撤銷。</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>not on its shelf, nor in the stock room</source>
        <translation>貨架和倉庫裡都沒有</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>有破損</translation>
    </message>
    <message>
        <source>here, but not to be sold</source>
        <translation>貨在，但不能賣</translation>
    </message>
    <message>
        <source>Too much to do</source>
        <translation>忙不過來</translation>
    </message>
    <message>
        <source>it cannot be ready in time</source>
        <translation>趕不及備好</translation>
    </message>
    <message>
        <source>say it in a few words</source>
        <translation>用幾個字說明</translation>
    </message>
    <message>
        <source>Choose a reason first</source>
        <translation>先選原因</translation>
    </message>
    <message>
        <source>New order {number}: {pieces}</source>
        <translation>新單 {number}：{pieces}</translation>
    </message>
    <message>
        <source>{count} more: F10</source>
        <translation>還有 {count} 條：F10</translation>
    </message>
    <message>
        <source>{count} need a look</source>
        <translation>{count} 條要看</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>都已送達</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>沒有待發的</translation>
    </message>
    <message>
        <source>Everything done at this till has reached the hub.</source>
        <translation>本機做的都已送達總部中心。</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待傳送</translation>
    </message>
    <message>
        <source>{carrier} has it.</source>
        <translation>由 {carrier} 配送。</translation>
    </message>
    <message>
        <source>special price {price} until {day}, otherwise {then}</source>
        <translation>特價 {price}（至 {day}），原價 {then}</translation>
    </message>
    <message>
        <source>Why is it approved?</source>
        <translation>核准理由</translation>
    </message>
    <message>
        <source>{name}: choose first why it is approved</source>
        <translation>{name}：請先選核准理由</translation>
    </message>
    <message>
        <source>To be sent out</source>
        <translation>待寄出</translation>
    </message>
    <message>
        <source>Numbers missing: {count} of {total}</source>
        <translation>還缺單號：{count}/{total}</translation>
    </message>
    <message>
        <source>Reached the hub</source>
        <translation>已送達總部中心</translation>
    </message>
    <message>
        <source>Facts that disagree</source>
        <translation>對不上的紀錄</translation>
    </message>
    <message>
        <source>{time} · {age}</source>
        <translation>{time}・{age}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>現在重試</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>為什麼？</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Switching off or signing out loses nothing.</source>
        <translation>關機、退出都不會丟。</translation>
    </message>
    <message>
        <source>Older acts are kept, but not listed here.</source>
        <translation>更早的都儲存著，這裡不列出。</translation>
    </message>
    <message>
        <source>The hub answers</source>
        <translation>總部中心有應答</translation>
    </message>
    <message>
        <source>The hub cannot be reached</source>
        <translation>連不上總部中心</translation>
    </message>
    <message>
        <source>No answer from the hub for {time}</source>
        <translation>總部中心 {time}沒有應答</translation>
    </message>
    <message>
        <source>This needs a manager or head office</source>
        <translation>要請店長或總部處理</translation>
    </message>
    <message>
        <source>The catalogue is coming: {done} of {total} MB.</source>
        <translation>正在下載商品目錄：{done} / {total} MB。</translation>
    </message>
    <message>
        <source>The new catalogue is being made ready.</source>
        <translation>新的商品目錄正在準備。</translation>
    </message>
    <message>
        <source>There is no room for the new catalogue. Free some space; the old one serves until then.</source>
        <translation>磁碟空間不夠，放不下新的商品目錄。請騰出空間，在此之前仍用舊目錄。</translation>
    </message>
    <message>
        <source>The new catalogue did not arrive whole. It is fetched again by itself.</source>
        <translation>新的商品目錄沒有完整收到，會自動重新下載。</translation>
    </message>
    <message>
        <source>What is done here is sent at once.</source>
        <translation>這裡做的會馬上發出。</translation>
    </message>
    <message>
        <source>Tries again by itself in {seconds} s.</source>
        <translation>{seconds} 秒後自動重試。</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>正在重試。</translation>
    </message>
    <message>
        <source>Trying again does not help by itself.</source>
        <translation>自動重試沒有用。</translation>
    </message>
    <message>
        <source>Last answer {when}</source>
        <translation>上次應答：{when}</translation>
    </message>
    <message>
        <source>It has never answered this till</source>
        <translation>它還沒應答過本機</translation>
    </message>
    <message>
        <source>Hand-overs go on. Orders above {amount} need a manager meanwhile.</source>
        <translation>照常交付。期間超過 {amount} 的單要店長批准。</translation>
    </message>
    <message>
        <source>Hand-overs go on and are kept on this till.</source>
        <translation>照常交付，先存在本機。</translation>
    </message>
    <message>
        <source>{code} · {url}</source>
        <translation>{code}・{url}</translation>
    </message>
    <message>
        <source>There is no network here. Look at the cable or the Wi-Fi.</source>
        <translation>這裡沒有網路。請看看網線或 Wi-Fi。</translation>
    </message>
    <message>
        <source>The hub does not answer in time. The network may be slow.</source>
        <translation>總部中心沒有及時應答。網路可能很慢。</translation>
    </message>
    <message>
        <source>The network asks for a sign-in page. Open a web page, sign in there, then try again.</source>
        <translation>網路要求先登入。請開啟網頁登入，再重試。</translation>
    </message>
    <message>
        <source>The answer broke off in the middle. It was not used.</source>
        <translation>應答中途斷了，沒有采用。</translation>
    </message>
    <message>
        <source>The hub has a fault of its own. Head office sees it, too.</source>
        <translation>總部中心自己出了故障，總部也看得到。</translation>
    </message>
    <message>
        <source>Another hub answers at this address. Nothing was sent to it. Call head office.</source>
        <translation>這個地址應答的是另一個總部中心。沒有發給它。請聯絡總部。</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate is not the one this till knows. Nothing was sent. Call head office.</source>
        <translation>總部中心的證書不是本機認識的那張。沒有傳送。請聯絡總部。</translation>
    </message>
    <message>
        <source>Head office has withdrawn this till. What was done here is kept.</source>
        <translation>總部已停用本機。做過的都儲存著。</translation>
    </message>
    <message>
        <source>Another computer speaks in the name of this till. It has to be connected anew.</source>
        <translation>另一台電腦在冒用本機的名義。本機要重新連線。</translation>
    </message>
    <message>
        <source>This program is too old for the hub. It has to be updated.</source>
        <translation>程式版本太舊，要更新才能連總部中心。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set it, then try again.</source>
        <translation>電腦的時鐘不對。調好後再重試。</translation>
    </message>
    <message>
        <source>The hub does not know this till any more. It has to be connected anew.</source>
        <translation>總部中心已不認識本機。要重新連線。</translation>
    </message>
    <message>
        <source>Handed over {order}, {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Took back {order}</source>
        <translation>撤銷 {order}</translation>
    </message>
    <message>
        <source>Refused {order}</source>
        <translation>未交付 {order}</translation>
    </message>
    <message>
        <source>Began picking {order}</source>
        <translation>開始揀 {order}</translation>
    </message>
    <message>
        <source>Picked for {order}</source>
        <translation>揀貨 {order}</translation>
    </message>
    <message>
        <source>Made ready {order}</source>
        <translation>備好 {order}</translation>
    </message>
    <message>
        <source>Gave back {order}</source>
        <translation>退回 {order}</translation>
    </message>
    <message>
        <source>Took {amount} for {order}</source>
        <translation>收款 {amount}・{order}</translation>
    </message>
    <message>
        <source>An act on {order}</source>
        <translation>操作 {order}</translation>
    </message>
    <message>
        <source>The hub has it.</source>
        <translation>總部中心已收到。</translation>
    </message>
    <message>
        <source>Taken back since.</source>
        <translation>後來撤銷了。</translation>
    </message>
    <message>
        <source>The hub has it, but it does not agree with another act.</source>
        <translation>總部中心已收到，但和另一條紀錄對不上。</translation>
    </message>
    <message>
        <source>It waits for an earlier act to arrive first.</source>
        <translation>要等更早的一條先到。</translation>
    </message>
    <message>
        <source>The hub has kept it for people to look at.</source>
        <translation>總部中心已留存，待人檢視。</translation>
    </message>
    <message>
        <source>Order {order}: handed over twice</source>
        <translation>訂單 {order}：交付了兩次</translation>
    </message>
    <message>
        <source>Look whether both customers have goods. Nothing was taken back by itself.</source>
        <translation>請檢視兩位顧客是否都拿了貨。系統沒有自動撤銷。</translation>
    </message>
    <message>
        <source>Order {order}: handed over before it was ready</source>
        <translation>訂單 {order}：還沒備好就交付了</translation>
    </message>
    <message>
        <source>Look whether the right goods were given.</source>
        <translation>請檢視交付的貨對不對。</translation>
    </message>
    <message>
        <source>It had been cancelled, given back or was out of date. Head office looks at the payment.</source>
        <translation>它已取消、退回或過期。款項由總部檢視。</translation>
    </message>
    <message>
        <source>Order {order}: handed over with a balance open</source>
        <translation>訂單 {order}：尾款未付就交付了</translation>
    </message>
    <message>
        <source>Ask whether the balance was paid and not noted.</source>
        <translation>請問清尾款是否付了沒記。</translation>
    </message>
    <message>
        <source>Order {order}: taken back after the time for it</source>
        <translation>訂單 {order}：超時後才撤銷</translation>
    </message>
    <message>
        <source>Look whether the goods are here.</source>
        <translation>請檢視貨是否在店。</translation>
    </message>
    <message>
        <source>Order {order}: something taken back that was not handed over</source>
        <translation>訂單 {order}：撤銷了並沒有交付的貨</translation>
    </message>
    <message>
        <source>Look at the order together with whoever did it.</source>
        <translation>請和操作的人一起看這單。</translation>
    </message>
    <message>
        <source>Order {order}: paid more than was due</source>
        <translation>訂單 {order}：收的比應收的多</translation>
    </message>
    <message>
        <source>Two tills may have taken the same balance. Give one back.</source>
        <translation>可能兩台都收了尾款。請退還一份。</translation>
    </message>
    <message>
        <source>Order {order}: two people worked on it</source>
        <translation>訂單 {order}：兩個人同時在備</translation>
    </message>
    <message>
        <source>The order had moved on when this step arrived. Look where the goods are.</source>
        <translation>這一步送到時，單子已往前走了。請看看貨在哪裡。</translation>
    </message>
    <message>
        <source>Order {order}: two facts disagree</source>
        <translation>訂單 {order}：兩條紀錄對不上</translation>
    </message>
    <message>
        <source>Ask head office. Nothing was changed by itself.</source>
        <translation>請問總部。系統沒有自動改動。</translation>
    </message>
    <message>
        <source>Picking begun</source>
        <translation>開始揀貨</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Balance taken</source>
        <translation>已收尾款</translation>
    </message>
    <message>
        <source>Another act</source>
        <translation>另一項操作</translation>
    </message>
    <message>
        <source>Do not take payment again. F9 shows how it stands.</source>
        <translation>不要再收一次款。按 F9 檢視進展。</translation>
    </message>
    <message>
        <source>Carrier takes {amount}</source>
        <translation>快遞代收 {amount}</translation>
    </message>
    <message>
        <source>At pickup {amount}</source>
        <translation>取貨時付 {amount}</translation>
    </message>
    <message>
        <source>Pick up at</source>
        <translation>取貨門店</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>發貨門店</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>預計可取</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>預計送達</translation>
    </message>
    <message>
        <source>To pay at pickup</source>
        <translation>取貨時付</translation>
    </message>
    <message>
        <source>Carrier collects</source>
        <translation>快遞代收</translation>
    </message>
    <message>
        <source>{name}: {amount} more needed.</source>
        <translation>再買 {amount} 就能用 {name}。</translation>
    </message>
    <message>
        <source>{name}: {count} more needed.</source>
        <translation>再買 {count} 件就能用 {name}。</translation>
    </message>
    <message>
        <source>This till does not have this receipt, or no longer has it.</source>
        <translation>本收銀台沒有這張收據，或已不再保存。</translation>
    </message>
    <message>
        <source>The hub does not answer, so nobody can say where it lies. Note it, and call back.</source>
        <translation>總部沒有回應，查不到哪裡有貨。請記下來，之後回電。</translation>
    </message>
    <message>
        <source>Without the hub nothing can be ordered.</source>
        <translation>連不上總部，不能下單。</translation>
    </message>
    <message>
        <source>What is sent is paid in full, or on delivery.</source>
        <translation>寄送的商品須付全額或貨到付款。</translation>
    </message>
    <message>
        <source>So much is not paid on delivery. Pay it now.</source>
        <translation>金額超過貨到付款的上限，請現在付款。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Who hands it over</source>
        <translation>交件人姓名</translation>
    </message>
    <message>
        <source>Choose a place first</source>
        <translation>請先選地點</translation>
    </message>
    <message>
        <source>no place chosen yet</source>
        <translation>還沒選地點</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>{day} {month} {time}</source>
        <translation>{month}-{day} {time}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month}-{day}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分鐘</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小時</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小時 {minutes} 分</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>01 02 03 04 05 06 07 08 09 10 11 12</translation>
    </message>
    <message>
        <source>Mon Tue Wed Thu Fri Sat Sun</source>
        <translation>週一 週二 週三 週四 週五 週六 週日</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month}</source>
        <translation>{month} 月 {day} 日 {weekday}</translation>
    </message>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{days} left</source>
        <translation>還有 {days}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>The order has moved on meanwhile. Look at it once more.</source>
        <translation>這單剛有變化，請再看一次。</translation>
    </message>
    <message>
        <source>Something typed here is too long. Shorten it and try again.</source>
        <translation>填寫的內容太長了。請縮短後再試。</translation>
    </message>
    <message>
        <source>Handed over {order} · {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Taken back {order} · {pieces}</source>
        <translation>撤銷交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Accepted {order}</source>
        <translation>接單 {order}</translation>
    </message>
    <message>
        <source>Picked {order}</source>
        <translation>揀貨 {order}</translation>
    </message>
    <message>
        <source>Ready {order}</source>
        <translation>備好 {order}</translation>
    </message>
    <message>
        <source>Rejected {order}</source>
        <translation>拒單 {order}</translation>
    </message>
    <message>
        <source>Paid for {order}</source>
        <translation>收款 {order}</translation>
    </message>
    <message>
        <source>Pickup · {order}</source>
        <translation>自提・{order}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera.</source>
        <translation>系統不允許本程式用鏡頭。</translation>
    </message>
    <message>
        <source>This camera setting cannot be opened. Choose another in Settings.</source>
        <translation>這個鏡頭設定打不開。請在設定裡換一個。</translation>
    </message>
    <message>
        <source>Another computer speaks in this till&apos;s name. Ask head office. What waits is kept.</source>
        <translation>另一台電腦在用這台的身份。請聯絡總部。待發的都還在。</translation>
    </message>
    <message>
        <source>The hub does not believe the clock of this computer. Set it right.</source>
        <translation>總部中心不認這台電腦的時鐘。請校準。</translation>
    </message>
    <message>
        <source>The code belongs to another hub than this address.</source>
        <translation>這個配對碼屬於另一個總部中心，與填寫的地址不符。</translation>
    </message>
    <message>
        <source>Something of the old connection still waits to be sent. It has to arrive first.</source>
        <translation>之前的連線還有待發的紀錄，要先送達。</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>不用攝影機</translation>
    </message>
    <message>
        <source>Number, file or address of the camera</source>
        <translation>鏡頭編號、檔案或地址</translation>
    </message>
    <message>
        <source>A short code needs an address that begins with https://. Use the long code here.</source>
        <translation>短碼要用 https:// 開頭的地址。這裡請用長的配對碼。</translation>
    </message>
    <message>
        <source>Identity is checked</source>
        <translation>要核對身份</translation>
    </message>
    <message>
        <source>Collected in part</source>
        <translation>領了一部分</translation>
    </message>
    <message>
        <source>Opening this till</source>
        <translation>正在開啟這台收銀台</translation>
    </message>
    <message>
        <source>{name}: {count} more sold than was here</source>
        <translation>{name}：多賣了 {count} 件</translation>
    </message>
    <message>
        <source>Payment code</source>
        <translation>付款碼</translation>
    </message>
    <message>
        <source>Points pay only where all is paid now.</source>
        <translation>有尾款的單不能用點數支付。</translation>
    </message>
    <message>
        <source>What came back counts here. Only a manager hands it out in cash instead.</source>
        <translation>退回的商品已在此折抵，只有店長可以改付現金。</translation>
    </message>
    <message>
        <source>The goods of this order stay here, so nobody pays for them.</source>
        <translation>這張單的貨不能交，所以不收款。</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>換貨折抵</translation>
    </message>
    <message>
        <source>Sold {pieces}</source>
        <translation>售出 {pieces}</translation>
    </message>
    <message>
        <source>Choose how the basket is paid first, then scan this code.</source>
        <translation>先選好付款方式，再掃付款碼。</translation>
    </message>
    <message>
        <source>Took goods back · {amount} · slip {slip}</source>
        <translation>收回退貨 · {amount} · 退貨單 {slip}</translation>
    </message>
    <message>
        <source>Noted how a refund ended</source>
        <translation>記錄了退款結果</translation>
    </message>
    <message>
        <source>Taken back: {pieces}</source>
        <translation>收回退貨：{pieces}</translation>
    </message>
    <message>
        <source>Took back {pieces}</source>
        <translation>收回 {pieces}</translation>
    </message>
    <message>
        <source>More came back than was sold</source>
        <translation>退回的比賣出的多</translation>
    </message>
    <message>
        <source>It was refunded twice. Find out who has the money.</source>
        <translation>退了兩次款。請查清錢在誰手裡。</translation>
    </message>
    <message>
        <source>Another refund than was due</source>
        <translation>退款金額不對</translation>
    </message>
    <message>
        <source>Compare the slip with the receipt.</source>
        <translation>請把退貨單和收據對一下。</translation>
    </message>
    <message>
        <source>An exchange that was paid out, too</source>
        <translation>已折抵的換貨款又被支付</translation>
    </message>
    <message>
        <source>It has paid for a sale, and was given in cash. Find out who has the money.</source>
        <translation>它已折抵一筆銷售，又以現金付出。請查明錢在誰手裡。</translation>
    </message>
    <message>
        <source>Returned, but the hub knows no such sale</source>
        <translation>已退貨，但總部沒有這筆銷售</translation>
    </message>
    <message>
        <source>Its till may not have sent it yet. Look at the receipt.</source>
        <translation>也許那台收銀台還沒有上傳。請看收據。</translation>
    </message>
    <message>
        <source>A refund of no known return</source>
        <translation>找不到對應退貨的退款</translation>
    </message>
    <message>
        <source>Compare the till&apos;s slips with the hub.</source>
        <translation>請把收銀台的退貨單和總部對一下。</translation>
    </message>
    <message>
        <source>Two returns with one slip number</source>
        <translation>兩筆退貨用了同一個退貨單號</translation>
    </message>
    <message>
        <source>A return with a badge that nobody has</source>
        <translation>用無人持有的員工證做的退貨</translation>
    </message>
    <message>
        <source>A return by somebody who has left</source>
        <translation>已離職的人做的退貨</translation>
    </message>
    <message>
        <source>A return without the approval that it needed</source>
        <translation>缺少必要批准的退貨</translation>
    </message>
    <message>
        <source>A return whose approval does not hold</source>
        <translation>批准無效的退貨</translation>
    </message>
    <message>
        <source>Points taken back that were spent already</source>
        <translation>要收回的點數已經用掉</translation>
    </message>
    <message>
        <source>The member owes them now. The next purchase makes up for it.</source>
        <translation>會員現在欠這些點數，下次消費時補上。</translation>
    </message>
    <message>
        <source>Booked goods to be fetched at home</source>
        <translation>預約了上門取件</translation>
    </message>
    <message>
        <source>Opened the drawer</source>
        <translation>開錢箱</translation>
    </message>
    <message>
        <source>Put cash in or took some out</source>
        <translation>現金進出</translation>
    </message>
    <message>
        <source>Counted the drawer</source>
        <translation>點錢箱</translation>
    </message>
    <message>
        <source>Closed the day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>上週同日</translation>
    </message>
    <message>
        <source>Adding up the day …</source>
        <translation>正在彙總 …</translation>
    </message>
    <message>
        <source>All tills of the branch, from the hub</source>
        <translation>全店各收銀台，來自總部中心</translation>
    </message>
    <message>
        <source>This till only</source>
        <translation>僅本收銀台</translation>
    </message>
    <message>
        <source>{source} · {time} · {age}</source>
        <translation>{source} · {time} · {age}</translation>
    </message>
    <message>
        <source>Your own figures: what is credited to you, and what you handed over and took.</source>
        <translation>只顯示您自己的：歸屬您的、您交貨和收款的。</translation>
    </message>
    <message>
        <source>The hub does not answer. These are the figures of this till alone; the others are missing.</source>
        <translation>總部中心沒有應答。這裡只有本收銀台的數字，缺其他收銀台的。</translation>
    </message>
    <message>
        <source>Not in it yet: {count} of this till ({amount}), still to be sent.</source>
        <translation>尚未計入：本機待傳送 {count} 筆（{amount}）。</translation>
    </message>
    <message>
        <source>{count} hand-overs are of orders that are no longer known here; what they were worth is missing.</source>
        <translation>有 {count} 筆交貨的訂單已不在本機，金額缺失。</translation>
    </message>
    <message>
        <source>{count} in other currencies are not in it.</source>
        <translation>另有 {count} 筆其他貨幣，未計入。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>銷售額</translation>
    </message>
    <message>
        <source>Receipts and orders</source>
        <translation>單數</translation>
    </message>
    <message>
        <source>Each, on average</source>
        <translation>客單價</translation>
    </message>
    <message>
        <source>Orders handed over</source>
        <translation>已交貨訂單</translation>
    </message>
    <message>
        <source>{change} than a week before by this time</source>
        <translation>比上週同時段 {change}</translation>
    </message>
    <message>
        <source>A week before by this time: {figure}</source>
        <translation>上週同時段 {figure}</translation>
    </message>
    <message>
        <source>A week before: {figure}</source>
        <translation>上週同日 {figure}</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按小時</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>當天</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>上週同日</translation>
    </message>
    <message>
        <source>Busiest at {hour}:00, {amount}</source>
        <translation>最忙 {hour} 點，{amount}</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按通路</translation>
    </message>
    <message>
        <source>By clerk, credited</source>
        <translation>按店員歸屬</translation>
    </message>
    <message>
        <source>hub {time}</source>
        <translation>總部 {time}</translation>
    </message>
    <message>
        <source>this till {time}</source>
        <translation>本機 {time}</translation>
    </message>
    <message>
        <source>Tills</source>
        <translation>門市收銀</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>未歸屬</translation>
    </message>
    <message>
        <source>{count}</source>
        <translation>{count} 單</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待取</translation>
    </message>
    <message>
        <source>Since today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>1–2 days</source>
        <translation>1–2 天</translation>
    </message>
    <message>
        <source>3–5 days</source>
        <translation>3–5 天</translation>
    </message>
    <message>
        <source>Longer than 5</source>
        <translation>超過 5 天</translation>
    </message>
    <message>
        <source>Still to be made ready: {count}</source>
        <translation>待備貨：{count}</translation>
    </message>
    <message>
        <source>Drawers</source>
        <translation>錢箱與日結</translation>
    </message>
    <message>
        <source>No drawer was opened on this day.</source>
        <translation>當天沒有開過錢箱。</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開箱</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>點錢</translation>
    </message>
    <message>
        <source>Report {number}</source>
        <translation>日結 {number}</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>差 {amount}</translation>
    </message>
    <message>
        <source>Nothing was sold on this day yet</source>
        <translation>當天還沒有銷售</translation>
    </message>
    <message>
        <source>What is paid at a till, and what is handed over of orders, is added up here.</source>
        <translation>收銀台收款和訂單交貨都會彙總在這裡。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Cash in/out</source>
        <translation>現金進出</translation>
    </message>
    <message>
        <source>Count drawer</source>
        <translation>點錢箱</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>開錢箱</translation>
    </message>
    <message>
        <source>Close day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>{till} should hold {amount}</source>
        <translation>{till} 錢箱應有 {amount}</translation>
    </message>
    <message>
        <source>Float {amount}</source>
        <translation>備用 {amount}</translation>
    </message>
    <message>
        <source>+ cash {amount}</source>
        <translation>+ 現金 {amount}</translation>
    </message>
    <message>
        <source>+ put in {amount}</source>
        <translation>+ 存入 {amount}</translation>
    </message>
    <message>
        <source>− taken out {amount}</source>
        <translation>− 取出 {amount}</translation>
    </message>
    <message>
        <source>The drawer of {till} is not open</source>
        <translation>{till} 的錢箱還沒開</translation>
    </message>
    <message>
        <source>{amount} in cash were taken since it was counted.</source>
        <translation>點錢後又收了現金 {amount}。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>開錢箱</translation>
    </message>
    <message>
        <source>Count the float that lies in it.</source>
        <translation>點一下箱裡的備用金。</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>點錢箱</translation>
    </message>
    <message>
        <source>Type how many there are of each note and coin.</source>
        <translation>輸入每種紙幣和硬幣的數量。</translation>
    </message>
    <message>
        <source>Counted in all</source>
        <translation>點得合計</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>備用金</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>應有</translation>
    </message>
    <message>
        <source>Why? In a few words</source>
        <translation>為什麼？簡單寫幾個字</translation>
    </message>
    <message>
        <source>By notes and coins</source>
        <translation>按面額點</translation>
    </message>
    <message>
        <source>Only the sum</source>
        <translation>只填總數</translation>
    </message>
    <message>
        <source>Count it, and type what it comes to.</source>
        <translation>點清後，填總金額。</translation>
    </message>
    <message>
        <source>First count</source>
        <translation>第一次點得</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>長款</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>The count differs</source>
        <translation>點得的數對不上</translation>
    </message>
    <message>
        <source>Say why, then count once more or write it down. A manager sees every count.</source>
        <translation>先寫原因，再重點一次或照此記錄。每次點得的數店長都看得到。</translation>
    </message>
    <message>
        <source>It was counted twice. Say why it differs; a manager sees both counts.</source>
        <translation>已點過兩次。請寫明差額原因；兩次的數店長都看得到。</translation>
    </message>
    <message>
        <source>Count once more</source>
        <translation>重點一次</translation>
    </message>
    <message>
        <source>The drawer of {till} is open</source>
        <translation>{till} 的錢箱已開</translation>
    </message>
    <message>
        <source>after the count</source>
        <translation>點完後顯示</translation>
    </message>
    <message>
        <source>first {amount}</source>
        <translation>第一次 {amount}</translation>
    </message>
    <message>
        <source>You sign off report {number}: all that was done here since {time}.</source>
        <translation>將簽核報告 {number}：{time} 以來本機的全部記錄。</translation>
    </message>
    <message>
        <source>What still waits</source>
        <translation>還在等的</translation>
    </message>
    <message>
        <source>What goes into the report</source>
        <translation>寫進報告的</translation>
    </message>
    <message>
        <source>no cash was counted</source>
        <translation>沒有點過現金</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開箱</translation>
    </message>
    <message>
        <source>That is what lies in it</source>
        <translation>就是這些</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>現金進出</translation>
    </message>
    <message>
        <source>Beside all sales: change from the bank, a payment from the drawer.</source>
        <translation>與銷售無關的：換零錢、從箱裡付款。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>What for? In a few words</source>
        <translation>用途，請簡單說明</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>記下</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日結</translation>
    </message>
    <message>
        <source>The newest {count} are shown.</source>
        <translation>只顯示最新 {count} 條。</translation>
    </message>
    <message>
        <source>There is nothing behind it.</source>
        <translation>沒有明細。</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>訂單 {number}</translation>
    </message>
    <message>
        <source>balance taken</source>
        <translation>收尾款</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查 …</translation>
    </message>
    <message>
        <source>{hour}:00 to {next}:00</source>
        <translation>{hour} 點至 {next} 點</translation>
    </message>
    <message>
        <source>The drawer is open with {amount}</source>
        <translation>錢箱已開，備用金 {amount}</translation>
    </message>
    <message>
        <source>Counted: {amount}</source>
        <translation>已點：{amount}</translation>
    </message>
    <message>
        <source>Counted: {amount}, {difference} off</source>
        <translation>已點：{amount}，差 {difference}</translation>
    </message>
    <message>
        <source>{amount} put in</source>
        <translation>已存入 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken out</source>
        <translation>已取出 {amount}</translation>
    </message>
    <message>
        <source>The day is closed: report {number}</source>
        <translation>已日結：報告 {number}</translation>
    </message>
    <message>
        <source>To send to head office</source>
        <translation>待傳總部</translation>
    </message>
    <message>
        <source>all is sent</source>
        <translation>全部已傳</translation>
    </message>
    <message>
        <source>it goes by itself</source>
        <translation>會自動補傳</translation>
    </message>
    <message>
        <source>Baskets on hold</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Open basket</source>
        <translation>未結的購物籃</translation>
    </message>
    <message>
        <source>stays for tomorrow</source>
        <translation>留到明天</translation>
    </message>
    <message>
        <source>Payments not known</source>
        <translation>結果未知的收款</translation>
    </message>
    <message>
        <source>ask about them first</source>
        <translation>請先查清結果</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已點</translation>
    </message>
    <message>
        <source>to be counted first</source>
        <translation>請先點</translation>
    </message>
    <message>
        <source>not one</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>日結報告</translation>
    </message>
    <message>
        <source>Reports of this till</source>
        <translation>本機的日結報告</translation>
    </message>
    <message>
        <source>The newest first. What is printed here is marked as a copy.</source>
        <translation>最新的在前。在這裏列印的都標明副本。</translation>
    </message>
    <message>
        <source>No day was closed at this till yet.</source>
        <translation>本機還沒有日結過。</translation>
    </message>
    <message>
        <source>The day is closed. The report lies in {file}</source>
        <translation>已日結。報告在 {file}</translation>
    </message>
    <message>
        <source>The copy lies in {file}</source>
        <translation>副本在 {file}</translation>
    </message>
    <message>
        <source>The day is closed. The report is being written.</source>
        <translation>已日結。正在寫報告。</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>列印副本</translation>
    </message>
    <message>
        <source>Count it, and type how many there are.</source>
        <translation>請點清，填上張數枚數。</translation>
    </message>
    <message>
        <source>What was typed is no number.</source>
        <translation>填的不是數字。</translation>
    </message>
    <message>
        <source>It was counted twice. Write it down with the reason.</source>
        <translation>已點過兩次。請寫明原因並記錄。</translation>
    </message>
    <message>
        <source>Cash has moved since it was counted. Count it once more.</source>
        <translation>點過之後又有現金進出。請再點一次。</translation>
    </message>
    <message>
        <source>The report is written</source>
        <translation>日報已寫好</translation>
    </message>
    <message>
        <source>The report lies in {file}</source>
        <translation>日報已存為 {file}</translation>
    </message>
    <message>
        <source>The report could not be written there. Look whether the disk is full.</source>
        <translation>日報寫不進去，請看看磁碟是否已滿。</translation>
    </message>
    <message>
        <source>A cashier or a manager works the drawer.</source>
        <translation>錢箱由收銀員或店長操作。</translation>
    </message>
    <message>
        <source>A manager closes the day.</source>
        <translation>由店長日結。</translation>
    </message>
    <message>
        <source>Whoever opened the drawer counts it, or a manager.</source>
        <translation>由開箱的人或店長來點。</translation>
    </message>
    <message>
        <source>The drawer is not open. Open it first.</source>
        <translation>錢箱沒開，請先開箱。</translation>
    </message>
    <message>
        <source>The drawer is open already.</source>
        <translation>錢箱已經開著。</translation>
    </message>
    <message>
        <source>Type an amount.</source>
        <translation>請輸入金額。</translation>
    </message>
    <message>
        <source>Count the drawer first, then close the day.</source>
        <translation>請先點錢箱，再日結。</translation>
    </message>
    <message>
        <source>A payment is not known to be over. Ask about it at the basket first.</source>
        <translation>有一筆付款結果未知，請先在購物籃核對。</translation>
    </message>
    <message>
        <source>Nothing was done here since the last report.</source>
        <translation>上次日結後本機沒有新紀錄。</translation>
    </message>
    <message>
        <source>Today: count the drawer</source>
        <translation>今日：點錢箱</translation>
    </message>
    <message>
        <source>Today: reports of closed days</source>
        <translation>今日：日結報告</translation>
    </message>
    <message>
        <source>Today: close the day</source>
        <translation>今日：日結</translation>
    </message>
    <message>
        <source>Today: cash in or out</source>
        <translation>今日：現金進出</translation>
    </message>
    <message>
        <source>Today: print the report</source>
        <translation>今日：列印日報</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>What comes back?</source>
        <translation>退什麼？</translation>
    </message>
    <message>
        <source>Scan the receipt, the pickup code or the member card, or type the order number or receipt number.</source>
        <translation>掃收據、提貨碼或會員碼，或輸入訂單號、收據號。</translation>
    </message>
    <message>
        <source>Asking what was bought</source>
        <translation>正在查詢購買紀錄</translation>
    </message>
    <message>
        <source>Which purchase is it?</source>
        <translation>是哪一單？</translation>
    </message>
    <message>
        <source>as head office knows it</source>
        <translation>總部紀錄</translation>
    </message>
    <message>
        <source>as this till knows it</source>
        <translation>本機紀錄</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>購買</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>憑據</translation>
    </message>
    <message>
        <source>In hand at</source>
        <translation>正在辦理</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>pickup code</source>
        <translation>提貨碼</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>訂單號</translation>
    </message>
    <message>
        <source>member card, so a manager is asked</source>
        <translation>會員碼，需店長核准</translation>
    </message>
    <message>
        <source>{count} in hand at another till</source>
        <translation>{count} 件正在別處辦理</translation>
    </message>
    <message>
        <source>{count} back already</source>
        <translation>已退 {count} 件</translation>
    </message>
    <message>
        <source>not yet with the customer</source>
        <translation>顧客還沒拿到</translation>
    </message>
    <message>
        <source>{count} to collect</source>
        <translation>{count} 件待取</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>不能再退</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>退貨原因</translation>
    </message>
    <message>
        <source>Scan what comes back, or tick it with Space; + and − change the pieces.</source>
        <translation>掃要退的商品，或按空白鍵勾選；+ − 改件數。</translation>
    </message>
    <message>
        <source>F6, then digits</source>
        <translation>F6，再按數字</translation>
    </message>
    <message>
        <source>Choose one: F6, then digits</source>
        <translation>請選一個：F6，再按數字</translation>
    </message>
    <message>
        <source>Choose first why it comes back: {name}</source>
        <translation>請先選退貨原因：{name}</translation>
    </message>
    <message>
        <source>no reason yet</source>
        <translation>還沒選原因</translation>
    </message>
    <message>
        <source>As new</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>未取走</translation>
    </message>
    <message>
        <source>Back on the shelf</source>
        <translation>放回貨架</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>不再出售</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 點數</translation>
    </message>
    <message>
        <source>Points earned, taken back</source>
        <translation>收回贈送點數</translation>
    </message>
    <message>
        <source>Take back, give {amount}</source>
        <translation>退貨並退 {amount}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Drop, nothing to give</source>
        <translation>去掉，不用退款</translation>
    </message>
    <message>
        <source>Drop, give {amount}</source>
        <translation>去掉，退 {amount}</translation>
    </message>
    <message>
        <source>Nothing of this can come back any more.</source>
        <translation>這一單沒有可退的了。</translation>
    </message>
    <message>
        <source>Head office does not answer.</source>
        <translation>總部沒有回應。</translation>
    </message>
    <message>
        <source>This till takes back what it sold itself, up to {amount}.</source>
        <translation>只能退本機賣出的商品，最多 {amount}。</translation>
    </message>
    <message>
        <source>Find the purchase first.</source>
        <translation>先找到購買紀錄。</translation>
    </message>
    <message>
        <source>Scan the receipt, then the articles.</source>
        <translation>先掃收據，再掃商品。</translation>
    </message>
    <message>
        <source>No more of this article can come back.</source>
        <translation>這款商品不能再退了。</translation>
    </message>
    <message>
        <source>This article is not of this purchase.</source>
        <translation>這款商品不在這一單裡。</translation>
    </message>
    <message>
        <source>The amount has changed meanwhile. Look at it once more.</source>
        <translation>金額剛有變化，請再看一遍。</translation>
    </message>
    <message>
        <source>Goods come back, and {amount} is given for them.</source>
        <translation>商品退回，退款 {amount}。</translation>
    </message>
    <message>
        <source>For this return only. It is recorded who approved and why.</source>
        <translation>只對這次退貨有效，會記錄誰核准、為什麼。</translation>
    </message>
    <message>
        <source>Head office could not be asked. Nothing was changed.</source>
        <translation>沒能問到總部，沒有改動任何東西。</translation>
    </message>
    <message>
        <source>Dropped: {pieces}</source>
        <translation>已去掉：{pieces}</translation>
    </message>
    <message>
        <source>Return slip</source>
        <translation>退貨單</translation>
    </message>
    <message>
        <source>Give in cash</source>
        <translation>退還現金</translation>
    </message>
    <message>
        <source>No cash to give.</source>
        <translation>不用退現金。</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>退款中</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>還不知道</translation>
    </message>
    <message>
        <source>refused, nothing given</source>
        <translation>被拒，沒有退款</translation>
    </message>
    <message>
        <source>More of it</source>
        <translation>繼續退其餘商品</translation>
    </message>
    <message>
        <source>A refund was refused, and {amount} is given in cash.</source>
        <translation>退款被拒絕，改付現金 {amount}。</translation>
    </message>
    <message>
        <source>Give {amount} in cash instead</source>
        <translation>改退現金 {amount}</translation>
    </message>
    <message>
        <source>A refund from before was given: {amount}</source>
        <translation>之前的退款已退：{amount}</translation>
    </message>
    <message>
        <source>Order {number}: {amount} was paid. Its goods are still here.</source>
        <translation>訂單 {number}：已付 {amount}。貨還在店裏。</translation>
    </message>
    <message>
        <source>Order {number}: {amount} was not paid.</source>
        <translation>訂單 {number}：{amount} 沒有付成。</translation>
    </message>
    <message>
        <source>Order {number}: {amount} could not be given back. Try it once more.</source>
        <translation>訂單 {number}：{amount} 未能退回。請再退一次。</translation>
    </message>
    <message>
        <source>The refund was refused.</source>
        <translation>退款被拒。</translation>
    </message>
    <message>
        <source>A manager can give it in cash.</source>
        <translation>店長可以改退現金。</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>列印退貨單</translation>
    </message>
    <message>
        <source>Next return</source>
        <translation>下一筆退貨</translation>
    </message>
    <message>
        <source>Nobody knows this purchase.</source>
        <translation>沒有這筆購買紀錄。</translation>
    </message>
    <message>
        <source>Without head office only receipts of this till can be returned.</source>
        <translation>連不上總部時，只能退本機的收據。</translation>
    </message>
    <message>
        <source>This receipt is too old for the till to know it alone. Try again when head office answers.</source>
        <translation>這張收據時間太久，收銀台已不再保存。請等總部恢復回應後再試。</translation>
    </message>
    <message>
        <source>Without head office no till gives back so much. Try again when it answers.</source>
        <translation>連不上總部時不能退這麼多，請等連線後再試。</translation>
    </message>
    <message>
        <source>The purchase has no such line.</source>
        <translation>這一單沒有這一行。</translation>
    </message>
    <message>
        <source>Tick what comes back.</source>
        <translation>請勾選要退的商品。</translation>
    </message>
    <message>
        <source>So many pieces are not left of this line.</source>
        <translation>這一行沒有這麼多可退。</translation>
    </message>
    <message>
        <source>Another till is taking these pieces back at this moment.</source>
        <translation>另一台正在辦理這些商品的退貨。</translation>
    </message>
    <message>
        <source>It is not paid in full, so it is cancelled and not returned.</source>
        <translation>還沒付清，應取消而不是退貨。</translation>
    </message>
    <message>
        <source>The chain knows this reason no more. Choose another one.</source>
        <translation>這個原因已停用，請另選一個。</translation>
    </message>
    <message>
        <source>A manager has to approve this return.</source>
        <translation>這次退貨需要店長核准。</translation>
    </message>
    <message>
        <source>It was paid in another currency.</source>
        <translation>付款用的是另一種貨幣。</translation>
    </message>
    <message>
        <source>Nobody knows yet how a refund of this purchase ended. Ask about it first.</source>
        <translation>這一單有一筆退款結果不明，請先查清。</translation>
    </message>
    <message>
        <source>This refund was given already.</source>
        <translation>這筆退款已經退了。</translation>
    </message>
    <message>
        <source>Nothing is fetched then. Choose a day from tomorrow on, within two weeks.</source>
        <translation>那天不能到府。請選明天起兩週內的日期。</translation>
    </message>
    <message>
        <source>What was typed is too long.</source>
        <translation>輸入的內容太長。</translation>
    </message>
    <message>
        <source>Exchange for the basket</source>
        <translation>換購物籃裡的商品</translation>
    </message>
    <message>
        <source>For an exchange, put the new articles into the basket first.</source>
        <translation>換貨請先把新商品放入購物籃。</translation>
    </message>
    <message>
        <source>Counts for the basket</source>
        <translation>折抵購物籃</translation>
    </message>
    <message>
        <source>Back to the pickup</source>
        <translation>回到取貨</translation>
    </message>
    <message>
        <source>To the basket</source>
        <translation>到購物籃</translation>
    </message>
    <message>
        <source>Show the new receipt</source>
        <translation>查看新收據</translation>
    </message>
    <message>
        <source>The hub keeps this address no more. Type it once more.</source>
        <translation>總部已不再保存這個地址，請重新輸入。</translation>
    </message>
    <message>
        <source>Fetch at home</source>
        <translation>到府取件</translation>
    </message>
    <message>
        <source>Only while head office answers can somebody be sent.</source>
        <translation>總部有回應時才能安排到府。</translation>
    </message>
    <message>
        <source>When is it fetched?</source>
        <translation>什麼時候到府取？</translation>
    </message>
    <message>
        <source>Nothing is given for it before it is here and was looked at.</source>
        <translation>商品到店檢查後才退款。</translation>
    </message>
    <message>
        <source>Go on to the address</source>
        <translation>填寫地址</translation>
    </message>
    <message>
        <source>Where is it fetched?</source>
        <translation>到哪裡取？</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>預約</translation>
    </message>
    <message>
        <source>Asking head office to send somebody</source>
        <translation>正在向總部預約到府</translation>
    </message>
    <message>
        <source>It is fetched {when}</source>
        <translation>已預約到府：{when}</translation>
    </message>
    <message>
        <source>The money follows once the goods are here.</source>
        <translation>商品到店後退款。</translation>
    </message>
    <message>
        <source>Nobody comes for it.</source>
        <translation>預約沒有成功。</translation>
    </message>
    <message>
        <source>Return: fetch it at the customer&apos;s home</source>
        <translation>退貨：預約到府取件</translation>
    </message>
    <message>
        <source>Return: exchange for the basket</source>
        <translation>退貨：換購物籃裡的商品</translation>
    </message>
    <message>
        <source>Return: why a line comes back</source>
        <translation>退貨：選原因</translation>
    </message>
    <message>
        <source>Return: as new, opened, damaged</source>
        <translation>退貨：完好、已拆封、有損壞</translation>
    </message>
    <message>
        <source>Return: back on the shelf, or not</source>
        <translation>退貨：放回貨架或不再出售</translation>
    </message>
    <message>
        <source>Return: cash where a card refused</source>
        <translation>退貨：卡被拒時改退現金</translation>
    </message>
    <message>
        <source>Note it and call back</source>
        <translation>記下待回電</translation>
    </message>
    <message>
        <source>Note it and call back?</source>
        <translation>記下來回電嗎？</translation>
    </message>
    <message>
        <source>Head office does not answer: this is no order, and nothing is kept or promised.</source>
        <translation>總部沒有回應：這不是訂單，沒有預留，也沒有承諾。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note it, print the slip</source>
        <translation>記下並列印憑條</translation>
    </message>
    <message>
        <source>Noted for a call. It is no order.</source>
        <translation>已記下待回電，不是訂單。</translation>
    </message>
    <message>
        <source>The slip says so, too. The lines are off the basket.</source>
        <translation>憑條上也寫明。這些商品已移出購物籃。</translation>
    </message>
    <message>
        <source>Call back · {count}</source>
        <translation>待回電 · {count}</translation>
    </message>
    <message>
        <source>Who waits for a call?</source>
        <translation>誰在等回電？</translation>
    </message>
    <message>
        <source>Nothing of it is ordered yet. Call, then order it or close it with a reason.</source>
        <translation>都還沒有下單。打電話後下單，或寫明原因關閉。</translation>
    </message>
    <message>
        <source>kept until {date}</source>
        <translation>保留至 {date}</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>沒有人在等回電。</translation>
    </message>
    <message>
        <source>Why not: not reached, no longer wanted …</source>
        <translation>原因：沒聯絡上、不要了……</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Order it now</source>
        <translation>現在下單</translation>
    </message>
    <message>
        <source>In the basket, at today&apos;s prices.</source>
        <translation>已放入購物籃，按今天的價格。</translation>
    </message>
    <message>
        <source>Choose the place, then order and take the money.</source>
        <translation>選好從哪裡出貨，再下單收款。</translation>
    </message>
    <message>
        <source>Closed: {name}</source>
        <translation>已關閉：{name}</translation>
    </message>
    <message>
        <source>Nothing of the basket lies elsewhere.</source>
        <translation>購物籃裡沒有要從別處拿的。</translation>
    </message>
    <message>
        <source>Type a phone number to call back.</source>
        <translation>請輸入回電號碼。</translation>
    </message>
    <message>
        <source>Somebody has seen to it already.</source>
        <translation>已經有人處理了。</translation>
    </message>
    <message>
        <source>Another basket is open. Pay or hold it first.</source>
        <translation>還有一個購物籃沒結，請先收款或掛單。</translation>
    </message>
    <message>
        <source>Empty basket: whom to call back</source>
        <translation>空購物籃：待回電名單</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n item(s)</source>
        <translation>
            <numerusform>交付 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) handed over</source>
        <translation>
            <numerusform>已交付 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to tick</source>
        <translation>
            <numerusform>%n 件沒勾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay(s) here</source>
        <translation>
            <numerusform>%n 件留在店裡</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 單</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n 袋</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n open order(s) here</source>
        <translation>
            <numerusform>本店 %n 張未完成的單裡有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This member has %n open order(s) here</source>
        <translation>
            <numerusform>該會員在本店有 %n 張單</numerusform>
        </translation>
    </message>
    <message>
        <source>Article {gtin} is not in this till&apos;s list</source>
        <translation>本機商品表裡沒有 {gtin}</translation>
    </message>
    <message>
        <source>The hub is being asked whether anybody knows it.</source>
        <translation>正在問總部中心有沒有人認識它。</translation>
    </message>
    <message>
        <source>Article {gtin} is not known anywhere</source>
        <translation>全公司都沒有商品 {gtin}</translation>
    </message>
    <message>
        <source>The hub was asked at {time}. No article of the chain has this number.</source>
        <translation>{time} 問過總部中心，沒有商品用這個號碼。</translation>
    </message>
    <message>
        <source>The list is of {age} and this till is offline, so the article may exist.</source>
        <translation>商品表是{age}的，本機離線，不能斷定沒有這件商品。</translation>
    </message>
    <message>
        <source>The list is of {age} and the hub did not answer, so the article may exist. Scan it once more.</source>
        <translation>商品表是{age}的，總部中心沒有答覆，不能斷定沒有。請再掃一次。</translation>
    </message>
    <message>
        <source>Scan anything, or type an order number or an article</source>
        <translation>掃任何碼，或輸入單號、商品</translation>
    </message>
    <message>
        <source>{shown} of more than {total} shown</source>
        <translation>顯示 {shown} 件，共 {total} 件以上</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ 選擇 · Enter 開啟 · Esc 離開</translation>
    </message>
    <message>
        <source>Several fit. Choose with ↑ ↓.</source>
        <translation>不止一件，請用 ↑ ↓ 選。</translation>
    </message>
    <message>
        <source>No article fits “{text}”</source>
        <translation>沒有商品符合“{text}”</translation>
    </message>
    <message>
        <source>Type a name, its pinyin or initials, an article number or a barcode. Enter reads it as a code.</source>
        <translation>可輸入名稱、拼音或首字母、貨號、條碼。按 Enter 當作碼來查。</translation>
    </message>
    <message>
        <source>This till has no list of articles yet</source>
        <translation>本機還沒有商品表</translation>
    </message>
    <message>
        <source>It comes by itself once the hub answers. Enter reads a code.</source>
        <translation>總部中心答覆後自動下載。按 Enter 可查碼。</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>貨號</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>商品條碼</translation>
    </message>
    <message>
        <source>New: the hub knows it, this till&apos;s list does not yet</source>
        <translation>新商品：總部中心已有，本機商品表還沒有</translation>
    </message>
    <message>
        <source>price {age}</source>
        <translation>{age}的價格</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>{price} from {time}</source>
        <translation>{time} 起 {price}</translation>
    </message>
    <message>
        <source>Colours and sizes</source>
        <translation>顏色和尺碼</translation>
    </message>
    <message>
        <source>F6, arrows, Enter opens</source>
        <translation>F6，方向鍵，Enter 開啟</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>哪裡有貨</translation>
    </message>
    <message>
        <source>{branch}, here</source>
        <translation>{branch}（本店）</translation>
    </message>
    <message>
        <source>{count} free</source>
        <translation>可售 {count} 件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無貨</translation>
    </message>
    <message>
        <source>Never counted</source>
        <translation>從未盤點</translation>
    </message>
    <message>
        <source>{on_hand} counted · {reserved} promised · {safety} kept back</source>
        <translation>在庫 {on_hand} · 預留 {reserved} · 安全庫存 {safety}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Asking the hub about the other branches</source>
        <translation>正在問總部中心其他門市的庫存</translation>
    </message>
    <message>
        <source>This till is offline: what other branches have is not known. Promise nothing from there.</source>
        <translation>本機離線，不知道其他門市的庫存，不要拿來答應顧客。</translation>
    </message>
    <message>
        <source>The hub did not answer about the other branches. Ask once more.</source>
        <translation>總部中心沒有答覆其他門市的庫存。請再問一次。</translation>
    </message>
    <message>
        <source>This figure is old. Do not promise from it.</source>
        <translation>舊數只能看，不能拿來答應顧客。</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>別處</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>本店無</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無貨</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>沒有這款</translation>
    </message>
    <message>
        <source>Type a name: find an article</source>
        <translation>輸入名稱：找商品</translation>
    </message>
    <message>
        <source>On an article: its colours and sizes</source>
        <translation>商品頁：顏色和尺碼</translation>
    </message>
    <message>
        <source>On an article: branches without stock</source>
        <translation>商品頁：沒貨的門市</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>{count} returns</source>
        <translation>{count} 筆退貨</translation>
    </message>
    <message>
        <source>{amount} handed over and taken back</source>
        <translation>交貨後收回 {amount}</translation>
    </message>
    <message>
        <source>Count the float to open it.</source>
        <translation>點好備用金即可開箱。</translation>
    </message>
    <message>
        <source>A refund of {number} was refused: {amount}. Look it up under Returns: a manager gives it in cash.</source>
        <translation>{number} 的一筆退款被拒絕：{amount}。請在退貨頁查詢，由經理改付現金。</translation>
    </message>
    <message>
        <source>Only a manager may do this.</source>
        <translation>只有店長可以這樣做。</translation>
    </message>
    <message>
        <source>Head office keeps the address for 45 days, for whoever fetches it. This till does not.</source>
        <translation>總部為取件保存地址 45 天，本機不保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es) without stock hidden</source>
        <translation>
            <numerusform>%n 家沒貨的已隱藏</numerusform>
        </translation>
    </message>
    <message>
        <source>here</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>Prices and stock of this branch {age}</source>
        <translation>{age}的價格和本店庫存</translation>
    </message>
</context>
</TS>
