"""The hub of a run: its own intake, feed and database in a file, without a port; it can be restored from a backup."""

import atexit
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import event, insert, update
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.domain.aisle.addresses import Address, AddressFault
from clerk_app.domain.aisle.reservations import Reservation, Wanted
from clerk_app.domain.operations import Answer, SignedOperation
from clerk_app.domain.orders import BranchNo, LineQuantity, OrderLine, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.domain.stock import Stock
from clerk_app.wire import (
    GLOBAL,
    PROTOCOL,
    Hello,
    answer_json,
    answer_of,
    batch_json,
    canonical,
    hello_json,
    hello_of,
    page_lines,
    scope_of,
)
from clerk_app.wire.aisle import NotReserved, reservation_json, reservation_of
from clerk_app.wire.returns import HeldPurchase, held_purchase_json, held_purchase_of, purchase_json, purchase_of
from hub import (
    cancelling,
    codes,
    coupons,
    expiry,
    feed,
    members,
    offers,
    on_delivery,
    orders,
    points,
    products,
    returnable,
    rules,
    stock,
    tables,
    tills,
)
from hub.aisle import addresses, paying, reserving
from hub.coupons import IssuedCoupon
from hub.intake import store
from hub.intake.batch import Push, apply_batch
from hub.intake.received import received
from hub.keys import signed_key_set
from hub.members import KnownMember
from hub.opening import Hub, open_hub
from hub.returnable import Taker
from hub.rules import Rules
from hub.settings import settings_of
from hub.statements import Statement
from hub.tills import Till
from tests.simulation.chance import seeded
from tests.simulation.shelves import ARTICLES, COUPONS, FIVE_OFF, MEMBERS, ON_HAND, OWNERS, POINTS
from tests.simulation.time import BEGIN

PAGE_ROWS = 7  # short, so that a scope takes several pages
STAFF = {"1001": "clerk", "1002": "cashier", "2001": "manager"}
PIN = "482915"
_CODE_TEXTS = Statement("SELECT text FROM pickup_code WHERE order_no = :order_no ORDER BY gen")
_CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass(slots=True)
class SimulatedHub:
    folder: Path
    chance: Random
    hub: Hub = field(init=False)
    placed: dict[OrderNo, PickupOrder] = field(default_factory=dict[OrderNo, PickupOrder])
    """Every order as its channel placed it: a channel sends again what a restored hub has lost."""
    restores: int = 0

    def __post_init__(self) -> None:
        shutil.copytree(_prepared(), self.folder)
        self._open()

    def close(self) -> None:
        self.hub.close()

    # -- what tills ask ------------------------------------------------------------------------------------------------

    def hello(self, till: Till) -> Hello:
        with self.hub.database.read() as reader:
            heads = {scope: feed.head(reader, scope) for scope in (GLOBAL, scope_of(till.branch))}
            message = Hello(
                hub_id=str(self.hub.hub_id),
                epoch=self.hub.epoch,
                protocol=(PROTOCOL, PROTOCOL),
                heads={scope: head.seq for scope, head in heads.items()},
                min_seqs={scope: head.min_seq for scope, head in heads.items()},
                acked_through=store.acked_through(reader, till),
                key_set=signed_key_set(self.hub.keys),
            )
        return hello_of(json.loads(json.dumps(hello_json(message))))

    def submit(self, till: Till, batch: Sequence[SignedOperation], *, now: datetime) -> list[Answer]:
        """Over the wire and back, with every check but the request's own signature."""
        rows = json.loads(canonical(batch_json(batch)))["operations"]
        push = Push(till, [received(row, till=till.till, public_key=till.public_key) for row in rows])
        done = apply_batch(self.hub, push, now)
        return [answer_of(json.loads(json.dumps(answer_json(answer)))) for answer in done.answers]

    def purchases(self, till: Till, asked: Mapping[str, str | int], *, now: datetime) -> tuple[Purchase, ...]:
        with self.hub.database.read() as reader:
            if "order_no" in asked:
                keys = returnable.of_order(reader, int(asked["order_no"]))
            else:
                receipt = read_receipt(str(asked["receipt_no"]))
                keys = returnable.of_receipt(reader, receipt) if receipt else ()
            found = returnable.as_they_stand(reader, keys, now=now, till=till.till)
        return tuple(purchase_of(json.loads(json.dumps(purchase_json(it)))) for it in found)

    def hold_purchase(
        self, key: PurchaseKey, lines: Sequence[LineQuantity], by: Taker, *, now: datetime
    ) -> HeldPurchase | None:
        held = returnable.hold(self.hub.database, key, lines, by, now)
        return held_purchase_of(json.loads(json.dumps(held_purchase_json(held)))) if held else None

    def coupon(self, code: str) -> tuple[Mapping[str, Any], bool] | None:
        with self.hub.database.read() as reader:
            found = offers.coupon_of_code(reader, code)
        return json.loads(json.dumps(found))

    def reserve(self, till: Till, wanted: Wanted, *, now: datetime) -> Reservation | NotReserved:
        made = reserving.reserve(self.hub.database, wanted, till=till.till, now=now)
        return _heard(made) if isinstance(made, Reservation) else NotReserved(made)

    def release(self, till: Till, reservation: str, *, now: datetime) -> Reservation | None:
        ended = reserving.release(self.hub.database, reservation, till=till.till, now=now)
        return _heard(ended) if ended else None

    def keep_address(self, typed: Mapping[str, str], *, now: datetime) -> str | Mapping[str, AddressFault]:
        read = addresses.read(typed, phone_country="86")
        if not isinstance(read, Address):
            return read
        with self.hub.database.write() as tx:
            return addresses.keep(tx, read, now=now)

    def page(self, scope: str, *, after: int) -> bytes:
        with self.hub.database.read() as reader:
            found = feed.page(reader, scope, epoch=self.hub.epoch, after=after, limit=PAGE_ROWS)
        return b"".join(page_lines(found))

    # -- what happens at head office and to customers ------------------------------------------------------------------

    def add(self, till: Till) -> None:
        with self.hub.database.write(scope_of(till.branch)) as tx:
            tills.add(tx, till, now_ms=0)

    def place(self, *, branch: int, now: datetime) -> PickupOrder:
        order = _an_order(OrderNo(1_000_000_000 + len(self.placed)), BranchNo(branch), now, self.chance)
        self._store(order)
        return order

    def cancel(self, order_no: OrderNo, *, now: datetime) -> None:
        cancelling.cancel(self.hub.database, order_no, reason="changed their mind", now=now)

    def see_to_chores(self, *, now: datetime) -> None:
        """What a hub does by itself every few seconds."""
        database = self.hub.database
        expiry.expire_overdue(database, now)
        reserving.lapse_overdue(database, now)
        paying.lapse_unpaid(database, now)
        members.tell_others(database, now)

    def settle_parcels(self, *, now: datetime) -> None:
        """Carriers bring the money that they took, or the parcel back."""
        with self.hub.database.read() as reader:
            owed = on_delivery.owed(reader)
        for it in owed:
            if self.chance.random() < 0.4:
                continue  # another day
            brought = self.chance.choice([on_delivery.brought, on_delivery.brought, on_delivery.came_back])
            brought(self.hub.database, it.part.order_no, now=now)

    def code_texts(self, order_no: OrderNo) -> list[str]:
        """Every code that a customer may have on their phone, the oldest first."""
        with self.hub.database.glance() as reader:
            return [text for (text,) in _CODE_TEXTS.rows(reader, {"order_no": order_no})]

    def order(self, order_no: OrderNo) -> PickupOrder:
        found = self.order_if_here(order_no)
        assert found is not None, "a channel places again what was lost"
        return found

    def order_if_here(self, order_no: OrderNo) -> PickupOrder | None:
        """None: it was placed at a counter, and a restored hub has not heard of it again."""
        with self.hub.database.read() as reader:
            return next(iter(orders.orders_everywhere(reader, order_no)), None)

    # -- backup and restore --------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        self._backup.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.folder / "hub.db")) as hub, closing(sqlite3.connect(self._backup)) as copy:
            hub.backup(copy)

    def restore(self) -> bool:
        """Go back to the last backup, in a higher epoch; False where there is none."""
        if not self._backup.exists():
            return False
        self.hub.close()
        for left in self.folder.glob("hub.db*"):
            left.unlink()
        shutil.copy(self._backup, self.folder / "hub.db")
        self.restores += 1
        self._open(epoch=1 + self.restores)
        for order in list(self.placed.values()):
            self._store_again(order)
        return True

    @property
    def _backup(self) -> Path:
        return self.folder / "backup.db"

    def _open(self, *, epoch: int = 1) -> None:
        self.hub = open_hub(settings_of(None, self.folder), now=BEGIN)
        event.listen(self.hub.database.engine, "connect", _quickly)
        self.hub.database.engine.dispose()
        if epoch > 1:
            with self.hub.database.write(GLOBAL) as tx:
                tx.execute(update(tables.setting).where(tables.setting.c.name == "epoch").values(value=str(epoch)))
            self.hub = replace(self.hub, epoch=epoch)

    def _store(self, order: PickupOrder) -> None:
        self.placed[order.order_no] = order
        with self.hub.database.write(scope_of(order.branch)) as tx:
            orders.store_order(
                tx, replace(order, short_code=codes.new_short_code(tx, order.branch)), now=order.placed_at
            )

    def _store_again(self, order: PickupOrder) -> None:
        with self.hub.database.read() as reader:
            is_here = bool(orders.orders_everywhere(reader, order.order_no))
        if not is_here:
            self._store(order)


@cache
def _prepared() -> Path:
    """The folder of a new hub with two branches and their staff: made once, since every run begins with it."""
    folder = Path(tempfile.mkdtemp(prefix="clerk-run-hub-"))
    atexit.register(shutil.rmtree, folder)
    with seeded(0), closing(open_hub(settings_of(None, folder), now=BEGIN)) as hub:
        branches = [
            {"no": no, "kind": "branch", "name_zh": f"门店{no}", "name_en": f"Branch {no}", "ships": True}
            for no in (1, 2)
        ]
        with hub.database.write(*map(scope_of, (1, 2)), GLOBAL) as tx:
            tx.execute(insert(tables.branch), branches)
            rules.store_rules(tx, Rules(points={"earned": 1, "per_minor": 2_000, "offline_ceiling": 300}))
            tx.execute(insert(tables.product), [products.product_columns(it) for it in ARTICLES])
            offers.store_offer(tx, FIVE_OFF, by_code=True)
            members.add(tx, [KnownMember(no, "王小琳", f"+8613800002{place:03}") for place, no in enumerate(MEMBERS)])
            points.load(tx, [points.Movement(no, "begin", POINTS, "begin", BEGIN) for no in MEMBERS])
            coupons.issue(tx, [IssuedCoupon(code, FIVE_OFF.offer, OWNERS.get(code, "")) for code in COUPONS])
            for branch in (1, 2):
                stock.store_stock(tx, branch, [Stock(sku, pieces, 0, 0, BEGIN) for sku, pieces in ON_HAND.items()])
            for no, badge in product((1, 2), STAFF):
                row = {"badge": badge, "name_zh": f"店员{badge}", "name_en": badge, "role": STAFF[badge]}
                row = {**row, "pin_verifier": _CHEAP.hash(PIN, salt=b"0123456789abcdef"), "active": True}
                tx.execute(insert(tables.staff), [{**row, "branch": no}])
                feed.put(tx, scope_of(no), "staff", badge, row)
    return folder


def _heard(made: Reservation) -> Reservation:
    return reservation_of(json.loads(json.dumps(reservation_json(made))))


def _quickly(raw: sqlite3.Connection, _record: object) -> None:
    """A run has no power cuts, only crashes: the kernel keeps what was written."""
    raw.execute("PRAGMA synchronous=OFF")


def _an_order(order_no: OrderNo, branch: BranchNo, now: datetime, chance: Random) -> PickupOrder:
    prices = [chance.randrange(100, 30_000) for _ in range(chance.randint(1, 3))]
    lines = tuple(
        OrderLine(place, f"SKU-{place}", f"货{place}", f"Goods {place}", "", chance.randint(1, 3), price)
        for place, price in enumerate(prices, start=1)
    )
    total = sum(line.quantity * line.unit_price_minor for line in lines)
    due = chance.choice([0, 0, total // 2])
    return PickupOrder(
        order_no=order_no,
        branch=branch,
        version=0,
        channel="webshop",
        placed_at=now,
        currency="CNY",
        status=PickupStatus.NEW,
        due_at=now + timedelta(hours=2),
        collect_by=now + timedelta(days=chance.choice([0, 3])),
        lines=lines,
        paid_minor=total - due,
    )
