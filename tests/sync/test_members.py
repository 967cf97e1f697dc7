"""A member at two ends of a line: told to the branch that knows them, found there, forgotten, and told again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from clerk_app.desk import members
from clerk_app.desk.members import FoundBy
from clerk_app.domain.members import Contact
from clerk_app.forgetting import Reach, forget
from clerk_app.hub_client import HubClient
from clerk_app.members_sync import refill
from clerk_app.wire import FeedPage
from hub import coupons, feed, points, purchases
from hub import members as office
from hub.members import KnownMember
from hub.purchases import Bought
from tests.sync.counter import Counter, Street
from tests.sync.test_long_away import months_pass

PHONE = "+8613800002046"
WANG = KnownMember(
    "MB0000000018",
    "王小琳",
    PHONE,
    tier="金芽",
    home_branch=1,
    joined_at=datetime(2025, 3, 1, tzinfo=UTC),
    consent="2026-11",
    agreed_at=datetime(2025, 3, 1, tzinfo=UTC),
    contact=frozenset({Contact.SMS}),
)
WEI = KnownMember("MB0000000026", "魏晓岚", "+8613900012046")


def enrol(street: Street, *known: KnownMember, branches: Sequence[int] = (1,)) -> None:
    """Members who were at these branches just now, and whom their tills were told of."""
    now = datetime.now(UTC)
    with street.shop.database.write(*(f"branch:{branch}" for branch in sorted(branches))) as tx:
        office.add(tx, known)
        for it in known:
            for branch in branches:
                office.seen(tx, it.member, branch, now)
                office.tell(tx, it.member, branch, now=now)


@pytest.mark.parametrize(
    ("text", "by", "found"),
    [
        ("MB0000000018", FoundBy.CARD, ["MB0000000018"]),
        ("mb 000000001 8", FoundBy.CARD, ["MB0000000018"]),
        ("2046", FoundBy.TAIL, ["MB0000000018", "MB0000000026"]),
        ("138 0000 2046", FoundBy.PHONE, ["MB0000000018"]),
        ("+86 139-0001-2046", FoundBy.PHONE, ["MB0000000026"]),
        ("wx", FoundBy.INITIALS, ["MB0000000018", "MB0000000026"]),
        ("WXl", FoundBy.INITIALS, ["MB0000000018", "MB0000000026"]),
        ("13800002047", FoundBy.PHONE, []),
        ("2047", FoundBy.TAIL, []),
        ("wy", FoundBy.INITIALS, []),
        ("w", FoundBy.NOTHING, []),
        ("王小琳", FoundBy.NOTHING, []),
        ("", FoundBy.NOTHING, []),
    ],
)
def test_a_member_is_found_by_all_that_a_customer_may_say(
    street: Street, till: Counter, text: str, by: FoundBy, found: list[str]
) -> None:
    enrol(street, WANG, WEI)
    till.sync()

    told = members.find(till.till, text)

    assert (told.by, [hit.member for hit in told.hits]) == (by, found)


def test_what_is_shown_is_masked_and_the_same_offline(street: Street, till: Counter) -> None:
    enrol(street, WANG)
    till.sync()
    till.cut()

    found = members.find(till.till, "2046")
    (hit,) = found.hits
    opened = members.open_member(till.till, hit.member)

    assert opened is not None
    assert (hit.name_masked, hit.phone_tail, hit.tier) == ("王*琳", "2046", "金芽")
    assert opened.member.contact == {Contact.SMS}
    assert opened.as_of == found.as_of <= datetime.now(UTC)


def test_points_coupons_and_purchases_reach_every_branch_that_knows_the_member(street: Street) -> None:
    here, there = street.till(), street.till(branch=2)
    enrol(street, WANG, branches=(1, 2))
    at = datetime.now(UTC)
    offer = {"offer": "O-1", "name_zh": "满减", "name_en": "Off", "terms": {"amount_off": {"off_minor": 100}}}

    with street.shop.database.write("branch:1", "global") as tx:
        from hub import feed

        feed.put(tx, "global", "offer", "O-1", offer)
        points.move(tx, WANG.member, 3_260, entry="a:earned", why="sale", at=at)
        coupons.issue(tx, [coupons.IssuedCoupon("CP1", "O-1", WANG.member, valid_until=at + timedelta(days=2))])
        lines = (("A", 2), ("B", 1))
        bought = Bought(WANG.member, "sale:b1", 1, "counter", at, "CNY", 43_100, lines, receipt_no="1-1-1")
        purchases.note(tx, [bought])
    office.tell_others(street.shop.database, at)
    here.sync()
    there.sync()

    for counter in (here, there):
        opened = members.open_member(counter.till, WANG.member)
        assert opened is not None
        assert opened.member.points == 3_260
        assert [coupon.code for coupon in opened.member.coupons] == ["CP1"]
        assert [(it.pieces, it.total_minor, it.receipt_no) for it in opened.member.purchases] == [(3, 43_100, "1-1-1")]
    assert office.tell_others(street.shop.database, at) == 0, "nothing is told twice"


def test_who_is_forgotten_at_the_end_of_the_day_is_there_again_once_the_hub_answers(
    street: Street, till: Counter
) -> None:
    enrol(street, WANG)
    till.sync()
    forget(till.till, Reach.CLOSED)
    gone = members.find(till.till, "2046").hits

    report = till.sync()
    refill(till.till, till.hub, report.hello)

    assert gone == ()
    assert [hit.member for hit in members.find(till.till, "2046").hits] == [WANG.member]
    assert refill(till.till, till.hub, report.hello) == 0


@dataclass(slots=True)
class _SmallPages:
    """The real hub, asked for one member at a time: a branch with thousands takes as many pages."""

    real: HubClient
    pages: int = 0

    def members_of_branch(self, scope: str, *, epoch: int, after: int) -> FeedPage:
        self.pages += 1
        return self.real.members_of_branch(scope, epoch=epoch, after=after, limit=1)


def test_all_of_them_are_there_again_also_where_the_feed_does_not_reach_back_to_the_first(
    street: Street, till: Counter
) -> None:
    enrol(street, WANG, WEI)
    with street.shop.database.write("branch:1") as tx:
        feed.put(tx, "branch:1", "hold", "1", {})
        feed.delete(tx, "branch:1", "hold", "1")
    months_pass(street)
    till.sync()
    forget(till.till, Reach.CLOSED)
    report, hub = till.sync(), _SmallPages(till.hub)

    refill(till.till, hub, report.hello)

    assert report.hello.min_seqs["branch:1"] > 2, "what is told of the first two lies further back"
    assert [hit.member for hit in members.find(till.till, "2046").hits] == [WANG.member, WEI.member]
    pages = hub.pages
    assert (refill(till.till, hub, report.hello), hub.pages) == (0, pages), "it is done, and not asked for again"


def test_who_was_not_there_for_ninety_days_leaves_the_branch(street: Street, till: Counter) -> None:
    enrol(street, WANG)
    till.sync()

    left = office.forget_unseen(street.shop.database, datetime.now(UTC) + timedelta(days=91))
    till.sync()

    assert left == 1
    assert members.find(till.till, "2046").hits == ()


def test_all_who_were_not_there_leave_and_nobody_who_comes_meanwhile(
    street: Street, till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "AT_ONCE_MAX", 2)
    left = [replace(WEI, member=f"MB900000000{n}", phone=f"+861390001301{n}") for n in range(5)]
    enrol(street, WANG, *left)
    later = datetime.now(UTC) + timedelta(days=91)
    came = list[int]()

    def come(_news: Mapping[str, int]) -> None:
        """As soon as the first is forgotten, the member of the last buys something."""
        if not came:
            came.append(1)
            with street.shop.database.write("branch:1") as tx:
                office.seen(tx, left[-1].member, 1, later)

    street.shop.database.listen(come)

    forgotten = office.forget_unseen(street.shop.database, later)
    till.sync()

    assert forgotten == 5
    assert [hit.member for hit in members.find(till.till, "3014").hits] == [left[-1].member]
    assert members.find(till.till, "2046").hits == ()


def test_an_online_order_makes_a_member_known_where_it_is_collected(street: Street) -> None:
    there = street.till(branch=2)
    enrol(street, WANG, branches=(1,))
    there.sync()
    assert members.find(there.till, "2046").hits == ()

    with street.shop.database.write("branch:2") as tx:
        office.seen(tx, WANG.member, 2, datetime.now(UTC))
    office.tell_others(street.shop.database, datetime.now(UTC))
    there.sync()

    assert [hit.member for hit in members.find(there.till, "2046").hits] == [WANG.member]
