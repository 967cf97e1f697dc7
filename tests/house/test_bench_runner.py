"""The bench runner tells the truth: a missed limit and a broken script both show."""

import json
import sys
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.rows import Row, percentile, time_call, time_pair

GOOD = "Row(name='fast', value=1.2, unit='ms', reference=1.0, limit=1.5)"
SLOW = "Row(name='slow', value=2.0, unit='ms', reference=1.0, limit=1.5)"


@pytest.fixture
def benches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """An empty folder of benches; named after the test, since Python remembers modules by name."""
    folder = tmp_path / f"benches_{abs(hash(request.node.nodeid))}"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return folder


def a_bench(folder: Path, name: str, body: str) -> None:
    (folder / f"{name}_bench.py").write_text(f"from bench.rows import Row\n\ndef rows():\n    {body}\n")


def written(path: Path) -> list[dict[str, object]]:
    return json.loads(path.read_text())


def test_rows_are_printed_and_written(benches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_bench(benches, "door", f"yield {GOOD}")

    code = main([], folder=benches, results=tmp_path / "build/bench.json")

    assert code == 0
    assert "fast" in capsys.readouterr().out
    assert written(tmp_path / "build/bench.json") == [
        {"name": "fast", "value": 1.2, "unit": "ms", "reference": 1.0, "ratio": 1.2, "limit": 1.5, "ok": True}
    ]


def test_a_missed_limit_is_an_error(benches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_bench(benches, "door", f"return [{GOOD}, {SLOW}]")

    code = main([], folder=benches, results=tmp_path / "bench.json")

    assert code == 1
    assert "MISSED" in capsys.readouterr().out


def test_a_script_that_fails_is_named_and_the_others_run(
    benches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_bench(benches, "broken", "raise RuntimeError('no camera')")
    a_bench(benches, "door", f"yield {GOOD}")

    code = main([], folder=benches, results=tmp_path / "bench.json")

    said = capsys.readouterr()
    assert code == 1
    assert "FAILED: broken" in said.out
    assert "no camera" in said.err
    assert [row["name"] for row in written(tmp_path / "bench.json")] == ["fast"]


def test_only_the_named_benches_run(benches: Path, tmp_path: Path) -> None:
    a_bench(benches, "broken", "raise RuntimeError('no camera')")
    a_bench(benches, "door", f"yield {GOOD}")

    assert main(["door"], folder=benches, results=tmp_path / "bench.json") == 0
    assert main(["window"], folder=benches, results=tmp_path / "bench.json") == 2


@pytest.mark.parametrize(
    ("row", "ok"),
    [
        (Row(name="", value=3, unit="ms", reference=2, limit=1.5), True),
        (Row(name="", value=3.1, unit="ms", reference=2, limit=1.5), False),
        (Row(name="", value=60, unit="ms", limit=60), True),
        (Row(name="", value=61, unit="ms", limit=60), False),
        (Row(name="", value=94.7, unit="%", limit=94.7, higher_is_better=True), True),
        (Row(name="", value=94.6, unit="%", limit=94.7, higher_is_better=True), False),
        (Row(name="", value=1, unit="ms", reference=0, limit=2), False),
        (Row(name="", value=1_000, unit="ms"), True),
    ],
)
def test_a_limit_bounds_the_ratio_where_there_is_a_reference_else_the_value(row: Row, ok: bool) -> None:
    assert row.ok is ok


def test_a_percentile_is_one_of_the_values() -> None:
    hundred = [float(number) for number in range(1, 101)]

    assert percentile(hundred, 95) == 95
    assert percentile(hundred, 100) == 100
    assert percentile([7.0], 95) == 7.0


def test_both_sides_are_called_in_turns_and_the_warm_up_is_not_counted() -> None:
    calls: list[str] = []

    ours, theirs = time_pair(lambda: calls.append("ours"), lambda: calls.append("theirs"), times=3, warm_up=1)

    assert calls == ["ours", "theirs"] * 4
    assert len(ours.each_ms) == len(theirs.each_ms) == 3
    assert len(time_call(lambda: None, times=5).each_ms) == 5
