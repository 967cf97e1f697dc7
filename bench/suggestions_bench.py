"""Whether suggestions do better than what everybody buys: on the last basket of each member, held back from both.

The baskets are the demo's invented ones, so the figure tells that the reckoning works, not how well it will in a shop.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

from bench.rows import Row
from clerk_app.domain.members import SUGGESTIONS_MAX
from hub import suggestions
from hub.demo import DemoSize, make_demo
from hub.opening import open_hub
from hub.rules import load_rules
from hub.settings import settings_of
from hub.suggesting import Basket, learn, most_popular, suggest

MEMBERS = 1_000
BASKETS_MIN = 4
BETTER_LIMIT = 1.2


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, closing(open_hub(settings_of(None, Path(folder)))) as hub:
        now = datetime.now(UTC)
        make_demo(hub, DemoSize(products=300, members=MEMBERS, orders=0, branches=3), now=now)
        with hub.database.read() as reader:
            baskets = suggestions.baskets_since(reader, now - timedelta(days=400), zone=load_rules(reader).zone)
            articles, born = suggestions.articles_sold(reader), suggestions.children(reader)
        began_s = time.perf_counter()
        suggestions.recompute(hub.database, now)
        took_s = time.perf_counter() - began_s
    held, known = _held_back(baskets)
    learnt = learn(known, articles, born)
    popular = set(most_popular(known, SUGGESTIONS_MAX))
    own = {member: list(some) for member, some in groupby(known, key=lambda it: it.member)}
    hits = usual = pieces = 0
    for basket in held:
        said = suggest(learnt, own[basket.member], today=basket.on, born=born.get(basket.member))
        skus = {it.sku for it in said}
        hits += bool(skus & set(basket.skus))
        usual += bool(popular & set(basket.skus))
        pieces += len(skus)
    name = f"suggestions that are in the next basket, of {len(held)} held back, beside the {SUGGESTIONS_MAX} best sold"
    yield Row(
        name=name,
        value=100 * hits / len(held),
        unit="%",
        reference=100 * usual / len(held),
        limit=BETTER_LIMIT,
        higher_is_better=True,
    )
    yield Row(name="suggestions said for each of them", value=pieces / len(held), unit="")
    yield Row(name=f"reckoning for {MEMBERS:,} members of {len(baskets):,} baskets", value=took_s, unit="s")


def _held_back(baskets: Sequence[Basket]) -> tuple[list[Basket], list[Basket]]:
    """The last basket of each member who has enough of them, and all the others."""
    held: list[Basket] = []
    known: list[Basket] = []
    for _, some in groupby(baskets, key=lambda it: it.member):
        own = list(some)
        if len(own) >= BASKETS_MIN:
            held.append(own.pop())
        known += own
    return held, known


if __name__ == "__main__":
    for row in rows():
        print(row.name, row.value, row.unit, row.reference, row.ratio, "ok" if row.ok else "NOT OK", flush=True)
