"""One article, as it was scanned or chosen: shown at once from this till's files, then with what the hub says."""

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import articles, work
from clerk_app.desk.articles import Article
from clerk_app.domain.codes import Gs1, GtinCode
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.orders import OrderNo
from clerk_app.errors import DatabaseBusy
from clerk_app.hub_client import HubClient
from clerk_app.store import cache
from clerk_app.till import Till
from clerk_app.wire import Availability
from ui.article.screen import ArticleScreen
from ui.article.words import Around, article_screen
from ui.formats import format_order_no, join
from ui.language import name_of
from ui.messages import Text
from ui.scan.missing import Heard, Missing
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.rows import Action

log = logging.getLogger(__name__)

ORDERS_MAX = 4


class ArticlePresenter(QObject):
    """
    Signals:
        changed: the view should now show this ArticleScreen.
        opened: an article is shown: its page should be.
        closed: nothing is open any more.
        missing: a number that this till's list lacks, and what the hub says of it.
        order_wanted: this order number should be opened as a pickup.
        basket_wanted: one piece of this SKU should go into the basket.
        sounded, became: what became of the last scan, to be heard and in words.
    """

    changed = Signal(ArticleScreen)
    opened = Signal()
    closed = Signal()
    missing = Signal(Missing)
    order_wanted = Signal(object)  # an OrderNo has ten digits, too many for a C++ int
    basket_wanted = Signal(str)
    sounded = Signal(State)
    became = Signal(State, str)

    def __init__(self, till: Till, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._hub = till, hub
        self._article: Article | None = None
        self._orders: tuple[Action, ...] = ()
        self._is_online = self._is_asking = self._shows_all = False
        self._doubt: Text | None = None
        self._wanted: Gtin | None = None  # which number the hub is asked for
        self.screen = ArticleScreen()

    @property
    def is_open(self) -> bool:
        return self._article is not None

    # ------------------------------------------------------------------------------------------------ opening

    @Slot(object)
    def scan(self, scanned: GtinCode | Gs1) -> None:
        """That exact number, or the words that it is not here; then the hub is asked whether it is anywhere."""
        gtin = scanned.gtin
        assert gtin is not None, "what names no article is not routed here"
        self._wanted = None
        article = articles.look_up_gtin(self._till, gtin)
        if article is not None:
            self._open(article)
            self._tell_opened(article)
        elif not self._is_online:
            self._tell_missing(gtin, Heard.OFFLINE)
        else:
            self._tell_missing(gtin, Heard.ASKING)
            self._wanted = gtin  # until something else is looked at
            till, hub = self._till, self._hub
            run_in_background(
                lambda: (gtin, articles.told_by_hub(till, hub, gtin)), done=self._hear_of, failed=self._not_heard_of
            )

    @Slot(str)
    def open_sku(self, sku: str) -> None:
        """A hit or a variant was chosen. What the hub said of its style is of this variant, too."""
        article = articles.look_up(self._till, sku)
        if article is None:
            log.info("an article went away while it was chosen")
            return
        before = self._article
        if before is not None and before.product.style and before.product.style == article.product.style:
            self._article = replace(article, heard=before.heard)
            self._find_orders()
            self._show()
            return
        self._open(article)

    def _open(self, article: Article) -> None:
        self._article, self._orders = article, ()
        self._is_asking = self._shows_all = False
        self._doubt = None
        self._show()
        self.opened.emit()
        self.ask()  # what this till knows stands on the screen by now
        self._find_orders()

    @Slot(object)
    def _hear_of(self, told: tuple[Gtin, Article | None]) -> None:
        gtin, article = told
        if gtin != self._wanted:
            return  # something else was scanned meanwhile
        self._wanted = None
        if article is None:
            self._tell_missing(gtin, Heard.NOWHERE)
        else:
            self._open(article)
            self._tell_opened(article)

    @Slot(Exception)
    def _not_heard_of(self, error: Exception) -> None:
        log.info("the hub did not say whether an article is known: %s", type(error).__name__)
        gtin, self._wanted = self._wanted, None
        if gtin is not None:
            self._tell_missing(gtin, Heard.SILENT)

    def _tell_missing(self, gtin: Gtin, heard: Heard) -> None:
        with self._till.cache.read() as connection:
            list_of = cache.hub(connection).answered_at
        self.missing.emit(Missing(gtin, heard, self._till.time.now(), list_of))

    def _tell_opened(self, article: Article) -> None:
        self.sounded.emit(State.DONE)
        self.became.emit(State.DONE, name_of(article.product.name_zh, article.product.name_en))

    # ------------------------------------------------------------------------------------------------ asking

    @Slot()
    def ask(self) -> None:
        """Ask the hub where the article and its variants lie; the page stays usable meanwhile."""
        article = self._article
        if article is None or self._is_asking:
            return
        if not self._is_online:
            self._doubt = Text.STOCK_OFFLINE
            self._show()
            return
        self._is_asking, self._doubt = True, None
        self._show()
        hub = self._hub
        run_in_background(
            lambda: (article.skus, articles.ask_everywhere(hub, article)), done=self._hear, failed=self._not_heard
        )

    @Slot(object)
    def _hear(self, told: tuple[tuple[str, ...], Availability | None]) -> None:
        skus, availability = told
        if self._article is None or self._article.skus != skus:
            return  # an answer about what was open before; what is open now has its own question
        self._is_asking = False
        if availability is None:
            self._doubt = Text.STOCK_SILENT
        else:
            self._article = replace(self._article, heard=availability)
        self._show()

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        """It answered, and refused; what that means is told by the connection."""
        log.warning("the hub did not say where an article lies: %s", type(error).__name__)
        self._is_asking, self._doubt = False, Text.STOCK_SILENT
        if self._article is not None:
            self._show()

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online
        if self._article is None:
            return
        if online:
            self._doubt = None
            self.ask()
        else:
            self._doubt = Text.STOCK_OFFLINE
            self._show()

    # ---------------------------------------------------------------------------------- what follows meanwhile

    @Slot()
    def refresh(self) -> None:
        """The feed has brought something, a price has begun, or an hour has passed."""
        if self._article is None:
            return
        try:
            self._article = articles.renewed(self._till, self._article)
        except DatabaseBusy as error:
            log.info("an article is read anew later: %s", error)
        self._show()

    @Slot()
    def tick(self) -> None:
        """A price begins and ends by itself, with the network or without it; a figure grows old."""
        if self._article is None:
            return
        until = self._article.price.until
        if until is not None and self._till.time.now() >= until:
            self.refresh()
        else:
            self._show()

    @Slot()
    def toggle_all(self) -> None:
        """Show the places without stock, or hide them again."""
        self._shows_all = not self._shows_all
        self._show()

    @Slot()
    def want_basket(self) -> None:
        """The verb of the page: one piece of what is shown."""
        if self._article is not None:
            self.basket_wanted.emit(self._article.product.sku)

    @Slot()
    def close(self) -> None:
        if self._article is not None:
            self.leave()
            self.closed.emit()

    @Slot()
    def leave(self) -> None:
        """Another page is shown."""
        self._article, self._wanted = None, None

    @Slot(str)
    def act(self, action: str) -> None:
        """`open:ORDER_NO`."""
        self.order_wanted.emit(OrderNo(int(action.partition(":")[2])))

    def _find_orders(self) -> None:
        """Which open orders here hold it; there may be thousands to look through."""
        assert self._article is not None, "an article is open"
        self._orders = ()
        till, gtin, sku = self._till, self._article.product.gtin, self._article.product.sku
        run_in_background(lambda: (sku, _orders_with(till, gtin)), done=self._hear_orders, failed=self._no_orders)

    @Slot(object)
    def _hear_orders(self, told: tuple[str, tuple[Action, ...]]) -> None:
        sku, orders = told
        if self._article is not None and self._article.product.sku == sku and orders:
            self._orders = orders
            self._show()

    @Slot(Exception)
    def _no_orders(self, error: Exception) -> None:
        log.warning("the open orders of an article could not be read: %s", type(error).__name__)

    def _show(self) -> None:
        assert self._article is not None, "an article is open"
        around = Around(
            own_branch=self._till.branch,
            now=self._till.time.now(),
            is_asking=self._is_asking,
            doubt=self._doubt,
            shows_all=self._shows_all,
            orders=self._orders,
        )
        screen = article_screen(self._article, around)
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)


def _orders_with(till: Till, gtin: str) -> tuple[Action, ...]:
    """The open orders here that hold this article, each with the key that opens it."""
    found = [
        item.order
        for item in work.queue(till)
        if gtin and any(line.gtin and line.gtin.zfill(14) == gtin for line in item.order.lines)
    ]
    return tuple(
        Action(
            f"open:{order.order_no}",
            "bag",
            format_order_no(order.order_no),
            join(order.customer.name_masked, order.shelf),
            key=f"Ctrl+Shift+{place}",
        )
        for place, order in enumerate(found[:ORDERS_MAX], start=1)
    )
