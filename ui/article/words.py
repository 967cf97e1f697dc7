"""An article in a clerk's words: the price with its date, the matrix of its style, and every place with its age."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clerk_app.desk.articles import Article, Place
from clerk_app.domain.catalogue import PriceNow, Product, member_price_at, price_at
from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.domain.stock import Stock
from clerk_app.domain.styles import Axis, StyleMatrix
from ui import messages
from ui.article.screen import ArticleScreen, Cell, CellKind, MatrixScreen, PlaceRow
from ui.formats import amount, date, join, moment, sentences
from ui.language import language, name_of
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.facts_table import Fact
from ui.widgets.rows import Action

STALE_STOCK_S = 120
_KIND_WORDS = {
    CellKind.HERE: Text.CELL_HERE,
    CellKind.ELSEWHERE: Text.CELL_ELSEWHERE,
    CellKind.NOT_HERE: Text.CELL_NOT_HERE,
    CellKind.NONE: Text.CELL_NONE,
    CellKind.NOT_MADE: Text.CELL_NOT_MADE,
}


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the moment in which the article is looked at."""

    own_branch: int
    now: datetime
    is_asking: bool = False
    doubt: Text | None = None  # why other branches are not known
    shows_all: bool = False
    orders: tuple[Action, ...] = ()


def article_screen(article: Article, around: Around) -> ArticleScreen:
    it = article.product
    other = it.name_en if language().startswith("zh") else it.name_zh
    name = name_of(it.name_zh, it.name_en)
    rows = _places(article, around)
    empty = [row for row in rows if row.state is not State.DONE and not row.is_here]
    shown = rows if around.shows_all else [row for row in rows if row not in empty]
    return ArticleScreen(
        name=name,
        other_name=other if other != name else "",
        price=amount(article.price.price_minor, it.currency),
        price_as_of=article.as_of,
        price_notes=(*_price_notes(article.price, it.currency, around.now), *_member_notes(it, around.now)),
        note="" if article.in_copy else say(Text.ARTICLE_NEW),
        facts=_facts(it),
        matrix=_matrix(article, article.matrix, around.own_branch) if article.matrix else None,
        places=tuple(shown),
        doubt=_doubt(article, around),
        doubt_state=_doubt_state(article, around),
        hidden=messages.hidden_places(len(empty)) if empty and not around.shows_all else "",
        shows_all=around.shows_all,
        can_show_all=bool(empty),
        is_asking=around.is_asking,
        orders_title=messages.in_open_orders(len(around.orders)) if around.orders else "",
        orders=around.orders,
    )


def _facts(it: Product) -> tuple[Fact, ...]:
    gtin = (Fact(say(Text.ARTICLE_GTIN), shown_gtin(Gtin(it.gtin))),) if it.gtin else ()
    brand = (Fact(say(Text.ARTICLE_BRAND), it.brand),) if it.brand else ()
    return (Fact(say(Text.ARTICLE_NO), it.sku), *gtin, *brand)


def _price_notes(price: PriceNow, currency: str, now: datetime) -> tuple[str, ...]:
    """Since when it is so, and what is coming."""
    since = (say(Text.PRICE_SINCE, time=moment(price.since, now=now)),) if price.since else ()
    if price.until is None or price.then_minor is None:
        return since
    if price.since is not None and price.then_minor > price.price_minor:
        return (_special(price, price.then_minor, price.until - timedelta(seconds=1), currency, now),)
    coming = say(Text.PRICE_FROM, price=amount(price.then_minor, currency), time=moment(price.until, now=now))
    return (*since, coming)


def _member_notes(it: Product, now: datetime) -> tuple[str, ...]:
    """What the members of each tier pay, where that is less than the list price, and what is coming."""
    tiers = dict.fromkeys(price.tier for price in it.member_prices)
    return tuple(note for tier in tiers for note in _notes_of_tier(it, tier, now))


def _notes_of_tier(it: Product, tier: str, now: datetime) -> tuple[str, ...]:
    price = member_price_at(it, tier, now)
    is_less = price.price_minor < price_at(it, now).price_minor
    amount_now = amount(price.price_minor, it.currency)
    notes = (say(Text.PRICE_OF_TIER, tier=tier, price=amount_now),) if is_less else ()
    if price.until is None or price.then_minor is None:
        return notes
    if not is_less and price.then_minor == price_at(it, price.until).price_minor:
        return ()
    then, time = amount(price.then_minor, it.currency), moment(price.until, now=now)
    return (*notes, say(Text.PRICE_OF_TIER_FROM, tier=tier, price=then, time=time))


def _special(price: PriceNow, then_minor: int, last: datetime, currency: str, now: datetime) -> str:
    then = amount(then_minor, currency)
    return say(Text.PRICE_SPECIAL, price=amount(price.price_minor, currency), day=date(last, now=now), then=then)


# ------------------------------------------------------------------------------------------------- where it lies


def _places(article: Article, around: Around) -> list[PlaceRow]:
    """This branch first, then whoever has most, warehouses after branches, and those without at the end."""
    heard = _heard(article, article.product.sku)
    here = next((place for place in article.places if place.no == around.own_branch), None)
    rows = [_here(article, here, heard.get(around.own_branch))]
    if article.heard is None:
        return rows
    others = [place for place in article.places if place.no != around.own_branch]
    others.sort(key=lambda place: (place.is_warehouse, -_available(heard.get(place.no)), place.no))
    rows += [_elsewhere(place, heard.get(place.no), article.heard.checked_at) for place in others]
    return rows


def _here(article: Article, place: Place | None, heard: Stock | None) -> PlaceRow:
    """The newer of what the feed and what the hub's answer said."""
    stock, as_of = article.stock_here.get(article.product.sku), article.as_of
    if article.heard is not None and article.heard.checked_at > as_of:
        stock, as_of = heard, article.heard.checked_at
    name = name_of(place.name_zh, place.name_en) if place else ""
    figure, state = _figure(stock)
    detail = ""
    if stock is not None and (stock.reserved or stock.safety):
        detail = say(Text.STOCK_OF_WHICH, on_hand=stock.on_hand, reserved=stock.reserved, safety=stock.safety)
    return PlaceRow("here", "store", say(Text.STOCK_HERE, branch=name), detail, figure, state, as_of, is_here=True)


def _elsewhere(place: Place, stock: Stock | None, as_of: datetime) -> PlaceRow:
    figure, state = _figure(stock)
    icon = "parcel" if place.is_warehouse else "store"
    return PlaceRow(str(place.no), icon, name_of(place.name_zh, place.name_en), "", figure, state, as_of)


def _figure(stock: Stock | None) -> tuple[str, State | None]:
    if stock is None:
        return say(Text.STOCK_UNCOUNTED), None
    if not stock.available:
        return say(Text.STOCK_NONE), State.REFUSED
    return say(Text.STOCK_FREE, count=stock.available), State.DONE


def _doubt(article: Article, around: Around) -> str:
    if around.is_asking and article.heard is None:
        return say(Text.STOCK_ASKING)
    doubt = say(around.doubt) if around.doubt else ""
    return sentences(doubt, say(Text.STOCK_OLD)) if _is_old(article, around.now) else doubt


def _doubt_state(article: Article, around: Around) -> State | None:
    if around.is_asking and article.heard is None:
        return State.UNKNOWN
    return State.ATTENTION if around.doubt or _is_old(article, around.now) else None


def _is_old(article: Article, now: datetime) -> bool:
    """Whether even the newest figure is too old to be promised from."""
    newest = max(article.as_of, article.heard.checked_at) if article.heard else article.as_of
    return (now - newest).total_seconds() > STALE_STOCK_S


def _heard(article: Article, sku: str) -> dict[int, Stock]:
    found = article.heard.places if article.heard else ()
    return {it.branch: it.stock for it in found if it.stock.sku == sku}


def _available(stock: Stock | None) -> int:
    return stock.available if stock else 0


# ------------------------------------------------------------------------------------------- colours and sizes


def _matrix(article: Article, matrix: StyleMatrix, own_branch: int) -> MatrixScreen:
    cells = tuple(
        tuple(
            _cell(article, product, colour, size, own_branch) for size, product in zip(matrix.sizes, row, strict=True)
        )
        for colour, row in zip(matrix.colours, matrix.cells, strict=True)
    )
    places = [(y, x) for y, row in enumerate(cells) for x, cell in enumerate(row) if cell.sku == article.product.sku]
    return MatrixScreen(
        tuple(map(_axis, matrix.sizes)), tuple(map(_axis, matrix.colours)), cells, next(iter(places), (0, 0))
    )


def _cell(article: Article, product: Product | None, colour: Axis, size: Axis, own_branch: int) -> Cell:
    kind, count = _how_it_can_be_had(article, product, own_branch)
    sku, figure, word = product.sku if product else "", str(count) if count else "", say(_KIND_WORDS[kind])
    return Cell(sku, kind, figure, word, join(_axis(colour), _axis(size), f"{figure} {word}".strip()))


def _how_it_can_be_had(article: Article, product: Product | None, own_branch: int) -> tuple[CellKind, int]:
    if product is None:
        return CellKind.NOT_MADE, 0
    heard = _heard(article, product.sku)
    here = article.stock_here.get(product.sku)
    if article.heard is not None and article.heard.checked_at > article.as_of:
        here = heard.get(own_branch)
    if _available(here):
        return CellKind.HERE, _available(here)
    if article.heard is None:
        return CellKind.NOT_HERE, 0
    elsewhere = sum(_available(stock) for branch, stock in heard.items() if branch != own_branch)
    return (CellKind.ELSEWHERE, elsewhere) if elsewhere else (CellKind.NONE, 0)


def _axis(axis: Axis) -> str:
    return name_of(axis.zh, axis.en)
