"""An article at the counter: found and priced from this till's files, also when nobody answers for days."""

from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import articles
from clerk_app.domain.gtin import Gtin
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import client_for
from clerk_app.store import catalogue, catalogue_feed
from clerk_app.till import Till
from clerk_app.wire import Change, FeedPage
from tests.builders import NOON
from tests.tills import HandClock, a_till, publish

JACKET = {
    "name_zh": "外套",
    "name_en": "Jacket",
    "pinyin": "wai tao",
    "price_minor": 19_900,
    "currency": "CNY",
    "style": "JK",
}


def sell(till: Till, **bodies: dict[str, Any]) -> None:
    with till.catalogue.write() as connection:
        at = catalogue.mark(connection).seq
        rows = enumerate(bodies.items(), start=1)
        changes = tuple(Change(at + n, "product", sku, 1, {"gtin": "", **JACKET, **body}) for n, (sku, body) in rows)
        page = FeedPage(1, "global", at, at + len(changes), more=False, changes=changes)
        assert catalogue_feed.apply_page(connection, page)


def count(till: Till, sku: str, on_hand: int, *, reserved: int = 0, safety: int = 0) -> None:
    body = {"sku": sku, "on_hand": on_hand, "reserved": reserved, "safety": safety}
    publish(till, till.scope, [("stock", sku, {**body, "changed_at": "2026-11-22T11:00:00.000Z"})])


def test_a_price_begins_on_time_at_a_till_that_hears_nothing_for_a_week(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    sale = {"price_minor": 17_900, "valid_from": "2026-11-23T00:00:00.000Z", "valid_until": "2026-11-28T00:00:00.000Z"}
    sell(till, J={"prices": [sale]})
    seen: list[tuple[int, int]] = []

    for hours in (0, 11, 1, 5 * 24):
        clock.advance(hours=hours)
        article = articles.look_up(till, "J")
        assert article is not None
        seen.append((articles.find(till, "外套").hits[0].price.price_minor, article.price.price_minor))

    assert seen == [(19_900,) * 2, (19_900,) * 2, (17_900,) * 2, (19_900,) * 2]
    till.close()


def test_an_open_article_takes_its_new_price_when_it_is_looked_at_again(tmp_path: Path) -> None:
    clock = HandClock()
    till = a_till(tmp_path, clock=clock)
    sell(till, J={"prices": [{"price_minor": 100, "valid_from": "2026-11-22T13:00:00.000Z"}]})
    article = articles.look_up(till, "J")
    assert article is not None
    clock.advance(hours=1)

    again = articles.renewed(till, article)

    assert (article.price.price_minor, article.price.then_minor, again.price.price_minor) == (19_900, 100, 100)
    till.close()


def test_a_hit_tells_what_is_here_and_how_old_that_is(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    sell(till, J={}, K={})
    count(till, "J", 5, reserved=2, safety=1)

    found = articles.find(till, "wai tao")

    here = {hit.product.sku: hit.here.available if hit.here else None for hit in found.hits}
    assert here == {"J": 2, "K": None}
    assert (found.as_of, found.total, found.has_list) == (NOON, 2, True)
    till.close()


def test_more_sold_than_counted_is_none_and_never_less(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    sell(till, J={})
    count(till, "J", -3)

    (hit,) = articles.find(till, "外套").hits

    assert hit.here is not None
    assert hit.here.available == 0
    till.close()


def test_a_scan_is_that_number_or_none_and_silence_is_not_an_answer(tmp_path: Path) -> None:
    till = a_till(tmp_path)
    sell(till, J={"gtin": "02990000000018"})

    nobody = client_for(till.profile, key=till.key, time=till.time)  # its port is one that nobody listens on

    known = articles.look_up_gtin(till, Gtin("02990000000018"))
    other = articles.look_up_gtin(till, Gtin("02990000000025"))

    assert known is not None
    assert known.product.sku == "J"
    assert other is None
    assert articles.ask_everywhere(nobody, known) is None
    with pytest.raises(HubUnreachable):
        articles.told_by_hub(till, nobody, Gtin("02990000000025"))
    nobody.close()
    till.close()


def test_a_till_without_a_catalogue_says_so(tmp_path: Path) -> None:
    till = a_till(tmp_path)

    assert not articles.find(till, "外套").has_list
    till.close()
