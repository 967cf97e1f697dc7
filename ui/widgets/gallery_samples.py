"""What the gallery shows: an invented shop's texts, one value for each kind of row."""

from ui.theme import State
from ui.widgets.check_list import CheckRow
from ui.widgets.facts_table import Fact
from ui.widgets.log_row import LogAction, LogEntry
from ui.widgets.queue_board import QueueCard, QueueColumn
from ui.widgets.rail import RailItem
from ui.widgets.rows import Job
from ui.widgets.stat_tile import Stat
from ui.widgets.timeline import Step

RAIL = (
    RailItem("counter", "counter", "扫码台", "Alt+1"),
    RailItem("basket", "basket", "购物篮", "Alt+2", enabled=False),
    RailItem("queue", "queue", "备货", "Alt+3", count=4),
    RailItem("shelf", "shelf", "待取", "Alt+4", count=11),
    RailItem("members", "member", "会员", "Alt+5"),
    RailItem("returns", "return", "退换", "Alt+6"),
    RailItem("today", "day", "今日", "Alt+7"),
    RailItem("help", "help", "帮助", "F1", page=False),
    RailItem("lock", "lock", "锁屏", "F12", page=False),
)
ROWS = (
    CheckRow(
        "1", "牧澄 3 段配方奶粉", "800 g・12–36 月", 1, 1, "bag", None, "C-02", "锁柜・林晓有钥匙", "¥268.00", "已扫"
    ),
    CheckRow(
        "2", "绵羽 超薄纸尿裤", "L 码・54 片", 2, 1, "bag", None, "B-07", "第 1 袋", "¥178.00", "1 件", stepper=True
    ),
    CheckRow("3", "团糯 PPSU 宽口奶瓶", "240 ml・雾粉", 1, 0, "bag", None, "B-07", "第 2 袋", "¥118.00"),
    CheckRow("4", "纱布口水巾", "3 条装・藤紫", place="B-07", price="¥48.00", word="不在这单里", trouble=True),
)
LOG = (
    LogEntry("1", State.DONE, "交付 BX-4471-0921・2 件", "完成", "13:58・王*宁 本人", undo="撤销", undo_left_s=342),
    LogEntry("2", State.DONE, "收款 ¥327.00・现金", "完成", "小票 B2-20931 已打印", "13:51"),
    LogEntry("3", State.REFUSED, "优惠券 …8F2C", "已拒绝", "还差 ¥24.00 可用", "13:44"),
)
OUTBOX = (
    LogEntry(
        "1",
        State.REFUSED,
        "优惠券 满 300 减 40・尾码 8F2C",
        "已拒绝",
        "已在线上用掉。不影响其他待发。",
        "13:41",
        actions=(LogAction("pay", "补收 ¥40.00", "Ctrl+1"), LogAction("ask", "请店长处理", "Ctrl+2")),
    ),
    LogEntry("2", State.UNKNOWN, "收款 ¥214.00・扫码支付", "未知，核对中", "先问是否已到账，不会重复扣款。", "13:44"),
    LogEntry("3", State.SAVED, "收款 ¥356.00・现金", "已保存，待发送", "小票 B2-20931 已打印", "13:47"),
    LogEntry("4", State.ATTENTION, "交付 BX-4471-0921・2 件", "请留意", "两台都交付过这单", "13:58"),
)
JOBS = (
    Job(
        "1",
        "onehour",
        "1 小时达・BX-4471-1027",
        "2 件・陈*・骑手 14:20 到店",
        "A-03",
        "剩 22 分",
        0.63,
        State.ATTENTION,
        "拣货",
        "Ctrl+1",
    ),
    Job("2", "bag", "自提・BX-4471-1019", "4 件・赵*宁", "A-11", "剩 1 时 10 分", 0.35, None, "拣货", "Ctrl+2"),
)
STATS = (
    Stat("queue", "待拣货", "4", "最早的等了 41 分", State.ATTENTION),
    Stat("parcel", "待打包", "2", "都在时限内"),
    Stat("shelf", "待取", "11", "3 袋超过 5 天", State.ATTENTION),
)
BOARD = (
    QueueColumn(
        "new",
        "New",
        "2",
        "oldest due first",
        (
            QueueCard(
                "1",
                "onehour",
                "1-hour",
                "1027",
                "43 min",
                State.ATTENTION,
                "2 items",
                "Rider booked for 14:35",
                banner="Just in, 12 seconds ago",
            ),
            QueueCard("2", "bag", "Pickup", "1019", "15:10", None, "1 item", "Shop app・paid"),
        ),
    ),
    QueueColumn(
        "picking",
        "Picking",
        "1",
        "3 people",
        (
            QueueCard(
                "3",
                "bag",
                "Pickup",
                "1011",
                "14:40",
                State.ATTENTION,
                "4 items",
                "Aisle 2, rail 5",
                "Chen",
                0.75,
                "3 of 4",
            ),
        ),
    ),
    QueueColumn(
        "ready",
        "Ready",
        "1",
        "",
        (QueueCard("4", "bag", "Pickup", "0995", "since 13:20", None, "3 items", "Shelf B-07, told 13:21"),),
    ),
    QueueColumn("leave", "Handed over", "", "", (), "Nothing yet today."),
)
STEPS = (
    Step("下单，选择滨江店自提", "王*琳・3 件・¥429.00 已付清", "11-20 21:07", "receipt"),
    Step("西溪店 2 号台交付 3 件", "周敏・本人・手机尾号 2046 已对上", "今天 11:36", state=State.DONE, bold=True),
    Step("这里再次出示同一个码", "滨江店 2 号台・林晓・没有改动任何东西", "刚刚 14:02", state=State.REFUSED),
)
FACTS = (
    Fact("可取至", "11-25 周三 21:00", "还有 3 天"),
    Fact("码状态", "未使用", "服务器 14:02:06 确认"),
    Fact("归属", "陈可・专属码"),
)
