"""What every chapter of the tour has in hand: the driver, the app that is up, and the shop; and the common acts."""

from dataclasses import dataclass

from clerk_app.desk import outbox, work
from clerk_app.domain import short_code
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupStatus
from ui.app import App
from ui.pickup.screen import Stage
from ui.start import Start
from ui.story.customer import Placed, Wish
from ui.theme import State
from ui.tour.driver import Driver
from ui.tour.shop import Shop

CARDS_MAX = 30


@dataclass(frozen=True, slots=True)
class Visit:
    driver: Driver
    start: Start
    app: App
    shop: Shop

    def sign_in(self, role: str = "clerk", *, nth: int = 0) -> None:
        """Scan the badge and type the PIN."""
        person = self.shop.person(role, nth=nth)
        self.driver.scan(str(person["badge"]))
        self.driver.until(lambda: self.app.sign_in.screen.can_type_pin, "the PIN may be typed")
        self.driver.type(str(person["pin"]))
        self.driver.until(lambda: not self.app.window.covered, "the clerk is signed in")

    def scan_pickup(self, text: str, what: str) -> None:
        """Scan a code and wait until its verdict stands: the hub was asked, or cannot be."""
        self.driver.scan(text)
        self.driver.until(lambda: self.app.window.page == "pickup", f"{what}: a look is open")
        self.driver.until(lambda: self.app.pickup.screen.stage is not Stage.EMPTY, f"{what}: a verdict stands")
        self.driver.rest()

    def verdict(self, state: State, what: str) -> None:
        """The band that is shown must have this state."""
        band = self.app.pickup.screen.band
        self.driver.until(lambda: band is not None and band.state is state, f"{what}: {state}, not {band}", within_s=2)

    def clear(self) -> None:
        """Back to the idle counter, whatever is open."""
        app, driver = self.app, self.driver
        for _ in range(4):
            if not app.pickup.is_open:
                break
            driver.press("Escape")
            driver.let(0.05)
        driver.until(lambda: not app.pickup.is_open, "nothing is open")
        driver.press("Alt+1")

    def tick_all(self) -> None:
        """Tick every article with the keys that the empty scan field lends."""
        app, driver = self.app, self.driver
        driver.press("F2")
        app.window.scan_field.clear_all()
        rows = app.pickup.screen.articles.rows
        driver.press(*("Up",) * len(rows))
        for row in rows:
            if row.enabled and row.ticked < row.quantity:
                driver.press("Space")
            driver.press("Down")

    def confirm(self) -> None:
        """The verb, once it lives: it is dead for a moment after a verdict."""
        verb = self.app.pickup_view.verb
        self.driver.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed, "the verb may be pressed")
        self.driver.press("Ctrl+Return")

    def online(self, *, is_online: bool) -> None:
        words = "online" if is_online else "offline"
        self.driver.until(lambda: self.app.shell.online is is_online, f"the till is {words}", within_s=30)

    @property
    def waits(self) -> int:
        """How much the hub has not answered."""
        return outbox.waiting(self.app.till)

    def make_sure(self) -> None:
        """Make sure of the person, where head office wants it."""
        if self.app.pickup.screen.person.rule_open:
            self.driver.press("Shift+F7")

    def go_to(self, number: str) -> None:
        """Go to a card of the queue with the arrow keys."""
        board = self.app.work_view.board
        board.focus_card()
        for key in ("Left", "Left", *("Up",) * CARDS_MAX):
            if self.app.work.screen.selected != number:
                self.driver.press(key)
        for _ in range(CARDS_MAX):
            if self.app.work.screen.selected == number:
                return
            self.driver.press("Down")
        self.driver.until(lambda: self.app.work.screen.selected == number, "the queue has gone to the order")

    def act_on_queue(self) -> None:
        """The verb of the queue, once it lives."""
        verb = self.app.work_view.verb
        self.driver.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed, "the verb may be pressed")
        self.driver.press("Ctrl+Return")

    def ready_order(self, *wishes: Wish) -> Placed:
        """An order that was placed just now, and made ready by a colleague at this till."""
        placed = self.shop.place(*wishes, phone="+8613800002046")
        self.order_is(placed.order_no, PickupStatus.NEW)
        clerk = self.app.session.acting
        for outcome in (
            work.accept(self.app.till, placed.order_no, clerk=clerk),
            work.picked(self.app.till, placed.order_no, clerk=clerk),
            work.ready(self.app.till, placed.order_no, clerk=clerk, shelf="C-02"),
        ):
            assert outcome.word is Word.SAVED, f"a step of the queue was refused: {outcome.reason}"
        self.app.sync.wake()
        self.driver.until(lambda: not self.waits, "the hub knows that it is ready")
        return placed

    def member_card(self) -> str:
        """The card of a member who has an open order here."""
        return next(item.order.customer.member for item in work.queue(self.app.till) if item.order.customer.member)

    def unused_short_code(self) -> str:
        """A short code that is well formed, and nobody's."""
        used = {str(row["short_code"]) for row in self.shop.demo["passes"]}
        return next(code for code in (short_code.make([n] * 7) for n in range(10, 20)) if code not in used)

    def order_is(self, order_no: int, status: PickupStatus) -> None:
        def stands() -> bool:
            found = work.order(self.app.till, order_no)
            return found is not None and found.status is status

        self.driver.until(stands, f"the order is {status}")
