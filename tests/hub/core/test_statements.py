"""The statements of the hot path find their rows by an index, however long the shop's history is."""

from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from hub import expiry, members
from hub.aisle import addresses, paying, reserving, routing
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


CHORES: Mapping[str, Callable[[Database, datetime], object]] = {
    "orders that nobody fetched": expiry.expire_overdue,
    "codes that ended": expiry.drop_dead_revocations,
    "orders that nobody paid": paying.lapse_unpaid,
    "orders that need another branch": routing.route_on,
    "reservations that are over": reserving.lapse_overdue,
    "members of whom something changed": members.tell_others,
    "members who were not here for long": members.forget_unseen,
    "addresses that nobody needs": addresses.erase_old,
}


@pytest.mark.parametrize("chore", CHORES)
def test_a_chore_does_not_read_through_what_only_grows(database: Database, chore: str) -> None:
    asked = list[tuple[str, Any]]()

    def remember(_connection: Any, _cursor: Any, sql: str, values: Any, *_more: Any) -> None:
        asked.append((sql, values))

    event.listen(database.engine, "before_cursor_execute", remember)
    CHORES[chore](database, datetime.now(UTC))
    event.remove(database.engine, "before_cursor_execute", remember)

    with database.engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        selects = [it for it in asked if it[0].startswith("SELECT")]
        plan = [row[3] for sql, values in selects for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    through = [step for step in plan if step.startswith("SCAN") and "COVERING INDEX" not in step]
    assert plan
    assert [step for step in through if step != "SCAN branch"] == []
