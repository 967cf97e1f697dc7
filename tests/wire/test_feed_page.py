"""A page of the feed proves by its last line that nothing is missing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.wire import Change, FeedPage, Malformed, page_lines, page_of

PAGE = FeedPage(
    epoch=1,
    scope="branch:1",
    from_seq=4,
    to_seq=9,
    more=False,
    changes=(
        Change(5, "order", "1000000001", 2, {"name": "牧澄 3 段配方奶粉"}),
        Change(7, "staff", "CK10017", 1, None),
        Change(9, "order", "1000000002", 1, {"quantity": 2}),
    ),
)
RAW = b"".join(page_lines(PAGE))


def test_a_page_reads_back_as_it_was_written() -> None:
    assert page_of(RAW) == PAGE


@given(st.integers(0, len(RAW) - 2))  # without its very last newline the page still says all
def test_a_page_cut_anywhere_is_discarded_whole(length: int) -> None:
    with pytest.raises(Malformed):
        page_of(RAW[:length])


@given(st.integers(0, len(RAW) - 1), st.integers(1, 255))
def test_a_page_with_any_byte_altered_is_discarded_or_says_the_same(position: int, flip: int) -> None:
    altered = bytearray(RAW)
    altered[position] ^= flip

    try:
        page = page_of(bytes(altered))
    except Malformed:
        return

    assert page == PAGE, "only what does not change the meaning may pass, such as a space for the last newline"


@given(st.integers(0, 2), st.integers(0, 2))
def test_lines_in_another_order_are_discarded(first: int, second: int) -> None:
    lines = RAW.splitlines(keepends=True)
    lines[1 + first], lines[1 + second] = lines[1 + second], lines[1 + first]

    if first == second:
        assert page_of(b"".join(lines)) == PAGE
    else:
        with pytest.raises(Malformed):
            page_of(b"".join(lines))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"<html><body>Sign in to Wi-Fi</body></html>",
        b"[" * 100_000,
        b'{"end":true,"n":0,"crc":0}\n',
        b"\xff\xfe",
    ],
)
def test_what_is_no_page_at_all_is_discarded(raw: bytes) -> None:
    with pytest.raises(Malformed):
        page_of(raw)


def test_a_sequence_that_steps_back_is_discarded_although_its_sum_is_right() -> None:
    changes = (Change(9, "order", "1", 1, None), Change(5, "order", "2", 1, None))
    stepped_back = FeedPage(1, "branch:1", 4, 9, more=False, changes=changes)

    with pytest.raises(Malformed, match="order"):
        page_of(b"".join(page_lines(stepped_back)))


def test_the_page_is_newline_delimited_json() -> None:
    rows = [json.loads(line) for line in RAW.splitlines()]

    assert rows[0] == {"epoch": 1, "scope": "branch:1", "from": 4, "to": 9, "more": False}
    assert rows[1] == [5, "order", "1000000001", "put", 2, {"name": "牧澄 3 段配方奶粉"}]
    assert rows[2] == [7, "staff", "CK10017", "del", 1]
    assert rows[-1]["end"] is True
    assert rows[-1]["n"] == 3
