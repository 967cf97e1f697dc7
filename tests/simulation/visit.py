"""A basket that is filled, ordered and paid step by step: each act looks how it stands, and does what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from clerk_app.desk import aisle, baskets, coupons, exchanging, giving_back, held, intents, payments, points, purchases
from clerk_app.desk.attempts import Paid
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.exchanging import Exchanged
from clerk_app.desk.selling import Sold
from clerk_app.devices import Devices
from clerk_app.domain.aisle.intents import Intent, IntentLine
from clerk_app.domain.aisle.orders import PlaceOrder
from clerk_app.domain.basket import CARRY_OUT, SHIP, BasketLine, BasketMember, Fulfilment, Place
from clerk_app.domain.codes import ReceiptCode
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import BranchNo, Method
from clerk_app.domain.paying import Attempt
from clerk_app.domain.pricing import Coupon
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk, Role
from clerk_app.domain.sales import Sale
from clerk_app.errors import HubUnreachable
from clerk_app.store.aisle import KeptReservation
from clerk_app.till import Till
from clerk_app.wire.aisle import NotReserved
from tests.simulation.bank import WALLET_CODE
from tests.simulation.done import Done
from tests.simulation.shelves import ARTICLES, COUPONS, HOME, MEMBERS
from tests.simulation.till import Line, Mind, SimulatedTill

METHODS = {Fulfilment.SHIP: Method.SHIP, Fulfilment.PICKUP: Method.PICKUP}
AT_DRAWER = Clerk("1002", "店员1002", Role.CASHIER)
MANAGER = Clerk("2001", "店员2001", Role.MANAGER)


@dataclass(slots=True)
class Visit:
    at: SimulatedTill
    till: Till
    devices: Devices
    bought: Sequence[Sale]
    """What customers may have with them to exchange, the newest last."""

    @property
    def chance(self) -> Random:
        return self.at.chance

    @property
    def mind(self) -> Mind:
        return self.at.mind

    @property
    def line(self) -> Line:
        return Line(self.at)

    @property
    def is_online(self) -> bool:
        return not self.at.failures

    @property
    def clerk(self) -> Clerk:
        return MANAGER if self.chance.random() < 0.2 else AT_DRAWER

    # -- filling it ----------------------------------------------------------------------------------------------------

    def begin(self) -> Done:
        """Somebody comes: with a basket that was put aside, because they were called, or anew."""
        aside, waiting = held.held(self.till), intents.waiting(self.till)
        if aside and self.chance.random() < 0.5:
            return _said("resume", aside[0].name, held.resume(self.till, aside[0].name))
        if waiting and self.chance.random() < 0.6:
            return self._end(self.chance.choice(waiting))
        other = self.chance.choice([SHIP, Place(Fulfilment.PICKUP, BranchNo(3 - self.at.branch))])
        for _ in range(self.chance.randint(1, 3)):
            article, pieces = self.chance.choice(ARTICLES), self.chance.randint(1, 3)
            place = other if self.chance.random() < self.at.weather.elsewhere else CARRY_OUT
            baskets.add_product(self.till, article, pieces, place=place, credited=AT_DRAWER.badge)
        if self.chance.random() < 0.7:
            baskets.attach_member(self.till, BasketMember(self.chance.choice(MEMBERS)))
        it = baskets.current(self.till)
        assert it is not None, "something was just put into it"
        shows = self.chance.choice(COUPONS) if self.chance.random() < 0.6 else ""
        return _said("fill", it.basket.basket, self._attach(it, shows) if shows else it)

    def _attach(self, it: OpenBasket, code: str) -> object:
        if coupons.is_known(self.till, it, code):
            return baskets.attach_coupon(self.till, code)
        found = coupons.ask_coupon(self.line, code)
        return baskets.attach_coupon(self.till, code, found) if isinstance(found, Coupon) else found

    # -- what comes next -----------------------------------------------------------------------------------------------

    def go_on(self, it: OpenBasket) -> Done:
        if it.open_attempt:
            return self._ask(it.open_attempt)
        if it.is_being_paid:
            return self._give_back(it) if self.chance.random() < 0.1 else self._pay(it)
        if self.chance.random() < (0.5 if it.attempts else 0.06):  # whoever has their money again mostly goes
            return self._leave(it)
        elsewhere = [line for line in it.basket.lines if line.place.fulfilment in METHODS]
        if elsewhere and it.order is None:
            return self._order(it, elsewhere) if self.is_online else self._note(elsewhere)
        codes = coupons.claim_coupons(self.till, clerk=AT_DRAWER)
        if codes:
            return _said("claim", it.basket.basket, codes)
        heard, refused = coupons.hear_claims(self.till)
        return _said("without", it.basket.basket, refused) if refused or heard is None else self._pay(heard)

    def _leave(self, it: OpenBasket) -> Done:
        """The customer will come again, or does not want any of it."""
        basket = it.basket.basket
        if self.chance.random() < 0.5:
            return _said("hold", basket, held.hold(self.till, basket[-8:]))
        self.at.touched.add(basket)
        why_not = baskets.forget(self.till)
        try:
            aisle.give_back(self.till, self.line, basket)
        except HubUnreachable:
            return _said("forget", basket, "what is kept lapses by itself")
        return _said("forget", basket, why_not)

    # -- from elsewhere ------------------------------------------------------------------------------------------------

    def _order(self, it: OpenBasket, elsewhere: Sequence[BasketLine]) -> Done:
        basket, kept = it.basket.basket, aisle.reservations(self.till, it.basket.basket)
        if self.mind.asked:
            return self._hear(it, kept)
        here = {each.line for each in kept if each.until > self.till.time.now()}
        missing = [line for line in elsewhere if line.line not in here]
        try:
            for line in missing:
                not_kept = self._reserve(it, line)
                if not_kept is not None:
                    return _said("reserve", basket, not_kept)
            if not self.mind.address:
                told = aisle.keep_address(self.line, HOME)
                assert isinstance(told, str), told
                self.mind.address = told
        except HubUnreachable:
            return _said("order", basket, "unknown")
        later = [method for method in Method if self.chance.random() < 0.5]
        kept = aisle.reservations(self.till, basket)
        wanted = aisle.order_of(it, kept, later=later, address=self.mind.address)
        if wanted is None:
            return _said("order", basket, "kept otherwise")
        outcome = aisle.place(self.till, wanted, clerk=AT_DRAWER)
        self.mind.asked, self.mind.wanted = outcome.op_id, wanted
        told = (outcome.op_id,) if outcome.word is Word.SAVED else ()
        return Done("order", basket, said=str(outcome), told=told)

    def _reserve(self, it: OpenBasket, line: BasketLine) -> NotReserved | None:
        """What cannot be kept the customer takes here, or does without."""
        branch, method = 3 - self.at.branch, METHODS[line.place.fulfilment]
        kept = aisle.reserve(self.till, self.line, it, line.line, branch=branch, method=method)
        if isinstance(kept, NotReserved):
            without = baskets.remove if self.chance.random() < 0.5 else _carry_out
            without(self.till, line.line)
            return kept
        return None

    def _hear(self, it: OpenBasket, kept: tuple[KeptReservation, ...]) -> Done:
        """The hub's word to the order; whoever has waited long enough asks again, which is the same order."""
        told, wanted, basket = aisle.answer_to(self.till, self.mind.asked), self.mind.wanted, it.basket.basket
        if told is None:
            return _said("wait", basket, "")
        self.mind.asked = ""
        if isinstance(told, aisle.NotPlaced):
            self.mind.address = ""
            try:
                aisle.give_back(self.till, self.line, basket)
            except HubUnreachable:
                return _said("not placed", basket, told.why)
            return _said("not placed", basket, told.why)
        if not _is_still(it, kept, wanted):
            return _said("ordered", basket, "it was changed")
        return _said("ordered", basket, baskets.place_order(self.till, aisle.as_noted(told), basket))

    def _note(self, elsewhere: Sequence[BasketLine]) -> Done:
        """The hub is silent: it is written down what they want, and whom to call."""
        lines = tuple(
            IntentLine(it.article.sku, it.quantity, it.article.name_zh, METHODS[it.place.fulfilment], it.place.branch)
            for it in elsewhere
        )
        off = tuple(it.line for it in elsewhere)
        made = intents.note(self.till, lines, clerk=AT_DRAWER, phone=HOME["phone"], off_basket=off)
        return _of_intent("note", made)

    def _end(self, it: Intent) -> Done:
        self.at.touched.add(it.intent)
        if self.chance.random() < 0.3:
            return _of_intent("give up", intents.give_up(self.till, it.intent, reason="had it elsewhere"))
        done = intents.take_up(self.till, it.intent)
        now = next((each for each in intents.everything(self.till) if each.intent == it.intent), None)
        return Done("take up", it.intent, said=_short(done), intent=now)

    # -- paying --------------------------------------------------------------------------------------------------------

    def _pay(self, it: OpenBasket) -> Done:
        basket, left_minor = it.basket.basket, it.due.left_minor
        if left_minor <= 0:
            return _sold("finish", basket, payments.finish(self.till, clerk=AT_DRAWER))
        ways = ["cash", "cash", "part", "card", "wallet", *["points", "points"] * bool(it.basket.member)]
        match self.chance.choice([*ways, *["exchange"] * bool(self.bought)]):
            case "part":
                part_minor = self.chance.randint(1, left_minor)
                return _sold("pay a part", basket, payments.pay_cash(self.till, part_minor, clerk=AT_DRAWER))
            case "card":
                begun = payments.begin_card(self.till, self._share(left_minor), clerk=AT_DRAWER)
                return self._carry_out("card", basket, begun)
            case "wallet":
                begun = payments.begin_wallet(self.till, self._share(left_minor), WALLET_CODE, clerk=AT_DRAWER)
                return self._carry_out("wallet", basket, begun)
            case "points":
                wanted = 100 * self.chance.randint(1, 2)
                is_asked = self.is_online and self.chance.random() < 0.6  # or it did not answer in time
                begun = points.begin_points(self.till, wanted, online=is_asked, clerk=AT_DRAWER)
                return _sold("points", basket, begun)
            case "exchange":
                return self._exchange(basket)
            case _:
                given_minor = it.due.cash_minor + self.chance.choice([0, 0, 10_000])
                return _sold("pay", basket, payments.pay_cash(self.till, given_minor, clerk=AT_DRAWER))

    def _share(self, left_minor: int) -> int:
        return self.chance.choice([left_minor, self.chance.randint(1, left_minor)])

    def _carry_out(self, what: str, basket: str, begun: object) -> Done:
        if not isinstance(begun, Attempt):
            return _said(what, basket, begun)
        code = WALLET_CODE if what == "wallet" else ""
        return _sold(what, basket, payments.carry_out(self.till, self.devices, begun, code=code))

    def _ask(self, waiting: Attempt) -> Done:
        if waiting.asks:
            give_up = self.chance.random() < 0.3
            return _sold("hear points", waiting.basket, points.hear_points(self.till, waiting, give_up=give_up))
        cancel = self.chance.random() < 0.3
        told = payments.ask(self.till, self.devices, waiting, cancel=cancel)
        return _sold("ask", waiting.basket, told)

    def _give_back(self, it: OpenBasket) -> Done:
        told = giving_back.begin_giving_back(self.till, clerk=self.clerk)
        return _said("give back", it.basket.basket, told if not isinstance(told, tuple) else len(told))

    def _exchange(self, basket: str) -> Done:
        sale = self.chance.choice(self.bought[-4:])
        line, receipt = self.chance.choice(sale.lines), read_receipt(sale.receipt_no)
        assert receipt is not None, "a till printed it"
        found = purchases.find(self.till, self.line, ReceiptCode(receipt), clerk=AT_DRAWER.badge)
        if isinstance(found, ReturnRefusal):
            return _said("exchange", sale.receipt_no, found)
        chosen = [Chosen(line.line, self.chance.randint(1, line.quantity), "wrong_size")]
        done = exchanging.exchange(self.till, found[0], chosen, clerk=self.clerk)
        if not isinstance(done, Exchanged):
            return _said("exchange", sale.receipt_no, done)
        sold = done.paid.sold if done.paid else None
        told = (done.taken.op_id, *([sold.op_id] if sold else []))
        for attempt in done.taken.begun:
            payments.carry_out(self.till, self.devices, attempt)
        is_alone = not found[0].is_of_hub
        return Done("exchange", basket, "exchanged", told, sale=sold.sale if sold else None, is_alone=is_alone)


def _carry_out(till: Till, line: int) -> object:
    return baskets.change_place(till, line, CARRY_OUT)


def _is_still(it: OpenBasket, kept: tuple[KeptReservation, ...], wanted: PlaceOrder | None) -> bool:
    later = [part.method for part in wanted.parts if part.pay.value != "full"] if wanted else []
    return wanted is not None and aisle.order_of(it, kept, later=later, address=wanted.address) == wanted


def _sold(what: str, about: str, told: object) -> Done:
    """How a payment stands; with the last of it the basket is sold."""
    sold = told if isinstance(told, Sold) else told.sold if isinstance(told, Paid) else None
    if sold is None:
        return _said(what, about, told)
    return Done(what, about, "sold", (sold.op_id,), sale=sold.sale)


def _of_intent(what: str, told: object) -> Done:
    if not isinstance(told, Intent):
        return _said(what, "", told)
    return Done(what, told.intent, told.state.value, intent=told)


def _said(what: str, about: str, told: object) -> Done:
    return Done(what, about, said=_short(told))


def _short(told: object) -> str:
    match told:
        case OpenBasket():
            return f"due {told.due.left_minor}"
        case Paid():
            return f"{told.word} {told.attempt.attempt}"
        case _:
            return str(told)
