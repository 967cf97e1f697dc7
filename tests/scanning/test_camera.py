"""Cameras that are there, that are not, and that go away."""

import os
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from cv2.typing import MatLike

from clerk_app.scanning.camera import Camera, CameraUnavailable, LiveCamera, Reason, open_camera
from clerk_app.scanning.decoder import decode
from tests.scanning.scenes import qr_picture


@dataclass
class FakeDevice:
    """A USB camera as its driver shows it: we have none to pull out. Frames carry their number as grey level."""

    gap_s: float = 0.01
    frames_left: int = 1_000_000
    grabbed: int = 0
    unpacked: int = 0
    released: bool = False
    blocked: threading.Event | None = None
    pause: threading.Event = field(default_factory=threading.Event)

    def grab(self) -> bool:
        if self.blocked is not None:
            self.blocked.wait()
        self.pause.wait(self.gap_s)
        self.grabbed += 1
        self.frames_left -= 1
        return self.frames_left >= 0

    def retrieve(self) -> tuple[bool, MatLike]:
        self.unpacked += 1
        return True, np.full((72, 128, 3), self.grabbed % 256, np.uint8)

    def release(self) -> None:
        self.released = True


def a_picture(folder: Path, text: str = "K7M29XQ9") -> Path:
    path = folder / "code.png"
    cv2.imwrite(str(path), qr_picture(text))
    return path


def a_video(folder: Path, *, frames: int = 6) -> Path:
    path = folder / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (128, 72))
    for number in range(frames):
        writer.write(np.full((72, 128, 3), 40 * number, np.uint8))
    writer.release()
    return path


OPENERS: dict[str, Callable[[Path], Camera]] = {
    "picture": lambda folder: open_camera(str(a_picture(folder))),
    "video": lambda folder: open_camera(str(a_video(folder))),
    "device": lambda _: LiveCamera(FakeDevice()),
}


@pytest.fixture(params=list(OPENERS))
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Camera]:
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


def next_frame(camera: Camera) -> MatLike:
    for _ in range(100):
        if (frame := camera.read(timeout_s=0.2)) is not None:
            return frame
    raise AssertionError("the camera gave no frame")


def test_every_camera_gives_frame_after_frame(camera: Camera) -> None:
    for _ in range(10):
        frame = next_frame(camera)

        assert frame.dtype == np.uint8
        assert frame.ndim == 3
        assert frame.shape[2] == 3


def test_a_frame_is_the_takers_own(camera: Camera) -> None:
    first = next_frame(camera)
    before = first.copy()
    second = next_frame(camera)
    second[:] = 0

    assert np.array_equal(first, before)


def test_every_camera_says_when_nothing_came_in_time(camera: Camera) -> None:
    next_frame(camera)

    assert camera.read(timeout_s=0) is None


def test_closing_twice_is_fine_and_never_waits_long(camera: Camera) -> None:
    next_frame(camera)
    started_s = time.monotonic()

    camera.close()
    camera.close()

    assert time.monotonic() - started_s < 2


def test_old_frames_do_not_pile_up() -> None:
    device = FakeDevice(gap_s=0.002)
    camera = LiveCamera(device)
    next_frame(camera)
    seen = device.grabbed
    wait_until(lambda: device.grabbed > seen + 20)

    frame = next_frame(camera)
    camera.close()

    # One frame may have been under way when it was asked for.
    assert int(frame[0, 0, 0]) >= seen + 20
    assert device.unpacked < 10


def test_a_cable_pulled_out_is_said_and_the_device_let_go() -> None:
    device = FakeDevice(frames_left=3)
    camera = LiveCamera(device)

    with pytest.raises(CameraUnavailable) as lost:
        read_on(camera)

    assert lost.value.reason is Reason.LOST
    wait_until(lambda: device.released)


def test_a_device_that_gives_no_frame_is_in_use_elsewhere() -> None:
    camera = LiveCamera(FakeDevice(frames_left=0))

    with pytest.raises(CameraUnavailable) as busy:
        read_on(camera)

    assert busy.value.reason is Reason.BUSY


def test_a_driver_that_hangs_holds_nobody_up() -> None:
    now_s = [0.0]
    device = FakeDevice(blocked=threading.Event())
    assert device.blocked is not None
    camera = LiveCamera(device, now=lambda: now_s[0])

    assert camera.read(timeout_s=0.01) is None
    now_s[0] = 60.0
    with pytest.raises(CameraUnavailable):
        camera.read(timeout_s=0.01)
    started_s = time.monotonic()
    camera.close()
    assert time.monotonic() - started_s < 2

    device.blocked.set()  # the driver comes round
    wait_until(lambda: device.released)


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ("none", Reason.ABSENT),
        ("", Reason.ABSENT),
        ("987", Reason.ABSENT),
        ("99999999999", Reason.BAD_SOURCE),
        ("no/such/file.png", Reason.BAD_SOURCE),
        ("nul\0", Reason.BAD_SOURCE),
        ("ftp://camera/1", Reason.BAD_SOURCE),
        ("http://[::1", Reason.BAD_SOURCE),
        ("rtsp://", Reason.BAD_SOURCE),
        ("rtsp://127.0.0.1:1/nobody", Reason.ABSENT),
        (__file__, Reason.BAD_SOURCE),
    ],
)
def test_what_cannot_be_opened_says_why(spec: str, reason: Reason, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CameraUnavailable) as unavailable:
        open_camera(spec)

    assert unavailable.value.reason is reason
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_forbidden(tmp_path: Path) -> None:
    path = a_picture(tmp_path)
    path.chmod(0)

    with pytest.raises(CameraUnavailable) as unavailable:
        open_camera(str(path))

    assert unavailable.value.reason is Reason.FORBIDDEN


def test_a_picture_file_that_changes_is_the_next_frame(tmp_path: Path) -> None:
    path = a_picture(tmp_path, "K7M29XQ9")
    camera = open_camera(str(path))
    assert [code.text for code in decode(next_frame(camera))] == ["K7M29XQ9"]

    path.write_bytes(b"\x89PNG half written")
    assert [code.text for code in decode(next_frame(camera))] == ["K7M29XQ9"]
    a_picture(tmp_path, "SHELF B-07")
    assert [code.text for code in decode(next_frame(camera))] == ["SHELF B-07"]

    path.unlink()
    with pytest.raises(CameraUnavailable):
        next_frame(camera)


def test_a_video_file_starts_again_when_it_ends(tmp_path: Path) -> None:
    camera = open_camera(str(a_video(tmp_path, frames=3)))

    levels = [int(next_frame(camera)[0, 0, 0]) for _ in range(12)]
    camera.close()

    assert any(after < before for before, after in pairwise(levels))


def test_a_photograph_of_any_size_becomes_a_frame_of_a_camera(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "large.png"), np.full((3000, 4000, 3), 255, np.uint8))
    camera = open_camera(str(tmp_path / "large.png"))

    assert next_frame(camera).shape == (1440, 1920, 3)


def read_on(camera: Camera) -> None:
    for _ in range(50):
        camera.read(timeout_s=0.1)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline_s, "it did not come to be"
        time.sleep(0.002)
