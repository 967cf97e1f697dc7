"""A receipt is found again by its number, and is the same as before but for the word copy."""

from pathlib import Path

from clerk_app.desk import baskets, payments, receipts
from clerk_app.domain.receipt_no import ReceiptNo, short_till
from clerk_app.domain.receipts import as_text
from tests.desk.counter import BIB, CASHIER, MILK, a_counter


def test_a_receipt_is_printed_again_as_a_copy_of_itself(tmp_path: Path) -> None:
    till = a_counter(tmp_path)
    assert receipts.latest(till) is None
    for sku in (MILK, BIB):
        baskets.add(till, sku)
        payments.pay_cash(till, 30_000, clerk=CASHIER)
    number = ReceiptNo(till.branch, short_till(till.profile.till), 1)

    first, copy = (receipts.receipt(till, number, is_copy=is_copy) for is_copy in (False, True))
    last = receipts.latest(till)

    assert first is not None
    assert copy is not None
    assert last is not None
    assert [row for row in copy.rows if row not in first.rows] == [row for row in copy.rows if "COPY" in row.left]
    assert (last.sale.receipt_no, last.is_copy) == (f"1-{number.till}-2", True)
    assert "2026-11-22 20:00:00" in as_text(first.rows), "in the chain's own time"
    assert receipts.receipt(till, ReceiptNo(till.branch, number.till, 3), is_copy=False) is None
    till.close()
