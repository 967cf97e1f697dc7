"""How head office sets prices: one typed, or a file of many, for everybody or for the members of a tier."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from hub.cli import main
from hub.price_file import ENTRIES_MAX
from hub.price_list import PRICES_MAX

BEGINS, ENDS = "2030-01-01T00:00+08:00", "2030-01-08T00:00+08:00"
HEADER = "sku,tier,price_minor,valid_from,valid_until"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("chain") / "hub"
    size = ["--products", "60", "--members", "30", "--orders", "8", "--branches", "2"]
    assert main(["demo", "--data", str(made), *size]) == 0
    return made


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, list[Any], list[str]]:
    capsys.readouterr()
    code = main(["product", *words, "--data", str(folder)])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err.splitlines()


def file_of(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "prices.csv"
    path.write_text("\n".join([HEADER, *lines]), "utf-8")
    return str(path)


def test_a_tier_has_its_own_price_from_now_on_or_from_a_moment_until_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, (now,), _ = typed(capsys, folder, "price", "WW-20", "1390", "--tier", "金芽")
    dated = ("--tier", "金芽", "--from", BEGINS, "--until", ENDS)
    code, (later,), said = typed(capsys, folder, "price", "WW-20", "990", *dated)
    _, (again,), _ = typed(capsys, folder, "price", "WW-20", "1290", "--tier", "金芽")
    _, (silver,), _ = typed(capsys, folder, "price", "WW-20", "1490", "--tier", "银芽")

    assert (code, said) == (0, [])
    assert [it["price_minor"] for it in now["member_prices"]] == [1390]
    assert later["member_prices"][-1] == {
        "tier": "金芽",
        "price_minor": 990,
        "valid_from": "2029-12-31T16:00:00.000Z",
        "valid_until": "2030-01-07T16:00:00.000Z",
    }
    assert sorted(it["price_minor"] for it in again["member_prices"]) == [990, 1290]
    assert {it["tier"] for it in silver["member_prices"]} == {"金芽", "银芽"}
    assert "prices" not in silver


def test_a_price_is_taken_back_alone_or_all_of_a_tier(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("800", "--tier", "金芽"), ("700", "--tier", "金芽", "--from", BEGINS), ("900", "--from", BEGINS)):
        typed(capsys, folder, "price", "CT-T", *words)

    _, (one_less,), _ = typed(capsys, folder, "withdraw", "CT-T", "--tier", "金芽", "--from", BEGINS)
    _, (none_of_tier,), _ = typed(capsys, folder, "withdraw", "CT-T", "--tier", "金芽")
    _, (nothing_left,), _ = typed(capsys, folder, "withdraw", "CT-T", "--from", BEGINS)

    assert [it["price_minor"] for it in one_less["member_prices"]] == [800]
    assert ("member_prices" in none_of_tier, len(none_of_tier["prices"])) == (False, 1)
    assert "prices" not in nothing_left


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("price", "NO-SUCH", "1", "--tier", "金芽"), "The chain sells no NO-SUCH."),
        (("price", "GD-S", "1", "--tier", "金芽", "--until", ENDS), "A price that ends needs a beginning"),
        (("price", "GD-S", "1", "--from", ENDS, "--until", BEGINS), "A price that ends needs a beginning"),
        (("withdraw", "GD-S"), "A list price is not taken back"),
        (("withdraw", "GD-S", "--tier", "nobody's"), "There is no such price to take back."),
        (("prices", "/no/such/file"), "This file cannot be read; nothing was changed."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    code, out, said = typed(capsys, folder, *words)

    assert (code, out) == (1, [])
    assert said[0].startswith(sentence)
    assert said[-1].lower().endswith("nothing was changed.")


def test_a_tier_that_nobody_is_of_is_said_to_be_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, (told,), said = typed(capsys, folder, "price", "GD-L", "1", "--tier", "Gold")

    assert (code, told["member_prices"][0]["tier"]) == (0, "Gold")
    assert said == ["No member is of the tier Gold yet."]


def test_a_file_brings_in_many_prices_at_once(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "DP-M,,8500,,",
        f"DP-M,,7900,{BEGINS},{ENDS}",
        f'DP-M,金芽,"7700",{BEGINS},',
        "",
        " DP-S , 银芽 ,7800,,",
    )

    code, told, said = typed(capsys, folder, "prices", file_of(tmp_path, *lines))
    _, (medium,), _ = typed(capsys, folder, "price", "DP-M", "8400")
    from_pipe = io.TextIOWrapper(io.BytesIO(f"\ufeff{HEADER}\r\nDP-M,金芽,,,\r\n".encode()))
    monkeypatch.setattr("sys.stdin", from_pipe)
    _, back, _ = typed(capsys, folder, "prices", "-")
    _, (after,), _ = typed(capsys, folder, "price", "DP-M", "8300")

    assert (code, told, said) == (0, [{"prices": 4, "articles": 2}], [])
    assert [it["price_minor"] for it in medium["prices"]] == [7900]
    assert [(it["tier"], it["price_minor"]) for it in medium["member_prices"]] == [("金芽", 7700)]
    assert (back, "member_prices" in after) == ([{"prices": 1, "articles": 1}], False)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("NO-SUCH,金芽,1,,", "The chain sells no NO-SUCH."),
        (",金芽,1,,", "It names no article."),
        ("DP-L,金芽,1.50,,", "A price is a number of minor units"),
        ("DP-L,金芽,-1,,", "A price is a number of minor units"),
        ("DP-L,金芽,99999999999999999999,,", "A price is a number of minor units"),
        ("DP-L,金芽,1,tomorrow,", "A time with its zone is needed"),
        ("DP-L,金芽,1,2026-12-01,", "A time with its zone is needed"),
        ("DP-L,金芽,1,0001-01-01T00:00+08:00,", "A time with its zone is needed"),
        (f"DP-L,金芽,1,{ENDS},{BEGINS}", "A price that ends needs a beginning before its end."),
        (f"DP-L,金芽,1,,{ENDS}", "A price that ends needs a beginning before its end."),
        (f"DP-L,{'g' * 33},1,,", "A tier has at most 32 characters."),
        ("DP-L,金芽,1", "5 columns are needed"),
        ("DP-L,金芽,1,,,6", "5 columns are needed"),
        ("DP-L,,,,", "A list price is not taken back"),
        ("DP-L,金芽,,,", "There is no such price to take back."),
        ("DP-M,银芽,1,,", "The same price stands in line 2."),
        ('DP-L,"金芽,1,,', "This is no line of such a file"),
    ],
)
def test_one_bad_line_is_named_and_nothing_of_the_file_is_taken(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, sentence: str
) -> None:
    code, out, said = typed(capsys, folder, "prices", file_of(tmp_path, "DP-M,银芽,12345,,", line))
    _, (medium,), _ = typed(capsys, folder, "price", "DP-M", "8500")

    assert (code, out) == (1, [])
    assert said[0].startswith(f"Line 3: {sentence}")
    assert said[-1] == "Nothing was changed."
    assert "12345" not in json.dumps(medium)


def test_every_bad_line_is_named_up_to_a_screenful(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, few = typed(capsys, folder, "prices", file_of(tmp_path, "A,,1,,", "B,,x,,", "C,,1,,"))
    _, _, many = typed(capsys, folder, "prices", file_of(tmp_path, *(f"A-{n},,1,," for n in range(30))))

    assert [line.partition(":")[0] for line in few] == ["Line 3", "Nothing was changed."]
    assert (len(many), many[20:]) == (22, ["And 10 more.", "Nothing was changed."])


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Line 1: The columns must be sku,tier,"),
        (b'"sku,tier', "Line 1: This is no line of such a file"),
        (b"sku,price\nDP-L,1\n", "Line 1: The columns must be sku,tier,"),
        (HEADER.encode(), "No price stands in this file."),
        (b"\xff\xfe\x00", "This file cannot be read; nothing was changed."),
        (HEADER.encode() + b"\nA,,1,," * (ENTRIES_MAX + 1), f"Line {ENTRIES_MAX + 2}: A file holds at most"),
        (HEADER.encode() + b"\n" + b"A" * 17_000_000, "Such a file has at most 16 MB; nothing was changed."),
    ],
)
def test_a_file_that_is_none_of_prices_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes, sentence: str
) -> None:
    path = tmp_path / "prices.csv"
    path.write_bytes(raw)

    code, out, said = typed(capsys, folder, "prices", str(path))

    assert (code, out) == (1, [])
    assert said[0].startswith(sentence)


def test_an_article_has_only_so_many_prices_to_come(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"DP-L,金芽,1,20{30 + n // 12}-{n % 12 + 1:02}-01T00:00Z," for n in range(PRICES_MAX + 1)]

    code, _, said = typed(capsys, folder, "prices", file_of(tmp_path, *lines))

    assert code == 1
    assert (
        said[0] == f"Line {PRICES_MAX + 2}: An article has at most {PRICES_MAX} prices of a kind; take some back first."
    )
