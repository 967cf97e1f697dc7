"""The catalogue as a file: what the hub writes into a snapshot, and what a till finds in it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from clerk_app.wire.fields import Malformed, int_of, list_of, loads, text_of, time_of, time_text

PRODUCT: Final = "product"
"""The entity of the feed that the catalogue is made of."""
CATALOGUE_SCHEMA: Final = 4
"""Changes with the tables below, and with the words of clerk_app.domain.search_words."""
CATALOGUE_APPLICATION_ID: Final = 0x436C4B61
CATALOGUE_TABLES: Final = (
    """CREATE TABLE product (
        id INTEGER PRIMARY KEY,
        version INTEGER NOT NULL,
        sku TEXT NOT NULL,
        gtin TEXT NOT NULL,
        name_zh TEXT NOT NULL,
        name_en TEXT NOT NULL,
        price_minor INTEGER NOT NULL,
        currency TEXT NOT NULL,
        category TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        style TEXT NOT NULL DEFAULT '',
        colour_zh TEXT NOT NULL DEFAULT '',
        colour_en TEXT NOT NULL DEFAULT '',
        size_zh TEXT NOT NULL DEFAULT '',
        size_en TEXT NOT NULL DEFAULT '',
        brand TEXT NOT NULL DEFAULT '',
        prices TEXT NOT NULL DEFAULT '',
        member_prices TEXT NOT NULL DEFAULT ''
    )""",
    # Its words are not kept a second time: they follow from the row. The prefixes make each key cheap: what is
    # longer than they are is read to its end, however many names begin like it.
    """CREATE VIRTUAL TABLE product_word USING fts5(
        word, content='', columnsize=0, detail=none, prefix='1 2 3 4 5 6 7 8', tokenize="ascii tokenchars '^~'"
    )""",
    """CREATE TABLE _meta (
        scope TEXT PRIMARY KEY,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        schema INTEGER NOT NULL,
        built_at TEXT NOT NULL
    )""",
    f"PRAGMA application_id = {CATALOGUE_APPLICATION_ID}",
    f"PRAGMA user_version = {CATALOGUE_SCHEMA}",
)
CATALOGUE_INDEXES: Final = (
    "CREATE INDEX product_by_gtin ON product (gtin) WHERE gtin <> ''",
    "CREATE INDEX product_by_sku ON product (sku COLLATE NOCASE)",
    "CREATE INDEX product_by_style ON product (style) WHERE style <> ''",
)
"""Made after the rows, which is quicker. One index serves both the SKU as it is and as somebody types it."""
_TEXTS: Final = ("category", "pinyin", "style", "colour_zh", "colour_en", "size_zh", "size_en", "brand")
"""What an older hub does not tell, or not of every article."""
_DATED: Final = ("prices", "member_prices")
PRODUCT_COLUMNS: Final = ("sku", "gtin", "name_zh", "name_en", "price_minor", "currency", *_TEXTS, *_DATED)
INSERT_PRODUCT: Final = f"""
    INSERT INTO product (id, version, {", ".join(PRODUCT_COLUMNS)}) VALUES (?, ?{", ?" * len(PRODUCT_COLUMNS)})
"""  # noqa: S608 (names of our own columns)
INSERT_WORDS: Final = "INSERT INTO product_word (rowid, word) VALUES (?, ?)"
INSERT_META: Final = "INSERT INTO _meta (scope, epoch, seq, schema, built_at) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the hub says of a snapshot it keeps: the name is the SHA-256 of the compressed file."""

    sha256: str
    seq: int
    bytes: int
    unpacked_bytes: int
    rows: int
    schema: int


def snapshot_json(snapshot: Snapshot) -> dict[str, Any]:
    return asdict(snapshot)


def snapshot_of(message: Mapping[str, Any]) -> Snapshot:
    sha256 = text_of(message, "sha256")
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise Malformed("sha256: 64 hexadecimal digits are needed")
    numbers = {field.name: int_of(message, field.name) for field in fields(Snapshot) if field.name != "sha256"}
    return Snapshot(sha256, **numbers)


def product_of(sku: str, body: Mapping[str, Any]) -> Product:
    """Raises Malformed."""
    return Product(
        sku=sku,
        gtin=text_of(body, "gtin"),
        name_zh=text_of(body, "name_zh"),
        name_en=text_of(body, "name_en"),
        price_minor=int_of(body, "price_minor"),
        currency=text_of(body, "currency"),
        category=_text(body, "category"),
        pinyin=_text(body, "pinyin"),
        style=_text(body, "style"),
        colour_zh=_text(body, "colour_zh"),
        colour_en=_text(body, "colour_en"),
        size_zh=_text(body, "size_zh"),
        size_en=_text(body, "size_en"),
        brand=_text(body, "brand"),
        prices=list_of(body, "prices", _price_of) if "prices" in body else (),
        member_prices=list_of(body, "member_prices", _member_price_of) if "member_prices" in body else (),
    )


def _text(body: Mapping[str, Any], name: str) -> str:
    """Empty where it is not told."""
    return text_of(body, name) if name in body else ""


def product_json(product: Product) -> dict[str, Any]:
    """What `product_of` reads; what an article has not is left out."""
    it = product
    plain = {"sku": it.sku, "gtin": it.gtin, "name_zh": it.name_zh, "name_en": it.name_en}
    texts = {name: text for name in _TEXTS if (text := getattr(it, name))}
    dated = {"prices": _prices_json(it)} if it.prices else {}
    own = {"member_prices": _member_prices_json(it)} if it.member_prices else {}
    return {**plain, "price_minor": it.price_minor, "currency": it.currency, **texts, **dated, **own}


def product_row(product: Product) -> tuple[Any, ...]:
    """The columns of the table from `sku` on."""
    it = product
    prices = _packed("prices", _prices_json(it)) if it.prices else ""
    member_prices = _packed("member_prices", _member_prices_json(it)) if it.member_prices else ""
    return (
        *(it.sku, it.gtin, it.name_zh, it.name_en, it.price_minor, it.currency, it.category, it.pinyin),
        *(it.style, it.colour_zh, it.colour_en, it.size_zh, it.size_en, it.brand, prices, member_prices),
    )


def product_of_row(row: Sequence[Any]) -> Product:
    """The same, read back: most articles have one price for ever, and cost no parsing."""
    *columns, prices, member_prices = row
    return Product(
        *columns,
        prices=list_of(loads(prices), "prices", _price_of) if prices else (),
        member_prices=list_of(loads(member_prices), "member_prices", _member_price_of) if member_prices else (),
    )


def _packed(name: str, rows: list[dict[str, Any]]) -> str:
    return json.dumps({name: rows}, separators=(",", ":"), ensure_ascii=False)


def _prices_json(product: Product) -> list[dict[str, Any]]:
    return [_price_json(it) for it in product.prices]


def _member_prices_json(product: Product) -> list[dict[str, Any]]:
    """They stand apart: a till that knows no tiers would sell at them to everybody."""
    return [{"tier": it.tier, **_price_json(it.price)} for it in product.member_prices]


def _price_json(price: DatedPrice) -> dict[str, Any]:
    until = {"valid_until": time_text(price.valid_until)} if price.valid_until else {}
    return {"price_minor": price.price_minor, "valid_from": time_text(price.valid_from), **until}


def _price_of(row: Mapping[str, Any]) -> DatedPrice:
    until = time_of(row["valid_until"]) if "valid_until" in row else None
    return DatedPrice(int_of(row, "price_minor"), time_of(row.get("valid_from")), until)


def _member_price_of(row: Mapping[str, Any]) -> MemberPrice:
    return MemberPrice(text_of(row, "tier"), _price_of(row))
