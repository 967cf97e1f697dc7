"""The two questions of the page of members that need a reason: showing one in full, and looking one more up."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from clerk_app.domain.acts import TEXT_MAX
from ui.messages import Text, say
from ui.sheets.reason import ReasonQuestion
from ui.widgets.choice_grid import GridChoice

OTHER: Final = "other"
_REASONS: Final = (Text.MB_WHY_CHECK, Text.MB_WHY_CALL, Text.MB_WHY_ASKED)


class For(StrEnum):
    SHOWING = "showing"
    LOOKING = "looking"


@dataclass(frozen=True, slots=True)
class Asking:
    what: For
    chosen: str = ""
    typed: str = ""

    @property
    def reason(self) -> str:
        """In the words that head office keeps; empty while none is chosen."""
        if self.chosen == OTHER:
            return self.typed.strip()[:TEXT_MAX]
        return say(_REASONS[int(self.chosen)]) if self.chosen else ""


def question_of(asking: Asking, *, name: str) -> ReasonQuestion:
    showing = asking.what is For.SHOWING
    reasons = [GridChoice(str(place), say(text)) for place, text in enumerate(_REASONS)]
    return ReasonQuestion(
        title=say(Text.MB_SHOW_TITLE, name=name) if showing else say(Text.MB_LOOK_TITLE),
        text=say(Text.MB_SHOW_WHY if showing else Text.MB_LOOK_WHY),
        reasons=(*reasons, GridChoice(OTHER, say(Text.MB_WHY_OTHER))),
        chosen=asking.chosen,
        typed=asking.typed,
        needs_words=asking.chosen == OTHER,
        verb=say(Text.MB_SHOW_PHONE if showing else Text.MB_LOOK_VERB),
        can_confirm=bool(asking.reason),
    )
