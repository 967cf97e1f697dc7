"""A white card on the pale ground, with an optional header: title, badge and a hint on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Badge, ElidedLabel, label, restyle, rule, show_if


class Card(QFrame):
    """Fill `body`. With `flush` the body reaches the card's sides, as lists of rows want it."""

    def __init__(
        self,
        title: str = "",
        *,
        badge: str = "",
        hint: str = "",
        icon: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        restyle(self, card=True)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.setSpacing(0)
        self._icon = IconLabel(icon)
        self._title = label(title, size="lead", bold=True)
        self._badge = Badge()
        self._hint = ElidedLabel(hint, size="caption", ink="ink-3")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._header = self._make_header()
        self._rule = rule()
        show_if(self._rule, flush and bool(title))
        show_if(self._header, bool(title))
        show_if(self._icon, bool(icon))
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(*((0, 0, 0, 0) if flush else (15, 4 if title else 15, 15, 15)))
        self.body.setSpacing(0 if flush else 8)
        self._outer.addWidget(self._header)
        self._outer.addWidget(self._rule)
        self._outer.addWidget(content, 1)
        self.setAccessibleName(title)
        self.set_badge(badge)

    def _make_header(self) -> QWidget:
        header = QWidget()
        self.header = QHBoxLayout(header)
        self.header.setContentsMargins(15, 10, 15, 10)
        self.header.setSpacing(10)
        for part in (self._icon, self._title, self._badge):
            self.header.addWidget(part)
        self.header.addWidget(self._hint, 1)
        header.setMinimumHeight(48)
        return header

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._header.setVisible(bool(title))
        self.setAccessibleName(title)

    def show_header(self, shown: bool) -> None:
        """Leave the header out where its title is said already, as on the tab above."""
        self._header.setVisible(shown)
        self._rule.setVisible(shown)

    @property
    def header_height_px(self) -> int:
        return 0 if self._header.isHidden() else self._header.sizeHint().height()

    def set_badge(self, text: str, *, tone: str = "") -> None:
        self._badge.display(text, tone=tone)

    def set_hint(self, text: str, *, ink: str = "ink-3") -> None:
        self._hint.setText(text)
        restyle(self._hint, ink=ink)

    def add_footer(self, footer: QWidget) -> None:
        """Put a widget below the body, parted by a line; it never scrolls away."""
        self._outer.addWidget(rule())
        self._outer.addWidget(footer)

    def set_emphasis(self, on: bool) -> None:
        """Frame the card in the accent colour: look here next."""
        restyle(self, emphasis=on)
