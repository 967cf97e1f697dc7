"""Operations that a till has really signed, with something odd in a place or two: the others of the batch go on."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.wire import Malformed, canonical
from hub.keys import b64u
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.hostile.guests import no_limits
from tests.hub.core.shop import Counter, Shop, all_of, served

pytestmark = pytest.mark.both_engines

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["\0", "\ud83d", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "x" * 5_000, -1, 2**63]),
    st.just([[[[[]]]]]),
    st.dictionaries(st.text(max_size=8), st.integers(), max_size=3),
)


@pytest.fixture
def shop(folder: Path) -> Generator[Shop]:
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub), no_limits()) as shop:
        yield shop


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_odd_in_one_operation_does_not_hold_up_the_others(shop: Shop, data: st.DataObject) -> None:
    counter, orders = shop.till(), [shop.order() for _ in range(3)]
    first, bent, last = (counter.operation(all_of(order), order.order_no) for order in orders)
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(_places(bent["envelope"])))
        bent["envelope"] = _with(bent["envelope"], path, data.draw(ODD))
    bent["signature"] = _signature(counter, bent["envelope"])

    answer = counter.ask("POST", "/v1/operations", {"operations": [first, bent, last]})

    assert answer.status in {200, 400, 409}, answer.raw
    if answer.status != 200:  # the till sends them one by one, or is frozen
        assert answer.json["error"] in {"unreadable", "forked"}
        return
    assert [counter.order(order.order_no)["status"] for order in (orders[0], orders[2])] == ["collected"] * 2
    assert [it["status"] for it in counter.push(first, last)] == ["duplicate"] * 2


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside this one."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(cast("dict[Any, Any]", value).items())
    elif isinstance(value, list):
        inside = list(enumerate(cast("list[Any]", value)))
    found = [place for key, inner in inside for place in _places(inner, (*path, key))]
    return [*found, path] if path else found


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path or not isinstance(value, dict | list):
        return new
    copy: Any = cast(Any, value).copy()
    copy[path[0]] = _with(copy[path[0]], path[1:], new)
    return copy


def _signature(counter: Counter, envelope: dict[str, Any]) -> str:
    try:
        return b64u(counter.key.sign(canonical(envelope)))
    except Malformed:
        return b64u(bytes(64))  # what cannot be written cannot be signed either
