"""The day's figures by a typed command: of all tills, or of this one, each with its source and age."""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clerk_app.cli.main import main
from clerk_app.desk.day import today
from tests.cli.shop import BOSS_PIN, Shop
from tests.cli.test_basket import BIB, MILK, counter

__all__ = ["counter"]


def sell(shop: Shop, sku: str, *, credited: str = "1001") -> str:
    shop.types("basket", "add", sku, "--credited", credited)
    _, (paid,), _ = shop.types("basket", "pay", "cash:100000", "--clerk", "1002")
    return paid["receipt_no"]


def as_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_PIN", BOSS_PIN)


def test_the_day_is_told_with_its_source_and_age(counter: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    sell(counter, MILK.sku)
    sell(counter, BIB.sku, credited="1009")

    as_manager(monkeypatch)

    code, (told,), _ = counter.types("today", "--clerk", "1009")

    assert (code, told["source"], told["date"]) == (0, "hub", today(counter.counter.till).isoformat())
    assert 0 <= told["age_s"] <= 5
    assert (told["sold_minor"], told["orders"], told["receipts"]) == (MILK.price_minor + BIB.price_minor, 2, 2)
    assert told["by_channel"] == [{"channel": "counter", "count": 2, "minor": told["sold_minor"]}]
    assert told["unsent"] == {"count": 0, "minor": 0}


def test_who_does_not_say_who_they_are_is_told_of_this_till_alone(counter: Shop) -> None:
    sell(counter, MILK.sku)

    _, (told,), _ = counter.types("today")

    assert (told["source"], told["sold_minor"]) == ("till", MILK.price_minor)
    assert "by_clerk" not in told or told["by_clerk"] == []


def test_a_manager_reads_who_sold_what_and_a_clerk_only_their_own(
    counter: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell(counter, MILK.sku)
    sell(counter, BIB.sku, credited="1009")

    own = counter.types("today", "--clerk", "1001")[1][0]
    as_manager(monkeypatch)
    whole = counter.types("today", "--clerk", "1009")[1][0]

    assert (own["own"], own["sold_minor"]) == (True, MILK.price_minor)
    assert (whole["own"], {it["clerk"]: it["minor"] for it in whole["by_clerk"]}) == (
        False,
        {"1001": MILK.price_minor, "1009": BIB.price_minor},
    )


def test_without_the_hub_it_is_what_this_till_did(counter: Shop) -> None:
    sell(counter, MILK.sku)
    counter.counter.cut()
    sell(counter, BIB.sku)

    code, (told,), _ = counter.types("today")

    assert (code, told["source"]) == (0, "till")
    assert (told["sold_minor"], told["receipts"]) == (MILK.price_minor + BIB.price_minor, 2)
    assert told["compared"] == []


def test_another_day_has_its_own_figures(counter: Shop) -> None:
    sell(counter, MILK.sku)
    yesterday = today(counter.counter.till) - timedelta(days=1)

    _, (told,), _ = counter.types("today", "--date", yesterday)

    assert (told["date"], told["sold_minor"], told["by_hour"]) == (yesterday.isoformat(), 0, [])


@pytest.mark.parametrize("wrong", ["yesterday", "2026-02-30", date.max.isoformat()])
def test_what_is_no_day_is_said_so(shop: Shop, wrong: str) -> None:
    with pytest.raises(SystemExit):
        shop.types("today", "--date", wrong)

    assert wrong in shop.capsys.readouterr().err


def test_times_are_the_shops_whatever_zone_the_computer_is_in(
    counter: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()

    assert main(["--profile", str(counter.counter.till.folder), "today"]) == 0

    now = datetime.now(ZoneInfo("Asia/Shanghai"))
    assert f"{now:%Y-%m-%d %H:}" in capsys.readouterr().out


def test_a_day_that_has_not_come_has_no_figures(shop: Shop) -> None:
    tomorrow = today(shop.counter.till) + timedelta(days=1)

    code, (refused,), said = shop.types("today", "--date", tomorrow)

    assert (code, refused["reason"]) == (1, "day_to_come")
    assert f"{tomorrow} has not come yet" in said
