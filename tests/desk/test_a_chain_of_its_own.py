"""A chain that is no demo: head office says by commands what it is, and its first till sells."""

import json
import sqlite3
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import baskets, members, payments
from clerk_app.desk.attempts import Paid
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.roles import Clerk, Role
from hub.cli import main
from hub.opening import open_hub
from hub.settings import settings_of
from tests.ui.shop import Hub, Shop

ARTICLES = """sku,name_zh,name_en,price_minor,gtin,brand
TEA-1,龙井茶,Longjing tea,12800,6901234567892,西湖 Xihu
CUP-1,白瓷杯,White cup,3900,,
"""


MEMBERS = """phone,name,tier,points,home_branch,member
13800002046,王小琳,金芽,250,7,MB0000000018
+8613800002053,李雷,,,,
"""


@pytest.fixture
def hub(tmp_path: Path) -> Generator[Hub]:
    made = Hub(tmp_path / "hub")
    made.serve()
    made.run(
        "rules", "set", "chain_name_zh=西湖茶庄", "chain_name_en=Xihu Tea", "collect_days=14", 'shelves=["A1","A2"]'
    )
    made.run("branch", "add", "7", "湖滨店", "Lakeside", "--hours", "09:00-21:00", "--ships", "yes")
    made.run("branch", "add", "8", "中心仓", "Main warehouse", "--warehouse")
    articles = tmp_path / "articles.csv"
    articles.write_text(ARTICLES, "utf-8")
    made.run("product", "import", str(articles))
    counts = tmp_path / "counts.csv"
    counts.write_text("branch,sku,on_hand,safety\n7,TEA-1,20,2\n8,TEA-1,400,\n7,CUP-1,5,0\n", "utf-8")
    made.run("stock", "import", str(counts))
    people = tmp_path / "members.csv"
    people.write_text(MEMBERS, "utf-8")
    made.run("member", "import", str(people))
    try:
        yield made
    finally:
        made.stop()


def test_its_first_till_knows_the_chain_and_sells(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_PIN", "482915")
    named = "--name-zh", "林晓", "--name-en", "Lin Xiao"
    person = json.loads(hub.run("staff", "add", "--branch", "7", "--role", "cashier", *named))
    shop = Shop(hub, tmp_path / "till", branch=7)
    clerk = Clerk(person["badge"], "Lin Xiao", Role.CASHIER)

    baskets.add_gtin(shop.till, Gtin("06901234567892"), credited=clerk.badge)
    added = baskets.add(shop.till, "CUP-1", credited=clerk.badge)
    assert isinstance(added, OpenBasket)
    paid = payments.pay_cash(shop.till, added.due.cash_minor, clerk=clerk)
    shop.sync()

    assert isinstance(paid, Paid)
    assert paid.sold is not None
    assert paid.sold.sale.total_minor == 16_700
    stock = [json.loads(row) for row in hub.run("stock", "show", "TEA-1").splitlines()]
    assert [(it["branch"], it["on_hand"], it["available"]) for it in stock] == [(7, 19, 17), (8, 400, 400)]
    assert [json.loads(row)["name_en"] for row in hub.run("branch", "list").splitlines()] == [
        "Lakeside",
        "Main warehouse",
    ]
    until_s = time.monotonic() + 60  # the hub tells a branch of its members once a second
    while (found := members.open_member(shop.till, "MB0000000018")) is None and time.monotonic() < until_s:
        shop.sync()
    assert found is not None
    assert (found.member.points, found.member.tier, found.member.name_masked) == (250, "金芽", "王*琳")
    shop.close()


def typed(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*words, "--data", str(folder)])
    said = capsys.readouterr()
    return code, json.loads(said.out) if code == 0 else said.err.splitlines()


def test_the_same_members_again_are_nobody_new_and_keep_what_they_have(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["branch", "add", "7", "湖滨店", "Lakeside", "--data", str(folder)])
    people = tmp_path / "members.csv"
    people.write_text(MEMBERS, "utf-8")

    first = typed(folder, capsys, "member", "import", str(people))
    people.write_text(MEMBERS.replace("250", "9999"), "utf-8")
    again = typed(folder, capsys, "member", "import", str(people))

    assert first == (0, {"members": 2, "new": 2})
    assert again == (0, {"members": 2, "new": 0})
    with sqlite3.connect(folder / "hub.db") as hub:
        assert hub.execute("SELECT balance FROM points WHERE member = 'MB0000000018'").fetchall() == [(250,)]
    hub.close()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("12,王,,,,", "Line 2: 12 is no phone number"),
        (",王,,,,", "Line 2: Nothing is no phone number"),
        ("13800002046,,,,,", "Line 2: A member has a name of 1 to"),
        ("13800002046,王,,-5,,", "Line 2: Points are a number"),
        ("13800002046,王,,,99,", "Line 2: There is no branch 99."),
        ("13800002046,王,,,,MB0000000019", "Line 2: MB0000000019 is no member's card"),
        ("13800002046,王,,,,\n+8613800002046,李,,,,", "Line 3: +8613800002046 stands in line 2, too."),
        (
            "13800002046,王,,,,MB0000000018\n13800002053,李,,,,MB0000000018",
            "Line 3: MB0000000018 stands in line 2, too.",
        ),
    ],
)
def test_a_member_who_makes_no_sense_is_named_and_nobody_is_taken_in(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, said: str
) -> None:
    people = tmp_path / "members.csv"
    people.write_text(f"phone,name,tier,points,home_branch,member\n{line}\n13800002061,赵,,,,\n", "utf-8")

    code, err = typed(folder, capsys, "member", "import", str(people))

    assert (code, err[-1]) == (1, "Nothing was changed.")
    assert err[0].startswith(said)
    with sqlite3.connect(folder / "hub.db") as hub:
        assert hub.execute("SELECT count(*) FROM member").fetchone() == (0,)
    hub.close()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7,TEA-9,5,", "Line 2: The chain sells no TEA-9."),
        ("9,TEA-1,5,", "Line 2: There is no branch 9."),
        ("7,TEA-1,-5,", "Line 2: on_hand is a number"),
        ("7,TEA-1,many,", "Line 2: on_hand is a number"),
        ("7,TEA-1,5,some", "Line 2: safety is a number"),
        (",TEA-1,5,", "Line 2: branch is a number"),
        ("7,TEA-1,5,\n7,TEA-1,6,", "Line 3: TEA-1 stands in line 2, too."),
    ],
)
def test_a_count_that_makes_no_sense_is_named_and_none_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, said: str
) -> None:
    main(["branch", "add", "7", "湖滨店", "Lakeside", "--data", str(folder)])
    articles, counts = tmp_path / "articles.csv", tmp_path / "counts.csv"
    articles.write_text(ARTICLES, "utf-8")
    counts.write_text(f"branch,sku,on_hand,safety\n{line}\n7,CUP-1,5,\n", "utf-8")
    main(["product", "import", str(articles), "--data", str(folder)])

    code, err = typed(folder, capsys, "stock", "import", str(counts))

    assert (code, err[-1]) == (1, "Nothing was changed.")
    assert err[0].startswith(said)
    with sqlite3.connect(folder / "hub.db") as hub:
        assert hub.execute("SELECT count(*) FROM stock").fetchone() == (0,)
    hub.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of a hub that has just begun."""
    open_hub(settings_of(None, tmp_path)).close()
    return tmp_path


def refused(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--data", str(folder)]) == 1
    return capsys.readouterr().err.strip()


def rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["rules", "show", "--data", str(folder)]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "said",
    [
        "collect_days=-1",
        "collect_days=many",
        "collect_days=true",
        "collect_until=25:00",
        "currency=yuan",
        "time_zone=Asia/Nowhere",
        "shelves=A1",
        'shelves=["A1","A1"]',
        'identity_methods=["a smile"]',
        'points={"step":0}',
        'points={"steps":1}',
        'cash_rounding={"CNY":{"step_minor":10,"mode":"sideways"}}',
        "chain_name_zh=",
        "colour=red",
        "colour",
    ],
)
def test_a_rule_that_makes_no_sense_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    before = rules(folder, capsys)

    told = refused(folder, capsys, "rules", "set", "collect_days=9", said)

    assert told.endswith("Nothing was changed.")
    assert said.partition("=")[0] in told
    assert rules(folder, capsys) == before


def test_every_rule_can_be_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(
            [
                "rules",
                "set",
                'points={"step":100,"step_minor":50}',
                "time_zone=Asia/Taipei",
                "currency=TWD",
                'cash_rounding={"TWD":{"step_minor":100,"mode":"nearest"}}',
                'returns={"days":14}',
                "--data",
                str(folder),
            ]
        )
        == 0
    )

    now = rules(folder, capsys)
    assert (now["points"], now["time_zone"], now["currency"]) == ({"step": 100, "step_minor": 50}, "Asia/Taipei", "TWD")
    assert (now["returns"], now["collect_days"]) == ({"days": 14}, 7)


def test_a_branch_is_opened_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["branch", "add", "7", "湖滨店", "Lakeside", "--data", str(folder)]) == 0

    told = refused(folder, capsys, "branch", "add", "7", "别的店", "Another")

    assert told == "There is a branch 7; nothing was changed. `branch set` changes it."
