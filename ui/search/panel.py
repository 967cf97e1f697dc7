"""The panel that hangs under the scan field while somebody types. It draws; the presenter decides."""

from PySide6.QtCore import QEvent, QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from ui.search.hit_list import HitList
from ui.search.presenter import SearchPresenter
from ui.search.screen import SearchScreen
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, set_ink
from ui.widgets.scan_field import ScanField

WIDTH_PX = 640
GAP_PX = 6
BELOW_PX = 16
EMPTY_PX = 190


class SearchPanel(Card):
    """Lies over the middle of the frame; the field above it keeps the focus."""

    def __init__(self, presenter: SearchPresenter, *, frame: QWidget, field: ScanField) -> None:
        super().__init__(" ", flush=True, parent=frame)
        self._frame, self._field = frame, field
        self.hits, self._empty = HitList(), EmptyState()
        self.body.addWidget(self.hits)
        self.body.addWidget(self._empty)
        self._age = label(size="caption", ink="ink-3")
        self._age.setContentsMargins(17, 6, 15, 8)
        self.add_footer(self._age)
        self.set_emphasis(True)  # a shadow would be drawn anew with every key
        self.hide()
        frame.installEventFilter(self)
        field.installEventFilter(self)
        self.hits.pressed_hit.connect(presenter.choose)
        presenter.changed.connect(self.display)

    @Slot(SearchScreen)
    def display(self, screen: SearchScreen) -> None:
        if not screen.is_open:
            self.hide()
            return
        self.set_title(screen.title)
        self.set_badge(screen.count)
        self.set_hint(screen.hint, ink="attention-text" if screen.must_choose else "ink-3")
        self.hits.display(screen.rows, chosen=screen.chosen)
        self.hits.setVisible(bool(screen.rows))
        self._empty.display("search", screen.empty_title, screen.empty_text)
        self._empty.setVisible(not screen.rows)
        self._age.setText(screen.age)
        self._age.setVisible(bool(screen.age))
        set_ink(self._age, "attention-text" if screen.is_old else "ink-3")
        spoken = screen.rows[screen.chosen].name if screen.chosen >= 0 else screen.count or screen.empty_title
        self.setAccessibleDescription(f"{screen.hint} {spoken}")
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """As high as its rows, and never beyond the frame."""
        at = self._field.mapTo(self._frame, QPoint(0, self._field.height() + GAP_PX))
        most = self._frame.height() - at.y() - BELOW_PX
        rows_px = self.hits.rows_height_px or round(EMPTY_PX * current().text_scale)
        width = min(max(current().box(WIDTH_PX), self._field.width()), self._frame.width() - at.x() - BELOW_PX)
        foot_px = self._age.sizeHint().height() if self.hits.rows else 0
        self.setGeometry(at.x(), at.y(), width, min(self.header_height_px + rows_px + foot_px + 6, most))
