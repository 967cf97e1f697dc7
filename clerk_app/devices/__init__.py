"""What stands beside a till and takes money: a card terminal, and a gateway to the wallets on customers' phones.

Both know a payment by the id of its attempt: to ask for the same one twice takes the money once, and whoever did not
hear how it ended may ask. No card number ever passes here.
"""

from dataclasses import dataclass
from typing import Final, Protocol

SIMULATED_WALLET: Final = "wallet-simulator"
"""The subcommand of `clerk` that is a gateway to practise with."""


class NoAnswer(Exception):
    """Nobody said how it ended: it may have been paid. It must be asked about, and not be tried again."""


@dataclass(frozen=True, slots=True)
class Approved:
    """It was paid, or given back."""

    approval: str = ""  # card
    last_four: str = ""  # card
    trade_no: str = ""  # wallet


@dataclass(frozen=True, slots=True)
class Declined:
    """It was not paid, and under this id it never will be. `reason` is the other side's word for it."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """The customer has still to confirm it."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """No such attempt ever came there. It may still be on its way."""


Told = Approved | Declined | Pending | Unheard


@dataclass(frozen=True, slots=True)
class Charge:
    attempt: str
    amount_minor: int
    currency: str
    code: str = ""  # wallet: what the customer's phone showed
    provider: str = ""  # wallet


@dataclass(frozen=True, slots=True)
class GivingBack:
    attempt: str  # of the giving back itself
    paid_by: str  # the attempt that had paid
    amount_minor: int
    currency: str


class PaymentDevice(Protocol):
    """Each call may take as long as a customer does: in the background, please. Each raises NoAnswer."""

    def charge(self, wanted: Charge) -> Told: ...

    def find(self, attempt: str) -> Told: ...

    def cancel(self, attempt: str) -> Told:
        """Let it not be paid any more: Declined, or Approved where it was paid already. What comes later under this
        id is declined.
        """
        ...

    def give_back(self, wanted: GivingBack) -> Told: ...


@dataclass(frozen=True, slots=True)
class Devices:
    """What there is at this till."""

    terminal: PaymentDevice | None = None
    wallet: PaymentDevice | None = None


NO_DEVICES = Devices()
