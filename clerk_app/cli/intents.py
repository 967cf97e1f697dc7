"""`intent`: what could not be ordered while the hub was silent: whom to call back. None of them is an order."""

import argparse
from collections.abc import Callable
from typing import Any, Final

from clerk_app.cli.basket import tell_basket
from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.people import signed_in
from clerk_app.cli.places import must_be_collected_at
from clerk_app.cli.session import opened
from clerk_app.cli.words import age
from clerk_app.desk import intents
from clerk_app.domain.aisle.intents import Intent, IntentLine, IntentRefusal
from clerk_app.domain.orders import BranchNo, Method
from clerk_app.till import Till
from clerk_app.wire import time_text

SENTENCES: Final = {
    IntentRefusal.NOTHING_WANTED: "Say what is wanted: SKU or SKU:QUANTITY.",
    IntentRefusal.NOBODY_TO_CALL: "Say whom to call: --phone NUMBER",
    IntentRefusal.UNREADABLE_TEXT: "A text is too long.",
    IntentRefusal.UNKNOWN_INTENT: "Nothing of this id is noted here. `clerk intent list` shows what is.",
    IntentRefusal.OVER: "It was taken up or given up before.",
    IntentRefusal.REASON_NEEDED: "Say why, in a few words: --reason TEXT",
}


def run_intent(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        return _ACTS[arguments.act](till, arguments, output)


def _add(till: Till, arguments: argparse.Namespace, output: Output) -> int:
    way = Method.PICKUP if arguments.collect_at else Method.SHIP
    branch = BranchNo(arguments.collect_at) if arguments.collect_at else None
    if branch is not None:
        must_be_collected_at(till, branch)
    lines = tuple(IntentLine(sku, quantity, method=way, branch=branch) for sku, quantity in arguments.wanted)
    who = {"name": arguments.name, "phone": arguments.phone, "words": arguments.note}
    done = intents.note(till, lines, clerk=signed_in(till, arguments.clerk), **who)
    return _told(till, done, output) if isinstance(done, Intent | IntentRefusal) else tell_basket(till, done, output)


def _list(till: Till, _arguments: argparse.Namespace, output: Output) -> int:
    found = intents.waiting(till)
    for it in found:
        output.row(_row(till, it), _text(till, it))
    if not found:
        output.for_people("Nobody waits for a call.")
    return OK


def _slip(till: Till, arguments: argparse.Namespace, output: Output) -> int:
    found = next((it for it in intents.everything(till) if it.intent == arguments.intent), None)
    if found is None:
        return _told(till, IntentRefusal.UNKNOWN_INTENT, output)
    text = intents.slip(till, found)
    output.row({"intent": found.intent, "text": text}, text.rstrip())
    return OK


def _take_up(till: Till, arguments: argparse.Namespace, output: Output) -> int:
    done = intents.take_up(till, arguments.intent)
    return _told(till, done, output) if isinstance(done, IntentRefusal) else tell_basket(till, done, output)


def _give_up(till: Till, arguments: argparse.Namespace, output: Output) -> int:
    return _told(till, intents.give_up(till, arguments.intent, reason=arguments.reason), output)


_ACTS: Final[dict[str, Callable[[Till, argparse.Namespace, Output], int]]] = {
    "add": _add,
    "list": _list,
    "slip": _slip,
    "take-up": _take_up,
    "give-up": _give_up,
}


def _told(till: Till, done: Intent | IntentRefusal, output: Output) -> int:
    if isinstance(done, IntentRefusal):
        output.row({"word": "refused", "reason": done.value}, f"refused: {SENTENCES[done]}")
        return NOT_DONE
    output.row(_row(till, done), _text(till, done))
    return OK


def _row(till: Till, it: Intent) -> dict[str, Any]:
    return {
        "intent": it.intent,
        "state": it.state.value,
        "made_at": time_text(it.made_at),
        "age_s": _age_s(till, it),
        "name": it.name,
        "phone": it.phone,
        "note": it.note,
        "lines": [
            {"sku": line.sku, "quantity": line.quantity, "method": line.method.value, "branch": line.branch}
            for line in it.lines
        ],
        "reason": it.reason,
    }


def _text(till: Till, it: Intent) -> str:
    wanted = ", ".join(f"{line.quantity} × {line.name or line.sku}" for line in it.lines)
    return f"{it.intent} · {it.state.value} · {age(_age_s(till, it))} · {it.name} {it.phone} · {wanted}"


def _age_s(till: Till, it: Intent) -> int:
    return max(0, int((till.time.now() - it.made_at).total_seconds()))
