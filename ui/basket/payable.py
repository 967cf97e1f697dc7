"""What money is taken for in the pay sheet: the basket that is open, or the balance of what is collected."""

from typing import Final, Protocol

from clerk_app.desk import balances, baskets, giving_back, payments
from clerk_app.desk.attempts import Paid, WhyNotPaid
from clerk_app.desk.balances import Balance
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.looks import Pickup
from clerk_app.desk.selling import Sold, why_not_sell
from clerk_app.domain.paying import Attempt, PayRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import OF_A_BALANCE, TenderMethod
from clerk_app.till import Till

Owed = OpenBasket | Balance
"""How far it is paid. Both say what is due, in which currency, and by which attempts something was paid."""

OF_A_BASKET: Final = (*OF_A_BALANCE, TenderMethod.POINTS)


class Payable(Protocol):
    """Each act is on the disk when it returns; none waits for a device."""

    @property
    def offered(self) -> tuple[TenderMethod, ...]: ...

    def look(self) -> Owed | None:
        """How it stands now; None: nothing is there to be paid."""
        ...

    def why_not(self, it: Owed, clerk: Clerk) -> PayRefusal | None:
        """Why nobody may begin to pay it."""
        ...

    def pay_cash(self, given_minor: int, *, clerk: Clerk) -> Paid | WhyNotPaid: ...

    def begin_card(self, amount_minor: int, *, clerk: Clerk) -> Attempt | WhyNotPaid: ...

    def begin_wallet(self, amount_minor: int, code: str, *, clerk: Clerk) -> Attempt | WhyNotPaid: ...

    def begin_giving_back(self, *, clerk: Clerk) -> tuple[Attempt, ...] | PayRefusal: ...

    def finish(self, *, clerk: Clerk) -> Sold | PayRefusal | None:
        """What follows once nothing is due any more; None: another page goes on from here."""
        ...


class BasketPayable:
    def __init__(self, till: Till) -> None:
        self._till = till

    @property
    def offered(self) -> tuple[TenderMethod, ...]:
        return OF_A_BASKET

    def look(self) -> OpenBasket | None:
        return baskets.current(self._till)

    def why_not(self, it: Owed, clerk: Clerk) -> PayRefusal | None:
        return why_not_sell(clerk, it) if isinstance(it, OpenBasket) else PayRefusal.NO_BASKET

    def pay_cash(self, given_minor: int, *, clerk: Clerk) -> Paid | WhyNotPaid:
        return payments.pay_cash(self._till, given_minor, clerk=clerk)

    def begin_card(self, amount_minor: int, *, clerk: Clerk) -> Attempt | WhyNotPaid:
        return payments.begin_card(self._till, amount_minor, clerk=clerk)

    def begin_wallet(self, amount_minor: int, code: str, *, clerk: Clerk) -> Attempt | WhyNotPaid:
        return payments.begin_wallet(self._till, amount_minor, code, clerk=clerk)

    def begin_giving_back(self, *, clerk: Clerk) -> tuple[Attempt, ...] | PayRefusal:
        told = giving_back.begin_giving_back(self._till, clerk=clerk)
        return told if isinstance(told, PayRefusal) else tuple(it.attempt for it in told)

    def finish(self, *, clerk: Clerk) -> Sold | PayRefusal:
        return payments.finish(self._till, clerk=clerk)


class BalancePayable:
    """The balance of the pickup that was looked at last."""

    def __init__(self, till: Till) -> None:
        self._till = till
        self._pickup: Pickup | None = None

    def turn_to(self, pickup: Pickup) -> None:
        self._pickup = pickup

    @property
    def offered(self) -> tuple[TenderMethod, ...]:
        return OF_A_BALANCE

    def look(self) -> Balance | None:
        return balances.balance(self._till, self._pickup) if self._pickup else None

    def why_not(self, it: Owed, clerk: Clerk) -> PayRefusal | None:
        assert self._pickup is not None, "what is paid was looked at"
        return balances.why_not_pay_for(self._till, self._pickup, clerk=clerk)

    def pay_cash(self, given_minor: int, *, clerk: Clerk) -> Paid | WhyNotPaid:
        return balances.pay_cash(self._till, self._shown, given_minor, clerk=clerk)

    def begin_card(self, amount_minor: int, *, clerk: Clerk) -> Attempt | WhyNotPaid:
        return balances.begin_card(self._till, self._shown, amount_minor, clerk=clerk)

    def begin_wallet(self, amount_minor: int, code: str, *, clerk: Clerk) -> Attempt | WhyNotPaid:
        return balances.begin_wallet(self._till, self._shown, amount_minor, code, clerk=clerk)

    def begin_giving_back(self, *, clerk: Clerk) -> tuple[Attempt, ...] | PayRefusal:
        order_no = self._shown.order_no
        assert order_no is not None, "only of an order anything was paid"
        return balances.begin_giving_back(self._till, order_no, clerk=clerk)

    def finish(self, *, clerk: Clerk) -> None:
        """The goods are handed over on their own page."""

    @property
    def _shown(self) -> Pickup:
        assert self._pickup is not None, "what is paid was looked at"
        return self._pickup
