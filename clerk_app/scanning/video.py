"""The codes in live video: the patience of a file spread over many frames, and next to no work while nothing happens.

Every frame of a moving scene gets the fast look, every second one a slow look in turn, and each the slow look
that has just succeeded. The slow looks see only the window of the frame that is busy enough to be a code. A
scene that stands still and has been through all looks is only watched for a change, on a thumbnail.
"""

from dataclasses import replace

import cv2
import numpy as np
from cv2.typing import MatLike

from clerk_app.scanning.decoder import Votes, grey_of
from clerk_app.scanning.looks import FAST, RESCUES, THOROUGH, Look, look_at
from clerk_app.scanning.readers import Code

_TURNS: tuple[Look, ...] = (THOROUGH, *RESCUES)
_HARDER_EVERY_FRAMES = 2  # the slow looks cost as much as ten fast ones
_AWAKE_FRAMES = 2 * _HARDER_EVERY_FRAMES * len(_TURNS)
_VOTES_FRAMES = _AWAKE_FRAMES
_WATCH_EVERY_FRAMES = 8

_SIDE_MIN_PX = 16
_SAMPLE_STEP_PX = 4
_THUMBNAIL_PX = (80, 45)
_CHANGED_LEVELS = 8.0
_CHANGED_BLOCKS_MIN = 3

_EDGE_LEVELS = 14
_NEIGHBOURS = np.ones((2, 2), np.uint8)
_BUSY_SHARE_MIN = 0.22
_WINDOW_PX = (640, 400)


class VideoDecoder:
    """Remembers of one camera's frames what it needs to look at the next one cheaply. For one thread."""

    def __init__(self) -> None:
        self._reference: MatLike | None = None
        self._awake_frames = 0
        self._frame = 0
        self._turn = 0
        self._trusty: Look | None = None
        self._votes = Votes()

    def look(self, frame: MatLike) -> list[Code]:
        """The codes found in this frame (BGR or grey), with corners in its pixels.

        A code in view may be missing from single frames; whoever acts on it needs a gate. 1-D codes are told
        only when the picture was good enough, or two looks have agreed.
        """
        self._frame += 1
        if min(frame.shape[:2]) < _SIDE_MIN_PX:
            return []
        if self._changed(frame):
            self._awake_frames = _AWAKE_FRAMES
        if self._awake_frames:
            self._awake_frames -= 1
            codes = self._search(grey_of(frame))
        elif self._frame % _WATCH_EVERY_FRAMES == 0:
            codes = self._look_at_half(_halved(grey_of(frame)))
        else:
            codes = []
        if codes:
            self._awake_frames = _AWAKE_FRAMES
        return codes

    def _changed(self, frame: MatLike) -> bool:
        """Whether the scene differs from the one last searched, by more than a camera's noise."""
        channel = frame[:, :, 1] if frame.ndim == 3 else frame
        sample = np.ascontiguousarray(np.asarray(channel, dtype=np.uint8)[::_SAMPLE_STEP_PX, ::_SAMPLE_STEP_PX])
        thumbnail = cv2.resize(sample, _THUMBNAIL_PX, interpolation=cv2.INTER_AREA)
        if self._reference is not None:
            moved = cv2.threshold(cv2.absdiff(thumbnail, self._reference), _CHANGED_LEVELS, 1, cv2.THRESH_BINARY)[1]
            if cv2.countNonZero(moved) < _CHANGED_BLOCKS_MIN:
                return False
        self._reference = thumbnail
        return True

    def _search(self, grey: MatLike) -> list[Code]:
        half = _halved(grey)
        window = _busiest_window(half)
        if window is None:
            return self._look_at_half(half)
        if self._frame % _VOTES_FRAMES == 0:
            self._votes = Votes()
        found, _ = self._votes.count(FAST, look_at(grey, FAST))
        return found or self._look_harder(grey, window)

    def _look_harder(self, grey: MatLike, window: tuple[int, int]) -> list[Code]:
        if self._trusty is None and self._frame % _HARDER_EVERY_FRAMES:
            return []
        look = self._trusty or _TURNS[self._turn % len(_TURNS)]
        if look is self._trusty:
            self._trusty = None
        else:
            self._turn += 1
        seen = look_at(grey, look) if look is THOROUGH else _look_through(grey, look, window)
        found, _ = self._votes.count(look, seen)
        if found:
            self._trusty = look
        return found

    def _look_at_half(self, half: MatLike) -> list[Code]:
        found, _ = self._votes.count(FAST, look_at(half, FAST))
        return [_shifted(code, scale=2) for code in found]


def _halved(grey: MatLike) -> MatLike:
    height, width = grey.shape[:2]
    return cv2.resize(grey, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)


def _busiest_window(half: MatLike) -> tuple[int, int] | None:
    """The left top corner, in the whole frame, of the window with the most edges.

    None where no place of the frame (given at half its size) is as busy as a code.
    """
    edges = cv2.morphologyEx(half, cv2.MORPH_GRADIENT, _NEIGHBOURS)
    edges = cv2.threshold(edges, _EDGE_LEVELS, 255, cv2.THRESH_BINARY)[1]
    share = cv2.blur(cv2.resize(edges, _THUMBNAIL_PX, interpolation=cv2.INTER_AREA), (7, 7))
    _, most, _, (column, row) = cv2.minMaxLoc(share)
    if most < _BUSY_SHARE_MIN * 255:
        return None
    height, width = half.shape[0] * 2, half.shape[1] * 2
    left = round((column + 0.5) * width / _THUMBNAIL_PX[0] - _WINDOW_PX[0] / 2)
    top = round((row + 0.5) * height / _THUMBNAIL_PX[1] - _WINDOW_PX[1] / 2)
    return max(0, min(left, width - _WINDOW_PX[0])), max(0, min(top, height - _WINDOW_PX[1]))


def _look_through(grey: MatLike, look: Look, window: tuple[int, int]) -> list[Code]:
    left, top = window
    inside = np.ascontiguousarray(grey[top : top + _WINDOW_PX[1], left : left + _WINDOW_PX[0]])
    return [_shifted(code, left=left, top=top) for code in look_at(inside, look)]


def _shifted(code: Code, *, left: float = 0, top: float = 0, scale: float = 1) -> Code:
    first, second, third, fourth = ((x * scale + left, y * scale + top) for x, y in code.corners)
    return replace(code, corners=(first, second, third, fourth))
