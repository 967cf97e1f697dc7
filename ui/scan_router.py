"""Routes a wedge scanner's burst of keys to one signal wherever the focus is, and leaves the focused field clean."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from clerk_app.scanning.wedge import Decision, Fate, KeyKind, KeyStroke, Wedge

COMMAND_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
INTERRUPTING = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.WindowDeactivate)
LINE_ENDS = ("\r", "\n")  # some scanners end with a line feed, typed as Ctrl+J or as a key of its own
GS = "\x1d"  # a GS1 code's separator, typed as Ctrl+]


@dataclass(slots=True)
class _HeldKey:
    """A key, or a commit of the input method, kept back until it is known whose it is. Its target follows the focus
    where a key that was typed before it moves it.
    """

    target: QWidget
    text: str
    key: int = 0
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    commit: bool = False


class ScanRouter(QObject):
    """Install one on the application; a person's key waits a moment at most before it reaches its field.

    Signals:
        scanned: the whole text of a scan, without its suffix, folded to ASCII.
    """

    scanned = Signal(str)

    def __init__(
        self, app: QApplication, *, now_s: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or app)
        self._wedge = Wedge()
        self._now_s = now_s
        self._anchor = (0.0, 0)  # our clock and the system's time stamp at the first held key
        self._last_s = 0.0
        self._caps_lock: bool | None = None
        self._swallowed_keys: set[int] = set()
        self._replaying = False
        self._focus_before: QWidget | None = None  # as the last key was typed again
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._let_waiting_keys_in_first)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying:
            return False
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._keeps_from_shortcuts(event)
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(watched, event)
        if kind is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._key_released(event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._committed(watched, event)
        if kind in INTERRUPTING:
            self.release_held_keys()
        return False

    @Slot()
    def release_held_keys(self) -> None:
        """Hand what is held to the field it was typed into: it was a person."""
        self._carry_out(self._wedge.flush())

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        """A digit that begins a scan must not press the button that paints this digit, nor may its Enter or Tab."""
        kind = _kind_of(event)
        suffix = kind in (KeyKind.ENTER, KeyKind.TAB) and self._holding and not _is_command(event)
        if suffix or _may_be_held(event):
            event.accept()
            return True
        if kind is not KeyKind.MODIFIER:
            self.release_held_keys()  # the shortcut of this key must find what was typed before it
        return False

    def _key_pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        target = watched if isinstance(watched, QWidget) else QApplication.focusWidget() or QApplication.activeWindow()
        if target is None:
            return False
        self._learn_caps_lock(event)
        held = _HeldKey(target, event.text(), event.key(), event.modifiers())
        stroke = KeyStroke(
            event.text(),
            _kind_of(event),
            self._time_of(event),
            command=_is_command(event),
            auto_repeat=event.isAutoRepeat(),
            caps_lock=self._caps_lock,
            origin=held,
        )
        decision = self._wedge.feed(stroke)
        kept = self._carry_out(decision)
        if decision.scan is None and self._follows(held, decision) and not kept and watched is target:
            self._type_again(held)
            kept = True
        if kept:
            self._swallowed_keys.add(event.key())
        return kept

    def _follows(self, held: _HeldKey, decision: Decision) -> bool:
        """Whether a key typed before this one has moved the focus just now, as a digit does that asks for words."""
        now, before = QApplication.focusWidget(), self._focus_before
        if not decision.replay or now is None or now is before or held.target is not before:
            return False
        held.target = now
        return True

    def _type_again(self, held: _HeldKey) -> None:
        self._replaying = True
        try:
            _type_again(held)
        finally:
            self._replaying = False

    def _key_released(self, event: QKeyEvent) -> bool:
        """The release of a key whose press was swallowed belongs to nobody; the replay makes its own."""
        if event.key() not in self._swallowed_keys:
            return False
        if not event.isAutoRepeat():
            self._swallowed_keys.discard(event.key())
        return True

    def _committed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """An input method may deliver a scanner's keys as texts; whole words of Chinese pass at once."""
        text = event.commitString()
        composing = bool(event.preeditString()) or event.replacementLength() != 0
        if composing or not isinstance(watched, QWidget) or not _could_be_scanned(text):
            if text or composing:
                self.release_held_keys()
            return False
        at_s, origin = self._now_s(), _HeldKey(watched, text, commit=True)
        self._last_s = at_s
        if not self._holding:
            self._anchor = (at_s, 0)
        kept = False
        for place, character in enumerate(text):  # one commit may hold a whole scan: its first character carries it
            stroke = KeyStroke(character, KeyKind.CHAR, at_s, origin=origin if place == 0 else None)
            kept = self._carry_out(self._wedge.feed(stroke))
        return kept

    def _carry_out(self, decision: Decision) -> bool:
        """Replay, tell the scan, and return whether the key that was fed is kept from its field."""
        self._replay(decision.replay)
        if decision.scan is not None:
            self.scanned.emit(decision.scan)
        deadline_s = self._wedge.deadline_s
        if deadline_s is None:
            self._pause.stop()
        elif decision.fate is Fate.HOLD:
            self._pause.start(max(1, round((deadline_s - self._last_s) * 1000) + 1))
        return decision.fate is not Fate.PASS

    def _replay(self, strokes: tuple[KeyStroke, ...]) -> None:
        self._replaying = True
        self._focus_before = focus_before = QApplication.focusWidget()
        try:
            for stroke in strokes:
                held = stroke.origin
                if not isinstance(held, _HeldKey):
                    continue
                now = QApplication.focusWidget()
                if held.target is focus_before and now is not None:
                    held.target = now  # a key before it has moved the focus, as a digit that chooses does
                if isValid(held.target):
                    _type_again(held)
        finally:
            self._replaying = False

    @Slot()
    def _let_waiting_keys_in_first(self) -> None:
        """After a busy moment keys may wait in the queue that came in time; only then is the pause a real one."""
        QTimer.singleShot(0, self, partial(self._expire, self._wedge.deadline_s))

    def _expire(self, deadline_s: float | None) -> None:
        if deadline_s is not None and self._wedge.deadline_s == deadline_s:
            self._carry_out(self._wedge.expire(deadline_s))

    @property
    def _holding(self) -> bool:
        return self._wedge.deadline_s is not None

    def _time_of(self, event: QKeyEvent) -> float:
        """When the key was pressed: the system knows it even if the screen was busy; else now."""
        now_s, stamp_ms = self._now_s(), event.timestamp()
        if not self._holding:
            self._anchor = (now_s, stamp_ms)
        first_s, first_ms = self._anchor
        self._last_s = first_s + (stamp_ms - first_ms) / 1000 if stamp_ms and first_ms else now_s
        return self._last_s

    def _learn_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell Caps Lock, but a letter and its Shift do: a small letter with Shift betrays it."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps_lock = None
        elif event.text().isascii() and event.text().isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if shifted or event.text().islower():
                self._caps_lock = shifted and event.text().islower()


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & COMMAND_MODIFIERS) and event.text() != "\n"


def _kind_of(event: QKeyEvent) -> KeyKind:
    key = event.key()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() in LINE_ENDS:
        return KeyKind.ENTER
    if key == Qt.Key.Key_Tab:
        return KeyKind.TAB
    if Qt.Key.Key_Shift <= key <= Qt.Key.Key_ScrollLock or key == Qt.Key.Key_AltGr:
        return KeyKind.MODIFIER
    if Qt.Key.Key_Dead_Grave <= key <= Qt.Key.Key_Dead_Longsolidusoverlay:
        return KeyKind.DEAD
    return KeyKind.CHAR if (event.text().isprintable() and event.text()) or event.text() == GS else KeyKind.OTHER


def _may_be_held(event: QKeyEvent) -> bool:
    plain = not _is_command(event) or event.text() == GS
    return _kind_of(event) is KeyKind.CHAR and plain and not event.isAutoRepeat()


def _could_be_scanned(text: str) -> bool:
    """Whether a scanner, through an input method, could have made this text: ASCII, perhaps full-width."""
    return bool(text) and all(" " <= c <= "~" or "\uff01" <= c <= "\uff5e" or c == "\u3000" for c in text)


def _type_again(held: _HeldKey) -> None:
    """Type the key again, as the system would have: first as a shortcut unless the field wants it, then as a key."""
    target = held.target
    if held.commit:
        commit = QInputMethodEvent()
        commit.setCommitString(held.text)
        QCoreApplication.sendEvent(target, commit)
        return
    override = QKeyEvent(QEvent.Type.ShortcutOverride, held.key, held.modifiers, held.text)
    override.ignore()
    QCoreApplication.sendEvent(target, override)
    if not override.isAccepted() and _press_shortcut(target, held):
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, held.key, held.modifiers, held.text))


def _press_shortcut(target: QWidget, held: _HeldKey) -> bool:
    """Qt's own shortcut map cannot be asked from outside, so look for the one that this plain key stands for."""
    wanted = QKeySequence(held.key)
    for shortcut in target.window().findChildren(QShortcut):
        owner = shortcut.parent()
        usable = isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled() and shortcut.isEnabled()
        if usable and shortcut.key() == wanted:
            shortcut.activated.emit()
            return True
    return False
