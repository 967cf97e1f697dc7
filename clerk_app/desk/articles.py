"""Articles as somebody at the counter asks for them: found by what is typed, and looked at with price, style and stock.

What this till has is there at once, also offline. What lies elsewhere only the hub can say.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from clerk_app.domain.catalogue import PriceNow, Product, price_at
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.returns.acts import received_of
from clerk_app.domain.sales import sale_of
from clerk_app.domain.stock import Stock
from clerk_app.domain.styles import StyleMatrix, style_matrix
from clerk_app.errors import HubUnreachable
from clerk_app.store import cache, ledger
from clerk_app.till import Till
from clerk_app.wire import Availability

HITS_MAX: Final = 20
ASK_WITHIN_S: Final = 1.5
"""So long somebody waits for the figures of other branches."""


class ArticleHub(Protocol):
    def availability(self, skus: Sequence[str], *, timeout_s: float) -> Availability: ...

    def product(self, gtin: str, *, timeout_s: float) -> Product | None: ...


@dataclass(frozen=True, slots=True)
class Hit:
    product: Product
    price: PriceNow
    here: Stock | None  # None: it was never counted here


@dataclass(frozen=True, slots=True)
class Hits:
    """What fits a text, the likeliest first, and how many there are in all."""

    text: str
    hits: tuple[Hit, ...]
    total: int
    is_more: bool  # than were counted
    as_of: datetime  # the hub's last answer: of then are the prices and figures
    has_list: bool  # False: no catalogue has come to this till yet


@dataclass(frozen=True, slots=True)
class Place:
    """A branch or a warehouse, as the cache names it."""

    no: int
    name_zh: str
    name_en: str
    is_warehouse: bool


@dataclass(frozen=True, slots=True)
class Article:
    """All that is known of one SKU. `heard` is what the hub said when it was asked, about every place and variant."""

    product: Product
    price: PriceNow
    matrix: StyleMatrix | None  # None: it is of no style
    stock_here: Mapping[str, Stock]  # of each variant, from the cache
    places: tuple[Place, ...]
    as_of: datetime
    in_copy: bool = True  # False: this till's copy of the catalogue lacks it, and the hub told of it
    heard: Availability | None = None

    @property
    def skus(self) -> tuple[str, ...]:
        """Itself and the other variants of its style."""
        if self.matrix is None:
            return (self.product.sku,)
        return tuple(it.sku for row in self.matrix.cells for it in row if it is not None)


def find(till: Till, text: str, *, limit: int = HITS_MAX) -> Hits:
    """What somebody may mean who types this. It reads two files, and waits for nobody."""
    found = till.catalogue.find(text, limit=limit)
    now = till.time.now()
    with till.cache.read() as connection:
        stock = _stock_here(till, connection, [it.sku for it in found.products])
        as_of = cache.hub(connection).answered_at
    hits = tuple(Hit(it, price_at(it, now), stock.get(it.sku)) for it in found.products)
    has_list = bool(hits) or till.catalogue.mark().epoch != 0
    return Hits(text, hits, found.total, found.is_more, as_of, has_list)


def of_skus(till: Till, skus: Collection[str]) -> dict[str, Hit]:
    """Those of these SKUs that this till's list has, each with its price now and what of it is here."""
    products = till.catalogue.products_of_skus(skus) if skus else {}
    now = till.time.now()
    with till.cache.read() as connection:
        stock = cache.stock_of_skus(connection, products)
    return {sku: Hit(it, price_at(it, now), stock.get(sku)) for sku, it in products.items()}


def short_here(till: Till, wanted: Mapping[str, int]) -> dict[str, int]:
    """Those of these SKUs of which fewer are free here than are wanted, and how many are.

    What was never counted here is left out: nobody can say.
    """
    with till.cache.read() as connection:
        stock = _stock_here(till, connection, list(wanted))
    return {sku: it.available for sku, it in stock.items() if it.available < wanted[sku]}


def is_known(till: Till, hub: ArticleHub, sku: str) -> bool:
    """Whether the chain has such an article: this till's list has it, or it was once counted somewhere.

    Raises HubUnreachable.
    """
    if till.catalogue.products_of_skus([sku]):
        return True
    return bool(hub.availability([sku], timeout_s=ASK_WITHIN_S).places)


def look_up(till: Till, sku: str) -> Article | None:
    """An article by its SKU; None where this till's copy of the catalogue does not have it."""
    product, variants = till.catalogue.article(sku)
    return _article(till, product, variants) if product is not None else None


def look_up_gtin(till: Till, gtin: Gtin) -> Article | None:
    """The same by its barcode: that exact number, or none."""
    product = till.catalogue.product(gtin=gtin)
    return look_up(till, product.sku) if product is not None else None


def told_by_hub(till: Till, hub: ArticleHub, gtin: Gtin) -> Article | None:
    """Ask the hub for an article that this till's copy lacks; None when nobody in the chain knows it.

    Raises HubUnreachable and the like: then nobody can say.
    """
    product = hub.product(gtin, timeout_s=ASK_WITHIN_S)
    if product is None:
        return None
    _, variants = till.catalogue.article(product.sku)
    return replace(_article(till, product, variants or (product,)), in_copy=False)


def ask_everywhere(hub: ArticleHub, article: Article) -> Availability | None:
    """Where the article and its variants lie now; None where the hub does not answer in time."""
    try:
        return hub.availability(article.skus, timeout_s=ASK_WITHIN_S)
    except HubUnreachable:
        return None


def renewed(till: Till, article: Article) -> Article:
    """The same article, read anew: its price may have changed by itself, and its stock by the feed."""
    fresh = look_up(till, article.product.sku)
    if fresh is None:
        fresh = replace(article, price=price_at(article.product, till.time.now()))
    return replace(fresh, heard=article.heard)


def _article(till: Till, product: Product, variants: Sequence[Product]) -> Article:
    with till.cache.read() as connection:
        stock = _stock_here(till, connection, [product.sku, *(it.sku for it in variants)])
        places = tuple(map(_place, cache.branches_of_chain(connection)))
        as_of = cache.hub(connection).answered_at
    matrix = style_matrix(variants) if product.style else None
    return Article(product, price_at(product, till.time.now()), matrix, stock, places, as_of)


def _stock_here(till: Till, cached: Connection, skus: Sequence[str]) -> dict[str, Stock]:
    """What the cache says of this branch, with what was sold and taken back here and the hub has not told of yet."""
    stock = cache.stock_of_skus(cached, skus)
    cursors = {till.scope: cache.read_through(cached, till.scope)}
    with till.ledger.read() as kept:
        sold = [sale_of(it.body) for it in ledger.unsettled_sales(kept, cursors)]
        back = [received_of(ledger.operation_of(it).body) for it in ledger.unsettled_returns(kept, cursors)]
    for act in filter(None, back):
        for sku, pieces in act.restocked.items():
            if sku in stock:
                stock[sku] = replace(stock[sku], on_hand=stock[sku].on_hand + pieces)
    for sale in filter(None, sold):
        for sku, pieces in sale.carried_out.items():
            if sku in stock:
                stock[sku] = replace(stock[sku], on_hand=max(0, stock[sku].on_hand - pieces))
    return stock


def _place(row: Mapping[str, Any]) -> Place:
    name_zh, name_en = str(row.get("name_zh", "")), str(row.get("name_en", ""))
    return Place(int(row["no"]), name_zh, name_en, row.get("kind") == "warehouse")
