"""What scanners, keyboards and input methods add to a code, and taking it off again."""

import re
from dataclasses import dataclass
from typing import Final

FNC1: Final = "\x1d"
"""The group separator: how scanners hand over the FNC1 between two GS1 elements, or at the start."""

# ISO/IEC 15424: a bracket, a letter for the symbology and a digit. These five say that what follows is GS1.
_SYMBOLOGY: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_GS1_SYMBOLOGIES: Final = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

# Line ends, blanks, NUL and the other controls, the byte order mark, zero-width characters and marks of writing
# direction, but not FNC1, which means something.
_AT_THE_ENDS: Final = (
    "".join(chr(code) for code in range(0x21) if chr(code) != FNC1)
    + "\x7f\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    + "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


@dataclass(frozen=True, slots=True)
class ScannerText:
    """A text as it was printed; `is_gs1` when the scanner said that it is GS1."""

    text: str
    is_gs1: bool


def cleaned(text: str) -> ScannerText:
    """Return the text without what was added to it. What stands between its characters stays."""
    text = text.translate(_FULL_WIDTH).strip(_AT_THE_ENDS)
    symbology = _SYMBOLOGY.match(text)
    if symbology:
        text = text[symbology.end() :]
    is_gs1 = text.startswith(FNC1) or (symbology is not None and symbology[0] in _GS1_SYMBOLOGIES)
    return ScannerText(text.strip(_AT_THE_ENDS + FNC1), is_gs1)
