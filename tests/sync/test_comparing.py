"""What is here is held against what the hub has; what differs is read anew, and the ledger is never touched."""

import pytest

from clerk_app.catalogue_sync import Follower, never
from clerk_app.comparing import compare
from clerk_app.store import cache_feed, catalogue
from clerk_app.upkeep import Upkeep
from clerk_app.wire import PRODUCT
from tests.sync.counter import Counter, Street
from tests.sync.test_catalogue import product, tell


@pytest.fixture
def stocked(street: Street, till: Counter) -> Counter:
    """A till in step with a hub that has products, branches' people and an order."""
    tell(street, *(product(f"P-{number}") for number in range(20)))
    street.shop.order()
    till.sync()
    till.follow()
    return till


def compared(till: Counter) -> tuple[str, ...]:
    return compare(till.till, till.hub, till.hub.hello(), Follower(till.till.catalogue), is_stopped=never)


def sums(till: Counter) -> object:
    with till.till.cache.read() as cached, till.till.catalogue.read() as products:
        return [cache_feed.sums(cached, scope) for scope in ("global", "branch:1")], catalogue.sums(products)


def test_a_till_in_step_has_what_the_hub_has(stocked: Counter) -> None:
    digest = stocked.hub.digest("global")

    assert digest.of(PRODUCT).rows == 20
    assert compared(stocked) == ()


@pytest.mark.expected_log("comparing WARNING: branch:1 is not what the hub has")
def test_a_row_that_was_lost_here_comes_back_and_the_ledger_stays(street: Street, stocked: Counter) -> None:
    order = street.shop.order()
    stocked.sync()
    stocked.follow()
    right = sums(stocked)
    stocked.cut()
    stocked.hand_over(order)
    stocked.mend()
    with stocked.till.cache.write() as connection:
        connection.exec_driver_sql("DELETE FROM orders")
    ledger_before = ledger_rows(stocked)

    renewed = compared(stocked)

    assert renewed == ("branch:1",)
    assert sums(stocked) == right
    assert ledger_rows(stocked) == ledger_before
    assert stocked.waiting() == 1


@pytest.mark.expected_log("comparing WARNING: the catalogue is not what the hub has")
def test_a_product_of_another_version_here_is_put_right(stocked: Counter) -> None:
    right = sums(stocked)
    with stocked.till.catalogue.write() as connection:
        connection.exec_driver_sql("UPDATE product SET version = 1, price_minor = 1 WHERE sku = 'P-7'")

    renewed = compared(stocked)

    assert renewed == (PRODUCT,)
    assert sums(stocked) == right
    assert stocked.till.catalogue.search("P-7")[0].price_minor == 100


def test_what_has_moved_on_meanwhile_is_not_called_different(street: Street, stocked: Counter) -> None:
    hello = stocked.hub.hello()
    street.shop.order()
    tell(street, product("LATER"))

    assert compare(stocked.till, stocked.hub, hello, Follower(stocked.till.catalogue), is_stopped=never) == ()


def ledger_rows(till: Counter) -> list[tuple[object, ...]]:
    with till.till.ledger.read() as kept:
        return [
            tuple(row)
            for table in ("operations", "answers")
            for row in kept.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608 (our own tables)
        ]


@pytest.mark.expected_log("comparing WARNING: branch:1 is not what the hub has")
def test_the_loop_compares_by_itself_once_a_day(street: Street, stocked: Counter) -> None:
    with stocked.till.cache.write() as connection:
        connection.exec_driver_sql("DELETE FROM orders")
    upkeep = Upkeep(stocked.till, stocked.hub, uniform=lambda _low, _high: 0.0, on_catalogue=lambda _: None)

    upkeep.run(stocked.hub.hello(), is_stopped=never)
    after_start = rows_of_orders(stocked)
    with stocked.till.cache.write() as connection:
        connection.exec_driver_sql("DELETE FROM orders")
    upkeep.run(stocked.hub.hello(), is_stopped=never)

    assert after_start > 0
    assert rows_of_orders(stocked) == 0  # it is not a day yet


def rows_of_orders(till: Counter) -> int:
    with till.till.cache.read() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM orders").scalar_one()
