"""One pickup from the order to the second scan, on a real hub process, two tills and photographed codes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from clerk_app.scanning.decoder import decode
from clerk_app.scanning.pictures import read_image
from ui.story.customer import AskedInVain, Wish, open_pass, place_order
from ui.story.hub_process import HubProcess
from ui.story.story import RINGS_WITHIN_S, StepFailed, Story, must, tell_story

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
def test_a_browser_shows_a_pass_that_the_till_can_read(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub")
    (tmp_path / "hub").mkdir()
    hub.make_demo({"products": 40, "members": 10, "orders": 16})
    hub.start()
    try:
        picture = tmp_path / "page.png"
        ready = hub.pass_of("ready")

        _photograph_page(f"{hub.url}{ready['pass_url']}", to=picture, home=tmp_path)

        texts = [code.text for code in decode(read_image(picture))]
        assert len(texts) == 1
        assert texts[0].startswith("81")
        assert len(texts[0]) == 245
    finally:
        hub.stop()


def test_an_order_for_an_unknown_article_is_not_placed(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub")
    (tmp_path / "hub").mkdir()
    hub.make_demo({"products": 5, "members": 1, "orders": 0})
    hub.start()
    try:
        with pytest.raises(AskedInVain, match="asked to take an order, and answered 422"):
            place_order(hub.url, channel="wechat", key=hub.key_of("wechat"), wishes=(Wish("NO-SUCH", 1, 100),))
    finally:
        hub.stop()


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
