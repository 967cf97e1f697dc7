<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <source>Counter</source>
        <translation>扫码台</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>备货</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Input method for typing Chinese</source>
        <translation>中文输入法</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline {time}</source>
        <translation>离线 {time}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>{time} 应答</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没有应答</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>待发 {count} 条</translation>
    </message>
    <message>
        <source>Practice · made-up orders, nothing is real or counted</source>
        <translation>练习模式・都是假数据，不计业绩</translation>
    </message>
    <message>
        <source>Practice · not counted</source>
        <translation>练习・不计业绩</translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <translation>还没有扫过码</translation>
    </message>
    <message>
        <source>A scan works wherever you are</source>
        <translation>在哪个画面都能扫</translation>
    </message>
    <message>
        <source>{time} · {kind}</source>
        <translation>{time}・{kind}</translation>
    </message>
    <message>
        <source>1 scan waiting: {kind}</source>
        <translation>1 个扫码在等：{kind}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>提货码</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>短码</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会员码</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>不认识的码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Saved, will send</source>
        <translation>已保存，待发送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Unknown, checking</source>
        <translation>未知，核对中</translation>
    </message>
    <message>
        <source>Scan your badge to sign in</source>
        <translation>扫工牌登录</translation>
    </message>
    <message>
        <source>Hold it to the scanner, then type your PIN. No need to click anywhere first.</source>
        <translation>对准扫码枪扫一下，再输 PIN。不用先点任何地方。</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>可以扫码</translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation>用摄像头</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>关摄像头</translation>
    </message>
    <message>
        <source>Or pick your name, then type the PIN</source>
        <translation>或者选你的名字，再输 PIN</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Badge number, such as CK00018</source>
        <translation>工号，例如 CK00018</translation>
    </message>
    <message>
        <source>Type your 6-digit PIN</source>
        <translation>输入 6 位 PIN</translation>
    </message>
    <message>
        <source>Scan your badge or pick your name</source>
        <translation>先扫工牌，或选你的名字</translation>
    </message>
    <message>
        <source>Checking the PIN</source>
        <translation>正在核对 PIN</translation>
    </message>
    <message>
        <source>This PIN does not match. Nothing was changed.</source>
        <translation>PIN 不对。没有改动任何东西。</translation>
    </message>
    <message>
        <source>Several PINs did not match. The next try is possible in {time}.</source>
        <translation>PIN 几次不对。{time} 后可以再试。</translation>
    </message>
    <message>
        <source>Too many wrong PINs today. A manager can pick their own name here and let you try again.</source>
        <translation>今天 PIN 错得太多。请店长点自己的名字，让您再试。</translation>
    </message>
    <message>
        <source>For more than 7 days this till has heard nothing of who works here. Connect it, then sign in.</source>
        <translation>这台收银台超过 7 天没收到店员名单。请先联网，再登录。</translation>
    </message>
    <message>
        <source>Your PIN lets {name} try again. Pick your name once more to sign in instead.</source>
        <translation>输入您的 PIN，{name} 就能再试。自己要登录，请再点一次自己的名字。</translation>
    </message>
    <message>
        <source>{name} may try again now.</source>
        <translation>{name} 现在可以再试了。</translation>
    </message>
    <message>
        <source>A manager is needed to let somebody try again.</source>
        <translation>要店长才能让别人再试。</translation>
    </message>
    <message>
        <source>This is done by people with another role. Ask one of them.</source>
        <translation>这件事由其他岗位的人来做。请找其中一位。</translation>
    </message>
    <message>
        <source>This is done by: {who}. Ask one of them.</source>
        <translation>由这些岗位来做：{who}。请找其中一位。</translation>
    </message>
    <message>
        <source>Order {order}: done with a badge that nobody has</source>
        <translation>订单 {order}：用了一个没有主人的工牌</translation>
    </message>
    <message>
        <source>Find out who stood at this till then.</source>
        <translation>请查清当时是谁在这台收银台。</translation>
    </message>
    <message>
        <source>Order {order}: done by somebody who has left</source>
        <translation>订单 {order}：操作的人已经离职</translation>
    </message>
    <message>
        <source>It counts as it was done. Look whether it was right, and who has this PIN.</source>
        <translation>这次操作照样算数。请核对是否正确，以及谁在用这个 PIN。</translation>
    </message>
    <message>
        <source>Order {order}: done by somebody whose role is another</source>
        <translation>订单 {order}：操作的人没有这个岗位</translation>
    </message>
    <message>
        <source>It counts as it was done. The till may not have heard yet that the role has changed.</source>
        <translation>这次操作照样算数。收银台可能还没收到岗位变动。</translation>
    </message>
    <message>
        <source>Order {order}: the manager&apos;s approval does not hold</source>
        <translation>订单 {order}：店长的批准无效</translation>
    </message>
    <message>
        <source>Ask the manager whether they approved it at this till.</source>
        <translation>请问店长，是否在这台收银台批准过。</translation>
    </message>
    <message>
        <source>This badge is not on the list of this branch.</source>
        <translation>这个工牌不在本店名单里。</translation>
    </message>
    <message>
        <source>This badge is no longer in use.</source>
        <translation>这个工牌已停用。</translation>
    </message>
    <message>
        <source>A badge is needed here, this was something else: {kind}.</source>
        <translation>这里要扫工牌，刚才扫的是：{kind}。</translation>
    </message>
    <message>
        <source>After several wrong PINs there is a short wait.</source>
        <translation>连错几次要等一会儿</translation>
    </message>
    <message>
        <source>Signing in works offline, the PIN is checked on this till</source>
        <translation>断网也能登录，PIN 在本机核对</translation>
    </message>
    <message>
        <source>The list of staff is not here yet</source>
        <translation>店员名单还没到</translation>
    </message>
    <message>
        <source>It comes by itself as soon as the hub answers.</source>
        <translation>总部中心一应答，名单会自己出现。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁屏</translation>
    </message>
    <message>
        <source>What is open stays open. Scan your badge or type your PIN to go on.</source>
        <translation>打开的内容都在。扫工牌或输 PIN 继续。</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Connect this till</source>
        <translation>连接这台收银台</translation>
    </message>
    <message>
        <source>Head office gives you a pairing code. Paste it, type it or scan it.</source>
        <translation>总部会给你一个配对码。粘贴、输入或扫进来都可以。</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <source>Only needed for a short code, such as https://hub.example</source>
        <translation>只有短码才需要，例如 https://hub.example</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在问总部中心</translation>
    </message>
    <message>
        <source>Read these six digits to head office: {digits}</source>
        <translation>请把这六位数字念给总部：{digits}</translation>
    </message>
    <message>
        <source>Offline, just now</source>
        <translation>刚刚断网</translation>
    </message>
    <message>
        <source>By badge number</source>
        <translation>输入工牌号</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一格</translation>
    </message>
    <message>
        <source>Asking the hub, {seconds} s</source>
        <translation>正在联系总部中心，{seconds} 秒</translation>
    </message>
    <message>
        <source>Ask head office for a pairing code</source>
        <translation>向总部要一个配对码</translation>
    </message>
    <message>
        <source>An administrator makes one for this counter of your branch.</source>
        <translation>由管理员为本店这个柜台生成。</translation>
    </message>
    <message>
        <source>Scan, paste or type it here</source>
        <translation>在这里扫描、粘贴或输入</translation>
    </message>
    <message>
        <source>It is good for 10 minutes and for one till.</source>
        <translation>10 分钟内有效，只能用于一台收银台。</translation>
    </message>
    <message>
        <source>Sign in with your badge</source>
        <translation>用工牌登录</translation>
    </message>
    <message>
        <source>Staff and orders of the branch arrive by themselves.</source>
        <translation>本店的店员和订单会自动同步过来。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy the code first.</source>
        <translation>没有可粘贴的内容，请先复制配对码。</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>This computer keeps its key store locked. Unlock it, or ask head office for the passphrase.</source>
        <translation>这台电脑的密钥库没有解锁。请先解锁，或向总部要口令。</translation>
    </message>
    <message>
        <source>The keys of this till are gone or damaged. Delete nothing; head office must pair the till anew.</source>
        <translation>本收银台的密钥丢失或损坏了。请不要删除任何文件，由总部重新配对。</translation>
    </message>
    <message>
        <source>Clerk is not installed as it should be, and was not started. Have it installed anew.</source>
        <translation>本程序安装不完整，没有启动。请重新安装。</translation>
    </message>
    <message>
        <source>A newer Clerk was used on this computer before. Nothing was changed; have Clerk updated.</source>
        <translation>这台电脑上用过更新的版本。什么都没有改动；请先升级本程序。</translation>
    </message>
    <message>
        <source>This till&apos;s files are damaged, and nothing was changed. Delete nothing; call head office.</source>
        <translation>本收银台的文件损坏了，什么都没有改动。请不要删除任何文件，联系总部。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Nothing was changed; free some space, then start Clerk again.</source>
        <translation>这台电脑的磁盘已满，什么都没有改动。请腾出空间，再重新启动 Clerk。</translation>
    </message>
    <message>
        <source>A file of this till was damaged and has been mended. Nothing that was done here is missing.</source>
        <translation>本收银台有一个文件损坏过，已经修复。这里做过的操作一条也不少。</translation>
    </message>
    <message>
        <source>This till was damaged, and a part of what was done here cannot be read any more. Tell head office.</source>
        <translation>本收银台损坏过，这里做过的操作有一部分已读不出来。请马上告诉总部。</translation>
    </message>
    <message>
        <source>A file was damaged. The orders are being fetched again; until then some may be missing.</source>
        <translation>有一个文件损坏了，正在重新取订单；取完之前可能缺少一些订单。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Clerk is open already</source>
        <translation>程序已经打开</translation>
    </message>
    <message>
        <source>This till has its window open on this computer. A second one was not started.</source>
        <translation>这台电脑上已经打开了本收银台的窗口，没有再开第二个。</translation>
    </message>
    <message>
        <source>Waiting for head office to confirm, {seconds} s</source>
        <translation>等总部确认，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>Connected: {branch}, {till}</source>
        <translation>已连接：{branch}，{till}</translation>
    </message>
    <message>
        <source>This is not a pairing code. It begins with CLERK1, or has 8 characters.</source>
        <translation>这不是配对码。配对码以 CLERK1 开头，或有 8 个字符。</translation>
    </message>
    <message>
        <source>A short code also needs the address of the hub.</source>
        <translation>用短码时还要填总部中心地址。</translation>
    </message>
    <message>
        <source>The hub does not know this code. Check it with head office.</source>
        <translation>总部中心不认识这个码。请和总部核对。</translation>
    </message>
    <message>
        <source>This code is used or too old. Ask head office for a new one.</source>
        <translation>这个码用过了或过期了。请总部重新给一个。</translation>
    </message>
    <message>
        <source>Too many codes were tried from here. Wait ten minutes, then try again.</source>
        <translation>从这里试过的配对码太多了。请等十分钟再试。</translation>
    </message>
    <message>
        <source>The hub does not answer at this address. Nothing was changed.</source>
        <translation>这个地址没有应答。没有改动任何东西。</translation>
    </message>
    <message>
        <source>Head office did not confirm. Ask for a new code.</source>
        <translation>总部没有确认。请要一个新的码。</translation>
    </message>
    <message>
        <source>Practise without head office</source>
        <translation>不连总部，先练习</translation>
    </message>
    <message>
        <source>Getting the practice shop ready</source>
        <translation>正在准备练习门店</translation>
    </message>
    <message>
        <source>Starting the practice hub, {seconds} s</source>
        <translation>正在启动练习中心，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>Connecting this till to it</source>
        <translation>正在连接这台收银台</translation>
    </message>
    <message>
        <source>The practice hub has ended and is being started again.</source>
        <translation>练习用的总部中心停了，正在重新启动。</translation>
    </message>
    <message>
        <source>The practice hub keeps ending. Close the app and start it again.</source>
        <translation>练习用的总部中心一再停止。请关闭程序后重新打开。</translation>
    </message>
    <message>
        <source>The practice hub did not start. Nothing was changed.</source>
        <translation>练习中心没有启动。没有改动任何东西。</translation>
    </message>
    <message>
        <source>Scan anything</source>
        <translation>扫任何码</translation>
    </message>
    <message>
        <source>Scanning only looks. Confirm to act.</source>
        <translation>扫一下只是看，确认了才算数。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>按时限排，最急的在上</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚才</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>本台</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>全部已送达</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 条待发</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>共 {total} 单，显示 {shown} 单</translation>
    </message>
    <message>
        <source>New</source>
        <translation>待接单</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>All in time</source>
        <translation>都在时限内</translation>
    </message>
    <message>
        <source>Nothing to pick</source>
        <translation>没有要拣的单</translation>
    </message>
    <message>
        <source>New orders appear here by themselves, with a chime.</source>
        <translation>新单会自己跳出来，并响一声。</translation>
    </message>
    <message>
        <source>Nothing done here yet</source>
        <translation>这里还没有操作</translation>
    </message>
    <message>
        <source>What is handed over at this till is listed here, with undo.</source>
        <translation>在这台交付的都会列在这里，可以撤销。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Hold a code in front of the camera</source>
        <translation>把码对准摄像头</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>摄像头正在打开</translation>
    </message>
    <message>
        <source>No camera found. The scanner and the keyboard still work.</source>
        <translation>没有找到摄像头。扫码枪和键盘照样能用。</translation>
    </message>
    <message>
        <source>Another program uses the camera. It is tried again by itself.</source>
        <translation>别的程序在用摄像头。会自动再试。</translation>
    </message>
    <message>
        <source>The camera was pulled out. It is tried again by itself.</source>
        <translation>摄像头被拔掉了。会自动再试。</translation>
    </message>
    <message>
        <source>No open pickup order of this member here</source>
        <translation>该会员在本店没有待取的单</translation>
    </message>
    <message>
        <source>An order of another branch is not listed. Ask for the pickup code to look further.</source>
        <translation>别的门店的单不在这里。请顾客出示提货码再查。</translation>
    </message>
    <message>
        <source>{name} can take over this till</source>
        <translation>{name} 可以接手这台</translation>
    </message>
    <message>
        <source>Press to switch. What is open stays open.</source>
        <translation>按一下换人。打开的内容都在。</translation>
    </message>
    <message>
        <source>This is your own badge</source>
        <translation>这是你自己的工牌</translation>
    </message>
    <message>
        <source>You are signed in. F12 locks the till.</source>
        <translation>你已经登录了。F12 锁屏。</translation>
    </message>
    <message>
        <source>Switch clerk</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>This code is not known</source>
        <translation>不认识这个码</translation>
    </message>
    <message>
        <source>The scan was empty. Scan once more.</source>
        <translation>扫到的是空的。请再扫一次。</translation>
    </message>
    <message>
        <source>It is longer than any code of the shop.</source>
        <translation>它比店里任何码都长。</translation>
    </message>
    <message>
        <source>It looks like {kind}, but its check character does not agree. Scan or type it once more.</source>
        <translation>看起来是{kind}，但校验位对不上。请再扫或再输一次。</translation>
    </message>
    <message>
        <source>It is a web address: {shown}. It was not opened.</source>
        <translation>这是一个网址：{shown}。没有打开它。</translation>
    </message>
    <message>
        <source>It looks like a payment card. It was neither kept nor shown.</source>
        <translation>看起来是银行卡号。没有保存，也没有显示。</translation>
    </message>
    <message>
        <source>It is nearly a pickup code, but a part is missing. Scan it once more.</source>
        <translation>差一点就是提货码，但缺了一段。请再扫一次。</translation>
    </message>
    <message>
        <source>It belongs to no order, article or card: {shown}</source>
        <translation>它不是单号、商品或会员码：{shown}</translation>
    </message>
    <message>
        <source>{shown} of {total} articles shown</source>
        <translation>共 {total} 件，显示 {shown} 件</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>{tier} members: {price}</source>
        <translation>{tier}会员 {price}</translation>
    </message>
    <message>
        <source>{tier} members: {price} from {time}</source>
        <translation>{tier}会员 {time} 起 {price}</translation>
    </message>
    <message>
        <source>Ready to hand over</source>
        <translation>可以交付</translation>
    </message>
    <message>
        <source>Ready to hand over, reported later</source>
        <translation>可以交付，稍后补报</translation>
    </message>
    <message>
        <source>Ready, {amount} to pay</source>
        <translation>可以交付，先收 {amount}</translation>
    </message>
    <message>
        <source>Being handed over at another till</source>
        <translation>另一台正在交付这单</translation>
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
        <translation>签名有效</translation>
    </message>
    <message>
        <source>Short code agrees</source>
        <translation>短码对上了</translation>
    </message>
    <message>
        <source>Order number typed</source>
        <translation>按单号打开</translation>
    </message>
    <message>
        <source>this branch</source>
        <translation>本店订单</translation>
    </message>
    <message>
        <source>not collected yet</source>
        <translation>未被领取</translation>
    </message>
    <message>
        <source>{count} of {total} already collected</source>
        <translation>已领 {count} / {total} 件</translation>
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
        <translation>总部中心未确认</translation>
    </message>
    <message>
        <source>{till} has it open. Ask there first, so that it is not handed over twice.</source>
        <translation>{till} 正打开着这单。先问一声，免得交付两次。</translation>
    </message>
    <message>
        <source>{channel} order · {when}</source>
        <translation>{channel}订单・{when} 下单</translation>
    </message>
    <message>
        <source>Webshop</source>
        <translation>网店</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>小程序</translation>
    </message>
    <message>
        <source>Tmall</source>
        <translation>天猫</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Branch counter</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App </translation>
    </message>
    <message>
        <source>Check each article</source>
        <translation>逐件核对</translation>
    </message>
    <message>
        <source>Scan each article, or tick with Space</source>
        <translation>扫商品条码，或按空格勾选</translation>
    </message>
    <message>
        <source>{done} / {total} items</source>
        <translation>{done} / {total} 件</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>collected before</source>
        <translation>之前已领</translation>
    </message>
    <message>
        <source>not wanted any more</source>
        <translation>顾客不要了</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>留在店里</translation>
    </message>
    <message>
        <source>{pieces} · {amount} paid</source>
        <translation>{pieces}・已付 {amount}</translation>
    </message>
    <message>
        <source>Balance due</source>
        <translation>应收尾款</translation>
    </message>
    <message>
        <source>{name} is not in this order. Put it aside.</source>
        <translation>{name} 不在这单里。请放到一边。</translation>
    </message>
    <message>
        <source>{name}: all {count} are ticked already. One too many is on the counter.</source>
        <translation>{name}：{count} 件已够数，柜台上多了一件。</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>没有留名</translation>
    </message>
    <message>
        <source>Phone …{tail}</source>
        <translation>手机尾号 {tail}</translation>
    </message>
    <message>
        <source>Member …{tail}</source>
        <translation>会员 …{tail}</translation>
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
        <translation>怎么核对的身份？</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>没有核对</translation>
    </message>
    <message>
        <source>Phone ending</source>
        <translation>手机尾号</translation>
    </message>
    <message>
        <source>ID document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Head office: identity is checked for this order</source>
        <translation>总部规则：这单须核对身份</translation>
    </message>
    <message>
        <source>No check is required for this order</source>
        <translation>这单不要求核对身份</translation>
    </message>
    <message>
        <source>Checked: {method}</source>
        <translation>已核对：{method}</translation>
    </message>
    <message>
        <source>Ask for the last four digits: {tail}</source>
        <translation>请顾客报手机尾号：{tail}</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>去哪里拿</translation>
    </message>
    <message>
        <source>No shelf was noted</source>
        <translation>没有记货架</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Take the money first. It is recorded with the hand-over.</source>
        <translation>先收款，再交付。两样一起记下。</translation>
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
        <translation>码状态</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>used just now</source>
        <translation>刚用过</translation>
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
        <translation>已过时限</translation>
    </message>
    <message>
        <source>used in part</source>
        <translation>已部分使用</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>刚刚核对</translation>
    </message>
    <message>
        <source>hub confirmed {time}</source>
        <translation>总部中心 {time} 确认</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} 的数据</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>交付后</translation>
    </message>
    <message>
        <source>undo within {time}</source>
        <translation>{time}内可撤销</translation>
    </message>
    <message>
        <source>Still to do: {missing}</source>
        <translation>还差：{missing}</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>核对身份</translation>
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
        <translation>勾选现在交付的。剩下的保留到：</translation>
    </message>
    <message>
        <source>as before, {date}</source>
        <translation>不变，{date}</translation>
    </message>
    <message>
        <source>+{days} days, {date}</source>
        <translation>+{days} 天，{date}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>现在问</translation>
    </message>
    <message>
        <source>Saved on this till. It will send when online.</source>
        <translation>写在本机了，联网后自动补报。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The order is ready for pickup again. Put the goods back on the shelf.</source>
        <translation>订单恢复为待取。请把商品放回货架。</translation>
    </message>
    <message>
        <source>Not handed over</source>
        <translation>没有交付</translation>
    </message>
    <message>
        <source>Set aside: {order}</source>
        <translation>先放着：{order}</translation>
    </message>
    <message>
        <source>Set aside: {order}. Ctrl+0 brings it back.</source>
        <translation>先放着：{order}。按 Ctrl+0 拿回来。</translation>
    </message>
    <message>
        <source>Which one should come back?</source>
        <translation>要拿回哪一单？</translation>
    </message>
    <message>
        <source>What was ticked is kept.</source>
        <translation>已勾选的都还在。</translation>
    </message>
    <message>
        <source>Take this hand-over back</source>
        <translation>撤销这次交付</translation>
    </message>
    <message>
        <source>Why? The goods must be here again.</source>
        <translation>为什么？商品要在店里。</translation>
    </message>
    <message>
        <source>Wrong order</source>
        <translation>拿错了单</translation>
    </message>
    <message>
        <source>The customer does not want it</source>
        <translation>顾客不要了</translation>
    </message>
    <message>
        <source>Wrong article</source>
        <translation>拿错了商品</translation>
    </message>
    <message>
        <source>The goods were not given</source>
        <translation>其实没给出去</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Say it in a few words</source>
        <translation>用几个字说明</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可以撤销的</translation>
    </message>
    <message>
        <source>Manager approval for this one act</source>
        <translation>请店长批准这一次</translation>
    </message>
    <message>
        <source>The manager scans the badge, then types the PIN</source>
        <translation>店长扫工牌，再输 PIN</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <source>For this order only. It is recorded who approved and why.</source>
        <translation>只管这一单，会记下谁批准的、为什么。</translation>
    </message>
    <message>
        <source>I have seen the goods and the order number</source>
        <translation>商品和单号我都看过</translation>
    </message>
    <message>
        <source>I know the customer</source>
        <translation>我认识这位顾客</translation>
    </message>
    <message>
        <source>I asked the other branch</source>
        <translation>问过另一家店</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不批</translation>
    </message>
    <message>
        <source>{name} cannot approve. A manager other than you is needed.</source>
        <translation>{name} 不能批准。需要你以外的店长。</translation>
    </message>
    <message>
        <source>Ask a manager</source>
        <translation>请店长批准</translation>
    </message>
    <message>
        <source>What happened to this order</source>
        <translation>这单发生过什么</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>接下来可以</translation>
    </message>
    <message>
        <source>You could say to the customer</source>
        <translation>可以这样对顾客说</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动任何东西。</translation>
    </message>
    <message>
        <source>Clear, next customer</source>
        <translation>清除，下一位</translation>
    </message>
    <message>
        <source>This member has another order ready here</source>
        <translation>该会员在本店还有可取的单</translation>
    </message>
    <message>
        <source>It may be the wrong code. Ask the customer to open the newest order.</source>
        <translation>可能拿错了码，请顾客打开最新一单。</translation>
    </message>
    <message>
        <source>Open this order</source>
        <translation>打开这一单</translation>
    </message>
    <message>
        <source>Copy the phone number of {branch}</source>
        <translation>复制{branch}电话</translation>
    </message>
    <message>
        <source>Undo the hand-over</source>
        <translation>撤销这次交付</translation>
    </message>
    <message>
        <source>Made at this till. {time} left</source>
        <translation>是本机交付的。还剩 {time}</translation>
    </message>
    <message>
        <source>Ask the hub again</source>
        <translation>再问一次总部中心</translation>
    </message>
    <message>
        <source>Type the order number</source>
        <translation>输入订单号</translation>
    </message>
    <message>
        <source>The customer&apos;s message has it</source>
        <translation>在发给顾客的消息里</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>Given to the carrier</source>
        <translation>已交快递</translation>
    </message>
    <message>
        <source>Given to this branch</source>
        <translation>分配到本店</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>顾客不要了</translation>
    </message>
    <message>
        <source>Paid on delivery</source>
        <translation>已货到付款</translation>
    </message>
    <message>
        <source>Came back: nobody took it in</source>
        <translation>拒收退回</translation>
    </message>
    <message>
        <source>The hub does not answer. Hand-overs are kept on this till and sent later.</source>
        <translation>总部中心没有回答。交付先存在本机，之后再发送。</translation>
    </message>
    <message>
        <source>The hub asks for a moment&apos;s patience. It is asked again by itself.</source>
        <translation>总部中心请稍等片刻。会自动再问。</translation>
    </message>
    <message>
        <source>Hand over a part; in the queue: tick all</source>
        <translation>交付一部分；备货时：全部勾选</translation>
    </message>
    <message>
        <source>Open that order of those found</source>
        <translation>打开找到的那张单</translation>
    </message>
    <message>
        <source>In the queue: it cannot be fulfilled here</source>
        <translation>备货时：本店无法履约</translation>
    </message>
    <message>
        <source>Bring back what was set aside</source>
        <translation>拿回先放着的单</translation>
    </message>
    <message>
        <source>In the outbox: why the hub does not answer</source>
        <translation>发件箱中：总部中心为何没有回答</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>It could not be saved there: {file}. Choose another place.</source>
        <translation>存不到这里：{file}。请换个位置。</translation>
    </message>
    <message>
        <source>Member {name}</source>
        <translation>会员 {name}</translation>
    </message>
    <message>
        <source>A phone that pays</source>
        <translation>手机付款：成功</translation>
    </message>
    <message>
        <source>A phone that asks first</source>
        <translation>手机付款：先要顾客确认</translation>
    </message>
    <message>
        <source>A phone without money</source>
        <translation>手机付款：余额不足</translation>
    </message>
    <message>
        <source>A phone that pays, unheard</source>
        <translation>手机付款：已付但没有回音</translation>
    </message>
    <message>
        <source>Something unexpected happened here. Everything recorded is kept: scan again to go on.</source>
        <translation>这里出现了意外情况。已记录的都在：请再扫一次继续。</translation>
    </message>
    <message>
        <source>This till cannot be opened. Nothing was lost: tell head office.</source>
        <translation>本机打不开。数据没有丢失：请告诉总部。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: set it right. Until then a manager decides without the hub.</source>
        <translation>电脑时间不对：请调准。在此之前，未连总部中心时由店长决定。</translation>
    </message>
    <message>
        <source>It could not be written to this till&apos;s disk, so it was not done. Try again, or free some space.</source>
        <translation>无法写入本机磁盘，所以没有办成。请再试一次，或腾出一些空间。</translation>
    </message>
    <message>
        <source>The code is genuine, but head office has lost the order. Keep the goods, and ask there to have it sent again.</source>
        <translation>提货码是真的，但总部丢失了该订单。请留好商品，并请总部让渠道重新发送。</translation>
    </message>
    <message>
        <source>Your code is genuine, but we are missing your order. We will call you as soon as it is back.</source>
        <translation>您的提货码有效，但我们暂时查不到您的订单。订单恢复后我们会立即联系您。</translation>
    </message>
    <message>
        <source>The order was cancelled.</source>
        <translation>订单已取消。</translation>
    </message>
    <message>
        <source>The goods of this order are at another branch.</source>
        <translation>这个订单的货在别的门店。</translation>
    </message>
    <message>
        <source>Not handed over here: it is sent</source>
        <translation>不在店里交货：要寄出</translation>
    </message>
    <message>
        <source>The order goes to the customer&apos;s address. Pack it in the queue.</source>
        <translation>这单寄到顾客地址。请在待办里打包。</translation>
    </message>
    <message>
        <source>Your order is sent to your address. I can see how far it is.</source>
        <translation>您的订单会寄到您的地址，我可以帮您看进度。</translation>
    </message>
    <message>
        <source>The order is not ready yet.</source>
        <translation>订单还没备好。</translation>
    </message>
    <message>
        <source>The date to collect it is over. The goods go back to the shelf.</source>
        <translation>已过提货日期，货要放回货架。</translation>
    </message>
    <message>
        <source>Scan the QR code or type the order number. Short codes work again in {when}.</source>
        <translation>请扫二维码或输入订单号。{when}后可再用短码。</translation>
    </message>
    <message>
        <source>Scan the QR code or type the order number. Both work now.</source>
        <translation>请扫二维码或输入订单号，现在都可用。</translation>
    </message>
    <message>
        <source>Not without the hub: order not on this till</source>
        <translation>需连上总部中心：本机没有这个订单</translation>
    </message>
    <message>
        <source>The code is genuine, but what belongs to it is not known here. It can go once the hub answers.</source>
        <translation>提货码是真的，但本机不知道里面有什么。等总部中心应答后才能交货。</translation>
    </message>
    <message>
        <source>Its goods came back as a return since, and were paid for.</source>
        <translation>商品后来已作为退货收回并退款。</translation>
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
        <translation>等快递来取。</translation>
    </message>
    <message>
        <source>Give {number} to the carrier</source>
        <translation>把 {number} 交给快递</translation>
    </message>
    <message>
        <source>{number} is with the carrier</source>
        <translation>{number} 已交给快递</translation>
    </message>
    <message>
        <source>How many parcels is {number}?</source>
        <translation>{number} 装成几个包裹？</translation>
    </message>
    <message>
        <source>This goes on the label of each. It is shown here only, and not kept.</source>
        <translation>请写在每个包裹的面单上。地址只在此显示，不会保存。</translation>
    </message>
    <message>
        <source>It is packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>Who takes {number}?</source>
        <translation>{number} 由谁承运？</translation>
    </message>
    <message>
        <source>Choose the carrier, then scan the number on each label.</source>
        <translation>选快递，再扫每张面单上的单号。</translation>
    </message>
    <message>
        <source>The carrier collects {amount} on delivery: write it on the label.</source>
        <translation>快递代收货款 {amount}，请写在面单上。</translation>
    </message>
    <message>
        <source>They have it</source>
        <translation>已交给快递</translation>
    </message>
    <message>
        <source>Asking head office where it goes</source>
        <translation>正在向总部查地址</translation>
    </message>
    <message>
        <source>Head office has no address for it any more. Ask there before it leaves.</source>
        <translation>总部已没有这单的地址，发出前请先询问。</translation>
    </message>
    <message>
        <source>Head office does not answer, so the address cannot be shown. Pack it now, and label it later.</source>
        <translation>总部没有应答，无法显示地址。可以先打包，稍后再贴面单。</translation>
    </message>
    <message>
        <source>Another carrier</source>
        <translation>其他快递</translation>
    </message>
    <message>
        <source>Choose the carrier first.</source>
        <translation>请先选快递。</translation>
    </message>
    <message>
        <source>Number on the label: scan it, or type it and press Enter</source>
        <translation>面单单号：扫码，或输入后按 Enter</translation>
    </message>
    <message>
        <source>This is not a carrier&apos;s number.</source>
        <translation>这不是快递单号。</translation>
    </message>
    <message>
        <source>{count} of {total} numbers. The same one again takes it out.</source>
        <translation>单号 {count}/{total}。再扫同一个会去掉它。</translation>
    </message>
    <message>
        <source>waits for the carrier</source>
        <translation>等快递</translation>
    </message>
    <message>
        <source>Pack by</source>
        <translation>最迟打包</translation>
    </message>
    <message>
        <source>{amount} on delivery</source>
        <translation>货到付款 {amount}</translation>
    </message>
    <message>
        <source>The network is there, but the hub does not answer. Tell head office if it stays so.</source>
        <translation>网络正常，但总部中心没有回答。一直这样的话，请告诉总部。</translation>
    </message>
    <message>
        <source>The hub is busy and asks this till to wait. It goes on by itself.</source>
        <translation>总部中心正忙，请这台收银机稍等。之后会自动继续。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space, then it goes on by itself.</source>
        <translation>本机磁盘已满。腾出空间后会自动继续。</translation>
    </message>
    <message>
        <source>A file of this till cannot be read, so nothing goes to or comes from the hub. Call head office.</source>
        <translation>本机有一个文件读不出来，与总部中心的往来已停。请联系总部。</translation>
    </message>
    <message>
        <source>Something unexpected stopped the exchange with the hub. Tell head office if it stays so.</source>
        <translation>与总部中心往来时出了意外。一直这样的话，请告诉总部。</translation>
    </message>
    <message>
        <source>Ordered what lies elsewhere</source>
        <translation>从别处订货</translation>
    </message>
    <message>
        <source>Packed {order}</source>
        <translation>已打包 {order}</translation>
    </message>
    <message>
        <source>Gave {order} to the carrier</source>
        <translation>{order} 已交快递</translation>
    </message>
    <message>
        <source>Sent when the hub answers.</source>
        <translation>总部中心应答后发送。</translation>
    </message>
    <message>
        <source>Order {order}: handed over at a branch that has it not</source>
        <translation>订单 {order}：在不存放它的门店交了货</translation>
    </message>
    <message>
        <source>Look which goods were given, and whether those of the order still wait at their branch.</source>
        <translation>请查看给了哪些货，订单的货是否还在原门店。</translation>
    </message>
    <message>
        <source>Order {order}: pieces left that were not wanted any more</source>
        <translation>订单 {order}：顾客已不要的商品仍然交出</translation>
    </message>
    <message>
        <source>The money for them was given back, or no longer asked for. Ask the customer for the goods.</source>
        <translation>这些商品的钱已退还或不再收取。请向顾客要回商品。</translation>
    </message>
    <message>
        <source>Order {order}: more prepared than is still wanted</source>
        <translation>订单 {order}：备货多于仍需的数量</translation>
    </message>
    <message>
        <source>Put the pieces that were dropped back on the shelf before the rest goes.</source>
        <translation>其余商品交出之前，请把不要的商品放回货架。</translation>
    </message>
    <message>
        <source>Order {order}: taken back after its goods came back as a return</source>
        <translation>订单 {order}：商品已作退货收回，之后又撤销了交付</translation>
    </message>
    <message>
        <source>The return counts. Look whether the goods are here once.</source>
        <translation>以退货为准。请看商品是否只有一份。</translation>
    </message>
    <message>
        <source>Order {order}: paid, and no longer kept for the customer</source>
        <translation>订单 {order}：已付款，货已不再预留</translation>
    </message>
    <message>
        <source>The goods went to somebody else meanwhile. Find them elsewhere, or give the money back.</source>
        <translation>货期间给了别人。请从别处找货，或退款。</translation>
    </message>
    <message>
        <source>Order {order}: nobody left who can fulfil it</source>
        <translation>订单 {order}：没有门店能接</translation>
    </message>
    <message>
        <source>Head office decides who gets it, or calls the customer. Tell them what you know.</source>
        <translation>由总部决定给谁，或联系顾客。请告诉总部您知道的情况。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for a code that the hub did not issue</source>
        <translation>订单 {order}：凭总部中心没有签发过的提货码交付</translation>
    </message>
    <message>
        <source>It may be forged. Look who collected the goods, and tell head office.</source>
        <translation>提货码可能是伪造的。请查看是谁取走了商品，并告知总部。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for another order&apos;s code</source>
        <translation>订单 {order}：凭其他订单的提货码交付</translation>
    </message>
    <message>
        <source>Look which goods were given, and whether those of the other order are still here.</source>
        <translation>请查看交付了哪些商品，另一订单的商品是否还在店里。</translation>
    </message>
    <message>
        <source>Order {order}: handed over for an old code</source>
        <translation>订单 {order}：凭旧提货码交付</translation>
    </message>
    <message>
        <source>The customer had a newer one by then. Look whether the right person has the goods.</source>
        <translation>顾客当时已有新的提货码。请确认商品是否交给了本人。</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>购物篮</translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation>购物篮是空的</translation>
    </message>
    <message>
        <source>Scan an article, or search for one and add it. A member&apos;s card or a coupon can come first.</source>
        <translation>扫商品，或先搜索再加入。也可以先扫会员卡或优惠券。</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>加入购物篮</translation>
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
        <translation>按 Ctrl Z 可撤销。</translation>
    </message>
    <message>
        <source>The last change is taken back</source>
        <translation>已撤销上一步</translation>
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
        <translation>还不知道 {amount} 是否已付</translation>
    </message>
    <message>
        <source>{amount} too much was taken</source>
        <translation>多收了 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken here</source>
        <translation>本机已收 {amount}</translation>
    </message>
    <message>
        <source>See the payment</source>
        <translation>查看付款</translation>
    </message>
    <message>
        <source>Paid. Hand the goods over, or give the money back.</source>
        <translation>已付清。请交货，或把钱退回。</translation>
    </message>
    <message>
        <source>Money taken: {order}</source>
        <translation>已收款：{order}</translation>
    </message>
    <message>
        <source>Balance of order {order}</source>
        <translation>订单 {order} 的尾款</translation>
    </message>
    <message>
        <source>The balance is paid. Hand the goods over, or give it back.</source>
        <translation>尾款已付清。请交货，或退回。</translation>
    </message>
    <message>
        <source>{amount} more was taken than is due by now. Give all back, then take what is due.</source>
        <translation>比现在应付的多收了 {amount}。请先全部退回，再收应付的金额。</translation>
    </message>
    <message>
        <source>the balance</source>
        <translation>尾款</translation>
    </message>
    <message>
        <source>how a payment ended</source>
        <translation>付款结果</translation>
    </message>
    <message>
        <source>what was taken too much</source>
        <translation>多收的款</translation>
    </message>
    <message>
        <source>Nobody knows yet how a payment of it ended.</source>
        <translation>还不知道其中一笔付款的结果。</translation>
    </message>
    <message>
        <source>Less is due by now than was taken here. Give it back first.</source>
        <translation>现在应付的少于本机已收的。请先退回。</translation>
    </message>
    <message>
        <source>Order {order}: a payment that nothing proves</source>
        <translation>订单 {order}：有一笔付款没有凭据</translation>
    </message>
    <message>
        <source>Its figures do not add up, or the terminal&apos;s approval is missing. Compare it with the terminal.</source>
        <translation>金额对不上，或缺少终端的授权号。请与终端核对。</translation>
    </message>
    <message>
        <source>A payment is under way</source>
        <translation>有一笔付款在进行</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Recall · {count}</source>
        <translation>取单 · {count}</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>现在付</translation>
    </message>
    <message>
        <source>Goods {amount}</source>
        <translation>商品 {amount}</translation>
    </message>
    <message>
        <source>{amount} in cash</source>
        <translation>现金 {amount}</translation>
    </message>
    <message>
        <source>{amount} taken already</source>
        <translation>已收 {amount}</translation>
    </message>
    <message>
        <source>{amount} each</source>
        <translation>单价 {amount}</translation>
    </message>
    <message>
        <source>List price {amount}</source>
        <translation>原价 {amount}</translation>
    </message>
    <message>
        <source>{count} × {unit} = {amount} at list price</source>
        <translation>原价 {count} × {unit} = {amount}</translation>
    </message>
    <message>
        <source>The price just changed: {was} → {now}. Which one?</source>
        <translation>价格刚变了：{was} → {now}。用哪个？</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
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
        <translation>该行的手工折扣已取消。</translation>
    </message>
    <message>
        <source>It was agreed at the old price. Give it again with F8.</source>
        <translation>折扣是按原价商定的。需要时按 F8 重新给。</translation>
    </message>
    <message>
        <source>Costs {amount} now</source>
        <translation>现价 {amount}</translation>
    </message>
    <message>
        <source>The hub cannot be asked now, so it may exist.</source>
        <translation>现在问不到总部，也许有这款。</translation>
    </message>
    <message>
        <source>The hub did not answer. Scan it once more in a moment.</source>
        <translation>总部没有回复。过一会儿再扫一次。</translation>
    </message>
    <message>
        <source>The hub does not know this number either.</source>
        <translation>总部也没有这个码。</translation>
    </message>
    <message>
        <source>Not in this till&apos;s copy. Asking the hub</source>
        <translation>本机没有这款，正在问总部</translation>
    </message>
    <message>
        <source>Basket of {name}</source>
        <translation>{name} 的购物篮</translation>
    </message>
    <message>
        <source>Take the member off the basket</source>
        <translation>取消会员</translation>
    </message>
    <message>
        <source>Not known at this branch</source>
        <translation>本店没有资料</translation>
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
        <translation>现在带走</translation>
    </message>
    <message>
        <source>Ship to home</source>
        <translation>送货到家</translation>
    </message>
    <message>
        <source>Pick up at another branch</source>
        <translation>他店自提</translation>
    </message>
    <message>
        <source>Branch {number}</source>
        <translation>门店 {number}</translation>
    </message>
    <message>
        <source>Coupon {tail}</source>
        <translation>优惠券 {tail}</translation>
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
        <translation>{count} 项优惠 −{amount}</translation>
    </message>
    <message>
        <source>{name} takes off {amount}.</source>
        <translation>{name} 减 {amount}。</translation>
    </message>
    <message>
        <source>Discount by hand takes off {amount}: {reason}.</source>
        <translation>手工折扣减 {amount}：{reason}。</translation>
    </message>
    <message>
        <source>There is nothing to use it on yet.</source>
        <translation>还没有可用的商品。</translation>
    </message>
    <message>
        <source>{name}: nobody here knows this coupon.</source>
        <translation>{name}：查不到这张券。</translation>
    </message>
    <message>
        <source>{name}: it does not count yet.</source>
        <translation>{name}：还没到使用时间。</translation>
    </message>
    <message>
        <source>{name}: it is over.</source>
        <translation>{name}：已经过期。</translation>
    </message>
    <message>
        <source>{name}: for members. Scan the card and it applies.</source>
        <translation>{name}：会员专享，扫会员卡即可用。</translation>
    </message>
    <message>
        <source>{name}: for another member tier.</source>
        <translation>{name}：是其他会员等级的。</translation>
    </message>
    <message>
        <source>{name}: it belongs to another member.</source>
        <translation>{name}：是别的会员的券。</translation>
    </message>
    <message>
        <source>{name}: not for sales at the counter.</source>
        <translation>{name}：柜台不能用。</translation>
    </message>
    <message>
        <source>{name}: it is for none of these articles.</source>
        <translation>{name}：这些商品都不适用。</translation>
    </message>
    <message>
        <source>{name}: it does not go with what is used here.</source>
        <translation>{name}：不能与已用的优惠同享。</translation>
    </message>
    <message>
        <source>{name} does not go together with {winner}.</source>
        <translation>{name} 不能与 {winner} 同享。</translation>
    </message>
    <message>
        <source>{name}: what is used saves more.</source>
        <translation>{name}：已用的优惠更划算。</translation>
    </message>
    <message>
        <source>{winner} beats {name}, which would take off {amount}.</source>
        <translation>{winner} 比 {name} 划算，后者只减 {amount}。</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>还应付</translation>
    </message>
    <message>
        <source>Stays to pay</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>刚好</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Type what the customer gives. Less than the whole is a part; the rest is paid another way.</source>
        <translation>输入顾客给的现金。不足全额就是先付一部分，其余用别的方式付。</translation>
    </message>
    <message>
        <source>In cash it is {amount}: smaller coins are not used.</source>
        <translation>付现金是 {amount}（已抹零）。</translation>
    </message>
    <message>
        <source>The amount goes to the terminal. Type less to take only a part by card.</source>
        <translation>金额会发到刷卡机。输入较小的金额就只刷一部分。</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone. The amount is taken at once.</source>
        <translation>扫顾客手机上的付款码，立即扣款。</translation>
    </message>
    <message>
        <source>Take {amount} in cash</source>
        <translation>收现金 {amount}</translation>
    </message>
    <message>
        <source>Send {amount} to the terminal</source>
        <translation>发 {amount} 到刷卡机</translation>
    </message>
    <message>
        <source>Scan to take {amount}</source>
        <translation>扫码收 {amount}</translation>
    </message>
    <message>
        <source>Use points</source>
        <translation>用积分</translation>
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
        <translation>余额 {points}，{age}</translation>
    </message>
    <message>
        <source>This till does not know the member&apos;s points.</source>
        <translation>本机不知道这位会员的积分。</translation>
    </message>
    <message>
        <source>This is no amount that can be taken.</source>
        <translation>这不是可收的金额。</translation>
    </message>
    <message>
        <source>Finish the sale</source>
        <translation>完成销售</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>没有收到</translation>
    </message>
    <message>
        <source>{name}: waiting for {amount}</source>
        <translation>{name}：等待付款 {amount}</translation>
    </message>
    <message>
        <source>The customer confirms it on the device. {time} so far.</source>
        <translation>请顾客在设备上确认。已等 {time}。</translation>
    </message>
    <message>
        <source>The hub is asked for the points. {time} so far.</source>
        <translation>正在问总部积分。已等 {time}。</translation>
    </message>
    <message>
        <source>{name}: nobody knows whether {amount} was paid</source>
        <translation>{name}：{amount} 的支付结果还不知道</translation>
    </message>
    <message>
        <source>Do not take payment again. It is asked until it is known; {time} so far.</source>
        <translation>请不要再收一次款。会一直查到有结果；已等 {time}。</translation>
    </message>
    <message>
        <source>{name}: {amount} is being given back</source>
        <translation>{name}：正在退回 {amount}</translation>
    </message>
    <message>
        <source>Cancel this payment</source>
        <translation>取消这笔付款</translation>
    </message>
    <message>
        <source>Give all back</source>
        <translation>全部退回</translation>
    </message>
    <message>
        <source>What was taken is given back</source>
        <translation>已收的款项已退回</translation>
    </message>
    <message>
        <source>In the basket: hold it for later</source>
        <translation>购物篮：挂单</translation>
    </message>
    <message>
        <source>In the basket: recall one that is held</source>
        <translation>购物篮：取单</translation>
    </message>
    <message>
        <source>In the basket: whose sale a line is</source>
        <translation>购物篮：归属</translation>
    </message>
    <message>
        <source>In the basket: a discount, with its reason</source>
        <translation>购物篮：折扣</translation>
    </message>
    <message>
        <source>In the basket: take payment</source>
        <translation>购物篮：收款</translation>
    </message>
    <message>
        <source>In the basket: take the line out</source>
        <translation>购物篮：拿掉这一行</translation>
    </message>
    <message>
        <source>In the basket: print the receipt</source>
        <translation>购物篮：打印小票</translation>
    </message>
    <message>
        <source>Hold this basket</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>It waits at this till, also through a power cut, until the customer comes back.</source>
        <translation>会留在这台收银台，断电也在，等顾客回来。</translation>
    </message>
    <message>
        <source>Held: {name}</source>
        <translation>已挂单：{name}</translation>
    </message>
    <message>
        <source>F5 takes it up again.</source>
        <translation>按 F5 可取单。</translation>
    </message>
    <message>
        <source>Which basket?</source>
        <translation>取哪一单？</translation>
    </message>
    <message>
        <source>Prices and offers are those of now.</source>
        <translation>价格和优惠按现在的算。</translation>
    </message>
    <message>
        <source>Take up {name}</source>
        <translation>取单 {name}</translation>
    </message>
    <message>
        <source>held {time}</source>
        <translation>已挂 {time}</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drop {name} for good</source>
        <translation>确认删除 {name}</translation>
    </message>
    <message>
        <source>Whose sale is {name}?</source>
        <translation>{name} 归谁？</translation>
    </message>
    <message>
        <source>The line counts for this clerk.</source>
        <translation>这一行算这位店员的。</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>这一行</translation>
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
        <translation>打多少、为什么。都会和这笔销售一起留存。</translation>
    </message>
    <message>
        <source>−{percent} %</source>
        <translation>−{percent}%</translation>
    </message>
    <message>
        <source>Or an amount</source>
        <translation>或减金额</translation>
    </message>
    <message>
        <source>Damaged packaging</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>From the display</source>
        <translation>陈列样品</translation>
    </message>
    <message>
        <source>Cheaper elsewhere</source>
        <translation>别处更便宜</translation>
    </message>
    <message>
        <source>Goodwill after a complaint</source>
        <translation>投诉补偿</translation>
    </message>
    <message>
        <source>Which one, in a few words</source>
        <translation>请简单说明</translation>
    </message>
    <message>
        <source>More than {percent} %: a manager has to approve it.</source>
        <translation>超过 {percent}%：需要店长批准。</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>给折扣</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Say how much, and why.</source>
        <translation>请填金额和原因。</translation>
    </message>
    <message>
        <source>Discount on {name}: {why}</source>
        <translation>{name} 打折：{why}</translation>
    </message>
    <message>
        <source>Asking the hub about coupon {tail}</source>
        <translation>正在向总部查优惠券 {tail}</translation>
    </message>
    <message>
        <source>The hub did not say what this coupon is. Scan it once more.</source>
        <translation>总部没有答复这张券。请再扫一次。</translation>
    </message>
    <message>
        <source>Making sure that nobody else uses the coupon.</source>
        <translation>正在确认优惠券没有被别人使用。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>看哪张小票？</translation>
    </message>
    <message>
        <source>The last ones of this till. What is shown is a copy.</source>
        <translation>这台收银台最近的小票。显示的是副本。</translation>
    </message>
    <message>
        <source>This till has printed no receipt yet.</source>
        <translation>这台收银台还没有小票。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Sale of {amount}</source>
        <translation>销售 {amount}</translation>
    </message>
    <message>
        <source>A copy: it says so on the paper.</source>
        <translation>副本：小票上会注明。</translation>
    </message>
    <message>
        <source>Receipt written to {file}</source>
        <translation>小票已存到 {file}</translation>
    </message>
    <message>
        <source>The receipt was not written: the folder does not take it.</source>
        <translation>小票没有写成：文件夹不可写。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>I have seen the article</source>
        <translation>我看过商品</translation>
    </message>
    <message>
        <source>It was agreed with the customer</source>
        <translation>已与顾客说好</translation>
    </message>
    <message>
        <source>For this discount only. It is recorded who approved and why.</source>
        <translation>只对这一次折扣有效。会记录谁批准、为什么。</translation>
    </message>
    <message>
        <source>In the basket: pick the line up elsewhere</source>
        <translation>购物篮：他店自提</translation>
    </message>
    <message>
        <source>In the basket: ship the line</source>
        <translation>购物篮：送货</translation>
    </message>
    <message>
        <source>In the basket: take the line along</source>
        <translation>购物篮：现在带走</translation>
    </message>
    <message>
        <source>In the basket: take the new price</source>
        <translation>购物篮：按新价要</translation>
    </message>
    <message>
        <source>In the basket: leave what costs more now</source>
        <translation>购物篮：价变了不要</translation>
    </message>
    <message>
        <source>Ship home</source>
        <translation>送货到家</translation>
    </message>
    <message>
        <source>Other branch</source>
        <translation>他店自提</translation>
    </message>
    <message>
        <source>Asking the hub where it lies</source>
        <translation>正在问总部哪里有货</translation>
    </message>
    <message>
        <source>The hub did not answer in time. Ask once more.</source>
        <translation>总部没有及时回复。请再查一次。</translation>
    </message>
    <message>
        <source>No other place can give it now.</source>
        <translation>现在别处都没有货。</translation>
    </message>
    <message>
        <source>The only place that can</source>
        <translation>只有这里可以</translation>
    </message>
    <message>
        <source>Best of all</source>
        <translation>最合适</translation>
    </message>
    <message>
        <source>Has hands free, others are busy</source>
        <translation>人手够，别处忙</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>正在营业</translation>
    </message>
    <message>
        <source>Sooner than the others</source>
        <translation>比别处快</translation>
    </message>
    <message>
        <source>Nearest with stock</source>
        <translation>最近有货</translation>
    </message>
    <message>
        <source>Keeps more pieces</source>
        <translation>库存更多</translation>
    </message>
    <message>
        <source>Many orders ahead</source>
        <translation>前面订单多</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>现在未营业</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>更远</translation>
    </message>
    <message>
        <source>Fewer pieces left</source>
        <translation>剩得更少</translation>
    </message>
    <message>
        <source>Head office decided</source>
        <translation>总部指定</translation>
    </message>
    <message>
        <source>No branch could take it</source>
        <translation>没有门店能接</translation>
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
        <translation>营业到 {time}</translation>
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
        <translation>全额付</translation>
    </message>
    <message>
        <source>Deposit, rest at pickup</source>
        <translation>付定金，取货付尾款</translation>
    </message>
    <message>
        <source>Credit: {who}</source>
        <translation>归属：{who}</translation>
    </message>
    <message>
        <source>{name} {amount}</source>
        <translation>{name} {amount}</translation>
    </message>
    <message>
        <source>Somebody else was quicker: it is not free there any more.</source>
        <translation>被别人先要了，那里已经没有可留的。</translation>
    </message>
    <message>
        <source>That reservation is over. Choose a place once more.</source>
        <translation>那次保留已结束，请重新选择。</translation>
    </message>
    <message>
        <source>That branch has another line already, in the other way. Choose another branch for one of them.</source>
        <translation>那家店已有一件商品用另一种方式。请给其中一件换一家店。</translation>
    </message>
    <message>
        <source>The hub does not know that branch.</source>
        <translation>总部没有这家门店。</translation>
    </message>
    <message>
        <source>Kept at {branch} for 15 minutes</source>
        <translation>已在{branch}保留 15 分钟</translation>
    </message>
    <message>
        <source>Ordering at the hub. Nobody pays yet</source>
        <translation>正在向总部下单，先不要收款</translation>
    </message>
    <message>
        <source>No answer for {seconds} s. Checking; nobody pays yet</source>
        <translation>{seconds} 秒没有回复。正在查，先不要收款</translation>
    </message>
    <message>
        <source>The basket has changed meanwhile.</source>
        <translation>购物篮刚刚变了。</translation>
    </message>
    <message>
        <source>The order is not for it any more. Order once more.</source>
        <translation>刚才的订单对不上了，请重新下单。</translation>
    </message>
    <message>
        <source>Ordered: {number}. Take the money now.</source>
        <translation>已下单：{number}。现在收款。</translation>
    </message>
    <message>
        <source>Choose first from where it comes: {name}</source>
        <translation>先选从哪里发：{name}</translation>
    </message>
    <message>
        <source>The quarter of an hour is over. Choose the place once more.</source>
        <translation>15 分钟已过，请重新选择。</translation>
    </message>
    <message>
        <source>What is kept is something else by now. Choose the place once more.</source>
        <translation>保留的内容已变，请重新选择。</translation>
    </message>
    <message>
        <source>The address is missing. Type it once more.</source>
        <translation>没有地址，请再输入一次。</translation>
    </message>
    <message>
        <source>That branch cannot do this. Choose another one.</source>
        <translation>那家门店做不到，请换一家。</translation>
    </message>
    <message>
        <source>The hub does not know the article.</source>
        <translation>总部没有这款商品。</translation>
    </message>
    <message>
        <source>This basket is ordered already.</source>
        <translation>这个购物篮已经下过单。</translation>
    </message>
    <message>
        <source>Not ordered, and nothing was taken</source>
        <translation>没有下单，也没有收款</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>送到哪里？</translation>
    </message>
    <message>
        <source>The hub keeps the address for the parcel. This till does not.</source>
        <translation>地址只存在总部用于发货，本机不留。</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>For the carrier</source>
        <translation>快递联系用</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Province, city, district</source>
        <translation>省 市 区</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Street, number, flat</source>
        <translation>街道、门牌、楼层</translation>
    </message>
    <message>
        <source>Order it</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>看不懂。</translation>
    </message>
    <message>
        <source>This is no phone number.</source>
        <translation>这不是电话号码。</translation>
    </message>
    <message>
        <source>The city is missing.</source>
        <translation>缺少城市。</translation>
    </message>
    <message>
        <source>The number of the house is missing.</source>
        <translation>缺少门牌号。</translation>
    </message>
    <message>
        <source>Order, then take payment</source>
        <translation>先下单，再收款</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Open · {count}</source>
        <translation>未处理 · {count}</translation>
    </message>
    <message>
        <source>Settled · {count}</source>
        <translation>已处理 · {count}</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>没有要核对的</translation>
    </message>
    <message>
        <source>Facts that disagree, and acts that the hub could not place, come here by themselves.</source>
        <translation>互相矛盾的记录，和总部中心认不出的操作，会自己出现在这里。</translation>
    </message>
    <message>
        <source>Nothing was settled yet</source>
        <translation>还没有处理过的</translation>
    </message>
    <message>
        <source>What a manager has settled can be read here.</source>
        <translation>店长处理过的可以在这里查看。</translation>
    </message>
    <message>
        <source>Settle {order}</source>
        <translation>处理 {order}</translation>
    </message>
    <message>
        <source>Settle this</source>
        <translation>处理这一条</translation>
    </message>
    <message>
        <source>Only a manager settles this: {names}.</source>
        <translation>只有店长可以处理：{names}。</translation>
    </message>
    <message>
        <source>Only a manager or head office settles this.</source>
        <translation>只有店长或总部可以处理。</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>是怎么回事？</translation>
    </message>
    <message>
        <source>The reason is kept with both sides. Goods and money stay as they are.</source>
        <translation>原因会和双方的记录一起留存。货和钱都不变。</translation>
    </message>
    <message>
        <source>One parcel, noted twice</source>
        <translation>同一个包裹，记了两次</translation>
    </message>
    <message>
        <source>Goods went out twice; head office knows</source>
        <translation>货给了两次，已告知总部</translation>
    </message>
    <message>
        <source>The right goods went to the right person</source>
        <translation>货对，人也对</translation>
    </message>
    <message>
        <source>The goods are back here</source>
        <translation>货已经拿回来了</translation>
    </message>
    <message>
        <source>The balance was paid</source>
        <translation>尾款已经付了</translation>
    </message>
    <message>
        <source>What was too much was given back</source>
        <translation>多收的已经退了</translation>
    </message>
    <message>
        <source>The two have spoken; the order is right now</source>
        <translation>两人已对过，订单现在是对的</translation>
    </message>
    <message>
        <source>Known, and nothing is missing</source>
        <translation>清楚原因，没有少什么</translation>
    </message>
    <message>
        <source>Head office looks into it</source>
        <translation>总部在查</translation>
    </message>
    <message>
        <source>{name}, {when}: {reason}</source>
        <translation>{name}，{when}：{reason}</translation>
    </message>
    <message>
        <source>Settled: {title}</source>
        <translation>已处理：{title}</translation>
    </message>
    <message>
        <source>Somebody settled it before. Theirs stands.</source>
        <translation>别人先处理了，以那一次为准。</translation>
    </message>
    <message>
        <source>The hub knows this person as no manager here. Ask another one.</source>
        <translation>总部中心没有此人在本店的店长身份。请找别的店长。</translation>
    </message>
    <message>
        <source>The hub does not have it any more.</source>
        <translation>总部中心已经没有这一条了。</translation>
    </message>
    <message>
        <source>Say in a few words what it was.</source>
        <translation>请用几个字说明原因。</translation>
    </message>
    <message>
        <source>{shown} of {count}; the others follow when these are settled.</source>
        <translation>显示 {count} 条中的 {shown} 条，处理后其余会补上。</translation>
    </message>
    <message>
        <source>Settled {order}</source>
        <translation>处理了 {order}</translation>
    </message>
    <message>
        <source>Settled what needed a look</source>
        <translation>处理了一条待核对</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>A till&apos;s records have a gap</source>
        <translation>一台收银台的记录有缺口</translation>
    </message>
    <message>
        <source>The act counts. Let head office look at this till.</source>
        <translation>这次操作算数。请总部查看这台收银台。</translation>
    </message>
    <message>
        <source>An act from after a restore that the hub does not know of</source>
        <translation>一笔操作做在总部中心不知道的一次恢复之后</translation>
    </message>
    <message>
        <source>The act counts. The hub may be an older copy: tell head office.</source>
        <translation>操作算数。总部中心可能是旧的副本，请告诉总部。</translation>
    </message>
    <message>
        <source>An act on an order that the hub does not know</source>
        <translation>总部中心查不到这张订单</translation>
    </message>
    <message>
        <source>Look for the right order number, and whether goods left.</source>
        <translation>请核对单号，看货是否已经给出。</translation>
    </message>
    <message>
        <source>An act that the hub cannot read</source>
        <translation>总部中心读不懂的一次操作</translation>
    </message>
    <message>
        <source>It is kept whole, and had no effect. Ask whoever did it.</source>
        <translation>已原样保存，没有生效。请问经手人。</translation>
    </message>
    <message>
        <source>An act that its till did not sign</source>
        <translation>不是这台收银台签名的操作</translation>
    </message>
    <message>
        <source>It had no effect. Tell head office: somebody may have changed it.</source>
        <translation>没有生效。请告知总部：可能被人改过。</translation>
    </message>
    <message>
        <source>An act in the name of another till</source>
        <translation>用了别的收银台名义的操作</translation>
    </message>
    <message>
        <source>It had no effect. Tell head office which till brought it.</source>
        <translation>没有生效。请告知总部是哪台收银台送来的。</translation>
    </message>
    <message>
        <source>An act with the number of another one</source>
        <translation>一条与其他操作编号相同的操作</translation>
    </message>
    <message>
        <source>It is kept, and had no effect. Tell head office which till brought it.</source>
        <translation>已保留，但没有生效。请告知总部是哪台收银台传来的。</translation>
    </message>
    <message>
        <source>An act of a till that was withdrawn</source>
        <translation>已停用的收银台的操作</translation>
    </message>
    <message>
        <source>It counts. Look whether it was so.</source>
        <translation>已经算数。请核对是否属实。</translation>
    </message>
    <message>
        <source>Not everything is sent</source>
        <translation>还没有全部发出</translation>
    </message>
    <message>
        <source>{count} still to send. Stay, or write them to a file that head office can take in.</source>
        <translation>还有 {count} 条待发。可以先不关，或写成文件交给总部。</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>文件放在哪里</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不关</translation>
    </message>
    <message>
        <source>Write the file and close</source>
        <translation>写好文件再关闭</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another place.</source>
        <translation>这里写不了文件。请换一个位置。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件。请换一个名字。</translation>
    </message>
    <message>
        <source>Take this till out of use</source>
        <translation>停用这台收银台</translation>
    </message>
    <message>
        <source>It forgets its customers and asks for a pairing code at the next start. Its records are put aside.</source>
        <translation>它会忘掉顾客资料，下次启动要重新配对。记录另行保存。</translation>
    </message>
    <message>
        <source>Only a manager takes a till out of use.</source>
        <translation>只有店长可以停用收银台。</translation>
    </message>
    <message>
        <source>Write the file and take it out of use</source>
        <translation>写好文件再停用</translation>
    </message>
    <message>
        <source>scan its articles</source>
        <translation>可逐件扫商品</translation>
    </message>
    <message>
        <source>scan the next code</source>
        <translation>可扫下一个码</translation>
    </message>
    <message>
        <source>Sold {amount} · receipt {receipt}</source>
        <translation>售出 {amount} · 小票 {receipt}</translation>
    </message>
    <message>
        <source>Let points pay</source>
        <translation>使用积分</translation>
    </message>
    <message>
        <source>Gave points back</source>
        <translation>退回积分</translation>
    </message>
    <message>
        <source>Took a coupon</source>
        <translation>使用优惠券</translation>
    </message>
    <message>
        <source>Let a coupon go</source>
        <translation>释放优惠券</translation>
    </message>
    <message>
        <source>Sold: {pieces}</source>
        <translation>售出：{pieces}</translation>
    </message>
    <message>
        <source>More sold than was here</source>
        <translation>卖出的比在库的多</translation>
    </message>
    <message>
        <source>Count the article. A piece may have been promised to somebody.</source>
        <translation>请盘点这款商品，也许有一件已经预留给别人。</translation>
    </message>
    <message>
        <source>More points used than there were</source>
        <translation>用掉的积分比余额多</translation>
    </message>
    <message>
        <source>The sale counts. Two tills took them, one without the network.</source>
        <translation>这笔销售有效。两台收银台都用了积分，其中一台断网。</translation>
    </message>
    <message>
        <source>A coupon used twice</source>
        <translation>一张券用了两次</translation>
    </message>
    <message>
        <source>The sale counts. Look who showed the coupon, and tell head office.</source>
        <translation>这笔销售有效。看看是谁出示的券，并告知总部。</translation>
    </message>
    <message>
        <source>A coupon of another member</source>
        <translation>他人的会员优惠券</translation>
    </message>
    <message>
        <source>The sale counts. Find out who showed the coupon.</source>
        <translation>销售有效。请查明是谁出示了这张券。</translation>
    </message>
    <message>
        <source>A discount that nobody approved</source>
        <translation>未经批准的折扣</translation>
    </message>
    <message>
        <source>The sale counts. Ask who gave it, and why.</source>
        <translation>销售有效。请问清是谁给的折扣，为什么。</translation>
    </message>
    <message>
        <source>Exchanged for nothing</source>
        <translation>换货对不上</translation>
    </message>
    <message>
        <source>No goods came back that count for this sale.</source>
        <translation>没有退回的商品抵这笔销售。</translation>
    </message>
    <message>
        <source>Two sales with one receipt number</source>
        <translation>两笔销售用了同一个小票号</translation>
    </message>
    <message>
        <source>Both are kept. Tell head office: this till may have lost a file.</source>
        <translation>两笔都已保存。请告知总部：这台收银台可能丢过文件。</translation>
    </message>
    <message>
        <source>A sale with a badge that nobody has</source>
        <translation>用无人持有的工牌做的销售</translation>
    </message>
    <message>
        <source>A sale by somebody who has left</source>
        <translation>已离职的人做的销售</translation>
    </message>
    <message>
        <source>A sale by somebody whose role is another</source>
        <translation>由其他岗位的人做的销售</translation>
    </message>
    <message>
        <source>A sale whose approval does not hold</source>
        <translation>批准无效的销售</translation>
    </message>
    <message>
        <source>A sale whose figures do not add up</source>
        <translation>金额对不上的销售</translation>
    </message>
    <message>
        <source>It counts as it was told. Compare the receipt with the drawer.</source>
        <translation>按上报的入账。请把小票和钱箱对一下。</translation>
    </message>
    <message>
        <source>This line is no longer in the basket.</source>
        <translation>这一行已经不在购物篮里。</translation>
    </message>
    <message>
        <source>The basket is full. Sell it, then begin another one.</source>
        <translation>购物篮满了。先结账，再开一个。</translation>
    </message>
    <message>
        <source>Between 1 and 9,999 pieces fit on a line.</source>
        <translation>一行可以是 1 到 9,999 件。</translation>
    </message>
    <message>
        <source>That is more than one basket can cost.</source>
        <translation>一个购物篮的金额放不下这么多。</translation>
    </message>
    <message>
        <source>This article has a price in another currency.</source>
        <translation>这款商品是另一种货币的价格。</translation>
    </message>
    <message>
        <source>Choose the branch where it is picked up.</source>
        <translation>请选择自提的门店。</translation>
    </message>
    <message>
        <source>It is picked up here: take it along now.</source>
        <translation>就在本店自提：现在带走即可。</translation>
    </message>
    <message>
        <source>A branch is only chosen for a pickup.</source>
        <translation>只有自提才选门店。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简单说明原因。</translation>
    </message>
    <message>
        <source>A discount is no more than the line costs.</source>
        <translation>折扣不能超过这一行的金额。</translation>
    </message>
    <message>
        <source>That is more than you may give alone. Ask a manager.</source>
        <translation>超过您的折扣权限，请店长批准。</translation>
    </message>
    <message>
        <source>The discount was given for so many pieces. Take it back first.</source>
        <translation>折扣是按这个件数给的，请先取消折扣。</translation>
    </message>
    <message>
        <source>This coupon is in the basket already.</source>
        <translation>这张券已经在购物篮里。</translation>
    </message>
    <message>
        <source>No more coupons fit on one basket.</source>
        <translation>一个购物篮不能再加券了。</translation>
    </message>
    <message>
        <source>Nobody has given out such a coupon. Look at its letters.</source>
        <translation>没有发过这张券。请核对券码。</translation>
    </message>
    <message>
        <source>This till does not know the article.</source>
        <translation>这台收银台没有这款商品。</translation>
    </message>
    <message>
        <source>A basket is open. Hold it or sell it first.</source>
        <translation>还有一个购物篮开着。请先挂单或结账。</translation>
    </message>
    <message>
        <source>This basket is no longer held.</source>
        <translation>这一单已经不在挂单里。</translation>
    </message>
    <message>
        <source>Give it a name by which you find it again.</source>
        <translation>起个名字，方便再找到。</translation>
    </message>
    <message>
        <source>Another basket has this name. Take another one.</source>
        <translation>这个名字已经用了，换一个。</translation>
    </message>
    <message>
        <source>No more baskets can be held. Drop one that nobody comes for.</source>
        <translation>挂单太多了，请先删除没人来取的。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的。</translation>
    </message>
    <message>
        <source>No basket is open.</source>
        <translation>没有打开的购物篮。</translation>
    </message>
    <message>
        <source>The basket is empty. Scan an article first.</source>
        <translation>购物篮是空的，请先扫商品。</translation>
    </message>
    <message>
        <source>A cashier or a manager takes the money.</source>
        <translation>由收银员或店长收款。</translation>
    </message>
    <message>
        <source>A price has changed. Tell the customer, then take the new one.</source>
        <translation>有价格变了。先告诉顾客，再用新价格。</translation>
    </message>
    <message>
        <source>What is shipped or picked up elsewhere has to be ordered first. Nothing was taken.</source>
        <translation>要寄送或他店自提的需先下单。没有收款。</translation>
    </message>
    <message>
        <source>Nobody knows yet how the last payment ended. Ask before you try again.</source>
        <translation>上一笔付款结果还不知道。先查询，别重复收款。</translation>
    </message>
    <message>
        <source>Something is paid already. Give it back before you change the basket.</source>
        <translation>已经收了一部分钱。先退回，再改购物篮。</translation>
    </message>
    <message>
        <source>Nothing is due any more.</source>
        <translation>已经付清。</translation>
    </message>
    <message>
        <source>That is more than is due. Only cash is given change.</source>
        <translation>比应收的多。只有现金可以找零。</translation>
    </message>
    <message>
        <source>Type how much is paid.</source>
        <translation>请输入收款金额。</translation>
    </message>
    <message>
        <source>Points belong to a member. Scan the card first.</source>
        <translation>积分是会员的，请先扫会员卡。</translation>
    </message>
    <message>
        <source>The member does not have so many points.</source>
        <translation>会员没有这么多积分。</translation>
    </message>
    <message>
        <source>Points cannot pay here.</source>
        <translation>这里不能用积分付款。</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone.</source>
        <translation>请扫顾客手机上的付款码。</translation>
    </message>
    <message>
        <source>This till has no such device. Take another tender.</source>
        <translation>这台收银台没有接这种设备，换一种支付方式。</translation>
    </message>
    <message>
        <source>It was declined. Nothing was taken.</source>
        <translation>付款被拒，没有扣款。</translation>
    </message>
    <message>
        <source>No more tenders fit on one sale.</source>
        <translation>一笔销售不能再加支付方式了。</translation>
    </message>
    <message>
        <source>This till made no such payment.</source>
        <translation>这台收银台没有这笔付款。</translation>
    </message>
    <message>
        <source>Nothing was paid of this basket.</source>
        <translation>这一单还没有收款。</translation>
    </message>
    <message>
        <source>Somebody else has used this coupon. It counts no more.</source>
        <translation>这张券已被别人使用，不再有效。</translation>
    </message>
    <message>
        <source>Points pay in whole steps only.</source>
        <translation>积分只能按整数档使用。</translation>
    </message>
    <message>
        <source>Points may not pay so much of it.</source>
        <translation>积分不能抵这么多。</translation>
    </message>
    <message>
        <source>Without the network no more points can be taken.</source>
        <translation>断网时不能再用更多积分。</translation>
    </message>
    <message>
        <source>Member price</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>扫码支付</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
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
        <translation>货到付款</translation>
    </message>
    <message>
        <source>Gave a discount that was approved</source>
        <translation>给了经批准的折扣</translation>
    </message>
    <message>
        <source>Counted anew; the figure is right now</source>
        <translation>已重新盘点，数字已更正</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Card, whole phone, its last 4 digits, or initials</source>
        <translation>会员卡、手机号、后四位，或姓名拼音首字母</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Scan the card, or type the phone, its last 4 digits, or the initials of the name.</source>
        <translation>扫会员卡，或输入手机号、后四位、姓名拼音首字母。</translation>
    </message>
    <message>
        <source>This is not enough to find anybody</source>
        <translation>这样还找不到人</translation>
    </message>
    <message>
        <source>Type 4 digits, a whole phone, a card number, or at least 2 initials.</source>
        <translation>请输入 4 位数字、完整手机号、会员卡号，或至少 2 个首字母。</translation>
    </message>
    <message>
        <source>Nobody of this branch is found by this</source>
        <translation>本店没有找到这样的会员</translation>
    </message>
    <message>
        <source>Members of other branches are found by card or whole phone. Or enrol somebody new.</source>
        <translation>其他门店的会员要用会员卡或完整手机号查找，也可以新办会员。</translation>
    </message>
    <message>
        <source>Ctrl+R asks head office about members of other branches.</source>
        <translation>按 Ctrl+R 向总部查询其他门店的会员。</translation>
    </message>
    <message>
        <source>Head office does not answer, so members of other branches cannot be found now. Enrolling goes on.</source>
        <translation>现在连不上总部，查不到其他门店的会员；办会员不受影响。</translation>
    </message>
    <message>
        <source>No member has this card or phone</source>
        <translation>没有会员用这张卡或这个手机号</translation>
    </message>
    <message>
        <source>Head office knows nobody by it. They can be enrolled here.</source>
        <translation>总部也没有记录，可以在这里办会员。</translation>
    </message>
    <message>
        <source>Asking head office</source>
        <translation>正在向总部查询</translation>
    </message>
    <message>
        <source>Head office did not answer in time</source>
        <translation>总部没有及时回应</translation>
    </message>
    <message>
        <source>Nothing was found or changed. Ctrl+R asks again.</source>
        <translation>没有查到，也没有改动。按 Ctrl+R 再查一次。</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一位？</translation>
    </message>
    <message>
        <source>Ask for the name or the whole phone, then choose.</source>
        <translation>问一下姓名或完整手机号，再选择。</translation>
    </message>
    <message>
        <source>More fit than are shown. Type the whole phone.</source>
        <translation>符合的比显示的多，请输入完整手机号。</translation>
    </message>
    <message>
        <source>Ask head office</source>
        <translation>查总部</translation>
    </message>
    <message>
        <source>Enrol somebody</source>
        <translation>办会员</translation>
    </message>
    <message>
        <source>Show name and phone</source>
        <translation>显示姓名和号码</translation>
    </message>
    <message>
        <source>Cover again</source>
        <translation>遮住</translation>
    </message>
    <message>
        <source>Hidden again after 30 s. Who looked and why is kept.</source>
        <translation>显示 30 秒后自动遮住，会记下是谁看的、为什么。</translation>
    </message>
    <message>
        <source>Head office has to write it down, and does not answer now.</source>
        <translation>要由总部记录，现在连不上。</translation>
    </message>
    <message>
        <source>Hidden again in {seconds} s</source>
        <translation>{seconds} 秒后遮住</translation>
    </message>
    <message>
        <source>Show name and phone of {name}?</source>
        <translation>显示 {name} 的姓名和号码？</translation>
    </message>
    <message>
        <source>Head office keeps that you looked, and why.</source>
        <translation>总部会记下您看过，以及原因。</translation>
    </message>
    <message>
        <source>The customer is here, to check it is them</source>
        <translation>顾客在场，核对身份</translation>
    </message>
    <message>
        <source>To call about an order</source>
        <translation>联系订单的事</translation>
    </message>
    <message>
        <source>The customer asked what we have</source>
        <translation>顾客询问留的资料</translation>
    </message>
    <message>
        <source>Why do you look this member up?</source>
        <translation>为什么查这位会员？</translation>
    </message>
    <message>
        <source>You have asked for many members of other branches this hour. From now on head office keeps why.</source>
        <translation>这一小时您查了很多其他门店的会员，从现在起总部会记下原因。</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Head office did not answer, so nothing is shown.</source>
        <translation>总部没有回应，没有显示。</translation>
    </message>
    <message>
        <source>You have looked at many members this hour. It is possible again later.</source>
        <translation>这一小时您看了很多会员的资料，过一会儿才能再看。</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>还没有积分</translation>
    </message>
    <message>
        <source>Last changed {when}</source>
        <translation>上次变动 {when}</translation>
    </message>
    <message>
        <source>Spent this year {amount}</source>
        <translation>今年已消费 {amount}</translation>
    </message>
    <message>
        <source>from head office, {age}</source>
        <translation>总部，{age}</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Enrolled at</source>
        <translation>入会门店</translation>
    </message>
    <message>
        <source>Mostly at</source>
        <translation>常去</translation>
    </message>
    <message>
        <source>about every {days} days</source>
        <translation>约 {days} 天来一次</translation>
    </message>
    <message>
        <source>Contact by</source>
        <translation>联系许可</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>都不可以</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>没有询问过</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>WeChat message</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What they may need</source>
        <translation>今天可以推荐</translation>
    </message>
    <message>
        <source>Head office reckons it from purchases; it works offline too</source>
        <translation>总部按购买记录算出，断网也能用</translation>
    </message>
    <message>
        <source>Nothing to suggest</source>
        <translation>暂时没有推荐</translation>
    </message>
    <message>
        <source>It comes with what the member buys.</source>
        <translation>有了购买记录就会有推荐。</translation>
    </message>
    <message>
        <source>Bought every {days} days, today is day {day}</source>
        <translation>通常 {days} 天买一次，今天是第 {day} 天</translation>
    </message>
    <message>
        <source>Often bought with {other}</source>
        <translation>常和 {other} 一起买</translation>
    </message>
    <message>
        <source>At {months} months most wear {size}</source>
        <translation>{months} 个月的宝宝大多穿 {size}</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>not in this till&apos;s list</source>
        <translation>本机目录里没有</translation>
    </message>
    <message>
        <source>{count} free here</source>
        <translation>现有 {count}</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>本店没有</translation>
    </message>
    <message>
        <source>Not counted here</source>
        <translation>本店未盘点</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>No coupons</source>
        <translation>没有优惠券</translation>
    </message>
    <message>
        <source>What head office gives out shows up here.</source>
        <translation>总部发的券会显示在这里。</translation>
    </message>
    <message>
        <source>{count} usable</source>
        <translation>{count} 张可用</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期有效</translation>
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
        <translation>共 {count} 笔</translation>
    </message>
    <message>
        <source>Nothing bought yet</source>
        <translation>还没有购买记录</translation>
    </message>
    <message>
        <source>Online orders and counter sales both show up here.</source>
        <translation>网上订单和门店购买都会显示在这里。</translation>
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
        <translation>用这位会员开单</translation>
    </message>
    <message>
        <source>Open the member&apos;s page</source>
        <translation>打开会员页</translation>
    </message>
    <message>
        <source>{name} · {points} points</source>
        <translation>{name} · {points} 积分</translation>
    </message>
    <message>
        <source>This member is not known here any more</source>
        <translation>本机已没有这位会员的资料</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>来店</translation>
    </message>
    <message>
        <source>Enter opens the page</source>
        <translation>回车打开会员页</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>顾客同意</translation>
    </message>
    <message>
        <source>To collect here: {count}</source>
        <translation>本店待取 {count} 单</translation>
    </message>
    <message>
        <source>phone …{tail}</source>
        <translation>手机尾号 {tail}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
    </message>
    <message>
        <source>Enrol a member</source>
        <translation>办会员</translation>
    </message>
    <message>
        <source>Name and phone are sealed for head office. This till cannot read them again.</source>
        <translation>姓名和手机号加密给总部，本机之后也看不到。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Child&apos;s month of birth, such as 2025-03 (may stay empty)</source>
        <translation>宝宝出生年月，如 2025-03（可不填）</translation>
    </message>
    <message>
        <source>Card from the pile: scan it (may stay empty)</source>
        <translation>新会员卡：扫一下（可不填）</translation>
    </message>
    <message>
        <source>We may write or call by</source>
        <translation>可以这样联系</translation>
    </message>
    <message>
        <source>The customer agrees that the chain keeps name, phone and purchases for the member programme, and may end it at any time.</source>
        <translation>顾客同意本连锁为会员服务保存姓名、手机号和购买记录，并可随时退出。</translation>
    </message>
    <message>
        <source>Read this to the customer:</source>
        <translation>请读给顾客听：</translation>
    </message>
    <message>
        <source>Enrol now</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>A name of at most 40 characters is needed.</source>
        <translation>请填写姓名，最多 40 个字。</translation>
    </message>
    <message>
        <source>This cannot be a phone number. Compare it digit by digit.</source>
        <translation>这不是手机号，请逐位核对。</translation>
    </message>
    <message>
        <source>Without the customer&apos;s consent nobody is enrolled.</source>
        <translation>没有顾客同意不能办理。</translation>
    </message>
    <message>
        <source>This is no member card of ours. Scan it again, or leave it empty.</source>
        <translation>这不是本店的会员卡。请重扫，或留空。</translation>
    </message>
    <message>
        <source>This card is somebody else&apos;s. Take another one from the pile.</source>
        <translation>这张卡已有人用，请换一张。</translation>
    </message>
    <message>
        <source>Write the month as 2025-03, or leave it empty.</source>
        <translation>请写成 2025-03，或留空。</translation>
    </message>
    <message>
        <source>Your role does not enrol members. A clerk, cashier or manager does.</source>
        <translation>您的角色不能办会员，请店员、收银员或店长办理。</translation>
    </message>
    <message>
        <source>Head office could not read it. Enrol once more.</source>
        <translation>总部读不出来，请重新办理。</translation>
    </message>
    <message>
        <source>Nobody was enrolled</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>Saved: {name}, …{tail}</source>
        <translation>已保存：{name}，尾号 {tail}</translation>
    </message>
    <message>
        <source>The member number comes as soon as head office answers. It is sent by itself.</source>
        <translation>连上总部后会自动发送，会员号随后就来。</translation>
    </message>
    <message>
        <source>Enrolled: {name}</source>
        <translation>已办会员：{name}</translation>
    </message>
    <message>
        <source>This phone was a member&apos;s already: {name}. What they agreed to is renewed.</source>
        <translation>这个手机号已是会员：{name}，同意内容已更新。</translation>
    </message>
    <message>
        <source>Enrolled {name} …{tail}</source>
        <translation>办会员 {name} …{tail}</translation>
    </message>
    <message>
        <source>Enrolled a member</source>
        <translation>办会员</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>先放着 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>打开备货</translation>
    </message>
    <message>
        <source>There is nothing to take back: a hand-over of this till can be taken back within {time}.</source>
        <translation>没有可以撤销的：本机的交付在 {time}内可以撤销。</translation>
    </message>
    <message>
        <source>Pick it and make it ready first</source>
        <translation>先拣货，放上货架</translation>
    </message>
    <message>
        <source>Type the short code</source>
        <translation>输入短码</translation>
    </message>
    <message>
        <source>8 characters below the QR code</source>
        <translation>二维码下面的 8 个字符</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣货</translation>
    </message>
    <message>
        <source>Made ready</source>
        <translation>已备好，待取</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒单</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not collected in time</source>
        <translation>过期未取</translation>
    </message>
    <message>
        <source>Paid at the till</source>
        <translation>门店收款</translation>
    </message>
    <message>
        <source>Handed over: {pieces}</source>
        <translation>已交付 {pieces}</translation>
    </message>
    <message>
        <source>Hand-over taken back</source>
        <translation>已撤销交付</translation>
    </message>
    <message>
        <source>Shown and refused</source>
        <translation>出示过，没有交付</translation>
    </message>
    <message>
        <source>Shown here just now</source>
        <translation>刚才在这里出示</translation>
    </message>
    <message>
        <source>collected by {name}</source>
        <translation>由 {name} 代取</translation>
    </message>
    <message>
        <source>There is no network. Hand-overs are kept on this till and sent later.</source>
        <translation>没有网络。交付先记在本机，联网后补报。</translation>
    </message>
    <message>
        <source>The hub takes too long to answer.</source>
        <translation>总部中心应答太慢。</translation>
    </message>
    <message>
        <source>Something else answers in its place, perhaps the sign-in page of a Wi-Fi.</source>
        <translation>应答的不是总部中心，可能是 Wi-Fi 登录页。</translation>
    </message>
    <message>
        <source>The answer broke off in the middle.</source>
        <translation>应答中途断了。</translation>
    </message>
    <message>
        <source>The hub has a problem of its own. It is asked again by itself.</source>
        <translation>总部中心自己出了问题。会自动再问。</translation>
    </message>
    <message>
        <source>Another hub answers at this address. Nothing is taken from it.</source>
        <translation>这个地址应答的是另一个总部中心。不会采用它的数据。</translation>
    </message>
    <message>
        <source>Head office has disconnected this till. What waits is kept.</source>
        <translation>总部断开了这台收银台。待发的都还在。</translation>
    </message>
    <message>
        <source>This till has to be connected again. What waits is kept.</source>
        <translation>这台需要重新连接。待发的都还在。</translation>
    </message>
    <message>
        <source>The hub speaks a newer version. Update this program.</source>
        <translation>总部中心版本更新了。请更新本程序。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
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
        <translation>这台会记住</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Scan field</source>
        <translation>扫码框</translation>
    </message>
    <message>
        <source>Camera on or off</source>
        <translation>开关摄像头</translation>
    </message>
    <message>
        <source>The main act of the screen</source>
        <translation>本画面的主要操作</translation>
    </message>
    <message>
        <source>Clear, back; nothing is lost</source>
        <translation>清除、返回，不会丢东西</translation>
    </message>
    <message>
        <source>Move, tick, more, fewer</source>
        <translation>上下、勾选、加、减</translation>
    </message>
    <message>
        <source>The button of that row</source>
        <translation>第几行的按钮</translation>
    </message>
    <message>
        <source>In person or somebody else</source>
        <translation>本人或代取</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Lock, switch clerk</source>
        <translation>锁屏、换人</translation>
    </message>
    <message>
        <source>Take the last hand-over back</source>
        <translation>撤销上一次交付</translation>
    </message>
    <message>
        <source>Ask the hub now</source>
        <translation>现在问总部中心</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>全屏开关</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>这张表</translation>
    </message>
    <message>
        <source>Codes to try</source>
        <translation>试试这些码</translation>
    </message>
    <message>
        <source>Hold one to the camera, scan it from the screen, or press its button.</source>
        <translation>对着摄像头，用扫码枪扫屏幕，或按按钮。</translation>
    </message>
    <message>
        <source>Scan this</source>
        <translation>扫这个</translation>
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
        <translation>别家店</translation>
    </message>
    <message>
        <source>Already collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>还没备好</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Badge of {name}, PIN {pin}</source>
        <translation>{name} 的工牌，PIN {pin}</translation>
    </message>
    <message>
        <source>Cannot hand over: order not known</source>
        <translation>不能交付：没有这张单</translation>
    </message>
    <message>
        <source>The hub and this till know no such order.</source>
        <translation>总部中心和本机都没有这张单。</translation>
    </message>
    <message>
        <source>I cannot find this order. Could you open the newest one on your phone?</source>
        <translation>没找到这张单，麻烦打开手机里最新的订单给我看一下。</translation>
    </message>
    <message>
        <source>Cannot hand over: cancelled</source>
        <translation>不能交付：已取消</translation>
    </message>
    <message>
        <source>The order was cancelled {when}.</source>
        <translation>这单已在 {when} 取消。</translation>
    </message>
    <message>
        <source>This order was cancelled {when}. Your order page shows what happened to the payment.</source>
        <translation>这单 {when} 取消了，退款进度在订单页可以看到。</translation>
    </message>
    <message>
        <source>Cannot hand over: not accepted here</source>
        <translation>不能交付：本店没有接这单</translation>
    </message>
    <message>
        <source>This branch could not fulfil it, so the hub looks for another one.</source>
        <translation>本店没能备货，总部中心正在改派别的店。</translation>
    </message>
    <message>
        <source>We could not prepare this order here. You will get a message with the branch that has it.</source>
        <translation>这单本店没能备齐，会有消息告诉您到哪家店取。</translation>
    </message>
    <message>
        <source>Cannot hand over: already collected</source>
        <translation>不能交付：已被领取</translation>
    </message>
    <message>
        <source>All {pieces} were collected at {branch} {when}. The code is genuine but works once.</source>
        <translation>{when} 已在{branch}领走全部 {pieces}。码是真的，但只能用一次。</translation>
    </message>
    <message>
        <source>The order was collected before. The code is genuine but works once.</source>
        <translation>这单之前领走了。码是真的，但只能用一次。</translation>
    </message>
    <message>
        <source>This order was collected {when} at {branch}. Let me check it with them.</source>
        <translation>这单 {when} 在{branch}取走了，我现在帮您核对，请稍等。</translation>
    </message>
    <message>
        <source>Cannot hand over: for {branch}</source>
        <translation>不能交付：要到{branch}取</translation>
    </message>
    <message>
        <source>The goods of this order are at {branch}, {address}.</source>
        <translation>这单的货在{branch}，{address}。</translation>
    </message>
    <message>
        <source>This order waits for you at {branch}, {address}.</source>
        <translation>您这单在{branch}取，地址是{address}。</translation>
    </message>
    <message>
        <source>Cannot hand over: not ready yet</source>
        <translation>不能交付：还没备好</translation>
    </message>
    <message>
        <source>The order is in the queue here, due {when}.</source>
        <translation>这单在本店备货中，预计 {when} 备好。</translation>
    </message>
    <message>
        <source>We are still preparing it. It should be ready {when}.</source>
        <translation>这单还在准备，预计 {when} 好。</translation>
    </message>
    <message>
        <source>Cannot hand over: out of date</source>
        <translation>不能交付：过了取货期</translation>
    </message>
    <message>
        <source>It was to be collected by {when}. The goods go back to the shelf.</source>
        <translation>取货期到 {when} 为止，商品会退回货架。</translation>
    </message>
    <message>
        <source>The date for this order was {when}. Let me ask what we can do.</source>
        <translation>这单取货期到 {when}，我帮您问一下怎么处理。</translation>
    </message>
    <message>
        <source>Not read completely</source>
        <translation>没有读全</translation>
    </message>
    <message>
        <source>A part of the code was misread. The code may well be right.</source>
        <translation>码有一段读错了，码本身可能没问题。</translation>
    </message>
    <message>
        <source>Could you make your screen brighter and hold the phone still?</source>
        <translation>麻烦把屏幕调亮，手机拿稳一点。</translation>
    </message>
    <message>
        <source>Cannot read it: newer kind of code</source>
        <translation>读不了：这是新版的码</translation>
    </message>
    <message>
        <source>The code is newer than this program. Type the short code instead.</source>
        <translation>这个码比本程序新。请改用短码。</translation>
    </message>
    <message>
        <source>Could you show me the 8 characters below the code?</source>
        <translation>麻烦把二维码下面的 8 个字符给我看一下。</translation>
    </message>
    <message>
        <source>Not a code of this chain</source>
        <translation>不是本店的码</translation>
    </message>
    <message>
        <source>The signature does not belong to our hub. Somebody may have made or changed this code.</source>
        <translation>签名不是总部中心的。这个码可能是别人做的或改过的。</translation>
    </message>
    <message>
        <source>I cannot accept this code. Could you open the order in the app and show me the code there?</source>
        <translation>这个码用不了，麻烦打开订单页，出示里面的码。</translation>
    </message>
    <message>
        <source>Cannot check this code yet</source>
        <translation>还不能核对这个码</translation>
    </message>
    <message>
        <source>It is signed with a key that this till has not received. It may be quite new.</source>
        <translation>签名用的密钥本机还没收到，可能是刚换的。</translation>
    </message>
    <message>
        <source>One moment, I am asking head office about this code.</source>
        <translation>请稍等，我正在和总部核对这个码。</translation>
    </message>
    <message>
        <source>Cannot hand over: code withdrawn</source>
        <translation>不能交付：码已作废</translation>
    </message>
    <message>
        <source>Head office has withdrawn this code. A newer one may have been sent.</source>
        <translation>总部作废了这个码，可能已发了新的。</translation>
    </message>
    <message>
        <source>This code was replaced. Could you open the order and show me the newest code?</source>
        <translation>这个码已经换了，麻烦打开订单出示最新的码。</translation>
    </message>
    <message>
        <source>Cannot hand over: there is a newer code</source>
        <translation>不能交付：有更新的码</translation>
    </message>
    <message>
        <source>The order got a newer code. Only the newest one counts.</source>
        <translation>这单有了新的码，只有最新的算数。</translation>
    </message>
    <message>
        <source>Cannot hand over: code out of date</source>
        <translation>不能交付：码已过期</translation>
    </message>
    <message>
        <source>The code is past its date.</source>
        <translation>这个码过期了。</translation>
    </message>
    <message>
        <source>Cannot hand over: code not valid yet</source>
        <translation>不能交付：码还没生效</translation>
    </message>
    <message>
        <source>The code is from the future. Check the clock of this till.</source>
        <translation>这个码的时间在未来。请检查本机时钟。</translation>
    </message>
    <message>
        <source>Short code not known here</source>
        <translation>本店没有这个短码</translation>
    </message>
    <message>
        <source>No open order of this branch has it. Scan the QR code, it says more.</source>
        <translation>本店没有待取的单用这个短码。扫二维码能看到更多。</translation>
    </message>
    <message>
        <source>Could you show me the QR code of the order?</source>
        <translation>麻烦把订单的二维码给我扫一下。</translation>
    </message>
    <message>
        <source>Too many short codes did not fit</source>
        <translation>短码试错太多次</translation>
    </message>
    <message>
        <source>A manager decides: the order has changed</source>
        <translation>请店长决定：订单改过</translation>
    </message>
    <message>
        <source>The articles are no longer those for which the code was made.</source>
        <translation>商品和发码时不一样了。</translation>
    </message>
    <message>
        <source>A manager decides: only with the hub</source>
        <translation>请店长决定：须联网核对</translation>
    </message>
    <message>
        <source>Head office wants this order confirmed online, and the hub does not answer.</source>
        <translation>总部要求这单联网确认，总部中心现在没应答。</translation>
    </message>
    <message>
        <source>A manager decides: this till is long offline</source>
        <translation>请店长决定：本机离线太久</translation>
    </message>
    <message>
        <source>The keys on this till are more than 30 days old.</source>
        <translation>本机密钥已超过 30 天没更新。</translation>
    </message>
    <message>
        <source>A manager decides: the hub has been silent for long</source>
        <translation>请店长决定：总部中心很久没应答</translation>
    </message>
    <message>
        <source>Without the hub, this till cannot know whether somebody else handed it over meanwhile.</source>
        <translation>连不上总部中心，本机无法知道别处是否已经交付。</translation>
    </message>
    <message>
        <source>A manager decides: the clock is not sure</source>
        <translation>请店长决定：时钟不准</translation>
    </message>
    <message>
        <source>The clock of this till jumped, so dates cannot be trusted.</source>
        <translation>本机时钟跳过，日期信不过。</translation>
    </message>
    <message>
        <source>One moment, my manager looks at it with me.</source>
        <translation>请稍等，我请店长一起看一下。</translation>
    </message>
    <message>
        <source>Cannot hand over</source>
        <translation>不能交付</translation>
    </message>
    <message>
        <source>Nothing is ticked yet.</source>
        <translation>还没有勾选商品。</translation>
    </message>
    <message>
        <source>More is ticked than remains. Another till was quicker.</source>
        <translation>勾选的比剩下的多，另一台可能先交付了。</translation>
    </message>
    <message>
        <source>Head office wants the identity checked for this order.</source>
        <translation>总部要求这单核对身份。</translation>
    </message>
    <message>
        <source>This order is only handed over whole.</source>
        <translation>这单只能一次取完。</translation>
    </message>
    <message>
        <source>The time for taking it back is over. Ask a manager.</source>
        <translation>撤销时间过了，请找店长。</translation>
    </message>
    <message>
        <source>It was handed over at another till. Take it back there.</source>
        <translation>这单是另一台交付的，请到那台撤销。</translation>
    </message>
    <message>
        <source>It was taken back before.</source>
        <translation>之前已经撤销过。</translation>
    </message>
    <message>
        <source>It needs a manager&apos;s approval.</source>
        <translation>需要店长批准。</translation>
    </message>
    <message>
        <source>Another manager has to approve this.</source>
        <translation>要由另一位店长批准。</translation>
    </message>
    <message>
        <source>A balance has to be paid first.</source>
        <translation>要先付清尾款。</translation>
    </message>
    <message>
        <source>Let me have a look at it, one moment.</source>
        <translation>我看一下，请稍等。</translation>
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
        <translation>没有新单。线上付了款的单会自己出现，并响一声。</translation>
    </message>
    <message>
        <source>Nobody is picking. Go to a new order and start.</source>
        <translation>还没人在拣。选一张新单开始吧。</translation>
    </message>
    <message>
        <source>Nothing waits for its owner.</source>
        <translation>没有等人来取的货。</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>没有要备的单</translation>
    </message>
    <message>
        <source>Fetching the orders of this branch, {seconds} s</source>
        <translation>正在取本店的订单，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>{shown} of {total} shown, the most urgent ones</source>
        <translation>共 {total} 单，显示最急的 {shown} 单</translation>
    </message>
    <message>
        <source>All orders of this branch are shown</source>
        <translation>本店的单都在这里</translation>
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
        <translation>新单，{time}前</translation>
    </message>
    <message>
        <source>Just in</source>
        <translation>新单，刚到</translation>
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
        <translation>过期 {time}</translation>
    </message>
    <message>
        <source>Shelf {shelf}</source>
        <translation>货架 {shelf}</translation>
    </message>
    <message>
        <source>no shelf noted</source>
        <translation>没记货架</translation>
    </message>
    <message>
        <source>facts disagree</source>
        <translation>记录对不上</translation>
    </message>
    <message>
        <source>Go to an order</source>
        <translation>选一张单</translation>
    </message>
    <message>
        <source>← → ↑ ↓ move between the cards</source>
        <translation>用 ← → ↑ ↓ 在卡片间移动</translation>
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
        <translation>下单</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>须备好</translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation>拣货人</translation>
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
        <translation>还没有人</translation>
    </message>
    <message>
        <source>Order {order}: handed over though no longer open</source>
        <translation>订单 {order}：已失效却交付了</translation>
    </message>
    <message>
        <source>Start picking first, then scan each article</source>
        <translation>先开始拣货，再逐件扫码</translation>
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
        <translation>也许刚有变化</translation>
    </message>
    <message>
        <source>Start picking {number}</source>
        <translation>开始拣 {number}</translation>
    </message>
    <message>
        <source>Ready: {number}</source>
        <translation>备好 {number}</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>打开 {number}</translation>
    </message>
    <message>
        <source>Cannot fulfil</source>
        <translation>无法备货</translation>
    </message>
    <message>
        <source>All is here</source>
        <translation>全部到齐</translation>
    </message>
    <message>
        <source>Still to pick: {pieces}. F6 ticks them all.</source>
        <translation>还差 {pieces}。F6 全部勾上。</translation>
    </message>
    <message>
        <source>A step of the queue cannot be taken back; if it was wrong, say so with F8.</source>
        <translation>备货的步骤不能撤销；若有不对，按 F8 说明。</translation>
    </message>
    <message>
        <source>The customer has been told, so this cannot be taken back.</source>
        <translation>已通知顾客，所以不能撤销。</translation>
    </message>
    <message>
        <source>Picking {number} has begun</source>
        <translation>已开始拣 {number}</translation>
    </message>
    <message>
        <source>{number} is ready on shelf {shelf}</source>
        <translation>{number} 已备好，在货架 {shelf}</translation>
    </message>
    <message>
        <source>The customer hears of it as soon as the hub has it.</source>
        <translation>总部中心收到后马上通知顾客。</translation>
    </message>
    <message>
        <source>{number} was given back</source>
        <translation>{number} 已退回</translation>
    </message>
    <message>
        <source>The hub looks for another branch. The articles stay on sale here.</source>
        <translation>总部中心会另找门店。商品留在本店继续卖。</translation>
    </message>
    <message>
        <source>Not done: {number}</source>
        <translation>没有办成：{number}</translation>
    </message>
    <message>
        <source>{name} is not in this order. Put it back.</source>
        <translation>{name} 不在这单里。请放回去。</translation>
    </message>
    <message>
        <source>{name}: all {count} are picked already. One too many was taken.</source>
        <translation>{name}：{count} 件都拣齐了，这是多拿的。</translation>
    </message>
    <message>
        <source>Where does {number} lie?</source>
        <translation>{number} 放在哪里？</translation>
    </message>
    <message>
        <source>The customer is told at once, and the code becomes valid. This cannot be taken back.</source>
        <translation>会马上通知顾客，提货码随即生效。这一步不能撤销。</translation>
    </message>
    <message>
        <source>{pieces} not ticked. Making it ready says that all of it is here.</source>
        <translation>还有 {pieces} 没勾。备好就表示全部到齐。</translation>
    </message>
    <message>
        <source>{count} here</source>
        <translation>已放 {count} 单</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空着</translation>
    </message>
    <message>
        <source>Another place, such as D-12</source>
        <translation>别的位置，例如 D-12</translation>
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
        <translation>先选货架</translation>
    </message>
    <message>
        <source>Make it ready</source>
        <translation>备好</translation>
    </message>
    <message>
        <source>Why can {number} not be fulfilled?</source>
        <translation>{number} 为什么备不了？</translation>
    </message>
    <message>
        <source>The hub gives it to another branch or tells the customer. This cannot be taken back.</source>
        <translation>总部中心会转给别的门店，或告知顾客。这一步不能撤销。</translation>
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
        <translation>货架和仓库里都没有</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>有破损</translation>
    </message>
    <message>
        <source>here, but not to be sold</source>
        <translation>货在，但不能卖</translation>
    </message>
    <message>
        <source>Too much to do</source>
        <translation>忙不过来</translation>
    </message>
    <message>
        <source>it cannot be ready in time</source>
        <translation>赶不及备好</translation>
    </message>
    <message>
        <source>say it in a few words</source>
        <translation>用几个字说明</translation>
    </message>
    <message>
        <source>Choose a reason first</source>
        <translation>先选原因</translation>
    </message>
    <message>
        <source>New order {number}: {pieces}</source>
        <translation>新单 {number}：{pieces}</translation>
    </message>
    <message>
        <source>{count} more: F10</source>
        <translation>还有 {count} 条：F10</translation>
    </message>
    <message>
        <source>{count} need a look</source>
        <translation>{count} 条要看</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>都已送达</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待发的</translation>
    </message>
    <message>
        <source>Everything done at this till has reached the hub.</source>
        <translation>本机做的都已送达总部中心。</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>{carrier} has it.</source>
        <translation>由 {carrier} 承运。</translation>
    </message>
    <message>
        <source>special price {price} until {day}, otherwise {then}</source>
        <translation>特价 {price}（至 {day}），原价 {then}</translation>
    </message>
    <message>
        <source>Why is it approved?</source>
        <translation>批准理由</translation>
    </message>
    <message>
        <source>{name}: choose first why it is approved</source>
        <translation>{name}：请先选批准理由</translation>
    </message>
    <message>
        <source>To be sent out</source>
        <translation>待寄出</translation>
    </message>
    <message>
        <source>Numbers missing: {count} of {total}</source>
        <translation>还缺单号：{count}/{total}</translation>
    </message>
    <message>
        <source>Reached the hub</source>
        <translation>已送达总部中心</translation>
    </message>
    <message>
        <source>Facts that disagree</source>
        <translation>对不上的记录</translation>
    </message>
    <message>
        <source>{time} · {age}</source>
        <translation>{time}・{age}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>现在重试</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Switching off or signing out loses nothing.</source>
        <translation>关机、退出都不会丢。</translation>
    </message>
    <message>
        <source>Older acts are kept, but not listed here.</source>
        <translation>更早的都保存着，这里不列出。</translation>
    </message>
    <message>
        <source>The hub answers</source>
        <translation>总部中心有应答</translation>
    </message>
    <message>
        <source>The hub cannot be reached</source>
        <translation>连不上总部中心</translation>
    </message>
    <message>
        <source>No answer from the hub for {time}</source>
        <translation>总部中心 {time}没有应答</translation>
    </message>
    <message>
        <source>This needs a manager or head office</source>
        <translation>要请店长或总部处理</translation>
    </message>
    <message>
        <source>The catalogue is coming: {done} of {total} MB.</source>
        <translation>正在下载商品目录：{done} / {total} MB。</translation>
    </message>
    <message>
        <source>The new catalogue is being made ready.</source>
        <translation>新的商品目录正在准备。</translation>
    </message>
    <message>
        <source>There is no room for the new catalogue. Free some space; the old one serves until then.</source>
        <translation>磁盘空间不够，放不下新的商品目录。请腾出空间，在此之前仍用旧目录。</translation>
    </message>
    <message>
        <source>The new catalogue did not arrive whole. It is fetched again by itself.</source>
        <translation>新的商品目录没有完整收到，会自动重新下载。</translation>
    </message>
    <message>
        <source>What is done here is sent at once.</source>
        <translation>这里做的会马上发出。</translation>
    </message>
    <message>
        <source>Tries again by itself in {seconds} s.</source>
        <translation>{seconds} 秒后自动重试。</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>Trying again does not help by itself.</source>
        <translation>自动重试没有用。</translation>
    </message>
    <message>
        <source>Last answer {when}</source>
        <translation>上次应答：{when}</translation>
    </message>
    <message>
        <source>It has never answered this till</source>
        <translation>它还没应答过本机</translation>
    </message>
    <message>
        <source>Hand-overs go on. Orders above {amount} need a manager meanwhile.</source>
        <translation>照常交付。期间超过 {amount} 的单要店长批准。</translation>
    </message>
    <message>
        <source>Hand-overs go on and are kept on this till.</source>
        <translation>照常交付，先存在本机。</translation>
    </message>
    <message>
        <source>{code} · {url}</source>
        <translation>{code}・{url}</translation>
    </message>
    <message>
        <source>There is no network here. Look at the cable or the Wi-Fi.</source>
        <translation>这里没有网络。请看看网线或 Wi-Fi。</translation>
    </message>
    <message>
        <source>The hub does not answer in time. The network may be slow.</source>
        <translation>总部中心没有及时应答。网络可能很慢。</translation>
    </message>
    <message>
        <source>The network asks for a sign-in page. Open a web page, sign in there, then try again.</source>
        <translation>网络要求先登录。请打开网页登录，再重试。</translation>
    </message>
    <message>
        <source>The answer broke off in the middle. It was not used.</source>
        <translation>应答中途断了，没有采用。</translation>
    </message>
    <message>
        <source>The hub has a fault of its own. Head office sees it, too.</source>
        <translation>总部中心自己出了故障，总部也看得到。</translation>
    </message>
    <message>
        <source>Another hub answers at this address. Nothing was sent to it. Call head office.</source>
        <translation>这个地址应答的是另一个总部中心。没有发给它。请联系总部。</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate is not the one this till knows. Nothing was sent. Call head office.</source>
        <translation>总部中心的证书不是本机认识的那张。没有发送。请联系总部。</translation>
    </message>
    <message>
        <source>Head office has withdrawn this till. What was done here is kept.</source>
        <translation>总部已停用本机。做过的都保存着。</translation>
    </message>
    <message>
        <source>Another computer speaks in the name of this till. It has to be connected anew.</source>
        <translation>另一台电脑在冒用本机的名义。本机要重新连接。</translation>
    </message>
    <message>
        <source>This program is too old for the hub. It has to be updated.</source>
        <translation>程序版本太旧，要更新才能连总部中心。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set it, then try again.</source>
        <translation>电脑的时钟不对。调好后再重试。</translation>
    </message>
    <message>
        <source>The hub does not know this till any more. It has to be connected anew.</source>
        <translation>总部中心已不认识本机。要重新连接。</translation>
    </message>
    <message>
        <source>Handed over {order}, {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Took back {order}</source>
        <translation>撤销 {order}</translation>
    </message>
    <message>
        <source>Refused {order}</source>
        <translation>未交付 {order}</translation>
    </message>
    <message>
        <source>Began picking {order}</source>
        <translation>开始拣 {order}</translation>
    </message>
    <message>
        <source>Picked for {order}</source>
        <translation>拣货 {order}</translation>
    </message>
    <message>
        <source>Made ready {order}</source>
        <translation>备好 {order}</translation>
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
        <translation>总部中心已收到。</translation>
    </message>
    <message>
        <source>Taken back since.</source>
        <translation>后来撤销了。</translation>
    </message>
    <message>
        <source>The hub has it, but it does not agree with another act.</source>
        <translation>总部中心已收到，但和另一条记录对不上。</translation>
    </message>
    <message>
        <source>It waits for an earlier act to arrive first.</source>
        <translation>要等更早的一条先到。</translation>
    </message>
    <message>
        <source>The hub has kept it for people to look at.</source>
        <translation>总部中心已留存，待人查看。</translation>
    </message>
    <message>
        <source>Order {order}: handed over twice</source>
        <translation>订单 {order}：交付了两次</translation>
    </message>
    <message>
        <source>Look whether both customers have goods. Nothing was taken back by itself.</source>
        <translation>请查看两位顾客是否都拿了货。系统没有自动撤销。</translation>
    </message>
    <message>
        <source>Order {order}: handed over before it was ready</source>
        <translation>订单 {order}：还没备好就交付了</translation>
    </message>
    <message>
        <source>Look whether the right goods were given.</source>
        <translation>请查看交付的货对不对。</translation>
    </message>
    <message>
        <source>It had been cancelled, given back or was out of date. Head office looks at the payment.</source>
        <translation>它已取消、退回或过期。款项由总部查看。</translation>
    </message>
    <message>
        <source>Order {order}: handed over with a balance open</source>
        <translation>订单 {order}：尾款未付就交付了</translation>
    </message>
    <message>
        <source>Ask whether the balance was paid and not noted.</source>
        <translation>请问清尾款是否付了没记。</translation>
    </message>
    <message>
        <source>Order {order}: taken back after the time for it</source>
        <translation>订单 {order}：超时后才撤销</translation>
    </message>
    <message>
        <source>Look whether the goods are here.</source>
        <translation>请查看货是否在店。</translation>
    </message>
    <message>
        <source>Order {order}: something taken back that was not handed over</source>
        <translation>订单 {order}：撤销了并没有交付的货</translation>
    </message>
    <message>
        <source>Look at the order together with whoever did it.</source>
        <translation>请和操作的人一起看这单。</translation>
    </message>
    <message>
        <source>Order {order}: paid more than was due</source>
        <translation>订单 {order}：收的比应收的多</translation>
    </message>
    <message>
        <source>Two tills may have taken the same balance. Give one back.</source>
        <translation>可能两台都收了尾款。请退还一份。</translation>
    </message>
    <message>
        <source>Order {order}: two people worked on it</source>
        <translation>订单 {order}：两个人同时在备</translation>
    </message>
    <message>
        <source>The order had moved on when this step arrived. Look where the goods are.</source>
        <translation>这一步送到时，单子已往前走了。请看看货在哪里。</translation>
    </message>
    <message>
        <source>Order {order}: two facts disagree</source>
        <translation>订单 {order}：两条记录对不上</translation>
    </message>
    <message>
        <source>Ask head office. Nothing was changed by itself.</source>
        <translation>请问总部。系统没有自动改动。</translation>
    </message>
    <message>
        <source>Picking begun</source>
        <translation>开始拣货</translation>
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
        <translation>另一项操作</translation>
    </message>
    <message>
        <source>Do not take payment again. F9 shows how it stands.</source>
        <translation>不要再收一次款。按 F9 查看进展。</translation>
    </message>
    <message>
        <source>Carrier takes {amount}</source>
        <translation>快递代收 {amount}</translation>
    </message>
    <message>
        <source>At pickup {amount}</source>
        <translation>提货时付 {amount}</translation>
    </message>
    <message>
        <source>Pick up at</source>
        <translation>提货门店</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>发货门店</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>预计可取</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>预计送达</translation>
    </message>
    <message>
        <source>To pay at pickup</source>
        <translation>提货时付</translation>
    </message>
    <message>
        <source>Carrier collects</source>
        <translation>快递代收</translation>
    </message>
    <message>
        <source>{name}: {amount} more needed.</source>
        <translation>再买 {amount} 就能用 {name}。</translation>
    </message>
    <message>
        <source>{name}: {count} more needed.</source>
        <translation>再买 {count} 件就能用 {name}。</translation>
    </message>
    <message>
        <source>This till does not have this receipt, or no longer has it.</source>
        <translation>本收银台没有这张小票，或已不再保存。</translation>
    </message>
    <message>
        <source>The hub does not answer, so nobody can say where it lies. Note it, and call back.</source>
        <translation>总部没有回应，查不到哪里有货。请记下来，之后回电。</translation>
    </message>
    <message>
        <source>Without the hub nothing can be ordered.</source>
        <translation>连不上总部，不能下单。</translation>
    </message>
    <message>
        <source>What is sent is paid in full, or on delivery.</source>
        <translation>寄送的商品须付全款或货到付款。</translation>
    </message>
    <message>
        <source>So much is not paid on delivery. Pay it now.</source>
        <translation>金额超过货到付款的上限，请现在付款。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Who hands it over</source>
        <translation>交件人姓名</translation>
    </message>
    <message>
        <source>Choose a place first</source>
        <translation>请先选地点</translation>
    </message>
    <message>
        <source>no place chosen yet</source>
        <translation>还没选地点</translation>
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
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
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
        <translation>周一 周二 周三 周四 周五 周六 周日</translation>
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
        <translation>还有 {days}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>The order has moved on meanwhile. Look at it once more.</source>
        <translation>这单刚有变化，请再看一次。</translation>
    </message>
    <message>
        <source>Something typed here is too long. Shorten it and try again.</source>
        <translation>填写的内容太长了。请缩短后再试。</translation>
    </message>
    <message>
        <source>Handed over {order} · {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Taken back {order} · {pieces}</source>
        <translation>撤销交付 {order}・{pieces}</translation>
    </message>
    <message>
        <source>Accepted {order}</source>
        <translation>接单 {order}</translation>
    </message>
    <message>
        <source>Picked {order}</source>
        <translation>拣货 {order}</translation>
    </message>
    <message>
        <source>Ready {order}</source>
        <translation>备好 {order}</translation>
    </message>
    <message>
        <source>Rejected {order}</source>
        <translation>拒单 {order}</translation>
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
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera.</source>
        <translation>系统不允许本程序用摄像头。</translation>
    </message>
    <message>
        <source>This camera setting cannot be opened. Choose another in Settings.</source>
        <translation>这个摄像头设置打不开。请在设置里换一个。</translation>
    </message>
    <message>
        <source>Another computer speaks in this till&apos;s name. Ask head office. What waits is kept.</source>
        <translation>另一台电脑在用这台的身份。请联系总部。待发的都还在。</translation>
    </message>
    <message>
        <source>The hub does not believe the clock of this computer. Set it right.</source>
        <translation>总部中心不认这台电脑的时钟。请校准。</translation>
    </message>
    <message>
        <source>The code belongs to another hub than this address.</source>
        <translation>这个配对码属于另一个总部中心，与填写的地址不符。</translation>
    </message>
    <message>
        <source>Something of the old connection still waits to be sent. It has to arrive first.</source>
        <translation>之前的连接还有待发的记录，要先送达。</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>不用摄像头</translation>
    </message>
    <message>
        <source>Number, file or address of the camera</source>
        <translation>摄像头编号、文件或地址</translation>
    </message>
    <message>
        <source>A short code needs an address that begins with https://. Use the long code here.</source>
        <translation>短码要用 https:// 开头的地址。这里请用长的配对码。</translation>
    </message>
    <message>
        <source>Identity is checked</source>
        <translation>要核对身份</translation>
    </message>
    <message>
        <source>Collected in part</source>
        <translation>领了一部分</translation>
    </message>
    <message>
        <source>Opening this till</source>
        <translation>正在打开这台收银台</translation>
    </message>
    <message>
        <source>{name}: {count} more sold than was here</source>
        <translation>{name}：多卖了 {count} 件</translation>
    </message>
    <message>
        <source>Payment code</source>
        <translation>付款码</translation>
    </message>
    <message>
        <source>Points pay only where all is paid now.</source>
        <translation>有尾款的单不能用积分支付。</translation>
    </message>
    <message>
        <source>What came back counts here. Only a manager hands it out in cash instead.</source>
        <translation>退回的商品已在此抵扣，只有店长可以改付现金。</translation>
    </message>
    <message>
        <source>The goods of this order stay here, so nobody pays for them.</source>
        <translation>这单的货不能交，所以不收款。</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货抵扣</translation>
    </message>
    <message>
        <source>Sold {pieces}</source>
        <translation>售出 {pieces}</translation>
    </message>
    <message>
        <source>Choose how the basket is paid first, then scan this code.</source>
        <translation>先选好付款方式，再扫付款码。</translation>
    </message>
    <message>
        <source>Took goods back · {amount} · slip {slip}</source>
        <translation>收回退货 · {amount} · 退货单 {slip}</translation>
    </message>
    <message>
        <source>Noted how a refund ended</source>
        <translation>记录了退款结果</translation>
    </message>
    <message>
        <source>Taken back: {pieces}</source>
        <translation>收回退货：{pieces}</translation>
    </message>
    <message>
        <source>Took back {pieces}</source>
        <translation>收回 {pieces}</translation>
    </message>
    <message>
        <source>More came back than was sold</source>
        <translation>退回的比卖出的多</translation>
    </message>
    <message>
        <source>It was refunded twice. Find out who has the money.</source>
        <translation>退了两次款。请查清钱在谁手里。</translation>
    </message>
    <message>
        <source>Another refund than was due</source>
        <translation>退款金额不对</translation>
    </message>
    <message>
        <source>Compare the slip with the receipt.</source>
        <translation>请把退货单和小票对一下。</translation>
    </message>
    <message>
        <source>An exchange that was paid out, too</source>
        <translation>已抵扣的换货款又被支付</translation>
    </message>
    <message>
        <source>It has paid for a sale, and was given in cash. Find out who has the money.</source>
        <translation>它已抵付一笔销售，又以现金付出。请查明钱在谁手里。</translation>
    </message>
    <message>
        <source>Returned, but the hub knows no such sale</source>
        <translation>已退货，但总部没有这笔销售</translation>
    </message>
    <message>
        <source>Its till may not have sent it yet. Look at the receipt.</source>
        <translation>也许那台收银台还没有上传。请看小票。</translation>
    </message>
    <message>
        <source>A refund of no known return</source>
        <translation>找不到对应退货的退款</translation>
    </message>
    <message>
        <source>Compare the till&apos;s slips with the hub.</source>
        <translation>请把收银台的退货单和总部对一下。</translation>
    </message>
    <message>
        <source>Two returns with one slip number</source>
        <translation>两笔退货用了同一个退货单号</translation>
    </message>
    <message>
        <source>A return with a badge that nobody has</source>
        <translation>用无人持有的工牌做的退货</translation>
    </message>
    <message>
        <source>A return by somebody who has left</source>
        <translation>已离职的人做的退货</translation>
    </message>
    <message>
        <source>A return without the approval that it needed</source>
        <translation>缺少必要批准的退货</translation>
    </message>
    <message>
        <source>A return whose approval does not hold</source>
        <translation>批准无效的退货</translation>
    </message>
    <message>
        <source>Points taken back that were spent already</source>
        <translation>要收回的积分已经用掉</translation>
    </message>
    <message>
        <source>The member owes them now. The next purchase makes up for it.</source>
        <translation>会员现在欠这些积分，下次消费时补上。</translation>
    </message>
    <message>
        <source>Booked goods to be fetched at home</source>
        <translation>预约了上门取件</translation>
    </message>
    <message>
        <source>Opened the drawer</source>
        <translation>开钱箱</translation>
    </message>
    <message>
        <source>Put cash in or took some out</source>
        <translation>现金进出</translation>
    </message>
    <message>
        <source>Counted the drawer</source>
        <translation>点钱箱</translation>
    </message>
    <message>
        <source>Closed the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>Adding up the day …</source>
        <translation>正在汇总 …</translation>
    </message>
    <message>
        <source>All tills of the branch, from the hub</source>
        <translation>全店各收银台，来自总部中心</translation>
    </message>
    <message>
        <source>This till only</source>
        <translation>仅本收银台</translation>
    </message>
    <message>
        <source>{source} · {time} · {age}</source>
        <translation>{source} · {time} · {age}</translation>
    </message>
    <message>
        <source>Your own figures: what is credited to you, and what you handed over and took.</source>
        <translation>只显示您自己的：归属您的、您交货和收款的。</translation>
    </message>
    <message>
        <source>The hub does not answer. These are the figures of this till alone; the others are missing.</source>
        <translation>总部中心没有应答。这里只有本收银台的数字，缺其他收银台的。</translation>
    </message>
    <message>
        <source>Not in it yet: {count} of this till ({amount}), still to be sent.</source>
        <translation>尚未计入：本机待发送 {count} 笔（{amount}）。</translation>
    </message>
    <message>
        <source>{count} hand-overs are of orders that are no longer known here; what they were worth is missing.</source>
        <translation>有 {count} 笔交货的订单已不在本机，金额缺失。</translation>
    </message>
    <message>
        <source>{count} in other currencies are not in it.</source>
        <translation>另有 {count} 笔其他货币，未计入。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Receipts and orders</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Each, on average</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Orders handed over</source>
        <translation>已交货订单</translation>
    </message>
    <message>
        <source>{change} than a week before by this time</source>
        <translation>比上周同时段 {change}</translation>
    </message>
    <message>
        <source>A week before by this time: {figure}</source>
        <translation>上周同时段 {figure}</translation>
    </message>
    <message>
        <source>A week before: {figure}</source>
        <translation>上周同日 {figure}</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按小时</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>Busiest at {hour}:00, {amount}</source>
        <translation>最忙 {hour} 点，{amount}</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By clerk, credited</source>
        <translation>按店员归属</translation>
    </message>
    <message>
        <source>hub {time}</source>
        <translation>总部 {time}</translation>
    </message>
    <message>
        <source>this till {time}</source>
        <translation>本机 {time}</translation>
    </message>
    <message>
        <source>Tills</source>
        <translation>门店收银</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>未归属</translation>
    </message>
    <message>
        <source>{count}</source>
        <translation>{count} 单</translation>
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
        <translation>超过 5 天</translation>
    </message>
    <message>
        <source>Still to be made ready: {count}</source>
        <translation>待备货：{count}</translation>
    </message>
    <message>
        <source>Drawers</source>
        <translation>钱箱与日结</translation>
    </message>
    <message>
        <source>No drawer was opened on this day.</source>
        <translation>当天没有开过钱箱。</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开箱</translation>
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
        <translation>点钱</translation>
    </message>
    <message>
        <source>Report {number}</source>
        <translation>日结 {number}</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>差 {amount}</translation>
    </message>
    <message>
        <source>Nothing was sold on this day yet</source>
        <translation>当天还没有销售</translation>
    </message>
    <message>
        <source>What is paid at a till, and what is handed over of orders, is added up here.</source>
        <translation>收银台收款和订单交货都会汇总在这里。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Cash in/out</source>
        <translation>现金进出</translation>
    </message>
    <message>
        <source>Count drawer</source>
        <translation>点钱箱</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>开钱箱</translation>
    </message>
    <message>
        <source>Close day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>{till} should hold {amount}</source>
        <translation>{till} 钱箱应有 {amount}</translation>
    </message>
    <message>
        <source>Float {amount}</source>
        <translation>备用 {amount}</translation>
    </message>
    <message>
        <source>+ cash {amount}</source>
        <translation>+ 现金 {amount}</translation>
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
        <translation>{till} 的钱箱还没开</translation>
    </message>
    <message>
        <source>{amount} in cash were taken since it was counted.</source>
        <translation>点钱后又收了现金 {amount}。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>开钱箱</translation>
    </message>
    <message>
        <source>Count the float that lies in it.</source>
        <translation>清点钱箱里的备用金。</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>点钱箱</translation>
    </message>
    <message>
        <source>Type how many there are of each note and coin.</source>
        <translation>输入每种纸币和硬币的数量。</translation>
    </message>
    <message>
        <source>Counted in all</source>
        <translation>点得合计</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Why? In a few words</source>
        <translation>为什么？简单写几个字</translation>
    </message>
    <message>
        <source>By notes and coins</source>
        <translation>按面额点</translation>
    </message>
    <message>
        <source>Only the sum</source>
        <translation>只填总数</translation>
    </message>
    <message>
        <source>Count it, and type what it comes to.</source>
        <translation>点清后，填总金额。</translation>
    </message>
    <message>
        <source>First count</source>
        <translation>第一次点得</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>The count differs</source>
        <translation>点得的数对不上</translation>
    </message>
    <message>
        <source>Say why, then count once more or write it down. A manager sees every count.</source>
        <translation>先写原因，再重点一次或照此记录。每次点得的数店长都看得到。</translation>
    </message>
    <message>
        <source>It was counted twice. Say why it differs; a manager sees both counts.</source>
        <translation>已点过两次。请写明差额原因；两次的数店长都看得到。</translation>
    </message>
    <message>
        <source>Count once more</source>
        <translation>重点一次</translation>
    </message>
    <message>
        <source>The drawer of {till} is open</source>
        <translation>{till} 的钱箱已开</translation>
    </message>
    <message>
        <source>after the count</source>
        <translation>点完后显示</translation>
    </message>
    <message>
        <source>first {amount}</source>
        <translation>第一次 {amount}</translation>
    </message>
    <message>
        <source>You sign off report {number}: all that was done here since {time}.</source>
        <translation>将签核报告 {number}：{time} 以来本机的全部记录。</translation>
    </message>
    <message>
        <source>What still waits</source>
        <translation>还在等的</translation>
    </message>
    <message>
        <source>What goes into the report</source>
        <translation>写进报告的</translation>
    </message>
    <message>
        <source>no cash was counted</source>
        <translation>没有点过现金</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开箱</translation>
    </message>
    <message>
        <source>That is what lies in it</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>现金进出</translation>
    </message>
    <message>
        <source>Beside all sales: change from the bank, a payment from the drawer.</source>
        <translation>与销售无关的：换零钱、从箱里付款。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>What for? In a few words</source>
        <translation>用途，请简单说明</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>The newest {count} are shown.</source>
        <translation>只显示最新 {count} 条。</translation>
    </message>
    <message>
        <source>There is nothing behind it.</source>
        <translation>没有明细。</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
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
        <translation>{hour} 点至 {next} 点</translation>
    </message>
    <message>
        <source>The drawer is open with {amount}</source>
        <translation>钱箱已开，备用金 {amount}</translation>
    </message>
    <message>
        <source>Counted: {amount}</source>
        <translation>已点：{amount}</translation>
    </message>
    <message>
        <source>Counted: {amount}, {difference} off</source>
        <translation>已点：{amount}，差 {difference}</translation>
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
        <translation>已日结：报告 {number}</translation>
    </message>
    <message>
        <source>To send to head office</source>
        <translation>待传总部</translation>
    </message>
    <message>
        <source>all is sent</source>
        <translation>全部已传</translation>
    </message>
    <message>
        <source>it goes by itself</source>
        <translation>会自动补传</translation>
    </message>
    <message>
        <source>Baskets on hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Open basket</source>
        <translation>未结的购物篮</translation>
    </message>
    <message>
        <source>stays for tomorrow</source>
        <translation>留到明天</translation>
    </message>
    <message>
        <source>Payments not known</source>
        <translation>结果未知的收款</translation>
    </message>
    <message>
        <source>ask about them first</source>
        <translation>请先问清结果</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已点</translation>
    </message>
    <message>
        <source>to be counted first</source>
        <translation>请先点</translation>
    </message>
    <message>
        <source>not one</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>日结报告</translation>
    </message>
    <message>
        <source>Reports of this till</source>
        <translation>本机的日结报告</translation>
    </message>
    <message>
        <source>The newest first. What is printed here is marked as a copy.</source>
        <translation>最新的在前。在这里打印的都标明副本。</translation>
    </message>
    <message>
        <source>No day was closed at this till yet.</source>
        <translation>本机还没有日结过。</translation>
    </message>
    <message>
        <source>The day is closed. The report lies in {file}</source>
        <translation>已日结。报告在 {file}</translation>
    </message>
    <message>
        <source>The copy lies in {file}</source>
        <translation>副本在 {file}</translation>
    </message>
    <message>
        <source>The day is closed. The report is being written.</source>
        <translation>已日结。正在写报告。</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>打印副本</translation>
    </message>
    <message>
        <source>Count it, and type how many there are.</source>
        <translation>请点清，填上张数枚数。</translation>
    </message>
    <message>
        <source>What was typed is no number.</source>
        <translation>填的不是数字。</translation>
    </message>
    <message>
        <source>It was counted twice. Write it down with the reason.</source>
        <translation>已点过两次。请写明原因并记录。</translation>
    </message>
    <message>
        <source>Cash has moved since it was counted. Count it once more.</source>
        <translation>点过之后又有现金进出。请再点一次。</translation>
    </message>
    <message>
        <source>The report is written</source>
        <translation>日报已写好</translation>
    </message>
    <message>
        <source>The report lies in {file}</source>
        <translation>日报已存为 {file}</translation>
    </message>
    <message>
        <source>The report could not be written there. Look whether the disk is full.</source>
        <translation>日报写不进去，请看看磁盘是否已满。</translation>
    </message>
    <message>
        <source>A cashier or a manager works the drawer.</source>
        <translation>钱箱由收银员或店长操作。</translation>
    </message>
    <message>
        <source>A manager closes the day.</source>
        <translation>由店长日结。</translation>
    </message>
    <message>
        <source>Whoever opened the drawer counts it, or a manager.</source>
        <translation>由开箱的人或店长来点。</translation>
    </message>
    <message>
        <source>The drawer is not open. Open it first.</source>
        <translation>钱箱没开，请先开箱。</translation>
    </message>
    <message>
        <source>The drawer is open already.</source>
        <translation>钱箱已经开着。</translation>
    </message>
    <message>
        <source>Type an amount.</source>
        <translation>请输入金额。</translation>
    </message>
    <message>
        <source>Count the drawer first, then close the day.</source>
        <translation>请先点钱箱，再日结。</translation>
    </message>
    <message>
        <source>A payment is not known to be over. Ask about it at the basket first.</source>
        <translation>有一笔付款结果未知，请先在购物篮核对。</translation>
    </message>
    <message>
        <source>Nothing was done here since the last report.</source>
        <translation>上次日结后本机没有新记录。</translation>
    </message>
    <message>
        <source>Today: count the drawer</source>
        <translation>今日：点钱箱</translation>
    </message>
    <message>
        <source>Today: reports of closed days</source>
        <translation>今日：日结报告</translation>
    </message>
    <message>
        <source>Today: close the day</source>
        <translation>今日：日结</translation>
    </message>
    <message>
        <source>Today: cash in or out</source>
        <translation>今日：现金进出</translation>
    </message>
    <message>
        <source>Today: print the report</source>
        <translation>今日：打印日报</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>What comes back?</source>
        <translation>退什么？</translation>
    </message>
    <message>
        <source>Scan the receipt, the pickup code or the member card, or type the order number or receipt number.</source>
        <translation>扫小票、提货码或会员码，或输入订单号、小票号。</translation>
    </message>
    <message>
        <source>Asking what was bought</source>
        <translation>正在查询购买记录</translation>
    </message>
    <message>
        <source>Which purchase is it?</source>
        <translation>是哪一单？</translation>
    </message>
    <message>
        <source>as head office knows it</source>
        <translation>总部记录</translation>
    </message>
    <message>
        <source>as this till knows it</source>
        <translation>本机记录</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>In hand at</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>pickup code</source>
        <translation>提货码</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>member card, so a manager is asked</source>
        <translation>会员码，需店长批准</translation>
    </message>
    <message>
        <source>{count} in hand at another till</source>
        <translation>{count} 件正在别处办理</translation>
    </message>
    <message>
        <source>{count} back already</source>
        <translation>已退 {count} 件</translation>
    </message>
    <message>
        <source>not yet with the customer</source>
        <translation>顾客还没拿到</translation>
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
        <translation>退货原因</translation>
    </message>
    <message>
        <source>Scan what comes back, or tick it with Space; + and − change the pieces.</source>
        <translation>扫要退的商品，或按空格勾选；+ − 改件数。</translation>
    </message>
    <message>
        <source>F6, then digits</source>
        <translation>F6，再按数字</translation>
    </message>
    <message>
        <source>Choose one: F6, then digits</source>
        <translation>请选一个：F6，再按数字</translation>
    </message>
    <message>
        <source>Choose first why it comes back: {name}</source>
        <translation>请先选退货原因：{name}</translation>
    </message>
    <message>
        <source>no reason yet</source>
        <translation>还没选原因</translation>
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
        <translation>放回货架</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>不再出售</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 积分</translation>
    </message>
    <message>
        <source>Points earned, taken back</source>
        <translation>收回赠送积分</translation>
    </message>
    <message>
        <source>Take back, give {amount}</source>
        <translation>退货并退 {amount}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>退货</translation>
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
        <translation>这一单没有可退的了。</translation>
    </message>
    <message>
        <source>Head office does not answer.</source>
        <translation>总部没有应答。</translation>
    </message>
    <message>
        <source>This till takes back what it sold itself, up to {amount}.</source>
        <translation>只能退本机卖出的商品，最多 {amount}。</translation>
    </message>
    <message>
        <source>Find the purchase first.</source>
        <translation>先找到购买记录。</translation>
    </message>
    <message>
        <source>Scan the receipt, then the articles.</source>
        <translation>先扫小票，再扫商品。</translation>
    </message>
    <message>
        <source>No more of this article can come back.</source>
        <translation>这款商品不能再退了。</translation>
    </message>
    <message>
        <source>This article is not of this purchase.</source>
        <translation>这款商品不在这一单里。</translation>
    </message>
    <message>
        <source>The amount has changed meanwhile. Look at it once more.</source>
        <translation>金额刚有变化，请再看一遍。</translation>
    </message>
    <message>
        <source>Goods come back, and {amount} is given for them.</source>
        <translation>商品退回，退款 {amount}。</translation>
    </message>
    <message>
        <source>For this return only. It is recorded who approved and why.</source>
        <translation>只对这次退货有效，会记录谁批准、为什么。</translation>
    </message>
    <message>
        <source>Head office could not be asked. Nothing was changed.</source>
        <translation>没能问到总部，没有改动任何东西。</translation>
    </message>
    <message>
        <source>Dropped: {pieces}</source>
        <translation>已去掉：{pieces}</translation>
    </message>
    <message>
        <source>Return slip</source>
        <translation>退货单</translation>
    </message>
    <message>
        <source>Give in cash</source>
        <translation>退还现金</translation>
    </message>
    <message>
        <source>No cash to give.</source>
        <translation>不用退现金。</translation>
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
        <translation>还不知道</translation>
    </message>
    <message>
        <source>refused, nothing given</source>
        <translation>被拒，没有退款</translation>
    </message>
    <message>
        <source>More of it</source>
        <translation>继续退其余商品</translation>
    </message>
    <message>
        <source>A refund was refused, and {amount} is given in cash.</source>
        <translation>退款被拒绝，改付现金 {amount}。</translation>
    </message>
    <message>
        <source>Give {amount} in cash instead</source>
        <translation>改退现金 {amount}</translation>
    </message>
    <message>
        <source>A refund from before was given: {amount}</source>
        <translation>之前的退款已退：{amount}</translation>
    </message>
    <message>
        <source>Order {number}: {amount} was paid. Its goods are still here.</source>
        <translation>订单 {number}：已付 {amount}。货还在店里。</translation>
    </message>
    <message>
        <source>Order {number}: {amount} was not paid.</source>
        <translation>订单 {number}：{amount} 没有付成。</translation>
    </message>
    <message>
        <source>Order {number}: {amount} could not be given back. Try it once more.</source>
        <translation>订单 {number}：{amount} 没能退回。请再退一次。</translation>
    </message>
    <message>
        <source>The refund was refused.</source>
        <translation>退款被拒。</translation>
    </message>
    <message>
        <source>A manager can give it in cash.</source>
        <translation>店长可以改退现金。</translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation>打印退货单</translation>
    </message>
    <message>
        <source>Next return</source>
        <translation>下一单退货</translation>
    </message>
    <message>
        <source>Nobody knows this purchase.</source>
        <translation>没有这笔购买记录。</translation>
    </message>
    <message>
        <source>Without head office only receipts of this till can be returned.</source>
        <translation>连不上总部时，只能退本机的小票。</translation>
    </message>
    <message>
        <source>This receipt is too old for the till to know it alone. Try again when head office answers.</source>
        <translation>这张小票时间太久，收银台已不再保存。请等总部恢复应答后再试。</translation>
    </message>
    <message>
        <source>Without head office no till gives back so much. Try again when it answers.</source>
        <translation>连不上总部时不能退这么多，请等联网再试。</translation>
    </message>
    <message>
        <source>The purchase has no such line.</source>
        <translation>这一单没有这一行。</translation>
    </message>
    <message>
        <source>Tick what comes back.</source>
        <translation>请勾选要退的商品。</translation>
    </message>
    <message>
        <source>So many pieces are not left of this line.</source>
        <translation>这一行没有这么多可退。</translation>
    </message>
    <message>
        <source>Another till is taking these pieces back at this moment.</source>
        <translation>另一台正在办理这些商品的退货。</translation>
    </message>
    <message>
        <source>It is not paid in full, so it is cancelled and not returned.</source>
        <translation>还没付清，应取消而不是退货。</translation>
    </message>
    <message>
        <source>The chain knows this reason no more. Choose another one.</source>
        <translation>这个原因已停用，请另选一个。</translation>
    </message>
    <message>
        <source>A manager has to approve this return.</source>
        <translation>这次退货需要店长批准。</translation>
    </message>
    <message>
        <source>It was paid in another currency.</source>
        <translation>付款用的是另一种货币。</translation>
    </message>
    <message>
        <source>Nobody knows yet how a refund of this purchase ended. Ask about it first.</source>
        <translation>这一单有一笔退款结果不明，请先查清。</translation>
    </message>
    <message>
        <source>This refund was given already.</source>
        <translation>这笔退款已经退了。</translation>
    </message>
    <message>
        <source>Nothing is fetched then. Choose a day from tomorrow on, within two weeks.</source>
        <translation>那天不能上门。请选明天起两周内的日期。</translation>
    </message>
    <message>
        <source>What was typed is too long.</source>
        <translation>输入的内容太长。</translation>
    </message>
    <message>
        <source>Exchange for the basket</source>
        <translation>换购物篮里的商品</translation>
    </message>
    <message>
        <source>For an exchange, put the new articles into the basket first.</source>
        <translation>换货请先把新商品放入购物篮。</translation>
    </message>
    <message>
        <source>Counts for the basket</source>
        <translation>抵扣购物篮</translation>
    </message>
    <message>
        <source>Back to the pickup</source>
        <translation>回到取货</translation>
    </message>
    <message>
        <source>To the basket</source>
        <translation>去购物篮</translation>
    </message>
    <message>
        <source>Show the new receipt</source>
        <translation>查看新小票</translation>
    </message>
    <message>
        <source>The hub keeps this address no more. Type it once more.</source>
        <translation>总部已不再保存这个地址，请重新输入。</translation>
    </message>
    <message>
        <source>Fetch at home</source>
        <translation>上门取件</translation>
    </message>
    <message>
        <source>Only while head office answers can somebody be sent.</source>
        <translation>总部应答时才能安排上门。</translation>
    </message>
    <message>
        <source>When is it fetched?</source>
        <translation>什么时候上门取？</translation>
    </message>
    <message>
        <source>Nothing is given for it before it is here and was looked at.</source>
        <translation>商品到店检查后才退款。</translation>
    </message>
    <message>
        <source>Go on to the address</source>
        <translation>填写地址</translation>
    </message>
    <message>
        <source>Where is it fetched?</source>
        <translation>到哪里取？</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Asking head office to send somebody</source>
        <translation>正在向总部预约上门</translation>
    </message>
    <message>
        <source>It is fetched {when}</source>
        <translation>已预约上门：{when}</translation>
    </message>
    <message>
        <source>The money follows once the goods are here.</source>
        <translation>商品到店后退款。</translation>
    </message>
    <message>
        <source>Nobody comes for it.</source>
        <translation>预约没有成功。</translation>
    </message>
    <message>
        <source>Return: fetch it at the customer&apos;s home</source>
        <translation>退货：预约上门取件</translation>
    </message>
    <message>
        <source>Return: exchange for the basket</source>
        <translation>退货：换购物篮里的商品</translation>
    </message>
    <message>
        <source>Return: why a line comes back</source>
        <translation>退货：选原因</translation>
    </message>
    <message>
        <source>Return: as new, opened, damaged</source>
        <translation>退货：完好、已拆封、有损坏</translation>
    </message>
    <message>
        <source>Return: back on the shelf, or not</source>
        <translation>退货：放回货架或不再出售</translation>
    </message>
    <message>
        <source>Return: cash where a card refused</source>
        <translation>退货：卡被拒时改退现金</translation>
    </message>
    <message>
        <source>Note it and call back</source>
        <translation>记下待回电</translation>
    </message>
    <message>
        <source>Note it and call back?</source>
        <translation>记下来回电吗？</translation>
    </message>
    <message>
        <source>Head office does not answer: this is no order, and nothing is kept or promised.</source>
        <translation>总部没有应答：这不是订单，没有预留，也没有承诺。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note it, print the slip</source>
        <translation>记下并打印凭条</translation>
    </message>
    <message>
        <source>Noted for a call. It is no order.</source>
        <translation>已记下待回电，不是订单。</translation>
    </message>
    <message>
        <source>The slip says so, too. The lines are off the basket.</source>
        <translation>凭条上也写明。这些商品已移出购物篮。</translation>
    </message>
    <message>
        <source>Call back · {count}</source>
        <translation>待回电 · {count}</translation>
    </message>
    <message>
        <source>Who waits for a call?</source>
        <translation>谁在等回电？</translation>
    </message>
    <message>
        <source>Nothing of it is ordered yet. Call, then order it or close it with a reason.</source>
        <translation>都还没有下单。打电话后下单，或写明原因关闭。</translation>
    </message>
    <message>
        <source>kept until {date}</source>
        <translation>保留至 {date}</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>没有人在等回电。</translation>
    </message>
    <message>
        <source>Why not: not reached, no longer wanted …</source>
        <translation>原因：没联系上、不要了……</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Order it now</source>
        <translation>现在下单</translation>
    </message>
    <message>
        <source>In the basket, at today&apos;s prices.</source>
        <translation>已放入购物篮，按今天的价格。</translation>
    </message>
    <message>
        <source>Choose the place, then order and take the money.</source>
        <translation>选好从哪里发，再下单收款。</translation>
    </message>
    <message>
        <source>Closed: {name}</source>
        <translation>已关闭：{name}</translation>
    </message>
    <message>
        <source>Nothing of the basket lies elsewhere.</source>
        <translation>购物篮里没有要从别处拿的。</translation>
    </message>
    <message>
        <source>Type a phone number to call back.</source>
        <translation>请输入回电号码。</translation>
    </message>
    <message>
        <source>Somebody has seen to it already.</source>
        <translation>已经有人处理了。</translation>
    </message>
    <message>
        <source>Another basket is open. Pay or hold it first.</source>
        <translation>还有一个购物篮没结，请先收款或挂单。</translation>
    </message>
    <message>
        <source>Empty basket: whom to call back</source>
        <translation>空购物篮：待回电名单</translation>
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
            <numerusform>%n 件没勾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay(s) here</source>
        <translation>
            <numerusform>%n 件留在店里</numerusform>
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
            <numerusform>%n 单</numerusform>
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
            <numerusform>本店 %n 张未完成的单里有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This member has %n open order(s) here</source>
        <translation>
            <numerusform>该会员在本店有 %n 张单</numerusform>
        </translation>
    </message>
    <message>
        <source>Article {gtin} is not in this till&apos;s list</source>
        <translation>本机商品表里没有 {gtin}</translation>
    </message>
    <message>
        <source>The hub is being asked whether anybody knows it.</source>
        <translation>正在问总部中心有没有人认识它。</translation>
    </message>
    <message>
        <source>Article {gtin} is not known anywhere</source>
        <translation>全公司都没有商品 {gtin}</translation>
    </message>
    <message>
        <source>The hub was asked at {time}. No article of the chain has this number.</source>
        <translation>{time} 问过总部中心，没有商品用这个号码。</translation>
    </message>
    <message>
        <source>The list is of {age} and this till is offline, so the article may exist.</source>
        <translation>商品表是{age}的，本机离线，不能断定没有这件商品。</translation>
    </message>
    <message>
        <source>The list is of {age} and the hub did not answer, so the article may exist. Scan it once more.</source>
        <translation>商品表是{age}的，总部中心没有答复，不能断定没有。请再扫一次。</translation>
    </message>
    <message>
        <source>Scan anything, or type an order number or an article</source>
        <translation>扫任何码，或输入单号、商品</translation>
    </message>
    <message>
        <source>{shown} of more than {total} shown</source>
        <translation>显示 {shown} 件，共 {total} 件以上</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ 选择 · 回车打开 · Esc 离开</translation>
    </message>
    <message>
        <source>Several fit. Choose with ↑ ↓.</source>
        <translation>不止一件，请用 ↑ ↓ 选。</translation>
    </message>
    <message>
        <source>No article fits “{text}”</source>
        <translation>没有商品符合“{text}”</translation>
    </message>
    <message>
        <source>Type a name, its pinyin or initials, an article number or a barcode. Enter reads it as a code.</source>
        <translation>可输入名称、拼音或首字母、货号、条码。按回车当作码来查。</translation>
    </message>
    <message>
        <source>This till has no list of articles yet</source>
        <translation>本机还没有商品表</translation>
    </message>
    <message>
        <source>It comes by itself once the hub answers. Enter reads a code.</source>
        <translation>总部中心答复后自动下载。按回车可查码。</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>商品条码</translation>
    </message>
    <message>
        <source>New: the hub knows it, this till&apos;s list does not yet</source>
        <translation>新商品：总部中心已有，本机商品表还没有</translation>
    </message>
    <message>
        <source>price {age}</source>
        <translation>{age}的价格</translation>
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
        <translation>颜色和尺码</translation>
    </message>
    <message>
        <source>F6, arrows, Enter opens</source>
        <translation>F6，方向键，回车打开</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>哪里有货</translation>
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
        <translation>无货</translation>
    </message>
    <message>
        <source>Never counted</source>
        <translation>从未盘点</translation>
    </message>
    <message>
        <source>{on_hand} counted · {reserved} promised · {safety} kept back</source>
        <translation>在库 {on_hand} · 预留 {reserved} · 安全库存 {safety}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Asking the hub about the other branches</source>
        <translation>正在问总部中心其他门店的库存</translation>
    </message>
    <message>
        <source>This till is offline: what other branches have is not known. Promise nothing from there.</source>
        <translation>本机离线，不知道其他门店的库存，不要拿来答应顾客。</translation>
    </message>
    <message>
        <source>The hub did not answer about the other branches. Ask once more.</source>
        <translation>总部中心没有答复其他门店的库存。请再问一次。</translation>
    </message>
    <message>
        <source>This figure is old. Do not promise from it.</source>
        <translation>旧数只能看，不能拿来答应顾客。</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>本店无</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无货</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>没有这款</translation>
    </message>
    <message>
        <source>Type a name: find an article</source>
        <translation>输入名称：找商品</translation>
    </message>
    <message>
        <source>On an article: its colours and sizes</source>
        <translation>商品页：颜色和尺码</translation>
    </message>
    <message>
        <source>On an article: branches without stock</source>
        <translation>商品页：没货的门店</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>{count} returns</source>
        <translation>{count} 笔退货</translation>
    </message>
    <message>
        <source>{amount} handed over and taken back</source>
        <translation>交货后收回 {amount}</translation>
    </message>
    <message>
        <source>Count the float to open it.</source>
        <translation>清点好备用金即可开箱。</translation>
    </message>
    <message>
        <source>A refund of {number} was refused: {amount}. Look it up under Returns: a manager gives it in cash.</source>
        <translation>{number} 的一笔退款被拒绝：{amount}。请在退货页查找，由经理改付现金。</translation>
    </message>
    <message>
        <source>Only a manager may do this.</source>
        <translation>只有店长可以这样做。</translation>
    </message>
    <message>
        <source>Head office keeps the address for 45 days, for whoever fetches it. This till does not.</source>
        <translation>总部为取件保存地址 45 天，本机不保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es) without stock hidden</source>
        <translation>
            <numerusform>%n 家没货的已隐藏</numerusform>
        </translation>
    </message>
    <message>
        <source>here</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>Prices and stock of this branch {age}</source>
        <translation>{age}的价格和本店库存</translation>
    </message>
</context>
</TS>
