"""Whoever keeps the customers' money: the terminals and wallets of all tills ask it, and may not hear its answer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from clerk_app.devices import Approved, Charge, Declined, Devices, GivingBack, NoAnswer, Pending, Told, Unheard
from tests.simulation.till import Killed, SimulatedTill

CUSTOMER_S = 3.0
WALLET_CODE = "134567890123456789"


@dataclass(slots=True)
class Bank:
    """Its own books, by the id of the attempt: nothing of a till's crash or a hub's backup touches them."""

    charged: dict[str, int] = field(default_factory=dict[str, int])
    given: dict[str, GivingBack] = field(default_factory=dict[str, GivingBack])
    _told: dict[str, Told] = field(default_factory=dict[str, Told])
    _waiting: dict[str, int] = field(default_factory=dict[str, int])

    def charge(self, wanted: Charge, lot: float) -> Told:
        """The same one twice takes the money once. Few customers have not enough, or must still think."""
        if wanted.attempt not in self._told:
            said = Declined("no_money") if lot < 0.1 else Pending() if lot < 0.2 else Approved(approval="123456")
            self._note(wanted.attempt, said, wanted.amount_minor)
            if isinstance(said, Pending):
                self._waiting[wanted.attempt] = wanted.amount_minor
        return self._told[wanted.attempt]

    def find(self, attempt: str, lot: float) -> Told:
        if isinstance(self._told.get(attempt), Pending) and lot < 0.5:
            self._note(attempt, Approved(approval="123456"), self._waiting[attempt])
        return self._told.get(attempt, Unheard())

    def cancel(self, attempt: str) -> Told:
        if isinstance(self._told.get(attempt, Pending()), Pending):
            self._told[attempt] = Declined("cancelled")
        return self._told[attempt]

    def give_back(self, wanted: GivingBack) -> Told:
        if wanted.attempt not in self._told:
            before_minor = sum(it.amount_minor for it in self.given.values() if it.paid_by == wanted.paid_by)
            is_there = before_minor + wanted.amount_minor <= self.charged.get(wanted.paid_by, 0)
            self._told[wanted.attempt] = Approved() if is_there else Declined("not_paid")
            if is_there:
                self.given[wanted.attempt] = wanted
        return self._told[wanted.attempt]

    def _note(self, attempt: str, said: Told, amount_minor: int) -> None:
        self._told[attempt] = said
        if isinstance(said, Approved):
            self.charged[attempt] = amount_minor


@dataclass(slots=True)
class Reader:
    """What stands at one till (`clerk_app.devices.PaymentDevice`): it waits for the customer."""

    of: SimulatedTill
    bank: Bank

    def charge(self, wanted: Charge) -> Told:
        return self._asked(lambda: self.bank.charge(wanted, self.of.chance.random()))

    def find(self, attempt: str) -> Told:
        return self._asked(lambda: self.bank.find(attempt, self.of.chance.random()))

    def cancel(self, attempt: str) -> Told:
        return self._asked(lambda: self.bank.cancel(attempt))

    def give_back(self, wanted: GivingBack) -> Told:
        return self._asked(lambda: self.bank.give_back(wanted))

    def _asked(self, ask: Callable[[], Told]) -> Told:
        of = self.of
        of.time.wait(of.chance.expovariate(1 / CUSTOMER_S))
        if of.is_killed:
            raise Killed("while the customer looked for the card")
        lot = of.chance.random() / of.weather.no_answers if of.weather.no_answers else 1.0
        if lot < 0.5:
            raise NoAnswer  # it never came there
        told = ask()
        if lot < 1.0:
            raise NoAnswer
        return told


def devices_at(till: SimulatedTill, bank: Bank) -> Devices:
    both = Reader(till, bank)
    return Devices(terminal=both, wallet=both)
