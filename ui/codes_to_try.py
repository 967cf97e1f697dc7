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
from PySide6.QtGui import QPixmap
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

COLUMN_PX = 300  # one code, its title and its button
COLUMNS_MAX = 3
COMFORTABLE_TILL_PX = 1240
PICTURE_PX = 230
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
        restyle(self, ground=True)
        self.setWindowTitle(say(Text.TRY_TITLE))
        self.setWindowIcon(app_icon())
        self._columns = 1
        content = QWidget()
        restyle(content, plain=True)
        self._grid = QGridLayout(content)
        self._grid.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        self._became = label(ink="ink-2", wrap=True)
        column.addWidget(label(say(Text.TRY_HOW), size="lead", wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self._became)

    def set_columns(self, columns: int) -> None:
        """Before the codes come."""
        self._columns = columns

    def display(self, samples: tuple[Sample, ...]) -> None:
        for place, sample in enumerate(samples):
            key = str(place + 1) if place < KEYS_MAX else ""
            self._grid.addWidget(self._card(sample, key), place // self._columns, place % self._columns)

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
    start.window.closing.connect(window.close)
    url, demo, branch = start.hub.url, start.hub.demo, app.till.branch
    run_in_background(lambda: samples(url, demo, branch=branch), done=window.display)
    window.show()
    _put_beside(window, start.window)
    start.codes_to_try = window
    return window


def _put_beside(window: CodesToTry, other: QWidget) -> None:
    """Share the screen: the till gets what it needs, the codes a column or more at its side."""
    room = window.screen().availableGeometry()
    columns = max(1, min(COLUMNS_MAX, (room.width() - COMFORTABLE_TILL_PX) // COLUMN_PX))
    width_px = columns * COLUMN_PX + 40
    window.set_columns(columns)
    window.setGeometry(room.right() - width_px, room.top(), width_px, room.height())
    other.setGeometry(room.left(), room.top(), max(room.width() - width_px, other.minimumWidth()), room.height())
    other.activateWindow()


def samples(url: str, demo: dict[str, Any], *, branch: int) -> tuple[Sample, ...]:
    """Real orders of the practice shop, one for each thing that can happen, then the badges. Slow: it asks the hub."""
    found: list[Sample] = []
    for story, text in STORIES.items():
        shown = next((one for one in demo.get("passes", ()) if _fits(one, story, branch)), None)
        if shown is not None:
            found.append(_pass(url, shown, say(text)))
    for clerk in demo.get("staff", ()):
        if clerk["branch"] == branch:
            name = name_of(clerk["name_zh"], clerk["name_en"])
            title = say(Text.TRY_BADGE, name=name, pin=clerk["pin"])
            found.append(Sample(title, _qr(clerk["badge"]), clerk["badge"]))
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
        return Sample(title, _qr(number), number)
    return Sample(title, picture, _text_of(picture))


def _text_of(picture: bytes) -> str:
    """What a camera reads from it, so that the button sends nothing else."""
    import cv2
    import numpy as np

    from clerk_app.scanning.decoder import decode

    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None, "our own hub draws pictures"
    return decode(pixels)[0].text


def _qr(text: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=8, border=4)
    return drawn.getvalue()
