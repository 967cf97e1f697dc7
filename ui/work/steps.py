"""What became of a step of the queue: refused at once, or saved and, once the hub has answered, done."""

from dataclasses import dataclass

from clerk_app.desk import outbox
from clerk_app.desk.outcome import Outcome
from clerk_app.till import Till
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.sentences import Context, why_not
from ui.theme import State
from ui.work import board
from ui.work.screen import Notice


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was written down, with what there is to say of it."""

    op_id: str
    headline: str
    why: str = ""


def word_of(till: Till, step: Step) -> Notice | None:
    """How the step fares now; None when the ledger does not hold it any more."""
    entry = outbox.entry(till, step.op_id)
    if entry is None:
        return None
    state, word = words.WORDS[entry.word]
    why = say(Text.SEPARATOR).join(part for part in (say(word), step.why) if part)
    return Notice(state, step.headline, why)


def not_done(till: Till, outcome: Outcome) -> Notice:
    """A step that the rules or the disk forbid: nothing was written down."""
    number = board.short_no(outcome.order_no) if outcome.order_no else ""
    return Notice(State.REFUSED, say(Text.WORK_NOT_DONE, number=number), why_not(outcome, Context(till.time.now())))
