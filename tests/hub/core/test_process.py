"""The hub as a process: it starts, is killed at the worst moment, starts again, and knows each act once."""

import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.mortal_hub import AFTER_COMMIT, AS_IT_ANSWERS, BEFORE_COMMIT
from tests.hub.core.process import running
from tests.hub.core.shop import Counter, Shop, all_of


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not told to processes there")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_at_once_with_listeners_on_the_line(folder: Path, how: signal.Signals) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        till = Shop(hub).till()
    with running(folder) as process:
        line = HTTPConnection(urlsplit(process.address).netloc, timeout=20)
        line.request("GET", "/v1/events", headers={"Authorization": f"Bearer {till.token('GET', '/v1/events')}"})
        stream = line.getresponse()
        stream.readline()

        began = time.monotonic()
        code = process.end(how)

        line.close()
        assert code in {0, -how}
        assert time.monotonic() - began < 3  # a second is the aim; the machine of the tests may be busy


def test_the_hub_of_an_app_ends_with_it_however_it_ends(folder: Path) -> None:
    command = [sys.executable, "-m", "hub", "serve", "--until-input-ends", "--data", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdin is not None
    assert process.stdout is not None
    assert b"listening" in process.stdout.readline()

    process.stdin.close()  # as the system does for a program that is killed

    assert process.wait(20) == 0
    process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not told to processes there")
@pytest.mark.parametrize(("point", "is_kept"), [(BEFORE_COMMIT, False), (AFTER_COMMIT, True), (AS_IT_ANSWERS, True)])
def test_killed_in_the_middle_of_a_push_it_still_hands_over_once(folder: Path, point: str, is_kept: bool) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        shop = Shop(hub)
        till, order = shop.till(), shop.order()
    operation = till.operation(all_of(order), order.order_no)

    with running(folder, ("tests.hub.core.mortal_hub", point)) as process:
        till.address = process.address
        with pytest.raises((OSError, HTTPException)):
            till.push(operation)
        assert process.process.wait(20) == -signal.SIGKILL
    with running(folder) as process:
        till.address = process.address
        held = till.ask("GET", "/v1/operations").json["operations"]
        again = till.push(operation)[0]  # the till does not know, so it sends the same again
        told = till.order(order.order_no)
        conflicts = till.entities("conflict")

    assert bool(held) == is_kept, "it died where it was to"
    assert again["status"] == ("duplicate" if is_kept else "applied")
    assert [entry["happening"] for entry in told["history"]] == ["handed_over"]
    assert conflicts == {}


def test_an_answer_that_was_eaten_is_asked_for_again(shop: Shop, till: Counter) -> None:
    order = shop.order()
    operation = till.operation(all_of(order), order.order_no)
    body = json.dumps({"operations": [operation]}).encode()
    head = till.page().to_seq

    line = HTTPConnection(urlsplit(shop.address).netloc, timeout=20)
    token = till.token("POST", "/v1/operations", body)
    line.request("POST", "/v1/operations", body, {"Authorization": f"Bearer {token}"})
    heads = till.ask("GET", f"/v1/wait?heads=branch:1:{head}&t=20").json["heads"]  # it is committed …
    line.close()  # … and nobody has read the answer

    again = till.push(operation)[0]

    assert heads["branch:1"] > head
    assert (again["status"], again["result"]["status"]) == ("duplicate", "applied")
    assert len(till.order(order.order_no)["history"]) == 1


def test_commands_work_beside_a_running_hub(folder: Path) -> None:
    def command(*words: str) -> dict[str, object]:
        full = [sys.executable, "-m", "hub", *words, "--data", str(folder)]
        done = subprocess.run(full, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[0])

    with running(folder):
        invited = command("till", "add", "--branch", "1", "--name", "Till 5", "--short")
        refused = subprocess.run(
            [sys.executable, "-m", "hub", "till", "add", "--branch", "77", "--name", "X", "--data", str(folder)],
            capture_output=True,
            text=True,
        )

    assert str(invited["code"]).startswith("CLERK1.")
    assert len(str(invited["short_code"])) == 8
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"there is no branch 77 in the hub of {folder}")
