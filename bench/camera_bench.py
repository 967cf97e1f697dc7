"""A live camera: what it costs while nothing is in view, and how soon a pickup code is read."""

import time
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

import cv2
import numpy as np
import segno
from cv2.typing import MatLike

from bench.rows import Row, percentile, time_call
from clerk_app.scanning.gate import Gate
from clerk_app.scanning.video import VideoDecoder

WIDTH_PX, HEIGHT_PX = 1280, 720
PICKUP_CODE = "81" + "0261486958412511380376309393199742" * 7 + "00000"
ARRIVALS = 60


def rows() -> Iterable[Row]:
    counter = _counter()
    still = [_noisy(counter, seed) for seed in range(16)]
    moving = [_noisy(np.roll(counter, 24 * seed, axis=1), seed) for seed in range(16)]
    yield Row(name="idle camera, CPU per frame", value=_cpu_ms_per_frame(still), unit="ms", limit=2)
    yield Row(name="moving scene without a code, CPU per frame", value=_cpu_ms_per_frame(moving), unit="ms")
    packed = cv2.imencode(".jpg", still[0])[1]
    unpack = time_call(lambda: cv2.imdecode(packed, cv2.IMREAD_COLOR), times=30)
    yield Row(name="for comparison: unpacking one MJPG frame", value=unpack.median_ms, unit="ms")
    waits_ms, frames = _waits(counter)
    yield Row(name="frame to text, p50", value=percentile(waits_ms, 50), unit="ms")
    yield Row(name="frame to text, p95", value=percentile(waits_ms, 95), unit="ms", limit=60)
    yield Row(name="frames until a code is read, p95", value=percentile(frames, 95), unit="frames", limit=5)


def _cpu_ms_per_frame(frames: Sequence[MatLike]) -> float:
    """The processor time of the whole process for one frame, once the scene has been searched."""
    decoder, gate = VideoDecoder(), Gate()
    for frame in chain.from_iterable(repeat(frames, 5)):
        decoder.look(frame)
    started = time.process_time()
    for number, frame in enumerate(chain.from_iterable(repeat(frames, 15))):
        gate.admit(decoder.look(frame), now_s=number / 15)
    return (time.process_time() - started) * 1000 / (len(frames) * 15)


def _waits(counter: MatLike) -> tuple[list[float], list[float]]:
    """For codes held up one after another: work from the first frame that shows it to its text, and frames needed."""
    waits_ms: list[float] = []
    frames: list[float] = []
    chance = np.random.default_rng(3)
    decoder = VideoDecoder()
    for arrival in range(ARRIVALS):
        for seed in range(3):
            decoder.look(_noisy(counter, seed))
        scene = _held_up(counter, chance)
        spent_ms, needed = 0.0, 0
        found = False
        while not found and needed < 40:
            frame = _noisy(scene, 1000 * arrival + needed)
            needed += 1
            started = time.perf_counter()
            found = any(code.text == PICKUP_CODE for code in decoder.look(frame))
            spent_ms += (time.perf_counter() - started) * 1000
        waits_ms.append(spent_ms if found else float("inf"))
        frames.append(needed)
    return waits_ms, frames


def _held_up(counter: MatLike, chance: np.random.Generator) -> MatLike:
    """A phone with the pickup code, at an angle, 200 to 500 pixels large, a little out of focus."""
    matrix = [list(row) for row in segno.make(PICKUP_CODE, error="m").matrix_iter(scale=8, border=4)]
    code = np.where(np.array(matrix) > 0, 10, 245).astype(np.uint8)
    side = code.shape[0]
    size = float(chance.uniform(200, 500))
    left, top = float(chance.uniform(50, WIDTH_PX - size - 50)), float(chance.uniform(20, HEIGHT_PX - size - 20))
    flat = np.array([(0, 0), (side, 0), (side, side), (0, side)], np.float32)
    held = flat / side * size + np.array([left, top]) + chance.uniform(-0.08, 0.08, (4, 2)) * size
    view = cv2.getPerspectiveTransform(flat, np.asarray(held, dtype=np.float32))
    paper = cv2.warpPerspective(cv2.cvtColor(code, cv2.COLOR_GRAY2BGR), view, (WIDTH_PX, HEIGHT_PX))
    cover = cv2.warpPerspective(np.full((side, side, 3), 255, np.uint8), view, (WIDTH_PX, HEIGHT_PX))
    scene = np.where(np.asarray(cover) > 127, paper, counter).astype(np.uint8)
    return cv2.GaussianBlur(scene, (0, 0), 0.8)


def _counter() -> MatLike:
    """What a camera over a counter sees all day: soft shapes, an edge, some writing."""
    chance = np.random.default_rng(1)
    soft = chance.integers(60, 200, (9, 16, 3), np.uint8)
    picture = cv2.resize(soft, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    cv2.line(picture, (0, 500), (WIDTH_PX, 560), (40, 40, 40), 6)
    cv2.putText(picture, "Shelf B-07", (60, 620), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (30, 30, 30), 3)
    return picture


def _noisy(picture: MatLike, seed: int) -> MatLike:
    grain = np.zeros(picture.shape, np.int16)
    cv2.setRNGSeed(seed)
    cv2.randn(grain, np.zeros(3), np.full(3, 4.0))
    return cv2.add(picture, grain, dtype=cv2.CV_8U)
