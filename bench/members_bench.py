"""Finding a member among 100,000 in a till's encrypted cache, beside the bare question of the same file."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from bench.rows import Row, time_pair
from bench.shop import open_shop
from clerk_app.desk import members
from clerk_app.domain.members import Member
from clerk_app.domain.printed_codes import member_card
from clerk_app.store import cache_feed
from clerk_app.store.database import driver
from clerk_app.till import Till, open_till
from clerk_app.wire import MEMBER, Change, FeedPage, member_json, phone_mark

MEMBERS = 100_000
PAGE = 5_000
TIMES = 400
LIMIT_MS = 1.0
_LETTERS = "abcdefghjklmnpqrstwxyz"
_BARE = "SELECT member, name_masked, phone_tail, tier, points FROM members WHERE phone_tail = ? LIMIT 21"


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shop = open_shop(place / "hub", place / "till", orders=0, branches=1)
        try:
            with closing(open_till(place / "till")) as till:
                _fill(till)
                yield from _look_ups(till)
        finally:
            shop.process.terminate()
            shop.process.wait(timeout=10)


def _fill(till: Till) -> None:
    chance = Random(1)
    for start in range(0, MEMBERS, PAGE):
        changes = tuple(_change(number, till, chance) for number in range(start, start + PAGE))
        page = FeedPage(1, till.scope, start, start + PAGE, more=True, changes=changes)
        with till.cache.write() as connection:
            cache_feed.take_members(connection, page, lookup_key=till.lookup_key)


def _change(number: int, till: Till, chance: Random) -> Change:
    phone = _phone(number)
    initials = "".join(chance.choices(_LETTERS, k=chance.choice((2, 3))))
    it = Member(member_card(number), "王*琳", phone[-4:], points=number, seen_at=till.time.now(), currency="CNY")
    body = member_json(it, phone_mark=phone_mark(phone), initials=initials, coupons=[])
    return Change(number + 1, MEMBER, it.member, number + 1, body)


def _phone(number: int) -> str:
    return f"+86138{number * 7919 % 10**8:08d}"


def _look_ups(till: Till) -> Iterator[Row]:
    chance = Random(2)

    def by_tail() -> object:
        return members.find(till, f"{chance.randrange(10_000):04d}")

    def bare() -> object:
        with till.cache.read() as connection:
            return driver(connection).execute(_BARE, (f"{chance.randrange(10_000):04d}",)).fetchall()

    ours, theirs = time_pair(by_tail, bare, times=TIMES)
    name = f"member by last four digits among {MEMBERS:,} cached, p95"
    yield Row(name=name, value=ours.p95_ms, unit="ms", limit=LIMIT_MS)
    yield Row(name=f"{name}: the bare question of the same file", value=theirs.p95_ms, unit="ms")
    others = {
        "whole phone": lambda: members.find(till, _phone(chance.randrange(MEMBERS))),
        "three initials": lambda: members.find(till, "".join(chance.choices(_LETTERS, k=3))),
        "card": lambda: members.find(till, member_card(chance.randrange(MEMBERS))),
    }
    for words, call in others.items():
        took, _ = time_pair(call, bare, times=TIMES)
        yield Row(name=f"member by {words} among {MEMBERS:,} cached, p95", value=took.p95_ms, unit="ms")


if __name__ == "__main__":
    for row in rows():
        print(row.name, row.value, row.unit, row.limit, "ok" if row.ok else "NOT OK", flush=True)
