"""A sentence the clerk can say aloud to the shopper."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, restyle


class SayBox(QFrame):
    def __init__(self, title: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, sunken=True)
        self._title = label(size="caption", ink="ink-3")
        self._sentence = label(size="title", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("note", size_px=16, ink="ink-3"))
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 12, 17, 14)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        self.display(title, sentence)

    def display(self, title: str, sentence: str) -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{title} {sentence}".strip())
