"""The demo chain is whole, right in itself, and the same again for the same seed."""

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from clerk_app.domain.basket import Article, Basket, BasketMember, add, attach_member
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.pricing import PriceRules, price
from clerk_app.domain.printed_codes import Printed, parse_printed
from clerk_app.wire.offers import offer_of
from hub import feed, tables
from hub.demo import ChainExists, DemoSize, make_demo
from hub.demo.story import FIRST, Story
from hub.opening import Hub, open_hub
from hub.settings import settings_of
from hub.staff import why_weak
from tests.hub.engine import Server, fresh_database

pytestmark = pytest.mark.both_engines

SMALL = DemoSize(products=40, members=10, orders=32, branches=2)


@pytest.fixture(scope="module")
def demo(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with (
        fresh_database(server) as url,
        closing(open_hub(settings_of(url, tmp_path_factory.mktemp("demo")))) as hub,
    ):
        yield hub, make_demo(hub)


def rows(hub: Hub, table: Any) -> list[Mapping[str, Any]]:
    with hub.database.read() as reader:
        return [dict(row) for row in reader.execute(select(table)).mappings()]


def test_there_are_three_branches_and_a_warehouse_with_300_articles_and_200_members(demo: Any) -> None:
    hub, made = demo

    assert [row["kind"] for row in made["branches"]] == ["branch"] * 3 + ["warehouse"]
    assert len(rows(hub, tables.product)) == 300
    assert len({row["phone"] for row in rows(hub, tables.member)}) == 200


def test_every_article_has_a_number_that_checks_a_price_and_two_names(demo: Any) -> None:
    hub, _ = demo
    products = rows(hub, tables.product)

    assert len({row["gtin"] for row in products}) == 300
    for row in products:
        assert parse_gtin(row["gtin"]) == row["gtin"]
        assert row["price_minor"] > 0
        assert row["name_zh"] != row["name_en"]


def test_there_are_styles_of_colours_and_sizes_and_prices_that_are_running_and_to_come(demo: Any) -> None:
    hub, _ = demo
    now_ms = datetime.now(UTC).timestamp() * 1000

    styles = Counter(row["style"] for row in rows(hub, tables.product) if row["style"])
    begun = Counter(row["valid_from_ms"] <= now_ms for row in rows(hub, tables.price))

    assert styles["RO"] == 20
    assert all(row["colour_zh"] or row["size_zh"] for row in rows(hub, tables.product) if row["style"])
    assert begun[True] > 10
    assert begun[False] > 10


def test_some_articles_cost_members_less_and_others_soon_will(demo: Any) -> None:
    hub, _ = demo
    now_ms = datetime.now(UTC).timestamp() * 1000
    found, list_prices = (
        rows(hub, tables.member_price),
        {it["sku"]: it["price_minor"] for it in rows(hub, tables.product)},
    )

    running = [row for row in found if row["valid_from_ms"] <= now_ms]

    assert {row["tier"] for row in running} == {"银芽", "金芽"}
    assert {row["tier"] for row in found if row not in running} == {"金芽"}
    assert len(running) > 20
    assert all(0 < row["price_minor"] < list_prices[row["sku"]] for row in found)


def test_every_branch_has_some_of_the_assortment_and_lacks_some(demo: Any) -> None:
    hub, _ = demo
    found = rows(hub, tables.stock)

    for branch in (1, 2, 3, 4):
        on_hand = [row["on_hand"] for row in found if row["branch"] == branch]
        assert len(on_hand) == 300
        assert 0 < sum(pieces == 0 for pieces in on_hand) < 200
    assert all(0 <= row["reserved"] <= row["on_hand"] for row in found)


def test_tills_are_told_all_of_the_chain(demo: Any) -> None:
    hub, _ = demo

    with hub.database.read() as reader:
        changes = feed.page(reader, "global", epoch=1, after=0).changes
    told = Counter(change.entity for change in changes)

    assert told == {"product": 300, "branch": 4, "offer": 9, "rules": 1, "key_set": 1}


def test_each_branch_is_told_its_members_with_what_they_may_need_and_why(demo: Any) -> None:
    hub, _ = demo
    with hub.database.read() as reader:
        changes = feed.page(reader, "branch:1", epoch=1, after=0).changes
    told = [change.body for change in changes if change.entity == "member" and change.body is not None]
    reasons = Counter(it["why"] for body in told for it in body["suggestions"])
    usable = sum(bool(body["coupons"]) for body in told)

    assert len(told) > 40
    assert set(reasons) == {"interval", "together", "next_size"}
    assert all(body["phone_mark"] and "*" in body["name_masked"] for body in told)
    assert usable > 10
    assert sum(row["balance"] for row in rows(hub, tables.points)) == sum(
        row["delta"] for row in rows(hub, tables.points_entry)
    )


def test_the_members_of_one_seed_bought_the_same_and_need_the_same(tmp_path: Path) -> None:
    now = datetime.now(UTC) + timedelta(minutes=1)

    def lived(folder: str, seed: int) -> list[Any]:
        hub = open_hub(settings_of(None, tmp_path / folder))
        try:
            make_demo(hub, SMALL, seed=seed, now=now)
            return [rows(hub, table) for table in (tables.purchase, tables.points, tables.suggestion, tables.coupon)]
        finally:
            hub.close()

    first = lived("first", 7)

    assert lived("again", 7) == first
    assert lived("other", 8) != first


def test_every_clerk_signs_in_with_the_pin_that_was_told(demo: Any) -> None:
    hub, made = demo
    verifiers = {row["badge"]: row["pin_verifier"] for row in rows(hub, tables.staff)}

    assert {row["role"] for row in made["staff"]} == {"clerk", "cashier", "manager"}
    for clerk in made["staff"]:
        printed = parse_printed(clerk["badge"])
        assert printed is not None
        assert (printed.kind, printed.is_right) == (Printed.CLERK_BADGE, True)
        assert why_weak(clerk["pin"]) is None
    for clerk in made["staff"][:2]:
        assert PasswordHasher().verify(verifiers[clerk["badge"]], clerk["pin"])
        assert "m=65536,t=3,p=1" in verifiers[clerk["badge"]]


def test_everywhere_has_an_order_in_every_state(demo: Any) -> None:
    hub, made = demo

    for branch in (1, 2, 3):
        stories = {row["story"]: row["status"] for row in made["passes"] if row["branch"] == branch}
        assert set(stories) == set(Story)
        assert set(stories.values()) == {
            "new", "accepted", "picking", "ready", "collected", "rejected", "cancelled", "expired",
        }  # fmt: skip
    assert len(rows(hub, tables.conflict)) == 3
    assert {row["status"] for row in rows(hub, tables.operation)} == {"applied", "conflict"}


def test_no_order_needs_an_identity_check_but_those_that_show_it(demo: Any) -> None:
    hub, made = demo
    checked = {row["order_no"] for row in rows(hub, tables.pickup_order) if json.loads(row["body"])["check_identity"]}

    assert checked == {row["order_no"] for row in made["passes"] if row["story"] == Story.IDENTITY}


def test_the_tills_that_acted_out_the_demo_are_shut_out(demo: Any) -> None:
    hub, _ = demo

    assert not any(row["active"] for row in rows(hub, tables.till))


def test_the_same_seed_makes_the_same_chain_and_another_does_not(tmp_path: Path) -> None:
    now = datetime.now(UTC) + timedelta(minutes=1)  # the keys of both hubs are older

    def made(folder: str, seed: int) -> str:
        hub = open_hub(settings_of(None, tmp_path / folder))
        try:
            told = make_demo(hub, SMALL, seed=seed, now=now)
            members = rows(hub, tables.member)
        finally:
            hub.close()
        secret = ("hub_id", "channels")
        return json.dumps([{name: told[name] for name in told if name not in secret}, members], sort_keys=True)

    first = made("first", 7)

    assert made("again", 7) == first
    assert made("other", 8) != first


def test_a_chain_is_never_mixed_into_another(tmp_path: Path) -> None:
    hub = open_hub(settings_of(None, tmp_path))
    make_demo(hub, SMALL)
    with hub.database.read() as reader:
        before = feed.heads(reader)

    with pytest.raises(ChainExists):
        make_demo(hub, SMALL)

    with hub.database.read() as reader:
        assert feed.heads(reader) == before
    hub.close()


def test_a_larger_chain_has_as_many_of_everything_as_asked(tmp_path: Path) -> None:
    hub = open_hub(settings_of(None, tmp_path))

    made = make_demo(hub, DemoSize(products=1_000, members=50, orders=130, branches=6))

    with hub.database.read() as reader:
        counts = [reader.execute(select(func.count()).select_from(table)).scalar_one() for table in
                  (tables.product, tables.member, tables.pickup_order, tables.branch)]  # fmt: skip
    assert counts == [1_000, 50, 130, 7]
    assert len({row["badge"] for row in made["staff"]}) == len(made["staff"]) == 11 + 3 * 2
    assert len(FIRST) * 6 < 130
    hub.close()


def test_offers_make_a_basket_cheaper_and_some_members_have_coupons_of_them(demo: Any) -> None:
    hub, _ = demo
    told = {row["offer"]: json.loads(row["body"]) for row in rows(hub, tables.offer)}
    articles = {row["sku"]: row for row in rows(hub, tables.product)}
    basket = Basket("b-1", BranchNo(1), "CNY", datetime.now(UTC))
    for category in ("diapers", "care", "food", "formula"):
        row = next(row for row in articles.values() if row["category"] == category)
        it = Article(row["sku"], row["price_minor"], "CNY", category=category, brand=row["brand"])
        added = add(basket, it, 5 if category == "food" else 3 if category == "care" else 2)
        assert isinstance(added, Basket)
        basket = added
    offers = tuple(offer_of(body) for body in told.values() if not body.get("by_code"))
    priced = price(basket, PriceRules(offers=offers), at=datetime.now(UTC))
    as_gold = price(attach_member(basket, BasketMember("M", "金芽")), PriceRules(offers=offers), at=datetime.now(UTC))

    assert {it.offer for it in priced.reductions} == {"P-DIAPERS-2ND", "P-CARE-3FOR80"} | (
        {"P-FOOD-99"} if articles[basket.lines[2].article.sku]["price_minor"] * 5 > 8_800 else set()
    )
    assert as_gold.total_minor < priced.total_minor
    given = rows(hub, tables.coupon)
    assert {row["offer"] for row in given} == {name for name, body in told.items() if body.get("by_code")}
