"""A key set takes the place of ours only when the root key signed it and it is newer: a key once revoked stays so."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from clerk_app.store import cache
from clerk_app.wire import GLOBAL
from hub import feed, keys
from hub.opening import publish
from tests.sync.counter import Counter, Street


def held(till: Counter) -> Mapping[str, Any]:
    with till.till.cache.read() as connection:
        found = cache.signed_key_set(connection)
    assert found is not None
    return found


def tell(street: Street, signed: Mapping[str, Any]) -> None:
    """As a hub would that somebody else has in hand."""
    street.shop.database.transact(lambda tx: feed.put(tx, GLOBAL, "key_set", "issuer", signed), GLOBAL)


def rotate(street: Street) -> None:
    hub = street.shop.hub
    changed = keys.rotated(hub.keys, datetime.now(UTC), at_once=True)
    street.shop.database.transact(lambda tx: publish(tx, hub.key_file, changed), GLOBAL)


def test_a_newer_set_that_the_root_key_signed_is_taken(street: Street, till: Counter) -> None:
    till.sync()
    before = held(till)

    rotate(street)
    till.sync()

    assert held(till)["key_set"]["seq"] > before["key_set"]["seq"]


def test_an_older_set_brings_no_revoked_key_back_though_it_was_signed_once(street: Street, till: Counter) -> None:
    till.sync()
    old = held(till)
    rotate(street)
    till.sync()
    ours = held(till)

    tell(street, old)
    till.sync()

    assert held(till) == ours != old


@pytest.mark.expected_log("a key set was not believed")
@pytest.mark.parametrize("how", ["changed", "foreign"])
def test_a_set_that_our_root_key_did_not_sign_is_not_taken(street: Street, till: Counter, how: str) -> None:
    till.sync()
    ours = held(till)
    forged = {"key_set": {**ours["key_set"], "seq": ours["key_set"]["seq"] + 1}, "signature": ours["signature"]}
    if how == "foreign":
        forged = keys.signed_key_set(keys.rotated(keys.new_keys(datetime.now(UTC)), datetime.now(UTC), at_once=True))

    tell(street, forged)
    till.sync()

    assert held(till) == ours
