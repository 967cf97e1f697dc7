"""A shop whose till is worked by typing commands."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from clerk_app.cli import main
from hub import tables
from tests.sync.counter import Counter, Street

PIN, BOSS_PIN = "482915", "739164"


class Shop:
    """A till's folder, and the commands that are typed at it."""

    def __init__(self, street: Street, counter: Counter, capsys: pytest.CaptureFixture[str]) -> None:
        self.street, self.counter, self.capsys = street, counter, capsys
        self.folder = counter.till.folder

    def types(self, *words: object) -> tuple[int, list[dict[str, Any]], str]:
        """Run `clerk --json …`; returns the exit code, the rows, and what was said beside them."""
        self.capsys.readouterr()
        code = main(["--json", "--profile", str(self.folder), *map(str, words)])
        out, err = self.capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err


def code_text(shop: Shop, pickup_id: str) -> str:
    columns = tables.pickup_code.c
    with shop.street.shop.database.read() as reader:
        return reader.execute(select(columns.text).where(columns.pickup_id == pickup_id)).scalar_one()
