"""What fits the words in the scan field, and what Enter does: a code is a code, one hit opens, several wait."""

import logging

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import articles
from clerk_app.desk.articles import Hit, Hits
from clerk_app.domain.codes import Unknown, classify
from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.gs1 import read_gs1
from clerk_app.till import Till
from ui.article.words import STALE_STOCK_S
from ui.formats import age, amount, join
from ui.language import name_of
from ui.messages import Text, say
from ui.search.screen import HitRow, SearchScreen
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.scan_field import ListKey

log = logging.getLogger(__name__)


class SearchPresenter(QObject):
    """Searching is done beside the screen's thread, the newest words only.

    Signals:
        changed: the view should now show this SearchScreen.
        article_wanted: the SKU that was chosen.
        code_typed: what was typed is no choice among articles: it is to be read like a scan.
    """

    changed = Signal(SearchScreen)
    article_wanted = Signal(str)
    code_typed = Signal(str)

    def __init__(self, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._typed = ""
        self._hits: Hits | None = None
        self._chosen = -1
        self._must_choose = False
        self._is_asking = False
        self._is_submitted = False  # Enter came before the hits did
        self.screen = SearchScreen()

    @property
    def is_open(self) -> bool:
        return self.screen.is_open

    @property
    def hits_of(self) -> str:
        """For which words the hits are that are shown now."""
        return self._hits.text if self._hits else ""

    @Slot(str)
    def type(self, text: str) -> None:
        """The words in the field are these now."""
        self._typed, self._is_submitted, self._must_choose = text.strip(), False, False
        if not self._typed:
            self.leave()
        else:
            self._ask()

    @Slot()
    def leave(self) -> None:
        self._typed, self._hits, self._chosen, self._is_submitted = "", None, -1, False
        self._show()

    @Slot(str)
    def submit(self, text: str) -> None:
        """Enter: open what was chosen, or what alone fits; of several none is taken for the clerk."""
        if self._typed != text.strip():
            self.code_typed.emit(text)
        elif self._hits is None or self._hits.text != self._typed:
            self._is_submitted = True
        else:
            self._decide(self._hits)

    @Slot(ListKey)
    def move(self, key: ListKey) -> None:
        """The arrows go through the hits, and above the first back to none."""
        if self._hits is None or key not in (ListKey.UP, ListKey.DOWN):
            return
        step = 1 if key is ListKey.DOWN else -1
        self._chosen = max(-1, min(self._chosen + step, len(self._hits.hits) - 1))
        self._must_choose = False
        self._show()

    @Slot(str)
    def choose(self, sku: str) -> None:
        """A hit was pressed."""
        self.leave()
        self.article_wanted.emit(sku)

    def _ask(self) -> None:
        if self._is_asking:
            return  # the newest words are asked for when the answer to the older ones is there
        self._is_asking = True
        till, text = self._till, self._typed
        run_in_background(lambda: articles.find(till, text), done=self._hear, failed=self._not_found)

    @Slot(object)
    def _hear(self, hits: Hits) -> None:
        self._is_asking = False
        if not self._typed:
            return  # left meanwhile
        if hits.text != self._typed:
            self._ask()
            return
        self._hits, self._chosen = hits, -1
        self._show()
        if self._is_submitted:
            self._is_submitted = False
            self._decide(hits)

    @Slot(Exception)
    def _not_found(self, error: Exception) -> None:
        """Then the words may still be a code."""
        self._is_asking = False
        log.warning("the catalogue could not be searched: %s", type(error).__name__)
        if self._is_submitted and self._typed:
            self._read_as_code()

    def _decide(self, hits: Hits) -> None:
        exact = [hit for hit in hits.hits if hit.product.sku.casefold() == hits.text.casefold()]
        if 0 <= self._chosen < len(hits.hits):
            self.choose(hits.hits[self._chosen].product.sku)
        elif not isinstance(classify(hits.text, read_gs1=read_gs1), Unknown) or not hits.hits:
            self._read_as_code()
        elif len(hits.hits) == 1 or exact:
            self.choose((exact or hits.hits)[0].product.sku)
        else:
            self._must_choose = True
            self._show()

    def _read_as_code(self) -> None:
        text = self._typed
        self.leave()
        self.code_typed.emit(text)

    def _show(self) -> None:
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    def _screen(self) -> SearchScreen:
        hits = self._hits
        if hits is None:
            return SearchScreen()
        rows, now = tuple(map(_row, hits.hits)), self._till.time.now()
        return SearchScreen(
            is_open=True,
            title=say(Text.SEARCH_TITLE),
            count=_count(hits),
            hint=say(Text.SEARCH_CHOOSE if self._must_choose else Text.SEARCH_KEYS),
            must_choose=self._must_choose,
            age=say(Text.SEARCH_AGE, age=age(hits.as_of, now=now)) if rows else "",
            is_old=(now - hits.as_of).total_seconds() > STALE_STOCK_S,
            rows=rows,
            chosen=self._chosen,
            empty_title=say(Text.SEARCH_NOTHING, text=hits.text) if hits.has_list else say(Text.SEARCH_NO_LIST),
            empty_text=say(Text.SEARCH_HOW if hits.has_list else Text.SEARCH_NO_LIST_WHY),
        )


def _count(hits: Hits) -> str:
    text = Text.SEARCH_SHOWING_MORE if hits.is_more else Text.SEARCH_SHOWING
    return say(text, shown=len(hits.hits), total=hits.total) if hits.hits else ""


def _row(hit: Hit) -> HitRow:
    it, stock = hit.product, hit.here
    if stock is None:
        figure, state = say(Text.STOCK_UNCOUNTED), None
    elif stock.available:
        figure, state = say(Text.STOCK_FREE, count=stock.available), State.DONE
    else:
        figure, state = say(Text.STOCK_NONE), State.REFUSED
    gtin = shown_gtin(Gtin(it.gtin)) if it.gtin else ""
    price = amount(hit.price.price_minor, it.currency)
    return HitRow(it.sku, name_of(it.name_zh, it.name_en), join(it.sku, gtin), price, figure, state)
