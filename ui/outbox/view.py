"""The outbox drawer: the connection on top, then what disagrees, what waits, and what has arrived."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.outbox.conflict_card import ConflictCard
from ui.outbox.presenter import OutboxPresenter
from ui.outbox.screen import LinkPart, OutboxScreen
from ui.theme import State
from ui.widgets.drawer import Drawer
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.log_row import LogEntry, LogRow
from ui.widgets.state_glyph import StateGlyph
from ui.widgets.ticker import ticker

_TOP = Qt.AlignmentFlag.AlignTop
_TINTS = {State.DONE: "done", State.ATTENTION: "attention", State.UNKNOWN: "unknown"}


class OutboxDrawer(Drawer):
    """Open it with `show_outbox`; it keeps itself up to date while it can be seen."""

    def __init__(self, presenter: OutboxPresenter, host: QWidget, *, top_px: int = 0) -> None:
        super().__init__(host, icon="outbox", title=say(Text.OUTBOX), close_text=say(Text.CLOSE), top_px=top_px)
        self._presenter = presenter
        self._link = _LinkCard()
        self._conflicts = _Section()
        self._waiting = _Section()
        self._settled = _Section()
        self._empty = EmptyState()
        self._hidden = label(size="caption", ink="ink-3", wrap=True)
        self._hidden.setContentsMargins(17, 10, 17, 10)
        self._kept = label(size="caption", ink="ink-3", wrap=True)
        self.retry = KeyButton(icon="refresh", key="Ctrl+R")
        self._lay_out_body()
        self._link.why.clicked.connect(presenter.toggle_reason)
        self.retry.clicked.connect(presenter.retry)
        presenter.changed.connect(self.display)
        ticker().ticked.connect(self._tick)
        self.display(presenter.screen)

    def _lay_out_body(self) -> None:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(16, 4, 16, 12)
        column.addWidget(self._link)
        self.body.addWidget(top)
        for part in (self._conflicts, self._waiting, self._empty, self._settled, self._hidden):
            self.body.addWidget(part)
        self.footer.addWidget(self._kept, 1)
        self.footer.addWidget(self.retry)

    @Slot()
    def show_outbox(self) -> None:
        self._presenter.refresh()
        self.open_drawer()

    @Slot(OutboxScreen)
    def display(self, screen: OutboxScreen) -> None:
        self._title.setText(say(Text.OUTBOX))
        self.setAccessibleName(say(Text.OUTBOX))
        self.set_badges(screen.badges)
        self._link.display(screen.link)
        self._conflicts.show_widgets(
            say(Text.OUTBOX_DISAGREE), screen.conflicts, lambda: [ConflictCard(row) for row in screen.conflicts]
        )
        self._waiting.show_rows(say(Text.OUTBOX_TO_SEND), screen.waiting)
        self._settled.show_rows(say(Text.OUTBOX_SENT), screen.settled)
        self._empty.setVisible(not screen.waiting)
        self._empty.display("done", say(Text.OUTBOX_EMPTY), say(Text.OUTBOX_EMPTY_WHY))
        self._hidden.setText(screen.hidden)
        self._hidden.setVisible(bool(screen.hidden))
        self._kept.setText(screen.kept)
        self.retry.setText(say(Text.OUTBOX_RETRY))

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self._presenter.refresh()


class _LinkCard(QFrame):
    """How the connection is; the reason opens on a press, and its technical line stays small."""

    def __init__(self) -> None:
        super().__init__()
        self._glyph = StateGlyph(size_px=22)
        self._headline = label(bold=True, wrap=True)
        self._heard = label(size="caption", ink="ink-2", wrap=True)
        self._next = label(size="caption", ink="ink-2", wrap=True)
        self._limit = label(size="caption", ink="ink-2", wrap=True)
        self._catalogue = label(size="caption", ink="ink-2", wrap=True)
        self._reason = label(wrap=True)
        self._technical = label(size="caption", ink="ink-3", wrap=True)
        self.why = KeyButton(key="Ctrl+I", variant=Variant.QUIET)
        words = QVBoxLayout()
        words.setSpacing(2)
        shown = (self._headline, self._heard, self._next, self._limit, self._catalogue, self._reason, self._technical)
        for part in shown:
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 10, 12)
        row.setSpacing(12)
        row.addWidget(self._glyph, 0, _TOP)
        row.addLayout(words, 1)
        row.addWidget(self.why, 0, _TOP)

    def display(self, link: LinkPart) -> None:
        restyle(self, tint=_TINTS.get(link.state, ""))
        self._glyph.display(link.state)
        self._headline.setText(link.headline)
        restyle(self._headline, ink=f"{link.state}-text")
        self._heard.setText(link.heard)
        self._next.setText(link.next)
        self._limit.setText(link.limit)
        self._limit.setVisible(bool(link.limit))
        self._catalogue.setText(link.catalogue)
        self._catalogue.setVisible(bool(link.catalogue))
        self._reason.setText(link.reason)
        self._reason.setVisible(link.reason_open and bool(link.reason))
        self._technical.setText(link.technical)
        self._technical.setVisible(link.reason_open and bool(link.technical))
        self.why.setText(say(Text.OUTBOX_WHY_NOT if link.reason_open else Text.OUTBOX_WHY))
        self.why.setVisible(bool(link.reason))
        reason = link.reason if link.reason_open else ""
        shown = [link.headline, link.heard, link.next, link.limit, link.catalogue, reason]
        self.setAccessibleName(" ".join(part for part in shown if part))


class _Section(QWidget):
    """A heading with rows below it; without rows it takes no room. Rows are kept while only their words change."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = label(size="caption", ink="ink-3", bold=True)
        self._heading.setContentsMargins(17, 12, 17, 4)
        self._shown: object = None
        self._rows: dict[str, LogRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addLayout(self._column)
        self.hide()

    def show_rows(self, heading: str, entries: tuple[LogEntry, ...]) -> None:
        self._heading.setText(heading)
        self.setVisible(bool(entries))
        if list(self._rows) != [entry.id for entry in entries]:
            self._empty()
            self._rows = {entry.id: LogRow(entry) for entry in entries}
            for row in self._rows.values():
                self._column.addWidget(row)
        for entry in entries:
            self._rows[entry.id].display(entry)

    def show_widgets(self, heading: str, what: tuple[object, ...], make: Callable[[], list[ConflictCard]]) -> None:
        self._heading.setText(heading)
        self.setVisible(bool(what))
        if what == self._shown:
            return
        self._shown = what
        self._empty()
        self._column.setContentsMargins(16, 4, 16, 4)
        self._column.setSpacing(8)
        for widget in make():
            self._column.addWidget(widget)

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
