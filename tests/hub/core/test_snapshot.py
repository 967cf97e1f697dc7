"""The catalogue as one file: it says what the feed says, can be searched as it is, and is what its name promises."""

import hashlib
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
import zstandard
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.wire import CATALOGUE_SCHEMA, PAGE_MAX, Snapshot, page_of
from hub import feed
from hub.readings import pinyin_of
from hub.snapshot import Snapshots
from tests.hub.core.shop import Answer, Counter, Shop, ask

FORMULA = {"sku": "MC-3-800", "gtin": "02990000000018", "name_zh": "牧澄配方奶粉 3 段", "name_en": "Mucheng formula"}


def a_product(**changes: Any) -> dict[str, Any]:
    return {**FORMULA, "price_minor": 26800, "currency": "CNY", "category": "formula", **changes}


def tell(shop: Shop, *products: Mapping[str, Any]) -> None:
    with shop.database.write("global", rows=len(products)) as tx:
        for body in products:
            feed.put(tx, "global", "product", body["sku"], body)


def built(shop: Shop) -> Snapshot:
    made = shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1)
    assert made is not None
    return made


def unpacked(raw: bytes, folder: Path) -> Path:
    path = folder / "unpacked.db"
    path.write_bytes(zstandard.ZstdDecompressor().decompress(raw))
    return path


def found(file: sqlite3.Connection, words: str) -> list[str]:
    query = (
        "SELECT sku FROM product JOIN product_word ON product_word.rowid = id WHERE product_word MATCH ? ORDER BY id"
    )
    return [sku for (sku,) in file.execute(query, (words,))]


def blob(till: Counter, sha256: str, **headers: str) -> Answer:
    path = f"/v1/blobs/{sha256}"
    token = f"Bearer {till.token('GET', path)}"
    answer = requests.get(till.address + path, headers={"Authorization": token, **headers}, timeout=20)
    return Answer(answer.status_code, answer.content, {name.lower(): it for name, it in answer.headers.items()})


@pytest.mark.both_engines
def test_a_snapshot_holds_what_the_feed_tells_and_says_from_where_to_go_on(
    shop: Shop, till: Counter, tmp_path: Path
) -> None:
    tell(shop, a_product(), a_product(sku="OLD-1"), a_product(sku="DP-L", name_zh="尿裤", name_en="Nappies", gtin=""))
    with shop.database.write("global") as tx:
        feed.delete(tx, "global", "product", "OLD-1")

    made = built(shop)
    offered = till.ask("GET", "/v1/hello").json["snapshots"]["global"]
    raw = blob(till, made.sha256).raw

    assert offered == {name: getattr(made, name) for name in Snapshot.__slots__}
    assert (hashlib.sha256(raw).hexdigest(), len(raw)) == (made.sha256, made.bytes)
    with closing(sqlite3.connect(unpacked(raw, tmp_path))) as file:
        rows = file.execute("SELECT sku, name_zh, price_minor, pinyin FROM product ORDER BY sku").fetchall()
        meta = file.execute("SELECT scope, epoch, seq, schema FROM _meta").fetchall()
        assert rows == [
            ("DP-L", "尿裤", 26800, "niao ku"),
            ("MC-3-800", "牧澄配方奶粉 3 段", 26800, "mu cheng pei fang nai fen, duan"),
        ]
        assert meta == [("global", 1, made.seq, CATALOGUE_SCHEMA)]
        assert file.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    assert made.seq == till.page(scope="global").to_seq


def test_the_file_is_searchable_as_it_comes(shop: Shop, till: Counter, tmp_path: Path) -> None:
    tell(shop, a_product(), a_product(sku="DP-L", name_zh="尿裤", name_en="Nappies", gtin=""))

    with closing(sqlite3.connect(unpacked(blob(till, built(shop).sha256).raw, tmp_path))) as file:
        for words in ('"奶"', '"奶粉"', '"form"*', '"~naifen"*', '"~nf"*', '"800"*', '"29900"*', '"^mc"*'):
            assert found(file, words) == ["MC-3-800"], words


def test_the_rest_of_a_file_can_be_had_and_a_copy_is_good_for_ever(shop: Shop, till: Counter) -> None:
    tell(shop, a_product())
    sha256 = built(shop).sha256

    whole = blob(till, sha256)
    rest = blob(till, sha256, Range="bytes=100-")
    known = blob(till, sha256, **{"If-None-Match": f'"{sha256}"'})
    beyond = blob(till, sha256, Range="bytes=99999999-")

    assert (rest.status, rest.raw) == (206, whole.raw[100:])
    assert rest.headers["content-range"] == f"bytes 100-{len(whole.raw) - 1}/{len(whole.raw)}"
    assert (known.status, known.raw) == (304, b"")
    assert beyond.status == 416
    assert whole.headers["etag"] == f'"{sha256}"'
    assert "immutable" in whole.headers["cache-control"]
    assert whole.headers["content-type"] == "application/zstd"


def test_only_a_till_gets_a_file_and_only_by_its_whole_name(shop: Shop, till: Counter) -> None:
    tell(shop, a_product())
    sha256 = built(shop).sha256

    assert ask(shop.address, "GET", f"/v1/blobs/{sha256}").status == 401
    assert till.ask("GET", f"/v1/blobs/{'0' * 64}").status == 404
    assert till.ask("GET", "/v1/blobs/snapshots.json").status == 400
    assert till.ask("GET", "/v1/blobs/..%2Fissuer_keys.json").status in {400, 404}


@pytest.mark.both_engines
def test_a_new_one_is_built_when_the_feed_has_gone_far_and_the_last_one_is_kept(shop: Shop, till: Counter) -> None:
    tell(shop, a_product())
    first = built(shop)
    tell(shop, a_product(price_minor=1))
    near = shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1)

    tell(shop, *(a_product(sku=f"S-{number}") for number in range(PAGE_MAX)))
    second = built(shop)
    tell(shop, *(a_product(sku=f"T-{number}") for number in range(PAGE_MAX)))
    third = built(shop)

    assert near is None
    assert (second.rows, third.rows) == (PAGE_MAX + 1, 2 * PAGE_MAX + 1)
    assert [blob(till, it.sha256).status for it in (first, second, third)] == [404, 200, 200]


def test_a_small_catalogue_is_left_to_the_feed(shop: Shop, till: Counter) -> None:
    tell(shop, a_product())

    assert shop.hub.snapshots.refresh(datetime.now(UTC)) is None
    assert till.ask("GET", "/v1/hello").json["snapshots"] == {}


def test_a_file_of_before_the_hub_was_restored_is_not_offered(shop: Shop, folder: Path) -> None:
    tell(shop, a_product())
    shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1)

    restored = Snapshots(folder, shop.database, epoch=2)

    assert restored.offered() == {}
    assert restored.refresh(datetime.now(UTC), least_rows=1) is not None
    assert set(restored.offered()) == {"global"}


@pytest.mark.both_engines
def test_a_product_that_is_none_does_not_spoil_the_others(shop: Shop) -> None:
    tell(shop, a_product(), {"sku": "BROKEN"}, a_product(sku="X", price_minor="cheap"))

    assert built(shop).rows == 1


@pytest.mark.both_engines
def test_the_catalogue_and_the_rest_of_the_chain_can_be_read_apart(shop: Shop, till: Counter) -> None:
    tell(shop, a_product())

    only = till.ask("GET", "/v1/changes?scope=global&epoch=1&after=0&only=product").raw
    rest = till.ask("GET", "/v1/changes?scope=global&epoch=1&after=0&without=product").raw

    products, others = page_of(only), page_of(rest)
    assert [change.entity for change in products.changes] == ["product"]
    assert products.changes[0].body == {**a_product(), "pinyin": "mu cheng pei fang nai fen, duan"}
    assert {change.entity for change in others.changes} == {"key_set"}
    assert products.to_seq == others.to_seq


@pytest.mark.parametrize(
    ("name", "pinyin"), [("银行行走", "yin hang xing zou"), ("Formula", ""), ("3 段 重庆", "duan, chong qing")]
)
def test_names_are_read_as_people_read_them(name: str, pinyin: str) -> None:
    assert pinyin_of(name) == pinyin
