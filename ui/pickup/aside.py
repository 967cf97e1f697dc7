"""The pickups that were set aside: each is kept with its ticks until it is brought back."""

from dataclasses import replace

from clerk_app.desk.pickups import Pickup
from clerk_app.domain.orders import OrderNo
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


def chips(aside: Aside, *, with_money: tuple[str, ...] = ()) -> tuple[Parked, ...]:
    """`with_money` are the keys of those for which something was taken, whether they are set aside or not."""
    keys = dict.fromkeys((*(it.key for it in aside), *with_money))
    return tuple(Parked(key, _chip(key, has_money=key in with_money)) for key in keys)


def _chip(key: str, *, has_money: bool) -> str:
    text = Text.MONEY_KEPT if has_money else Text.PARKED_NAME
    return say(text, order=format_order_no(OrderNo(int(key))) if key else "")


def where_it_went(opened: Opened) -> str:
    """For the clerk from whose eyes it has just gone."""
    return say(Text.PARKED_WHERE, order=_number(opened))


def _number(opened: Opened) -> str:
    number = opened.pickup.order_no
    return format_order_no(number) if number is not None else ""
