"""The catalogue as a file: what the hub writes into a snapshot, and what a till finds in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from clerk_app.domain.catalogue import Product
from clerk_app.wire.fields import Malformed, int_of, text_of

PRODUCT: Final = "product"
"""The entity of the feed that the catalogue is made of."""
CATALOGUE_SCHEMA: Final = 1
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
        pinyin TEXT NOT NULL
    )""",
    # Its words are not kept a second time: they follow from the row. The prefixes make the first keystrokes cheap.
    """CREATE VIRTUAL TABLE product_word USING fts5(
        word, content='', columnsize=0, detail=none, prefix='1 2 3 4', tokenize="ascii tokenchars '^~'"
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
)
"""Made after the rows, which is quicker. One index serves both the SKU as it is and as somebody types it."""
INSERT_PRODUCT: Final = """
    INSERT INTO product (id, version, sku, gtin, name_zh, name_en, price_minor, currency, category, pinyin)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
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
    return Product(
        sku=sku,
        gtin=text_of(body, "gtin"),
        name_zh=text_of(body, "name_zh"),
        name_en=text_of(body, "name_en"),
        price_minor=int_of(body, "price_minor"),
        currency=text_of(body, "currency"),
        category=text_of(body, "category") if "category" in body else "",
        pinyin=text_of(body, "pinyin") if "pinyin" in body else "",
    )


def product_row(product: Product) -> tuple[Any, ...]:
    """The columns of the table from `sku` on."""
    it = product
    return (it.sku, it.gtin, it.name_zh, it.name_en, it.price_minor, it.currency, it.category, it.pinyin)
