"""A window of codes that do something in the practice shop: hold one to the camera, scan, press or save it."""

import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import segno
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.app import App
from ui.language import name_of
from ui.messages import Text, say
from ui.start import Start
from ui.theme import app_icon
from ui.threads import run_in_background
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, restyle

COLUMN_PX = 300  # one code, its title and its buttons
COLUMNS_MAX = 3
COMFORTABLE_TILL_PX = 1240
PICTURE_PX = 230
OVER_HEIGHT_PX = 460  # of the window where it lies over the till: one code at a time
VERB_BAR_PX = 96  # the till's verb stays free below it
KEYS_MAX = 9
ANSWER_MAX_BYTES = 2 * 1024 * 1024
STORIES = {
    "ready": Text.TRY_READY,
    "ready_balance_due": Text.TRY_BALANCE,
    "ready_identity": Text.TRY_IDENTITY,
    "ready_partly_collected": Text.TRY_PARTLY,
    "elsewhere": Text.TRY_OTHER_BRANCH,
    "collected": Text.TRY_COLLECTED,
    "picking": Text.TRY_NOT_READY,
    "cancelled": Text.TRY_CANCELLED,
    "expired": Text.TRY_EXPIRED,
}


WALLET_CODES = {  # whose last two digits tell the practice wallet how it goes
    "130000000000000010": Text.TRY_WALLET_PAYS,
    "280000000000000093": Text.TRY_WALLET_ASKS,
    "130000000000000091": Text.TRY_WALLET_EMPTY,
    "280000000000000092": Text.TRY_WALLET_SILENT,
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One code: its picture (PNG), what it stands for, and the text that its button sends."""

    title: str
    picture: bytes
    text: str


class CodesToTry(QWidget):
    """
    Signals:
        sent: the text of a code, as a scanner would send it.
    """

    sent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.Tool)
        restyle(self, ground=True)
        self.setWindowIcon(app_icon())
        self._columns = 0
        self.cards: list[Card] = []
        content = QWidget()
        restyle(content, plain=True)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        self._became = label(ink="ink-2", wrap=True)
        self._how = label(wrap=True)
        column.addWidget(self._how)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._became)

    def display(self, samples: tuple[Sample, ...]) -> None:
        self.setWindowTitle(say(Text.TRY_TITLE))
        self._how.setText(say(Text.TRY_HOW))
        self._became.clear()
        for old in self.cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [
            self._card(sample, str(place) if place <= KEYS_MAX else "") for place, sample in enumerate(samples, start=1)
        ]
        self._columns = 0
        self._arrange()

    @property
    def viewport(self) -> QWidget:
        return self._scroll.viewport()

    def _arrange(self) -> None:
        """As many columns as the window is wide enough for; it is never narrower than one."""
        if not self.cards:
            return
        column_px = max(card.minimumSizeHint().width() for card in self.cards)
        gap_px = self._grid.horizontalSpacing()
        bar_px = self._scroll.verticalScrollBar().sizeHint().width() + 2 * self._scroll.frameWidth()
        margins = self.contentsMargins() + (self.layout() or self._grid).contentsMargins()
        frame_px = margins.left() + margins.right() + bar_px
        self.setMinimumWidth(column_px + frame_px)
        columns = max(1, (self.width() - frame_px + gap_px) // (column_px + gap_px))
        if columns != self._columns:
            self._columns = columns
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _card(self, sample: Sample, key: str) -> Card:
        card = Card(sample.title)
        picture = QLabel()
        picture.setAccessibleName(sample.title)
        pixels = QPixmap()
        pixels.loadFromData(sample.picture)
        smooth = Qt.TransformationMode.FastTransformation
        picture.setPixmap(pixels.scaled(PICTURE_PX, PICTURE_PX, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        send = KeyButton(say(Text.TRY_SEND), icon="qr", key=f"Ctrl+{key}" if key else "")
        send.clicked.connect(lambda: self.sent.emit(sample.text))
        save = KeyButton(say(Text.TRY_SAVE), icon="receipt", key=f"Ctrl+Shift+{key}" if key else "")
        save.clicked.connect(lambda: self._ask_where(sample))
        card.body.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(send)
        card.body.addWidget(save)
        return card

    def _ask_where(self, sample: Sample) -> None:
        """For who has no camera: the program takes the picture of a code in place of one."""
        dialog = QFileDialog(self, say(Text.TRY_SAVE), f"{sample.title}.png", "PNG (*.png)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._save, sample))
        dialog.open()

    def _save(self, sample: Sample, file: str) -> None:
        try:
            Path(file).write_bytes(sample.picture)
        except OSError:
            self._became.setText(say(Text.TRY_NOT_SAVED, file=file))
        else:
            self._became.setText(say(Text.TRY_SAVED, file=file))


def open_codes_to_try(app: App, start: Start) -> CodesToTry | None:
    """Open the window and fetch real pass pictures for it; None where there is no practice hub."""
    if start.hub is None:
        return None
    window = CodesToTry()
    window.sent.connect(app.routes.take)
    start.qt.aboutToQuit.connect(window.close)
    url, demo, branch = start.hub.url, start.hub.demo, app.till.branch

    def fetch() -> None:
        run_in_background(lambda: samples(url, demo, branch=branch), done=window.display)

    fetch()
    app.language_changed.connect(fetch)
    window.winId()  # it is a window of the system from here on, and stays above the till's
    window.windowHandle().setTransientParent(start.window.windowHandle())
    window.show()
    _put_beside(window, start.window)
    start.codes_to_try = window
    return window


def _put_beside(window: CodesToTry, other: QWidget) -> None:
    """Share the screen where the till keeps what it needs; else it keeps all, and the codes lie over a corner of it."""
    room = window.screen().availableGeometry()
    columns = min(COLUMNS_MAX, (room.width() - COMFORTABLE_TILL_PX) // COLUMN_PX)
    width_px = max(1, columns) * COLUMN_PX + 40
    if columns >= 1:
        window.setGeometry(room.right() - width_px, room.top(), width_px, room.height())
        other.setGeometry(room.left(), room.top(), room.width() - width_px, room.height())
    else:
        height_px = min(OVER_HEIGHT_PX, room.height() - VERB_BAR_PX)
        window.setGeometry(room.right() - width_px, room.bottom() - VERB_BAR_PX - height_px, width_px, height_px)
        other.setGeometry(room)
    other.activateWindow()
    window.raise_()


def samples(url: str, demo: dict[str, Any], *, branch: int) -> tuple[Sample, ...]:
    """Real orders of the practice shop, one for each thing that can happen, then what else is scanned at a counter: an
    article, a member's card, phones that pay, badges. Slow: it asks the hub.
    """
    found: list[Sample] = []
    for story, text in STORIES.items():
        shown = next((one for one in demo.get("passes", ()) if _fits(one, story, branch)), None)
        if shown is not None:
            found.append(_pass(url, shown, say(text)))
    found += [_drawn(name_of(it["name_zh"], it["name_en"]), it["gtin"]) for it in demo.get("skus", ())[:1]]
    found += [_drawn(say(Text.TRY_MEMBER, name=it["name"]), it["member"]) for it in demo.get("members", ())[:1]]
    found += [_drawn(say(text), code) for code, text in WALLET_CODES.items()]
    for clerk in demo.get("staff", ()):
        if clerk["branch"] == branch:
            name = name_of(clerk["name_zh"], clerk["name_en"])
            title = say(Text.TRY_BADGE, name=name, pin=clerk["pin"])
            found.append(_drawn(title, clerk["badge"]))
    return tuple(found)


def _fits(one: dict[str, Any], story: str, branch: int) -> bool:
    if story == "elsewhere":
        return one["branch"] != branch and one["status"] == "ready"
    return one["branch"] == branch and one["story"] == story


def _pass(url: str, one: dict[str, Any], title: str) -> Sample:
    """The picture of the customer's pass, or of the order number where the pass shows no code any more."""
    number = str(one["order_no"])
    try:
        with urlopen(f"{url}{one['pass_url']}.png", timeout=10) as answer:  # noqa: S310 - our own hub, on loopback
            picture = answer.read(ANSWER_MAX_BYTES)
    except HTTPError:
        return _drawn(title, number)
    return Sample(title, picture, _text_of(picture))


def _text_of(picture: bytes) -> str:
    """What a camera reads from it, so that the button sends nothing else."""
    import cv2
    import numpy as np

    from clerk_app.scanning.decoder import decode

    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None, "our own hub draws pictures"
    return decode(pixels)[0].text


def _drawn(title: str, text: str) -> Sample:
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=8, border=4)
    return Sample(title, drawn.getvalue(), text)
