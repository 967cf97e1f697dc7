"""Cameras: a device, a stream, or a file that stands in for one, all read as "the newest frame, within so long".

The one module that knows cv2.VideoCapture. A picture file is shown over and over, and read anew when it
changes; a video file starts again when it ends.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import cv2
from cv2.typing import MatLike
from cv2.utils import logging

from clerk_app.scanning.pictures import UnreadableImage, read_image

# Read by OpenCV when it first opens a stream: FFmpeg would write its complaints past our log.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

WIDTH_PX, HEIGHT_PX = 1280, 720
FILE_FRAMES_PER_S = 15.0
_OPEN_TIMEOUT_MS = 5_000
_STALLED_S = 5.0
_CLOSE_S = 1.0
_FRAME_LONG_SIDE_MAX_PX = 1920
_STREAM_SCHEMES = ("rtsp", "rtsps", "http", "https")


class Reason(StrEnum):
    """Why there is no picture. Each has its sentence in ui/messages.py."""

    ABSENT = "absent"
    BUSY = "busy"
    LOST = "lost"
    BAD_SOURCE = "bad_source"
    FORBIDDEN = "forbidden"


class CameraUnavailable(Exception):
    """There is no picture now. Say the reason, and open the camera again a little later."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Capture(Protocol):
    """What is used of a cv2.VideoCapture of live pictures; the one thing a test may put something in place of."""

    def grab(self) -> bool: ...

    def retrieve(self) -> tuple[bool, MatLike]: ...

    def release(self) -> None: ...


class Camera(Protocol):
    """An open camera. For one thread, but for `close`, which any thread may call."""

    def read(self, *, timeout_s: float) -> MatLike | None:
        """The newest frame not yet given (BGR), None if none came in time. Raises CameraUnavailable.

        Frames that came meanwhile are gone: what the clerk shows now is what counts.
        """
        ...

    def close(self) -> None:
        """Let go of the device. Returns within two seconds, whatever the driver does; twice is fine."""
        ...


def open_camera(spec: str) -> Camera:
    """Open what `--camera` names: a device number, a picture or video file, or an rtsp/http address.

    Raises CameraUnavailable; with ABSENT for "none" and for nothing.
    """
    spec = spec.strip()
    if spec.lower() in ("", "none"):
        raise CameraUnavailable(Reason.ABSENT)
    if spec.isascii() and spec.isdigit():
        return _open_device(spec)
    if "://" in spec:
        return _open_stream(spec)
    return _open_file(spec)


def _open_device(number: str) -> Camera:
    if len(number) > 3:
        raise CameraUnavailable(Reason.BAD_SOURCE)
    if sys.platform == "linux":
        node = Path(f"/dev/video{int(number)}")
        if not node.exists():
            raise CameraUnavailable(Reason.ABSENT)
        if not os.access(node, os.R_OK | os.W_OK):
            raise CameraUnavailable(Reason.FORBIDDEN)
    wanted = [
        cv2.CAP_PROP_FOURCC,
        cv2.VideoWriter.fourcc(*"MJPG"),  # uncompressed, USB 2 carries 10 frames of this size in a second
        cv2.CAP_PROP_FRAME_WIDTH,
        WIDTH_PX,
        cv2.CAP_PROP_FRAME_HEIGHT,
        HEIGHT_PX,
    ]
    capture = _capture(int(number), wanted, unopened=Reason.BUSY if sys.platform == "linux" else Reason.ABSENT)
    return LiveCamera(capture)


def _open_stream(address: str) -> Camera:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise CameraUnavailable(Reason.BAD_SOURCE) from error
    if parts.scheme.lower() not in _STREAM_SCHEMES or not parts.hostname:
        raise CameraUnavailable(Reason.BAD_SOURCE)
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_TIMEOUT_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _OPEN_TIMEOUT_MS]
    return LiveCamera(_capture(address, limits, unopened=Reason.ABSENT))


def _open_file(name: str) -> Camera:
    path = Path(name).expanduser()
    try:
        with path.open("rb"):
            pass
    except PermissionError as error:
        raise CameraUnavailable(Reason.FORBIDDEN) from error
    except (OSError, ValueError) as error:
        raise CameraUnavailable(Reason.BAD_SOURCE) from error
    try:
        return PictureCamera(path)
    except UnreadableImage:
        return _VideoFileCamera(_capture(str(path), [], unopened=Reason.BAD_SOURCE))


def _capture(source: int | str, properties: list[int], *, unopened: Reason) -> cv2.VideoCapture:
    """Open a cv2 capture in silence, or raise CameraUnavailable with the reason given."""
    silence_cv2()
    try:
        if isinstance(source, str):
            capture = cv2.VideoCapture(source, cv2.CAP_FFMPEG, properties)
        else:
            capture = cv2.VideoCapture(source, cv2.CAP_ANY, properties)
    except cv2.error as error:
        raise CameraUnavailable(unopened) from error
    if not capture.isOpened():
        capture.release()
        raise CameraUnavailable(unopened)
    return capture


def silence_cv2() -> None:
    """Keep OpenCV's own complaints off stderr: what went wrong is told by CameraUnavailable."""
    logging.setLogLevel(logging.LOG_LEVEL_SILENT)


class PictureCamera:
    """A picture file shown as a camera would, at a steady rate; a changed file is the next frame."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._now = now
        self._closed = threading.Event()
        self._next_s = now()
        self._stamp = _stamp(path)
        self._frame = _fitted(read_image(path))

    def read(self, *, timeout_s: float) -> MatLike | None:
        if not _wait_until(self._next_s, now=self._now, timeout_s=timeout_s, closed=self._closed):
            return None
        self._next_s = max(self._next_s, self._now() - 1) + 1 / FILE_FRAMES_PER_S
        self._read_anew_if_changed()
        return self._frame.copy()

    def close(self) -> None:
        self._closed.set()

    def _read_anew_if_changed(self) -> None:
        stamp = _stamp(self._path)
        if stamp == self._stamp:
            return
        if stamp is None:
            raise CameraUnavailable(Reason.LOST)
        try:
            self._frame = _fitted(read_image(self._path))
        except UnreadableImage:
            return  # it is being written; the next frame will see
        self._stamp = stamp


class _VideoFileCamera:
    """A video file played at its own rate, from the start again when it ends."""

    def __init__(self, capture: cv2.VideoCapture) -> None:
        self._capture = capture
        self._closed = threading.Event()
        told = capture.get(cv2.CAP_PROP_FPS)
        self._frame_s = 1 / told if 1 <= told <= 120 else 1 / FILE_FRAMES_PER_S
        self._next_s = time.monotonic()

    def read(self, *, timeout_s: float) -> MatLike | None:
        if not _wait_until(self._next_s, now=time.monotonic, timeout_s=timeout_s, closed=self._closed):
            return None
        late_frames = int((time.monotonic() - self._next_s) / self._frame_s)
        for _ in range(min(late_frames, 10)):
            self._capture.grab()
        self._next_s += (1 + late_frames) * self._frame_s
        there, frame = self._capture.read()
        if not there:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            there, frame = self._capture.read()
        if not there:
            raise CameraUnavailable(Reason.LOST)
        return _fitted(frame)

    def close(self) -> None:
        self._closed.set()
        self._capture.release()


class LiveCamera:
    """A device or stream. A thread of its own takes every frame off the driver, so that none grows old there.

    It unpacks only the frames that are waited for. A driver may block for ever: then `read` says so, `close`
    leaves the thread behind, and the thread lets go of the device when it comes out.
    """

    def __init__(self, capture: Capture, *, now: Callable[[], float] = time.monotonic) -> None:
        self._capture = capture
        self._now = now
        self._news = threading.Condition()
        self._wanted = False
        self._frame: MatLike | None = None
        self._ended = False
        self._any_yet = False
        self._last_s = now()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._drain, name="camera-driver", daemon=True)
        self._thread.start()

    def read(self, *, timeout_s: float) -> MatLike | None:
        with self._news:
            self._wanted = True
            self._news.wait_for(lambda: self._frame is not None or self._ended, timeout=timeout_s)
            frame, self._frame = self._frame, None
            if frame is not None:
                self._any_yet, self._last_s = True, self._now()
                return _fitted(frame)
            if self._ended or self._now() - self._last_s > _STALLED_S:
                # A device that opens and never gives a frame is in another program's hands.
                raise CameraUnavailable(Reason.LOST if self._any_yet else Reason.BUSY)
            return None

    def close(self) -> None:
        self._closed.set()
        self._thread.join(timeout=_CLOSE_S)

    def _drain(self) -> None:
        """Grab until closed or the device ends; only this thread touches the capture."""
        while not self._closed.is_set():
            there, frame = self._capture.grab(), None
            if there and self._wanted:
                there, frame = self._capture.retrieve()
            with self._news:
                if frame is not None:
                    self._frame, self._wanted = frame, False
                self._ended = not there
                self._news.notify_all()
            if not there:
                break
        self._capture.release()


def _wait_until(due_s: float, *, now: Callable[[], float], timeout_s: float, closed: threading.Event) -> bool:
    """Wait for the moment, but no longer than the timeout; whether it has come."""
    left_s = due_s - now()
    if left_s > 0:
        closed.wait(min(left_s, timeout_s))
    return now() >= due_s and not closed.is_set()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _fitted(frame: MatLike) -> MatLike:
    """The frame, no larger than a code at arm's length needs."""
    height, width = frame.shape[:2]
    fit = _FRAME_LONG_SIDE_MAX_PX / max(width, height)
    if fit >= 1:
        return frame
    size = (max(1, round(width * fit)), max(1, round(height * fit)))
    return cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
