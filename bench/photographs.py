"""The photographs of codes the decoding figures are measured on, with what is known to be in them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

SCANS = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scans"

# Two labels and a double QR show a second, real code beside the expected one; each was looked at.
SECOND_CODES = {"001EC9476B0A", "001EC947D49B", "[内側QRコード]\r\n\r\n*ダブルQR*\r\nhttp://d-qr.net/ex/"}


@dataclass(frozen=True, slots=True)
class Photograph:
    """One photograph; `format` is None where no code is known."""

    path: Path
    format: str | None
    texts: frozenset[str]
    origin: str

    @property
    def shows_data_matrix(self) -> bool:
        """Whether its makers filed it under Data Matrix, though the manifest knows no code in it."""
        return self.format is None and "/datamatrix-" in self.origin


def photographs() -> list[Photograph]:
    """All photographs of the manifest. Raises FileNotFoundError where they are not at hand."""
    rows = [
        cast("dict[str, Any]", json.loads(line))
        for line in (SCANS / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [
        Photograph(
            SCANS / row["file"],
            row["format"],
            frozenset([row["expected"], *row["alternatives"]]) if row["format"] else frozenset(),
            row["repo_path"],
        )
        for row in rows
    ]
