"""What a cashier of a run does next: goes on with a visit, sells for cash, takes back what was sold anywhere, drops
pieces of an order, asks how a refund ended.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from clerk_app.desk import baskets, payments, purchases, returns
from clerk_app.desk.payments import Paid
from clerk_app.desk.purchases import Shown
from clerk_app.desk.returns import TakenBack
from clerk_app.devices import Devices
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.codes import ReceiptCode, TypedOrderNo
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.sales import Sale
from clerk_app.till import Till
from tests.simulation.done import Done
from tests.simulation.shelves import ARTICLES, MEMBERS
from tests.simulation.till import Line, SimulatedTill
from tests.simulation.visit import AT_DRAWER, MANAGER, Visit

RECENT = 4  # sales, few, so that a receipt is shown at several tills


@dataclass(slots=True)
class CashierAtWork:
    at: SimulatedTill
    till: Till
    devices: Devices
    order: PickupOrder
    """Of the customer who may want less of it."""
    bought: Mapping[str, Sale]
    """What customers carry home, each with its receipt."""

    @property
    def chance(self) -> Random:
        return self.at.chance

    @property
    def hub(self) -> Line:
        return Line(self.at)

    def act(self) -> Done:
        now = self.till.time.now()
        left = payments.left_alone(self.till, before=now, began_at=now)
        if left and self.chance.random() < 0.5:
            ended = payments.ask(self.till, self.devices, left[0])
            return Done("refund", left[0].basket, said=str(ended.word if isinstance(ended, Paid) else ended))
        it, visit = baskets.current(self.till), Visit(self.at, self.till, self.devices, list(self.bought.values()))
        if it and (it.basket.lines or it.attempts) and self.chance.random() < 0.85:
            return visit.go_on(it)
        if self.chance.random() < self.at.weather.visits and not (it and it.basket.lines):
            return visit.begin()
        what = self.chance.choice(["sell", "sell", "return", "return", "return", "drop"])
        match what:
            case "return" if self.bought:
                return self._return()
            case "drop":
                return self._drop()
            case _:
                return self._sell()

    def _sell(self) -> Done:
        """The basket of a cashier whose till was killed may be open still: what is in it is sold, too."""
        for _ in range(self.chance.randint(1, 2)):
            baskets.add_product(self.till, self.chance.choice(ARTICLES), self.chance.randint(1, 3))
        if self.chance.random() < 0.5:
            baskets.attach_member(self.till, BasketMember(self.chance.choice(MEMBERS)))
        basket = baskets.current(self.till)
        assert basket is not None, "something was just put into it"
        given_minor = basket.due.left_minor + self.chance.choice([0, 0, 10_000])
        paid = payments.pay_cash(self.till, given_minor, clerk=AT_DRAWER)
        if not isinstance(paid, Paid) or paid.sold is None:
            return Done("sell", "", said=repr(paid))
        sale = paid.sold.sale
        return Done("sell", sale.receipt_no, said="sold", told=(paid.sold.op_id,), sale=sale)

    def _return(self) -> Done:
        """Some pieces of one line, and sometimes more than there still are."""
        recent = list(self.bought.values())
        sale = self.chance.choice(recent[-RECENT:] if self.chance.random() < 0.9 else recent)
        line = self.chance.choice(sale.lines)
        receipt = read_receipt(sale.receipt_no)
        assert receipt is not None, "a till printed it"
        pieces = self.chance.randint(1, line.quantity)
        return self._taken_back("return", ReceiptCode(receipt), Chosen(line.line, pieces, "wrong_size"))

    def _drop(self) -> Done:
        line = self.chance.choice(self.order.lines)
        pieces = self.chance.randint(1, line.quantity)
        chosen = Chosen(line.line, pieces, "other", Condition.NOT_COLLECTED)
        return self._taken_back("drop", TypedOrderNo(self.order.order_no), chosen)

    def _taken_back(self, what: str, shown: Shown, chosen: Chosen) -> Done:
        """Not everybody has the hub keep the pieces while they look at them."""
        found = purchases.find(self.till, self.hub, shown, clerk=AT_DRAWER.badge)
        if isinstance(found, ReturnRefusal):
            return Done(what, _name(shown), said=found.value)
        held = found[0]
        if self.chance.random() < 0.5:
            kept = purchases.keep(self.till, self.hub, held, [chosen], clerk=AT_DRAWER.badge)
            if isinstance(kept, ReturnRefusal):
                return Done(what, _name(shown), said=kept.value)
            held = kept
        clerk = MANAGER if self.chance.random() < 0.2 else AT_DRAWER
        done = returns.take_back(self.till, held, [chosen], clerk=clerk)
        if not isinstance(done, TakenBack):
            return Done(what, _name(shown), said=done.value)
        for attempt in done.begun:
            payments.carry_out(self.till, self.devices, attempt)
        said = "taken back" if held.is_of_hub else "taken back alone"
        return Done(what, _named(held.purchase), said=said, told=(done.op_id,), is_alone=not held.is_of_hub)


def _name(shown: Shown) -> str:
    return str(shown.receipt) if isinstance(shown, ReceiptCode) else str(shown)


def _named(purchase: Purchase) -> str:
    return purchase.receipt_no or str(purchase.key)
