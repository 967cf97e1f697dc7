"""What the camera thread does: open, look, tell, and open again when the camera goes away."""

import random
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

import cv2
from cv2.typing import MatLike

from clerk_app.scanning.camera import Camera, CameraUnavailable, Reason
from clerk_app.scanning.gate import Gate
from clerk_app.scanning.readers import Code, Format
from clerk_app.scanning.video import VideoDecoder

FRAMES_PER_S = 15.0
RETRY_MAX_S = 10.0
PREVIEW_WIDTH_PX = 640
_RETRY_FIRST_S = 0.5
_READ_TIMEOUT_S = 0.5


@dataclass(frozen=True, slots=True)
class Preview:
    """What the camera shows, for the screen: rows of RGB bytes without padding. At most 15 in a second."""

    rgb: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The codes in view, to be outlined; their corners are pixels of a frame of this size.

    Told with each frame that shows a code, and once, empty, when none is left.
    """

    codes: tuple[Code, ...]
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that acts, once until it has been out of view for a second."""

    text: str
    format: Format


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no picture, told when it begins or changes; None when the picture is back."""

    reason: Reason | None


@dataclass(slots=True)
class BackOff:
    """How long to wait before the next attempt: full jitter, so that two programs do not fight in step."""

    chance: random.Random = field(default_factory=random.Random)
    failures: int = 0

    def next_delay_s(self) -> float:
        longest_s = min(RETRY_MAX_S, _RETRY_FIRST_S * 2 ** min(self.failures, 10))
        self.failures += 1
        return self.chance.uniform(0, longest_s)

    def reset(self) -> None:
        self.failures = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Whom the watch tells; called in the watching thread, and expected to return at once."""

    on_frame: Callable[[Preview], None]
    on_codes: Callable[[Seen], None]
    on_scan: Callable[[Scan], None]
    on_trouble: Callable[[Trouble], None]


def watch(
    open_source: Callable[[], Camera],
    listener: Listener,
    *,
    stop: threading.Event,
    now: Callable[[], float],
    back_off: BackOff | None = None,
) -> None:
    """Watch until `stop` is set; returns within about two seconds of that.

    `open_source` opens the camera or raises CameraUnavailable, e.g. `lambda: open_camera("0")`; it is called
    again after every trouble, with back-off. `now` is a monotonic clock in seconds.
    """
    watching = _Watch(listener, now)
    back_off = back_off or BackOff()
    while not stop.is_set():
        try:
            with closing(open_source()) as camera:
                while not stop.is_set():
                    started_s = now()
                    if watching.take(camera.read(timeout_s=_READ_TIMEOUT_S)):
                        back_off.reset()
                    stop.wait(max(0.0, started_s + 1 / FRAMES_PER_S - now()))
        except CameraUnavailable as unavailable:
            watching.lose(unavailable.reason)
            stop.wait(back_off.next_delay_s())


class _Watch:
    """What one watch remembers from frame to frame, and beyond a pulled cable."""

    def __init__(self, listener: Listener, now: Callable[[], float]) -> None:
        self._listener = listener
        self._now = now
        self._decoder = VideoDecoder()
        self._gate = Gate()
        self._seen: Seen | None = None
        self._trouble = Trouble(None)

    def take(self, frame: MatLike | None) -> bool:
        """Look at a frame and tell; whether there was one."""
        if frame is None:
            return False
        self._tell_trouble(None)
        codes = self._decoder.look(frame)
        height, width = frame.shape[:2]
        if codes or self._seen:
            self._listener.on_codes(Seen(tuple(codes), width_px=width, height_px=height))
        self._seen = Seen(tuple(codes), width_px=width, height_px=height) if codes else None
        for code in self._gate.admit(codes, now_s=self._now()):
            self._listener.on_scan(Scan(code.text, code.format))
        self._listener.on_frame(_preview(frame))
        return True

    def lose(self, reason: Reason) -> None:
        """Tell that the picture is gone, and take the outlines away."""
        if self._seen:
            self._listener.on_codes(Seen((), width_px=self._seen.width_px, height_px=self._seen.height_px))
        self._seen = None
        self._tell_trouble(reason)

    def _tell_trouble(self, reason: Reason | None) -> None:
        if self._trouble.reason != reason:
            self._trouble = Trouble(reason)
            self._listener.on_trouble(self._trouble)


def _preview(frame: MatLike) -> Preview:
    height, width = frame.shape[:2]
    fit = min(1.0, PREVIEW_WIDTH_PX / width)
    size = (max(1, round(width * fit)), max(1, round(height * fit)))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_LINEAR)
    rgb = cv2.cvtColor(small, cv2.COLOR_GRAY2RGB if small.ndim == 2 else cv2.COLOR_BGR2RGB)
    return Preview(rgb.tobytes(), width_px=size[0], height_px=size[1])
