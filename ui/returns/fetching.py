"""Goods that are fetched where the customer lives: on which day, when, and where. The hub says whether they can be."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from clerk_app.desk import aisle, outbox, returns
from clerk_app.desk.returns import Fetching, Found
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.returns.planning import COLLECTED_WITHIN, Chosen
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.errors import DatabaseBusy, DiskFull, HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from ui import formats
from ui.basket.elsewhere_build import address_question
from ui.basket.elsewhere_screen import AddressQuestion
from ui.messages import Text, say
from ui.returns.words import REFUSALS
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.choice_grid import GridChoice
from ui.widgets.segmented import Choice
from ui.work.screen import Notice

log = logging.getLogger(__name__)

HOURS: Final = ((9, 12), (12, 15), (15, 18), (18, 21))
_KEYS: Final = ("F5", "F6", "F7", "F8")


@dataclass(frozen=True, slots=True)
class FetchQuestion:
    days: tuple[GridChoice, ...]
    day: str
    hours: tuple[Choice, ...]
    hour: str


@dataclass(frozen=True, slots=True)
class _Asking:
    found: Found
    chosen: tuple[Chosen, ...]
    day: date
    hours: tuple[int, int] = HOURS[0]


class FetchPresenter(QObject):
    """
    Signals:
        changed: the FetchQuestion to ask, None for none.
        address_asked: the AddressQuestion, None for none.
        said: a Notice of what became of it.
        booked: the hub has taken the booking, of goods of the purchase of this key.
        acted: something new is in the outbox.
    """

    changed = Signal(object)
    address_asked = Signal(object)
    said = Signal(Notice)
    booked = Signal(object)  # PurchaseKey
    acted = Signal()

    def __init__(self, till: Till, session: Session, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._asking: _Asking | None = None
        self._waiting: dict[str, _Asking] = {}  # for the hub's word, by the operation that asks

    def ask(self, found: Found, chosen: tuple[Chosen, ...]) -> None:
        """These pieces should be fetched: when?"""
        self._asking = _Asking(found, chosen, self._days()[0])
        self._show()

    @Slot(str)
    def choose_day(self, day: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, day=date.fromisoformat(day))
            self._show()

    @Slot(str)
    def choose_hours(self, hour: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, hours=next(it for it in HOURS if str(it[0]) == hour))
            self._show()

    @Slot()
    def confirm(self) -> None:
        """The time is said: where?"""
        if self._asking is not None:
            self.changed.emit(None)
            self.address_asked.emit(_address({}, can_confirm=True))

    @Slot()
    def dismiss(self) -> None:
        self._asking = None
        self.changed.emit(None)

    @Slot(object)
    def send_address(self, typed: Mapping[str, str]) -> None:
        """Give it to the hub, which says what is wrong with it, or by which id it keeps it."""
        hub, asking = self._hub, self._asking
        self.address_asked.emit(_address({}, can_confirm=False))
        run_in_background(
            lambda: (asking, aisle.keep_address(hub, typed)), done=self._hear_address, failed=self._no_address
        )

    @Slot(object)
    def _hear_address(self, told: tuple[_Asking | None, str | Mapping[str, AddressFault]]) -> None:
        asking, kept = told
        if asking is None or asking is not self._asking:
            return  # nobody wants it fetched any more
        if isinstance(kept, str):
            self.address_asked.emit(None)
            self._book(asking, kept)
        else:
            self.address_asked.emit(_address(kept, can_confirm=True))

    def _book(self, asking: _Asking, address: str) -> None:
        self._asking = None
        lines = [LineQuantity(it.line, it.quantity) for it in asking.chosen]
        when = Fetching(asking.day, *asking.hours, address)
        clerk, reason = self._session.acting, asking.chosen[0].reason
        try:
            booked = returns.book_collection(self._till, asking.found, lines, reason, when, clerk=clerk)
        except (DatabaseBusy, DiskFull) as error:
            log.warning("a booking was not written down: %s", error)
            self.said.emit(Notice(State.REFUSED, say(Text.NOT_SAVED)))
            return
        if isinstance(booked, ReturnRefusal):
            self.said.emit(Notice(State.REFUSED, say(REFUSALS[booked])))
            return
        self._waiting[booked] = asking
        self.said.emit(Notice(State.UNKNOWN, say(Text.FE_ASKING)))
        self.acted.emit()

    @Slot(Exception)
    def _no_address(self, error: Exception) -> None:
        if not isinstance(error, HubUnreachable):
            raise error
        if self._asking is not None:
            self.address_asked.emit(_address({}, can_confirm=True, trouble=say(Text.E_SILENT)))

    @Slot(object)
    def hear(self, _report: object = None) -> None:
        """The hub has answered what it was told: somebody comes, or it says why nobody does."""
        for op_id, asking in list(self._waiting.items()):
            entry = outbox.entry(self._till, op_id)
            if entry is not None and entry.answer is not None and entry.word is not Word.SAVED:
                del self._waiting[op_id]
                self._tell(entry.word, entry.answer.reason, asking)

    def _tell(self, word: Word, why: str, asking: _Asking) -> None:
        if word is Word.DONE:
            when = f"{_day(asking.day, self._till.time.now())} {_hours(asking.hours)}"
            self.booked.emit(asking.found.purchase.key)
            self.said.emit(Notice(State.DONE, say(Text.FE_BOOKED, when=when), say(Text.FE_BOOKED_WHY)))
        elif word is Word.CONFLICT:
            self.booked.emit(asking.found.purchase.key)
            self.said.emit(Notice(State.ATTENTION, say(Text.ACT_KEPT)))
        else:
            words = say(REFUSALS[ReturnRefusal(why)]) if why in list(ReturnRefusal) else say(Text.P_NOT_FOR_ROLE)
            self.said.emit(Notice(State.REFUSED, say(Text.FE_NOT_BOOKED), words))

    def _days(self) -> list[date]:
        today = formats.local(self._till.time.now()).date()
        return [today + timedelta(days=ahead) for ahead in range(1, COLLECTED_WITHIN.days + 1)]

    def _show(self) -> None:
        asking, now = self._asking, self._till.time.now()
        if asking is None:
            self.changed.emit(None)
            return
        question = FetchQuestion(
            days=tuple(GridChoice(it.isoformat(), _day(it, now), _weekday(it)) for it in self._days()),
            day=asking.day.isoformat(),
            hours=tuple(Choice(str(it[0]), _hours(it), key=key) for it, key in zip(HOURS, _KEYS, strict=True)),
            hour=str(asking.hours[0]),
        )
        self.changed.emit(question)


def _address(faults: Mapping[str, AddressFault], *, can_confirm: bool, trouble: str = "") -> AddressQuestion:
    asked = address_question(faults, can_confirm=can_confirm, trouble=trouble)
    who = replace(asked.fields[0], label=say(Text.FE_NAME), hint=say(Text.FE_NAME_HINT))
    return replace(
        asked,
        fields=(who, *asked.fields[1:]),
        title=say(Text.FE_WHERE),
        text=say(Text.FE_WHERE_WHY),
        verb=say(Text.FE_BOOK),
    )


def _day(day: date, now: datetime) -> str:
    return formats.date(datetime.combine(day, time(12), formats.local(now).tzinfo), now=now)


def _weekday(day: date) -> str:
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def _hours(hours: tuple[int, int]) -> str:
    return f"{hours[0]:02d}:00–{hours[1]:02d}:00"
