"""An article that this till's list lacks: being asked about, known to nobody, or nobody could say."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clerk_app.domain.gtin import Gtin, shown_gtin
from ui.formats import clock_time, moment
from ui.messages import Text, say
from ui.scan.screen import Found
from ui.theme import State


class Heard(StrEnum):
    """What the hub said of it."""

    ASKING = "asking"
    NOWHERE = "nowhere"
    OFFLINE = "offline"  # it was not asked
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Missing:
    gtin: Gtin
    heard: Heard
    asked_at: datetime
    list_of: datetime  # how old the list is that lacks it


def found_of(missing: Missing, *, now: datetime) -> Found:
    gtin, age = shown_gtin(missing.gtin), moment(missing.list_of, now=now)
    not_in_copy = say(Text.PRODUCT_ASKING, gtin=gtin)
    match missing.heard:
        case Heard.ASKING:
            return Found(State.UNKNOWN, "barcode", not_in_copy, say(Text.PRODUCT_ASKING_WHY))
        case Heard.NOWHERE:
            why = say(Text.PRODUCT_NOWHERE_WHY, time=clock_time(missing.asked_at))
            return Found(State.REFUSED, "barcode", say(Text.PRODUCT_NOWHERE, gtin=gtin), why)
        case Heard.OFFLINE:
            return Found(State.ATTENTION, "barcode", not_in_copy, say(Text.PRODUCT_OFFLINE_WHY, age=age))
        case Heard.SILENT:
            return Found(State.ATTENTION, "barcode", not_in_copy, say(Text.PRODUCT_SILENT_WHY, age=age))
