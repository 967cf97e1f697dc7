"""Answering from where an article is best had: the hub supplies the facts, the domain ranks them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from clerk_app.domain.aisle.places import Spot
from clerk_app.domain.aisle.quotes import QUOTES_MAX, Method, Quote, Wish, quotes
from hub.aisle.places import day_of, places_with
from hub.database import Reader
from hub.rules import Rules


@dataclass(frozen=True, slots=True)
class Asked:
    """What a till asks for: so many pieces of one SKU, in one of the ways that are left open."""

    sku: str
    quantity: int
    methods: frozenset[Method] = frozenset(Method)
    only_at: int | None = None


def quotes_for(
    reader: Reader,
    asked: Asked,
    *,
    near: Spot | None,
    rules: Rules,
    now: datetime,
    not_from: Collection[int] = (),
    limit: int = QUOTES_MAX,
) -> tuple[Quote, ...]:
    """The offers, the best first. One statement, however many branches there are."""
    wish = Wish(
        quantity=asked.quantity,
        near=near,
        now=now,
        zone=rules.zone,
        prepare=timedelta(seconds=rules.prepare_s),
        not_from=frozenset(not_from),
        methods=asked.methods,
        only_at=asked.only_at,
    )
    places = places_with(reader, asked.sku, at_least=asked.quantity, day=day_of(rules, now))
    return quotes(places, wish, limit=limit)
