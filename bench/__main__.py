"""Running the benches: one table for people, and build/bench.json for programs.

`python -m bench` runs every `bench/*_bench.py`; `python -m bench decoding` only `decoding_bench.py`. A script
has a function `rows()` that returns or yields `bench.rows.Row`. The exit code is 1 when a row misses its limit
or a script fails; the others run all the same.
"""

import importlib
import json
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from bench.rows import Row

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER.parent / "build" / "bench.json"
SUFFIX = "_bench"
HEADINGS = ("name", "value", "unit", "reference", "ratio", "limit", "")


def main(arguments: Sequence[str] | None = None, *, folder: Path = FOLDER, results: Path = RESULTS) -> int:
    known = sorted(path.stem.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}.py"))
    chosen = list(sys.argv[1:] if arguments is None else arguments) or known
    if unknown := sorted(set(chosen) - set(known)):
        print(f"No such bench: {', '.join(unknown)}. There are: {', '.join(known)}", file=sys.stderr)
        return 2

    rows: list[Row] = []
    failed: list[str] = []
    for name in chosen:
        print(f"running {name} ...", file=sys.stderr, flush=True)
        try:
            rows += measure(f"{folder.name}.{name}{SUFFIX}")
        except Exception:  # noqa: BLE001 - the top of the program: whatever stops one script, the others run
            traceback.print_exc()
            failed.append(name)
    print(table(rows))
    results.parent.mkdir(parents=True, exist_ok=True)
    results.write_text(
        json.dumps([as_json(row) for row in rows], indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    for name in failed:
        print(f"FAILED: {name} gave no rows, see above")
    return 1 if failed or not all(row.ok for row in rows) else 0


def measure(module_name: str) -> list[Row]:
    module = importlib.import_module(module_name)
    return list(cast("Iterable[Row]", module.rows()))


def as_json(row: Row) -> dict[str, object]:
    return {
        "name": row.name,
        "value": row.value,
        "unit": row.unit,
        "reference": row.reference,
        "ratio": row.ratio,
        "limit": row.limit,
        "ok": row.ok,
    }


def table(rows: Sequence[Row]) -> str:
    """The rows in aligned columns, words to the left and numbers to the right."""
    lines = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    left = {0, 2, 6}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    bound = "" if row.limit is None else f"{'>=' if row.higher_is_better else '<='} {_number(row.limit)}"
    verdict = "" if row.limit is None else "ok" if row.ok else "MISSED"
    return (row.name, _number(row.value), row.unit, _number(row.reference), _number(row.ratio), bound, verdict)


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}"


if __name__ == "__main__":
    raise SystemExit(main())
