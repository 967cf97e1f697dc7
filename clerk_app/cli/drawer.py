"""`outbox`: what was done here, and what became of it."""

import argparse
from typing import Final

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened
from clerk_app.cli.words import age, why
from clerk_app.desk import outbox
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.wire import time_text

OUTBOX_MAX: Final = 10_000


def run_outbox(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        entries = outbox.entries(till, limit=min(max(1, arguments.limit), OUTBOX_MAX))
        waits = outbox.waiting(till)
        if arguments.waiting:  # they come first
            entries = entries[:waits]
        for entry in entries:
            operation = entry.operation
            row = {
                "op_id": operation.op_id,
                "seq": operation.seq,
                "kind": operation.kind,
                "order_no": entry.order_no,
                "clerk": operation.clerk,
                "word": entry.word.value,
                "reason": (entry.answer.reason or None) if entry.answer else None,
                "occurred_at": time_text(entry.at),
                "age_s": entry.age_s,
            }
            number = format_order_no(entry.order_no) if entry.order_no else ""
            parts = filter(None, (operation.kind, number, age(entry.age_s), operation.op_id))
            reason = entry.answer.reason if entry.answer else ""
            sentence = f": {why(till, reason, None)}" if reason else ""
            output.row(row, f"{entry.word.value:8} {' · '.join(parts)}{sentence}")
        if not entries:
            said = "Nothing waits." if arguments.waiting else "The outbox is empty: nothing was done here yet."
            output.for_people(said)
    return NOT_DONE if arguments.waiting and waits else OK
