"""Finding what was bought, by what the customer shows. Only `ask_hub` and `keep` use the network."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol
from uuid import UUID

from clerk_app import signing
from clerk_app.desk import knowledge
from clerk_app.desk.returns import Found, found_here, standing
from clerk_app.domain import pickup_code
from clerk_app.domain.codes import MemberCard, PickupText, ReceiptCode, Scanned, TypedOrderNo
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.pickup_code import PickupCode
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.returns.acts import Proof
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.errors import HubUnreachable
from clerk_app.till import Till
from clerk_app.wire.returns import HeldPurchase

HUB_BUDGET_S: Final = 1.5


class PurchasesHub(Protocol):
    def purchases(self, asked: Mapping[str, str | int], *, timeout_s: float) -> tuple[Purchase, ...]: ...

    def hold_purchase(
        self, key: PurchaseKey, lines: Sequence[LineQuantity], *, clerk: str, timeout_s: float
    ) -> HeldPurchase | None: ...


Shown = ReceiptCode | TypedOrderNo | PickupCode | MemberCard
"""What a customer shows or says: of a pickup code the one that was read, and is genuine."""


def shown_of(till: Till, scanned: Scanned) -> Shown | None:
    """What of a scan a purchase is found by; None for everything else, and for a pickup code that is not genuine."""
    match scanned:
        case ReceiptCode() | TypedOrderNo() | MemberCard():
            return scanned
        case PickupText(text):
            with till.cache.read() as cached:
                keys = knowledge.key_set_of(till, cached)
            if keys is None:
                return None
            read = pickup_code.read(text, hub_id=UUID(till.profile.hub_id), keys=keys, is_signature=signing.verify)
            return read if isinstance(read, PickupCode) else None
        case _:
            return None


def find(
    till: Till, hub: PurchasesHub, shown: Shown, *, clerk: str, reason: str = "", timeout_s: float = HUB_BUDGET_S
) -> tuple[Found, ...] | ReturnRefusal:
    """What was bought under this: as the hub knows it, or where it does not answer, a receipt of this till alone. For
    a background thread. Raises ReasonNeeded, where the clerk has looked at many members.
    """
    try:
        found = hub.purchases({**_question(shown), "clerk": clerk, "reason": reason}, timeout_s=timeout_s)
    except HubUnreachable:
        here = found_here(till, shown.receipt) if isinstance(shown, ReceiptCode) else ReturnRefusal.ONLINE_ONLY
        return here if isinstance(here, ReturnRefusal) else (here,)
    if not found and isinstance(shown, ReceiptCode):  # the hub has not heard of it yet
        here = found_here(till, shown.receipt)
        return (here,) if isinstance(here, Found) else ReturnRefusal.UNKNOWN_PURCHASE
    now, proof = till.time.now(), _PROOFS[type(shown)]
    looked = [Found(it, proof, is_of_hub=True, as_of=now) for it in found]
    return tuple(standing(till, it) for it in looked) if looked else ReturnRefusal.UNKNOWN_PURCHASE


def keep(
    till: Till,
    hub: PurchasesHub,
    found: Found,
    chosen: Sequence[Chosen],
    *,
    clerk: str,
    timeout_s: float = HUB_BUDGET_S,
) -> Found | ReturnRefusal:
    """Ask the hub to keep these pieces for a moment, so that no other till takes them back meanwhile. For a background
    thread. Where it does not answer, what was found is no longer its word.
    """
    lines = [LineQuantity(it.line, it.quantity) for it in chosen]
    try:
        held = hub.hold_purchase(found.purchase.key, lines, clerk=clerk, timeout_s=timeout_s)
    except HubUnreachable:
        return _alone(till, found)
    if held is None:
        return found if not found.is_of_hub else ReturnRefusal.UNKNOWN_PURCHASE
    return standing(till, replace(found, purchase=held.purchase, is_of_hub=True, as_of=till.time.now()))


def _alone(till: Till, found: Found) -> Found | ReturnRefusal:
    """Without the hub only a receipt of this till counts, as this till's own files have it."""
    receipt = read_receipt(found.purchase.receipt_no)
    return found_here(till, receipt) if receipt else ReturnRefusal.ONLINE_ONLY


def _question(shown: Shown) -> dict[str, str | int]:
    match shown:
        case ReceiptCode():
            return {"receipt_no": str(shown.receipt)}
        case TypedOrderNo():
            return {"order_no": shown.order_no}
        case PickupCode():
            return {"pickup_id": shown.pickup_id}
        case MemberCard():
            return {"member": shown.number}


_PROOFS: Final[dict[type, Proof]] = {
    ReceiptCode: Proof.RECEIPT,
    TypedOrderNo: Proof.ORDER_NO,
    PickupCode: Proof.PICKUP_CODE,
    MemberCard: Proof.MEMBER,
}
