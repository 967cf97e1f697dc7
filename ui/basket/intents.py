"""Intents: what could not be ordered while head office was silent, whom to call about it, and what became of that."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import intents
from clerk_app.desk.baskets import OpenBasket, WhyNot
from clerk_app.domain.aisle.intents import WAITS_FOR, Intent, IntentLine, IntentRefusal
from clerk_app.domain.basket import BasketRefusal, Fulfilment
from clerk_app.domain.names import masked
from clerk_app.domain.receipts import Row, RowKind
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.till import Till
from ui import messages
from ui.basket.presenter import BasketPresenter
from ui.basket.words import BASKETS, PAYMENTS
from ui.formats import age, date, join
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.widgets.choice_grid import GridChoice
from ui.work.screen import Notice

log = logging.getLogger(__name__)

TAIL = 4  # so much of a phone number is shown before somebody is chosen
_TROUBLES = {
    IntentRefusal.NOTHING_WANTED: Text.WI_NOTHING,
    IntentRefusal.NOBODY_TO_CALL: Text.WI_NOBODY,
    IntentRefusal.UNREADABLE_TEXT: Text.RT_UNREADABLE,
    IntentRefusal.UNKNOWN_INTENT: Text.WI_OVER,
    IntentRefusal.OVER: Text.WI_OVER,
    IntentRefusal.REASON_NEEDED: Text.WI_REASON_NEEDED,
}


@dataclass(frozen=True, slots=True)
class IntentQuestion:
    """Whom to call about the lines that lie elsewhere."""

    wanted: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CallbackQuestion:
    """Who waits for a call, whoever waits longest first; `told` is all of the one that is chosen."""

    rows: tuple[GridChoice, ...]
    chosen: str = ""
    told: str = ""
    trouble: str = ""
    can_order: bool = False


@dataclass(slots=True)
class _State:
    asked: IntentQuestion | CallbackQuestion | None = None
    chosen: str = ""
    wanted: tuple[tuple[int, IntentLine], ...] = ()  # what is asked about, by line of the basket
    waiting: tuple[Intent, ...] = ()


class IntentPresenter(QObject):
    """
    Signals:
        changed: the IntentQuestion or CallbackQuestion to ask, None for none.
        counted: how many wait for a call.
        said: a Notice of what became of it.
        basket_changed: the basket is another one now.
        taken_up: by its number, in which way each line of the new basket should reach the customer.
        print_wanted: the name and the rows of a slip.
    """

    changed = Signal(object)
    counted = Signal(int)
    said = Signal(Notice)
    basket_changed = Signal()
    taken_up = Signal(object)  # Mapping[str, Fulfilment]
    print_wanted = Signal(str, object)

    def __init__(self, till: Till, session: Session, page: BasketPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._page = till, session, page
        self._is_online = False
        self._state = _State()

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online
        if isinstance(self._state.asked, CallbackQuestion):
            self._show_list()

    @Slot()
    def refresh(self) -> None:
        self._state.waiting = intents.waiting(self._till)
        self.counted.emit(len(self._state.waiting))

    # ------------------------------------------------------------------------------------------ an intent is noted

    @Slot(object)
    def ask_intent(self, wanted: tuple[tuple[int, IntentLine], ...]) -> None:
        """These lines of the basket cannot be ordered now: whom should somebody call?"""
        if wanted:
            self._state.wanted = wanted
            self._ask(IntentQuestion(_told_lines(tuple(line for _, line in wanted))))

    @Slot(object)
    def note(self, typed: dict[str, str]) -> None:
        """Write it down, take its lines off the basket, and print the slip that says that it is no order."""
        asked, wanted = self._state.asked, self._state.wanted
        if not isinstance(asked, IntentQuestion):
            return
        try:
            done = intents.note(
                self._till,
                tuple(line for _, line in wanted),
                clerk=self._session.acting,
                name=typed["name"],
                phone=typed["phone"],
                words=typed["words"],
                off_basket=tuple(number for number, _ in wanted),
            )
        except (DatabaseBusy, DiskFull) as error:
            log.warning("an intent was not written down: %s", error)
            self._ask(replace(asked, trouble=say(Text.NOT_SAVED)))
            return
        if not isinstance(done, Intent):
            self._ask(replace(asked, trouble=_why_not(done)))
            return
        self._ask(None)
        self.refresh()
        self.basket_changed.emit()
        self.said.emit(Notice(State.ATTENTION, say(Text.WI_NOTED), say(Text.WI_NOTED_WHY)))
        self._print(done)

    # --------------------------------------------------------------------------------------- somebody is called

    @Slot()
    def ask_list(self) -> None:
        self.refresh()
        waiting = self._state.waiting
        self._state.chosen = waiting[0].intent if waiting else ""
        self._show_list()

    @Slot(str)
    def choose(self, intent: str) -> None:
        self._state.chosen = intent
        self._show_list()

    @Slot()
    def take_up(self) -> None:
        """Make a basket of it, at today's prices: ordered as any other."""
        it = self._chosen
        try:
            done = intents.take_up(self._till, self._state.chosen)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return
        if not isinstance(done, OpenBasket):
            self._show_list(trouble=_why_not(done))
            return
        self._ask(None)
        self.refresh()
        self.basket_changed.emit()
        self.taken_up.emit(self._ways(it, done) if it else {})
        self.said.emit(Notice(State.DONE, say(Text.WI_TAKEN_UP), say(Text.WI_TAKEN_UP_WHY)))

    def _ways(self, it: Intent, done: OpenBasket) -> dict[int, Fulfilment]:
        """By line of the new basket, how it should reach the customer."""
        wanted = {(line.sku, intents.place_of(self._till, line)): Fulfilment(line.method.value) for line in it.lines}
        found = {line.line: wanted.get((line.article.sku, line.place)) for line in done.basket.lines}
        return {line: way for line, way in found.items() if way is not None}

    @Slot(str)
    def give_up(self, reason: str) -> None:
        try:
            done = intents.give_up(self._till, self._state.chosen, reason=reason)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return
        if isinstance(done, IntentRefusal):
            self._show_list(trouble=say(_TROUBLES[done]))
            return
        self.ask_list()
        if not self._state.waiting:
            self.dismiss()
        self.said.emit(Notice(State.DONE, say(Text.WI_GIVEN_UP, name=done.name or done.phone)))

    @Slot()
    def print_slip(self) -> None:
        it = self._chosen
        if it is not None:
            self._print(it)

    @Slot()
    def dismiss(self) -> None:
        self._ask(None)

    @property
    def _chosen(self) -> Intent | None:
        return next((it for it in self._state.waiting if it.intent == self._state.chosen), None)

    def _not_saved(self, error: DatabaseBusy | DiskFull) -> None:
        log.warning("an intent was not written down: %s", error)
        self._show_list(trouble=say(Text.NOT_SAVED))

    def _show_list(self, *, trouble: str = "") -> None:
        now, it = self._till.time.now(), self._chosen
        rows = tuple(
            GridChoice(
                each.intent,
                join(masked(each.name) if each.name else "", f"…{each.phone[-TAIL:]}"),
                _told_of(each, now),
            )
            for each in self._state.waiting
        )
        told = join(it.name, it.phone, _told_lines(it.lines), it.note) if it else ""
        can_order = it is not None and self._is_online
        trouble = trouble or ("" if self._is_online else say(Text.O_OFFLINE))
        self._ask(CallbackQuestion(rows, self._state.chosen, told, trouble, can_order))

    def _ask(self, asked: IntentQuestion | CallbackQuestion | None) -> None:
        self._state.asked = asked
        self.changed.emit(asked)

    def _print(self, it: Intent) -> None:
        lines = intents.slip(self._till, it).splitlines()
        rows = tuple(Row(RowKind.LINE) if set(line) == {"-"} else Row(RowKind.TEXT, line) for line in lines[1:])
        self.print_wanted.emit(intents.slip_name(it), (Row(RowKind.TITLE, lines[0]), *rows))


def _told_of(it: Intent, now: datetime) -> str:
    """How old it is, of how much, and when it is forgotten."""
    until = say(Text.WI_KEPT_UNTIL, date=date(it.made_at + WAITS_FOR, now=now))
    return join(age(it.made_at, now=now), messages.pieces(sum(line.quantity for line in it.lines)), until)


def _told_lines(lines: tuple[IntentLine, ...]) -> str:
    return join(*(f"{line.quantity} × {line.name or line.sku}" for line in lines))


def _why_not(done: IntentRefusal | WhyNot) -> str:
    if isinstance(done, IntentRefusal):
        return say(_TROUBLES[done])
    if done is BasketRefusal.BASKET_OPEN:
        return say(Text.WI_BASKET_FULL)
    return say(BASKETS[done] if isinstance(done, BasketRefusal) else PAYMENTS[done])
