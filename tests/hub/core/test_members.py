"""Members asked for over the line: by card or whole phone alone, masked, counted; in full only with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from clerk_app.wire import phone_mark, time_of
from hub import audit, members
from hub.limits import Limits, Pace, WrongTries
from hub.members import KnownMember
from tests.hub.core.shop import Counter, Shop, served

pytestmark = pytest.mark.both_engines

WANG = KnownMember("MB0000000018", "王小琳", "+8613800002046", tier="金芽")
BY_PHONE = f"/v1/members?clerk=1001&phone_mark={phone_mark(WANG.phone)}"
BY_CARD = f"/v1/members?clerk=1001&card={WANG.member}"
WHY = {"clerk": "1001", "reason": "asks about a parcel"}


@pytest.fixture
def wang(shop: Shop) -> KnownMember:
    with shop.database.write("global") as tx:
        members.add(tx, [WANG])
    return WANG


def audited(shop: Shop, event: str) -> list[dict[str, object]]:
    with shop.database.read() as reader:
        return [row["what"] for row in audit.rows(reader, limit=100) if row["event"] == event]


@pytest.mark.parametrize("path", [BY_PHONE, BY_CARD])
def test_a_member_whom_the_branch_does_not_know_is_told_masked(
    shop: Shop, till: Counter, wang: KnownMember, path: str
) -> None:
    answer = till.ask("GET", path)

    (told,) = answer.json["members"]
    assert (told["member"], told["name_masked"], told["phone_tail"]) == (wang.member, "王*琳", "2046")
    assert wang.name.encode() not in answer.raw
    assert wang.phone.encode() not in answer.raw
    assert till.entities("member") == {}, "who asks has not been visited"


@pytest.mark.parametrize("path", [BY_PHONE.replace("0", "1"), BY_CARD.replace("18", "26")])
def test_who_is_no_member_is_nobody(till: Counter, wang: KnownMember, path: str) -> None:
    answer = till.ask("GET", path.replace("clerk=1111", "clerk=1001"))

    assert (answer.status, answer.json.get("members")) == (200, [])


@pytest.mark.parametrize(
    "query", ["clerk=1001", "card=MB0000000018", f"{BY_PHONE[12:]}&card=MB0000000018", "clerk=1001&card=2046"]
)
def test_nobody_is_found_by_less_than_a_card_or_a_whole_phone(till: Counter, wang: KnownMember, query: str) -> None:
    assert till.ask("GET", f"/v1/members?{query}").status == 400


def test_after_many_looks_a_clerk_gives_a_reason_which_is_kept(shop: Shop, wang: KnownMember) -> None:
    limits = Limits(Pace(at_once=9, per_s=9), member_looks=WrongTries(most=2, window_s=3600))
    with served(Shop(shop.hub), limits) as busy:
        till = busy.till()
        first = [till.ask("GET", BY_CARD).status for _ in range(2)]
        refused = till.ask("GET", BY_CARD)
        with_reason = till.ask("GET", f"{BY_CARD}&reason=lost%20the%20card")

    assert first == [200, 200]
    assert (refused.status, refused.json["error"]) == (429, "reason_needed")
    assert with_reason.status == 200
    (row,) = audited(shop, "member.looked_up")
    assert (row["by"], row["member"], row["reason"]) == ("1001", wang.member, "lost the card")


def test_a_name_and_a_phone_are_told_in_full_for_half_a_minute_and_written_down(
    shop: Shop, till: Counter, wang: KnownMember
) -> None:
    before = datetime.now(UTC)

    answer = till.ask("POST", f"/v1/members/{wang.member}/reveal", WHY)

    assert (answer.status, answer.json["name"], answer.json["phone"]) == (200, wang.name, wang.phone)
    assert timedelta(seconds=25) < time_of(answer.json["until"]) - before < timedelta(seconds=35)
    (row,) = audited(shop, "member.revealed")
    assert row == {"till": till.till.till, "by": "1001", "member": wang.member, "reason": WHY["reason"]}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"clerk": "1001"}, 400),
        ({"clerk": "1001", "reason": " "}, 400),
        ({"clerk": "1001", "reason": "x" * 201}, 400),
        ({"clerk": "1001", "reason": ["x"]}, 400),
        ({"clerk": "9999", "reason": "x"}, 403),
        ({"reason": "x"}, 400),
    ],
)
def test_without_a_clerk_and_a_reason_nothing_is_told(
    shop: Shop, till: Counter, wang: KnownMember, said: dict[str, object], status: int
) -> None:
    answer = till.ask("POST", f"/v1/members/{wang.member}/reveal", said)

    assert answer.status == status
    assert wang.name.encode() not in answer.raw
    assert audited(shop, "member.revealed") == []


def test_a_clerk_does_not_look_through_all_members(shop: Shop, wang: KnownMember) -> None:
    limits = Limits(Pace(at_once=9, per_s=9), reveals=WrongTries(most=1, window_s=3600))
    with served(Shop(shop.hub), limits) as busy:
        till = busy.till()
        answers = [till.ask("POST", f"/v1/members/{wang.member}/reveal", WHY) for _ in range(2)]

    assert [it.status for it in answers] == [200, 429]
    assert answers[1].json["retry_after_s"] > 0


def test_nobody_reveals_who_is_no_member(till: Counter) -> None:
    answer = till.ask("POST", "/v1/members/MB0000000018/reveal", WHY)

    assert (answer.status, answer.json["error"]) == (404, "unknown_member")
