"""How an act that was typed ends: it is sent if the hub can be reached, and its word is told with its reason."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from clerk_app.cli.ends import NOT_DONE, OK, TROUBLES, sentence_of
from clerk_app.cli.output import Output
from clerk_app.cli.words import why
from clerk_app.desk import outbox, work
from clerk_app.desk.outcome import Outcome
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.sync import sync_once
from clerk_app.till import Till

PUSH_S: Final = 5.0


def send(till: Till, hub: HubClient, output: Output) -> None:
    """Try to send what was saved, for a few seconds; unsent it stays saved, and is as good."""
    hub.limit_s(PUSH_S)
    try:
        sync_once(till, hub)
    except HubUnreachable:
        output.tell("The hub cannot be reached now; it is saved, and will be sent.")
    except tuple(TROUBLES) as error:
        output.tell(sentence_of(error))


def tell_outcome(
    till: Till,
    hub: HubClient,
    outcome: Outcome,
    output: Output,
    *,
    looked_at: PickupOrder | None = None,
    with_order: bool = False,
    shelf: str = "",
    more: Mapping[str, int] = MappingProxyType({}),
) -> int:
    """Try to send what was saved, for a few seconds, and print the word that it came to. Unknown stays saved. `more`
    is said beside it.
    """
    word, reason = outcome.word, outcome.reason.value if outcome.reason else None
    if outcome.word is Word.SAVED:
        send(till, hub, output)
        entry = outbox.entry(till, outcome.op_id)
        word = entry.word if entry else word
        reason = (entry.answer.reason or None) if entry and entry.answer else None
    fields: dict[str, Any] = {"word": word.value}
    if with_order:
        fields |= {"op_id": outcome.op_id or None, "order_no": outcome.order_no, "reason": reason}
    else:
        fields |= {"op_id": outcome.op_id or None, "reason": reason}
    text = _outcome_text(till, outcome, word, reason, looked_at)
    if shelf and word is not Word.REFUSED:
        fields["shelf"] = shelf
        text += f" · shelf {shelf}"
    output.row({**fields, **more}, text)
    return OK if word in {Word.DONE, Word.SAVED} else NOT_DONE


def _outcome_text(till: Till, outcome: Outcome, word: Word, reason: str | None, looked_at: PickupOrder | None) -> str:
    number = f" {format_order_no(outcome.order_no)}" if outcome.order_no else ""
    op_id = f" · {outcome.op_id}" if outcome.op_id else ""
    if reason is None:
        return f"{word.value}{number}{op_id}"
    order = looked_at or (work.order(till, outcome.order_no) if outcome.order_no else None)
    return f"{word.value}{number}{op_id}: {why(till, reason, order)}"
