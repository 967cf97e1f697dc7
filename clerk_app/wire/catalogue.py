"""The catalogue as a file: what the hub writes into a snapshot, and what a till finds in it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from clerk_app.domain.catalogue import DatedPrice, Product
from clerk_app.wire.fields import Malformed, int_of, list_of, loads, text_of, time_of, time_text

PRODUCT: Final = "product"
"""The entity of the feed that the catalogue is made of."""
CATALOGUE_SCHEMA: Final = 2
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
        prices TEXT NOT NULL DEFAULT ''
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
_TEXTS: Final = ("category", "pinyin", "style", "colour_zh", "colour_en", "size_zh", "size_en")
"""What an older hub does not tell, or not of every article."""
PRODUCT_COLUMNS: Final = ("sku", "gtin", "name_zh", "name_en", "price_minor", "currency", *_TEXTS, "prices")
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
        prices=list_of(body, "prices", _price_of) if "prices" in body else (),
    )


def _text(body: Mapping[str, Any], name: str) -> str:
    """Empty where it is not told."""
    return text_of(body, name) if name in body else ""


def product_json(product: Product) -> dict[str, Any]:
    """What `product_of` reads; what an article has not is left out."""
    it = product
    plain = {"sku": it.sku, "gtin": it.gtin, "name_zh": it.name_zh, "name_en": it.name_en}
    texts = {name: text for name in _TEXTS if (text := getattr(it, name))}
    dated = {"prices": prices_json(it.prices)} if it.prices else {}
    return {**plain, "price_minor": it.price_minor, "currency": it.currency, **texts, **dated}


def product_row(product: Product) -> tuple[Any, ...]:
    """The columns of the table from `sku` on."""
    it = product
    prices = json.dumps({"prices": prices_json(it.prices)}, separators=(",", ":")) if it.prices else ""
    return (
        *(it.sku, it.gtin, it.name_zh, it.name_en, it.price_minor, it.currency, it.category, it.pinyin),
        *(it.style, it.colour_zh, it.colour_en, it.size_zh, it.size_en, prices),
    )


def product_of_row(row: Sequence[Any]) -> Product:
    """The same, read back: most articles have one price for ever, and cost no parsing."""
    *columns, prices = row
    return Product(*columns, prices=list_of(loads(prices), "prices", _price_of) if prices else ())


def prices_json(prices: Iterable[DatedPrice]) -> list[dict[str, Any]]:
    return [
        {"price_minor": it.price_minor, "valid_from": time_text(it.valid_from)}
        | ({"valid_until": time_text(it.valid_until)} if it.valid_until else {})
        for it in prices
    ]


def _price_of(row: Mapping[str, Any]) -> DatedPrice:
    until = time_of(row["valid_until"]) if "valid_until" in row else None
    return DatedPrice(int_of(row, "price_minor"), time_of(row.get("valid_from")), until)
