"""`scan`, `hand-over` and `undo`: what a clerk does at the counter."""

import argparse
from typing import Any

from clerk_app.cli.acts import tell_outcome
from clerk_app.cli.balance import AtBalance, Taken, give_back, take, tell_not_paid, whole
from clerk_app.cli.ends import NOT_DONE, OK, UNKNOWN, CannotGoOn
from clerk_app.cli.inputs import UNREADABLE, Input, read_inputs
from clerk_app.cli.output import Output
from clerk_app.cli.people import approval_of, signed_in
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import KINDS, UNKNOWNS, moment, named, pieces, why
from clerk_app.desk import pickups
from clerk_app.desk.approvals import doubt_about
from clerk_app.desk.outcome import refused
from clerk_app.desk.pickups import Pickup
from clerk_app.domain.codes import PickupText, ShortCode, TypedOrderNo, Unknown, kind_of
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.verdict import Checked, Verdict
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from clerk_app.wire import time_text

_EXIT = {Verdict.READY: OK, Verdict.ASK_MANAGER: NOT_DONE, Verdict.REFUSED: NOT_DONE, Verdict.UNKNOWN: UNKNOWN}
_SHOWABLE = (PickupText, ShortCode, TypedOrderNo)


def run_scan(arguments: argparse.Namespace, output: Output) -> int:
    worst = OK
    with opened(arguments) as till, connected(till) as hub:
        for given in read_inputs(arguments.input):
            pickup = _looked_up(till, hub, given, clerk="")
            name = f"{named(given)}: " if len(arguments.input) > 1 else ""
            output.row(_scan_row(till, given, pickup), name + _scan_text(till, given, pickup))
            worst = max(worst, _EXIT[pickup.verdict] if pickup else UNKNOWN)
    return worst


def run_hand_over(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        given = _only_pickup(list(read_inputs([arguments.input])))
        pickup = _looked_up(till, hub, given, clerk=clerk.badge)
        if pickup is None or pickup.order_no is None:
            return _tell_no_order(till, given, pickup, output)
        desk = AtBalance(till, pickup, clerk)
        if arguments.give_back:
            return give_back(desk, output)
        asked = doubt_about(till, pickup.reason, pickup.order_no)
        approval = approval_of(till, arguments.approved_by, arguments.reason, doubt=asked)
        chosen: dict[str, Any] = {"lines": arguments.lines, "identity": arguments.identity, "approval": approval}
        paid = Taken()
        if arguments.pay or arguments.paid:
            why_not = pickups.why_not_hand_over(till, pickup, clerk=clerk, **chosen)  # before any money is taken
            if why_not:
                outcome = refused(why_not, pickup.order_no)
                return tell_outcome(till, hub, outcome, output, looked_at=pickup.order, with_order=True)
            paid = take(desk, arguments.pay or whole(desk, arguments.paid))
            if paid.not_paid is not None:
                return tell_not_paid(desk, paid.not_paid, output)
        outcome = pickups.hand_over(till, pickup, clerk=clerk, collected_by=arguments.collected_by, **chosen)
        more = {"change_minor": paid.change_minor} if arguments.pay or arguments.paid else {}
        return tell_outcome(till, hub, outcome, output, looked_at=pickup.order, with_order=True, more=more)


def _tell_no_order(till: Till, given: Input, pickup: Pickup | None, output: Output) -> int:
    """What was shown leads to no order: nothing can be handed over, and nothing is written down."""
    if pickup is not None and pickup.reason is not None:
        reason, sentence = pickup.reason.value, why(till, pickup.reason.value, None)
    else:
        reason, sentence = given.why_none or Refusal.NOT_A_PICKUP_CODE.value, _why_no_pickup(given)
    output.row({"word": "refused", "op_id": None, "order_no": None, "reason": reason}, f"refused: {sentence}")
    return NOT_DONE


def run_undo(arguments: argparse.Namespace, output: Output) -> int:
    if not arguments.reason.strip():
        raise CannotGoOn("Say why it is taken back: --reason TEXT")
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        outcome = pickups.undo(till, arguments.op_id, clerk=clerk, reason=arguments.reason)
        return tell_outcome(till, hub, outcome, output)


def _looked_up(till: Till, hub: HubClient, given: Input, *, clerk: str) -> Pickup | None:
    if not isinstance(given.scanned, _SHOWABLE):
        return None
    pickup = pickups.look_up(till, given.scanned)
    return pickups.ask_hub(till, hub, pickup, clerk=clerk)


def _only_pickup(inputs: list[Input]) -> Input:
    """The one pickup code among what was given: a picture may show a member card beside it."""
    showing = [it for it in inputs if isinstance(it.scanned, _SHOWABLE)]
    if len(showing) > 1:
        raise CannotGoOn("The picture shows more than one pickup code. Take one of them.", reason="more_than_one_code")
    if inputs[0].why_none == UNREADABLE:
        raise CannotGoOn(f"{inputs[0].given}: {inputs[0].trouble}.", reason=UNREADABLE)
    return showing[0] if showing else inputs[0]


def _scan_row(till: Till, given: Input, pickup: Pickup | None) -> dict[str, Any]:
    if pickup is not None:
        reason = pickup.reason.value if pickup.reason else None
    elif isinstance(given.scanned, Unknown):
        reason = given.why_none or given.scanned.reason.value
    else:
        reason = Refusal.NOT_A_PICKUP_CODE.value
    return {
        "input": given.given,
        "kind": kind_of(given.scanned).value,
        "verdict": (pickup.verdict if pickup else Verdict.UNKNOWN).value,
        "reason": reason,
        "order_no": pickup.order_no if pickup else None,
        "pickup_id": _pickup_id(pickup),
        "checked": (pickup.checked if pickup else Checked.CACHE).value,
        "as_of": time_text(pickup.as_of if pickup else till.time.now()),
    }


def _pickup_id(pickup: Pickup | None) -> str | None:
    if pickup is None:
        return None
    if pickup.code is not None:
        return pickup.code.pickup_id
    return (pickup.order.pickup_id or None) if pickup.order else None


def _scan_text(till: Till, given: Input, pickup: Pickup | None) -> str:
    if pickup is None:
        return f"unknown: {_why_no_pickup(given)}"
    parts = [pickup.verdict.value.replace("_", " ")]
    if pickup.order_no:
        parts.append(f"order {format_order_no(pickup.order_no)}")
    if pickup.order:
        parts += [pieces(pickup.order.remaining), f"shelf {pickup.order.shelf}" if pickup.order.shelf else ""]
    parts.append("checked just now" if pickup.checked is Checked.HUB else f"as of {moment(pickup.as_of)}")
    found = " · ".join(filter(None, parts))
    return f"{found}: {why(till, pickup.reason.value, pickup.order)}" if pickup.reason else found


def _why_no_pickup(given: Input) -> str:
    """Why what was given leads to no order: the picture shows nothing, or something else."""
    if given.trouble:
        return f"{given.trouble[:1].upper()}{given.trouble[1:]}."
    if given.why_none:
        return "There is no code in this picture."
    if isinstance(given.scanned, Unknown):
        return UNKNOWNS[given.scanned.reason]
    return f"It is {KINDS[kind_of(given.scanned)]}, and no pickup code."
