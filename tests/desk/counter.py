"""A till whose shelves hold three articles, and whoever works at its counter."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from clerk_app.desk import baskets
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.members import Member
from clerk_app.domain.roles import Clerk, Role
from clerk_app.store import catalogue, catalogue_feed, ledger
from clerk_app.till import Till
from clerk_app.wire import Change, FeedPage
from clerk_app.wire.members import member_json
from tests.builders import NOON
from tests.tills import HandClock, a_till, publish

CASHIER = Clerk("CK00034", "陈收银", Role.CASHIER)
MILK, BIB, COAT = "NF-1", "BB-2", "JK-3"
ARTICLES: Mapping[str, Mapping[str, Any]] = {
    MILK: {"name_zh": "奶粉", "name_en": "Milk powder", "price_minor": 26_800, "category": "奶粉"},
    BIB: {"name_zh": "围兜", "name_en": "Bib", "price_minor": 2_933, "gtin": "00691234500028"},
    COAT: {"name_zh": "外套", "name_en": "Jacket", "price_minor": 19_900},
}


def a_counter(folder: Path, *, clock: HandClock | None = None, rules: Mapping[str, Any] | None = None) -> Till:
    till = a_till(folder, clock=clock, rules=rules)
    stock_up(till, ARTICLES)
    return till


def stock_up(till: Till, articles: Mapping[str, Mapping[str, Any]]) -> None:
    """Let the hub tell of these articles."""
    usual = {"gtin": "", "pinyin": "", "currency": "CNY"}
    with till.catalogue.write() as connection:
        at = catalogue.mark(connection).seq
        rows = enumerate(articles.items(), start=1)
        changes = tuple(Change(at + n, "product", sku, at + n, {**usual, **body}) for n, (sku, body) in rows)
        page = FeedPage(1, "global", at, at + len(changes), more=False, changes=changes)
        assert catalogue_feed.apply_page(connection, page)


def know_member(till: Till, number: str, *, points: int = 0, coupons: Sequence[Mapping[str, Any]] = ()) -> None:
    """Let the hub tell of a member who was here."""
    member = Member(number, "王*琳", "2046", points=points, seen_at=NOON)
    publish(till, till.scope, [("member", number, member_json(member, phone_mark="", initials="wl", coupons=coupons))])


def shown(done: object) -> OpenBasket:
    assert isinstance(done, OpenBasket), done
    return done


def now(till: Till) -> OpenBasket:
    return shown(baskets.current(till))


def sales(till: Till) -> list[Mapping[str, Any]]:
    """The bodies of what was sold, the first one first."""
    with till.ledger.read() as kept:
        return [it.operation.body for it in reversed(ledger.sales(kept, limit=100))]
