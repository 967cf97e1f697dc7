"""How a chain's own articles come into the hub: a file of them, all or none, and every till can sell them."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clerk_app.domain.gtin import make_gtin
from hub.cli import main

HEAD = "sku,name_zh,name_en,price_minor,gtin,category,brand"
MILK, PADS = make_gtin("690123456789"), make_gtin("690123456780")


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("chain") / "hub"
    size = ["--products", "10", "--members", "5", "--orders", "3", "--branches", "2"]
    assert main(["demo", "--data", str(made), *size]) == 0
    return made


@pytest.fixture
def folder(chain: Path, tmp_path: Path) -> Path:
    return shutil.copytree(chain, tmp_path / "hub")


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, list[Any], list[str]]:
    capsys.readouterr()
    code = main(["product", *words, "--data", str(folder)])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err.splitlines()


def file_of(folder: Path, *lines: str, head: str = HEAD) -> str:
    path = folder.parent / "articles.csv"
    path.write_text("\n".join([head, *lines]), "utf-8")
    return str(path)


def told(folder: Path, sku: str) -> dict[str, Any] | None:
    """What the feed says of an article now."""
    with closing(sqlite3.connect(folder / "hub.db")) as hub:
        (body,) = hub.execute("SELECT body FROM feed WHERE entity = 'product' AND entity_id = ?", (sku,)).fetchone()
    return json.loads(body) if body else None


def heads(folder: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "hub.db")) as hub:
        return hub.execute("SELECT count(*), max(seq) FROM feed WHERE entity = 'product'").fetchall()


def test_a_file_brings_new_articles_and_changes_known_ones(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wipes = told(folder, "MC-1-400")
    assert wipes is not None
    lines = (
        f"NEW-1,牧澄奶粉新,New formula,26800,{MILK},formula,牧澄 Mucheng",
        f'"NEW-2",,"Pads, large",3900,{PADS},care,',
        f"MC-1-400,{wipes['name_zh']},{wipes['name_en']},1190,{wipes['gtin']},care,绵羽 Mianyu",
    )

    first = typed(capsys, folder, "import", file_of(folder, *lines))
    before = heads(folder)
    again = typed(capsys, folder, "import", file_of(folder, *lines))

    assert first == (0, [{"articles": 3, "new": 2, "changed": 1}], [])
    assert again == (0, [{"articles": 3, "new": 0, "changed": 0}], [])
    assert heads(folder) == before, "what has not changed is not told again"
    new, pads, cheaper = (told(folder, sku) for sku in ("NEW-1", "NEW-2", "MC-1-400"))
    assert new is not None
    assert pads is not None
    assert cheaper is not None
    assert (new["brand"], new["gtin"], new["currency"]) == ("牧澄 Mucheng", MILK, "CNY")
    assert pads["name_zh"] == pads["name_en"] == "Pads, large"
    assert cheaper["price_minor"] == 1190
    assert cheaper.get("prices") == wipes.get("prices")
    assert cheaper.get("member_prices") == wipes.get("member_prices")


def test_columns_that_are_not_there_stay_as_they_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = told(folder, "MC-1-400")
    assert before is not None

    typed(capsys, folder, "import", file_of(folder, "MC-1-400,湿巾,Wipes,990", head="sku,name_zh,name_en,price_minor"))

    assert told(folder, "MC-1-400") == {**before, "name_zh": "湿巾", "name_en": "Wipes", "price_minor": 990}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "No article stands in this file."),
        (("A-1,奶,Milk,1x,,,",), "Line 2: A price is a number of minor units from 0 to"),
        (("A-1,奶,Milk,-1,,,",), "Line 2: A price is a number"),
        (("A-1,,,100,,,",), "Line 2: An article has a name, in Chinese or in English."),
        ((",奶,Milk,100,,,",), "Line 2: An article has a number (sku) of 1 to 64 characters."),
        (("A-1,奶,Milk,100,6901234567890,,",), "Line 2: 6901234567890 is no article number (GTIN)"),
        (("A-1,奶,Milk,100,,,", "A-1,奶,Milk,100,,,"), "Line 3: A-1 stands in line 2, too."),
        ((f"A-1,奶,Milk,100,{MILK},,", f"A-2,奶,Milk,100,{MILK[1:]},,"), f"Line 3: {MILK[1:]} stands in line 2, too."),
        (("A-1,奶,Milk,100",), "Line 2: 7 columns are needed, as in the head."),
        (('A-1,"奶"x,Milk,100,,,',), "Line 2: This is no line of such a file"),
        ((f"A-1,{'奶' * 201},Milk,100,,,",), "Line 2: A text has at most 200 characters, on one line."),
    ],
)
def test_a_file_with_one_wrong_line_changes_nothing_and_says_which(
    folder: Path, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...], said: str
) -> None:
    before = heads(folder)

    code, out, err = typed(capsys, folder, "import", file_of(folder, *lines))

    assert (code, out, err[-1]) == (1, [], "Nothing was changed.")
    assert err[0].startswith(said)
    assert heads(folder) == before


def test_beside_one_wrong_line_the_good_ones_are_not_kept_either(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = heads(folder)

    code, _, err = typed(capsys, folder, "import", file_of(folder, "A-1,奶,Milk,100,,,", "A-2,奶,Milk,free,,,"))

    assert code == 1
    assert err[0].startswith("Line 3: A price")
    assert heads(folder) == before


def test_a_number_that_another_article_has_is_refused_but_two_may_change_theirs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(capsys, folder, "import", file_of(folder, f"A-1,奶,Milk,100,{MILK},,", f"A-2,垫,Pads,100,{PADS},,"))

    code, _, err = typed(capsys, folder, "import", file_of(folder, f"A-3,水,Water,100,{MILK},,"))
    swapped, _, _ = typed(
        capsys, folder, "import", file_of(folder, f"A-1,奶,Milk,100,{PADS},,", f"A-2,垫,Pads,100,{MILK},,")
    )

    assert (code, err[0]) == (1, f"Line 2: The number {MILK.lstrip('0')} is that of A-1.")
    assert swapped == 0
    now = told(folder, "A-1")
    assert now is not None
    assert now["gtin"] == PADS


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("sku,name_zh,price_minor", "Line 1: These columns are missing: name_en."),
        (f"{HEAD},colour", "Line 1: The columns may be"),
        (f"{HEAD},sku", "Line 1: The columns may be"),
        ("", "Line 1: These columns are missing: sku, name_zh, name_en, price_minor."),
    ],
)
def test_a_head_that_is_none_is_told(folder: Path, capsys: pytest.CaptureFixture[str], head: str, said: str) -> None:
    code, _, err = typed(capsys, folder, "import", file_of(folder, "A-1,奶,Milk,100,,,", head=head))

    assert code == 1
    assert err[0].startswith(said)


def test_what_is_no_file_of_text_is_told(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00")

    assert typed(capsys, folder, "import", str(tmp_path / "noise"))[0] == 1
    assert typed(capsys, folder, "import", str(tmp_path / "nowhere"))[0] == 1


def test_an_article_that_is_removed_is_told_gone_and_may_come_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = typed(capsys, folder, "remove", "MC-1-400")
    gone = told(folder, "MC-1-400")
    twice, _, err = typed(capsys, folder, "remove", "MC-1-400")
    typed(capsys, folder, "import", file_of(folder, "MC-1-400,湿巾,Wipes,990,,,"))

    assert (code, out, gone) == (0, [{"sku": "MC-1-400", "sold": False}], None)
    assert (twice, err) == (1, ["The chain sells no MC-1-400; nothing was changed."])
    back = told(folder, "MC-1-400")
    assert back is not None
    assert "prices" not in back, "a price of before does not come back with it"
