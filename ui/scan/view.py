"""The counter at rest: scan anything, today's counts, what comes next, what just happened. It only draws."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.scan.found_card import FoundCard
from ui.scan.presenter import CounterPresenter
from ui.scan.screen import CounterScreen
from ui.theme import State, current
from ui.widgets.camera_preview import CameraPreview
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, restyle
from ui.widgets.log_row import LogRow
from ui.widgets.rows import JobRow
from ui.widgets.settling import settle
from ui.widgets.stat_tile import StatTile
from ui.widgets.state_glyph import StateGlyph

NARROW_PX = 900
ROOMY_PX = 1100  # so that the heading is whole beside the camera's button


class CounterView(QWidget):
    """
    Signals:
        camera_wanted: the camera should be turned on or off.
        jobs_fit: so many rows of Next are seen whole.
        verbs_changed: see MainWindow.add_page.
    """

    camera_wanted = Signal()
    jobs_fit = Signal(int)
    verbs_changed = Signal()

    def __init__(self, presenter: CounterPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._job_rows: list[JobRow] = []
        self._log_rows: list[LogRow] = []
        self._tiles = [StatTile() for _ in range(4)]
        self._scan_card = self._make_scan_card()
        self.found = FoundCard()
        self.preview = CameraPreview()
        self._jobs, self._no_jobs = Card(" ", flush=True), EmptyState()
        self._log, self._no_log = Card(" ", flush=True), EmptyState()
        self.clear = KeyButton(key="Escape", icon="x")
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _make_scan_card(self) -> Card:
        card = Card()
        self._title, self._how = label(size="verdict", bold=True), label(size="lead", ink="ink-2", wrap=True)
        self._ready = label(bold=True, ink="done-text")
        self.camera = KeyButton(icon="camera", key="Shift+F2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._how)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.setSpacing(8)
        head.addLayout(words, 1)
        self._ready_glyph = StateGlyph(State.DONE, size_px=18)
        head.addWidget(self._ready_glyph)
        head.addWidget(self._ready)
        head.addSpacing(12)
        head.addWidget(self.camera)
        self._kinds = _Kinds()
        card.body.addLayout(head)
        card.body.addWidget(self._kinds)
        return card

    def _lay_out(self) -> None:
        self._top = QStackedWidget()
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self._tiles:
            tiles.addWidget(tile)
        self._job_list = _scrolled(self._no_jobs, self._job_rows_layout())
        self._jobs.body.addWidget(self._job_list, 1)
        self._log.body.addWidget(_scrolled(self._no_log, self._log_rows_layout()), 1)
        main = QVBoxLayout()
        main.setSpacing(12)
        scan = QHBoxLayout()
        scan.setSpacing(12)
        scan.addWidget(self._scan_card, 1)
        scan.addWidget(self.preview)
        main.addLayout(scan)
        main.addWidget(self.found)
        self._counts = QWidget()
        self._counts.setLayout(tiles)
        tiles.setContentsMargins(0, 0, 0, 0)
        main.addWidget(self._counts)
        main.addWidget(self._jobs, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(main, 1)
        row.addWidget(self._log)
        self.preview.setFixedWidth(320)
        self.preview.hide()

    def _job_rows_layout(self) -> QVBoxLayout:
        self._job_layout = QVBoxLayout()
        self._job_layout.setSpacing(0)
        return self._job_layout

    def _log_rows_layout(self) -> QVBoxLayout:
        self._log_layout = QVBoxLayout()
        self._log_layout.setSpacing(0)
        return self._log_layout

    def _connect(self, presenter: CounterPresenter) -> None:
        presenter.changed.connect(self.display)
        self.camera.clicked.connect(self.camera_wanted)
        self.found.acted.connect(presenter.act)
        self.jobs_fit.connect(presenter.fit_jobs)
        self.clear.clicked.connect(presenter.clear)
        for tile in self._tiles:
            tile.clicked.connect(presenter.open_queue)

    def verbs(self) -> list[KeyButton]:
        """Only something found has to be cleared; the counter itself has no verb."""
        return [self.clear] if self._presenter.screen.found else []

    @Slot(CounterScreen)
    def display(self, screen: CounterScreen) -> None:
        self._title.setText(say(Text.SCAN_ANYTHING))
        self._how.setText(say(Text.SCAN_LOOKS))
        self._ready.setText(say(Text.READY_TO_SCAN))
        self.camera.setText(say(Text.CAMERA_OFF if screen.camera_on else Text.CAMERA))
        self.clear.setText(say(Text.CLEAR))
        self._kinds.display(screen.kinds)
        self.found.display(screen.found)
        for tile, stat in zip(self._tiles, screen.tiles, strict=False):
            tile.display(stat)
        self._display_jobs(screen)
        self._display_log(screen)
        self.preview.setVisible(screen.camera_on)
        if screen.camera_words and screen.camera_on:
            self.preview.setToolTip(screen.camera_words)
        self._fit()
        self.verbs_changed.emit()

    def _display_jobs(self, screen: CounterScreen) -> None:
        self._jobs.set_title(say(Text.NEXT))
        self._jobs.set_badge(screen.jobs_hint)
        self._jobs.set_hint(say(Text.NEXT_HINT))
        self._no_jobs.display("queue", say(Text.NOTHING_NEXT), say(Text.NOTHING_NEXT_WHY))
        self._no_jobs.setVisible(not screen.jobs)
        for row, job in zip(self._job_rows, screen.jobs, strict=False):
            row.display(job)
            row.show()
        for job in screen.jobs[len(self._job_rows) :]:
            row = JobRow(job)
            row.acted.connect(self._presenter.do_job)
            self._job_rows.append(row)
            self._job_layout.addWidget(row)
            row.show()  # now, or its key would sleep until the next turn of the event loop
        for row in self._job_rows[len(screen.jobs) :]:
            row.hide()

    def _display_log(self, screen: CounterScreen) -> None:
        self._log.set_title(say(Text.JUST_NOW))
        self._log.set_badge(say(Text.THIS_TILL))
        self._log.set_hint(screen.log_hint, ink=f"{screen.log_state}-text" if screen.log_state else "ink-3")
        self._no_log.display("clock", say(Text.NOTHING_YET), say(Text.NOTHING_YET_WHY))
        self._no_log.setVisible(not screen.log)
        for row, entry in zip(self._log_rows, screen.log, strict=False):
            row.display(entry)
            row.show()
        for entry in screen.log[len(self._log_rows) :]:
            row = LogRow(entry)
            row.undo_wanted.connect(self._presenter.undo_wanted)
            self._log_rows.append(row)
            self._log_layout.addWidget(row)
            row.show()  # now, or its key would sleep until the next turn of the event loop
        for row in self._log_rows[len(screen.log) :]:
            row.hide()

    @Slot(QImage)
    def show_frame(self, frame: QImage) -> None:
        self.preview.show_frame(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = current().compact or self.width() < NARROW_PX
        filming = self._presenter.screen.camera_on  # the picture shows that it is ready
        self._log.setVisible(not narrow and not (filming and self.width() < ROOMY_PX))  # else the two lie on each other
        self._log.setFixedWidth(current().size("side-panel") + (32 if self.width() >= ROOMY_PX else -6))
        roomy = not narrow and not filming and self.width() >= ROOMY_PX
        for part in (self._ready, self._ready_glyph):
            part.setVisible(roomy)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if filming else ways.LeftToRight)  # beside the picture it is narrow
        self._head.setAlignment(self.camera, Qt.AlignmentFlag.AlignLeft if filming else Qt.AlignmentFlag(0))
        self._give_up_room()
        self._count_room()

    def _give_up_room(self) -> None:
        """Where the height does not suffice, the icons go first, then the counts, which the rail has too, and then how
        to scan, which who has found something knows.
        """
        self._kinds.setVisible(self._presenter.screen.found is None)
        self._counts.setVisible(True)
        self._how.setVisible(True)
        for part in (self._scan_card, self.found):
            settle(part)
        for part in (self._kinds, self._counts, self._how):
            if self._lacks_height():
                part.hide()
                settle(self._scan_card)
        self._lacks_height()  # so that everything lies in its place before it is painted

    def _lacks_height(self) -> bool:
        layout = self.layout()
        assert layout is not None, "it was laid out"
        layout.invalidate()
        layout.activate()
        return layout.totalMinimumHeightForWidth(self.width()) > self.height()

    def _count_room(self) -> None:
        if self._job_rows:
            settle(self._jobs)
            row_px = self._job_rows[0].sizeHint().height()
            self.jobs_fit.emit(max(1, self._job_list.viewport().height() // row_px))


class _Kinds(QWidget):
    """The kinds of codes that may be scanned, as icons with their names."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 8, 8, 0)
        self._shown: tuple[tuple[str, str], ...] = ()

    def display(self, kinds: tuple[tuple[str, str], ...]) -> None:
        if kinds == self._shown:
            return
        self._shown = kinds
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for icon, word in kinds:
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            centre = Qt.AlignmentFlag.AlignHCenter
            column.addWidget(IconLabel(icon, size_px=26), alignment=centre)
            column.addWidget(label(word, ink="ink-2"), alignment=centre)
            self._row.addWidget(cell, 1)


def _scrolled(empty: QWidget, rows: QLayout) -> QScrollArea:
    content = QWidget()
    restyle(content, plain=True)
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(empty, 1)
    column.addLayout(rows)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
