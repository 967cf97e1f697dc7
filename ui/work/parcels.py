"""What is sent from here: how many parcels it is, where they go, and which carrier has them.

The address is asked of the hub for its label while the question stands, and kept nowhere.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import work
from clerk_app.desk.outcome import Outcome
from clerk_app.domain.aisle.addresses import Address
from clerk_app.domain.codes import ClerkBadge, MemberCard, PickupText, ReceiptCode, classify
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.errors import HubUnreachable
from clerk_app.gs1 import read_gs1
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from ui import messages
from ui.acts import attempt
from ui.chain import chain_of
from ui.formats import amount, sentences
from ui.messages import Text, say
from ui.session import Session
from ui.threads import run_in_background
from ui.widgets.choice_grid import GridChoice
from ui.work import board
from ui.work.sheets import PARCELS_MAX

log = logging.getLogger(__name__)

ASK_WITHIN_S = 3.0
CARRIER_MAX = 40
TRACKING_MAX = 40


@dataclass(frozen=True, slots=True)
class ParcelQuestion:
    """`address` is what stands on each label; `address_words` why it is not there, or not yet."""

    title: str
    text: str
    address: tuple[str, ...]
    address_words: str
    parcels: int
    parcels_text: str
    verb: str
    is_sending: bool = False  # else packing
    carriers: tuple[GridChoice, ...] = ()
    chosen: str = ""
    typed: str = ""
    tracking: tuple[str, ...] = ()
    tracking_text: str = ""
    missing: str = ""  # numbers that are not there yet; it may go without them
    can_confirm: bool = True


@dataclass(frozen=True, slots=True)
class _Asking:
    order_no: OrderNo
    parcels: int
    is_sending: bool = False
    chosen: str = ""
    typed: str = ""
    tracking: tuple[str, ...] = ()
    address: Address | None = None
    address_words: Text | None = Text.PARCEL_ASKING
    trouble: Text | None = None  # with what was scanned last
    collects: str = ""  # what the carrier takes for it

    @property
    def carrier(self) -> str:
        return " ".join(self.typed.split()) or self.chosen


class ParcelPresenter(QObject):
    """
    Signals:
        changed: the ParcelQuestion to ask, None for none.
        finished: the Outcome of what was confirmed, its headline, and what there is to add.
    """

    changed = Signal(object)  # ParcelQuestion | None
    finished = Signal(object, str, str)

    def __init__(self, till: Till, session: Session, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._asking: _Asking | None = None
        self._last_carrier = ""  # most parcels of a day go with the same one

    @Slot(object)
    def ask_pack(self, order: PickupOrder) -> None:
        """All is picked: into how many parcels does it go?"""
        self._ask(_Asking(order.order_no, max(1, order.parcels), collects=_collected(order)))

    @Slot(object)
    def ask_send(self, order: PickupOrder) -> None:
        """It is packed: who takes it, and under which numbers?"""
        asking = _Asking(order.order_no, max(1, order.parcels), is_sending=True, chosen=self._last_carrier)
        self._ask(replace(asking, collects=_collected(order)))

    def _ask(self, asking: _Asking) -> None:
        self._asking = asking
        self._show()
        hub, number = self._hub, asking.order_no
        run_in_background(lambda: (number, _address_of(hub, number)), done=self._hear_address)

    @Slot(object)
    def _hear_address(self, told: tuple[OrderNo, Address | Text]) -> None:
        number, found = told
        if self._asking is None or self._asking.order_no != number:
            return
        if isinstance(found, Text):
            self._change(replace(self._asking, address_words=found))
        else:
            self._change(replace(self._asking, address=found, address_words=None))

    @Slot(int)
    def change_parcels(self, change: int) -> None:
        if self._asking is not None:
            count = max(1, min(PARCELS_MAX, self._asking.parcels + change))
            self._change(replace(self._asking, parcels=count))

    @Slot(str)
    def choose_carrier(self, carrier: str) -> None:
        if self._asking is not None:
            self._change(replace(self._asking, chosen=carrier, typed=""))

    @Slot(str)
    def type_carrier(self, typed: str) -> None:
        if self._asking is not None:
            self._change(replace(self._asking, typed=typed[:CARRIER_MAX]))

    @Slot(str)
    def add_tracking(self, text: str) -> None:
        """A number of the carrier's was scanned or typed; the same one again is taken out."""
        number = " ".join(text.split())[:TRACKING_MAX]
        if self._asking is None or not self._asking.is_sending or not number.isprintable() or not number:
            return
        if isinstance(classify(number, read_gs1=read_gs1), _OURS):
            self._change(replace(self._asking, trouble=Text.PARCEL_NOT_TRACKING))
            return
        self._asking = replace(self._asking, trouble=None)
        known = self._asking.tracking
        if number in known:
            self._change(replace(self._asking, tracking=tuple(it for it in known if it != number)))
        elif len(known) < self._asking.parcels:
            self._change(replace(self._asking, tracking=(*known, number)))

    @Slot()
    def dismiss(self) -> None:
        self._asking = None
        self._show()

    @Slot()
    def confirm(self) -> None:
        asking = self._asking
        if asking is None or (asking.is_sending and not asking.carrier):
            return
        number, clerk = asking.order_no, self._session.acting
        do_it: Callable[[], Outcome]
        if asking.is_sending:
            self._last_carrier = asking.carrier
            do_it = partial(
                work.sent, self._till, number, clerk=clerk, carrier=asking.carrier, tracking=asking.tracking
            )
            done = say(Text.WORK_SENT, number=board.short_no(number)), say(Text.WORK_SENT_WHY, carrier=asking.carrier)
        else:
            do_it = partial(work.packed, self._till, number, clerk=clerk, parcels=asking.parcels)
            done = say(Text.WORK_PACKED, number=board.short_no(number)), say(Text.WORK_PACKED_WHY)
        outcome = attempt(do_it, number)
        if outcome.word is not Word.REFUSED or outcome.reason:  # else the disk took nothing, and it may be tried again
            self._asking = None
            self._show()
        self.finished.emit(outcome, *done)

    def _change(self, asking: _Asking) -> None:
        self._asking = asking
        self._show()

    def _show(self) -> None:
        self.changed.emit(self._question(self._asking) if self._asking is not None else None)

    def _question(self, asking: _Asking) -> ParcelQuestion:
        it = asking.address
        number = board.short_no(asking.order_no)
        question = ParcelQuestion(
            title=say(Text.PARCEL_PACK_TITLE, number=number),
            text=sentences(asking.collects, say(Text.PARCEL_PACK_HOW)),
            address=(it.name, it.phone, it.region, it.street) if it else (),
            address_words=say(asking.address_words) if asking.address_words else "",
            parcels=asking.parcels,
            parcels_text=messages.parcels(asking.parcels),
            verb=say(Text.PARCEL_PACKED),
        )
        if not asking.is_sending:
            return question
        known = chain_of(self._till).carriers
        others = (asking.chosen,) if asking.chosen and asking.chosen not in known else ()
        return replace(
            question,
            title=say(Text.PARCEL_SEND_TITLE, number=number),
            text=sentences(asking.collects, say(Text.PARCEL_SEND_HOW)),
            verb=say(Text.PARCEL_SENT),
            is_sending=True,
            carriers=tuple(GridChoice(name, name) for name in (*known, *others)),
            chosen="" if asking.typed.strip() else asking.chosen,
            typed=asking.typed,
            tracking=asking.tracking,
            tracking_text=say(asking.trouble)
            if asking.trouble
            else say(Text.PARCEL_TRACKED, count=len(asking.tracking), total=asking.parcels),
            missing=_missing(asking),
            can_confirm=bool(asking.carrier),
        )


def _missing(asking: _Asking) -> str:
    count = asking.parcels - len(asking.tracking)
    return say(Text.PARCEL_NUMBERS_MISSING, count=count, total=asking.parcels) if count > 0 else ""


_OURS: Final = (ClerkBadge, MemberCard, PickupText, ReceiptCode)
"""What people carry: none of it belongs on a parcel, or into what is kept of one."""


def _collected(order: PickupOrder) -> str:
    due_minor = order.balance_due_minor
    return say(Text.PARCEL_COLLECT, amount=amount(due_minor, order.currency)) if due_minor else ""


def _address_of(hub: HubClient, order_no: OrderNo) -> Address | Text:
    """Where the parcel goes, or why nobody can say."""
    try:
        return hub.parcel_address(order_no, timeout_s=ASK_WITHIN_S) or Text.PARCEL_NO_ADDRESS
    except HubUnreachable as error:
        log.info("the hub did not say where a parcel goes: %s", error)
        return Text.PARCEL_OFFLINE
