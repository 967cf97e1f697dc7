"""`conflicts` and `resolve`: what people must look at, and a manager's word on it."""

import argparse
from typing import Any

from clerk_app.cli.ends import OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import SENTENCES, moment
from clerk_app.desk import conflicts
from clerk_app.desk.conflicts import Conflict, ConflictSide
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.settling import WhyNotSettled
from clerk_app.wire import time_text


def run_conflicts(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = conflicts.with_settled(till) if arguments.all else conflicts.conflicts(till)
        for it in found:
            output.row(_row(it), _text(it))
        if not found:
            output.for_people("Nothing disagrees, and nothing needs attention.")
    return OK


def run_resolve(arguments: argparse.Namespace, output: Output) -> int:
    from clerk_app.cli.acts import tell_outcome  # brings the network, which looking at the list needs not
    from clerk_app.cli.people import signed_in

    if not arguments.reason.strip():
        raise CannotGoOn(SENTENCES[WhyNotSettled.REASON_NEEDED], reason=WhyNotSettled.REASON_NEEDED.value)
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        outcome = conflicts.settle(till, arguments.conflict, clerk=clerk, reason=arguments.reason)
        return tell_outcome(till, hub, outcome, output)


def _row(it: Conflict) -> dict[str, Any]:
    settled = it.settlement
    return {
        "conflict": it.conflict,
        "kind": it.kind.value if it.kind else None,
        "order_no": it.order_no,
        "at": time_text(it.at),
        "stand": it.stand.value,
        "sides": [_side_row(side) for side in it.sides],
        "settled_by": settled.by if settled else None,
        "settled_at": time_text(settled.at) if settled else None,
        "reason": settled.reason if settled else None,
    }


def _side_row(side: ConflictSide) -> dict[str, Any]:
    return {
        "op_id": side.op_id,
        "kind": side.kind,
        "branch": side.branch,
        "till_name": side.till_name,
        "clerk": side.clerk,
        "at": time_text(side.at),
        "pieces": side.pieces,
    }


def _text(it: Conflict) -> str:
    number = format_order_no(it.order_no) if it.order_no else ""
    why = SENTENCES.get(it.kind, it.kind.value) if it.kind else "Something is new to this program. Update it."
    lines = [f"{it.stand.value:8} {' · '.join(filter(None, (number, moment(it.at), it.conflict)))}: {why}"]
    for side in it.sides:
        who = " ".join(filter(None, (side.clerk_name, side.clerk)))
        parts = (side.kind, moment(side.at), f"branch {side.branch}", side.till_name, who)
        lines.append(f"         {' · '.join(filter(None, parts))}")
    if it.settlement is not None:
        said = it.settlement
        lines.append(f"         settled {moment(said.at)} by {said.by_name} {said.by}: {said.reason}")
    return "\n".join(lines)
