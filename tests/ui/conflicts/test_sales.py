"""What people must look at about a sale: said in its own words, with the receipt by which it is found."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from clerk_app.desk import conflicts
from tests.builders import NOON
from tests.tills import a_till, publish
from ui import messages
from ui.conflicts.reasons import reasons_for
from ui.messages import Text, say
from ui.outbox.conflicts import conflict_row, doubt_about_sale

SIDE = {
    "op_id": "o-1",
    "kind": "sale.completed",
    "branch": 1,
    "till_name": "Till 1",
    "clerk": "CK00018",
    "clerk_name": "林美",
    "at": "2026-11-22T11:00:00.000Z",
}


def test_what_was_oversold_is_named_with_how_much(tmp_path: Path, qtbot: QtBot) -> None:
    till = a_till(tmp_path)
    body: dict[str, Any] = {"conflict": "c-1", "kind": "oversold", "order_no": 0, "at": "2026-11-22T11:00:00.000Z"}
    body |= {"sides": [{**SIDE, "pieces": 3}], "resolved": False, "sale": "b-1", "receipt_no": "1-7KQ3M-17"}
    publish(till, till.scope, [("conflict", "c-1", body | {"skus": {"BW-C-250": 2}})])

    (found,) = conflicts.conflicts(till)

    assert "BW-C-250: 2 more sold than was here" in conflict_row(till, found, names={}, now=NOON).why
    told = doubt_about_sale(till, "1-7KQ3M-17", now=NOON)
    assert told is not None, "it stands beside the receipt, too"
    assert "BW-C-250" in told.why
    assert doubt_about_sale(till, "1-7KQ3M-18", now=NOON) is None
    till.close()


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("oversold", Text.SALE_OVERSOLD),
        ("overdraft", Text.SALE_OVERDRAFT),
        ("coupon_reused", Text.SALE_COUPON),
        ("receipt_twice", Text.SALE_RECEIPT),
        ("not_permitted", Text.SALE_NOT_PERMITTED),
        ("by_nobody_known", Text.SALE_NOBODY_KNOWN),
    ],
)
def test_a_sale_that_does_not_fit_is_named_by_its_receipt(tmp_path: Path, qtbot: QtBot, kind: str, title: Text) -> None:
    till = a_till(tmp_path)
    body: dict[str, Any] = {"conflict": "c-1", "kind": kind, "order_no": 0, "at": "2026-11-22T11:00:00.000Z"}
    body |= {"sides": [{**SIDE, "pieces": 3}], "resolved": False, "sale": "b-1", "receipt_no": "1-7KQ3M-17"}
    publish(till, till.scope, [("conflict", "c-1", body)])

    (found,) = conflicts.conflicts(till)
    row = conflict_row(till, found, names={}, now=NOON)

    assert row.title == f"{say(title)} · 1-7KQ3M-17"
    assert "{" not in row.title + row.why
    assert [side.what for side in row.sides] == [say(Text.SIDE_SOLD, pieces=messages.pieces(3))]
    assert reasons_for(found.kind)
    till.close()
