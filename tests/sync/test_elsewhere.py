"""What is not here, from the till's side: offered, kept, ordered, paid; and noted as a wish while the hub is silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clerk_app import forgetting
from clerk_app.desk import aisle, baskets, intents, payments
from clerk_app.desk.aisle import NotPlaced
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.acts import QUANTITY_MAX
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.aisle.intents import Intent, IntentLine, IntentRefusal
from clerk_app.domain.aisle.orders import WhyNotPlaced
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.basket import SHIP, BasketRefusal, Fulfilment, Place
from clerk_app.domain.orders import BranchNo, Method
from clerk_app.domain.roles import Clerk, Role
from clerk_app.errors import HubUnreachable
from clerk_app.store.aisle import KeptReservation
from clerk_app.wire.aisle import NotReserved, OrderTold
from hub.aisle import reserving
from hub.rules import load_rules, store_rules
from tests.hub.aisle.chain import MILK, NAPPIES, WAREHOUSE, a_chain, count, free
from tests.sync.counter import LI_NA, Counter, Street
from tests.tills import HandClock

CASHIER = Clerk("1001", "李娜", Role.CASHIER)
TYPED = {"name": "林晓", "phone": "138 0000 0003", "region": "浙江省 杭州市", "street": "糯米街 18 号"}


@pytest.fixture
def counter(street: Street) -> Counter:
    """A till whose branch has nothing; branch 2 and the warehouse do."""
    a_chain(street.shop)
    for branch in (2, WAREHOUSE):
        for sku in (MILK.sku, NAPPIES.sku):
            count(street.shop, branch, 5, sku)
    counter = street.till()
    counter.sync()
    counter.follow()
    return counter


def filled(counter: Counter) -> OpenBasket:
    """A basket of one tin to collect at branch 2 and two packs to send."""
    till = counter.till
    baskets.add(till, MILK.sku, place=Place(Fulfilment.PICKUP, BranchNo(2)), credited="1001")
    done = baskets.add(till, NAPPIES.sku, 2, place=SHIP)
    assert isinstance(done, OpenBasket), done
    return done


def kept(counter: Counter, it: OpenBasket) -> tuple[KeptReservation, ...]:
    aisle.reserve(counter.till, counter.hub, it, 1, branch=2, method=Method.PICKUP)
    aisle.reserve(counter.till, counter.hub, it, 2, branch=WAREHOUSE, method=Method.SHIP)
    return aisle.reservations(counter.till, it.basket.basket)


def ordered(counter: Counter, it: OpenBasket, held: tuple[KeptReservation, ...], **fields: str) -> object:
    order = aisle.order_of(it, held, later={Method.PICKUP}, **fields)
    assert order is not None
    outcome = aisle.place(counter.till, order, clerk=LI_NA)
    counter.sync()
    return aisle.answer_to(counter.till, outcome.op_id)


def test_a_basket_is_kept_ordered_and_paid_and_rings_where_the_goods_are(street: Street, counter: Counter) -> None:
    it = filled(counter)
    held = kept(counter, it)
    address = aisle.keep_address(counter.hub, TYPED)
    assert isinstance(address, str)

    told = ordered(counter, it, held, address=address)
    assert isinstance(told, OrderTold), told
    baskets.place_order(counter.till, aisle.as_noted(told))
    due = baskets.current(counter.till)
    assert due is not None
    sold = payments.pay_cash(counter.till, due.due.left_minor, clerk=CASHIER)
    counter.sync()

    assert [(part.branch, part.method, part.due_now_minor) for part in told.parts] == [
        (2, Method.PICKUP, 3_980),
        (WAREHOUSE, Method.SHIP, 19_800),
    ]
    assert due.due.left_minor == 3_980 + 19_800
    assert sold is not None
    here, there = (street.shop.till(branch=no).order(told.order_no) for no in (2, WAREHOUSE))
    assert (here["status"], here["paid_minor"]) == ("new", 3_980)
    assert (there["method"], there["paid_minor"]) == ("ship", 19_800)
    assert (free(street.shop, 2), free(street.shop, WAREHOUSE, NAPPIES.sku)) == ((5, 1), (5, 2))


def test_who_would_be_credited_is_shown_before_anybody_pays_as_the_hub_says_it(
    street: Street, counter: Counter
) -> None:
    with street.shop.database.write("global") as tx:
        store_rules(tx, replace(load_rules(tx), commission_permille=30, hand_over_permille=10))
    counter.sync()
    it = filled(counter)
    held = kept(counter, it)
    address = aisle.keep_address(counter.hub, TYPED)
    order = aisle.order_of(it, held, address=str(address))
    assert order is not None

    shown = aisle.credits_shown(counter.till, order)
    told = ordered(counter, it, held, address=str(address))

    assert isinstance(told, OrderTold)
    assert told.credits == shown
    assert [(each.clerk, each.branch, each.amount_minor) for each in shown] == [
        ("1001", None, 597),
        ("", 2, 199),
        ("", WAREHOUSE, 198),
    ]


def test_what_is_gone_is_refused_with_what_else_there_is(street: Street, counter: Counter) -> None:
    it = filled(counter)
    count(street.shop, 2, 0)
    count(street.shop, 3, 4)

    made = aisle.reserve(counter.till, counter.hub, it, 1, branch=2, method=Method.PICKUP)

    assert isinstance(made, NotReserved)
    assert made.why is WhyNotReserved.NOT_AVAILABLE
    assert made.offers[0].branch in {3, WAREHOUSE}
    assert aisle.reservations(counter.till, it.basket.basket) == ()


def test_an_order_whose_time_is_over_is_refused_and_the_basket_is_as_it_was(street: Street, counter: Counter) -> None:
    it = filled(counter)
    held = kept(counter, it)
    reserving.lapse_overdue(street.shop.database, held[0].until + timedelta(seconds=1))

    told = ordered(counter, it, held, address=str(aisle.keep_address(counter.hub, TYPED)))

    assert isinstance(told, NotPlaced)
    assert (told.why, told.line) == (WhyNotPlaced.RESERVATION_LAPSED, 1)
    assert told.offers is not None


def test_a_line_is_kept_at_one_place_and_changing_ones_mind_gives_the_other_free(
    street: Street, counter: Counter
) -> None:
    count(street.shop, 3, 5)
    it = filled(counter)

    aisle.reserve(counter.till, counter.hub, it, 1, branch=2, method=Method.PICKUP)
    aisle.reserve(counter.till, counter.hub, it, 1, branch=3, method=Method.PICKUP)

    assert (free(street.shop, 2), free(street.shop, 3)) == ((5, 0), (5, 1))
    aisle.give_back(counter.till, counter.hub, it.basket.basket)
    assert free(street.shop, 3) == (5, 0)


def test_a_line_that_is_kept_nowhere_or_was_changed_since_makes_no_order(counter: Counter) -> None:
    it = filled(counter)
    held = kept(counter, it)
    changed = baskets.change_quantity(counter.till, 2, 3)
    assert isinstance(changed, OpenBasket)

    assert aisle.order_of(it, held[:1]) is None
    assert aisle.order_of(changed, held) is None


def test_an_address_that_cannot_be_is_told_field_by_field(counter: Counter) -> None:
    wrong = aisle.keep_address(counter.hub, {**TYPED, "phone": "x", "region": "浙江省"})

    assert wrong == {"phone": AddressFault.NOT_A_PHONE, "region": AddressFault.CITY_MISSING}


def test_no_file_of_the_till_has_the_address(counter: Counter) -> None:
    it = filled(counter)
    held = kept(counter, it)
    ordered(counter, it, held, address=str(aisle.keep_address(counter.hub, TYPED)))

    with counter.till.ledger.read() as connection:
        tables = ("operations", "answers", "baskets", "payments", "reservations", "intents")
        rows = [connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in tables]  # noqa: S608 ours
    dump = str(
        [
            [part.decode("utf-8", "replace") if isinstance(part, bytes) else part for part in row]
            for found in rows
            for row in found
        ]
    )
    assert "order.placed" in dump
    assert "糯米街" not in dump


# ------------------------------------------------------------------------------------------------- the hub is silent


def noted(counter: Counter, *, phone: str = "138 0000 0003") -> Intent:
    made = intents.note(counter.till, (IntentLine(MILK.sku, 2),), clerk=LI_NA, name="林晓", phone=phone)
    assert isinstance(made, Intent), made
    return made


def test_while_the_hub_is_silent_there_is_no_order_but_a_wish_with_a_slip_that_says_so(counter: Counter) -> None:
    counter.cut()

    with pytest.raises(HubUnreachable):
        aisle.quote(counter.hub, MILK.sku)
    made = noted(counter)

    assert [it.intent for it in intents.waiting(counter.till)] == [made.intent]
    assert counter.waiting() == 0, "the hub never hears of it"
    text = intents.slip(counter.till, made)
    assert "不是订单" in text
    assert "NOT AN ORDER" in text
    assert "2 × 奶粉" in text


def test_a_wish_is_taken_up_as_a_basket_once_and_then_nobody_waits(counter: Counter) -> None:
    made = noted(counter)

    done = intents.take_up(counter.till, made.intent)

    assert isinstance(done, OpenBasket)
    assert [(line.article.sku, line.quantity, line.place) for line in done.basket.lines] == [(MILK.sku, 2, SHIP)]
    assert intents.waiting(counter.till) == ()
    assert intents.take_up(counter.till, made.intent) is IntentRefusal.OVER


def test_an_intent_of_which_an_article_is_gone_is_not_taken_up_in_part(counter: Counter) -> None:
    lines = (IntentLine(MILK.sku, 2), IntentLine("GONE", 1))
    made = intents.note(counter.till, lines, clerk=LI_NA, phone="138 0000 0003")
    assert isinstance(made, Intent)

    assert intents.take_up(counter.till, made.intent) is BasketRefusal.UNKNOWN_ARTICLE

    assert baskets.current(counter.till) is None
    assert intents.waiting(counter.till) == (made,)


def test_a_wish_is_given_up_with_a_reason_and_not_without(counter: Counter) -> None:
    made = noted(counter)

    assert intents.give_up(counter.till, made.intent, reason=" ") is IntentRefusal.REASON_NEEDED
    ended = intents.give_up(counter.till, made.intent, reason="bought it online")

    assert isinstance(ended, Intent)
    assert (ended.reason, intents.waiting(counter.till)) == ("bought it online", ())
    assert intents.give_up(counter.till, "none", reason="x") is IntentRefusal.UNKNOWN_INTENT


@pytest.mark.parametrize(
    ("lines", "phone", "refusal"),
    [
        ((), "138", IntentRefusal.NOTHING_WANTED),
        ((IntentLine("A", QUANTITY_MAX + 1),), "138", IntentRefusal.NOTHING_WANTED),
        ((IntentLine("A", 1),), "call me", IntentRefusal.NOBODY_TO_CALL),
        ((IntentLine("A", 1),), "1" * 300, IntentRefusal.UNREADABLE_TEXT),
    ],
)
def test_a_wish_about_nothing_or_of_nobody_is_not_noted(
    counter: Counter, lines: tuple[IntentLine, ...], phone: str, refusal: IntentRefusal
) -> None:
    assert intents.note(counter.till, lines, clerk=LI_NA, phone=phone) is refusal


def test_wishes_survive_and_those_that_are_over_are_forgotten_before_those_that_wait(street: Street) -> None:
    clock = HandClock()
    counter = street.till(clock=clock)
    waits, over = noted(counter), noted(counter)
    intents.give_up(counter.till, over.intent, reason="moved away")

    forgetting.forget(counter.till, forgetting.Reach.OLD)
    early = len(intents.everything(counter.till))
    clock.advance(minutes=1)
    forgetting.forget(counter.till, forgetting.Reach.CLOSED)

    assert early == 2
    assert [it.intent for it in intents.everything(counter.till)] == [waits.intent]
    forgetting.forget(counter.till, forgetting.Reach.ALL)
    assert intents.everything(counter.till) == ()
