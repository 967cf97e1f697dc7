"""What is not the whole answer of our own hub changes nothing, and says why."""

from pathlib import Path

import pytest

from clerk_app.domain.pickup import Refusal
from clerk_app.errors import HubUnreachable, Why
from clerk_app.store import ledger
from tests.proxy import Fault
from tests.sync.counter import Counter, Street, a_street

CACHE_TABLES = (
    "orders",
    "branches",
    "rules",
    "key_set",
    "staff",
    "tills",
    "revoked",
    "conflicts",
    "holds",
    "feed_cursor",
)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.PORTAL, Why.NOT_THE_HUB),
        (Fault.BROKEN, Why.HUB_ERROR),
        (Fault.TRUNCATE, Why.TRUNCATED),
        (Fault.DOWN, Why.NOT_RUNNING),
    ],
)
def test_what_is_not_the_hubs_whole_answer_leaves_the_cache_as_it_was(
    street: Street, till: Counter, fault: Fault, reason: Why
) -> None:
    street.shop.order()
    till.sync()
    street.shop.order()
    before = _content(till)

    till.line.fault = fault
    with pytest.raises(HubUnreachable) as raised:
        till.sync()

    assert raised.value.reason is reason
    assert _content(till) == before


def test_another_hub_at_the_same_address_is_not_ours(street: Street, till: Counter, tmp_path: Path) -> None:
    till.sync()
    before = _content(till)

    with a_street(tmp_path / "elsewhere") as elsewhere:
        elsewhere.shop.order()
        till.line.hub_address = elsewhere.shop.address
        with pytest.raises(HubUnreachable) as raised:
            till.sync()

    assert raised.value.reason is Why.WRONG_HUB
    assert _content(till) == before


def test_answers_of_another_epoch_are_not_taken(street: Street, till: Counter) -> None:
    """The hub was restored between the greeting and the push: its numbers begin again, and would be misread."""
    order = street.shop.order()
    till.sync()
    till.hand_over(order)
    with till.till.ledger.read() as kept:
        batch = ledger.outbox(kept, limit=10)

    with pytest.raises(HubUnreachable):
        till.hub.submit(batch, epoch=2)

    assert till.waiting() == 1
    assert till.look(order).reason is Refusal.ALREADY_COLLECTED


def _content(counter: Counter) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the cache says, but for when the hub last answered."""
    with counter.till.cache.read() as connection:
        found = {name: connection.exec_driver_sql(f"SELECT * FROM {name}") for name in CACHE_TABLES}  # noqa: S608
        return {name: sorted(map(tuple, rows), key=repr) for name, rows in found.items()}
