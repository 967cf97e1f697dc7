"""What OpenAPI tells of the hub is so, and whatever it allows or forbids is answered as it says, to every guest.

More examples: HYPOTHESIS_PROFILE=explore python3 dev.py test tests/hub/core/hostile/test_described_api.py
"""

from collections.abc import Generator, Mapping
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from requests.auth import AuthBase

from clerk_app.domain.orders import PickupOrder
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.hostile.guests import Door, Role, a_door, content, no_limits
from tests.hub.core.shop import Shop, served

STREAMS = "/v1/events"  # it never ends
MANY, FEW = 10, 2  # who is not let in is turned away before anything is read
IS_EXPLORING = (settings.default or settings()).max_examples > 1_000
_GENERAL: Any = import_module("schemathesis.checks")  # its types are too much for strict pyright
_OF_OPENAPI: Any = import_module("schemathesis.specs.openapi.checks")
CHECKS = [
    _GENERAL.not_a_server_error,
    _OF_OPENAPI.status_code_conformance,
    _OF_OPENAPI.content_type_conformance,
    _OF_OPENAPI.response_headers_conformance,
    _OF_OPENAPI.response_schema_conformance,
]
OPEN = {"GET /healthz", "GET /metrics", "POST /v1/pair/start", "POST /v1/pair/status"}


class Shown(AuthBase):
    """Signs each request as it leaves: a till's signature is over its very address and body."""

    def __init__(self, door: Door, role: Role) -> None:
        self._door = door
        self._role = role

    def __call__(self, asked: requests.PreparedRequest) -> requests.PreparedRequest:
        parts = urlsplit(asked.url or "")
        target = str(parts.path) + (f"?{parts.query}" if parts.query else "")
        body = asked.body or b""
        shown = self._door.shown(
            self._role, asked.method or "", target, body.encode() if isinstance(body, str) else bytes(body)
        )
        asked.headers.pop("Authorization", None)
        if shown:
            asked.headers["Authorization"] = shown
        return asked


@pytest.fixture
def door(folder: Path) -> Generator[Door]:
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub), no_limits()) as shop:
        yield a_door(shop)


@pytest.mark.expected_log("uvicorn.error WARNING: Invalid HTTP request received")
@pytest.mark.parametrize("role", Role)
def test_every_answer_is_one_that_the_description_tells_of(door: Door, role: Role) -> None:
    order = door.shop.order()
    before = content(door.shop)

    answered = _ask_everything(door, role, order)

    assert len(answered) == 34, "every route but the stream"
    if role in {Role.NOBODY, Role.REVOKED}:
        let_in = {path for path, statuses in answered.items() if statuses & {200, 201}}
        assert let_in <= OPEN
    if role is not Role.TILL:
        assert content(door.shop) == before


def _ask_everything(door: Door, role: Role, order: PickupOrder) -> dict[str, set[int]]:
    schema: Any = schemathesis.openapi.from_url(f"{door.shop.address}/openapi.json")
    known = {"order_no": order.order_no, "pickup_id": order.pickup_id, "code": order.short_code}
    known |= {"member": "MB0000000018", "card": "MB0000000018", "clerk": "1001", "phone_mark": ""}
    known |= {"channel": "wechat", "scope": "branch:1", "t": 0}  # chance would not find them
    answered: dict[str, set[int]] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path != STREAMS:
            statuses = answered.setdefault(f"{operation.method.upper()} {operation.path}", set())
            is_let_in = role is (Role.CHANNEL if "{channel}" in operation.path else Role.TILL)
            _ask(operation, Shown(door, role), known, statuses, examples=MANY if is_let_in else FEW)
    return answered


def _ask(operation: Any, shown: Shown, known: Mapping[str, Any], statuses: set[int], *, examples: int) -> None:
    """Ask what the description allows; and what it forbids, of a guest who is listened to so far."""
    modes = list(schemathesis.GenerationMode) if examples > FEW else [schemathesis.GenerationMode.POSITIVE]
    for mode in modes:

        @settings(
            max_examples=examples * (50 if IS_EXPLORING else 1),
            phases=[Phase.generate],
            suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(case=operation.as_strategy(generation_mode=mode), lead=st.booleans())
        def ask(case: Any, *, lead: bool) -> None:
            _lead(case.path_parameters or {}, known if lead else {})
            _lead(case.query or {}, known if lead else {"t": 0})
            answer = case.call(auth=shown)
            statuses.add(answer.status_code)
            case.validate_response(answer, checks=CHECKS)

        with suppress(Unsatisfiable):  # a path of any text cannot be wrong
            ask()


def _lead(asked: dict[str, Any], known: Mapping[str, Any]) -> None:
    asked.update({name: it for name, it in known.items() if name in asked})
