"""What the pickup screen shows: one frozen value, in parts."""

from dataclasses import dataclass
from enum import StrEnum

from ui.basket.pay_screen import TakenRow
from ui.widgets.check_list import CheckRow
from ui.widgets.facts_table import Fact
from ui.widgets.rows import Action
from ui.widgets.segmented import Choice
from ui.widgets.timeline import Step
from ui.widgets.verdict_band import Verdict as Band


class Stage(StrEnum):
    EMPTY = "empty"
    CHECK = "check"  # articles, person, money
    REFUSED = "refused"  # or to be asked about: history and ways out
    AFTER = "after"  # handed over, or taken back


@dataclass(frozen=True, slots=True)
class Articles:
    """The check list with what stands above and below it."""

    rows: tuple[CheckRow, ...] = ()
    current_id: str = ""
    badge: str = ""
    badge_tone: str = ""
    trouble: str = ""  # a wrong article was scanned
    paid: str = ""
    due: str = ""
    due_open: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    name: str = ""
    is_named: bool = False
    tier: str = ""
    contact: str = ""
    who: tuple[Choice, ...] = ()
    chosen_who: str = ""
    collected_by: str = ""
    methods: tuple[Choice, ...] = ()
    method: str = ""
    checked: str = ""  # how the person was made sure of, empty while not
    rule: str = ""
    rule_open: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """The balance: what is left of it, by what something was paid here, and the button that leads to more."""

    due: str
    is_open: bool
    rows: tuple[TakenRow, ...] = ()
    act: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RefusalPart:
    """What stands below the band of a look that does not end in a hand-over."""

    steps: tuple[Step, ...] = ()
    checked: str = ""
    actions: tuple[Action, ...] = ()
    other_text: str = ""  # another order of the same member; empty where there is none
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class PickupScreen:
    """Everything the view needs to draw itself; equal screens look equal."""

    stage: Stage = Stage.EMPTY
    verdict_no: int = 0  # a new verdict disarms the verb for a moment
    band: Band | None = None
    articles: Articles = Articles()
    person: Person = Person()
    shelves: tuple[str, ...] = ()
    shelves_wanted: frozenset[str] = frozenset()
    shelf_hint: str = ""
    money: Money | None = None  # None: nothing is due, and nothing was paid here
    facts: tuple[Fact, ...] = ()
    rest: tuple[Choice, ...] = ()
    chosen_rest: str = ""
    rest_words: str = ""
    verb: str = ""
    verb_icon: str = "bag"
    can_act: bool = False
    missing: str = ""
    can_part: bool = False
    part_word: str = ""
    can_drop: bool = False  # pieces that the customer does not want
    undo_left_s: float = 0
    can_ask: bool = False
    refusal: RefusalPart = RefusalPart()
