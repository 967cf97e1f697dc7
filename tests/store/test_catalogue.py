"""The catalogue at the till: found by whatever a clerk may type, and kept in step row by row."""

import itertools
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.search_words import index_words
from clerk_app.errors import DatabaseNewer
from clerk_app.store import catalogue, catalogue_feed
from clerk_app.store.catalogue_files import Catalogue, make_empty, open_catalogue
from clerk_app.wire import CATALOGUE_SCHEMA, Change, FeedPage, Malformed, product_json

PRODUCTS = (
    (
        "MC-3-800",
        "牧澄配方奶粉 3 段 800 g",
        "Mucheng formula stage 3",
        "mu cheng pei fang nai fen, duan",
        "02990000000018",
    ),
    ("NF-1", "奶粉盒", "Milk powder box", "nai fen he", ""),
    ("DP-L", "柔软尿裤 L", "Soft nappies L", "rou ruan niao ku", "02990000000025"),
    ("CAFÉ-1", "咖啡", "Café crème", "ka fei", ""),
    ("BOT-240", "宽口奶瓶 240ml", "Wide-neck bottle 240ml", "kuan kou nai ping", "02990000000032"),
)


@pytest.fixture
def files(tmp_path: Path) -> Generator[Catalogue]:
    with closing(Catalogue(tmp_path / "catalogue")) as files:
        take(files, *(a_change(*row) for row in PRODUCTS))
        yield files


def a_change(
    sku: str, name_zh: str = "", name_en: str = "", pinyin: str = "", gtin: str = "", **more: Any
) -> tuple[str, dict[str, Any] | None]:
    body = {"name_zh": name_zh, "name_en": name_en, "pinyin": pinyin, "gtin": gtin, "price_minor": 100}
    return sku, {**body, "currency": "CNY", "category": "", **more}


def take(files: Catalogue, *rows: tuple[str, dict[str, Any] | None], version: int = 1) -> None:
    with files.write() as connection:
        at = catalogue.mark(connection).seq
        changes = tuple(Change(at + n, "product", sku, version, body) for n, (sku, body) in enumerate(rows, start=1))
        page = FeedPage(1, "global", at, at + len(rows), more=False, changes=changes)
        assert catalogue_feed.apply_page(connection, page)


def skus(files: Catalogue, text: str, *, limit: int = 20) -> list[str]:
    return [it.sku for it in files.search(text, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("奶", "NF-1"),  # a name that begins with it leads
        ("奶粉", "NF-1"),
        ("配方", "MC-3-800"),
        ("配方奶粉", "MC-3-800"),
        ("奶瓶", "BOT-240"),
        ("naifen", "NF-1"),
        ("nf", "NF-1"),
        ("pfnf", "MC-3-800"),
        ("nai ping", "BOT-240"),
        ("nai fen 800", "MC-3-800"),
        ("800g", "MC-3-800"),
        ("milk po", "NF-1"),
        ("NAPP", "DP-L"),
        ("cafe", "CAFÉ-1"),
        ("crème", "CAFÉ-1"),
        ("mc-3", "MC-3-800"),
        ("dp-l", "DP-L"),
        ("mc3800", "MC-3-800"),
        ("2990000000032", "BOT-240"),
        ("02990000000032", "BOT-240"),
        ("299000000002", "DP-L"),
        ("ｂｏｔｔｌｅ", "BOT-240"),
        ("尿裤L", "DP-L"),
    ],
)
def test_whatever_a_clerk_types_leads_to_the_product(files: Catalogue, typed: str, first: str) -> None:
    assert skus(files, typed)[:1] == [first]


@pytest.mark.parametrize(
    "typed", ["", "  ", "没有", "xyz", "粉奶", "!?", '"', "奶粉 xyz", "'; DROP TABLE product; --", "^~*"]
)
def test_what_nothing_is_called_finds_nothing_and_harms_nothing(files: Catalogue, typed: str) -> None:
    assert skus(files, typed) == []


def test_nothing_is_found_twice_and_never_more_than_asked_for(files: Catalogue) -> None:
    found = skus(files, "n")

    assert len(found) == len(set(found))
    assert skus(files, "n", limit=1) == found[:1]
    assert skus(files, "n", limit=0) == []


def test_a_number_is_looked_up_as_it_is(files: Catalogue) -> None:
    product = files.product(gtin="02990000000025")

    assert product is not None
    assert (product.sku, product.price_minor) == ("DP-L", 100)
    assert files.product(gtin="") is None
    with files.read() as connection:
        assert catalogue.product_of_sku(connection, "nf-1") is not None


def test_it_is_said_how_many_fit_without_counting_for_ever(files: Catalogue) -> None:
    take(files, *(a_change(f"T-{n}", "红茶", "Tea", "hong cha") for n in range(30)))
    take(files, *(a_change(f"C-{n}", "杯", "Cup", "bei") for n in range(1_001)))

    some, few, none = (files.find(typed, limit=5) for typed in ("茶", "奶粉盒", "没有"))
    more = files.find("cup", limit=5)

    assert (len(some.products), some.total, some.is_more) == (5, 30, False)
    assert [(len(it.products), it.total) for it in (few, none)] == [(1, 1), (0, 0)]
    assert (len(more.products), more.total, more.is_more) == (5, 1_000, True)


@pytest.mark.parametrize("typed", ["n", "奶", "mc-3", "mc3800", "mc3", "nai fen 800", "bottle", "2990000000018"])
def test_at_least_as_many_are_counted_as_are_shown(files: Catalogue, typed: str) -> None:
    every = files.search(typed, limit=200)

    for limit in (1, 2, 200):
        assert files.find(typed, limit=limit).total == len(every)


def test_a_style_is_found_whole_with_its_colours_sizes_and_coming_prices(files: Catalogue) -> None:
    coming = {"price_minor": 80, "valid_from": "2026-12-01T00:00:00.000Z"}
    red = a_change("JK-90-R", "外套", style="JK", colour_en="red", size_en="90 cm", prices=[coming])
    take(files, red, a_change("JK-90-G", "外套", style="JK"))

    product, variants = files.article("jk-90-r")

    assert product is not None
    assert (product.colour_en, product.size_en, product.prices[0].price_minor) == ("red", "90 cm", 80)
    assert {it.sku for it in variants} == {"JK-90-R", "JK-90-G"}
    assert files.article("NF-1")[1] == (files.search("NF-1")[0],)
    assert files.article("NONE") == (None, ())


def test_a_price_that_is_to_come_leaves_the_words_alone_and_goes_again(files: Catalogue) -> None:
    coming = {"price_minor": 80, "valid_from": "2026-12-01T00:00:00.000Z", "valid_until": "2026-12-02T00:00:00.000Z"}
    take(files, a_change(*PRODUCTS[1], prices=[coming]), version=2)
    with_it = files.search("奶粉盒")[0].prices
    take(files, a_change(*PRODUCTS[1]), version=3)

    assert len(with_it) == 1
    assert files.search("奶粉盒")[0].prices == ()


def test_a_file_of_the_first_version_serves_on_until_the_hubs_next_one(tmp_path: Path) -> None:
    path = tmp_path / "catalogue" / "00000001.db"
    path.parent.mkdir()
    make_empty(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("DROP INDEX product_by_style")
        for name in ("style", "colour_zh", "colour_en", "size_zh", "size_en", "brand", "prices", "member_prices"):
            file.execute(f"ALTER TABLE product DROP COLUMN {name}")
        file.execute(
            "INSERT INTO product (id, version, sku, gtin, name_zh, name_en, price_minor, currency, category, pinyin)"
            " VALUES (1, 1, 'OLD-1', '', '旧', 'Old', 5, 'CNY', '', 'jiu')"
        )
        file.execute("INSERT INTO product_word (rowid, word) VALUES (1, 'old ^old')")
        file.execute("UPDATE _meta SET epoch = 1, seq = 7")
        file.execute("PRAGMA user_version = 1")

    with closing(Catalogue(path.parent)) as opened:
        assert [it.sku for it in opened.search("old")] == ["OLD-1"]
        assert opened.mark().epoch not in {0, 1}
        assert open_catalogue(path).schema.version == CATALOGUE_SCHEMA


def test_a_file_that_knows_no_tiers_serves_on_until_the_hubs_next_one(tmp_path: Path) -> None:
    path = tmp_path / "catalogue" / "00000001.db"
    path.parent.mkdir()
    make_empty(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for name in ("brand", "member_prices"):
            file.execute(f"ALTER TABLE product DROP COLUMN {name}")
        file.execute(
            "INSERT INTO product (id, version, sku, gtin, name_zh, name_en, price_minor, currency, category, pinyin)"
            " VALUES (1, 1, 'OLD-1', '', '旧', 'Old', 5, 'CNY', '', 'jiu')"
        )
        file.execute("INSERT INTO product_word (rowid, word) VALUES (1, 'old ^old')")
        file.execute("UPDATE _meta SET epoch = 1, seq = 7")
        file.execute("PRAGMA user_version = 2")

    with closing(Catalogue(path.parent)) as opened:
        assert [(it.sku, it.member_prices) for it in opened.search("old")] == [("OLD-1", ())]
        assert opened.mark().epoch not in {0, 1}


def test_a_brand_leaves_the_words_alone_and_is_kept(files: Catalogue) -> None:
    take(files, a_change(*PRODUCTS[1], brand="牧澄 Mucheng"), version=2)

    (first, *_) = files.search("奶粉盒")

    assert (first.sku, first.brand) == ("NF-1", "牧澄 Mucheng")
    assert product_json(first)["brand"] == "牧澄 Mucheng"


def test_a_price_for_a_tier_leaves_the_words_alone_is_kept_whole_and_goes_again(files: Catalogue) -> None:
    gold = {"tier": "金芽", "price_minor": 80, "valid_from": "2026-12-01T00:00:00.000Z"}
    ending = {**gold, "tier": "银芽", "valid_until": "2026-12-02T00:00:00.000Z"}
    with files.read() as connection:
        before = catalogue.product_of_sku(connection, "NF-1")
    take(files, a_change(*PRODUCTS[1], member_prices=[gold, ending]), version=2)
    (with_them,) = files.search("奶粉盒")
    take(files, a_change(*PRODUCTS[1]), version=3)

    assert with_them.prices == ()
    assert product_json(with_them)["member_prices"] == [gold, ending]
    assert files.search("奶粉盒") == (before,)


def test_a_new_price_is_there_and_the_words_still_find_it(files: Catalogue) -> None:
    take(files, a_change(*PRODUCTS[1], price_minor=777), version=2)

    (first, *_) = files.search("奶粉盒")
    assert (first.sku, first.price_minor) == ("NF-1", 777)


def test_a_product_is_found_by_its_new_name_and_no_more_by_its_old_one(files: Catalogue) -> None:
    take(files, a_change("NF-1", "米粉盒", "Rice box", "mi fen he"), version=2)

    assert skus(files, "米粉") == skus(files, "mf") == ["NF-1"]
    assert "NF-1" not in skus(files, "奶粉")
    assert "NF-1" not in skus(files, "naifen")


def test_a_product_that_is_gone_is_found_no_more(files: Catalogue) -> None:
    take(files, ("NF-1", None), ("NEVER-WAS", None))

    assert "NF-1" not in {sku for typed in ("奶粉", "nf", "NF-1", "milk") for sku in skus(files, typed)}


def test_however_it_came_about_the_index_is_that_of_the_rows(files: Catalogue, tmp_path: Path) -> None:
    names = itertools.cycle([("红茶", "hong cha"), ("绿茶", "lv cha"), ("茶杯", "cha bei")])
    for version in range(2, 20):
        rows = [a_change(f"T-{n}", *(name := next(names))[:1], "Tea", name[1]) for n in range(version % 5)]
        take(files, *rows, (f"T-{version % 4}", None), version=version)
    with files.read() as connection:
        rows = [row.sku for row in connection.exec_driver_sql("SELECT sku FROM product")]

    assert set(skus(files, "茶", limit=100)) == {sku for sku in rows if sku.startswith("T-")}
    with Catalogue(tmp_path / "catalogue").write() as connection:
        connection.exec_driver_sql("INSERT INTO product_word (product_word) VALUES ('integrity-check')")


def test_a_page_that_does_not_begin_where_the_catalogue_ends_is_left(files: Catalogue) -> None:
    with files.write() as connection:
        at = catalogue.mark(connection)
        later = FeedPage(1, "global", at.seq + 1, at.seq + 2, more=False, changes=())
        other = FeedPage(2, "global", at.seq, at.seq + 2, more=False, changes=())

        assert not catalogue_feed.apply_page(connection, later)
        assert not catalogue_feed.apply_page(connection, other)
        assert catalogue.mark(connection) == at


def test_a_row_that_is_none_leaves_all_as_it_was(files: Catalogue) -> None:
    before = files.mark()

    with pytest.raises(Malformed):
        take(files, a_change("A-1", "新"), ("B-1", {"gtin": 5}))

    assert files.mark() == before
    assert skus(files, "新") == []


def test_another_file_takes_over_while_somebody_reads_the_old_one(files: Catalogue, tmp_path: Path) -> None:
    incoming = tmp_path / "catalogue" / "incoming.db"
    make_empty(incoming)
    old = sorted((tmp_path / "catalogue").glob("0*.db"))

    with files.read() as reading:
        files.put_into_service(incoming)
        still = catalogue.product_of_sku(reading, "NF-1")
        now = skus(files, "奶粉")

    assert still is not None
    assert now == []
    assert [path.exists() for path in old] == [False]
    assert files.mark() == (0, 0)


def test_after_a_restart_the_newest_whole_file_serves(files: Catalogue, tmp_path: Path) -> None:
    files.close()
    (tmp_path / "catalogue" / "00000009.db").write_bytes(b"no database at all" * 1000)

    with closing(Catalogue(tmp_path / "catalogue")) as reopened:
        assert skus(reopened, "奶粉盒") == ["NF-1"]


def test_a_file_of_other_tables_is_not_taken_for_a_catalogue(tmp_path: Path) -> None:
    make_empty(tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as file:
        file.execute("PRAGMA user_version = 99")

    with pytest.raises(DatabaseNewer):
        open_catalogue(tmp_path / "newer.db")


def test_a_damaged_file_finds_nothing_and_is_marked_to_be_fetched_anew(files: Catalogue, tmp_path: Path) -> None:
    files.close()
    (path,) = (tmp_path / "catalogue").glob("0*.db")
    raw = bytearray(path.read_bytes())
    raw[4096:] = bytes(len(raw) - 4096)
    path.write_bytes(raw)

    with closing(Catalogue(tmp_path / "catalogue")) as damaged:
        assert damaged.product(gtin="02990000000025") is None
        assert damaged.search("奶粉") == ()
        assert damaged.is_suspect


def test_the_words_of_this_schema_stay_what_they_are() -> None:
    """Hub and till compute them each for itself: whoever changes them must change CATALOGUE_SCHEMA, too."""
    words = index_words(sku="AB-1", gtin="02990000000018", name_zh="奶粉 3段", name_en="Milk", pinyin="nai fen, duan")

    assert words == (
        "奶 粉 奶粉 3 段 ^奶 ^奶粉 milk ^milk ab 1 ab1 2990000000018 ~naifen ~fen ~nf ~f ^naifen ^nf ~duan ~d"
    )
