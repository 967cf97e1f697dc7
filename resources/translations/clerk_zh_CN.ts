<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <location filename="../../ui/messages.py" line="21"/>
        <source>Counter</source>
        <translation>扫码台</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="22"/>
        <source>Queue</source>
        <translation>备货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="23"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="24"/>
        <source>Lock</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="25"/>
        <location filename="../../ui/messages.py" line="407"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="26"/>
        <source>Scan anything, or type an order number or short code</source>
        <translation>扫任何码，或输入单号、短码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="27"/>
        <source>Input method for typing Chinese</source>
        <translation>中文输入法</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="28"/>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="29"/>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="30"/>
        <source>Offline {time}</source>
        <translation>离线 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="31"/>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="32"/>
        <location filename="../../ui/messages.py" line="68"/>
        <source>Needs you</source>
        <translation>请留意</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="33"/>
        <source>Answered {time}</source>
        <translation>{time} 应答</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="34"/>
        <source>No answer yet</source>
        <translation>还没有应答</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="35"/>
        <source>to send</source>
        <translation>待发</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="36"/>
        <location filename="../../ui/messages.py" line="620"/>
        <source>{count} to send</source>
        <translation>待发 {count} 条</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="37"/>
        <source>{branch} · {till}</source>
        <translation>{branch}・{till}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="38"/>
        <source>Practice · made-up orders, nothing is real or counted</source>
        <translation>练习模式・都是假数据，不计业绩</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="39"/>
        <source>Practice · not counted</source>
        <translation>练习・不计业绩</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="40"/>
        <source>Nothing scanned yet</source>
        <translation>还没有扫过码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="41"/>
        <source>A scan works wherever you are</source>
        <translation>在哪个画面都能扫</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="42"/>
        <source>{time} · {kind}</source>
        <translation>{time}・{kind}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="43"/>
        <source>Scan → {outcome}</source>
        <translation>扫码 → {outcome}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="44"/>
        <source>This code is open already</source>
        <translation>这个码已经打开了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="45"/>
        <source>1 scan waiting: {kind}</source>
        <translation>1 个扫码在等：{kind}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="46"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="47"/>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="48"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="49"/>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="50"/>
        <source>{chain} · {branch}</source>
        <translation>{chain}・{branch}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="53"/>
        <source>Pickup code</source>
        <translation>取货码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="54"/>
        <source>Short code</source>
        <translation>短码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="55"/>
        <location filename="../../ui/messages.py" line="248"/>
        <source>Member card</source>
        <translation>会员码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="56"/>
        <location filename="../../ui/messages.py" line="57"/>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="58"/>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="59"/>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="60"/>
        <source>Order number</source>
        <translation>单号</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="61"/>
        <source>Unknown code</source>
        <translation>不认识的码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="64"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="65"/>
        <source>Saved, will send</source>
        <translation>已保存，待发送</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="66"/>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="67"/>
        <source>Unknown, checking</source>
        <translation>未知，核对中</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="71"/>
        <source>Scan your badge to sign in</source>
        <translation>扫工牌登录</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="72"/>
        <source>Hold it to the scanner, then type your PIN. No need to click anywhere first.</source>
        <translation>对准扫码枪扫一下，再输 PIN。不用先点任何地方。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="75"/>
        <source>Ready to scan</source>
        <translation>可以扫码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="76"/>
        <source>Use the camera</source>
        <translation>用摄像头</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="77"/>
        <location filename="../../ui/messages.py" line="385"/>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="78"/>
        <source>Camera off</source>
        <translation>关摄像头</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="79"/>
        <source>Or pick your name, then type the PIN</source>
        <translation>或者选你的名字，再输 PIN</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="80"/>
        <source>Another person</source>
        <translation>其他人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="81"/>
        <source>Type the badge number</source>
        <translation>输入工号</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="82"/>
        <source>Badge number, such as CK00018</source>
        <translation>工号，例如 CK00018</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="83"/>
        <source>Type your 6-digit PIN</source>
        <translation>输入 6 位 PIN</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="84"/>
        <source>Scan your badge or pick your name</source>
        <translation>先扫工牌，或选你的名字</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="85"/>
        <source>Checking the PIN</source>
        <translation>正在核对 PIN</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="86"/>
        <source>This PIN does not match. Nothing was changed.</source>
        <translation>PIN 不对。没有改动任何东西。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="87"/>
        <source>Several PINs did not match. The next try is possible in {time}.</source>
        <translation>PIN 几次不对。{time} 后可以再试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="88"/>
        <source>This badge is locked after too many PINs. A manager can unlock it.</source>
        <translation>PIN 错得太多，这个工牌锁住了。请店长解锁。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="89"/>
        <source>This badge is not on the list of this branch.</source>
        <translation>这个工牌不在本店名单里。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="90"/>
        <source>This badge is no longer in use.</source>
        <translation>这个工牌已停用。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="91"/>
        <source>A badge is needed here, this was something else: {kind}.</source>
        <translation>这里要扫工牌，刚才扫的是：{kind}。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="92"/>
        <source>After several wrong PINs there is a short wait.</source>
        <translation>连错几次要等一会儿</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="93"/>
        <source>Signing in works offline, the PIN is checked on this till</source>
        <translation>断网也能登录，PIN 在本机核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="94"/>
        <source>Fetching the list of staff, {seconds} s</source>
        <translation>正在取店员名单，第 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="95"/>
        <source>The list of staff is not here yet</source>
        <translation>店员名单还没到</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="96"/>
        <source>It comes by itself as soon as the hub answers.</source>
        <translation>总部中心一应答，名单会自己出现。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="97"/>
        <source>Locked</source>
        <translation>已锁屏</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="98"/>
        <source>What is open stays open. Scan your badge or type your PIN to go on.</source>
        <translation>打开的内容都在。扫工牌或输 PIN 继续。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="99"/>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="100"/>
        <source>Cashier</source>
        <translation>收银</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="101"/>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="102"/>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="103"/>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="104"/>
        <source>Quick switch: scan another badge</source>
        <translation>快速换人：扫另一个工牌</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="107"/>
        <source>Connect this till</source>
        <translation>连接这台收银台</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="108"/>
        <source>Head office gives you a pairing code. Paste it, type it or scan it.</source>
        <translation>总部会给你一个配对码。粘贴、输入或扫进来都可以。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="109"/>
        <source>Pairing code</source>
        <translation>配对码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="110"/>
        <source>Address of the hub</source>
        <translation>总部中心地址</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="111"/>
        <source>Only needed for a short code, such as https://hub.example</source>
        <translation>只有短码才需要，例如 https://hub.example</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="112"/>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="113"/>
        <location filename="../../ui/messages.py" line="635"/>
        <source>Asking the hub</source>
        <translation>正在问总部中心</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="114"/>
        <source>Read these six digits to head office: {digits}</source>
        <translation>请把这六位数字念给总部：{digits}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="115"/>
        <source>Waiting for head office to confirm, {seconds} s</source>
        <translation>等总部确认，第 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="116"/>
        <source>Connected: {branch}, {till}</source>
        <translation>已连接：{branch}，{till}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="117"/>
        <source>This is not a pairing code. It begins with CLERK1, or has 8 characters.</source>
        <translation>这不是配对码。配对码以 CLERK1 开头，或有 8 个字符。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="120"/>
        <source>A short code also needs the address of the hub.</source>
        <translation>用短码时还要填总部中心地址。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="121"/>
        <source>The hub does not know this code. Check it with head office.</source>
        <translation>总部中心不认识这个码。请和总部核对。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="122"/>
        <source>This code is used or too old. Ask head office for a new one.</source>
        <translation>这个码用过了或过期了。请总部重新给一个。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="123"/>
        <source>The hub does not answer at this address. Nothing was changed.</source>
        <translation>这个地址没有应答。没有改动任何东西。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="124"/>
        <source>Head office did not confirm. Ask for a new code.</source>
        <translation>总部没有确认。请要一个新的码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="125"/>
        <source>Practise without head office</source>
        <translation>不连总部，先练习</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="126"/>
        <source>Getting the practice shop ready</source>
        <translation>正在准备练习门店</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="127"/>
        <source>Starting the practice hub, {seconds} s</source>
        <translation>正在启动练习中心，第 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="128"/>
        <source>Connecting this till to it</source>
        <translation>正在连接这台收银台</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="129"/>
        <source>Fetching orders and staff</source>
        <translation>正在取订单和店员</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="130"/>
        <source>The practice hub did not start. Nothing was changed.</source>
        <translation>练习中心没有启动。没有改动任何东西。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="133"/>
        <source>Scan anything</source>
        <translation>扫任何码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="134"/>
        <source>Scanning only looks. Confirm to act.</source>
        <translation>扫一下只是看，确认了才算数。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="135"/>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="136"/>
        <source>Most urgent first</source>
        <translation>按时限排，最急的在上</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="137"/>
        <source>Just now</source>
        <translation>刚才</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="138"/>
        <source>this till</source>
        <translation>本台</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="139"/>
        <source>All sent</source>
        <translation>全部已送达</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="140"/>
        <source>{count} waiting</source>
        <translation>{count} 条待发</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="141"/>
        <source>{shown} of {total} shown</source>
        <translation>共 {total} 单，显示 {shown} 单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="142"/>
        <location filename="../../ui/messages.py" line="531"/>
        <source>New</source>
        <translation>待接单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="143"/>
        <location filename="../../ui/messages.py" line="532"/>
        <source>Picking</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="144"/>
        <source>Ready for pickup</source>
        <translation>待取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="145"/>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="146"/>
        <source>All in time</source>
        <translation>都在时限内</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="147"/>
        <source>The oldest waits {time}</source>
        <translation>最早的等了 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="148"/>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="149"/>
        <source>Nothing to pick</source>
        <translation>没有要拣的单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="150"/>
        <location filename="../../ui/messages.py" line="541"/>
        <source>New orders appear here by themselves, with a chime.</source>
        <translation>新单会自己跳出来，并响一声。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="151"/>
        <source>Nothing done here yet</source>
        <translation>这里还没有操作</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="152"/>
        <source>What is handed over at this till is listed here, with undo.</source>
        <translation>在这台交付的都会列在这里，可以撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="153"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="154"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="155"/>
        <source>Accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="156"/>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="157"/>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="158"/>
        <source>{time} late</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="159"/>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="160"/>
        <source>Hold a code in front of the camera</source>
        <translation>把码对准摄像头</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="161"/>
        <source>The camera is starting</source>
        <translation>摄像头正在打开</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="162"/>
        <source>No camera found. The scanner and the keyboard still work.</source>
        <translation>没有找到摄像头。扫码枪和键盘照样能用。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="163"/>
        <source>Another program uses the camera. It is tried again by itself.</source>
        <translation>别的程序在用摄像头。会自动再试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="164"/>
        <source>The camera was pulled out. It is tried again by itself.</source>
        <translation>摄像头被拔掉了。会自动再试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="165"/>
        <source>The recording is at its end.</source>
        <translation>录像放完了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="166"/>
        <source>Read: {kind}</source>
        <translation>已读到：{kind}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="169"/>
        <source>{price} · price {age}</source>
        <translation>{price}・{age}的价格</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="170"/>
        <source>Article {gtin} is not known on this till</source>
        <translation>本机不认识商品 {gtin}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="171"/>
        <source>The number is well formed. The list of articles is of {age}.</source>
        <translation>号码本身没错。商品表是{age}的。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="172"/>
        <source>The list of articles is of {age} and this till is offline, so the article may exist.</source>
        <translation>商品表是{age}的，现在离线，不能断定没有。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="175"/>
        <source>No open pickup order of this member here</source>
        <translation>该会员在本店没有待取的单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="176"/>
        <source>An order of another branch is not listed. Ask for the pickup code to look further.</source>
        <translation>别的门店的单不在这里。请顾客出示取货码再查。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="179"/>
        <source>A coupon, {tail}</source>
        <translation>优惠券，尾码 {tail}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="180"/>
        <source>This till cannot redeem coupons yet. The coupon was not used.</source>
        <translation>这台还不能核销优惠券。券没有用掉。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="181"/>
        <source>{name} can take over this till</source>
        <translation>{name} 可以接手这台</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="182"/>
        <source>Press to switch. What is open stays open.</source>
        <translation>按一下换人。打开的内容都在。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="183"/>
        <source>This is your own badge</source>
        <translation>这是你自己的工牌</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="184"/>
        <source>You are signed in. F12 locks the till.</source>
        <translation>你已经登录了。F12 锁屏。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="185"/>
        <source>Switch clerk</source>
        <translation>换人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="186"/>
        <source>This code is not known</source>
        <translation>不认识这个码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="187"/>
        <source>The scan was empty. Scan once more.</source>
        <translation>扫到的是空的。请再扫一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="188"/>
        <source>It is longer than any code of the shop.</source>
        <translation>它比店里任何码都长。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="189"/>
        <source>It looks like {kind}, but its check character does not agree. Scan or type it once more.</source>
        <translation>看起来是{kind}，但校验位对不上。请再扫或再输一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="192"/>
        <source>It is a web address: {shown}. It was not opened.</source>
        <translation>这是一个网址：{shown}。没有打开它。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="193"/>
        <source>It looks like a payment card. It was neither kept nor shown.</source>
        <translation>看起来是银行卡号。没有保存，也没有显示。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="194"/>
        <source>It is nearly a pickup code, but a part is missing. Scan it once more.</source>
        <translation>差一点就是取货码，但缺了一段。请再扫一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="197"/>
        <source>It belongs to no order, article or card: {shown}</source>
        <translation>它不是单号、商品或会员码：{shown}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="200"/>
        <source>Ready to hand over</source>
        <translation>可以交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="201"/>
        <source>Ready to hand over, reported later</source>
        <translation>可以交付，稍后补报</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="202"/>
        <source>Ready, {amount} to pay</source>
        <translation>可以交付，先收 {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="203"/>
        <source>Being handed over at another till</source>
        <translation>另一台正在交付这单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="204"/>
        <source>Ready to hand over, approved by {name}</source>
        <translation>可以交付，{name} 已批准</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="205"/>
        <source>Genuine code</source>
        <translation>签名有效</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="206"/>
        <source>Short code agrees</source>
        <translation>短码对上了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="207"/>
        <source>Order number typed</source>
        <translation>按单号打开</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="208"/>
        <source>this branch</source>
        <translation>本店订单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="209"/>
        <source>not collected yet</source>
        <translation>未被领取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="210"/>
        <source>{count} of {total} already collected</source>
        <translation>已领 {count} / {total} 件</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="211"/>
        <source>fully paid</source>
        <translation>已付清</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="212"/>
        <location filename="../../ui/messages.py" line="550"/>
        <source>{amount} to pay</source>
        <translation>待付 {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="213"/>
        <source>not confirmed by the hub</source>
        <translation>总部中心未确认</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="214"/>
        <source>{till} has it open. Ask there first, so that it is not handed over twice.</source>
        <translation>{till} 正打开着这单。先问一声，免得交付两次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="215"/>
        <source>{channel} order · {when}</source>
        <translation>{channel}订单・{when} 下单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="216"/>
        <source>Webshop</source>
        <translation>网店</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="217"/>
        <source>WeChat</source>
        <translation>小程序</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="218"/>
        <source>Tmall</source>
        <translation>天猫</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="219"/>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="220"/>
        <source>Branch counter</source>
        <translation>门店</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="221"/>
        <source>App</source>
        <translation>App </translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="222"/>
        <source>Check each article</source>
        <translation>逐件核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="223"/>
        <source>Scan each article, or tick with Space</source>
        <translation>扫商品条码，或按空格勾选</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="224"/>
        <source>{done} / {total} items</source>
        <translation>{done} / {total} 件</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="225"/>
        <source>scanned</source>
        <translation>已扫</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="226"/>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="227"/>
        <location filename="../../ui/messages.py" line="551"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="228"/>
        <source>collected before</source>
        <translation>之前已领</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="229"/>
        <source>stays here</source>
        <translation>留在店里</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="230"/>
        <source>{pieces} · {amount} paid online</source>
        <translation>{pieces}・线上已付 {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="231"/>
        <source>{pieces} · {amount} paid</source>
        <translation>{pieces}・已付 {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="232"/>
        <source>Balance due</source>
        <translation>应收尾款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="233"/>
        <source>This article is not in the order</source>
        <translation>这件不在这单里</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="234"/>
        <source>{name} is not in this order. Put it aside.</source>
        <translation>{name} 不在这单里。请放到一边。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="235"/>
        <source>All of this article is ticked already</source>
        <translation>这件已经够数了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="236"/>
        <source>{name}: all {count} are ticked already. One too many is on the counter.</source>
        <translation>{name}：{count} 件已够数，柜台上多了一件。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="239"/>
        <source>No name given</source>
        <translation>没有留名</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="240"/>
        <source>Phone …{tail}</source>
        <translation>手机尾号 {tail}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="241"/>
        <source>Member …{tail}</source>
        <translation>会员 …{tail}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="242"/>
        <source>In person</source>
        <translation>本人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="243"/>
        <source>Somebody else</source>
        <translation>代取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="244"/>
        <source>Name of the person who collects</source>
        <translation>代取人姓名</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="245"/>
        <source>How did you make sure?</source>
        <translation>怎么核对的身份？</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="246"/>
        <source>Not checked</source>
        <translation>没有核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="247"/>
        <source>Phone ending</source>
        <translation>手机尾号</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="249"/>
        <source>ID document</source>
        <translation>证件</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="250"/>
        <source>Head office: identity is checked from {amount}</source>
        <translation>总部规则：满 {amount} 须核对身份</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="251"/>
        <source>Head office: identity is checked for this order</source>
        <translation>总部规则：这单须核对身份</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="252"/>
        <source>No check is required for this order</source>
        <translation>这单不要求核对身份</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="253"/>
        <source>Checked: {method}</source>
        <translation>已核对：{method}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="254"/>
        <source>Ask for the last four digits: {tail}</source>
        <translation>请顾客报手机尾号：{tail}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="255"/>
        <source>Where it is</source>
        <translation>去哪里拿</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="256"/>
        <source>No shelf was noted</source>
        <translation>没有记货架</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="257"/>
        <source>Balance</source>
        <translation>待付尾款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="258"/>
        <source>How was it paid?</source>
        <translation>怎么收的？</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="259"/>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="260"/>
        <source>Card terminal</source>
        <translation>刷卡机</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="261"/>
        <source>Take the money first. It is recorded with the hand-over.</source>
        <translation>先收款，再交付。两样一起记下。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="262"/>
        <location filename="../../ui/messages.py" line="565"/>
        <source>Collect by</source>
        <translation>可取至</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="263"/>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="264"/>
        <source>Code</source>
        <translation>码状态</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="265"/>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="266"/>
        <source>used in part</source>
        <translation>已部分使用</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="267"/>
        <source>checked just now</source>
        <translation>刚刚核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="268"/>
        <source>hub confirmed {time}</source>
        <translation>总部中心 {time} 确认</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="269"/>
        <source>as of {time}</source>
        <translation>{time} 的数据</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="270"/>
        <source>checking</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="271"/>
        <source>checking, {seconds} s</source>
        <translation>正在核对，第 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="272"/>
        <source>Afterwards</source>
        <translation>交付后</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="273"/>
        <source>undo within {time}</source>
        <translation>{time}内可撤销</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="274"/>
        <source>Placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="275"/>
        <source>Still to do: {missing}</source>
        <translation>还差：{missing}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="276"/>
        <source>identity</source>
        <translation>核对身份</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="277"/>
        <source>the collector&apos;s name</source>
        <translation>代取人姓名</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="278"/>
        <source>how the balance was paid</source>
        <translation>尾款怎么收的</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="279"/>
        <source>a new date for the rest</source>
        <translation>剩下的何时来取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="280"/>
        <source>Part of it</source>
        <translation>部分交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="281"/>
        <source>All of it</source>
        <translation>全部交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="282"/>
        <source>What stays here</source>
        <translation>留在店里的</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="283"/>
        <source>Tick what goes now. The rest keeps until:</source>
        <translation>勾选现在交付的。剩下的保留到：</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="284"/>
        <source>This order is only handed over whole</source>
        <translation>这单只能一次取完</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="285"/>
        <source>as before, {date}</source>
        <translation>不变，{date}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="286"/>
        <source>+{days} days, {date}</source>
        <translation>+{days} 天，{date}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="287"/>
        <source>Ask now</source>
        <translation>现在问</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="288"/>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="289"/>
        <source>Saved on this till. It will send when online.</source>
        <translation>写在本机了，联网后自动补报。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="290"/>
        <location filename="../../ui/messages.py" line="712"/>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="291"/>
        <source>The order is ready for pickup again. Put the goods back on the shelf.</source>
        <translation>订单恢复为待取。请把商品放回货架。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="292"/>
        <source>Not handed over</source>
        <translation>没有交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="293"/>
        <source>{order} · {pieces}</source>
        <translation>{order}・{pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="294"/>
        <source>Set aside: {order}</source>
        <translation>先放着：{order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="295"/>
        <source>Go back to it</source>
        <translation>回到这单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="298"/>
        <source>Take this hand-over back</source>
        <translation>撤销这次交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="299"/>
        <source>Why? The goods must be here again.</source>
        <translation>为什么？商品要在店里。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="300"/>
        <source>Wrong order</source>
        <translation>拿错了单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="301"/>
        <source>The customer does not want it</source>
        <translation>顾客不要了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="302"/>
        <source>Wrong article</source>
        <translation>拿错了商品</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="303"/>
        <source>The goods were not given</source>
        <translation>其实没给出去</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="304"/>
        <location filename="../../ui/messages.py" line="612"/>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="305"/>
        <source>Say it in a few words</source>
        <translation>用几个字说明</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="306"/>
        <source>There is nothing to take back</source>
        <translation>没有可以撤销的</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="307"/>
        <source>A hand-over of this till can be taken back within {time}.</source>
        <translation>本台的交付在 {time}内可以撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="310"/>
        <source>Manager approval for this one act</source>
        <translation>请店长批准这一次</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="311"/>
        <source>The manager scans the badge, then types the PIN</source>
        <translation>店长扫工牌，再输 PIN</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="312"/>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="313"/>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="314"/>
        <source>For this order only. It is recorded who approved and why.</source>
        <translation>只管这一单，会记下谁批准的、为什么。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="315"/>
        <source>I have seen the goods and the order number</source>
        <translation>商品和单号我都看过</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="316"/>
        <source>I know the customer</source>
        <translation>我认识这位顾客</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="317"/>
        <source>I asked the other branch</source>
        <translation>问过另一家店</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="318"/>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="319"/>
        <source>Do not approve</source>
        <translation>不批</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="320"/>
        <source>{name} cannot approve. A manager other than you is needed.</source>
        <translation>{name} 不能批准。需要你以外的店长。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="321"/>
        <source>Ask a manager</source>
        <translation>请店长批准</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="324"/>
        <source>What happened to this order</source>
        <translation>这单发生过什么</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="325"/>
        <source>This till knows nothing of this order</source>
        <translation>本机没有这单的记录</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="326"/>
        <source>What you can do</source>
        <translation>接下来可以</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="327"/>
        <source>You could say to the customer</source>
        <translation>可以这样对顾客说</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="328"/>
        <source>Nothing was changed.</source>
        <translation>没有改动任何东西。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="329"/>
        <source>No money was taken. Nothing was changed.</source>
        <translation>没有扣款，也没有改动。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="330"/>
        <source>Clear, next customer</source>
        <translation>清除，下一位</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="331"/>
        <source>This member has another order ready here</source>
        <translation>该会员在本店还有可取的单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="332"/>
        <source>It may be the wrong code. Ask the customer to open the newest order.</source>
        <translation>可能拿错了码，请顾客打开最新一单。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="335"/>
        <source>Open this order</source>
        <translation>打开这一单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="336"/>
        <source>Copy the phone number of {branch}</source>
        <translation>复制{branch}电话</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="337"/>
        <source>Ask the hub again</source>
        <translation>再问一次总部中心</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="338"/>
        <source>Something may have changed meanwhile</source>
        <translation>也许刚有变化</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="339"/>
        <source>Open the queue</source>
        <translation>打开备货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="340"/>
        <source>Pick it and make it ready first</source>
        <translation>先拣货，放上货架</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="341"/>
        <source>Scan once more</source>
        <translation>再扫一次</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="342"/>
        <source>Brighter screen, or type the short code below it</source>
        <translation>把屏幕调亮，或输入下面的短码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="343"/>
        <source>Type the short code</source>
        <translation>输入短码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="344"/>
        <source>8 characters below the QR code</source>
        <translation>二维码下面的 8 个字符</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="345"/>
        <source>One approval, for this order only</source>
        <translation>只批这一单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="346"/>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="349"/>
        <source>Order placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="350"/>
        <source>Accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="351"/>
        <location filename="../../ui/messages.py" line="714"/>
        <source>Picked</source>
        <translation>已拣货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="352"/>
        <location filename="../../ui/messages.py" line="715"/>
        <source>Made ready</source>
        <translation>已备好，待取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="353"/>
        <source>Rejected</source>
        <translation>已拒单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="354"/>
        <location filename="../../ui/messages.py" line="420"/>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="355"/>
        <source>Not collected in time</source>
        <translation>过期未取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="356"/>
        <source>Paid at the till</source>
        <translation>门店收款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="357"/>
        <location filename="../../ui/messages.py" line="711"/>
        <source>Handed over: {pieces}</source>
        <translation>已交付 {pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="358"/>
        <source>Hand-over taken back</source>
        <translation>已撤销交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="359"/>
        <source>Shown and refused</source>
        <translation>出示过，没有交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="360"/>
        <source>Shown here just now</source>
        <translation>刚才在这里出示</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="361"/>
        <source>collected by {name}</source>
        <translation>由 {name} 代取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="364"/>
        <source>There is no network. Hand-overs are kept on this till and sent later.</source>
        <translation>没有网络。交付先记在本机，联网后补报。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="367"/>
        <source>The hub takes too long to answer.</source>
        <translation>总部中心应答太慢。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="368"/>
        <source>Something else answers in its place, perhaps the sign-in page of a Wi-Fi.</source>
        <translation>应答的不是总部中心，可能是 Wi-Fi 登录页。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="371"/>
        <source>The answer broke off in the middle.</source>
        <translation>应答中途断了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="372"/>
        <source>The hub has a problem of its own. It is asked again by itself.</source>
        <translation>总部中心自己出了问题。会自动再问。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="373"/>
        <source>Another hub answers at this address. Nothing is taken from it.</source>
        <translation>这个地址应答的是另一个中心。不会采用它的数据。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="374"/>
        <source>Head office has disconnected this till. What waits is kept.</source>
        <translation>总部断开了这台收银台。待发的都还在。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="375"/>
        <source>This till has to be connected again. What waits is kept.</source>
        <translation>这台需要重新连接。待发的都还在。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="376"/>
        <source>The hub speaks a newer version. Update this program.</source>
        <translation>总部中心版本更新了。请更新本程序。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="379"/>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="380"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="381"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="382"/>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="383"/>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="384"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="386"/>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="387"/>
        <source>Low</source>
        <translation>小</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="388"/>
        <source>Full</source>
        <translation>大</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="389"/>
        <source>Remembered for this till</source>
        <translation>这台会记住</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="390"/>
        <source>Camera {number}</source>
        <translation>摄像头 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="393"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="394"/>
        <source>Scan field</source>
        <translation>扫码框</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="395"/>
        <source>Camera on or off</source>
        <translation>开关摄像头</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="396"/>
        <source>The main act of the screen</source>
        <translation>本画面的主要操作</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="397"/>
        <source>Clear, back; nothing is lost</source>
        <translation>清除、返回，不会丢东西</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="398"/>
        <source>Move, tick, more, fewer</source>
        <translation>上下、勾选、加、减</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="399"/>
        <source>The button of that row</source>
        <translation>第几行的按钮</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="400"/>
        <source>Hand over a part</source>
        <translation>部分交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="401"/>
        <source>In person or somebody else</source>
        <translation>本人或代取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="402"/>
        <location filename="../../ui/messages.py" line="619"/>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="403"/>
        <source>Lock, switch clerk</source>
        <translation>锁屏、换人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="404"/>
        <source>Take the last hand-over back</source>
        <translation>撤销上一次交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="405"/>
        <source>Ask the hub now</source>
        <translation>现在问总部中心</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="406"/>
        <source>Pages</source>
        <translation>各画面</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="408"/>
        <source>Full screen on or off</source>
        <translation>全屏开关</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="409"/>
        <source>This list</source>
        <translation>这张表</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="412"/>
        <source>Codes to try</source>
        <translation>试试这些码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="413"/>
        <source>Hold one to the camera, scan it from the screen, or press its button.</source>
        <translation>对着摄像头，用扫码枪扫屏幕，或按按钮。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="414"/>
        <source>Scan this</source>
        <translation>扫这个</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="415"/>
        <source>Can be collected</source>
        <translation>可以取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="416"/>
        <source>With a balance</source>
        <translation>有尾款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="417"/>
        <source>Another branch</source>
        <translation>别家店</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="418"/>
        <source>Already collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="419"/>
        <source>Not ready yet</source>
        <translation>还没备好</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="421"/>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="422"/>
        <source>Badge of {name}, PIN {pin}</source>
        <translation>{name} 的工牌，PIN {pin}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="425"/>
        <source>Something unexpected happened here</source>
        <translation>程序出了意外</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="426"/>
        <source>Everything recorded is kept. Scan again to go on.</source>
        <translation>记下的都还在。再扫一次即可继续。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="427"/>
        <source>It could not be written to this till&apos;s disk. Nothing was handed over.</source>
        <translation>没能写进本机磁盘。这次没有交付。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="430"/>
        <source>Cannot hand over: order not known</source>
        <translation>不能交付：没有这张单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="431"/>
        <source>The hub and this till know no such order.</source>
        <translation>总部中心和本机都没有这张单。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="432"/>
        <source>I cannot find this order. Could you open the newest one on your phone?</source>
        <translation>没找到这张单，麻烦打开手机里最新的订单给我看一下。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="435"/>
        <source>Cannot hand over: cancelled</source>
        <translation>不能交付：已取消</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="436"/>
        <source>The order was cancelled {when}.</source>
        <translation>这单已在 {when} 取消。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="437"/>
        <source>This order was cancelled {when}. Your order page shows what happened to the payment.</source>
        <translation>这单{when}取消了，退款进度在订单页可以看到。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="440"/>
        <source>Cannot hand over: not accepted here</source>
        <translation>不能交付：本店没有接这单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="441"/>
        <source>This branch could not fulfil it, so the hub looks for another one.</source>
        <translation>本店没能备货，总部中心正在改派别的店。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="442"/>
        <source>We could not prepare this order here. You will get a message with the branch that has it.</source>
        <translation>这单本店没能备齐，会有消息告诉您到哪家店取。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="445"/>
        <source>Cannot hand over: already collected</source>
        <translation>不能交付：已被领取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="446"/>
        <source>All {pieces} were collected at {branch} {when}. The code is genuine but works once.</source>
        <translation>{when} 已在{branch}领走全部 {pieces}。码是真的，但只能用一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="449"/>
        <source>The order was collected before. The code is genuine but works once.</source>
        <translation>这单之前领走了。码是真的，但只能用一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="452"/>
        <source>This order was collected {when} at {branch}. Let me check it with them.</source>
        <translation>这单{when}在{branch}取走了，我现在帮您核对，请稍等。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="455"/>
        <source>Cannot hand over: for {branch}</source>
        <translation>不能交付：要到{branch}取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="456"/>
        <source>The goods of this order are at {branch}, {address}.</source>
        <translation>这单的货在{branch}，{address}。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="457"/>
        <source>This order waits for you at {branch}, {address}.</source>
        <translation>您这单在{branch}取，地址是{address}。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="458"/>
        <source>Cannot hand over: not ready yet</source>
        <translation>不能交付：还没备好</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="459"/>
        <source>The order is in the queue here, due {when}.</source>
        <translation>这单在本店备货中，预计 {when} 备好。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="460"/>
        <source>We are still preparing it. It should be ready {when}.</source>
        <translation>这单还在准备，预计{when}好。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="461"/>
        <source>Cannot hand over: out of date</source>
        <translation>不能交付：过了取货期</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="462"/>
        <source>It was to be collected by {when}. The goods go back to the shelf.</source>
        <translation>取货期到 {when} 为止，商品会退回货架。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="463"/>
        <source>The date for this order was {when}. Let me ask what we can do.</source>
        <translation>这单取货期到{when}，我帮您问一下怎么处理。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="464"/>
        <source>Not read completely</source>
        <translation>没有读全</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="465"/>
        <source>A part of the code was misread. The code may well be right.</source>
        <translation>码有一段读错了，码本身可能没问题。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="466"/>
        <source>Could you make your screen brighter and hold the phone still?</source>
        <translation>麻烦把屏幕调亮，手机拿稳一点。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="467"/>
        <source>Cannot read it: newer kind of code</source>
        <translation>读不了：这是新版的码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="468"/>
        <source>The code is newer than this program. Type the short code instead.</source>
        <translation>这个码比本程序新。请改用短码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="469"/>
        <source>Could you show me the 8 characters below the code?</source>
        <translation>麻烦把二维码下面的 8 个字符给我看一下。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="470"/>
        <source>Not a code of this chain</source>
        <translation>不是本店的码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="471"/>
        <source>The signature does not belong to our hub. Somebody may have made or changed this code.</source>
        <translation>签名不是总部中心的。这个码可能是别人做的或改过的。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="474"/>
        <source>I cannot accept this code. Could you open the order in the app and show me the code there?</source>
        <translation>这个码用不了，麻烦打开订单页，出示里面的码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="477"/>
        <source>Cannot check this code yet</source>
        <translation>还不能核对这个码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="478"/>
        <source>It is signed with a key that this till has not received. It may be quite new.</source>
        <translation>签名用的密钥本机还没收到，可能是刚换的。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="481"/>
        <source>One moment, I am asking head office about this code.</source>
        <translation>请稍等，我正在和总部核对这个码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="482"/>
        <source>Cannot hand over: code withdrawn</source>
        <translation>不能交付：码已作废</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="483"/>
        <source>Head office has withdrawn this code. A newer one may have been sent.</source>
        <translation>总部作废了这个码，可能已发了新的。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="484"/>
        <source>This code was replaced. Could you open the order and show me the newest code?</source>
        <translation>这个码已经换了，麻烦打开订单出示最新的码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="487"/>
        <source>Cannot hand over: there is a newer code</source>
        <translation>不能交付：有更新的码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="488"/>
        <source>The order got a newer code. Only the newest one counts.</source>
        <translation>这单有了新的码，只有最新的算数。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="489"/>
        <source>Cannot hand over: code out of date</source>
        <translation>不能交付：码已过期</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="490"/>
        <source>The code was valid until {when}.</source>
        <translation>这个码到 {when} 为止有效。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="491"/>
        <source>The code is past its date.</source>
        <translation>这个码过期了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="492"/>
        <source>Cannot hand over: code not valid yet</source>
        <translation>不能交付：码还没生效</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="493"/>
        <source>The code is from the future. Check the clock of this till.</source>
        <translation>这个码的时间在未来。请检查本机时钟。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="494"/>
        <source>Short code not known here</source>
        <translation>本店没有这个短码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="495"/>
        <source>No open order of this branch has it. Scan the QR code, it says more.</source>
        <translation>本店没有待取的单用这个短码。扫二维码能看到更多。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="498"/>
        <source>Could you show me the QR code of the order?</source>
        <translation>麻烦把订单的二维码给我扫一下。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="499"/>
        <source>Too many short codes did not fit</source>
        <translation>短码试错太多次</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="500"/>
        <source>Short codes work again in 10 minutes. The QR code works now.</source>
        <translation>短码 10 分钟后可再用。二维码现在就能用。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="501"/>
        <source>A manager decides: order not on this till</source>
        <translation>请店长决定：本机没有这单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="502"/>
        <source>The code is genuine, but this till has no order for it and the hub does not answer.</source>
        <translation>码是真的，但本机没有这单，总部中心也没应答。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="505"/>
        <source>A manager decides: the order has changed</source>
        <translation>请店长决定：订单改过</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="506"/>
        <source>The articles are no longer those for which the code was made.</source>
        <translation>商品和发码时不一样了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="507"/>
        <source>A manager decides: only with the hub</source>
        <translation>请店长决定：须联网核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="508"/>
        <source>Head office wants this order confirmed online, and the hub does not answer.</source>
        <translation>总部要求这单联网确认，总部中心现在没应答。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="511"/>
        <source>A manager decides: this till is long offline</source>
        <translation>请店长决定：本机离线太久</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="512"/>
        <source>The keys on this till are more than 30 days old.</source>
        <translation>本机密钥已超过 30 天没更新。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="513"/>
        <source>A manager decides: the clock is not sure</source>
        <translation>请店长决定：时钟不准</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="514"/>
        <source>The clock of this till jumped, so dates cannot be trusted.</source>
        <translation>本机时钟跳过，日期信不过。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="515"/>
        <source>One moment, my manager looks at it with me.</source>
        <translation>请稍等，我请店长一起看一下。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="516"/>
        <source>Cannot hand over</source>
        <translation>不能交付</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="517"/>
        <source>Nothing is ticked yet.</source>
        <translation>还没有勾选商品。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="518"/>
        <source>More is ticked than remains. Another till was quicker.</source>
        <translation>勾选的比剩下的多，另一台可能先交付了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="519"/>
        <source>Head office wants the identity checked for this order.</source>
        <translation>总部要求这单核对身份。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="520"/>
        <source>This order is only handed over whole.</source>
        <translation>这单只能一次取完。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="521"/>
        <source>The time for taking it back is over. Ask a manager.</source>
        <translation>撤销时间过了，请找店长。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="522"/>
        <source>It was handed over at another till. Take it back there.</source>
        <translation>这单是另一台交付的，请到那台撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="523"/>
        <source>It was taken back before.</source>
        <translation>之前已经撤销过。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="524"/>
        <source>It needs a manager&apos;s approval.</source>
        <translation>需要店长批准。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="525"/>
        <source>Another manager has to approve this.</source>
        <translation>要由另一位店长批准。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="526"/>
        <source>{amount} have to be paid first.</source>
        <translation>要先收 {amount}。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="527"/>
        <source>A balance has to be paid first.</source>
        <translation>要先付清尾款。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="528"/>
        <source>Let me have a look at it, one moment.</source>
        <translation>我看一下，请稍等。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="533"/>
        <source>Ready</source>
        <translation>待取</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="534"/>
        <source>most urgent first</source>
        <translation>最急的在上</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="535"/>
        <source>Nothing new. A paid online order appears here by itself, with a chime.</source>
        <translation>没有新单。线上付了款的单会自己出现，并响一声。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="538"/>
        <source>Nobody is picking. Go to a new order and start.</source>
        <translation>还没人在拣。选一张新单开始吧。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="539"/>
        <source>Nothing waits for its owner.</source>
        <translation>没有等人来取的货。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="540"/>
        <source>The queue is empty</source>
        <translation>没有要备的单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="542"/>
        <source>Fetching the orders of this branch, {seconds} s</source>
        <translation>正在取本店的订单，第 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="543"/>
        <source>{shown} of {total} shown, the most urgent ones</source>
        <translation>共 {total} 单，显示最急的 {shown} 单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="544"/>
        <source>All orders of this branch are shown</source>
        <translation>本店的单都在这里</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="545"/>
        <source>updated {age}</source>
        <translation>{age}更新</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="546"/>
        <source>Pickup</source>
        <translation>自提</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="547"/>
        <source>Just in, {time} ago</source>
        <translation>新单，{time}前</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="548"/>
        <source>Just in</source>
        <translation>新单，刚到</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="549"/>
        <source>paid</source>
        <translation>已付清</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="552"/>
        <source>until {date}</source>
        <translation>可取至 {date}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="553"/>
        <source>{time} over its date</source>
        <translation>过期 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="554"/>
        <source>Shelf {shelf}</source>
        <translation>货架 {shelf}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="555"/>
        <source>no shelf noted</source>
        <translation>没记货架</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="556"/>
        <source>facts disagree</source>
        <translation>记录对不上</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="557"/>
        <source>Go to an order</source>
        <translation>选一张单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="558"/>
        <source>← → ↑ ↓ move between the cards</source>
        <translation>用 ← → ↑ ↓ 在卡片间移动</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="559"/>
        <source>Pickup {number}</source>
        <translation>自提 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="560"/>
        <source>Articles</source>
        <translation>商品</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="561"/>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="562"/>
        <source>Ready by</source>
        <translation>须备好</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="563"/>
        <source>Picked by</source>
        <translation>拣货人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="564"/>
        <source>Lies at</source>
        <translation>放在</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="566"/>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="567"/>
        <source>nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="691"/>
        <source>Order {order}: handed over though no longer open</source>
        <translation>订单 {order}：已失效却交付了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="568"/>
        <source>Start picking first, then scan each article</source>
        <translation>先开始拣货，再逐件扫码</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="569"/>
        <source>Start picking {number}</source>
        <translation>开始拣 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="570"/>
        <source>Ready: {number}</source>
        <translation>备好 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="571"/>
        <source>Open {number}</source>
        <translation>打开 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="572"/>
        <source>Cannot fulfil</source>
        <translation>无法备货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="573"/>
        <source>All is here</source>
        <translation>全部到齐</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="574"/>
        <source>Still to pick: {pieces}. F6 ticks them all.</source>
        <translation>还差 {pieces}。F6 全部勾上。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="575"/>
        <source>A step of the queue cannot be taken back; if it was wrong, say so with F8.</source>
        <translation>备货的步骤不能撤销；若有不对，按 F8 说明。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="578"/>
        <source>The customer has been told, so this cannot be taken back.</source>
        <translation>已通知顾客，所以不能撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="579"/>
        <source>Picking {number} has begun</source>
        <translation>已开始拣 {number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="580"/>
        <source>{number} is ready on shelf {shelf}</source>
        <translation>{number} 已备好，在货架 {shelf}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="581"/>
        <source>The customer hears of it as soon as the hub has it.</source>
        <translation>中心收到后马上通知顾客。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="582"/>
        <source>{number} was given back</source>
        <translation>{number} 已退回</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="583"/>
        <source>The hub looks for another branch. The articles stay on sale here.</source>
        <translation>中心会另找门店。商品留在本店继续卖。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="586"/>
        <source>Not done: {number}</source>
        <translation>没有办成：{number}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="587"/>
        <source>{name} is not in this order. Put it back.</source>
        <translation>{name}不在这单里。请放回去。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="588"/>
        <source>{name}: all {count} are picked already. One too many was taken.</source>
        <translation>{name}：{count} 件都拣齐了，这是多拿的。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="589"/>
        <source>Where does {number} lie?</source>
        <translation>{number} 放在哪里？</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="590"/>
        <source>The customer is told at once, and the code becomes valid. This cannot be taken back.</source>
        <translation>会马上通知顾客，提货码随即生效。这一步不能撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="593"/>
        <source>{pieces} not ticked. Making it ready says that all of it is here.</source>
        <translation>还有 {pieces} 没勾。备好就表示全部到齐。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="594"/>
        <source>{count} here</source>
        <translation>已放 {count} 单</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="595"/>
        <source>free</source>
        <translation>空着</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="596"/>
        <source>Another place, such as D-12</source>
        <translation>别的位置，例如 D-12</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="597"/>
        <source>One parcel fewer</source>
        <translation>少一袋</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="598"/>
        <source>One parcel more</source>
        <translation>多一袋</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="599"/>
        <source>Choose a shelf first</source>
        <translation>先选货架</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="600"/>
        <source>Make it ready</source>
        <translation>备好</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="601"/>
        <source>Why can {number} not be fulfilled?</source>
        <translation>{number} 为什么备不了？</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="602"/>
        <source>The hub gives it to another branch or tells the customer. This cannot be taken back.</source>
        <translation>中心会转给别的门店，或告知顾客。这一步不能撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="605"/>
        <source>Give it back</source>
        <translation>退回</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="606"/>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="607"/>
        <source>not on its shelf, nor in the stock room</source>
        <translation>货架和仓库里都没有</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="608"/>
        <source>Damaged</source>
        <translation>有破损</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="609"/>
        <source>here, but not to be sold</source>
        <translation>货在，但不能卖</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="610"/>
        <source>Too much to do</source>
        <translation>忙不过来</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="611"/>
        <source>it cannot be ready in time</source>
        <translation>赶不及备好</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="613"/>
        <source>say it in a few words</source>
        <translation>用几个字说明</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="614"/>
        <source>Choose a reason first</source>
        <translation>先选原因</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="615"/>
        <source>New order {number}: {pieces}</source>
        <translation>新单 {number}：{pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="616"/>
        <source>{count} more: F10</source>
        <translation>还有 {count} 条：F10</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="621"/>
        <source>{count} need a look</source>
        <translation>{count} 条要看</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="622"/>
        <source>all sent</source>
        <translation>都已送达</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="623"/>
        <source>Nothing waits</source>
        <translation>没有待发的</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="624"/>
        <source>Everything done at this till has reached the hub.</source>
        <translation>本机做的都已送达中心。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="625"/>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="626"/>
        <source>Reached the hub</source>
        <translation>已送达中心</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="627"/>
        <source>Facts that disagree</source>
        <translation>对不上的记录</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="628"/>
        <source>{time} · {age}</source>
        <translation>{time}・{age}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="629"/>
        <source>Try now</source>
        <translation>现在重试</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="630"/>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="631"/>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="632"/>
        <source>Switching off or signing out loses nothing.</source>
        <translation>关机、退出都不会丢。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="633"/>
        <source>Older acts are kept, but not listed here.</source>
        <translation>更早的都保存着，这里不列出。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="634"/>
        <source>The hub answers</source>
        <translation>中心有应答</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="636"/>
        <source>The hub cannot be reached</source>
        <translation>连不上中心</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="637"/>
        <source>No answer from the hub for {time}</source>
        <translation>中心 {time}没有应答</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="638"/>
        <source>This needs a manager or head office</source>
        <translation>要请店长或总部处理</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="639"/>
        <source>What is done here is sent at once.</source>
        <translation>这里做的会马上发出。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="640"/>
        <source>Tries again by itself in {seconds} s.</source>
        <translation>{seconds} 秒后自动重试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="641"/>
        <source>Trying now.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="642"/>
        <source>Trying again does not help by itself.</source>
        <translation>自动重试没有用。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="643"/>
        <source>Last answer {when}</source>
        <translation>上次应答：{when}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="644"/>
        <source>It has never answered this till</source>
        <translation>它还没应答过本机</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="645"/>
        <source>Hand-overs go on. Orders above {amount} need a manager meanwhile.</source>
        <translation>照常交付。期间超过 {amount} 的单要店长批准。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="646"/>
        <source>Hand-overs go on and are kept on this till.</source>
        <translation>照常交付，先存在本机。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="647"/>
        <source>{code} · {url}</source>
        <translation>{code}・{url}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="648"/>
        <source>There is no network here. Look at the cable or the Wi-Fi.</source>
        <translation>这里没有网络。请看看网线或 Wi-Fi。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="649"/>
        <source>The hub does not answer in time. The network may be slow.</source>
        <translation>中心没有及时应答。网络可能很慢。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="650"/>
        <source>The network asks for a sign-in page. Open a web page, sign in there, then try again.</source>
        <translation>网络要求先登录。请打开网页登录，再重试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="653"/>
        <source>The answer broke off in the middle. It was not used.</source>
        <translation>应答中途断了，没有采用。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="654"/>
        <source>The hub has a fault of its own. Head office sees it, too.</source>
        <translation>中心自己出了故障，总部也看得到。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="655"/>
        <source>Another hub answers at this address. Nothing was sent to it. Call head office.</source>
        <translation>这个地址应答的是另一个中心。没有发给它。请联系总部。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="658"/>
        <source>The hub&apos;s certificate is not the one this till knows. Nothing was sent. Call head office.</source>
        <translation>中心的证书不是本机认识的那张。没有发送。请联系总部。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="661"/>
        <source>Head office has withdrawn this till. What was done here is kept.</source>
        <translation>总部已停用本机。做过的都保存着。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="662"/>
        <source>Another computer speaks in the name of this till. It has to be connected anew.</source>
        <translation>另一台电脑在冒用本机的名义。本机要重新连接。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="665"/>
        <source>This program is too old for the hub. It has to be updated.</source>
        <translation>程序版本太旧，要更新才能连中心。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="666"/>
        <source>The clock of this computer is wrong. Set it, then try again.</source>
        <translation>电脑的时钟不对。调好后再重试。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="667"/>
        <source>The hub does not know this till any more. It has to be connected anew.</source>
        <translation>中心已不认识本机。要重新连接。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="670"/>
        <source>Handed over {order}, {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="671"/>
        <source>Took back {order}</source>
        <translation>撤销 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="672"/>
        <location filename="../../ui/messages.py" line="745"/>
        <source>Refused {order}</source>
        <translation>未交付 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="673"/>
        <source>Began picking {order}</source>
        <translation>开始拣 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="674"/>
        <source>Picked for {order}</source>
        <translation>拣货 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="675"/>
        <source>Made ready {order}</source>
        <translation>备好 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="676"/>
        <source>Gave back {order}</source>
        <translation>退回 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="677"/>
        <source>Took {amount} for {order}</source>
        <translation>收款 {amount}・{order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="678"/>
        <source>An act on {order}</source>
        <translation>操作 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="679"/>
        <source>Written on this till, and sent when the hub answers.</source>
        <translation>已写在本机，中心应答后发送。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="680"/>
        <source>The hub has it.</source>
        <translation>中心已收到。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="681"/>
        <source>Taken back since.</source>
        <translation>后来撤销了。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="682"/>
        <source>The hub has it, but it does not agree with another act.</source>
        <translation>中心已收到，但和另一条记录对不上。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="683"/>
        <source>It waits for an earlier act to arrive first.</source>
        <translation>要等更早的一条先到。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="684"/>
        <source>The hub has kept it for people to look at.</source>
        <translation>中心已留存，待人查看。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="685"/>
        <source>Order {order}: handed over twice</source>
        <translation>订单 {order}：交付了两次</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="686"/>
        <source>Look whether both customers have goods. Nothing was taken back by itself.</source>
        <translation>请查看两位顾客是否都拿了货。系统没有自动撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="689"/>
        <source>Order {order}: handed over before it was ready</source>
        <translation>订单 {order}：还没备好就交付了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="690"/>
        <source>Look whether the right goods were given.</source>
        <translation>请查看交付的货对不对。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="692"/>
        <source>It had been cancelled, given back or was out of date. Head office looks at the payment.</source>
        <translation>它已取消、退回或过期。款项由总部查看。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="695"/>
        <source>Order {order}: handed over with a balance open</source>
        <translation>订单 {order}：尾款未付就交付了</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="696"/>
        <source>Ask whether the balance was paid and not noted.</source>
        <translation>请问清尾款是否付了没记。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="697"/>
        <source>Order {order}: taken back after the time for it</source>
        <translation>订单 {order}：超时后才撤销</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="698"/>
        <source>Look whether the goods are here.</source>
        <translation>请查看货是否在店。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="699"/>
        <source>Order {order}: something taken back that was not handed over</source>
        <translation>订单 {order}：撤销了并没有交付的货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="702"/>
        <source>Look at the order together with whoever did it.</source>
        <translation>请和操作的人一起看这单。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="703"/>
        <source>Order {order}: paid more than was due</source>
        <translation>订单 {order}：收的比应收的多</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="704"/>
        <source>Two tills may have taken the same balance. Give one back.</source>
        <translation>可能两台都收了尾款。请退还一份。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="705"/>
        <source>Order {order}: two people worked on it</source>
        <translation>订单 {order}：两个人同时在备</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="706"/>
        <source>The order had moved on when this step arrived. Look where the goods are.</source>
        <translation>这一步送到时，单子已往前走了。请看看货在哪里。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="709"/>
        <source>Order {order}: two facts disagree</source>
        <translation>订单 {order}：两条记录对不上</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="710"/>
        <source>Ask head office. Nothing was changed by itself.</source>
        <translation>请问总部。系统没有自动改动。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="713"/>
        <source>Picking begun</source>
        <translation>开始拣货</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="716"/>
        <source>Given back</source>
        <translation>退回</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="717"/>
        <source>Balance taken</source>
        <translation>已收尾款</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="718"/>
        <source>Another act</source>
        <translation>另一项操作</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="719"/>
        <source>{till} · {clerk}</source>
        <translation>{till}・{clerk}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="720"/>
        <source>{branch} · {till} · {clerk}</source>
        <translation>{branch}・{till}・{clerk}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="723"/>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="724"/>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="725"/>
        <source>tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="726"/>
        <source>{day} {month} {time}</source>
        <translation>{month}-{day} {time}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="727"/>
        <source>{day} {month}</source>
        <translation>{month}-{day}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="728"/>
        <source>{day} {month} {year}</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="729"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="730"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="731"/>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="732"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="733"/>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="734"/>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="735"/>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>01 02 03 04 05 06 07 08 09 10 11 12</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="736"/>
        <source>Mon Tue Wed Thu Fri Sat Sun</source>
        <translation>周一 周二 周三 周四 周五 周六 周日</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="737"/>
        <source>{weekday}, {day} {month}</source>
        <translation>{month} 月 {day} 日 {weekday}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="738"/>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="739"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="740"/>
        <source>{days} left</source>
        <translation>还有 {days}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="741"/>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="742"/>
        <source>The order has moved on meanwhile. Look at it once more.</source>
        <translation>这单刚有变化，请再看一次。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="743"/>
        <source>Handed over {order} · {pieces}</source>
        <translation>交付 {order}・{pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="744"/>
        <source>Taken back {order} · {pieces}</source>
        <translation>撤销交付 {order}・{pieces}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="746"/>
        <source>Accepted {order}</source>
        <translation>接单 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="747"/>
        <source>Picked {order}</source>
        <translation>拣货 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="748"/>
        <source>Ready {order}</source>
        <translation>备好 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="749"/>
        <source>Rejected {order}</source>
        <translation>拒单 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="750"/>
        <source>Paid for {order}</source>
        <translation>收款 {order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="751"/>
        <source>Pickup · {order}</source>
        <translation>自提・{order}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="752"/>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="753"/>
        <source>The system does not let this program use the camera.</source>
        <translation>系统不允许本程序用摄像头。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="754"/>
        <source>This camera setting cannot be opened. Choose another in Settings.</source>
        <translation>这个摄像头设置打不开。请在设置里换一个。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="757"/>
        <source>Another computer speaks in this till&apos;s name. Ask head office. What waits is kept.</source>
        <translation>另一台电脑在用这台的身份。请联系总部。待发的都还在。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="760"/>
        <source>The hub does not believe the clock of this computer. Set it right.</source>
        <translation>总部中心不认这台电脑的时钟。请校准。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="761"/>
        <source>The code belongs to another hub than this address.</source>
        <translation>这个码属于另一个总部中心，和地址不符。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="762"/>
        <source>Something of the old connection still waits to be sent. It has to arrive first.</source>
        <translation>之前的连接还有待发的记录，要先送达。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="765"/>
        <source>The practice shop is for trying out; it can be left at any time.</source>
        <translation>练习门店只供试用，随时可以离开。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="768"/>
        <source>Number, file or address of the camera</source>
        <translation>摄像头编号、文件或地址</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="769"/>
        <source>A short code needs an address that begins with https://. Use the long code here.</source>
        <translation>短码要用 https:// 开头的地址。这里请用长的配对码。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="770"/>
        <source>articles may be scanned now, one by one</source>
        <translation>可继续扫商品，逐件核对</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="771"/>
        <source>the next code may be scanned</source>
        <translation>可直接扫下一个码</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="781"/>
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="785"/>
        <source>Hand over %n item(s)</source>
        <translation>
            <numerusform>交付 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="789"/>
        <source>%n item(s) handed over</source>
        <translation>
            <numerusform>已交付 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="793"/>
        <source>%n item(s) to tick</source>
        <translation>
            <numerusform>%n 件没勾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="797"/>
        <source>%n item(s) stay(s) here</source>
        <translation>
            <numerusform>%n 件留在店里</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="801"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="805"/>
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="809"/>
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n 袋</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="813"/>
        <source>In %n open order(s) here</source>
        <translation>
            <numerusform>本店 %n 张未完成的单里有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/messages.py" line="817"/>
        <source>This member has %n open order(s) here</source>
        <translation>
            <numerusform>该会员在本店有 %n 张单</numerusform>
        </translation>
    </message>
</context>
</TS>
