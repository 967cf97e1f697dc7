"""What head office says of prices, one entry for each, and what becomes of the articles by them: all, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from hub import products
from hub.database import Transaction
from hub.moments import ms_of, time_of_ms

TIER_MAX: Final = 32
PRICES_MAX: Final = 100
"""So many that begin and end one article may have, of each kind: each till keeps them all."""
_SAID_MAX: Final = 20


class BadEntries(Exception):
    """Nothing was changed; each of `lines` says what is wrong with one entry, and where it stands."""

    def __init__(self, lines: Sequence[str]) -> None:
        more = [f"And {len(lines) - _SAID_MAX} more."] if len(lines) > _SAID_MAX else []
        self.lines = (*lines[:_SAID_MAX], *more)
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Entry:
    """A price of an article. With a tier it is for its members.

    Without a beginning it holds from now on and stays. Without a price, the one that begins then is taken back; of a
    tier without a beginning, all.
    """

    sku: str
    tier: str
    price_minor: int | None
    valid_from: datetime | None = None
    valid_until: datetime | None = None

    @property
    def why_not(self) -> str:
        """What is wrong with it in itself; empty: nothing."""
        begins, ends = self.valid_from, self.valid_until
        if ends is not None and (begins is None or ends <= begins):
            return "A price that ends needs a beginning before its end."
        if self.price_minor is None and not self.tier and begins is None:
            return "A list price is not taken back: another one takes its place."
        return ""


def apply(tx: Transaction, entries: Mapping[str, Entry], *, now: datetime) -> tuple[Product, ...]:
    """Take all entries, in their order, or none, and return the articles as they are then.

    `entries` by where each stands in a file, which may be nowhere.
    The transaction must have named the chain's scope, with a row for each entry. Raises BadEntries.
    """
    known = _products(tx, sorted({it.sku for it in entries.values()}))
    changed: dict[str, Product] = {}
    wrong: list[str] = []
    for where, entry in entries.items():
        before = changed.get(entry.sku, known.get(entry.sku))
        why_not = entry.why_not or ("" if before else f"The chain sells no {entry.sku}.")
        if before is not None and not why_not:
            after = repriced(before, entry, now=now)
            why_not = _why_not_become(before, after, entry)
            changed[entry.sku] = after
        if why_not:
            wrong.append(f"{where}: {why_not}" if where else why_not)
    if wrong:
        raise BadEntries(wrong)
    products.store_products(tx, tuple(changed.values()))
    return tuple(changed.values())


def repriced(product: Product, entry: Entry, *, now: datetime) -> Product:
    if entry.tier:
        return replace(product, member_prices=_member_prices(product, entry, now))
    if entry.valid_from is not None:
        others = tuple(it for it in product.prices if it.valid_from != entry.valid_from)
        return replace(product, prices=(*others, *_dated(entry, entry.valid_from)))
    assert entry.price_minor is not None, "a list price is not taken back"
    return replace(product, price_minor=entry.price_minor)


def moment_of(text: str) -> datetime | None:
    """None for what is no time with its zone."""
    try:
        found = datetime.fromisoformat(text)
        return time_of_ms(ms_of(found)) if found.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def is_tier(text: str) -> bool:
    return bool(text) and len(text) <= TIER_MAX and text.isprintable() and text == text.strip()


def _products(tx: Transaction, skus: Sequence[str]) -> dict[str, Product]:
    known: dict[str, Product] = {}
    for start in range(0, len(skus), products.ROWS_MAX):
        known |= products.products_of_skus(tx.connection, skus[start : start + products.ROWS_MAX])
    return known


def _why_not_become(before: Product, after: Product, entry: Entry) -> str:
    if entry.price_minor is None and after == before:
        return "There is no such price to take back."
    if max(len(after.prices), len(after.member_prices)) > PRICES_MAX:
        return f"An article has at most {PRICES_MAX} prices of a kind; take some back first."
    return ""


def _member_prices(product: Product, entry: Entry, now: datetime) -> tuple[MemberPrice, ...]:
    """What begins now and stays takes the place of all that has begun."""
    others = [it for it in product.member_prices if it.tier != entry.tier or _stays(it.price, entry, now)]
    own = [MemberPrice(entry.tier, it) for it in _dated(entry, entry.valid_from or now)]
    return (*others, *own)


def _stays(price: DatedPrice, entry: Entry, now: datetime) -> bool:
    if entry.valid_from is not None:
        return price.valid_from != entry.valid_from
    return entry.price_minor is not None and price.valid_from > now


def _dated(entry: Entry, begins: datetime) -> tuple[DatedPrice, ...]:
    return () if entry.price_minor is None else (DatedPrice(entry.price_minor, begins, entry.valid_until),)
