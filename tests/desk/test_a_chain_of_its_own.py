"""A chain that is no demo: head office says by commands what it is, and its first till sells."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from clerk_app.desk import baskets, payments
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
    made.run("stock", "count", "TEA-1", "20", "--branch", "7")
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
    stock = json.loads(hub.run("stock", "show", "TEA-1"))
    assert (stock["branch"], stock["on_hand"]) == (7, 19)
    assert [json.loads(row)["name_en"] for row in hub.run("branch", "list").splitlines()] == [
        "Lakeside",
        "Main warehouse",
    ]
    shop.close()


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
