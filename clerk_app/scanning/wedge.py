"""Telling a keyboard-wedge scanner from a person: by the rhythm of the keys, not by what they say."""

from dataclasses import dataclass

FULL_WIDTH_FIRST, FULL_WIDTH_LAST, FULL_WIDTH_OFFSET = 0xFF01, 0xFF5E, 0xFEE0
IDEOGRAPHIC_SPACE = "\u3000"
GROUP_SEPARATOR = "\x1d"  # parts the elements of a GS1 code


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What only a scanner keeps up: this many characters at no more than these gaps, ended by Enter or Tab."""

    characters_min: int = 6
    gap_max_s: float = 0.090
    mean_gap_max_s: float = 0.065


class Burst:
    """The characters that came fast after one another, until they turn out to be a scan or a person's typing."""

    def __init__(self, rhythm: Rhythm | None = None) -> None:
        self.rhythm = rhythm or Rhythm()
        self._characters: list[str] = []
        self._first_s = self._last_s = 0.0
        self._caps_lock = False

    def __len__(self) -> int:
        return len(self._characters)

    def add(self, text: str, *, at_s: float, shifted: bool = False) -> None:
        """Take what one key, or one commit of an input method, typed. A small letter with Shift betrays Caps Lock."""
        if not self._characters:
            self._first_s = at_s
        self._last_s = at_s
        self._caps_lock = self._caps_lock or (shifted and text.islower())
        self._characters.extend(fold(text))

    def over(self, *, at_s: float) -> bool:
        """Whether the pause since the last character is too long for the next one to belong to the same scan."""
        return bool(self._characters) and at_s - self._last_s > self.rhythm.gap_max_s

    def scan_ended_by_suffix(self, *, at_s: float) -> str | None:
        """The scanned text if Enter or Tab now ends a scan, else None: then a person typed all this."""
        count = len(self._characters)
        if count < self.rhythm.characters_min or self.over(at_s=at_s):
            return None
        if (at_s - self._first_s) / count > self.rhythm.mean_gap_max_s:
            return None
        text = "".join(self._characters)
        return text.swapcase() if self._caps_lock else text

    def clear(self) -> None:
        self._characters = []
        self._caps_lock = False


def fold(text: str) -> str:
    """Full-width letters, digits and signs, as an input method may make them, in plain ASCII."""
    return "".join(_folded(character) for character in text)


def may_be_scanned(text: str) -> bool:
    """Whether a scanner types such characters: printable ASCII after folding, or the GS1 separator."""
    return bool(text) and all(" " <= character <= "~" or character == GROUP_SEPARATOR for character in fold(text))


def _folded(character: str) -> str:
    if character == IDEOGRAPHIC_SPACE:
        return " "
    code = ord(character)
    return chr(code - FULL_WIDTH_OFFSET) if FULL_WIDTH_FIRST <= code <= FULL_WIDTH_LAST else character
