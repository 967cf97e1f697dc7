"""The camera thread: what it tells of scans and of trouble, and that it ends when told."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import pytest
from cv2.typing import MatLike

from clerk_app.scanning.camera import Camera, CameraUnavailable, Reason, open_camera
from clerk_app.scanning.readers import Format
from clerk_app.scanning.watch import RETRY_MAX_S, BackOff, Listener, Preview, Scan, Seen, Trouble, watch
from tests.scanning.scenes import qr_picture

EMPTY = np.full((720, 1280, 3), 200, np.uint8)


@dataclass
class Told:
    """All that one watch told, in order; ends the watch when enough has been heard."""

    stop: threading.Event = field(default_factory=threading.Event)
    scans: list[Scan] = field(default_factory=list[Scan])
    seen: list[Seen] = field(default_factory=list[Seen])
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    previews: list[Preview] = field(default_factory=list[Preview])

    def listener(self) -> Listener:
        return Listener(
            on_frame=self.previews.append,
            on_codes=self.seen.append,
            on_scan=self.scans.append,
            on_trouble=self.troubles.append,
        )


@dataclass
class PlayedCamera:
    """A camera that shows given frames, each at its moment of the played clock, and then is pulled out."""

    frames: Iterator[MatLike | None]
    clock_s: list[float]
    closed: bool = False

    def read(self, *, timeout_s: float) -> MatLike | None:  # noqa: ARG002 - a played clock waits for nobody
        self.clock_s[0] += 1 / 15
        try:
            return next(self.frames)
        except StopIteration:
            raise CameraUnavailable(Reason.LOST) from None

    def close(self) -> None:
        self.closed = True


class Impatient(random.Random):
    """Chance that always says: at once."""

    def random(self) -> float:
        return 0.0


def play(cameras: list[Callable[[list[float]], Camera]]) -> Told:
    """Watch these cameras, one after another, on a clock that runs only with their frames; then stop."""
    told, clock_s = Told(), [0.0]
    waiting = iter(cameras)

    def open_next() -> Camera:
        opener = next(waiting, None)
        if opener is None:
            told.stop.set()
            raise CameraUnavailable(Reason.LOST)
        return opener(clock_s)

    watch(open_next, told.listener(), stop=told.stop, now=lambda: clock_s[0], back_off=BackOff(Impatient()))
    return told


def with_code(text: str = "K7M29XQ9") -> MatLike:
    frame = EMPTY.copy()
    code = qr_picture(text)
    frame[100 : 100 + code.shape[0], 200 : 200 + code.shape[1]] = np.asarray(code)[:, :, None]
    return frame


def shows(frames: list[MatLike | None]) -> Callable[[list[float]], Camera]:
    return lambda clock_s: PlayedCamera(iter(frames), clock_s)


def test_a_code_held_up_is_one_scan_and_is_outlined_while_in_view() -> None:
    told = play([shows([EMPTY] * 3 + [with_code()] * 20 + [EMPTY] * 3)])

    assert told.scans == [Scan("K7M29XQ9", Format.QR_CODE)]
    assert [len(seen.codes) for seen in told.seen] == [1] * 20 + [0]
    assert {(seen.width_px, seen.height_px) for seen in told.seen} == {(1280, 720)}


def test_a_code_shown_again_after_a_second_is_a_second_scan() -> None:
    told = play([shows([with_code()] * 3 + [EMPTY] * 17 + [with_code()] * 3)])

    assert [scan.text for scan in told.scans] == ["K7M29XQ9"] * 2


def test_a_loose_cable_makes_no_second_scan() -> None:
    told = play([shows([with_code()] * 3), shows([with_code()] * 3)])

    assert [scan.text for scan in told.scans] == ["K7M29XQ9"]
    assert told.troubles == [Trouble(Reason.LOST), Trouble(None), Trouble(Reason.LOST)]
    assert told.seen[3].codes == ()


def test_the_same_trouble_is_told_once_however_often_it_is_met() -> None:
    def busy(_: list[float]) -> Camera:
        raise CameraUnavailable(Reason.BUSY)

    told = play([busy, busy, busy, shows([EMPTY])])

    assert told.troubles == [Trouble(Reason.BUSY), Trouble(None), Trouble(Reason.LOST)]


def test_frames_that_do_not_come_are_no_trouble_yet() -> None:
    told = play([shows([None, None, with_code()])])

    assert [scan.text for scan in told.scans] == ["K7M29XQ9"]
    assert told.troubles == [Trouble(Reason.LOST)]


def test_every_frame_is_shown_small_in_red_green_blue() -> None:
    blue = np.zeros((720, 1280, 3), np.uint8)
    blue[:, :, 0] = 255

    told = play([shows([blue])])

    assert (told.previews[0].width_px, told.previews[0].height_px) == (640, 360)
    assert told.previews[0].rgb == b"\x00\x00\xff" * (640 * 360)


def test_a_picture_file_is_watched_by_a_real_thread_until_it_is_told_to_stop(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "code.png"), with_code())
    told, scanned = Told(), threading.Event()
    listener = Listener(
        on_frame=told.previews.append,
        on_codes=told.seen.append,
        on_scan=lambda scan: (told.scans.append(scan), scanned.set())[0],
        on_trouble=told.troubles.append,
    )
    thread = threading.Thread(
        target=watch,
        args=(lambda: open_camera(str(tmp_path / "code.png")), listener),
        kwargs={"stop": told.stop, "now": time.monotonic},
    )

    thread.start()
    assert scanned.wait(10)
    told.stop.set()
    thread.join(5)

    assert not thread.is_alive()
    assert [scan.text for scan in told.scans] == ["K7M29XQ9"]


@pytest.mark.parametrize("seed", range(20))
def test_attempts_come_with_full_jitter_and_never_more_than_ten_seconds_apart(seed: int) -> None:
    back_off = BackOff(random.Random(seed))

    delays_s = [back_off.next_delay_s() for _ in range(2_000)]

    assert min(delays_s) >= 0
    assert 9 < max(delays_s) <= RETRY_MAX_S
    assert delays_s[0] <= 0.5
    back_off.reset()
    assert back_off.next_delay_s() <= 0.5
