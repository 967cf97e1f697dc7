"""What was given to scan: a text as it is, or the codes of a picture file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app.domain.codes import Gs1, Scanned, Unknown, UnknownReason, classify

if TYPE_CHECKING:
    from cv2.typing import MatLike

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"})
_NAME_MAX = 4096
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Input:
    """One code of what was given. `why_none` is why a picture gave none: `unreadable` or `no_code`."""

    given: str
    scanned: Scanned
    why_none: str = ""
    trouble: str = ""  # of an unreadable picture: what is the matter, in words
    is_picture: bool = False


def read_picture(path: Path) -> "MatLike":
    """Read a picture that somebody named. Raises UnreadableImage, whose words also tell a slip from a bad picture."""
    from clerk_app.scanning.pictures import UnreadableImage, read_image  # the decoders take a while to load

    try:
        if path.is_dir():
            raise UnreadableImage("this is a folder, not a picture")
        if path.is_file() and not path.stat().st_size:
            raise UnreadableImage("the file is empty")
    except OSError as error:
        raise UnreadableImage("the file cannot be opened") from error
    return read_image(path)


def read_inputs(given: list[str]) -> Iterator[Input]:
    for text in given:
        path = _picture(text)
        if path is None:
            yield Input(text, classify(text, read_gs1=_read_gs1))
        else:
            yield from _codes_of(text, path)


def _codes_of(given: str, path: Path) -> Iterator[Input]:
    from clerk_app.scanning.decoder import decode
    from clerk_app.scanning.pictures import UnreadableImage

    nothing = Unknown(UnknownReason.EMPTY)
    try:
        codes = decode(read_picture(path))
    except UnreadableImage as error:
        yield Input(given, nothing, UNREADABLE, str(error), is_picture=True)
        return
    if not codes:
        yield Input(given, nothing, "no_code", is_picture=True)
    for code in codes:
        yield Input(given, classify(code.text, read_gs1=_read_gs1), is_picture=True)


def _read_gs1(text: str) -> Gs1 | None:
    from clerk_app import gs1  # its library loads for a tenth of a second, and few texts have its shape

    return gs1.read_gs1(text)


def _picture(text: str) -> Path | None:
    """The file that a text names, if it is one. Nobody's order is called like a picture, or lies in a folder."""
    if not text or len(text) > _NAME_MAX or "\0" in text:
        return None
    path = Path(text)
    if path.suffix.lower() in _PICTURES:
        return path
    try:
        is_folder = len(path.parts) > 1 and path.is_dir()
        return path if is_folder or path.is_file() else None
    except OSError:
        return None
