"""A till that follows the feed misses nothing, whoever writes and however many."""

import contextlib
import http.client
import json
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from clerk_app.wire import Malformed, page_of
from hub import feed
from hub.database import Database
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines


def test_eight_writers_and_a_reader_that_misses_nothing(folder: Path) -> None:
    hub = open_hub(settings_of(None, folder))
    other = open_hub(settings_of(None, folder))  # another process would hold the file like this
    writers, each = 8, 40
    done = threading.Event()
    seen: dict[str, int] = {}

    def write(number: int, database: Database) -> None:
        for count in range(each):
            with database.write("global", "branch:1") as tx:
                feed.put(tx, "branch:1", "thing", f"{number}-{count}", {"n": count})
                feed.put(tx, "global", "thing", f"{number}-{count}", {"n": count})

    def follow() -> None:
        cursor = 0
        last = False
        while not last:
            last = done.is_set()
            with hub.database.read() as reader:
                page = feed.page(reader, "branch:1", epoch=1, after=cursor, limit=7)
            seen.update({change.entity_id: change.seq for change in page.changes if change.entity == "thing"})
            cursor = page.to_seq
            last = last and not page.more

    threads = [
        threading.Thread(target=write, args=(n, hub.database if n % 2 else other.database)) for n in range(writers)
    ]
    reader = threading.Thread(target=follow)
    for thread in [*threads, reader]:
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    other.close()
    hub.close()

    assert len(seen) == writers * each
    assert len(set(seen.values())) == writers * each


def fail_each_third(count: int) -> None:
    if count % 3 == 0:
        raise LookupError


def test_a_unit_of_work_that_fails_takes_none_of_the_others_with_it(folder: Path) -> None:
    hub = open_hub(settings_of(None, folder))

    def write(number: int) -> None:
        for count in range(30):
            with contextlib.suppress(LookupError), hub.database.write("branch:1") as tx:
                feed.put(tx, "branch:1", "thing", f"{number}-{count}", {})
                fail_each_third(count)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with hub.database.read() as reader:
        page = feed.page(reader, "branch:1", epoch=1, after=0)
    hub.close()

    things = {change.entity_id for change in page.changes if change.entity == "thing"}
    assert things == {f"{n}-{count}" for n in range(6) for count in range(30) if count % 3}


def test_pages_follow_each_other_to_the_head(shop: Shop, till: Counter) -> None:
    made = {str(shop.order().order_no) for _ in range(5)}
    cursor, seen = 0, set[str]()

    while True:
        page = till.page(after=cursor, limit=2)
        seen |= {change.entity_id for change in page.changes if change.entity == "order"}
        cursor = page.to_seq
        if not page.more:
            break

    assert seen == made
    assert cursor == till.ask("GET", "/v1/hello").json["heads"]["branch:1"]["seq"]


def test_a_page_that_was_cut_is_no_page(shop: Shop, till: Counter) -> None:
    shop.order()
    raw = till.ask("GET", "/v1/changes?scope=branch:1&epoch=1&after=0").raw

    for cut in (raw[:-20], raw[: len(raw) // 2], raw.replace(b"Milk", b"Mild")):
        with pytest.raises(Malformed):
            page_of(cut)


@pytest.mark.parametrize(
    ("query", "status", "error"),
    [
        ("scope=branch:2&epoch=1&after=0", 403, "other_branch"),
        ("scope=branch:1&epoch=2&after=0", 410, "other_epoch"),
        ("scope=branch:1&epoch=1&after=-1", 400, "unreadable"),
        ("scope=branch:1&epoch=x&after=0", 400, "unreadable"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(till: Counter, query: str, status: int, error: str) -> None:
    answer = till.ask("GET", f"/v1/changes?{query}")

    assert (answer.status, answer.json["error"]) == (status, error)


def test_the_greeting_names_the_hub_and_its_heads(till: Counter, shop: Shop) -> None:
    answer = till.ask("GET", "/v1/hello")

    assert answer.json["hub_id"] == str(shop.hub.hub_id) == answer.headers["hub-id"]
    assert answer.headers["hub-epoch"] == "1"
    assert answer.headers["hub-time"].endswith("Z")
    assert set(answer.json["heads"]) == {"global", "branch:1"}


def test_the_digest_counts_what_the_feed_tells(shop: Shop, till: Counter) -> None:
    shop.order()
    shop.order()

    digest = till.ask("GET", "/v1/digest?scope=branch:1").json

    assert digest["entities"]["order"]["count"] == 2
    assert digest["seq"] == till.page().to_seq


def test_whoever_waits_hears_of_a_push_at_once(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    head = till.page().to_seq
    heard: list[dict[str, int]] = []

    def wait() -> None:
        heard.append(second_till.ask("GET", f"/v1/wait?heads=global:99999,branch:1:{head}&t=20").json["heads"])

    waiting = threading.Thread(target=wait)
    waiting.start()
    answer = till.do(all_of(order), order.order_no)
    waiting.join(10)

    assert heard
    assert heard[0]["branch:1"] >= answer["seq"]["branch:1"]


def test_events_hint_of_a_push(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    line = http.client.HTTPConnection(urlsplit(shop.address).netloc, timeout=20)
    line.request("GET", "/v1/events", headers={"Authorization": f"Bearer {second_till.token('GET', '/v1/events')}"})
    stream = line.getresponse()
    first = _hint(stream)
    assert first["scope"] in {"global", "branch:1"}

    answer = till.do(all_of(order), order.order_no)

    hint = first
    while hint["scope"] != "branch:1" or hint["seq"] < answer["seq"]["branch:1"]:
        hint = _hint(stream)
    line.close()


def test_a_write_of_another_process_is_hinted_too(shop: Shop, till: Counter, folder: Path) -> None:
    other = open_hub(settings_of(None, folder))
    head = till.page(scope="global").to_seq
    timer = threading.Timer(0.05, lambda: _put_global(other.database))

    timer.start()
    began = time.monotonic()
    heads = till.ask("GET", f"/v1/wait?heads=global:{head}&t=20").json["heads"]

    timer.join()
    other.close()
    assert heads["global"] > head
    assert time.monotonic() - began < 15  # before the wait would have ended by itself


def _put_global(database: Database) -> None:
    with database.write("global") as tx:
        feed.put(tx, "global", "product", "A", {})


def _hint(stream: http.client.HTTPResponse) -> dict[str, Any]:
    while True:
        line = stream.readline()
        assert line, "the stream ended"
        if line.startswith(b"data: "):
            return json.loads(line[6:])
