"""Every table of the hub on one page, and the rules that let them be spread over several machines.

Each table says by which column it may be spread; one that says none has a copy on each machine.
Tables of a branch have `branch` first in their primary key and in every unique constraint and
index, and there are no foreign keys. No number is made by the database. Branch 0 is the whole
chain. What asks every machine at once says so (`everywhere`).
"""

from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)
from sqlalchemy.sql.base import Executable

E = TypeVar("E", bound=Executable)

SPREAD_BY = "spread_by"


def by(column: str) -> dict[str, Any]:
    """What a table says of itself that is spread by this column."""
    return {SPREAD_BY: column}


def everywhere(statement: E) -> E:
    """Mark a statement that names no partition: a chore's, a command's, a member's phone."""
    return statement.execution_options(everywhere=True)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(column_0_N_label)s",
    }
)

# Times are UTC milliseconds as integers (`…_ms`): they compare alike on every engine.

# The chain: small, read by all, changed by head office. One copy for each machine.

setting = Table(  # hub_id, epoch, audit_head
    "setting",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

branch = Table(
    "branch",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),  # branch | warehouse
    Column("name_zh", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("address_zh", Text, nullable=False, default=""),
    Column("address_en", Text, nullable=False, default=""),
    Column("phone", Text, nullable=False, default=""),
    Column("region", Text, nullable=False, default=""),  # province, city, district, with a space between them
    Column("latitude_e6", Integer),  # millionths of a degree; null: nobody said where it is
    Column("longitude_e6", Integer),
    Column("hours", Text, nullable=False, default=""),  # 09:00-21:00 for each day from Monday on, commas between them
    Column("orders_a_day", Integer, nullable=False, default=0),  # so many it may be given; 0: no limit
    Column("pickup", Boolean, nullable=False, default=True),  # what was bought elsewhere may be collected here
    Column("ships", Boolean, nullable=False, default=False),  # it packs parcels
)


def of_any_branch(column: Column[int]) -> ColumnElement[bool]:
    """Of whichever branch of the chain, each looked up by the indexes that begin with it: so a chore that comes every
    few seconds does not read through all that ever was.
    """
    return column.in_(select(branch.c.no))


product = Table(
    "product",
    metadata,
    Column("sku", String(64), primary_key=True),
    Column("name_zh", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("gtin", String(14), nullable=False, default=""),
    Column("price_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("category", Text, nullable=False, default=""),
    Column("style", String(64), nullable=False, default=""),  # SKUs of one style differ in colour and size only
    Column("colour_zh", Text, nullable=False, default=""),
    Column("colour_en", Text, nullable=False, default=""),
    Column("size_zh", Text, nullable=False, default=""),
    Column("size_en", Text, nullable=False, default=""),
    Column("brand", Text, nullable=False, default=""),  # as it stands on the pack
    Index(None, "gtin"),
)

price = Table(  # what a SKU costs from a moment on, until another one; beside its price that is always there
    "price",
    metadata,
    Column("sku", String(64), primary_key=True),
    Column("valid_from_ms", BigInteger, primary_key=True, autoincrement=False),
    Column("valid_until_ms", BigInteger),  # null: it stays
    Column("price_minor", BigInteger, nullable=False),
)

member_price = Table(  # what the members of a tier pay from a moment on, until another one
    "member_price",
    metadata,
    Column("sku", String(64), primary_key=True),
    Column("tier", String(32), primary_key=True),
    Column("valid_from_ms", BigInteger, primary_key=True, autoincrement=False),
    Column("valid_until_ms", BigInteger),  # null: it stays
    Column("price_minor", BigInteger, nullable=False),
)

offer = Table(  # what head office offers, whether it holds now or not
    "offer",
    metadata,
    Column("offer", String(64), primary_key=True),
    Column("by_code", Boolean, nullable=False),  # it counts only where a code of it is shown
    Column("body", Text, nullable=False),  # the JSON of the feed's `offer` entity
)

rules = Table(  # one row, "chain": the JSON of the feed's `rules` entity
    "rules",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("body", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("phone", String(32), nullable=False),
    Column("tier", String(32), nullable=False, default=""),
    Column("home_branch", Integer, nullable=False, default=0),  # where they were enrolled; 0: not at a counter
    Column("joined_ms", BigInteger),  # null: before anybody wrote it down
    Column("consent", String(40), nullable=False, default=""),  # which wording they agreed to; empty: none
    Column("consent_ms", BigInteger),
    Column("contact", String(64), nullable=False, default=""),  # how they may be written to: "sms wechat"
    Column("child_born", String(7), nullable=False, default=""),  # 2025-03: the month, at the hub only
    Index(None, "phone"),
    info=by("member"),
)

member_phone = Table(  # whose phone it is, by its mark (wire.phone_mark): each phone is one member's
    "member_phone",
    metadata,
    Column("phone_mark", String(64), primary_key=True),
    Column("member", String(32), nullable=False),
    info=by("phone_mark"),
)

member_place = Table(  # the branches that know a member
    "member_place",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("is_stale", Boolean, nullable=False, default=True),  # something has changed that it was not told
    Column("seen_ms", BigInteger, nullable=False),
    Index(None, "is_stale"),
    Index(None, "seen_ms"),
    info=by("member"),
)

points = Table(  # hub.points alone writes here
    "points",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("balance", BigInteger, nullable=False),
    Column("changed_ms", BigInteger, nullable=False),
    info=by("member"),
)

points_entry = Table(  # each movement once, for ever; a member's entries add up to their balance
    "points_entry",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("entry", String(128), primary_key=True),
    Column("delta", BigInteger, nullable=False),
    Column("why", String(40), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    info=by("member"),
)

coupon = Table(  # codes that are good once; hub.coupons alone writes here
    "coupon",
    metadata,
    Column("code", String(32), primary_key=True),
    Column("offer", String(64), nullable=False),  # the id of the offer that it is worth
    Column("member", String(32), nullable=False, default=""),  # whose it is; empty: whoever shows it
    Column("valid_from_ms", BigInteger),
    Column("valid_until_ms", BigInteger),
    Column("claimed_by", String(128), nullable=False, default=""),  # empty: nobody has used it
    Column("claimed_ms", BigInteger),
    Index(None, "member"),
    info=by("code"),
)

purchase = Table(  # what a member bought, in whichever half; hub.purchases alone writes here
    "purchase",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("purchase", String(80), primary_key=True),  # order:1000000471, sale:<basket>
    Column("branch", Integer, nullable=False),
    Column("channel", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("order_no", BigInteger),
    Column("receipt_no", String(64), nullable=False, default=""),
    Column("currency", String(3), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    Column("lines", Text, nullable=False),  # JSON: [[sku, quantity], …]
    info=by("member"),
)

suggestion = Table(  # what a member may need next, with why; computed anew by a chore
    "suggestion",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("made_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  # JSON, the best first
    info=by("member"),
)

channel = Table(
    "channel",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("key_hash", LargeBinary(32), nullable=False),  # SHA-256 of the key: it is random, so a plain hash will do
    Column("active", Boolean, nullable=False, default=True),
)

channel_order = Table(  # what a channel's order became: the answer to its repetition
    "channel_order",
    metadata,
    Column("channel", String(64), primary_key=True),
    Column("external_id", String(128), primary_key=True),
    Column("order_no", BigInteger, nullable=False),
    Column("body_hash", LargeBinary(32), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    info=by("external_id"),
)

customer_pass = Table(  # where the token of a pass leads
    "customer_pass",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("branch", Integer, nullable=False),
    Column("order_no", BigInteger, nullable=False),
    Index(None, "order_no"),
    info=by("token"),
)

order_place = Table(  # the branches that have a part of an order: who asks by number alone need not ask them all
    "order_place",
    metadata,
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("branch", Integer, primary_key=True, autoincrement=False),
    info=by("order_no"),
)

code_place = Table(  # the branch and the order that a code was signed for
    "code_place",
    metadata,
    Column("pickup_id", String(16), primary_key=True),
    Column("branch", Integer, nullable=False),
    Column("order_no", BigInteger, nullable=False),
    info=by("pickup_id"),
)

address = Table(  # where a parcel goes: here only, and not for long
    "address",
    metadata,
    Column("address", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("phone", String(32), nullable=False),
    Column("region", Text, nullable=False),
    Column("street", Text, nullable=False),
    Column("until_ms", BigInteger, nullable=False),  # then it is erased
    Index(None, "until_ms"),
    info=by("address"),
)

order_address = Table(
    "order_address",
    metadata,
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("address", String(36), nullable=False),
    info=by("order_no"),
)

reservation_place = Table(  # the one branch that a reservation was made at
    "reservation_place",
    metadata,
    Column("reservation", String(64), primary_key=True),
    Column("branch", Integer, nullable=False),
    info=by("reservation"),
)

till = Table(
    "till",
    metadata,
    Column("till", String(36), primary_key=True),
    Column("branch", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("paired_at_ms", BigInteger, nullable=False),
    Column("frozen_ms", BigInteger),  # since when two computers speak in its name; null: they do not
)

pairing = Table(  # an invitation to become a till: ten minutes, one use, five tries
    "pairing",
    metadata,
    Column("pairing", String(36), primary_key=True),
    Column("branch", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("typed", Boolean, nullable=False),  # the eight characters, which people must confirm
    Column("expires_ms", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("state", String(16), nullable=False),  # open | confirm | paired | void
    Column("till", String(36), nullable=False),
    Column("till_public_key", LargeBinary, nullable=False, default=b""),
    Column("attempt", String(36), nullable=False, default=""),
    Column("hub_nonce", LargeBinary, nullable=False, default=b""),
    Column("digits", String(6), nullable=False, default=""),
    Index(None, "attempt"),
)

audit = Table(  # rows are only added, each hash covering the one before: hub/audit.py
    "audit",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("event", String(40), nullable=False),
    Column("what", Text, nullable=False),  # canonical JSON
    Column("hash", String(64), nullable=False),
)

# A branch: distributed by `branch`.

feed_head = Table(
    "feed_head",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("min_seq", BigInteger, nullable=False, default=0),
    info=by("branch"),
)

feed = Table(  # each entity once, at its newest seq
    "feed",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("entity", String(32), primary_key=True),
    Column("entity_id", String(64), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("body", Text),  # JSON; null: deleted
    UniqueConstraint("branch", "seq"),
    info=by("branch"),
)

staff = Table(
    "staff",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("badge", String(32), primary_key=True),
    Column("name_zh", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("pin_verifier", Text, nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("earlier", Text),  # JSON, the oldest first: what they were until then; null: they were always this
    info=by("branch"),
)

pickup_order = Table(
    "pickup_order",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("status", String(16), nullable=False),
    Column("collect_by_ms", BigInteger, nullable=False),
    Column("pickup_id", String(16)),  # null until the code is signed
    Column("open_short_code", String(8)),  # null once the order is closed, so that the code is free again
    Column("body", Text, nullable=False),  # the JSON of the feed's `order` entity
    UniqueConstraint("branch", "pickup_id"),
    UniqueConstraint("branch", "open_short_code"),
    Index(None, "branch", "status", "collect_by_ms"),
    info=by("branch"),
)

pickup_code = Table(  # every code ever signed; the newest of an order has its highest gen
    "pickup_code",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("pickup_id", String(16), primary_key=True),
    Column("order_no", BigInteger, nullable=False),
    Column("gen", Integer, nullable=False),
    Column("kid", Integer, nullable=False),
    Column("text", String(245), nullable=False),  # what the customer's pass shows
    Column("expires_ms", BigInteger, nullable=False),
    UniqueConstraint("branch", "order_no", "gen"),
    info=by("branch"),
)

stock = Table(  # hub.stock alone writes here
    "stock",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("sku", String(64), primary_key=True),
    Column("on_hand", Integer, nullable=False),
    Column("reserved", Integer, nullable=False, default=0),
    Column("safety", Integer, nullable=False, default=0),
    Column("changed_ms", BigInteger, nullable=False),
    info=by("branch"),
)

sale = Table(  # what was sold and paid at a till, once each: the fact, with what is asked for most beside it
    "sale",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("sale", String(64), primary_key=True),  # the id of the basket
    Column("order_no", BigInteger),  # null: all was carried out
    Column("till", String(36), nullable=False),
    Column("receipt_no", String(32), nullable=False),  # a till that lost its files may give one twice
    Column("at_ms", BigInteger, nullable=False),  # by the till's clock
    Column("clerk", String(32), nullable=False),
    Column("member", String(32), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  # the JSON of `sale.completed`, with the commission of each clerk
    Index(None, "branch", "receipt_no"),
    Index(None, "branch", "at_ms"),
    Index(None, "branch", "member"),
    Index(None, "branch", "order_no"),
    info=by("branch"),
)

goods_return = Table(  # goods that a till took back, once each: the fact, kept where they lie
    "goods_return",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("return_id", String(64), primary_key=True),
    Column("slip_no", String(32), nullable=False),  # a till that lost its files may give one twice
    Column("till", String(36), nullable=False),
    Column("at_ms", BigInteger, nullable=False),  # by the till's clock
    Column("clerk", String(32), nullable=False),
    Column("state", String(24), nullable=False),  # received, or refunded
    Column("receipt_no", String(32), nullable=False),
    Column("order_no", BigInteger),
    Column("member", String(32), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("total_minor", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  # the JSON of `return.received`, with how its refunds ended
    Index(None, "branch", "slip_no"),
    Index(None, "branch", "at_ms"),
    info=by("branch"),
)

returned = Table(  # what came back of a purchase, at whatever branch: kept where it was sold; hub.returned writes here
    "returned",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("purchase", String(80), primary_key=True),  # sale:<basket> or order:<number>
    Column("return_id", String(64), primary_key=True),
    Column("at_branch", Integer, nullable=False),  # where the goods are
    Column("body", Text, nullable=False),  # JSON: pieces of each line, money of each tender, who, commission taken back
    info=by("branch"),
)

home_collection = Table(  # goods that are to be fetched at home: beside their purchase
    "home_collection",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("purchase", String(80), primary_key=True),
    Column("return_id", String(64), primary_key=True),
    Column("state", String(24), nullable=False),  # home_collection_booked, or received
    Column("booked_at_branch", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("address", String(64), nullable=False),  # an id: where it leads is told to nobody here
    Column("body", Text, nullable=False),  # the JSON of `return.home_collection`
    info=by("branch"),
)

return_hold = Table(  # pieces that a clerk is about to take back: nobody else may, for a moment
    "return_hold",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("purchase", String(80), primary_key=True),
    Column("till", String(36), primary_key=True),
    Column("till_name", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("lines", Text, nullable=False),  # JSON: line → pieces
    Column("until_ms", BigInteger, nullable=False),
    info=by("branch"),
)

reservation = Table(  # pieces kept for a basket while its customer decides and pays
    "reservation",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("reservation", String(64), primary_key=True),
    Column("sku", String(64), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("state", String(16), nullable=False),  # held | used | released | lapsed
    Column("until_ms", BigInteger, nullable=False),
    Column("basket", String(64), nullable=False),
    Column("till", String(36), nullable=False),
    Column("order_no", BigInteger),
    Index(None, "branch", "state", "until_ms"),
    info=by("branch"),
)

branch_day = Table(  # how many orders a branch was given on a day of the chain
    "branch_day",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),
    Column("orders", Integer, nullable=False),
    info=by("branch"),
)

counter_order = Table(  # orders that were placed at a branch's counter, for goods that lie elsewhere
    "counter_order",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),  # where it was sold
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("status", String(24), nullable=False),  # awaiting_payment | placed | lapsed
    Column("until_ms", BigInteger, nullable=False),  # so long it awaits its payment
    Column("paid_by", String(64), nullable=False, default=""),  # the operation that paid it
    Column("body", Text, nullable=False),
    Index(None, "branch", "status", "until_ms"),
    info=by("branch"),
)

routing = Table(  # orders that need another branch: the second step after one could not, and head office's list
    "routing",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),  # which has it now
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),  # waiting | unrouted | done
    Column("since_ms", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "branch", "state", "since_ms"),
    info=by("branch"),
)

day_entry = Table(  # what a branch's day is made of beside its sales, once each; hub.days alone writes here
    "day_entry",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),  # where it was done
    Column("entry", String(64), primary_key=True),  # the op_id
    Column("kind", String(40), nullable=False),  # the operation's
    Column("at_ms", BigInteger, nullable=False),  # by the till's clock
    Column("till", String(36), nullable=False),
    Column("clerk", String(32), nullable=False),
    Column("number", String(64), nullable=False),  # of the order, the drawer or the day's report
    Column("channel", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("pieces", Integer, nullable=False),  # less than nothing where goods came back
    Column("minor", BigInteger, nullable=False),  # what the goods are worth, or what was taken
    Column("method", String(32), nullable=False),  # by which it was taken
    Column("body", Text),  # JSON: what was done at a drawer; null: the columns say all
    Index(None, "branch", "at_ms"),
    info=by("branch"),
)

operation = Table(
    "operation",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("op_id", String(64), primary_key=True),
    Column("till", String(36), nullable=False),
    Column("seq", BigInteger),  # null where the envelope names none that can be read
    Column(
        "body_hash", String(64), nullable=False
    ),  # SHA-256 of the canonical envelope: what the next one names as `prev`
    Column("envelope", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("order_no", BigInteger),
    Column("status", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("conflict", String(36), nullable=False),
    Column("answer_seq", Text, nullable=False),  # JSON: scope → seq
    Column("result", Text),  # JSON: what came of it beside that, told again to whoever asks twice; null: nothing
    Column("received_ms", BigInteger, nullable=False),
    UniqueConstraint("branch", "till", "seq"),
    Index(None, "branch", "order_no"),
    info=by("branch"),
)

till_progress = Table(  # up to where a till's operations are here without a hole
    "till_progress",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("till", String(36), primary_key=True),
    Column("acked_through", BigInteger, nullable=False),
    Column("highest_seq", BigInteger, nullable=False),
    info=by("branch"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("conflict", String(36), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("order_no", BigInteger, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  # the JSON of the feed's `conflict` entity
    Column("resolved", Boolean, nullable=False, default=False),
    info=by("branch"),
)

hold = Table(
    "hold",
    metadata,
    Column("branch", Integer, primary_key=True, autoincrement=False),
    Column("order_no", BigInteger, primary_key=True, autoincrement=False),
    Column("till", String(36), nullable=False),
    Column("till_name", Text, nullable=False),
    Column("clerk", String(32), nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    info=by("branch"),
)
