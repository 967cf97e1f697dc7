"""Telling a keyboard-wedge scanner from a person by rhythm, and keeping its keys out of the focused field.

Keys are held back, not taken back: what never reached a field need not be removed from it, whatever the field
does with keys (a validator, a list that jumps, a button). The price is that a person's key shows up to 60 ms
late, which no hand feels. A key that 60 ms do not follow up is a person's and is replayed, whole and in order.
So is every run of keys that turns out not to be a scanner's:

- A scanner's gaps are far shorter than a person's (20 ms or less), or as even as no person's: all below 60 ms
  and within 16 ms of each other, over six characters or more, and ended by Enter or Tab.
- Once a run is surely a scanner's, a gap of up to 150 ms is forgiven: half a code would be worse than a late one.
- What reads as words (a space, or small letters without a digit, as in no code but an address) is a scanner's only
  if it is fast and ended by Enter or Tab: a reason that is typed evenly, or comes whole from an input method, is a
  person's.
- A slow run that begins within 100 ms of typing is typing: rather all of it in the field than half of it scanned.

Everything here is pure. Times are those of the key events, in seconds; the caller keeps the timer.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

HOLD_S = 0.060
FORGIVEN_GAP_S = 0.150
AFTER_TYPING_S = 0.100
FAST_GAP_S = 0.020
LEAD_GAP_S = 0.030
EVEN_SPREAD_S = 0.016
LENGTH_MIN = 6
FAST_LENGTH_MIN = 4
UNENDED_SLOW_LENGTH_MIN = 12
KEYS_MAX = 8_192

_RHYTHM_KEYS = 24  # the rhythm is that of the latest keys: a long code must not cost ever more

_GROUP_SEPARATOR = "\x1d"  # typed by scanners as Ctrl+] between the parts of a GS1 code


class KeyKind(StrEnum):
    """What a key press is to the wedge."""

    CHAR = "char"
    ENTER = "enter"
    TAB = "tab"
    DEAD = "dead"  # an accent waiting for its letter: scanners have none, layouts make them
    MODIFIER = "modifier"  # Shift and the like, pressed on their own
    OTHER = "other"  # arrows, Backspace, function keys


@dataclass(frozen=True, slots=True)
class KeyStroke:
    """One key press. `origin` is the caller's own, to replay it with; it is never looked at."""

    text: str
    kind: KeyKind
    t_s: float
    command: bool = False  # Ctrl, Alt or Meta is down
    auto_repeat: bool = False
    caps_lock: bool | None = None  # None where the system does not tell
    origin: object = field(default=None, compare=False)


class Fate(StrEnum):
    """What becomes of the key just fed."""

    PASS = "pass"  # noqa: S105 - a fate, not a password
    HOLD = "hold"
    SWALLOW = "swallow"


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, in this order: replay, tell the scan, then the fate of the key that was fed.

    The replay must be delivered before the key passes on, and must not be fed again.
    """

    fate: Fate = Fate.PASS
    replay: tuple[KeyStroke, ...] = ()
    scan: str | None = None


class Wedge:
    """Holds the keys that may be a scanner's. Feed it every key press; call `expire` at `deadline_s`."""

    def __init__(self) -> None:
        self._run: list[KeyStroke] = []
        self._last_typed_s = float("-inf")
        self._last_scan_s = float("-inf")

    @property
    def deadline_s(self) -> float | None:
        """When `expire` must be called if no key comes before; None while nothing is held."""
        return self._run[-1].t_s + self._patience_s() if self._run else None

    def feed(self, stroke: KeyStroke) -> Decision:
        """Decide about a key press, and about those held before it."""
        if stroke.kind is KeyKind.MODIFIER:
            return Decision()
        ended = self.expire(stroke.t_s)
        if stroke.kind in (KeyKind.ENTER, KeyKind.TAB) and not stroke.command:
            return self._end(stroke, ended)
        if not self._may_be_scanned(stroke):
            return self._pass(stroke, _joined(ended, self.flush()))
        if not _may_follow(self._run, stroke):
            ended = _joined(ended, self.flush())
        self._run.append(stroke)
        return Decision(Fate.HOLD, ended.replay, ended.scan)

    def expire(self, now_s: float) -> Decision:
        """Decide about the held keys if nothing followed them in time; the fate means nothing here."""
        if self._run and now_s >= self._run[-1].t_s + self._patience_s():
            return self._close(suffixed=False)
        return Decision()

    def flush(self) -> Decision:
        """Give all held keys back, for when the focus is about to move; the fate means nothing here."""
        run, self._run = self._run, []
        if run:
            self._last_typed_s = run[-1].t_s
        return Decision(replay=tuple(run))

    def _end(self, suffix: KeyStroke, ended: Decision) -> Decision:
        """Enter or Tab: the end of a scan, a second suffix just after one, or a person's."""
        if self._run and not suffix.auto_repeat:
            closed = self._close(suffixed=True)
            if closed.scan is not None:
                self._last_scan_s = suffix.t_s
                return Decision(Fate.SWALLOW, ended.replay + closed.replay, closed.scan)
            return self._pass(suffix, _joined(ended, closed))
        if suffix.t_s - self._last_scan_s < FORGIVEN_GAP_S:
            return Decision(Fate.SWALLOW, ended.replay, ended.scan)  # CR LF, or a suffix that dawdled
        return self._pass(suffix, _joined(ended, self.flush()))

    def _pass(self, stroke: KeyStroke, before: Decision) -> Decision:
        self._last_typed_s = stroke.t_s
        return Decision(Fate.PASS, before.replay, before.scan)

    def _close(self, *, suffixed: bool) -> Decision:
        """Judge the finished run: a scan, perhaps behind one key of a person's, or typing."""
        lead = 1 if _led_by_a_person(self._run) else 0
        run = self._run[lead:]
        after_typing = run[0].t_s - self._last_typed_s < AFTER_TYPING_S
        if not _is_scan(run, suffixed=suffixed, after_typing=after_typing):
            return self.flush()
        replay, self._run = tuple(self._run[:lead]), []
        self._last_scan_s = run[-1].t_s
        return Decision(replay=replay, scan=scanned_text(run))

    def _may_be_scanned(self, stroke: KeyStroke) -> bool:
        if stroke.auto_repeat or len(self._run) >= KEYS_MAX:
            return False
        if stroke.kind is KeyKind.DEAD:
            return bool(self._run)
        if stroke.command:
            return stroke.text == _GROUP_SEPARATOR and bool(self._run)
        return stroke.kind is KeyKind.CHAR and stroke.text != ""

    def _patience_s(self) -> float:
        return FORGIVEN_GAP_S if _is_surely_scanned(self._run) else HOLD_S


def scanned_text(run: Sequence[KeyStroke]) -> str:
    """The text a scanner meant: full-width characters as ASCII, Caps Lock undone, accents dropped."""
    text = "".join(_plain(stroke) for stroke in run if stroke.kind is KeyKind.CHAR)
    # Where Caps Lock is not known, the one text that shows it for certain is an address.
    unknown = all(stroke.caps_lock is None for stroke in run)
    return text.swapcase() if unknown and re.match(r"HTTPS?://(?=.*[a-z])", text) and text.isascii() else text


def _plain(stroke: KeyStroke) -> str:
    folded = "".join(
        unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" or char == "\u3000" else char
        for char in stroke.text
    )
    return folded.swapcase() if stroke.caps_lock and folded.isascii() else folded


def _gaps_s(run: Sequence[KeyStroke]) -> list[float]:
    return [after.t_s - before.t_s for before, after in pairwise(run)]


def _is_fast(gaps_s: Sequence[float]) -> bool:
    """Whether at least half of the gaps are shorter than any hand's; single hiccups are the system's."""
    return bool(gaps_s) and sorted(gaps_s)[len(gaps_s) // 2] <= FAST_GAP_S


def _is_even(gaps_s: Sequence[float]) -> bool:
    """Whether the gaps are alike, but for one hiccup in six."""
    kept = sorted(gaps_s)[: len(gaps_s) - len(gaps_s) // 6]
    return bool(kept) and kept[-1] - kept[0] <= EVEN_SPREAD_S


def _may_follow(run: Sequence[KeyStroke], stroke: KeyStroke) -> bool:
    """Whether the key goes on with the rhythm so far, so that the run may still be a scanner's."""
    gaps_s = _gaps_s([*run[-_RHYTHM_KEYS:], stroke])
    if len(gaps_s) <= 2:
        return True
    return _is_fast(gaps_s) or _is_even(gaps_s) or _is_fast(gaps_s[1:])


def _is_surely_scanned(run: Sequence[KeyStroke]) -> bool:
    gaps_s = _gaps_s(run[-_RHYTHM_KEYS:])
    return len(run) >= LENGTH_MIN and (_is_fast(gaps_s) or _is_even(gaps_s))


def _led_by_a_person(run: Sequence[KeyStroke]) -> bool:
    """Whether the first key is a person's, struck just before a fast scanner's."""
    gaps_s = _gaps_s(run)
    return len(gaps_s) > FAST_LENGTH_MIN and gaps_s[0] > LEAD_GAP_S and max(gaps_s[1:5]) <= FAST_GAP_S


def _is_scan(run: Sequence[KeyStroke], *, suffixed: bool, after_typing: bool) -> bool:
    gaps_s = _gaps_s(run)
    length = sum(stroke.kind is KeyKind.CHAR for stroke in run)
    if _reads_as_words(scanned_text(run)) and not (suffixed and _is_fast(gaps_s)):
        return False
    if _is_fast(gaps_s):
        return length >= (FAST_LENGTH_MIN if suffixed else LENGTH_MIN)
    one_key_held_down = len({stroke.text for stroke in run}) == 1
    length_needed = LENGTH_MIN if suffixed else UNENDED_SLOW_LENGTH_MIN
    return length >= length_needed and _is_even(gaps_s) and not after_typing and not one_key_held_down


def _reads_as_words(text: str) -> bool:
    if "://" in text:
        return False
    return " " in text or (any(char.islower() for char in text) and not any(char.isdigit() for char in text))


def _joined(first: Decision, second: Decision) -> Decision:
    return Decision(second.fate, first.replay + second.replay, first.scan if first.scan is not None else second.scan)
