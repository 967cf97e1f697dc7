"""A street of three branches and their hub, and the steps of a visit there, on real parts."""

import io
import json
import urllib.request
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image
from pypinyin import Style, lazy_pinyin

from clerk_app.desk import (
    aisle,
    baskets,
    coupons,
    members,
    outbox,
    payments,
    pickups,
    points,
    purchases,
    receipts,
    returns,
    work,
)
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import Found, TakenBack
from clerk_app.desk.selling import Sold
from clerk_app.devices.connected import devices_of
from clerk_app.domain.acts import Identity
from clerk_app.domain.basket import SHIP, BasketMember, Fulfilment, Place
from clerk_app.domain.codes import Coupon, PickupText, ReceiptCode, TypedOrderNo, classify
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.receipts import RowKind
from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import Sale
from clerk_app.domain.stock import Stock
from clerk_app.domain.verdict import Verdict
from clerk_app.gs1 import read_gs1
from clerk_app.store.aisle import KeptReservation
from clerk_app.wire.aisle import OrderTold
from hub import points as hub_points
from hub.database import Database
from hub.days import entries_of_branch
from hub.opening import open_hub
from hub.settings import settings_of
from hub.stock import stock_of_branch, store_stock
from tests.ui.shop import Hub, Shop

HERE, OTHER, THIRD = 1, 2, 3
POINTS = 200
CARD_MINOR = 1_000
LESS = {
    "offer": "C-5",
    "name_zh": "满减券",
    "name_en": "Five off",
    "terms": {"spend_off": {"steps": [{"from_minor": 100, "off_minor": 500}]}},
}
HOME = {"name": "王琳", "phone": "13800002046", "region": "浙江省杭州市滨江区", "street": "江南大道 88 号"}


class Counter(Shop):
    """A till of one branch and the people who work there."""

    def clerk(self, role: str = "cashier", *, branch: int = 0) -> Clerk:
        return super().clerk(role, branch=branch or self.till.branch)

    @property
    def basket(self) -> OpenBasket:
        found = baskets.current(self.till)
        assert found is not None
        return found


class Street:
    """Three branches and their hub, which can be gone for a while."""

    def __init__(self, hub: Hub, folder: Path) -> None:
        self.hub = hub
        self.here, self.other, self.third = (
            Counter(hub, folder / f"till-{branch}", branch=branch) for branch in (HERE, OTHER, THIRD)
        )

    def close(self) -> None:
        for counter in (self.here, self.other, self.third):
            counter.close()

    @contextmanager
    def books(self) -> Generator[Any]:
        """What the hub has on its disk."""
        opened = open_hub(settings_of(None, self.hub.folder))
        try:
            with opened.database.read() as reader:
                yield reader
        finally:
            opened.close()

    @contextmanager
    def head_office(self) -> Generator[Database]:
        opened = open_hub(settings_of(None, self.hub.folder))
        try:
            yield opened.database
        finally:
            opened.close()

    def on_hand(self, branch: int, sku: str) -> int:
        with self.books() as reader:
            return stock_of_branch(reader, branch, [sku])[sku].on_hand

    def reserved(self, branch: int, sku: str) -> int:
        with self.books() as reader:
            return stock_of_branch(reader, branch, [sku])[sku].reserved

    def balance(self, member: str) -> int:
        with self.books() as reader:
            return hub_points.points_of(reader, member).balance


# -------------------------------------------------------------------------------------------- the steps of a visit


def attach_member(counter: Counter) -> str:
    """The customer says a name; the clerk types the two first letters of its pinyin, and knows the face."""
    said = next(it for it in counter.hub.demo["members"] if richly(counter, it["member"]))
    initials = "".join(lazy_pinyin(said["name"], style=Style.FIRST_LETTER))[:2]
    found = members.find(counter.till, initials)
    hit = next(it for it in found.hits if it.member == said["member"])
    baskets.attach_member(counter.till, BasketMember(hit.member, hit.tier))
    return hit.member


def richly(counter: Counter, number: str) -> bool:
    known = members.open_member(counter.till, number)
    return known is not None and known.member.points >= POINTS


def give_coupon(street: Street, member: str) -> str:
    street.hub.run("offer", "add", json.dumps(LESS), "--by-code")
    code = str(json.loads(street.hub.run("member", "coupon", member, "C-5"))["code"])
    street.here.sync()
    return code


def fill(street: Street) -> tuple[str, str, str]:
    """One article is carried out, one is sent home, and one lies at the other branch: each kept for a while."""
    counter = street.here
    carried, sent, collected = choose_articles(street)
    baskets.add(counter.till, carried)
    for line, (sku, method, place) in enumerate(
        ((sent, Method.SHIP, SHIP), (collected, Method.PICKUP, Place(Fulfilment.PICKUP, BranchNo(OTHER)))), start=2
    ):
        baskets.add(counter.till, sku, place=place)
        branch = OTHER if method is Method.PICKUP else best_sender(counter, sku)
        kept = aisle.reserve(counter.till, counter.client, counter.basket, line, branch=branch, method=method)
        assert isinstance(kept, KeptReservation), kept
    return carried, sent, collected


def choose_articles(street: Street) -> tuple[str, str, str]:
    """Of one order a branch sends its part, or keeps it: the two come from different places."""
    counter, skus = street.here, [str(it["sku"]) for it in street.hub.demo["skus"]]
    collected = next(sku for sku in skus if OTHER in places(counter, sku))
    sent = next(sku for sku in skus if sku != collected and set(places(counter, sku, to=aisle.HOME)) - {OTHER})
    carried = next(sku for sku in skus if sku not in {collected, sent} and street.on_hand(HERE, sku) > 0)
    return carried, sent, collected


def places(counter: Counter, sku: str, *, to: str | None = None) -> list[int]:
    return [it.branch for it in aisle.quote(counter.client, sku, to=to).quotes]


def sent_by_other(counter: Counter) -> str:
    skus = (str(it["sku"]) for it in counter.hub.demo["skus"])
    return next(sku for sku in skus if OTHER in places(counter, sku, to=aisle.HOME))


def best_sender(counter: Counter, sku: str) -> int:
    return next(branch for branch in places(counter, sku, to=aisle.HOME) if branch != OTHER)


def attach_coupon(counter: Counter, code: str) -> None:
    assert isinstance(classify(code, read_gs1=read_gs1), Coupon)
    assert isinstance(baskets.attach_coupon(counter.till, code), OpenBasket)


def place_order(counter: Counter, *, later: Collection[Method] = ()) -> OrderTold:
    address = aisle.keep_address(counter.client, HOME)
    assert isinstance(address, str), address
    it = counter.basket
    kept = aisle.reservations(counter.till, it.basket.basket)
    wanted = aisle.order_of(it, kept, later=later, address=address)
    assert wanted is not None
    outcome = aisle.place(counter.till, wanted, clerk=counter.clerk())
    assert outcome.reason is None
    counter.sync()
    told = aisle.answer_to(counter.till, outcome.op_id)
    assert isinstance(told, OrderTold), told
    baskets.place_order(counter.till, aisle.as_noted(told))
    return told


def pay(counter: Counter) -> Sale:
    """In points, by card, and the rest in cash; the coupon is spoken for first, as the sheet does."""
    till, cashier = counter.till, counter.clerk()
    coupons.claim_coupons(till, clerk=cashier)
    counter.sync()
    assert coupons.hear_claims(till)[1] == ()
    pay_points(counter)
    attempt = payments.begin_card(till, CARD_MINOR, clerk=cashier)
    assert isinstance(attempt, Attempt), attempt
    payments.carry_out(till, devices_of(till.folder, practice=True), attempt)
    done = payments.pay_cash(till, counter.basket.due.cash_minor, clerk=cashier)
    assert isinstance(done, Paid)
    assert done.sold is not None
    counter.sync()
    return done.sold.sale


def pay_cash(counter: Counter) -> Sale:
    done = payments.pay_cash(counter.till, counter.basket.due.cash_minor, clerk=counter.clerk())
    assert isinstance(done, Paid)
    assert done.sold is not None
    counter.sync()
    return done.sold.sale


def sell_on_delivery(street: Street, sku: str) -> tuple[OrderTold, Sale]:
    """One piece is sent by the other branch, and its carrier is to take the money; the rest of the basket is paid."""
    here, other = street.here, street.other
    line = len(here.basket.basket.lines) + 1 if baskets.current(here.till) else 1
    baskets.add(here.till, sku, place=SHIP)
    kept = aisle.reserve(here.till, here.client, here.basket, line, branch=OTHER, method=Method.SHIP)
    assert isinstance(kept, KeptReservation), kept
    order = place_order(here, later={Method.SHIP})
    sale = pay_cash(here) if here.basket.due.left_minor else finish(here)
    other.sync()
    clerk = other.clerk("clerk")
    assert work.accept(other.till, order.order_no, clerk=clerk).reason is None
    assert work.packed(other.till, order.order_no, clerk=clerk).reason is None
    assert work.sent(other.till, order.order_no, clerk=clerk, carrier="SF").reason is None
    other.sync()
    return order, sale


def finish(counter: Counter) -> Sale:
    sold = payments.finish(counter.till, clerk=counter.clerk())
    assert isinstance(sold, Sold), sold
    counter.sync()
    return sold.sale


def why_not_back(counter: Counter, sale: Sale, sku: str) -> ReturnRefusal | None:
    found = purchases.find(counter.till, counter.client, receipt_code(sale), clerk=counter.clerk().badge)
    assert isinstance(found, tuple), found
    line = next(it.line for it in sale.lines if it.sku == sku)
    planned = returns.planned(counter.till, found[0], [Chosen(line, 1, reason(counter))])
    return planned if isinstance(planned, ReturnRefusal) else None


def pay_points(counter: Counter) -> None:
    begun = points.begin_points(counter.till, POINTS, online=True, clerk=counter.clerk())
    assert isinstance(begun, Paid), begun
    counter.sync()
    paid = points.hear_points(counter.till, begun.attempt)
    assert isinstance(paid, Paid)
    assert paid.word is Word.SAVED, "points are kept with the sale"


def hand_over(counter: Counter, order_no: int, *, by: Callable[[], PickupText]) -> None:
    make_ready(counter, order_no)
    counter.sync()
    hand_over_ready(counter, by())
    counter.sync()


def make_ready(counter: Counter, order_no: int) -> None:
    """The other branch picks it and puts it on a shelf."""
    till, clerk = counter.till, counter.clerk("clerk")
    for act in (
        work.accept(till, order_no, clerk=clerk),
        work.picked(till, order_no, clerk=clerk),
        work.ready(till, order_no, clerk=clerk, shelf="A-01"),
    ):
        assert act.reason is None


def hand_over_ready(counter: Counter, shown: PickupText | TypedOrderNo) -> None:
    """It is given to whoever shows its code, or knows its number and who they are."""
    till, clerk = counter.till, counter.clerk("clerk")
    look = pickups.look_up(till, shown)
    assert look.verdict is Verdict.READY, look.reason
    assert pickups.hand_over(till, look, clerk=clerk, identity=Identity.PHONE_TAIL).reason is None


def take_back(counter: Counter, sale: Sale, sku: str, *, acquirer: Counter) -> tuple[TakenBack, int]:
    """What comes back of a receipt of another branch, and by how many points the member's balance changes. What a card
    paid goes back to it through whoever took it.
    """
    till, cashier = counter.till, counter.clerk()
    found = purchases.find(till, counter.client, receipt_code(sale), clerk=cashier.badge)
    assert isinstance(found, tuple), found
    line = next(it.line for it in sale.lines if it.sku == sku)
    chosen = [Chosen(line, 1, reason(counter))]
    held = purchases.keep(till, counter.client, found[0], chosen, clerk=cashier.badge)
    assert isinstance(held, Found), held
    plan = returns.planned(till, held, chosen)
    assert not isinstance(plan, ReturnRefusal), plan
    back = returns.take_back(till, held, chosen, clerk=counter.clerk("manager"))
    assert isinstance(back, TakenBack), back
    for attempt in back.begun:
        ended = payments.carry_out(till, devices_of(acquirer.till.folder, practice=True), attempt)
        assert isinstance(ended, Paid)
        assert ended.attempt.state is AttemptState.PAID
    counter.sync()
    return back, plan.points_back - plan.points_taken


def keep_pickups(street: Street, pieces: Mapping[int, int]) -> None:
    """So many pieces of an article of its own are to be collected at each of these branches."""
    here, skus = street.here, [str(it["sku"]) for it in street.hub.demo["skus"]]
    for line, (branch, quantity) in enumerate(pieces.items(), start=1):
        sku = next(it for it in skus if branch in places(here, it))
        skus.remove(sku)
        baskets.add(here.till, sku, quantity, place=Place(Fulfilment.PICKUP, BranchNo(branch)))
        kept = aisle.reserve(here.till, here.client, here.basket, line, branch=branch, method=Method.PICKUP)
        assert isinstance(kept, KeptReservation), kept


def sell_pickups(
    street: Street, pieces: Mapping[int, int], *, later: Collection[Method] = ()
) -> tuple[OrderTold, Sale]:
    """Ordered and paid in cash, and known where they are collected."""
    keep_pickups(street, pieces)
    told = place_order(street.here, later=later), pay_cash(street.here)
    street.other.sync()
    street.third.sync()
    return told


def come_back(
    counter: Counter, sale: Sale, line: int, condition: Condition = Condition.AS_NEW, *, clerk: Clerk | None = None
) -> TakenBack | ReturnRefusal:
    """One piece of a line, by the receipt."""
    found = purchases.find(counter.till, counter.client, receipt_code(sale), clerk=counter.clerk().badge)
    assert isinstance(found, tuple), found
    chosen = [Chosen(line, 1, reason(counter), condition)]
    return returns.take_back(counter.till, found[0], chosen, clerk=clerk or counter.clerk())


def leave(street: Street, pieces: dict[int, int], sku: str) -> None:
    """So many pieces are at these branches, of which what is kept stays kept."""
    with street.head_office() as database:
        for branch, on_hand in pieces.items():
            reserved = street.reserved(branch, sku)
            with database.write(f"branch:{branch}") as tx:
                store_stock(tx, branch, [Stock(sku, on_hand, reserved, 0, datetime.now(UTC))])


def drop(
    counter: Counter,
    order_no: int,
    pieces: int,
    *,
    line: int = 1,
    clerk: Clerk | None = None,
    is_sent: bool = True,
) -> TakenBack:
    """So many pieces of a line are not wanted, before they were collected."""
    till, cashier = counter.till, clerk or counter.clerk()
    found = purchases.find(till, counter.client, TypedOrderNo(OrderNo(order_no)), clerk=cashier.badge)
    assert isinstance(found, tuple), found
    chosen = [Chosen(line, pieces, reason(counter), Condition.NOT_COLLECTED)]
    held = purchases.keep(till, counter.client, found[0], chosen, clerk=cashier.badge)
    assert isinstance(held, Found), held
    done = returns.take_back(till, held, chosen, clerk=cashier)
    assert isinstance(done, TakenBack), done
    if is_sent:
        counter.sync()
    return done


# ------------------------------------------------------------------------------------------- what is read of the books


def shown_code(counter: Counter, sale: Sale) -> Callable[[], PickupText]:
    """What the customer's phone shows once it has read the second code on the receipt."""
    receipt = read_receipt(sale.receipt_no)
    assert receipt is not None
    paper = receipts.receipt(counter.till, receipt, is_copy=False)
    assert paper is not None
    (url,) = (row.left for row in paper.rows if row.kind is RowKind.CODE and "/pass/" in row.left)

    def read() -> PickupText:
        with urllib.request.urlopen(f"{url}.png", timeout=10) as answer:  # noqa: S310 - our own hub
            picture = Image.open(io.BytesIO(answer.read())).convert("RGB")
        scanned = classify(zxingcpp.read_barcodes(picture)[0].text, read_gs1=read_gs1)
        assert isinstance(scanned, PickupText)
        return scanned

    return read


def receipt_code(sale: Sale) -> ReceiptCode:
    receipt = read_receipt(sale.receipt_no)
    assert receipt is not None
    return ReceiptCode(receipt)


def reason(counter: Counter) -> str:
    return returns.return_rules(counter.till).reasons[0].code


def taken_at(street: Street, branch: int) -> int:
    """What is in the tills of a branch more than this morning, by the hub's books; points are no money."""
    with street.books() as reader:
        whole_day = {"since": datetime.now(UTC) - timedelta(days=1), "until": datetime.now(UTC) + timedelta(days=1)}
        entries = entries_of_branch(reader, branch, **whole_day)
    own = {street.here.till.profile.till, street.other.till.profile.till, street.third.till.profile.till}
    return sum(minor for it in entries if it.till in own for _, minor in it.tenders)


def words_of(street: Street) -> set[Word]:
    """How everything fares that was done at any till."""
    return {it.word for counter in (street.here, street.other, street.third) for it in outbox.entries(counter.till)}
