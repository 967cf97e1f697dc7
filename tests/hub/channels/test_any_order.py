"""Whatever a channel sends, the hub answers in words, and what it refuses changes nothing."""

from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.domain.names import masked
from hub.channels.request import phone_of
from tests.hub.demo_hub import DemoHub, a_line, an_order

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(["2026-11-22T14:00:00+08:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "CNY"]),
)
JSON = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside this one, and its own."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(cast("dict[Any, Any]", value).items())
    elif isinstance(value, list):
        inside = list(enumerate(cast("list[Any]", value)))
    return [path, *(place for key, inner in inside for place in _places(inner, (*path, key)))]


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], new)
    return copy


@st.composite
def bent_orders(draw: st.DrawFn) -> Any:
    """A good order with something odd in one or two of its places: near enough to reach every check."""
    lines = [a_line(), a_line(branch=2, quantity=2)]
    order: Any = an_order(lines=lines, member={"phone": "13800000003"}, paid_minor=80_400)
    for _ in range(draw(st.integers(1, 2))):
        order = _with(order, draw(st.sampled_from(_places(order))), draw(JSON))
    return order


@settings(max_examples=150)
@given(order=st.one_of(bent_orders(), JSON))
def test_any_json_is_answered_and_what_is_refused_changes_nothing(shop: DemoHub, order: Any) -> None:
    before = shop.orders_told()

    answer = shop.place(order)

    assert answer.status_code in {200, 201, 409, 422}
    if answer.status_code >= 400:
        assert answer.json()["error"] in {"invalid_order", "external_id_reused"}
        assert shop.orders_told() == before


@given(st.text())
def test_any_text_as_phone_number_is_one_or_is_not(text: str) -> None:
    phone = phone_of(text, "86")

    assert phone is None or (phone.startswith("+") and phone[1:].isascii() and phone[1:].isdigit() and len(phone) <= 16)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("138 0000 1234", "+8613800001234"),
        ("+86 138-0000-1234", "+8613800001234"),
        ("0044 20 7946 0123", "+442079460123"),
        ("+0123456789", None),
        ("１３８００００１２３４", None),
    ],
)
def test_a_phone_number_is_written_in_one_way(written: str, meant: str | None) -> None:
    assert phone_of(written, "86") == meant


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王晓琳", "王*琳"),
        ("王琳", "王*"),
        ("欧阳思远", "欧**远"),
        ("Grace Hopper", "G*** H***"),
        ("王", "王*"),
        ("", ""),
    ],
)
def test_a_name_is_masked(name: str, shown: str) -> None:
    assert masked(name) == shown
