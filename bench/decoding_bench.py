"""Reading photographs of codes: how many, how wrong, how fast, beside zxing-cpp alone."""

import time
from collections import Counter
from collections.abc import Callable, Iterable

from bench.photographs import SECOND_CODES, Photograph, photographs
from bench.rows import Row, Timings
from clerk_app.scanning.decoder import Code, Format, decode, grey_of
from clerk_app.scanning.pictures import read_image
from clerk_app.scanning.readers import read_thoroughly, zbar_available


def rows() -> Iterable[Row]:
    tally = Counter[str]()
    ours_ms: list[float] = []
    alone_ms: list[float] = []
    for photograph in photographs():
        picture = grey_of(read_image(photograph.path))
        # In turns, so that a busy moment of the machine hurts both alike. zxing-cpp looks for the same formats.
        codes, took_ms = _timed(lambda picture=picture: decode(picture))
        ours_ms.append(took_ms)
        alone, took_ms = _timed(lambda picture=picture: read_thoroughly(picture))
        alone_ms.append(took_ms)
        _count(tally, photograph, codes, by="")
        _count(tally, photograph, alone, by="alone ")
    yield _share(tally, "QR", limit=0.947)
    yield _share(tally, "1-D", limit=0.87)
    yield Row(name="wrong texts", value=tally["wrong"], unit="texts", limit=0)
    yield Row(name="wrong texts, zxing-cpp alone", value=tally["alone wrong"], unit="texts")
    yield Row(name="texts where no code is known", value=tally["invented"], unit="texts", limit=0)
    # The manifest knows no code in them, but they were taken as photographs of Data Matrix codes.
    yield Row(name="Data Matrix read where the manifest lists none", value=tally["matrix"], unit="texts")
    ours, theirs = Timings(tuple(ours_ms)), Timings(tuple(alone_ms))
    yield Row(name="decode, median", value=ours.median_ms, unit="ms", reference=theirs.median_ms, limit=1.5)
    yield Row(name="decode, p95 (mostly pictures without a code)", value=ours.p95_ms, unit="ms")
    yield Row(name="zbar is installed", value=float(zbar_available()), unit="yes/no")


def _timed(call: Callable[[], list[Code]]) -> tuple[list[Code], float]:
    started = time.perf_counter()
    codes = call()
    return codes, (time.perf_counter() - started) * 1000


def _count(tally: Counter[str], photograph: Photograph, codes: list[Code], *, by: str) -> None:
    if photograph.format is None:
        matrix = [code for code in codes if photograph.shows_data_matrix and code.format is Format.DATA_MATRIX]
        tally[f"{by}matrix"] += len(matrix)
        tally[f"{by}invented"] += len(codes) - len(matrix)
        return
    kind = "QR" if photograph.format == "QRCode" else "1-D"
    tally[f"there {by}{kind}"] += 1
    tally[f"{by}{kind}"] += any(code.format == photograph.format and code.text in photograph.texts for code in codes)
    tally[f"{by}wrong"] += sum(code.text not in photograph.texts | SECOND_CODES for code in codes)


def _share(tally: Counter[str], kind: str, *, limit: float) -> Row:
    read, alone = tally[kind] / tally[f"there {kind}"], tally[f"alone {kind}"] / tally[f"there alone {kind}"]
    name = f"{kind} codes read (zxing-cpp alone: {alone:.1%})"
    return Row(name=name, value=read, unit="share", limit=limit, higher_is_better=True)
