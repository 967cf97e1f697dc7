"""What was given to scan: a text as it is, or the codes of a picture file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clerk_app import gs1
from clerk_app.domain.codes import Scanned, Unknown, UnknownReason, classify

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"})
_NAME_MAX = 4096
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Input:
    """One code of what was given. `why_none` is why a picture gave none: `unreadable` or `no_code`."""

    given: str
    scanned: Scanned
    why_none: str = ""


def read_inputs(given: list[str]) -> Iterator[Input]:
    for text in given:
        path = _picture(text)
        if path is None:
            yield Input(text, classify(text, read_gs1=gs1.read_gs1))
        else:
            yield from _codes_of(text, path)


def _codes_of(given: str, path: Path) -> Iterator[Input]:
    from clerk_app.scanning.decoder import decode  # the decoders take a while to load; a text needs none
    from clerk_app.scanning.pictures import UnreadableImage, read_image

    nothing = Unknown(UnknownReason.EMPTY)
    try:
        codes = decode(read_image(path))
    except UnreadableImage:
        yield Input(given, nothing, UNREADABLE)
        return
    if not codes:
        yield Input(given, nothing, "no_code")
    for code in codes:
        yield Input(given, classify(code.text, read_gs1=gs1.read_gs1))


def _picture(text: str) -> Path | None:
    """The file that a text names, if it is one. Nobody's order is called like a picture."""
    if not text or len(text) > _NAME_MAX or "\0" in text:
        return None
    path = Path(text)
    if path.suffix.lower() in _PICTURES:
        return path
    try:
        return path if path.is_file() else None
    except OSError:
        return None
