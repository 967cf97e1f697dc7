"""What became of a step of the queue: refused at once, or saved and, once the hub has answered, done."""

from dataclasses import dataclass

from clerk_app.desk import outbox
from clerk_app.desk.outcome import Outcome
from clerk_app.till import Till
from ui.messages import Text, say
from ui.pickup import words
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


def not_done(outcome: Outcome) -> Notice:
    """A step that the rules forbid: nothing was written down."""
    assert outcome.reason is not None, "a refused step says why"
    number = board.short_no(outcome.order_no) if outcome.order_no else ""
    return Notice(State.REFUSED, say(Text.WORK_NOT_DONE, number=number), say(words.REFUSALS[outcome.reason].why))
