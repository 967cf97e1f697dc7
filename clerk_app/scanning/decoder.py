"""From a still picture to the codes in it, with all the patience a file deserves.

A matrix code is believed at once: its Reed-Solomon bytes leave no room for a misread. A 1-D code is believed
from the untouched picture, and from a prepared one only when two looks agree, since blurred bars have given
wrong digits with a right check digit. Two texts read from what may be the same bars are in dispute, and wait
for another look.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np
from cv2.typing import MatLike

from clerk_app.scanning.looks import FAST, RESCUES, THOROUGH, Look, look_at
from clerk_app.scanning.readers import Code, Format

__all__ = ["Code", "Format", "decode", "grey_of"]

_SIDE_MIN_PX = 8


def decode(frame: MatLike) -> list[Code]:
    """Find the codes in a BGR or grey picture, looking harder until there is one; each is told once."""
    if min(frame.shape[:2]) < _SIDE_MIN_PX:
        return []
    grey = grey_of(frame)
    votes = Votes()
    for look in (FAST, THOROUGH, *RESCUES):
        believed, disputed = votes.count(look, look_at(grey, look))
        if believed and not disputed:
            return believed
    return []


def grey_of(frame: MatLike) -> MatLike:
    """The picture in grey, 8 bits each and whole in memory, as the readers want it."""
    if frame.ndim == 3 and frame.shape[2] >= 3:
        return cv2.cvtColor(frame[:, :, :3], cv2.COLOR_BGR2GRAY)
    return np.ascontiguousarray(np.asarray(frame, dtype=np.uint8).reshape(frame.shape[:2]))


@dataclass(slots=True)
class Votes:
    """Which looks at one scene have read each 1-D text."""

    looks: dict[tuple[Format, str], set[Look]] = field(default_factory=dict[tuple[Format, str], set[Look]])

    def count(self, look: Look, codes: list[Code]) -> tuple[list[Code], bool]:
        """Count what a look has read; return the codes to believe now, and whether others are in dispute."""
        once = {(code.format, code.text): code for code in codes}
        for key in once:
            self.looks.setdefault(key, set()).add(look)
        believed = [
            code for code in once.values() if self._believes(code, once.values(), untouched=look not in RESCUES)
        ]
        return believed, any(_dispute(code, other) for code in once.values() for other in once.values())

    def _believes(self, code: Code, beside: Iterable[Code], *, untouched: bool) -> bool:
        if not code.format.is_linear or len(self.looks[code.format, code.text]) >= 2:
            return True
        return untouched and not any(_dispute(code, other) for other in beside)


def _dispute(code: Code, other: Code) -> bool:
    """Whether two 1-D reads may be of the same bars and yet are not the same text."""
    if code is other or not (code.format.is_linear and other.format.is_linear):
        return False
    return _near(code, _centre(other)) or _near(other, _centre(code))


def _centre(code: Code) -> tuple[float, float]:
    return sum(x for x, _ in code.corners) / 4, sum(y for _, y in code.corners) / 4


def _near(code: Code, point: tuple[float, float]) -> bool:
    """Whether the point is within, or just outside, the upright box about the code (which may be a bare line)."""
    columns, rows = zip(*code.corners, strict=True)
    slack_px = 0.2 * max(max(columns) - min(columns), max(rows) - min(rows))
    x, y = point
    return min(columns) - slack_px <= x <= max(columns) + slack_px and min(rows) - slack_px <= y <= max(rows) + slack_px
