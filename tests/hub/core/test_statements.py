"""The statements of the hot path find their rows by an index, however long the shop's history is."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from hub.database import Database
from hub.intake import store
from hub.migrations import migrate
from hub.statements import Statement, named


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    with closing(Database(f"sqlite:///{tmp_path / 'hub.db'}")) as database:
        migrate(database)
        yield database


def test_a_push_is_looked_up_by_its_ids_and_places_alone(database: Database) -> None:
    looked_up = store.looked_up(2, 3)
    values = {"branch": 1, "till": "t", **named("o", ["a", "b"]), **named("s", [1, 2, 3])}

    with database.read() as reader:
        plan = [row[3] for row in Statement(f"EXPLAIN QUERY PLAN {looked_up.sql}").rows(reader, values)]

    searches = [step for step in plan if step.startswith(("SEARCH", "SCAN"))]
    assert len(searches) == 2
    assert "(branch=? AND op_id=?)" in searches[0]
    assert "(branch=? AND till=? AND seq=?)" in searches[1]
