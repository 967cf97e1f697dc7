"""What people type about branches, and about orders that no branch is left for."""

import json
from pathlib import Path
from typing import Any

import pytest

from hub import feed
from hub.cli import main
from hub.demo import DemoSize, make_demo
from hub.opening import open_hub
from hub.settings import settings_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chain")
    hub = open_hub(settings_of(None, folder))
    make_demo(hub, DemoSize(products=20, members=2, orders=0, branches=3))
    hub.close()
    return folder


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, list[Any], str]:
    try:
        code = main([*words, "--data", str(folder)])
    except SystemExit as ended:
        code = int(str(ended.code))
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_branches_are_listed_with_where_they_are_and_what_they_can(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, rows, _ = typed(capsys, folder, "branch", "list")

    assert [(row["no"], row["kind"], row["ships"], row["pickup"]) for row in rows] == [
        (1, "branch", True, True),
        (2, "branch", True, True),
        (3, "branch", False, True),
        (4, "warehouse", True, False),
    ]
    assert rows[0]["region"] == "浙江省 杭州市 滨江区"
    assert len(rows[0]["hours"]) == 7


def test_what_is_said_of_a_branch_can_be_changed_and_tills_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = ("--place", "30.5,120.25", "--hours", "09:00-18:00", "--orders-a-day", "7", "--ships", "yes")

    code, (row,), _ = typed(capsys, folder, "branch", "set", "3", *changes)

    assert code == 0
    assert (row["latitude_e6"], row["longitude_e6"], row["orders_a_day"], row["ships"]) == (
        30_500_000,
        120_250_000,
        7,
        True,
    )
    assert row["hours"] == ["09:00-18:00"] * 7
    hub = open_hub(settings_of(None, folder))
    with hub.database.read() as reader:
        told = [it.body for it in feed.page(reader, "global", epoch=1, after=0).changes if it.entity == "branch"]
    hub.close()
    assert [body["ships"] for body in told if body and body["no"] == 3] == [True]


@pytest.mark.parametrize(
    "words",
    [
        ("--place", "91,0"),
        ("--place", "here"),
        ("--hours", "21:00-09:00"),
        ("--hours", "09:00-18:00,09:00-18:00"),
        ("--orders-a-day", "-1"),
        ("--ships", "maybe"),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]) -> None:
    assert typed(capsys, folder, "branch", "set", "1", *words)[0] == 2


def test_nothing_is_changed_where_nothing_is_said_or_no_branch_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(capsys, folder, "branch", "set", "1")[0] == 1
    assert typed(capsys, folder, "branch", "set", "77", "--ships", "yes")[0] == 1


def test_the_list_of_head_office_is_empty_and_says_so_when_one_is_given_away(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(capsys, folder, "order", "unrouted")[:2] == (0, [])
    code, rows, said = typed(capsys, folder, "order", "route", "1000000001", "--branch", "2")
    assert (code, rows) == (1, [])
    assert "order unrouted" in said
