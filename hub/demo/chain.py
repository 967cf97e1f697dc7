"""Making the demo chain, small or large, in an empty hub."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any, Final

from sqlalchemy import Table, insert, select

from clerk_app.domain.catalogue import Product
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, PRODUCT, scope_of
from clerk_app.wire.offers import offer_of
from hub import feed, products, staff, tables
from hub.branches import ENTITY
from hub.branches import told as told_branch
from hub.channels.checks import Article
from hub.channels.keys import add_channel
from hub.database import Transaction, branch_of
from hub.demo import files, goods, loyalty, people
from hub.demo.people import DemoClerk
from hub.demo.story import DemoOrder, Stage, tell
from hub.members import add_rows
from hub.offers import store_offer
from hub.opening import Hub
from hub.orders import load_orders
from hub.rules import Rules, store_rules
from hub.stock import store_stock

CURRENCY: Final = "CNY"
SKUS_TOLD: Final = 24
PASSES_TOLD: Final = 200
MEMBERS_TOLD: Final = 8
_ROWS_AT_ONCE: Final = 5_000


class ChainExists(Exception):
    """The database has branches already: the demo is never mixed into a real chain."""


@dataclass(frozen=True, slots=True)
class DemoSize:
    products: int = 300
    members: int = 200
    orders: int = 48
    branches: int = 3


def make_demo(
    hub: Hub,
    size: DemoSize = DemoSize(),
    *,
    seed: int = 1,
    now: datetime | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Make the demo chain and return what somebody needs to try it, PINs and channel keys included.

    The same seed and time (not before the hub's first key) give the same chain but for its secrets:
    keys are always new.
    Raises ChainExists on a hub that has branches.
    """
    chance, now = Random(seed), now or datetime.now(UTC)  # noqa: S311  not a secret: it is told
    articles = files.articles(size.products, CURRENCY)
    members = loyalty.enrolled(people.members(size.members, chance), branches=size.branches, seed=seed, now=now)
    clerks = people.staff(size.branches, chance)
    rules = _rules()
    progress(f"products {len(articles)}, members {len(members)}")
    branches = _branches(size.branches)
    sold = [_product(place, row, now=now, rules=rules) for place, row in enumerate(articles)]
    hub.database.transact(lambda tx: _store_chain(tx, rules, branches, sold, members), GLOBAL, rows=len(articles))
    scopes = [scope_of(row["no"]) for row in branches]
    lying = _stock(branches, [row["sku"] for row in articles], seed=seed, now=now)
    for branch, stock in lying.items():
        hub.database.transact(
            lambda tx, branch=branch, stock=stock: store_stock(tx, branch, stock), scope_of(branch), rows=len(stock)
        )
    hub.database.transact(lambda tx: _store_staff(tx, clerks), *scopes, rows=len(clerks) // len(scopes) + 1)
    channels = [{"channel": name, "key": add_channel(hub.database, name)} for name in files.read("chain")["channels"]]
    stage = Stage(
        hub=hub,
        rules=rules,
        articles=articles,
        sold={row["sku"]: Article(row["sku"], row["name_zh"], row["name_en"], row["gtin"]) for row in articles},
        phones=[row["phone"] for row in members],
        staff=clerks,
        channels=files.read("chain")["channels"],
        branches=size.branches,
        chance=chance,
        now=now,
    )
    orders = tell(stage, size.orders, progress)
    prices = {row["sku"]: row["price_minor"] for row in articles}
    loyalty.live(hub.database, members, prices, seed=seed, now=now)
    loyalty.close_the_day(hub.database, members, seed=seed, now=now)
    return {
        "hub_id": str(hub.hub_id),
        "chain": {"name_zh": rules.chain_name_zh, "name_en": rules.chain_name_en},
        "branches": [{name: row[name] for name in ("no", "kind", "name_zh", "name_en")} for row in branches],
        "skus": [_sku(row) for row in articles[:: max(1, min(len(articles), 300) // SKUS_TOLD)][:SKUS_TOLD]],
        "staff": [_clerk(it) for it in clerks],
        "members": [{name: row[name] for name in ("member", "name")} for row in members[:MEMBERS_TOLD]],
        "channels": channels,
        "passes": _passes(hub, orders[:PASSES_TOLD]),
    }


def _product(place: int, row: Mapping[str, Any], *, now: datetime, rules: Rules) -> Product:
    tiers = [tier for tier in files.read("chain")["tiers"] if tier]
    price_minor, zone = row["price_minor"], rules.zone
    return Product(
        **row,
        prices=goods.dated_prices(place, price_minor, now=now, zone=zone),
        member_prices=goods.member_prices(place, price_minor, tiers, now=now, zone=zone),
    )


def _rules() -> Rules:
    chain = files.read("chain")
    return Rules(
        chain_name_zh=chain["name_zh"],
        chain_name_en=chain["name_en"],
        currency=CURRENCY,
        shelves=tuple(chain["shelves"]),
        carriers=tuple(chain["carriers"]),
        cash_rounding={CURRENCY: {"step_minor": 10, "mode": "down"}},
        points={"step": 100, "step_minor": 100, "share_permille": 500, "offline_ceiling": 500},
        commission_permille=20,
    )


def _branches(count: int) -> list[dict[str, Any]]:
    """The named branches, then numbered ones, then the warehouse."""
    chain = files.read("chain")
    named = chain["branches"][:count]
    more = [
        {"zh": f"{no} 号店", "en": f"Branch {no}", "address_zh": "", "address_en": "", "phone": "", **_scattered(no)}
        for no in range(len(named) + 1, count + 1)
    ]
    kinds = ["branch"] * count + ["warehouse"]
    rows = [*named, *more, chain["warehouse"]]
    return [
        {
            "no": no,
            "kind": kind,
            "name_zh": row["zh"],
            "name_en": row["en"],
            "address_zh": row["address_zh"],
            "address_en": row["address_en"],
            "phone": row["phone"],
            "region": row["region"],
            "latitude_e6": row["latitude_e6"],
            "longitude_e6": row["longitude_e6"],
            "hours": ",".join(chain["hours"][row["hours"]]),
            "orders_a_day": row["orders_a_day"],
            "pickup": kind == "branch",
            "ships": row["ships"],
        }
        for no, (kind, row) in enumerate(zip(kinds, rows, strict=True), start=1)
    ]


def _scattered(no: int) -> dict[str, Any]:
    """A place of its own within a day's drive, always the same one: the golden angle strews them evenly."""
    angle, away_e6 = no * math.radians(137.508), round(60_000 * math.sqrt(no))
    north, east = round(away_e6 * math.cos(angle)), round(away_e6 * math.sin(angle))
    spot = {"latitude_e6": 30_260_000 + north, "longitude_e6": 120_180_000 + east}
    return {"region": "浙江省", **spot, "hours": "shop", "orders_a_day": 40, "ships": no % 3 == 0}


def _store_chain(
    tx: Transaction,
    rules: Rules,
    branches: Sequence[Mapping[str, Any]],
    sold: Sequence[Product],
    members: Sequence[Mapping[str, Any]],
) -> None:
    if tx.execute(select(tables.branch.c.no).limit(1)).first():
        raise ChainExists("this hub has branches already; the demo needs an empty one")
    store_rules(tx, rules)
    for by_code in (False, True):
        for body in files.read("offers")["by_code" if by_code else "offers"]:
            store_offer(tx, offer_of(body), by_code=by_code)
    _insert(tx, tables.branch, branches)
    _tell(tx, GLOBAL, ENTITY, ((str(row["no"]), told_branch(row)) for row in branches))
    _insert(tx, tables.product, (products.product_columns(it) for it in sold))
    _insert(tx, tables.price, (row for it in sold for row in products.price_rows(it)))
    _insert(tx, tables.member_price, (row for it in sold for row in products.member_price_rows(it)))
    _tell(tx, GLOBAL, PRODUCT, ((it.sku, products.told(it)) for it in sold))
    add_rows(tx, members)


def _stock(
    branches: Sequence[Mapping[str, Any]], skus: Sequence[str], *, seed: int, now: datetime
) -> dict[int, list[Stock]]:
    chance = Random(f"stock {seed}")  # noqa: S311  apart, so that people and orders are those that they were
    return {
        row["no"]: goods.stock_of_branch(
            skus, branches=len(branches), is_warehouse=row["kind"] == "warehouse", chance=chance, now=now
        )
        for row in branches
    }


def _store_staff(tx: Transaction, clerks: Sequence[DemoClerk]) -> None:
    for clerk in clerks:
        staff.add(tx, clerk.member)


def _insert(tx: Transaction, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    for some in _batched(rows):
        tx.execute(insert(table), some)


def _tell(tx: Transaction, scope: str, entity: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Put many new entities into an empty feed: nothing has to be replaced, so one statement takes thousands."""

    def feed_row(entity_id: str, body: Mapping[str, Any]) -> dict[str, Any]:
        seq = tx.next_seq(scope)
        key = {"branch": branch_of(scope), "entity": entity, "entity_id": entity_id}
        return {**key, "seq": seq, "version": seq, "body": feed.json_text(body)}

    _insert(tx, tables.feed, (feed_row(entity_id, body) for entity_id, body in rows))


def _batched(rows: Iterable[Mapping[str, Any]]) -> Iterable[list[Mapping[str, Any]]]:
    some: list[Mapping[str, Any]] = []
    for row in rows:
        some.append(row)
        if len(some) == _ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _sku(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("sku", "gtin", "name_zh", "name_en", "price_minor")}


def _clerk(it: DemoClerk) -> dict[str, Any]:
    who = it.member
    return {
        "badge": who.badge,
        "pin": it.pin,
        "role": who.role.value,
        "branch": who.branch,
        "name_zh": who.name_zh,
        "name_en": who.name_en,
    }


def _passes(hub: Hub, orders: Sequence[DemoOrder]) -> list[dict[str, Any]]:
    """Where to look at an order as its customer, with the short code that can be typed at the till."""
    told: list[dict[str, Any]] = []
    with hub.database.read() as reader:
        for it in orders:
            order = load_orders(reader, it.branch, [it.order_no])
            known = next(iter(order.values()))
            row = {"order_no": it.order_no, "branch": it.branch, "status": known.status.value, "story": it.story.value}
            told.append({**row, "pass_url": f"/pass/{it.token}", "short_code": known.short_code})
    return told
