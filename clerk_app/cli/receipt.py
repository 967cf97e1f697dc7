"""`receipt`: a receipt of this till once more, as text.

Each is a copy: nobody writes down here what was printed or shown at the sale, and a second original may be misused.
"""

import argparse
from typing import Any

from clerk_app.cli.ends import NOT_DONE, OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened
from clerk_app.desk import receipts
from clerk_app.desk.receipts import Receipt
from clerk_app.domain.acts import body_of
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.receipts import as_text
from clerk_app.till import Till
from clerk_app.wire import time_text


def run_receipt(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = _found(till, arguments.number)
        if found is None:
            row = {"word": "refused", "reason": "unknown_receipt"}
            output.row(row, "refused: This till does not have this receipt, or no longer has it.")
            return NOT_DONE
        row: dict[str, Any] = {**body_of(found.sale), "at": time_text(found.at), "clerk": found.clerk}
        output.row({**row, "copy": found.is_copy}, as_text(found.rows))
        return OK


def _found(till: Till, given: str) -> Receipt | None:
    if not given:
        return receipts.latest(till)
    number = read_receipt(given)
    if number is None:
        raise CannotGoOn("A receipt's number is branch-till-number, as in 1-7KQ3M-17.", reason="not_a_receipt")
    return receipts.receipt(till, number, is_copy=True)
