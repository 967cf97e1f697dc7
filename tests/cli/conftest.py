"""A paired till whose branch has a clerk and a manager, at a real hub."""

from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import insert

from clerk_app.wire import scope_of
from hub import feed, tables
from hub.staff import verifier_of
from tests.cli.shop import BOSS_PIN, PIN, Shop
from tests.sync.counter import a_street


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Generator[Shop]:
    monkeypatch.setenv("CLERK_PIN", PIN)
    with a_street(tmp_path) as street:
        with street.shop.database.write(scope_of(1)) as tx:
            for badge, role, pin in (("1001", "clerk", PIN), ("1009", "manager", BOSS_PIN)):
                row = {
                    "name_zh": "李娜",
                    "name_en": "Li Na",
                    "role": role,
                    "pin_verifier": verifier_of(pin),
                    "active": True,
                }
                if badge == "1009":
                    tx.execute(insert(tables.staff), {"branch": 1, "badge": badge, **row})
                feed.put(tx, scope_of(1), "staff", badge, {"badge": badge, **row})
        shop = Shop(street, street.till(), capsys)
        assert shop.types("sync")[0] == 0
        yield shop
