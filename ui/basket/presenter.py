"""What the basket's page shows, and what a clerk does with its lines."""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import articles, baskets, coupons, held
from clerk_app.desk.baskets import OpenBasket, WhyNot
from clerk_app.desk.selling import Sold
from clerk_app.domain.aisle.promises import NOTHING_LATER, PaidLater
from clerk_app.domain.basket import Basket, BasketMember, BasketRefusal
from clerk_app.domain.catalogue import Product
from clerk_app.domain.codes import Coupon as CouponCode
from clerk_app.domain.codes import Gs1, GtinCode, MemberCard
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.members import Member
from clerk_app.domain.pricing import Coupon
from clerk_app.errors import DatabaseBusy, DiskFull
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from ui.basket.build import Known, basket_screen
from ui.basket.done import copy_of, done_of
from ui.basket.names import names_of_branches, names_of_offers
from ui.basket.people import chip_of, known_member, member_of
from ui.basket.screen import BasketScreen, Done
from ui.basket.sentences import tail
from ui.basket.undecided import Undecided
from ui.basket.words import BASKETS, PAYMENTS
from ui.formats import join
from ui.language import name_of
from ui.messages import Text, say
from ui.outbox.conflicts import doubt_about_sale
from ui.session import Session
from ui.staff import Names, names_of_staff
from ui.theme import State
from ui.threads import run_in_background
from ui.work.screen import Notice

log = logging.getLogger(__name__)


class BasketPresenter(QObject):
    """
    Signals:
        changed: the view should now show this BasketScreen.
        became: what became of the last scan, in words, with its state.
        did: what became of an act, in words, with its state.
        sounded: an outcome is there to be heard.
        ticked: an article went into the basket: a soft click.
    """

    changed = Signal(BasketScreen)
    became = Signal(State, str)
    did = Signal(State, str)
    sounded = Signal(State)
    ticked = Signal()

    def __init__(self, till: Till, session: Session, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._basket: OpenBasket | None = None
        self._member: Member | None = None
        self._selected = 0
        self._held = 0
        self._notice: Notice | None = None
        self._done: Done | None = None
        self._doubt: Notice | None = None
        self._wanted: Gtin | None = None  # which number the hub is asked for
        self._undecided = Undecided()
        self._later = ("", NOTHING_LATER)  # of which basket
        self._is_online = False
        self._act_no = 0
        self._read_names()
        self.screen = BasketScreen()

    @property
    def basket(self) -> OpenBasket | None:
        return self._basket

    @property
    def names(self) -> Names:
        return self._names

    @property
    def branches(self) -> Mapping[int, str]:
        return self._branches

    @property
    def selected(self) -> int:
        """The number of the line that is gone to, 0 if there is none."""
        return self._selected

    # ------------------------------------------------------------------------------------------ looking again

    @Slot()
    def refresh(self) -> None:
        """The hub has told something, a price or an offer has begun, or something was done here."""
        try:
            self._read_names()
            self._held = len(held.held(self._till))
            self._doubt = self._doubt_about_sale()
            self._take(baskets.current(self._till))
        except DatabaseBusy as error:
            log.info("the basket is read anew later: %s", error)

    def _doubt_about_sale(self) -> Notice | None:
        """What the hub has found out about the sale that is shown, while the clerk still stands before it."""
        found = doubt_about_sale(self._till, self._done.receipt_no, now=self._till.time.now()) if self._done else None
        return Notice(State.ATTENTION, found.title, found.why) if found is not None else None

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online
        self._show()

    @Slot(Undecided)
    def show_undecided(self, undecided: Undecided) -> None:
        """Of these lines a way is chosen and no place: the page says so, and its verb takes no money."""
        self._undecided = undecided
        self._show()

    @Slot(str, object)
    def show_later(self, basket: str, later: PaidLater) -> None:
        """So much of this basket is paid when it reaches the customer."""
        self._later = (basket, later)
        self._show()

    def _read_names(self) -> None:
        self._names = names_of_staff(self._till)
        self._offers = names_of_offers(self._till)
        self._branches = names_of_branches(self._till)

    # ---------------------------------------------------------------------------------------------- articles

    @Slot(object)
    def scan_article(self, scanned: GtinCode | Gs1) -> None:
        """One more piece of that exact number; or the words that this till does not know it, and the hub is asked."""
        gtin = scanned.gtin
        assert gtin is not None, "what names no article is not routed here"
        self._wanted = None
        product = self._till.catalogue.product(gtin=gtin)
        if product is not None:
            self.add(product)
        elif not self._is_online:
            self._refuse(say(Text.B_UNKNOWN_ARTICLE), say(Text.B_UNKNOWN_OFFLINE))
        else:
            self._say(Notice(State.UNKNOWN, say(Text.B_ASKING_ARTICLE)))
            self._wanted = gtin
            till, hub = self._till, self._hub
            run_in_background(
                lambda: (gtin, articles.told_by_hub(till, hub, gtin)), done=self._hear_of, failed=self._not_heard_of
            )

    @Slot(object)
    def _hear_of(self, told: tuple[Gtin, articles.Article | None]) -> None:
        gtin, article = told
        if gtin != self._wanted:
            return  # something else was scanned meanwhile
        self._wanted = None
        if article is None:
            self._refuse(say(Text.B_UNKNOWN_ARTICLE), say(Text.B_UNKNOWN_ANYWHERE))
        else:
            self.add(article.product)

    @Slot(Exception)
    def _not_heard_of(self, error: Exception) -> None:
        log.info("the hub did not say whether an article is known: %s", type(error).__name__)
        if self._wanted is not None:
            self._wanted = None
            self._refuse(say(Text.B_UNKNOWN_ARTICLE), say(Text.B_UNKNOWN_SILENT))

    def add(self, product: Product) -> None:
        """Add one piece; what was sold before makes room for the next customer's basket."""
        clerk = self._session.acting
        name = name_of(product.name_zh, product.name_en)
        if self._change(lambda: baskets.add_product(self._till, product, credited=clerk.badge)):
            self.became.emit(State.DONE, say(Text.B_ADDED, name=name))
            self.ticked.emit()

    def add_sku(self, sku: str) -> None:
        """The same for an article whose page is open."""
        found = articles.look_up(self._till, sku)
        if found is not None:
            self.add(found.product)

    # ------------------------------------------------------------------------------------------------- lines

    @Slot(str)
    def select(self, line_id: str) -> None:
        if line_id and int(line_id) != self._selected:
            self._selected = int(line_id)
            self._show()

    def move(self, step: int) -> None:
        """Go to the line above or below, as they stand on the screen."""
        ids = [row.id for row in self.screen.lines]
        if ids:
            place = ids.index(str(self._selected)) if str(self._selected) in ids else 0
            self.select(ids[max(0, min(place + step, len(ids) - 1))])

    @Slot(str, int)
    def step(self, line_id: str, change: int) -> None:
        """More or fewer pieces; fewer than one takes the line out, and that can be undone."""
        number = int(line_id)
        line = self._basket.basket.line(number) if self._basket else None
        if line is None:
            return
        self._selected = number
        if line.quantity + change < 1:
            self.remove(line_id)
        elif self._change(lambda: baskets.change_quantity(self._till, number, line.quantity + change)):
            self.ticked.emit()

    @Slot(str)
    def remove(self, line_id: str) -> None:
        number = int(line_id)
        line = self._basket.basket.line(number) if self._basket else None
        if line is None:
            return
        name = name_of(line.article.name_zh, line.article.name_en)
        if self._change(lambda: baskets.remove(self._till, number)):
            self._say(Notice(State.ATTENTION, say(Text.B_TAKEN_OUT, name=name), say(Text.B_UNDO_BY)))

    @Slot()
    def undo(self) -> None:
        if self._change(lambda: baskets.undo(self._till)):
            self._say(Notice(State.DONE, say(Text.B_UNDONE)))

    @Slot()
    def take_price(self) -> None:
        """The customer has heard the new price, and takes the article at it."""
        it = self._basket
        if it is None or not it.changes:
            return
        number = it.changes[0].line
        before = it.basket.line(number)
        if not self._change(lambda: baskets.accept_prices(self._till, it.changes[:1])):
            return
        after = self._basket.basket.line(number) if self._basket else None
        if before and after and before.discount and not after.discount:
            self._say(Notice(State.ATTENTION, say(Text.B_DISCOUNT_OVER), say(Text.B_DISCOUNT_OVER_WHY)))

    @Slot()
    def drop_price(self) -> None:
        """The customer has heard the new price, and leaves the article."""
        if self._basket is not None and self._basket.changes:
            self.remove(str(self._basket.changes[0].line))

    # ------------------------------------------------------------------------------------ member and coupons

    def scan_member(self, card: MemberCard) -> None:
        """Attach whose card it is: the prices, coupons and points of this basket are theirs."""
        self.attach(member_of(self._till, card))

    def attach(self, member: BasketMember) -> None:
        if self._change(lambda: baskets.attach_member(self._till, member)):
            chip = self.screen.member
            self.became.emit(State.DONE, say(Text.B_MEMBER_ATTACHED, name=chip.name if chip else ""))
            self.sounded.emit(State.DONE)

    @Slot()
    def drop_member(self) -> None:
        self._change(lambda: baskets.attach_member(self._till, None))

    def scan_coupon(self, coupon: CouponCode) -> None:
        """Attach a coupon; what it does here is said beside it. The hub is asked about one that is no member's."""
        code, it = coupon.code, self._basket
        if (it is not None and coupons.is_known(self._till, it, code)) or not self._is_online:
            self._attach(code, None)
        else:
            self._say(Notice(State.UNKNOWN, say(Text.B_ASKING_COUPON, tail=tail(code))))
            hub = self._hub
            run_in_background(
                lambda: (code, coupons.ask_coupon(hub, code)), done=self._hear_coupon, failed=self._no_coupon
            )

    @Slot(object)
    def _hear_coupon(self, told: tuple[str, Coupon | WhyNot | None]) -> None:
        code, found = told
        if isinstance(found, Coupon) or found is None:
            self._attach(code, found)
        else:
            self._refuse(why_words(found))

    @Slot(Exception)
    def _no_coupon(self, error: Exception) -> None:
        log.warning("the hub did not say what a coupon is: %s", type(error).__name__)
        self._refuse(say(Text.B_COUPON_SILENT))

    def _attach(self, code: str, found: Coupon | None) -> None:
        if self._change(lambda: baskets.attach_coupon(self._till, code, found)):
            row = next((row for row in self.screen.coupons if row.id == code), None)
            if row is not None:
                state = State.DONE if row.is_used else State.ATTENTION
                self.became.emit(state, join(row.name, row.off, row.words))
                self.sounded.emit(state)

    @Slot(str)
    def drop_coupon(self, code: str) -> None:
        self._change(lambda: baskets.detach_coupon(self._till, code))

    # ------------------------------------------------------------------------------------- what became of it

    @Slot(object)
    def sold(self, sold: Sold) -> None:
        """The last payment was taken: the basket is a sale now."""
        self._done = done_of(self._till, sold)
        self.did.emit(State.SAVED, self._done.band.headline)
        self._notice, self._selected = None, 0
        self._act_no += 1
        self.refresh()

    @Slot()
    def next_customer(self) -> None:
        """The receipt was given: the page is ready for the next basket."""
        self._done = None
        self._act_no += 1
        self._show()

    @Slot(str)
    def show_receipt(self, receipt_no: str) -> None:
        """A receipt of before, to be read or printed once more."""
        found = copy_of(self._till, receipt_no)
        if found is None:
            self._refuse(say(Text.RC_NOT_HERE))
            return
        self._done, self._notice = found, None
        self._doubt = self._doubt_about_sale()
        self._show()

    @Slot(object)
    def tell(self, notice: Notice | None) -> None:
        """What a question about this basket has come to."""
        self._say(notice)

    def _change(self, change: Callable[[], OpenBasket | WhyNot]) -> bool:
        """Whether the basket has changed; why not is said. The disk of this till may refuse, too."""
        try:
            told = change()
        except (DatabaseBusy, DiskFull) as error:
            log.warning("the basket was not written down: %s", error)
            self._refuse(say(Text.NOT_SAVED))
            return False
        if not isinstance(told, OpenBasket):
            self._refuse(why_words(told))
            return False
        self._notice = self._done = None
        self._take(told)
        return True

    def _refuse(self, headline: str, why: str = "") -> None:
        self.became.emit(State.REFUSED, headline)
        self.sounded.emit(State.REFUSED)
        self._say(Notice(State.REFUSED, headline, why))

    def _say(self, notice: Notice | None) -> None:
        self._notice = notice
        self._show()

    def _take(self, told: OpenBasket | None) -> None:
        """Go to the line that has just changed, or stay where the clerk is."""
        before = self._basket.basket if self._basket else None
        self._basket = told
        self._member = known_member(self._till, told.basket.member if told else None)
        if told is None:
            self._selected = 0
        else:
            self._selected = _to_go_to(before, told.basket, self._selected)
            if any(by.offer and by.offer not in self._offers for by in told.priced.reductions):
                self._offers = names_of_offers(self._till)  # it has come since they were read
        self._show()

    def _show(self) -> None:
        it = self._basket
        now = self._till.time.now()
        known = Known(
            now=now,
            basket=it,
            selected=self._selected,
            clerk=self._session.clerk,
            names=self._names,
            offers=self._offers,
            branches=self._branches,
            member=chip_of(it.basket.member, self._member, now=now) if it and it.basket.member else None,
            notice=self._notice or (self._doubt if self._done else None),
            held=self._held,
            done=self._done,
            act_no=self._act_no,
            later=self._later[1] if it and it.basket.basket == self._later[0] else NOTHING_LATER,
            undecided=self._undecided if it and it.basket.basket == self._undecided.basket else Undecided(),
            online=self._is_online,
        )
        screen = basket_screen(known)
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)


def why_words(why: WhyNot) -> str:
    return say(BASKETS[why] if isinstance(why, BasketRefusal) else PAYMENTS[why])


def _to_go_to(before: Basket | None, now: Basket, selected: int) -> int:
    """The line that is new or has another quantity; else the one that was gone to, or its neighbour."""
    known = {line.line: line.quantity for line in before.lines} if before and before.basket == now.basket else {}
    changed = [line.line for line in now.lines if known.get(line.line) != line.quantity]
    if changed and known:
        return changed[-1]
    numbers = [line.line for line in now.lines]
    if selected in numbers:
        return selected
    return max((number for number in numbers if number < selected), default=numbers[-1] if numbers else 0)
