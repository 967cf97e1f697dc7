"""What the body of an operation may say, and what is refused at the edge."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import (
    Accept,
    Act,
    CodeKind,
    HandOver,
    Identity,
    MalformedAct,
    MarkReady,
    Pick,
    Refused,
    Reject,
    TakeTender,
    TenderMethod,
    Undo,
    act_of,
    body_of,
    kind_of,
)
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import LineQuantity

texts = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=200)
lines = st.lists(
    st.builds(LineQuantity, line=st.integers(1, 9_999), quantity=st.integers(0, 9_999)),
    min_size=1,
    max_size=20,
    unique_by=lambda part: part.line,
).map(tuple)
acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        HandOver,
        pickup_id=texts,
        lines=lines,
        identity=st.sampled_from(Identity),
        code=st.sampled_from(CodeKind),
        collected_by=texts,
        collect_rest_by=st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    ),
    st.builds(Undo, op_id=texts, reason=texts),
    st.builds(Refused, pickup_id=texts, reason=texts),
    st.just(Accept()),
    st.builds(Pick, lines=lines),
    st.builds(MarkReady, shelf=texts, parcels=st.integers(0, 255)),
    st.builds(Reject, reason=texts),
    st.builds(
        TakeTender,
        amount_minor=st.integers(0, 2**32 - 1),
        currency=st.sampled_from(["CNY", "HKD", "JPY"]),
        method=st.sampled_from(TenderMethod),
    ),
)


@given(acts)
def test_every_act_reads_back_as_it_was_written(act: Act) -> None:
    assert act_of(kind_of(act), body_of(act)) == act


A_HAND_OVER = body_of(
    HandOver(
        "00f1", (LineQuantity(1, 2),), Identity.NONE, CodeKind.QR, collect_rest_by=datetime(2026, 11, 25, tzinfo=UTC)
    )
)


@pytest.mark.parametrize(
    ("kind", "change", "named"),
    [
        (Kind.HANDED_OVER, {"lines": []}, "lines"),
        (Kind.HANDED_OVER, {"lines": [{"line": 1, "quantity": -1}]}, "quantity"),
        (Kind.HANDED_OVER, {"lines": [{"line": 1, "quantity": True}]}, "quantity"),
        (Kind.HANDED_OVER, {"lines": [{"line": 1, "quantity": 1}] * 2}, "twice"),
        (Kind.HANDED_OVER, {"lines": ["1"]}, "lines"),
        (Kind.HANDED_OVER, {"identity": "a friendly face"}, "identity"),
        (Kind.HANDED_OVER, {"pickup_id": "x" * 201}, "pickup_id"),
        (Kind.HANDED_OVER, {"collected_by": "a\0b"}, "collected_by"),
        (Kind.HANDED_OVER, {"collect_rest_by": "2026-11-25T10:00:00"}, "zone"),
        (Kind.HANDED_OVER, {"collect_rest_by": 7}, "collect_rest_by"),
        (Kind.HANDED_OVER, {"collect_rest_by": "9999-12-31T23:59:59Z"}, "to 2199"),
        (Kind.READY, {"shelf": "B-07", "parcels": 256}, "parcels"),
        (Kind.TENDER_TAKEN, {"amount_minor": 1.5, "currency": "CNY", "method": "cash"}, "amount_minor"),
        (Kind.TENDER_TAKEN, {"amount_minor": 1, "currency": "XXX", "method": "cash"}, "currency"),
        ("pickup.juggled", {}, "unknown kind"),
    ],
)
def test_a_body_that_is_not_what_its_kind_requires_is_refused_by_name(
    kind: str, change: dict[str, Any], named: str
) -> None:
    with pytest.raises(MalformedAct, match=named):
        act_of(kind, {**A_HAND_OVER, **change})


@given(
    st.sampled_from([*Kind, "other"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["lines", "line", "shelf", "op_id"]), inner),
    ),
)
def test_no_body_raises_anything_else(kind: str, value: Any) -> None:
    body = dict.fromkeys(["pickup_id", "lines", "identity", "amount_minor", "op_id", "reason", "shelf"], value)

    with suppress(MalformedAct):
        act_of(kind, body)
