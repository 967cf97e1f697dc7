"""What people type to run a hub: demo, channel, staff and order."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from hub.cli import main
from hub.staff import why_weak


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A folder with a demo chain, made by the command itself in a process of its own, and what it printed."""
    folder = tmp_path_factory.mktemp("chain")
    size = ["--products", "50", "--members", "5", "--orders", "32", "--branches", "2"]
    command = [sys.executable, "-m", "hub", "demo", "--data", str(folder), *size]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    (line,) = done.stdout.splitlines()
    return folder, json.loads(line)


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, list[Any], str]:
    code = main([*words, "--data", str(folder)])
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_the_demo_says_what_is_needed_to_try_it(chain: tuple[Path, dict[str, Any]]) -> None:
    _, made = chain

    assert set(made) == {"hub_id", "chain", "branches", "skus", "staff", "members", "channels", "passes"}
    assert {"badge", "pin", "role", "branch", "name_zh", "name_en"} == set(made["staff"][0])
    assert [row["channel"] for row in made["channels"]] == ["wechat", "webshop", "tmall"]


def test_the_demo_refuses_a_hub_that_has_a_chain(chain: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = typed(capsys, chain[0], "demo")

    assert (code, out) == (1, [])
    assert "branches already" in err


def test_a_channel_is_added_once_and_may_get_another_key(chain: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code, (first,), _ = typed(capsys, chain[0], "channel", "add", "jd")
    assert code == 0

    assert typed(capsys, chain[0], "channel", "add", "jd")[0] == 1
    _, (second,), _ = typed(capsys, chain[0], "channel", "add", "jd", "--new-key")

    assert first["key"] != second["key"]
    assert typed(capsys, chain[0], "channel", "add", "../jd")[0] == 1
    assert typed(capsys, chain[0], "channel", "add", "nobody", "--new-key")[0] == 1
    _, listed, _ = typed(capsys, chain[0], "channel", "list")
    assert {"channel": "jd", "active": True} in listed


def test_a_person_is_added_with_a_strong_pin(
    chain: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    who = ("staff", "add", "--branch", "1", "--name-zh", "新人", "--name-en", "New", "--role", "manager")
    monkeypatch.setenv("CLERK_PIN", "123456")
    code, _, err = typed(capsys, chain[0], *who)
    assert (code, "refused" in err) == (1, True)

    monkeypatch.setenv("CLERK_PIN", "481623")
    code, (added,), _ = typed(capsys, chain[0], *who)

    assert (code, added["role"]) == (0, "manager")
    _, listed, _ = typed(capsys, chain[0], "staff", "list", "--branch", "1")
    assert added["badge"] in {row["badge"] for row in listed}
    assert "pin" not in str(listed)


def test_nobody_is_added_to_a_branch_that_is_not(
    chain: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLERK_PIN", "481623")

    code, _, err = typed(capsys, chain[0], "staff", "add", "--branch", "99", "--name-zh", "甲", "--name-en", "A")

    assert (code, "no branch 99" in err) == (1, True)


@pytest.mark.parametrize(
    "pin", ["000000", "121212", "123456", "654321", "890123", "123123", "123321", "12345", "１２３４５６"]
)
def test_a_weak_pin_is_refused(pin: str) -> None:
    assert why_weak(pin)


def test_orders_are_listed_shown_and_cancelled(chain: Any, capsys: pytest.CaptureFixture[str]) -> None:
    folder, made = chain
    ready = next(row for row in made["passes"] if row["story"] == "ready")
    shown_no = f"{ready['order_no']:010d}"
    shown_no = f"{shown_no[:2]}-{shown_no[2:6]}-{shown_no[6:]}"
    _, listed, _ = typed(capsys, folder, "order", "list", "--status", "ready", "--branch", str(ready["branch"]))
    assert ready["order_no"] in {row["order_no"] for row in listed}

    code, (cancelled,), _ = typed(capsys, folder, "order", "cancel", shown_no, "--reason", "changed their mind")

    assert (code, cancelled["cancelled_at_branches"]) == (0, [ready["branch"]])
    _, (order,), _ = typed(capsys, folder, "order", "show", str(ready["order_no"]))
    assert (order["status"], order["history"][-1]["reason"]) == ("cancelled", "changed their mind")
    assert typed(capsys, folder, "order", "cancel", shown_no)[0] == 1
    assert typed(capsys, folder, "order", "show", "1")[0] == 1
    assert typed(capsys, folder, "order", "expire")[1] == [{"expired": 0}]


def test_a_serving_hub_logs_no_token_of_a_pass(chain: Any) -> None:
    folder, made = chain
    token = made["passes"][0]["pass_url"].rsplit("/", 1)[1]
    command = [sys.executable, "-m", "hub", "serve", "--data", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["listening"]

        for path in ("", ".png", ".nothing"):
            requests.get(f"{url}/pass/{token}{path}", timeout=20)
    finally:
        process.terminate()
    out, err = process.communicate(timeout=20)

    assert "Application startup complete" in err, "the log is written, so that its silence means something"
    assert token not in out + err


def test_what_was_counted_is_kept_beside_what_is_promised(chain: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code, (counted,), _ = typed(capsys, chain[0], "stock", "count", "--branch", "1", "DP-L", "9", "--safety", "2")
    again = typed(capsys, chain[0], "stock", "count", "--branch", "1", "DP-L", "8")[1][0]
    _, shown, _ = typed(capsys, chain[0], "stock", "show", "DP-L")

    assert code == 0
    assert counted["available"] == 9 - 2 - counted["reserved"]
    assert (again["on_hand"], again["safety"], again["reserved"]) == (8, 2, counted["reserved"])
    assert [row["branch"] for row in shown] == [1, 2, 3]
    assert shown[0] == again
    refused, out, err = typed(capsys, chain[0], "stock", "count", "--branch", "1", "NO-SUCH", "9")
    assert (refused, out) == (1, [])
    assert "NO-SUCH" in err


def test_a_price_is_set_now_or_from_a_moment_on(chain: Any, capsys: pytest.CaptureFixture[str]) -> None:
    begins, ends = "2030-01-01T00:00:00+08:00", "2030-01-08T00:00:00+08:00"

    code, (now,), _ = typed(capsys, chain[0], "product", "price", "GD-S", "1390")
    _, (later,), _ = typed(capsys, chain[0], "product", "price", "GD-S", "990", "--from", begins, "--until", ends)
    _, (other,), _ = typed(capsys, chain[0], "product", "price", "GD-S", "880", "--from", begins)

    assert (code, now["price_minor"]) == (0, 1390)
    assert later["prices"][-1] == {
        "price_minor": 990,
        "valid_from": "2029-12-31T16:00:00.000Z",
        "valid_until": "2030-01-07T16:00:00.000Z",
    }
    assert other["prices"][-1] == {"price_minor": 880, "valid_from": "2029-12-31T16:00:00.000Z"}
    assert typed(capsys, chain[0], "product", "price", "GD-S", "1", "--from", ends, "--until", begins)[0] == 1
    assert typed(capsys, chain[0], "product", "price", "NO-SUCH", "1")[0] == 1
