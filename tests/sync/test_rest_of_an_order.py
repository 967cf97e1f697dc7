"""What stays behind waits with a new date: the customer's code is good for as long."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from clerk_app.desk import pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import PickupText
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity, PickupOrder
from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY, Refusal
from clerk_app.domain.verdict import Verdict
from hub import tables
from hub.passes import load_parts
from tests.sync.counter import LI_NA, Counter, Street
from tests.tills import HandClock

TOKEN = "the-customers-own"


def on_the_pass(street: Street, order: PickupOrder, *, now: datetime) -> PickupText:
    """The code that the customer's pass shows then."""
    with street.shop.database.read() as reader:
        (part,) = load_parts(reader, TOKEN, now=now)
    assert part.order.order_no == order.order_no
    return PickupText(part.code_text)


def an_order_with_a_pass(street: Street) -> PickupOrder:
    order = street.shop.order()
    with street.shop.database.write() as tx:
        tx.execute(insert(tables.customer_pass), {"token": TOKEN, "branch": order.branch, "order_no": order.order_no})
    return order


def hand_over_one(counter: Counter, order: PickupOrder, *, rest_by: datetime | None) -> None:
    done = pickups.hand_over(
        counter.till,
        counter.look(order),
        clerk=LI_NA,
        lines=(LineQuantity(1, 1),),
        identity=Identity.PHONE_TAIL,
        collect_rest_by=rest_by,
    )
    assert done.word is Word.SAVED
    counter.sync()


def test_the_rest_is_handed_over_by_the_code_of_the_pass_after_the_old_date(street: Street) -> None:
    clock = HandClock(datetime.now(UTC))
    counter, order = street.till(clock=clock), an_order_with_a_pass(street)
    counter.sync()
    first_code = on_the_pass(street, order, now=clock.now())

    hand_over_one(counter, order, rest_by=order.collect_by + timedelta(days=7))
    with_the_first = pickups.look_up(counter.till, first_code)
    counter.cut()
    clock.advance(days=9)
    assert clock.now() > order.collect_by + GRACE_AFTER_COLLECT_BY
    later_code = on_the_pass(street, order, now=clock.now())
    look = pickups.look_up(counter.till, later_code)
    rest = pickups.hand_over(counter.till, look, clerk=LI_NA)

    assert later_code != first_code
    assert (with_the_first.verdict, with_the_first.reason) == (Verdict.REFUSED, Refusal.REVOKED)
    assert (look.verdict, look.reason) == (Verdict.READY, None)
    assert look.order is not None
    assert look.order.gen == order.gen + 1
    assert rest.word is Word.SAVED


def test_a_rest_that_waits_no_longer_than_before_keeps_its_code(street: Street) -> None:
    clock = HandClock(datetime.now(UTC))
    counter, order = street.till(clock=clock), an_order_with_a_pass(street)
    counter.sync()
    first_code = on_the_pass(street, order, now=clock.now())

    hand_over_one(counter, order, rest_by=None)

    assert on_the_pass(street, order, now=clock.now()) == first_code
    assert pickups.look_up(counter.till, first_code).verdict is Verdict.READY
