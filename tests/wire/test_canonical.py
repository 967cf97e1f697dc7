"""The bytes that are signed and hashed: the same whichever program writes them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.wire import Malformed, canonical

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


@given(st.dictionaries(texts, values, max_size=6))
def test_any_other_json_library_writes_the_same_bytes(message: dict[str, Any]) -> None:
    others = json.dumps(message, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    assert canonical(message) == others


@pytest.mark.parametrize("value", ["\ud800", 2**64, {1, 2}])
def test_what_other_programs_could_not_read_is_malformed(value: object) -> None:
    with pytest.raises(Malformed):
        canonical({"value": value})
