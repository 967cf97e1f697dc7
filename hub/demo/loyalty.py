"""What the demo's members did in the last year: households whose children grow, with a rhythm of their own.

It has a chance of its own, so that the demo's people and orders are those that they always were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from clerk_app.domain.members import WORDING, Contact
from clerk_app.domain.printed_codes import COUPON_VALUES, coupon
from clerk_app.wire import GLOBAL
from hub import coupons, members, points, purchases, suggestions
from hub.coupons import IssuedCoupon
from hub.database import Database, Transaction
from hub.orders import ms_of
from hub.points import Movement
from hub.purchases import Bought

TOLD_MAX: Final = 2_000
"""So many members have a past at most: a demo of a million is there to be counted, not to be looked at."""
_YEAR_DAYS: Final = 330
_MONTH_DAYS: Final = 30.44
_CHANNELS: Final = (("counter", "wechat", "webshop"), (6, 3, 1))
_FORMULAS: Final = (("MC", "800"), ("XH", "700"), ("YB", "800"))
_STAGES: Final = ((6, "1"), (12, "2"), (99, "3"))
_SIZES: Final = ((1, "NB"), (4, "S"), (9, "M"), (16, "L"), (24, "XL"), (99, "XXL"))
_WITH_NAPPIES: Final = ("WW-80", "WW-20", "GD-S", "GD-L")
_WITH_FOOD: Final = ("MF-P", "MF-V", "GN-A", "GN-P", "GN-B", "BG-M", "PF-S", "MT-E")


@dataclass(frozen=True, slots=True)
class Household:
    """How somebody shops."""

    member: str
    branch: int
    born: datetime
    every_days: int
    formula: tuple[str, str] | None
    nappies: str  # the family
    is_slow: bool  # buys a smaller size for longer than most
    taste: tuple[str, ...]


def enrolled(rows: Sequence[Mapping[str, Any]], *, branches: int, seed: int, now: datetime) -> list[dict[str, Any]]:
    """The members' rows with what they agreed to when they joined."""
    chance = Random(f"members {seed}")  # noqa: S311  a demo is no secret
    return [_enrolled(row, chance, branches=branches, now=now) for row in rows]


def live(
    database: Database, rows: Sequence[Mapping[str, Any]], prices: Mapping[str, int], *, seed: int, now: datetime
) -> None:
    """Let a year pass: purchases, points, and members known where they were. `prices` are of what is sold."""
    chance = Random(f"purchases {seed}")  # noqa: S311  a demo is no secret
    bought: list[Bought] = []
    for row in rows[:TOLD_MAX]:
        bought += _year_of(_household(row, chance, now=now), prices, chance, now=now)
    database.transact(lambda tx: _store(tx, bought), GLOBAL, rows=0)


def close_the_day(database: Database, rows: Sequence[Mapping[str, Any]], *, seed: int, now: datetime) -> None:
    """Give coupons, where there are offers to give any of; suggest, and tell every branch its members."""
    chance = Random(f"coupons {seed}")  # noqa: S311  a demo is no secret
    database.transact(lambda tx: _give_coupons(tx, [row["member"] for row in rows[:TOLD_MAX]], chance, now), GLOBAL)
    suggestions.recompute(database, now)
    while members.tell_others(database, now):
        pass


def _enrolled(row: Mapping[str, Any], chance: Random, *, branches: int, now: datetime) -> dict[str, Any]:
    joined = now - timedelta(days=chance.randint(20, 700), minutes=chance.randint(0, 600))
    age_days = chance.randint(20, 30 * 30)
    ways = [way.value for way in Contact if chance.random() < 0.6] or [Contact.SMS.value]
    return {
        **row,
        "home_branch": chance.randint(1, branches),
        "joined_ms": ms_of(joined),
        "consent": WORDING,
        "consent_ms": ms_of(joined),
        "contact": " ".join(sorted(ways)),
        "child_born": f"{now - timedelta(days=age_days):%Y-%m}" if chance.random() < 0.7 else "",
    }


def _household(row: Mapping[str, Any], chance: Random, *, now: datetime) -> Household:
    born = now - timedelta(days=chance.randint(20, 30 * 30))
    if row["child_born"]:
        born = datetime.fromisoformat(f"{row['child_born']}-15T12:00:00+00:00")
    return Household(
        member=row["member"],
        branch=row["home_branch"],
        born=born,
        every_days=chance.randint(18, 34),
        formula=chance.choice(_FORMULAS) if chance.random() < 0.75 else None,
        nappies=chance.choice(("DP", "DP", "PP")),
        is_slow=chance.random() < 0.15,
        taste=tuple(chance.sample(_WITH_FOOD, 3)),
    )


def _year_of(it: Household, prices: Mapping[str, int], chance: Random, *, now: datetime) -> list[Bought]:
    found: list[Bought] = []
    at = max(it.born - timedelta(days=10), now - timedelta(days=_YEAR_DAYS + chance.randint(0, 30)))
    while True:
        at += timedelta(days=it.every_days + chance.randint(-3, 3), minutes=chance.randint(-240, 240))
        if at >= now - timedelta(hours=6):
            return found
        lines = _basket(it, (at - it.born).days / _MONTH_DAYS, prices, chance)
        if lines:
            found.append(_bought(it, len(found), lines, prices, chance, at=at))


def _basket(it: Household, months: float, prices: Mapping[str, int], chance: Random) -> dict[str, int]:
    wanted: dict[str, int] = {}
    if it.formula is not None and chance.random() < 0.9:
        wanted[f"{it.formula[0]}-{_step(_STAGES, months)}-{it.formula[1]}"] = chance.randint(1, 2)
    if months < 30 and chance.random() < 0.85:
        worn = months - 3 if it.is_slow else months
        wanted[f"{it.nappies}-{_step(_SIZES, max(worn, 1.5 if it.nappies == 'DP' else 5))}"] = chance.randint(1, 3)
        wanted |= {sku: 1 for sku in _WITH_NAPPIES if chance.random() < 0.3}
    if months > 5:
        wanted |= {sku: chance.randint(1, 4) for sku in it.taste if chance.random() < 0.6}
    if chance.random() < 0.2:
        wanted[chance.choice(sorted(prices))] = 1
    return {sku: pieces for sku, pieces in wanted.items() if sku in prices}


def _step(steps: Sequence[tuple[int, str]], months: float) -> str:
    return next(name for until, name in steps if months < until)


def _bought(
    it: Household, number: int, lines: Mapping[str, int], prices: Mapping[str, int], chance: Random, *, at: datetime
) -> Bought:
    channel = chance.choices(_CHANNELS[0], _CHANNELS[1])[0]
    return Bought(
        member=it.member,
        purchase=f"demo:{number}",
        branch=it.branch,
        channel=channel,
        at=at,
        currency="CNY",
        total_minor=sum(prices[sku] * pieces for sku, pieces in lines.items()),
        lines=tuple(lines.items()),
    )


def _store(tx: Transaction, bought: Sequence[Bought]) -> None:
    purchases.note(tx, bought)
    points.load(tx, [_earned(it) for it in bought])
    last: dict[tuple[str, int], datetime] = {}
    for it in bought:
        last[it.member, it.branch] = max(it.at, last.get((it.member, it.branch), it.at))
    newest = max(last.values(), default=None)
    for (member, branch), at in last.items():
        if newest is not None and newest - at < members.SEEN_FOR:
            members.seen(tx, member, branch, at)


def _earned(it: Bought) -> Movement:
    """A point for each yuan."""
    return Movement(it.member, f"{it.purchase}:earned", it.total_minor // 100, "purchase", it.at)


def _give_coupons(tx: Transaction, known: Sequence[str], chance: Random, now: datetime) -> None:
    """Two in three members have one or two, of the offers that are for coupons."""
    offers = coupons.offers_for_coupons(tx.connection)
    given: list[IssuedCoupon] = []
    for member in known:
        for offer in chance.sample(offers, min(len(offers), chance.randint(0, 2))):
            until = now + timedelta(days=chance.choice((2, 9, 16, 40)))
            given.append(IssuedCoupon(_code(chance), offer, member, valid_until=until))
    coupons.issue(tx, given)


def _code(chance: Random) -> str:
    return coupon([chance.randrange(29) for _ in range(COUPON_VALUES)])
