"""From where an article is best had, with the reason and a promise: the same order at the till and in the hub.

A place that lacks the pieces, may not do this, or was given all the orders it can take in a day is no offer at all.
Of the others, one that is open and has hands free comes before one that is closed or busy; then the earlier promise;
then the nearer one, by whole kilometres; then the one that keeps more pieces.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from heapq import nsmallest
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from clerk_app.domain.aisle.places import Place, Spot, Week, distance_m, done_at, is_open, open_day_after, open_until
from clerk_app.domain.orders import Method
from clerk_app.domain.stock import Stock

BUSY_PERCENT: Final = 80
QUOTES_MAX: Final = 20
_LAST_HOUR: Final = timedelta(hours=1)
_TRANSIT_DAYS: Final = ((50_000, 1, 1), (300_000, 1, 2), (1_000_000, 2, 3))
"""Up to so many metres a parcel is on its way from … to … days."""
_TRANSIT_FAR: Final = (3, 5)
_TRANSIT_UNKNOWN: Final = (1, 5)
_UNKNOWN_M: Final = 10**9


class Why(StrEnum):
    """Why a place stands where it does: of the first what it is better in than the second, of the others what they
    are worse in than the one before. Each has its sentence in ui/messages.py.
    """

    ONLY_ONE = "only_one"
    BEST = "best"  # in nothing that is worth a word
    # the first is
    FREE_HANDS = "free_hands"  # another one is busy
    OPEN_NOW = "open_now"  # another one is closed
    SOONER = "sooner"
    NEAREST = "nearest"
    MORE_LEFT = "more_left"
    # the others are
    BUSY = "busy"
    CLOSED_NOW = "closed_now"
    LATER = "later"
    FARTHER = "farther"
    FEWER_LEFT = "fewer_left"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, where, and when. `near` is whence distances count: this branch, or the address."""

    quantity: int
    near: Spot | None
    now: datetime
    zone: ZoneInfo
    prepare: timedelta  # so long a branch needs to make an order ready
    not_from: frozenset[int] = frozenset()  # this branch itself, or those that could not
    methods: frozenset[Method] = frozenset(Method)
    only_at: int | None = None  # the customer wants to collect there


@dataclass(frozen=True, slots=True)
class Quote:
    """One place that can. Days are the chain's own; `distance_m` is None where nobody knows it."""

    rank: int
    branch: int
    method: Method
    promise_from: date
    promise_to: date
    available: int  # after what is reserved and kept back, before this order
    distance_m: int | None
    open_until: datetime | None  # None: closed now, or of unknown hours
    is_open: bool
    load_percent: int
    why: Why
    changed_at: datetime  # when the figure of its stock last changed


@dataclass(frozen=True, slots=True)
class _Times:
    """What the hours of a branch make of a wish: most branches of a chain share them, so they are worked out once."""

    is_open: bool
    open_until: datetime | None
    ready_on: date | None  # None: it is never open
    ready_by: date  # the same day, or the next one where it gets late


def quotes(places: Iterable[tuple[Place, Stock]], wish: Wish, *, limit: int = QUOTES_MAX) -> tuple[Quote, ...]:
    """The offers for a wish, the best first. Of a thousand places the best alone are made into offers."""
    times: dict[Week, _Times] = {}
    found: list[_Candidate] = []
    for place, stock in places:
        if stock.available < wish.quantity or place.no in wish.not_from or _is_full(place):
            continue
        if place.week not in times:
            times[place.week] = _times(place.week, wish)
        found.extend(_candidates(place, stock, wish, times[place.week]))
    best = nsmallest(max(limit, 2), found)
    return tuple(_quote(best, place, wish, times) for place in range(min(limit, len(best))))


def promise(place: Place, wish: Wish, method: Method) -> tuple[date, date]:
    """What may be promised of one place that was chosen; where it is never open, as if it always were."""
    times = _times(place.week, wish)
    if times.ready_on is None:
        times = _times((), wish)
    assert times.ready_on is not None, "of unknown hours it counts as open"
    return _days(place, wish, times.ready_on, times.ready_by, method)


def _days(place: Place, wish: Wish, ready_on: date, ready_by: date, method: Method) -> tuple[date, date]:
    if method is Method.PICKUP:
        return ready_on, ready_by
    fastest, slowest = _transit_days(_away_m(place, wish))
    return ready_on + timedelta(days=fastest), ready_on + timedelta(days=slowest)


def _is_full(place: Place) -> bool:
    return bool(place.orders_a_day) and place.orders_today >= place.orders_a_day


def _times(week: Week, wish: Wish) -> _Times:
    """Ready in the last hour of a day, an order may well be ready on the next one."""
    done = done_at(week, wish.now, wish.zone, takes=wish.prepare)
    now = is_open(week, wish.now, wish.zone), open_until(week, wish.now, wish.zone)
    if done is None:
        return _Times(*now, ready_on=None, ready_by=wish.now.date())
    day = done.astimezone(wish.zone).date()
    closes = open_until(week, done, wish.zone)
    is_late = bool(week) and (closes is None or closes - done < _LAST_HOUR)
    return _Times(*now, ready_on=day, ready_by=open_day_after(week, day) if is_late else day)


class _Candidate(NamedTuple):
    """What one place can do in one way, so that candidates sort as they are ranked."""

    hindrance: int  # 0: none; 1: closed now; 2: busy
    promise_to: int  # the day's ordinal
    km: int
    left: int  # less than nothing: so many pieces stay behind
    away_m: int
    branch: int
    method: Method
    place: Place
    stock: Stock


def _candidates(place: Place, stock: Stock, wish: Wish, times: _Times) -> Iterable[_Candidate]:
    """What one place can do: hand the goods out, send them, or both; nothing where nobody ever works.

    A parcel asks nobody to come, so closed doors do not matter to it.
    """
    if times.ready_on is None:
        return
    known_m = _away_m(place, wish)
    away_m = _UNKNOWN_M if known_m is None else known_m
    busy = 2 if place.load_percent >= BUSY_PERCENT else 0
    more = (away_m + 500) // 1000, wish.quantity - stock.available, away_m, place.no
    if Method.PICKUP in wish.methods and place.pickup and wish.only_at in {None, place.no}:
        hindrance = busy or int(not times.is_open)
        yield _Candidate(hindrance, times.ready_by.toordinal(), *more, Method.PICKUP, place, stock)
    if Method.SHIP in wish.methods and place.ships and wish.only_at is None:
        last = times.ready_on.toordinal() + _transit_days(known_m)[1]
        yield _Candidate(busy, last, *more, Method.SHIP, place, stock)


def _quote(best: Sequence[_Candidate], rank: int, wish: Wish, times: Mapping[Week, _Times]) -> Quote:
    it = best[rank]
    place, its = it.place, times[it.place.week]
    assert its.ready_on is not None, "else it were no candidate"
    first, last = _days(place, wish, its.ready_on, its.ready_by, it.method)
    return Quote(
        rank=rank + 1,
        branch=place.no,
        method=it.method,
        promise_from=first,
        promise_to=last,
        available=it.stock.available,
        distance_m=None if it.away_m == _UNKNOWN_M else it.away_m,
        open_until=its.open_until,
        is_open=its.is_open,
        load_percent=place.load_percent,
        why=_why(best, rank),
        changed_at=it.stock.changed_at,
    )


def _away_m(place: Place, wish: Wish) -> int | None:
    return distance_m(wish.near, place.spot) if wish.near and place.spot else None


def _transit_days(away_m: int | None) -> tuple[int, int]:
    if away_m is None:
        return _TRANSIT_UNKNOWN
    for most_m, fastest, slowest in _TRANSIT_DAYS:
        if away_m <= most_m:
            return fastest, slowest
    return _TRANSIT_FAR


_BETTER: Final = {
    Why.BUSY: Why.FREE_HANDS,
    Why.CLOSED_NOW: Why.OPEN_NOW,
    Why.LATER: Why.SOONER,
    Why.FARTHER: Why.NEAREST,
    Why.FEWER_LEFT: Why.MORE_LEFT,
}


def _why(best: Sequence[_Candidate], rank: int) -> Why:
    if len(best) == 1:
        return Why.ONLY_ONE
    if rank == 0:
        return _BETTER.get(_difference(best[0], best[1]), Why.BEST)
    return _difference(best[rank - 1], best[rank])


def _difference(better: _Candidate, worse: _Candidate) -> Why:
    """The first thing in which they differ, in the order in which they are ranked."""
    if better.hindrance != worse.hindrance:
        return Why.BUSY if worse.hindrance == 2 else Why.CLOSED_NOW
    if better.promise_to != worse.promise_to:
        return Why.LATER
    if better.km != worse.km:
        return Why.FARTHER
    if better.left != worse.left:
        return Why.FEWER_LEFT
    return Why.FARTHER if better.away_m != worse.away_m else Why.BEST
