"""Draws every widget in its states into PNGs, to be looked at: python -m ui.widgets.gallery --out DIR."""

import argparse
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import State
from ui.widgets.age_label import AgeLabel
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.camera_preview import CameraPreview, Found
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.chooser import Chooser, Option
from ui.widgets.clerk_pill import ClerkBadge, ClerkPill
from ui.widgets.connection_pill import Connection, ConnectionPill, Link
from ui.widgets.drawer import Drawer
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_table import FactsTable
from ui.widgets.gallery_samples import BOARD, FACTS, JOBS, LOG, OUTBOX, RAIL, ROWS, STATS, STEPS
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.log_row import LogRow
from ui.widgets.pin_pad import PinPad
from ui.widgets.queue_board import QueueBoard
from ui.widgets.rail import Rail
from ui.widgets.rows import Action, ActionRow, JobRow
from ui.widgets.say_box import SayBox
from ui.widgets.scan_field import ScanField
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.sheet import Sheet
from ui.widgets.shelf_strip import ShelfStrip
from ui.widgets.skeleton_rows import SkeletonRows
from ui.widgets.stat_tile import StatTile
from ui.widgets.timeline import Timeline
from ui.widgets.verb_bar import LastScan, VerbBar
from ui.widgets.verdict_band import Verdict, VerdictBand


def frame(middle: QWidget, *, link: Link = Link.ONLINE, practice: bool = False) -> QWidget:
    """The frame that never changes around `middle`."""
    window, rail, field, pill, clerk = (
        QWidget(),
        Rail(mark="糯"),
        ScanField(placeholder="扫任何码，或输入单号"),
        ConnectionPill(),
        ClerkPill(),
    )
    window.setProperty("ground", True)  # noqa: FBT003 - Qt's own signature
    rail.display(RAIL, selected="counter")
    field.show_scan("取货码・BX-4471-0936", hint="可继续扫商品，逐件核对")
    pill.display(Connection(link, "在线" if link is Link.ONLINE else "离线 18 分", "刚刚应答 14:02:06", "6", "待发"))
    clerk.display(ClerkBadge("林晓", "滨江店・2 号台"))
    bar = VerbBar()
    bar.display(LastScan(State.DONE, "14:02:06・取货码 …7K3Q", "扫码 → 可以交付，0.1 秒"))
    partial = KeyButton("部分交付", icon="split", key="F6")
    bar.set_buttons(
        [
            KeyButton("清除", key="Escape"),
            partial,
            KeyButton("交付 5 件", icon="bag", key="Ctrl+Return", variant=Variant.PRIMARY),
        ]
    )
    top = QHBoxLayout()
    top.setSpacing(12)
    top.addWidget(field, 9)
    top.addStretch(1)
    top.addWidget(pill)
    top.addWidget(clerk)
    right = QVBoxLayout()
    right.setContentsMargins(4, 8, 16, 4)
    right.setSpacing(8)
    right.addLayout(top)
    right.addWidget(middle, 1)
    right.addWidget(bar)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(rail)
    body.addLayout(right, 1)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    banner = Banner()
    banner.display("练习模式・都是假数据，不收钱、不打印、不上传" if practice else "", key="F11", action="退出")
    outer.addWidget(banner)
    outer.addLayout(body, 1)
    return window


def pickup() -> QWidget:
    middle, band, items, side = QWidget(), VerdictBand(), CheckList(), QVBoxLayout()
    band.display(
        Verdict(
            State.DONE,
            "可以交付",
            "签名有效・本店订单・未被领取・已付清",
            "BX-4471-0936",
            "小程序订单・昨天 20:14 下单",
        )
    )
    items.display(ROWS)
    card = Card("逐件核对", hint="扫商品条码，或按空格勾选", flush=True)
    card.set_badge("3 / 5 件", tone="done")
    card.body.addWidget(items)
    foot = QHBoxLayout(footer := QWidget())
    foot.setContentsMargins(16, 8, 16, 8)
    foot.addWidget(label("共 5 件・线上已付 ¥612.00", ink="ink-2"), 1)
    foot.addWidget(label("应收尾款", ink="ink-2"))
    foot.addWidget(label("¥0.00", size="head", bold=True))
    card.add_footer(footer)
    who, where, facts, shelf = Card(), Card("去哪里拿", hint="收银台后 6 步"), Card(), ShelfStrip()
    who.body.addWidget(Segmented((Choice("self", "本人", "member"), Choice("other", "代取", key="F7"))))
    shelf.display(("B-05", "B-06", "B-07", "B-08", "C-01", "C-02"), wanted=frozenset({"B-07", "C-02"}))
    where.body.addWidget(shelf)
    facts.body.addWidget(FactsTable(FACTS))
    facts.body.addStretch(1)
    for part in (who, where):
        side.addWidget(part)
    side.addWidget(facts, 1)
    columns = QHBoxLayout()
    columns.addWidget(card, 7)
    columns.addLayout(side, 3)
    _stack(middle, [band], columns)
    return frame(middle)


def refused() -> QWidget:
    middle, band = QWidget(), VerdictBand()
    band.display(
        Verdict(
            State.REFUSED,
            "不能交付：已被领取",
            "今天 11:36 已在西溪店领走全部 3 件。",
            "BX-4470-8812",
            "小程序订单・11-20 下单",
        )
    )
    history, steps = Card("这单发生过什么", hint="服务器 14:02:06 确认", flush=True), Card("接下来可以", flush=True)
    history.body.addWidget(Timeline(STEPS))
    history.body.addStretch(1)
    history.add_footer(SayBox("可以这样对顾客说", "“这单今天 11:36 在西溪店取走了，我现在帮您联系那边核对，请稍等。”"))
    steps.body.addWidget(ActionRow(Action("call", "call", "呼叫西溪店 2 号台", "店内对讲，附上这单", "Ctrl+1")))
    steps.body.addWidget(ActionRow(Action("slip", "receipt", "看交付凭证", "签名与小票，查看会记录", "Ctrl+2")))
    steps.body.addStretch(1)
    columns = QHBoxLayout()
    columns.addWidget(history, 2)
    columns.addWidget(steps, 1)
    _stack(middle, [band], columns)
    return frame(middle)


def home() -> QWidget:
    middle, tiles, left = QWidget(), QHBoxLayout(), QVBoxLayout()
    for stat in STATS:
        tiles.addWidget(StatTile(stat))
    jobs, log = Card("接下来", hint="共 9 单，显示 2 单", flush=True), Card("刚才", badge="本台", flush=True)
    for job in JOBS:
        jobs.body.addWidget(JobRow(job))
    jobs.body.addStretch(1)
    for entry in LOG:
        log.body.addWidget(LogRow(entry))
    log.body.addStretch(1)
    left.addLayout(tiles)
    left.addWidget(jobs, 1)
    columns = QHBoxLayout()
    columns.addLayout(left, 2)
    columns.addWidget(log, 1)
    _stack(middle, [], columns)
    return frame(middle, practice=True)


def queue() -> QWidget:
    board = QueueBoard()
    board.display(BOARD, selected="3")
    return frame(board)


def states() -> QWidget:
    middle, left, right = QWidget(), QVBoxLayout(), QGridLayout()
    for state, word in zip(State, ("完成", "已保存，待发送", "已拒绝", "未知，核对中", "请留意"), strict=True):
        band = VerdictBand(small=True)
        band.display(Verdict(state, word, "已交付 5 件。10 分钟内可撤销。"))
        left.addWidget(band)
    buttons = QHBoxLayout()
    for variant in Variant:
        buttons.addWidget(KeyButton("挂单", key="F4", variant=variant))
    off = KeyButton("积分抵扣")
    off.setEnabled(False)
    buttons.addWidget(off)
    left.addLayout(buttons)
    left.addStretch(1)
    now = datetime.now(UTC)
    empty, loading, old, camera, blind, pad = Card(), Card(flush=True), Card(), CameraPreview(), CameraPreview(), Card()
    empty.body.addWidget(EmptyState("queue", "没有要拣的单", "新单会自己跳出来，并响一声。"))
    loading.body.addWidget(SkeletonRows(lambda s: f"正在问西溪店库存，第 {s} 秒", rows=2))
    for minutes in (1, 26):
        age = AgeLabel(lambda _at, gap: f"{gap // timedelta(minutes=1)} 分钟前", stale_after_s=120)
        age.display(now - timedelta(minutes=minutes))
        old.body.addWidget(age)
    for name in ("林晓", ""):
        old.body.addWidget(Avatar(name))
    picture = QImage(320, 180, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.darkGray)
    camera.show_frame(picture)
    camera.show_found((Found(((60, 40), (140, 44), (136, 120), (58, 118))),))
    blind.show_trouble("摄像头被别的程序占用", retry_in_s=5, words=lambda s: f"{s} 秒后再试")
    pad.body.addWidget(PinPad(clear_text="清空"))
    right.addWidget(empty, 0, 0)
    right.addWidget(loading, 0, 1)
    right.addWidget(old, 1, 0)
    right.addWidget(camera, 1, 1)
    right.addWidget(blind, 2, 1)
    right.addWidget(pad, 2, 0, 2, 1)
    columns = QHBoxLayout()
    columns.addLayout(left, 1)
    columns.addLayout(right, 1)
    _stack(middle, [], columns)
    return frame(middle, link=Link.OFFLINE)


def drawer() -> QWidget:
    window = pickup()
    shown = Drawer(window, icon="outbox", title="发件箱", top_px=64)
    shown.set_badges((("5 条待发", "saved"), ("1 条要处理", "refused")))
    for entry in OUTBOX:
        shown.body.addWidget(LogRow(entry))
    shown.footer.addWidget(label("每 10 秒自动重试", size="caption", ink="ink-3"), 1)
    shown.footer.addWidget(KeyButton("现在重试", icon="refresh", key="Ctrl+R"))
    window.setProperty("opens", shown)
    return window


def sheet() -> QWidget:
    window = pickup()
    shown = Sheet(window, icon="shield", title="请店长批准这一次", text="改价 ¥569.00 → ¥529.00・羊毛直筒裙・单 0412")
    shown.set_corner("剩 0:52")
    shown.content.addWidget(
        Chooser((Option("a", "bag", "自提・BX-4471-0936", "5 件"), Option("b", "ticket", "活动票", "11-28")))
    )
    shown.add_button(KeyButton("不批", key="Escape"))
    shown.add_button(KeyButton("批准", key="Ctrl+Return", variant=Variant.PRIMARY))
    window.setProperty("opens", shown)
    return window


PAGES = (pickup, refused, home, queue, states, drawer, sheet)


def _stack(middle: QWidget, above: list[QWidget], below: QHBoxLayout) -> None:
    layout = QVBoxLayout(middle)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in above:
        layout.addWidget(part)
    below.setSpacing(12)
    layout.addLayout(below, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--text-scale", type=float, default=1.0)
    chosen = parser.parse_args()
    width, height = (int(side) for side in chosen.size.split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scale = theme.set_ui_scale(theme.ui_scale_for(width=width, height=height))
    app = QApplication([])
    theme.apply(app, theme=chosen.theme, text_scale=chosen.text_scale, reduced_motion=True)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        window = page()
        window.resize(round(width / scale), round(height / scale))
        window.show()
        field = window.findChild(ScanField)
        assert field is not None, "each page stands in the frame"
        field.setFocus()
        app.processEvents()
        match window.property("opens"):
            case Drawer() as panel:
                panel.open_drawer()
            case Sheet() as panel:
                panel.open_sheet()
            case _:
                pass
        app.processEvents()
        window.grab().save(str(chosen.out / f"{page.__name__}-{chosen.theme}-{chosen.size}-{chosen.text_scale:g}.png"))
        window.close()


if __name__ == "__main__":
    main()
