"""The balance of a pickup, paid tender by tender at the command line, and given back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from clerk_app.cli.basket_words import SENTENCES, money
from clerk_app.cli.ends import NOT_DONE, OK, UNKNOWN
from clerk_app.cli.output import Output
from clerk_app.cli.people import wallet_code
from clerk_app.desk import balances, payments
from clerk_app.desk.attempts import Paid, WhyNotPaid
from clerk_app.desk.balances import Balance
from clerk_app.desk.looks import Pickup
from clerk_app.devices import Devices
from clerk_app.devices.connected import devices_of
from clerk_app.domain.operations import Word
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TenderMethod
from clerk_app.till import Till


@dataclass(frozen=True)
class AtBalance:
    """The till, what is collected, and whoever hands it over, for the length of one command."""

    till: Till
    pickup: Pickup
    clerk: Clerk

    @cached_property
    def devices(self) -> Devices:
        return devices_of(self.till.folder, practice=self.till.profile.practice)

    @property
    def balance(self) -> Balance | None:
        return balances.balance(self.till, self.pickup)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of the tenders: the change, or the first that did not end well."""

    change_minor: int = 0
    not_paid: Paid | WhyNotPaid | None = None


def whole(desk: AtBalance, method: TenderMethod) -> list[str]:
    """What is left of the balance, as one tender of this kind; none where nothing is left."""
    it = desk.balance
    if it is None or it.due.left_minor <= 0:
        return []
    is_cash = method is TenderMethod.CASH
    return [f"cash:{it.due.cash_minor}" if is_cash else f"card:{it.due.left_minor}"]


def take(desk: AtBalance, tenders: Sequence[str]) -> Taken:
    """Pay by these, one after the other, until one does not end well."""
    change_minor = 0
    for tender in tenders:
        method, _, rest = tender.partition(":")
        minor, _, code = rest.partition(":")
        done = _METHODS[method](desk, int(minor), code)
        if not isinstance(done, Paid) or done.attempt.state is not AttemptState.PAID:
            return Taken(change_minor, done)
        change_minor += done.change_minor
    return Taken(change_minor)


def give_back(desk: AtBalance, output: Output) -> int:
    """Return all that was paid of it here, whatever became of the order."""
    order_no = desk.pickup.order_no
    assert order_no is not None, "only of an order anything is paid"
    backs = balances.begin_giving_back(desk.till, order_no, clerk=desk.clerk)
    if isinstance(backs, PayRefusal):
        return tell_not_paid(desk, backs, output)
    codes = [OK]
    for back in backs:
        done: Paid | PayRefusal = Paid(back)
        if back.state is AttemptState.STARTED:
            done = payments.carry_out(desk.till, desk.devices, back)
        codes.append(_tell_given_back(desk, done, output))
    return max(codes)


def tell_not_paid(desk: AtBalance, done: Paid | WhyNotPaid, output: Output) -> int:
    """Say why the goods stay here: what was paid before stays paid."""
    it = desk.balance
    left = {"due_minor": it.due.left_minor if it else 0, "order_no": desk.pickup.order_no, "op_id": None}
    if not isinstance(done, Paid):
        output.row({"word": "refused", **left, "reason": done.value}, f"refused: {SENTENCES[done.value]}")
        return NOT_DONE
    row = {"word": done.word.value, **left, "reason": done.attempt.reason or None, "attempt": done.attempt.attempt}
    output.row(row, f"{done.word.value}: {_words(done.attempt)}")
    return UNKNOWN if done.word is Word.UNKNOWN else NOT_DONE


def _tell_given_back(desk: AtBalance, done: Paid | PayRefusal, output: Output) -> int:
    if not isinstance(done, Paid) or done.attempt.state is not AttemptState.PAID:
        return tell_not_paid(desk, done, output)
    tender = done.attempt.tender
    row: dict[str, Any] = {"word": done.word.value, "order_no": desk.pickup.order_no, "reason": None}
    row |= {"method": tender.method.value, "given_back_minor": tender.amount_minor, "attempt": done.attempt.attempt}
    amount = money(tender.amount_minor, done.attempt.currency)
    output.row(row, f"{done.word.value}: {amount} given back ({tender.method.value.replace('_', ' ')})")
    return OK


def _words(it: Attempt) -> str:
    amount = money(it.tender.amount_minor, it.currency)
    if it.state is AttemptState.FAILED:
        return SENTENCES.get(it.reason) or f"not paid ({it.reason.replace('_', ' ')})"
    return f"nobody knows yet whether {amount} changed hands. Do not pay again, but ask: clerk basket ask"


def _cash(desk: AtBalance, minor: int, _code: str) -> Paid | WhyNotPaid:
    return balances.pay_cash(desk.till, desk.pickup, minor, clerk=desk.clerk)


def _card(desk: AtBalance, minor: int, _code: str) -> Paid | WhyNotPaid:
    begun = balances.begin_card(desk.till, desk.pickup, minor, clerk=desk.clerk)
    return payments.carry_out(desk.till, desk.devices, begun) if isinstance(begun, Attempt) else begun


def _wallet(desk: AtBalance, minor: int, code: str) -> Paid | WhyNotPaid:
    code = code or wallet_code()
    begun = balances.begin_wallet(desk.till, desk.pickup, minor, code, clerk=desk.clerk)
    return payments.carry_out(desk.till, desk.devices, begun, code=code) if isinstance(begun, Attempt) else begun


_METHODS: Final[Mapping[str, Callable[[AtBalance, int, str], Paid | WhyNotPaid]]] = MappingProxyType(
    {"cash": _cash, "card": _card, "wallet": _wallet}
)
