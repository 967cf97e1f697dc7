"""Our own corpus of hostile input, from every kind of guest, at every end point."""

from collections.abc import Generator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.hostile.corpus import BODIES, HEADERS, METHODS, PATHS, POSTED, RAW
from tests.hub.core.hostile.guests import Answer, Door, Role, a_door, assert_in_words, content, no_limits
from tests.hub.core.shop import Shop, served

pytestmark = pytest.mark.both_engines
GARBAGE = pytest.mark.expected_log(
    "uvicorn.error WARNING: (Invalid HTTP request received|Unsupported upgrade request|No supported WebSocket)"
)


@pytest.fixture
def door(folder: Path) -> Generator[Door]:
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub), no_limits()) as shop:
        shop.order()
        yield a_door(shop)


@pytest.mark.parametrize("role", Role)
def test_no_body_makes_the_hub_fail_or_change_anything(door: Door, role: Role) -> None:
    before = content(door.shop)

    answers = {(path, name): door.ask(role, "POST", path, body) for path in POSTED for name, body in BODIES.items()}

    _assert_in_words(door, answers)
    after = content(door.shop)
    kept = set(after["operation"]) - set(before["operation"])
    assert {"till": {"'attention'"}}.get(role, set()) >= {row.split(", ")[8] for row in kept}, "kept, for people to see"
    told = {"operation", "conflict", "feed", "feed_head"} if role is Role.TILL else set[str]()
    assert _without(after, told) == _without(before, told)
    assert len(after["conflict"]) - len(before["conflict"]) == len(kept), "each is on the managers' list"


def _without(tables: Mapping[str, Any], names: AbstractSet[str]) -> dict[str, Any]:
    return {name: rows for name, rows in tables.items() if name not in names}


def test_no_depth_makes_the_hub_fail(door: Door) -> None:
    """Where reading just succeeds, writing may just not."""
    answers = {
        ("/v1/operations", str(depth)): door.ask(Role.TILL, "POST", "/v1/operations", _nested(depth))
        for depth in (*range(200, 300, 9), *range(800, 1010))
    }

    _assert_in_words(door, answers)


def _nested(depth: int) -> bytes:
    body = b"[" * depth + b"]" * depth
    return b'{"operations":[{"envelope":{"op_id":"deep-' + str(depth).encode() + b'","body":' + body + b"}}]}"


@GARBAGE
@pytest.mark.parametrize("role", Role)
def test_no_path_makes_the_hub_fail_or_change_anything(door: Door, role: Role) -> None:
    before = content(door.shop)

    answers = {
        (path, way): door.ask(role, way, path, b"{}" if way == "POST" else b"")
        for path in PATHS
        for way in ("GET", "POST")
    }

    _assert_in_words(door, answers)
    assert content(door.shop) == before


@GARBAGE
def test_no_header_makes_the_hub_fail_or_change_anything(door: Door) -> None:
    before = content(door.shop)
    asked = [("POST", path, b"{}") for path in POSTED] + [
        ("GET", path, b"") for path in ("/v1/hello", "/pass/x", "/docs")
    ]

    answers = {
        (path, name): door.ask(Role.TILL, way, path, body, headers)
        for way, path, body in asked
        for name, headers in HEADERS.items()
    }

    _assert_in_words(door, answers)
    assert content(door.shop) == before


@GARBAGE
@pytest.mark.parametrize("role", [Role.NOBODY, Role.TILL])
def test_no_method_makes_the_hub_fail_or_change_anything(door: Door, role: Role) -> None:
    before = content(door.shop)
    paths = [*POSTED, "/v1/hello", "/v1/changes?scope=branch:1&epoch=1&after=0", "/pass/x.png", "/healthz", "/metrics"]

    answers = {(path, way): door.ask(role, way, path) for path in paths for way in METHODS}

    _assert_in_words(door, answers)
    assert content(door.shop) == before


@GARBAGE
def test_no_bytes_make_the_hub_fail_or_change_anything(door: Door) -> None:
    before = content(door.shop)

    answers = {(name, "raw"): door.say(raw, within_s=1.0) for name, raw in RAW.items() if raw}

    _assert_in_words(door, answers)
    assert content(door.shop) == before
    assert door.ask(Role.TILL, "GET", "/v1/hello").status == 200


def _assert_in_words(door: Door, answers: Mapping[tuple[str, str], Answer]) -> None:
    secrets, wrong = door.secrets(), list[str]()
    for (path, name), answer in answers.items():
        try:
            assert_in_words(answer, secrets=secrets)
        except (AssertionError, ValueError) as error:
            wrong.append(f"{name} at {path[:80]}: {error}")
    assert wrong == []
