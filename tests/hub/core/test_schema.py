"""The tables can be spread over several machines: the rules, read from the tables that the migrations make."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Boolean, Column, Inspector, Integer, LargeBinary, MetaData, func, insert, inspect, select, text

from clerk_app.domain.roles import Role
from hub import tables
from hub.database import Database
from hub.intake.people import people
from hub.migrations import HEAD, migrate, upgrade
from hub.orders import branches_of
from hub.staff import Standing
from hub.tables import SPREAD_BY, metadata
from hub.tills import Till, load_till
from tests.hub.engine import Server, fresh_database
from tests.hub.partitions import SPREAD, complaint

pytestmark = pytest.mark.both_engines

OF_A_BRANCH = {name for name, column in SPREAD.items() if column == "branch"}


@pytest.fixture
def database(server: Server, tmp_path: Path) -> Generator[Database]:
    with fresh_database(server) as url, closing(Database(url or f"sqlite:///{tmp_path / 'hub.db'}")) as database:
        yield database


@pytest.fixture
def found(database: Database) -> Inspector:
    migrate(database)
    return inspect(database.engine)


def test_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    migrate(database)

    with database.read() as reader:
        assert compare_metadata(MigrationContext.configure(reader), metadata) == []


@pytest.mark.parametrize("revision", [f"{number:04}" for number in range(1, int(HEAD))])
def test_a_database_of_every_earlier_version_comes_to_this_one_with_all_its_rows(
    database: Database, revision: str
) -> None:
    with database.alone() as connection:
        upgrade(connection, revision)
        old = MetaData()
        old.reflect(connection)
        filled = [table for table in old.sorted_tables if table.name != "alembic_version"]
        for table in filled:
            connection.execute(insert(table), {column.name: _a_value(column) for column in table.columns})

    migrate(database)

    with database.read() as reader:
        rows = {it.name: reader.execute(select(func.count()).select_from(it)).scalar_one() for it in filled}
        assert rows == {it.name: 1 for it in filled}
        assert compare_metadata(MigrationContext.configure(reader), metadata) == []


def _a_value(column: Column[Any]) -> object:
    match column.type:
        case Boolean():
            return True
        case Integer():
            return 1
        case LargeBinary():
            return b"k" * 32
        case _:
            return "{}" if column.name in {"body", "answer", "answer_seq", "lines"} else "x"


def test_every_key_of_a_branch_begins_with_the_branch(found: Inspector) -> None:
    keys = {
        f"{table}: {name}": columns
        for table in OF_A_BRANCH
        for name, columns in _unique_keys(found, table) + _indexes(found, table)
    }

    assert len(keys) > len(OF_A_BRANCH)
    assert [name for name, columns in keys.items() if columns[0] != "branch"] == []


def test_every_unique_key_holds_what_its_table_is_spread_by(found: Inspector) -> None:
    keys = [(table, columns) for table in SPREAD for _, columns in _unique_keys(found, table)]

    assert [(table, columns) for table, columns in keys if SPREAD[table] not in columns] == []


def test_no_row_leans_on_one_elsewhere_and_no_number_is_made_by_the_database(found: Inspector) -> None:
    for table in found.get_table_names():
        assert found.get_foreign_keys(table) == []
        for column in found.get_columns(table):
            assert not column.get("autoincrement")
            assert column["default"] is None
    if found.dialect.name == "postgresql":
        assert found.get_sequence_names() == []


def test_what_names_a_branch_without_being_spread_by_it_is_small_or_leads_there() -> None:
    naming = {it.name for it in metadata.tables.values() if "branch" in it.c and it.info.get(SPREAD_BY) != "branch"}

    assert naming == {
        "till",
        "pairing",
        "customer_pass",
        "order_place",
        "code_place",
        "member_place",
        "purchase",
        "reservation_place",
    }


def test_a_database_of_the_first_version_learns_where_its_orders_are(database: Database) -> None:
    with database.alone() as connection:
        upgrade(connection, "0001")
        connection.execute(
            text(
                "INSERT INTO pickup_order (branch, order_no, status, collect_by_ms, body)"
                " VALUES (1, 5, 'new', 0, '{}'), (2, 5, 'new', 0, '{}')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO pickup_code (branch, pickup_id, order_no, gen, kid, text, expires_ms)"
                " VALUES (2, 'p', 5, 1, 1, '', 0)"
            )
        )

    migrate(database)

    with database.read() as reader:
        assert branches_of(reader, 5) == (1, 2)
        assert reader.execute(tables.code_place.select()).all() == [("p", 2, 5)]
        assert reader.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == HEAD


def test_people_and_tills_of_the_second_version_are_what_they_were(database: Database) -> None:
    with database.alone() as connection:
        upgrade(connection, "0002")
        connection.execute(
            text("INSERT INTO staff VALUES (1, 'CK00018', '林晓', 'Lin Xiao', 'clerk', 'v', :yes)"), {"yes": True}
        )
        connection.execute(
            text("INSERT INTO till VALUES ('t', 1, 'Till 1', :key, :yes, 0)"), {"key": bytes(32), "yes": True}
        )

    migrate(database)

    with database.read() as reader:
        assert people(reader, 1, ["CK00018"])["CK00018"].at(0) == Standing(Role.CLERK, active=True, pin_verifier="v")
        assert load_till(reader, "t") == Till("t", 1, "Till 1", bytes(32))


def test_prices_of_the_tenth_version_stay_everybodys(database: Database) -> None:
    with database.alone() as connection:
        upgrade(connection, "0010")
        connection.execute(text("INSERT INTO price (sku, valid_from_ms, price_minor) VALUES ('A', 0, 100)"))

    migrate(database)

    with database.read() as reader:
        assert reader.execute(tables.price.select()).all() == [("A", 0, None, 100)]
        assert reader.execute(tables.member_price.select()).all() == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT body FROM pickup_order WHERE order_no = :order_no",
        "SELECT seq FROM feed WHERE branch = :b UNION ALL SELECT seq FROM operation WHERE op_id = :o",
        "UPDATE pickup_order SET branch = 1 WHERE order_no = :order_no",
        "DELETE FROM hold",
        "INSERT INTO hold (order_no) VALUES (:order_no)",
        "SELECT 1 FROM pickup_order JOIN till ON till.branch = pickup_order.branch WHERE till.branch = 1",
    ],
)
def test_the_guard_sees_what_names_no_partition(sql: str) -> None:
    assert complaint(sql)


def _unique_keys(found: Inspector, table: str) -> list[tuple[str, list[str]]]:
    key = found.get_pk_constraint(table)
    others = [(str(it["name"]), list(it["column_names"])) for it in found.get_unique_constraints(table)]
    return [(str(key["name"]), list(key["constrained_columns"])), *others]


def _indexes(found: Inspector, table: str) -> list[tuple[str, list[str]]]:
    return [(str(it["name"]), [str(name) for name in it["column_names"]]) for it in found.get_indexes(table)]
