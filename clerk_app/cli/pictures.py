"""`decode`: the codes in picture files. It needs no till."""

import argparse
import time
from pathlib import Path
from typing import Any

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.inputs import read_picture
from clerk_app.cli.output import Output
from clerk_app.scanning.decoder import decode
from clerk_app.scanning.pictures import UnreadableImage


def run_decode(arguments: argparse.Namespace, output: Output) -> int:
    opened_any = False
    for name in arguments.file:
        began_s = time.perf_counter()
        try:
            found = decode(read_picture(Path(name)))
        except UnreadableImage as error:
            row: dict[str, Any] = {"file": name, "codes": [], "ms": _ms_since(began_s), "error": str(error)}
            output.row(row, f"{name}: {error}")
            continue
        opened_any = True
        ms = _ms_since(began_s)
        codes = [{"format": it.format.value, "text": it.text} for it in found]
        told = ", ".join(f"{it['format']} {it['text']}" for it in codes) or "no code"
        output.row({"file": name, "codes": codes, "ms": ms}, f"{name}: {told} ({ms} ms)")
    return OK if opened_any else NOT_DONE


def _ms_since(began_s: float) -> float:
    return round((time.perf_counter() - began_s) * 1000, 2)
