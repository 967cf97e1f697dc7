"""`clerk member`: one object for each who may be meant, masked, with the age of what is told."""

from datetime import UTC, datetime

import pytest

from clerk_app.cli import main
from hub import members, points
from hub.members import KnownMember
from tests.cli.shop import Shop
from tests.proxy import Fault

WANG = KnownMember("MB0000000018", "王小琳", "+8613800002046", tier="金芽")
WEI = KnownMember("MB0000000026", "魏晓岚", "+8613900012046")


@pytest.fixture
def known(shop: Shop) -> Shop:
    now = datetime.now(UTC)
    with shop.street.shop.database.write("branch:1") as tx:
        members.add(tx, [WANG, WEI])
        points.move(tx, WANG.member, 3_260, entry="a", why="sale", at=now)
        for it in (WANG, WEI):
            members.seen(tx, it.member, 1, now)
            members.tell(tx, it.member, 1, now=now)
    assert shop.types("sync")[0] == 0
    return shop


def test_a_member_is_printed_masked_also_offline(known: Shop) -> None:
    known.counter.line.fault = Fault.DOWN

    code, (row,), _ = known.types("member", "138 0000 2046")

    as_of = row.pop("as_of")
    assert code == 0
    assert row == {
        "member": WANG.member,
        "display_name": "王*琳",
        "phone_masked": "****2046",
        "tier": "金芽",
        "points": 3_260,
    }
    assert datetime.fromisoformat(as_of) <= datetime.now(UTC)


@pytest.mark.parametrize("text", ["2046", "wx"])
def test_of_several_each_is_printed(known: Shop, text: str) -> None:
    code, rows, _ = known.types("member", text)

    assert code == 0
    assert [row["member"] for row in rows] == [WANG.member, WEI.member]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9999", "No member whom this branch knows"),
        ("?", "no member's card"),
        ("MB0000000019", "Its check digit does not fit"),
        ("吴丽", "Type the initials, as in wl for 吴丽"),
    ],
)
def test_nobody_is_said_and_ends_with_one(known: Shop, text: str, said: str) -> None:
    code, rows, _ = known.types("member", text)
    known.capsys.readouterr()
    main(["--profile", str(known.folder), "member", text])
    out, err = known.capsys.readouterr()

    assert (code, rows) == (1, [])
    assert said in out + err
