"""The pickups that were set aside: each is kept with its ticks until it is brought back."""

from dataclasses import replace

from clerk_app.desk.pickups import Pickup
from ui.formats import format_order_no
from ui.messages import Text, say
from ui.pickup.opened import Opened, renewed, without_approval
from ui.shell_screen import Parked

ASIDE_MAX = 5

Aside = tuple[Opened, ...]


def with_one_more(aside: Aside, opened: Opened) -> Aside:
    """The oldest goes where there are too many; its ticks are lost, its order is not. A manager's word was for now."""
    return (*aside, without_approval(replace(opened, checking=False)))[-ASIDE_MAX:]


def taken(aside: Aside, key: str) -> tuple[Opened | None, Aside]:
    """The one with this key, and those that stay."""
    found = next((it for it in aside if key and it.key == key), None)
    return found, tuple(it for it in aside if it is not found)


def told(aside: Aside, pickup: Pickup) -> Aside:
    """The same with what the hub has said of one of them meanwhile."""
    return tuple(renewed(it, pickup) if it.pickup.shown == pickup.shown else it for it in aside)


def chips(aside: Aside) -> tuple[Parked, ...]:
    return tuple(Parked(it.key, say(Text.PARKED_NAME, order=_number(it))) for it in aside)


def where_it_went(opened: Opened) -> str:
    """For the clerk from whose eyes it has just gone."""
    return say(Text.PARKED_WHERE, order=_number(opened))


def _number(opened: Opened) -> str:
    number = opened.pickup.order_no
    return format_order_no(number) if number is not None else ""
