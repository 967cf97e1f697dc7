"""Every table of a till, on one page; those of the catalogue, which the hub makes, are in clerk_app.wire.

The cache is written by sync only, the ledger by the clerk; sync adds the hub's answers to it in a table of
their own. Times are texts as the wire spells them (UTC, milliseconds), so that they sort.
"""

from typing import Any, Final

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, MetaData, Table, Text, text

from clerk_app.store.database import Schema
from clerk_app.wire import CATALOGUE_APPLICATION_ID

CACHE: Final = MetaData()


NO_EPOCH: Final = -1
"""Of a catalogue that no hub goes on from. 0 would be one that was not begun yet."""


def _version() -> Column[Any]:
    """The row's version in the feed: what a digest is made of."""
    return Column("version", Integer, nullable=False, server_default="0")


orders = Table(
    "orders",
    CACHE,
    Column("order_no", Integer, primary_key=True),
    Column("pickup_id", Text, nullable=False, index=True),
    Column("short_code_hmac", LargeBinary, nullable=False, index=True),  # empty: it has none
    Column("member", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("due_at", Text, nullable=False),
    Column("collect_by", Text, nullable=False),
    Column("body", Text, nullable=False),  # wire.order_json, without the short code
    _version(),
    Index("orders_by_status", "status", "due_at"),
)
branches = Table(
    "branches",
    CACHE,
    Column("branch", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    _version(),
)
rules = Table("rules", CACHE, Column("id", Text, primary_key=True), Column("body", Text, nullable=False), _version())
key_set = Table(
    "key_set", CACHE, Column("id", Text, primary_key=True), Column("body", Text, nullable=False), _version()
)
staff = Table("staff", CACHE, Column("badge", Text, primary_key=True), Column("body", Text, nullable=False), _version())
tills = Table("tills", CACHE, Column("till", Text, primary_key=True), Column("body", Text, nullable=False), _version())
revoked = Table(
    "revoked",
    CACHE,
    Column("pickup_id", Text, primary_key=True),
    Column("expires", Text, nullable=False),
    _version(),
)
conflicts = Table(
    "conflicts",
    CACHE,
    Column("conflict", Text, primary_key=True),
    Column("order_no", Integer, nullable=False, index=True),
    Column("body", Text, nullable=False),
    _version(),
)
holds = Table(
    "holds", CACHE, Column("order_no", Integer, primary_key=True), Column("body", Text, nullable=False), _version()
)
stock = Table(
    "stock",
    CACHE,
    Column("sku", Text, primary_key=True),
    Column("on_hand", Integer, nullable=False),
    Column("reserved", Integer, nullable=False),
    Column("safety", Integer, nullable=False),
    Column("changed_at", Text, nullable=False),
    _version(),
)
members = Table(
    "members",
    CACHE,
    Column("member", Text, primary_key=True),
    Column("phone_tail", Text, nullable=False, index=True),
    Column("phone_hmac", LargeBinary, nullable=False, index=True),  # empty: no phone, or forgotten
    Column("initials", Text, nullable=False, index=True),
    Column("name_masked", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("body", Text, nullable=False),  # the feed's, without mark and initials; empty: forgotten
    _version(),
    Index("members_forgotten", "member", sqlite_where=text("body = ''")),
)
offers = Table(
    "offers", CACHE, Column("offer", Text, primary_key=True), Column("body", Text, nullable=False), _version()
)
feed_cursor = Table(
    "feed_cursor",
    CACHE,
    Column("scope", Text, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("whole_seq", Integer, nullable=False),  # where the last reading to the feed's end came to
)
hub_state = Table(
    "hub_state",
    CACHE,
    Column("id", Integer, primary_key=True),  # one row, 1
    Column("epoch", Integer, nullable=False),
    Column("answered_at", Text, nullable=False),  # by the hub's own clock
)

LEDGER: Final = MetaData()
AT_DRAWER: Final = "entity IN ('drawer', 'day')"
"""Of an operation: that it was done at the drawer. A query that says so word for word finds the few that there are."""

operations = Table(
    "operations",
    LEDGER,
    Column("seq", Integer, primary_key=True),
    Column("op_id", Text, nullable=False, unique=True),
    Column("entity", Text, nullable=False),
    Column("entity_id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("envelope", LargeBinary, nullable=False),  # canonical JSON: what was signed, byte for byte
    Column("signature", LargeBinary, nullable=False),
    Column("hash", Text, nullable=False),  # what the next one names as `prev`
    Column("occurred_at", Text, nullable=False, index=True),  # where a day is read
    Index("operations_of_sales", "seq", sqlite_where=text("kind = 'sale.completed'")),  # where receipts are counted
    Index("operations_of_returns", "seq", sqlite_where=text("kind = 'return.received'")),  # and slips
)
Index("operations_at_drawer", operations.c.kind, operations.c.seq, sqlite_where=text(AT_DRAWER))
answers = Table(
    "answers",
    LEDGER,
    Column("op_id", Text, primary_key=True),
    Column("status", Text, nullable=False),
    Column("final", Integer, nullable=False),
    Column("seq", Text, nullable=False),  # JSON: scope → position in its feed
    Column(
        "last_seq", Integer, nullable=False, index=True
    ),  # the highest of them: finds what the cache does not show yet
    Column("reason", Text, nullable=False),
    Column("conflict", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("answered_at", Text, nullable=False),
)
wrong_tries = Table(
    "wrong_tries",
    LEDGER,
    Column("id", Integer, primary_key=True),
    Column("subject", Text, nullable=False, index=True),  # what was tried: a badge's PIN, or any short code
    Column("at", Text, nullable=False),
)
baskets = Table(
    "baskets",
    LEDGER,
    Column("basket", Text, primary_key=True),
    Column("state", Text, nullable=False, index=True),  # open: at most one; or held
    Column("name", Text, nullable=False),  # under which it is held
    Column("changed_at", Text, nullable=False),
    Column("body", Text, nullable=False),
)
archived = Table(  # the numbers of operations that the hub has had for long, and that are no longer here
    "archived",
    LEDGER,
    Column("first_seq", Integer, primary_key=True),
    Column("last_seq", Integer, nullable=False),
)
payments = Table(  # attempts, each written before anything leaves
    "payments",
    LEDGER,
    Column("attempt", Text, primary_key=True),
    Column("basket", Text, nullable=False, index=True),
    Column("state", Text, nullable=False, index=True),
    Column("started_at", Text, nullable=False),
    Column("body", Text, nullable=False),
)


reservations = Table(  # pieces that the hub keeps for lines of a basket here
    "reservations",
    LEDGER,
    Column("reservation", Text, primary_key=True),
    Column("basket", Text, nullable=False, index=True),
    Column("line", Integer, nullable=False),
    Column("branch", Integer, nullable=False),
    Column("method", Text, nullable=False),
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("until", Text, nullable=False),
)
intents = Table(  # what could not be ordered: somebody has to call back
    "intents",
    LEDGER,
    Column("intent", Text, primary_key=True),
    Column("state", Text, nullable=False, index=True),
    Column("made_at", Text, nullable=False),
    Column("ended_at", Text, nullable=False),  # empty: it waits
    Column("body", Text, nullable=False),
)


drawer_counts = Table(  # counts of a drawer that are not written down as its end yet
    "drawer_counts",
    LEDGER,
    Column("id", Integer, primary_key=True),
    Column("drawer", Text, nullable=False),
    Column("body", Text, nullable=False),
)


def _move_products_out(connection: Connection) -> None:
    """The catalogue has a file of its own, and rows know their version; 0 fits nothing, so all is read once more."""
    connection.exec_driver_sql("DROP TABLE products")
    for name in ("orders", "branches", "rules", "key_set", "staff", "tills", "revoked", "conflicts", "holds"):
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN version INTEGER NOT NULL DEFAULT 0")


def _note_where_a_reading_ended(connection: Connection) -> None:
    """0: whatever this till did is laid over until the feed has been read to its end once more."""
    connection.exec_driver_sql("ALTER TABLE feed_cursor ADD COLUMN whole_seq INTEGER NOT NULL DEFAULT 0")


def _identity(tables: MetaData) -> Table:
    """One row: the file's own id, by which another one in its place is known; and, of a ledger that was rebuilt with
    its end missing, where the chain goes on.
    """
    return Table(
        "identity",
        tables,
        Column("id", Integer, primary_key=True),  # one row, 1
        Column("file_id", Text, nullable=False),
        Column("seq", Integer, nullable=False),
        Column("hash", Text, nullable=False),
    )


cache_identity, ledger_identity = _identity(CACHE), _identity(LEDGER)


def _add_identity(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE identity"
        " (id INTEGER PRIMARY KEY, file_id TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL)"
    )


def _read_the_staff_anew(connection: Connection) -> None:
    """What is kept of PINs is closed with a key, which is not here. Until it is read again, the old one counts."""
    connection.exec_driver_sql("DELETE FROM feed_cursor WHERE scope LIKE 'branch:%'")


def _add_stock(connection: Connection) -> None:
    """What was passed over before comes with the next comparing, which finds nothing here where the hub has stock."""
    connection.exec_driver_sql(
        "CREATE TABLE stock (sku TEXT PRIMARY KEY NOT NULL, on_hand INTEGER NOT NULL, reserved INTEGER NOT NULL,"
        " safety INTEGER NOT NULL, changed_at TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0)"
    )


def _add_members(connection: Connection) -> None:
    """They come with the next changes of each, and all with the next comparing, as the stock did."""
    connection.exec_driver_sql(
        "CREATE TABLE members (member TEXT PRIMARY KEY NOT NULL, phone_tail TEXT NOT NULL, phone_hmac BLOB NOT NULL,"
        " initials TEXT NOT NULL, name_masked TEXT NOT NULL, tier TEXT NOT NULL, points INTEGER NOT NULL,"
        " seen_at TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0)"
    )
    for column in ("phone_tail", "phone_hmac", "initials"):
        connection.exec_driver_sql(f"CREATE INDEX ix_members_{column} ON members ({column})")
    connection.exec_driver_sql("CREATE INDEX members_forgotten ON members (member) WHERE body = ''")


def _add_styles_and_prices(connection: Connection) -> None:
    """The file serves on as it is, and is of no epoch: so the hub's next one takes its place."""
    for name in ("style", "colour_zh", "colour_en", "size_zh", "size_en", "prices"):
        connection.exec_driver_sql(f"ALTER TABLE product ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("CREATE INDEX product_by_style ON product (style) WHERE style <> ''")
    connection.exec_driver_sql("UPDATE _meta SET epoch = ?", (NO_EPOCH,))


def _add_member_prices(connection: Connection) -> None:
    """What was passed over before comes with the hub's next file."""
    connection.exec_driver_sql("ALTER TABLE product ADD COLUMN member_prices TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("UPDATE _meta SET epoch = ?", (NO_EPOCH,))


def _add_brand(connection: Connection) -> None:
    """The same."""
    connection.exec_driver_sql("ALTER TABLE product ADD COLUMN brand TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("UPDATE _meta SET epoch = ?", (NO_EPOCH,))


def _add_baskets(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE baskets (basket TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, name TEXT NOT NULL,"
        " changed_at TEXT NOT NULL, body TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX ix_baskets_state ON baskets (state)")
    connection.exec_driver_sql(
        "CREATE TABLE payments (attempt TEXT PRIMARY KEY NOT NULL, basket TEXT NOT NULL, state TEXT NOT NULL,"
        " started_at TEXT NOT NULL, body TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX ix_payments_basket ON payments (basket)")
    connection.exec_driver_sql("CREATE INDEX ix_payments_state ON payments (state)")
    connection.exec_driver_sql("CREATE INDEX operations_of_sales ON operations (seq) WHERE kind = 'sale.completed'")


def _add_aisle(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE reservations (reservation TEXT PRIMARY KEY NOT NULL, basket TEXT NOT NULL, line INTEGER NOT NULL,"
        " branch INTEGER NOT NULL, method TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL,"
        " until TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX ix_reservations_basket ON reservations (basket)")
    connection.exec_driver_sql(
        "CREATE TABLE intents (intent TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, made_at TEXT NOT NULL,"
        " ended_at TEXT NOT NULL, body TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX ix_intents_state ON intents (state)")


def _add_returns(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE INDEX operations_of_returns ON operations (seq) WHERE kind = 'return.received'")


def _index_moments(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE INDEX ix_operations_occurred_at ON operations (occurred_at)")
    connection.exec_driver_sql(f"CREATE INDEX operations_at_drawer ON operations (kind, seq) WHERE {AT_DRAWER}")


def _add_archived(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE archived (first_seq INTEGER PRIMARY KEY, last_seq INTEGER NOT NULL)")


def _add_drawer_counts(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE drawer_counts (id INTEGER PRIMARY KEY, drawer TEXT NOT NULL, body TEXT NOT NULL)"
    )


def _add_offers(connection: Connection) -> None:
    """What was passed over before comes with the next comparing."""
    connection.exec_driver_sql(
        "CREATE TABLE offers (offer TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0)"
    )


CACHE_SCHEMA: Final = Schema(
    "cache",
    application_id=0x436C4361,
    tables=CACHE,
    migrations=(
        _move_products_out,
        _note_where_a_reading_ended,
        _add_identity,
        _read_the_staff_anew,
        _add_stock,
        _add_members,
        _add_offers,
    ),
)
CATALOGUE_FILE_SCHEMA: Final = Schema(
    "catalogue",
    application_id=CATALOGUE_APPLICATION_ID,
    tables=MetaData(),
    migrations=(_add_styles_and_prices, _add_member_prices, _add_brand),
)
"""Its version is the catalogue's schema of clerk_app.wire."""
LEDGER_SCHEMA: Final = Schema(
    "ledger",
    application_id=0x436C4C65,
    tables=LEDGER,
    migrations=(
        _add_identity,
        _add_baskets,
        _add_aisle,
        _add_returns,
        _index_moments,
        _add_archived,
        _add_drawer_counts,
    ),
    durable=True,
    busy_timeout_ms=1_000,  # a clerk waits for it
)
