"""What lies over the window while a sheet or drawer is open: the scrim, and who may have keys and focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from ui.theme import current


class Overlays(QObject):
    """What lies over one window now, the newest on top. Made with the window as its parent: every overlay finds it
    there, so that no sheet can be forgotten.

    Signals:
        emptied: nothing lies over the window any more.
    """

    emptied = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._panels: list[QWidget] = []

    @property
    def top(self) -> QWidget | None:
        return self._panels[-1] if self._panels else None

    @property
    def panels(self) -> tuple[QWidget, ...]:
        return tuple(self._panels)

    def add(self, panel: QWidget) -> None:
        self._panels.append(panel)

    def remove(self, panel: QWidget) -> None:
        self._panels.remove(panel)
        if not self._panels:
            self.emptied.emit()


def _overlays_of(window: QWidget) -> Overlays | None:
    return window.findChild(Overlays, options=Qt.FindChildOption.FindDirectChildrenOnly)


class Overlay(QObject):
    """Lays `panel` and its scrim over `host`, keeps focus and shortcuts inside, and gives both back on closing.

    Signals:
        scrim_pressed: a click or touch beside the panel.
    """

    scrim_pressed = Signal()

    def __init__(self, panel: QWidget, host: QWidget, place: Callable[[], None]) -> None:
        super().__init__(panel)
        self._panel, self._host, self._place = panel, host, place
        self._scrim = _Scrim(host)
        self._scrim.pressed.connect(self.scrim_pressed)
        self._silenced: list[QShortcut] = []
        self._focus_before: QWidget | None = None
        self._last_focus: QWidget | None = None
        self._overlays: Overlays | None = None
        self.top_px = 0  # what of the host stays uncovered, such as the top bar

    @property
    def is_open(self) -> bool:
        return self._scrim.isVisible()

    def open(self, first_focus: QWidget | None = None) -> None:
        if self.is_open:
            return
        self._focus_before = QApplication.focusWidget()
        self._overlays = _overlays_of(self._host.window())
        if self._overlays is not None:
            self._overlays.add(self._panel)
        self._silence_outside()
        self._scrim.show()
        self._scrim.raise_()
        _settle(self._panel)
        self._cover()
        self._panel.show()
        self._panel.raise_()
        self._host.installEventFilter(self)
        _application().focusChanged.connect(self._keep_focus)
        (first_focus or _first_focusable(self._panel) or self._panel).setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        if not self.is_open:
            return
        _application().focusChanged.disconnect(self._keep_focus)
        self._host.removeEventFilter(self)
        for shortcut in self._silenced:
            if isValid(shortcut):  # what was covered may have been drawn anew meanwhile
                shortcut.setEnabled(True)
        self._silenced = []
        self._panel.hide()
        self._scrim.hide()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None
        if self._overlays is not None:
            self._overlays.remove(self._panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self._scrim.setGeometry(self._host.rect().adjusted(0, self.top_px, 0, 0))
        self._place()

    def _silence_outside(self) -> None:
        """A key painted on a covered button must not press it, and must not make a key inside ambiguous."""
        for shortcut in self._host.window().findChildren(QShortcut):
            owner = shortcut.parent()
            inside = isinstance(owner, QWidget) and (owner is self._panel or self._panel.isAncestorOf(owner))
            if not inside and shortcut.isEnabled():
                shortcut.setEnabled(False)
                self._silenced.append(shortcut)

    @Slot(QWidget, QWidget)
    def _keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._host.window():
            return  # another window, or none: that is the person's own doing
        if self._overlays is not None and self._overlays.top is not self._panel:
            return  # what lies on top of it keeps the focus
        if new is self._panel or self._panel.isAncestorOf(new):
            self._last_focus = new
            return
        last = self._last_focus if self._last_focus is not None and isValid(self._last_focus) else None
        inside = last if last is not None and self._panel.isAncestorOf(last) else None
        (inside or _first_focusable(self._panel) or self._panel).setFocus(Qt.FocusReason.PopupFocusReason)


def add_shadow(panel: QWidget) -> None:
    """Elevation 2 of the tokens; sheets and drawers are the only ones that have a shadow."""
    shadow = QGraphicsDropShadowEffect(panel)
    shadow.setBlurRadius(32)
    shadow.setOffset(0, 8)
    shadow.setColor(QColor(current().color("shadow")))
    panel.setGraphicsEffect(shadow)


def focusable(panel: QWidget) -> list[QWidget]:
    """What Tab visits inside the panel, in order."""
    found: list[QWidget] = []
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and panel.isAncestorOf(widget) and widget.isVisibleTo(panel) and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def move_focus(panel: QWidget, *, forward: bool) -> bool:
    """Tab in a circle inside the panel; call from focusNextPrevChild."""
    stops = focusable(panel)
    if not stops:
        return True
    now = QApplication.focusWidget()
    place = stops.index(now) if now in stops else -1 if forward else 0
    stops[(place + (1 if forward else -1)) % len(stops)].setFocus(
        Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    )
    return True


def _settle(panel: QWidget) -> None:
    """Let all that it holds have its fonts and its size before it is shown: a part that comes later is squeezed in."""
    for part in panel.findChildren(QWidget):
        part.ensurePolished()
    layout = panel.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()


def _first_focusable(panel: QWidget) -> QWidget | None:
    return next(iter(focusable(panel)), None)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "an overlay is a widget, so there is an application"
    return app


class _Scrim(QWidget):
    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().color("scrim"))
        painter.end()
