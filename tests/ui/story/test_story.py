"""One pickup from the order to the second scan, on a real hub process, two tills and photographed codes."""

import json
import os
import shutil
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from clerk_app.desk import pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupStatus
from clerk_app.domain.roles import Clerk
from clerk_app.domain.verdict import Checked, Verdict
from clerk_app.sync_loop import Link
from ui.story.counter import Counter
from ui.story.customer import AskedInVain, Wish, open_pass, place_order
from ui.story.hub_process import HubProcess, wait_until
from ui.story.story import RINGS_WITHIN_S, StepFailed, Story, must, tell_story

WITHIN_S = 15.0
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_the_whole_story_comes_out_as_it_must(tmp_path: Path) -> None:
    told: list[str] = []

    story = tell_story(tmp_path, tell=told.append)

    names = [step.name for step in story.steps]
    assert names[2:7] == ["placed", "rang", "accepted", "picked", "ready"]
    assert names[7:12] == ["pass-1 drawn", "pass-1 read", "look", "handed over", "refused"]
    assert names[12:] == ["pass-2 drawn", "pass-2 read", "cut", "saved", "back", "agree"]
    assert story.took_ms("rang") < RINGS_WITHIN_S * 1000
    refused = next(step.told for step in story.steps if step.name == "refused")
    assert "Collected at till 1" in refused, "the second till says where"
    assert refused.endswith("by Lin Xiao."), "and by whom"
    assert {path.name for path in tmp_path.iterdir()} >= {"pass-1-photo.png", "pass-2-photo.png"}
    assert told[-1].endswith(str(tmp_path))


def test_the_story_ends_where_something_does_not_come_true(tmp_path: Path) -> None:
    told: list[str] = []
    story = Story(tmp_path, told.append)

    with pytest.raises(StepFailed, match="till 2 refuses the same code, not ready"), story.step("refused"):
        must(bool(told), "till 2 refuses the same code, not ready")

    assert story.steps == []
    assert told == []


def test_a_hub_that_is_silent_is_told_of_in_words(tmp_path: Path) -> None:
    with pytest.raises(AskedInVain, match="asked for the code of a pass, and did not answer"):
        open_pass("http://127.0.0.1:9", "/p/nobody", to=tmp_path / "pass.png")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to open the customer's pass in")
def test_what_a_browser_shows_of_a_pass_is_read_handed_over_and_known_to_the_hub(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    with _demo_hub(tmp_path / "hub", {"products": 40, "members": 10, "orders": 16}) as hub:
        ready = hub.pass_of("ready", branch=1)
        with _counter(tmp_path / "till", hub) as counter:
            clerk = _first_clerk(counter, hub)

            _photograph_page(f"{hub.url}{ready['pass_url']}", to=picture, home=tmp_path)
            pickup = counter.look(counter.read_from_camera(picture), clerk=clerk)
            identity = Identity.PHONE_TAIL if pickup.needs_identity else Identity.NONE
            outcome = pickups.hand_over(counter.till, pickup, clerk=clerk, identity=identity)
            counter.wake()
            done = wait_until(lambda: counter.word_of(outcome.op_id) is Word.DONE, within_s=WITHIN_S)

        assert (pickup.verdict, pickup.checked, pickup.order_no) == (Verdict.READY, Checked.HUB, ready["order_no"])
        assert (outcome.word, done) == (Word.SAVED, True)
        told = json.loads(hub.command("order", "show", str(ready["order_no"])))
        assert told["status"] == PickupStatus.COLLECTED
        assert (told["history"][-1]["op_id"], told["history"][-1]["till_name"]) == (outcome.op_id, "till 1")


def test_an_order_for_an_unknown_article_is_not_placed(tmp_path: Path) -> None:
    with (
        _demo_hub(tmp_path / "hub", {"products": 5, "members": 1, "orders": 0}) as hub,
        pytest.raises(AskedInVain, match="asked to take an order, and answered 422"),
    ):
        place_order(hub.url, channel="wechat", key=hub.key_of("wechat"), wishes=(Wish("NO-SUCH", 1, 100),))


@contextmanager
def _demo_hub(folder: Path, size: Mapping[str, int]) -> Generator[HubProcess]:
    folder.mkdir()
    hub = HubProcess(folder)
    hub.make_demo(size)
    hub.start()
    try:
        yield hub
    finally:
        hub.stop()


@contextmanager
def _counter(folder: Path, hub: HubProcess) -> Generator[Counter]:
    """A till of branch 1 that is in step with the hub."""
    folder.mkdir()
    counter = Counter(folder, hub_url=hub.url, code=hub.invite(branch=1, name="till 1"))
    try:
        assert wait_until(lambda: counter.link is Link.ONLINE, within_s=WITHIN_S)
        yield counter
    finally:
        counter.close()


def _first_clerk(counter: Counter, hub: HubProcess) -> Clerk:
    here = next(row for row in hub.made["staff"] if row["branch"] == 1 and row["role"] == "clerk")
    return counter.sign_in(here["badge"], here["pin"])


def _photograph_page(url: str, *, to: Path, home: Path) -> None:
    assert CHROMIUM is not None, "the test is skipped without it"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=420,900"]
    environment = {**os.environ, "HOME": str(home)}
    subprocess.run(
        [CHROMIUM, *options, f"--user-data-dir={home / 'browser'}", f"--screenshot={to}", url],
        env=environment,
        check=True,
        capture_output=True,
        timeout=60,
    )
