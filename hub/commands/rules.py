"""`clerk-hub rules`: what head office decides for the whole chain; tills and channels go by it within seconds."""

import argparse
import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import time
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from clerk_app.domain.acts import Identity
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.pricing import PointsRule, points_rule_of
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.tenders import EXACT, cash_rounding_of
from clerk_app.wire import GLOBAL
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.rules import Rules, load_rules, store_rules
from hub.settings import Settings

TEXT_MAX: Final = 80
LIST_MAX: Final = 200
_YEAR_DAYS: Final = 366
_YEAR_S: Final = _YEAR_DAYS * 24 * 3600


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may be said of a rule. `wanted` completes "… is needed"."""

    wanted: str
    fits: Callable[[Any], bool]
    is_text: bool = False  # taken as it is typed; else it is JSON


def _text(wanted: str, fits: Callable[[str], bool]) -> _Kind:
    return _Kind(wanted, fits, is_text=True)


def _number(most: int) -> _Kind:
    return _Kind(f"a number from 0 to {most}", lambda it: type(it) is int and 0 <= it <= most)


def _is_text(it: Any) -> bool:
    return isinstance(it, str) and 0 < len(it) <= TEXT_MAX and it.isprintable()


def _is_list(it: Any, of: Callable[[Any], bool]) -> bool:
    if not isinstance(it, list):
        return False
    rows = cast("list[Any]", it)
    return len(rows) <= LIST_MAX and all(of(row) for row in rows) and len({str(row) for row in rows}) == len(rows)


def _is_object_of(it: Any, names: Iterable[str]) -> bool:
    return isinstance(it, dict) and set(cast("dict[str, Any]", it)) <= set(names)


def _is_time(it: str) -> bool:
    try:
        return time.fromisoformat(it).tzinfo is None and len(it) == 5
    except ValueError:
        return False


def _is_zone(it: str) -> bool:
    try:
        return bool(ZoneInfo(it))
    except (ValueError, OSError, KeyError):  # one that is nowhere is a KeyError's child
        return False


def _rounds(it: Any) -> bool:
    if not isinstance(it, dict):
        return False
    currencies = cast("dict[str, Any]", it)
    return all(cash_rounding_of({"cash_rounding": currencies}, name) != EXACT for name in currencies)


_TEXT: Final = _text(f"a text of 1 to {TEXT_MAX} characters", _is_text)
_TEXTS: Final = _Kind('a list of texts, such as ["A1","A2"]', lambda it: _is_list(it, _is_text))
_PERMILLE: Final = _number(1000)
_MINOR: Final = _number(AMOUNT_MAX_MINOR)
_SECONDS: Final = _number(_YEAR_S)
_KINDS: Final = {
    "chain_name_zh": _TEXT,
    "chain_name_en": _TEXT,
    "currency": _text("a currency such as CNY", lambda it: len(it) == 3 and it.isascii() and it.isupper()),
    "time_zone": _text("a time zone such as Asia/Shanghai", _is_zone),
    "phone_country": _text("a calling code such as 86", lambda it: it.isascii() and it.isdigit() and len(it) <= 3),
    "prepare_s": _SECONDS,
    "collect_days": _number(_YEAR_DAYS),
    "collect_until": _text("a time of the day such as 21:00", _is_time),
    "identity_methods": _Kind(
        f"a list of {', '.join(it.value for it in Identity)}",
        lambda it: _is_list(it, lambda row: row in {each.value for each in Identity}),
    ),
    "identity_from_minor": _MINOR,
    "undo_s": _SECONDS,
    "offline_s": _SECONDS,
    "offline_max_minor": _MINOR,
    "idle_lock_s": _SECONDS,
    "shelves": _TEXTS,
    "carriers": _TEXTS,
    "cash_rounding": _Kind('such as {"CNY":{"step_minor":10,"mode":"down"}}', _rounds),
    "own_discount_permille": _PERMILLE,
    "commission_permille": _PERMILLE,
    "hand_over_permille": _PERMILLE,
    "deposit_permille": _PERMILLE,
    "on_delivery_max_minor": _MINOR,
    "returns": _Kind(
        f"an object of {', '.join(ReturnRules.__dataclass_fields__)}",
        lambda it: _is_object_of(it, ReturnRules.__dataclass_fields__),
    ),
    "points": _Kind(
        f"an object of {', '.join(PointsRule.__dataclass_fields__)}",
        lambda it: it == {} or (_is_object_of(it, PointsRule.__dataclass_fields__) and points_rule_of(it) is not None),
    ),
}


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "rules", about=about)
    add_command(group, "show", about="print the rules in force", run=show)
    parser = add_command(group, "set", about="change rules: all of these, or none", run=change)
    parser.add_argument(
        "rules",
        metavar="NAME=VALUE",
        nargs="+",
        help="such as collect_days=14 or 'carriers=[\"顺丰\"]'; a text, or JSON",
    )


def show(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        _print(load_rules(reader))
    return 0


def change(settings: Settings, arguments: argparse.Namespace) -> int:
    changes = dict(_said(it) for it in arguments.rules)

    def changed(tx: Transaction) -> Rules:
        after = replace(load_rules(tx.connection), **changes)
        store_rules(tx, after)
        return after

    with closing(open_hub(settings)) as hub:
        _print(hub.database.transact(changed, GLOBAL))
    return 0


def _print(rules: Rules) -> None:
    print(json.dumps(asdict(rules), ensure_ascii=False))


def _said(text: str) -> tuple[str, Any]:
    """The rule that is named and its value. Raises CommandRefused."""
    name, equals, given = text.partition("=")
    if not equals or name not in _KINDS:
        raise CommandRefused(f"There is no rule {name}; there are: {', '.join(_KINDS)}. Nothing was changed.")
    kind = _KINDS[name]
    try:
        value: Any = given if kind.is_text else json.loads(given)
    except ValueError:
        value = None
    if value is None or not kind.fits(value):
        raise CommandRefused(f"{name}: {kind.wanted} is needed. Nothing was changed.")
    return name, tuple(cast("list[Any]", value)) if isinstance(value, list) else value
