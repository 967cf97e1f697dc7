"""Goods that lie elsewhere: asked for, kept for a quarter of an hour, and ordered before anybody pays."""

import logging
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import aisle, baskets
from clerk_app.desk.aisle import NotPlaced
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.aisle.intents import IntentLine
from clerk_app.domain.aisle.orders import Credit, Pay, PlaceOrder, WhyNotPlaced
from clerk_app.domain.basket import CARRY_OUT, SHIP, BasketLine, Fulfilment, Place
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.errors import DatabaseBusy, DiskFull, HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.store.aisle import KeptReservation
from clerk_app.till import Till
from clerk_app.wire.aisle import NotReserved, Offers
from ui.basket.elsewhere_build import (
    METHODS,
    NOT_PLACED,
    NOT_RESERVED,
    Around,
    address_question,
    elsewhere_screen,
)
from ui.basket.elsewhere_screen import ElsewhereScreen
from ui.basket.presenter import BasketPresenter, why_words
from ui.basket.undecided import Undecided
from ui.formats import format_order_no
from ui.language import name_of
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background
from ui.work.screen import Notice

log = logging.getLogger(__name__)

LONG_S = 5


class ElsewherePresenter(QObject):
    """
    Signals:
        changed: the side of the page should now show this ElsewhereScreen.
        address_asked: the AddressQuestion; None: nothing is asked.
        basket_changed: a line reaches the customer in another way now.
        undecided_changed: the Undecided lines of the basket: a way was chosen for them, and no place yet.
        later_changed: the id of a basket, and what of it is paid when it reaches the customer (PaidLater).
        said: a Notice for the page, or None.
        intent_wanted: these (line number, IntentLine) cannot be ordered, the hub being silent.
        ordered: the hub has placed the order: the money may be taken.
        acted: something new is in the outbox.
    """

    changed = Signal(ElsewhereScreen)
    address_asked = Signal(object)  # AddressQuestion | None
    basket_changed = Signal()
    undecided_changed = Signal(Undecided)
    later_changed = Signal(str, object)  # PaidLater
    said = Signal(object)  # Notice | None
    intent_wanted = Signal(object)  # tuple[tuple[int, IntentLine], ...]
    ordered = Signal()
    acted = Signal()

    def __init__(
        self, till: Till, session: Session, hub: HubClient, page: BasketPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub, self._page = till, session, hub, page
        self._is_online = False
        self._of: tuple[str, int] = ("", 0)  # which line of which basket is shown
        self._ways: dict[int, Fulfilment] = {}  # by line, where a way was chosen and no place yet
        self._offers: dict[tuple[str, int, Fulfilment], Offers] = {}  # by SKU, quantity and way
        self._asking: tuple[str, int, Fulfilment] | None = None
        self._words = ""
        self._later: tuple[str, frozenset[Method]] = ("", frozenset())  # of which basket, what is paid later
        self._address = ("", "")  # of which basket, and by which id the hub keeps it
        self._sends_for = ""  # the basket for which an address is on its way to the hub
        self._op_id = ""  # of the order that the hub was asked for
        self._ordering: PlaceOrder | None = None
        self._waits_s = 0
        self.screen = ElsewhereScreen()

    # ------------------------------------------------------------------------------------------- what is shown

    @Slot()
    def refresh(self) -> None:
        """Another line is gone to, or it has changed."""
        it, line = self._line()
        if it is None or line is None:
            self._of = ("", 0)
            self._show(ElsewhereScreen())
            self.undecided_changed.emit(Undecided())
            return
        of = (it.basket.basket, line.line)
        is_same = of[0] == self._of[0]
        keeps = is_same and not it.is_being_paid  # once somebody pays, nothing reaches the customer otherwise any more
        self._ways = {number: way for number, way in self._ways.items() if keeps and it.basket.line(number)}
        if of != self._of:
            self._of, self._words = of, ""
            if self._way(line) in METHODS:
                self._ask(line)
        self._show(elsewhere_screen(self._around(it, line)))
        self.later_changed.emit(it.basket.basket, aisle.paid_later(self._till, it, self._paid_later(it)))
        self.undecided_changed.emit(self._undecided(it))

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online
        self.refresh()

    @Slot()
    def tick(self) -> None:
        """The quarter of an hour runs, and so does the hub's time to answer."""
        if self._op_id:
            self._waits_s += 1
            if self._waits_s >= LONG_S:
                self.said.emit(Notice(State.UNKNOWN, say(Text.O_ORDERING_LONG, seconds=self._waits_s)))
        if any(row.held for row in self.screen.rows):
            self.refresh()

    def _line(self) -> tuple[OpenBasket | None, BasketLine | None]:
        it = self._page.basket
        return it, it.basket.line(self._page.selected) if it else None

    def _way(self, line: BasketLine) -> Fulfilment:
        return self._ways.get(line.line, line.place.fulfilment)

    def _undecided(self, it: OpenBasket) -> Undecided:
        ways = {line.line: way for line, way in self._elsewhere(it) if way is not line.place.fulfilment}
        return Undecided(it.basket.basket, ways)

    def _around(self, it: OpenBasket, line: BasketLine) -> Around:
        kept = aisle.reservations(self._till, it.basket.basket)
        way = self._way(line)
        key = (line.article.sku, line.quantity, way)
        return Around(
            now=self._till.time.now(),
            it=it,
            line=line,
            way=way,
            branches=self._page.branches,
            people=self._page.names,
            online=self._is_online,
            offers=self._offers.get(key),
            is_asking=self._asking is not None,
            words=self._words,
            kept=next((each for each in kept if each.line == line.line), None),
            later=self._paid_later(it),
            credits=self._credits(it, kept),
        )

    def _credits(self, it: OpenBasket, kept: tuple[KeptReservation, ...]) -> tuple[Credit, ...]:
        order = aisle.order_of(it, kept) if kept else None
        return aisle.credits_shown(self._till, order) if order is not None else ()

    def _show(self, screen: ElsewhereScreen) -> None:
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    # ------------------------------------------------------------------------------------------------ offers

    @Slot(str)
    def choose_way(self, way: str) -> None:
        """Another way for this line: taken along at once; else the places that can are asked for."""
        it, line = self._line()
        if it is None or line is None or it.is_being_paid:
            return
        wanted = Fulfilment(way)
        self._ways[line.line], self._words = wanted, ""
        if wanted is Fulfilment.CARRY_OUT and line.place != CARRY_OUT:
            self._let_go(it, line)
        elif wanted in METHODS:
            self._ask(line)
        self.refresh()

    @Slot(object)
    def remember_ways(self, ways: Mapping[int, Fulfilment]) -> None:
        """How each line of an intent that was taken up should reach the customer; from where is yet to be chosen."""
        it = self._page.basket
        if it is not None:
            self._ways = dict(ways)
            self._of = (it.basket.basket, 0)
            self.refresh()

    @Slot()
    def ask_again(self) -> None:
        _, line = self._line()
        if line is not None and self._way(line) in METHODS:
            self._words = ""
            self._ask(line)
            self.refresh()

    def _ask(self, line: BasketLine) -> None:
        if not self._is_online or self._asking is not None:
            return
        sku, quantity, way = line.article.sku, line.quantity, self._way(line)
        self._asking = (sku, quantity, way)
        hub, to = self._hub, aisle.HOME if way is Fulfilment.SHIP else None
        asked = self._asking
        run_in_background(
            lambda: (asked, aisle.quote(hub, sku, quantity=quantity, to=to)), done=self._hear, failed=self._not_heard
        )

    @Slot(object)
    def _hear(self, told: tuple[tuple[str, int, Fulfilment], Offers]) -> None:
        asked, offers = told
        self._asking = None
        self._offers[asked] = offers
        _, line = self._line()
        if line is not None and (way := self._way(line)) in METHODS:
            key = (line.article.sku, line.quantity, way)
            if key not in self._offers:
                self._ask(line)  # another line was gone to meanwhile
        self.refresh()

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        if not isinstance(error, HubUnreachable):
            raise error
        log.info("the hub did not say where an article is had: %s", error)
        self._asking = None
        self._words = say(Text.E_SILENT)
        self.refresh()

    # ------------------------------------------------------------------------------------------- reservations

    @Slot(str)
    def choose(self, branch: str) -> None:
        """Keep the pieces there for a quarter of an hour."""
        it, line = self._line()
        if it is None or line is None or it.is_being_paid or (way := self._way(line)) not in METHODS:
            return
        till, hub, number, method = self._till, self._hub, line.line, METHODS[way]
        run_in_background(
            lambda: (number, aisle.reserve(till, hub, it, number, branch=int(branch), method=method)),
            done=self._kept,
            failed=self._not_heard,
        )

    @Slot(object)
    def _kept(self, told: tuple[int, KeptReservation | NotReserved]) -> None:
        number, made = told
        if isinstance(made, NotReserved):
            self._words = say(NOT_RESERVED[made.why])
            _, line = self._line()
            if line is not None:
                self._ask(line)
            self.refresh()
            return
        self._ways.pop(number, None)
        is_pickup = made.method is Method.PICKUP
        place = Place(Fulfilment.PICKUP, BranchNo(made.branch)) if is_pickup else SHIP
        if is_pickup and made.branch == self._till.branch:
            place = CARRY_OUT
        if self._changes_place(number, place):
            name = self._page.branches.get(made.branch, say(Text.F_BRANCH_NO, number=made.branch))
            self.said.emit(Notice(State.DONE, say(Text.E_KEPT, branch=name)))
        self.refresh()

    def _let_go(self, it: OpenBasket, line: BasketLine) -> None:
        """It is taken along after all: what was kept for it is free again; if the hub is silent it lapses by itself."""
        self._changes_place(line.line, CARRY_OUT)
        till, hub, basket, number = self._till, self._hub, it.basket.basket, line.line
        run_in_background(lambda: aisle.give_back(till, hub, basket, number), failed=self._not_given_back)

    @Slot(Exception)
    def _not_given_back(self, error: Exception) -> None:
        if not isinstance(error, HubUnreachable):
            raise error
        log.info("a reservation lapses by itself: %s", error)

    def _changes_place(self, number: int, place: Place) -> bool:
        try:
            told = baskets.change_place(self._till, number, place)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return False
        self.basket_changed.emit()
        return isinstance(told, OpenBasket)

    def _not_saved(self, error: DatabaseBusy | DiskFull) -> None:
        log.warning("the basket was not written down: %s", error)
        self.said.emit(Notice(State.REFUSED, say(Text.NOT_SAVED)))

    # ------------------------------------------------------------------------------------------------ ordering

    @Slot(str)
    def choose_pay(self, pay: str) -> None:
        """For all lines that reach the customer in the same way as the one that is gone to."""
        it, line = self._line()
        method = METHODS.get(line.place.fulfilment) if line else None
        if it is None or method is None:
            return
        others = self._paid_later(it) - {method}
        self._later = (it.basket.basket, others if Pay(pay) is Pay.FULL else others | {method})
        self.refresh()

    def _paid_later(self, it: OpenBasket) -> frozenset[Method]:
        basket, methods = self._later
        return methods if basket == it.basket.basket else frozenset()

    @property
    def must_order(self) -> bool:
        """Whether something of the basket has to be ordered before anybody pays."""
        it = self._page.basket
        if it is None or it.changes:
            return False
        return any(self._elsewhere(it)) if it.order is None else bool(self._undecided(it).ways)

    def _elsewhere(self, it: OpenBasket) -> Iterator[tuple[BasketLine, Fulfilment]]:
        """The lines that nobody carries out now, wherever they come from."""
        for line in it.basket.lines:
            way = self._way(line)
            if way in METHODS:
                yield line, way

    @Slot()
    def order(self) -> None:
        """Ask the hub for the order. It is a request: nobody pays before it has said yes."""
        it = self._page.basket
        if it is None or self._op_id:
            return
        if not self._is_online:
            wanted = ((line.line, _intent_of(line, METHODS[way])) for line, way in self._elsewhere(it))
            self.intent_wanted.emit(tuple(wanted))
            return
        if self._tells_undecided(it):
            return
        address = self._address[1] if self._address[0] == it.basket.basket else ""
        kept = aisle.reservations(self._till, it.basket.basket)
        wanted = aisle.order_of(it, kept, later=self._paid_later(it), address=address)
        if self._tells_missing(it, kept) or wanted is None:
            return
        if not address and any(part.method is Method.SHIP for part in wanted.parts):
            self.address_asked.emit(address_question({}, can_confirm=True))
            return
        try:
            outcome = aisle.place(self._till, wanted, clerk=self._session.acting)
        except (DatabaseBusy, DiskFull) as error:
            self._not_saved(error)
            return
        if outcome.word is Word.REFUSED:
            self.said.emit(Notice(State.REFUSED, say(Text.O_NOT_PLACED), say(Text.P_NOT_FOR_ROLE)))
            return
        self._op_id, self._ordering, self._waits_s = outcome.op_id, wanted, 0
        self.said.emit(Notice(State.UNKNOWN, say(Text.O_ORDERING)))
        self.acted.emit()

    def _tells_undecided(self, it: OpenBasket) -> bool:
        number = next(iter(self._undecided(it).ways), None)
        line = it.basket.line(number) if number is not None else None
        if line is not None:
            self._tell_to_choose(line)
        return line is not None

    def _tell_to_choose(self, line: BasketLine) -> None:
        self._page.select(str(line.line))
        name = name_of(line.article.name_zh, line.article.name_en)
        self.said.emit(Notice(State.ATTENTION, say(Text.O_CHOOSE, name=name)))

    def _tells_missing(self, it: OpenBasket, kept: tuple[KeptReservation, ...]) -> bool:
        """Where one line is kept nowhere, or not as it is now: go to it."""
        held = {each.line: (each.quantity, each.method) for each in kept}
        for line, way in self._elsewhere(it):
            if held.get(line.line) != (line.quantity, METHODS[way]):
                self._tell_to_choose(line)
                return True
        return False

    @Slot(object)
    def send_address(self, typed: Mapping[str, str]) -> None:
        """Give it to the hub, which says what is wrong with it, or by which id it keeps it."""
        hub, it = self._hub, self._page.basket
        self._sends_for = basket = it.basket.basket if it else ""
        self.address_asked.emit(address_question({}, can_confirm=False))
        run_in_background(
            lambda: (basket, aisle.keep_address(hub, typed)), done=self._hear_address, failed=self._no_address
        )

    @Slot()
    def dismiss_address(self) -> None:
        """Nothing is to be sent there after all, whatever the hub says to it."""
        self._sends_for = ""

    @Slot(object)
    def _hear_address(self, told: tuple[str, str | Mapping[str, AddressFault]]) -> None:
        basket, kept = told
        it = self._page.basket
        if not basket or basket != self._sends_for or it is None or it.basket.basket != basket:
            return
        if not isinstance(kept, str):
            self.address_asked.emit(address_question(kept, can_confirm=True))
            return
        self._address, self._sends_for = (basket, kept), ""
        self.address_asked.emit(None)
        self.order()

    @Slot(Exception)
    def _no_address(self, error: Exception) -> None:
        if not isinstance(error, HubUnreachable):
            raise error
        if self._sends_for:
            self.address_asked.emit(address_question({}, can_confirm=True, trouble=say(Text.E_SILENT)))

    @Slot(object)
    def hear_order(self, _report: object = None) -> None:
        """The hub has answered what it was told: the order is placed, or it says why not and what else there is."""
        told, asked = aisle.answer_to(self._till, self._op_id) if self._op_id else None, self._ordering
        if told is None or asked is None:
            return
        op_id, self._op_id, self._ordering = self._op_id, "", None
        it = self._page.basket
        is_open = it is not None and it.basket.basket == asked.basket
        if isinstance(told, NotPlaced):
            if is_open:
                self._tell_not_placed(told)
            return
        if is_open and it is not None and not self._is_still(it, asked):
            self.said.emit(Notice(State.ATTENTION, say(Text.O_CHANGED), say(Text.O_CHANGED_WHY)))
            return
        try:
            noted = baskets.place_order(self._till, aisle.as_noted(told), asked.basket)
        except (DatabaseBusy, DiskFull) as error:
            self._op_id, self._ordering = op_id, asked  # what was heard is heard again
            self._not_saved(error)
            return
        if not is_open or it is None:
            return
        self.basket_changed.emit()
        if not isinstance(noted, OpenBasket):
            self.said.emit(Notice(State.REFUSED, say(Text.O_NOT_PLACED), why_words(noted)))
            return
        self.said.emit(Notice(State.DONE, say(Text.O_PLACED, number=format_order_no(OrderNo(told.order_no)))))
        if not self._tells_undecided(it):
            self.ordered.emit()

    def _is_still(self, it: OpenBasket, asked: PlaceOrder) -> bool:
        """Whether the basket is what was asked for: it may have been changed while the hub thought."""
        kept = aisle.reservations(self._till, it.basket.basket)
        return aisle.order_of(it, kept, later=self._paid_later(it), address=asked.address) == asked

    def _tell_not_placed(self, told: NotPlaced) -> None:
        why = say(NOT_PLACED[told.why]) if isinstance(told.why, WhyNotPlaced) else ""
        if told.why in {WhyNotPlaced.UNKNOWN_ADDRESS, WhyNotPlaced.ADDRESS_MISSING}:
            self._address = ("", "")
        if told.line is not None:
            self._page.select(str(told.line))
        self.said.emit(Notice(State.REFUSED, say(Text.O_NOT_PLACED), why))
        self.ask_again()


def _intent_of(line: BasketLine, method: Method) -> IntentLine:
    it = line.article
    return IntentLine(it.sku, line.quantity, name_of(it.name_zh, it.name_en), method, line.place.branch)
