"""Moving a hub from SQLite to PostgreSQL, and on to a cluster."""

import json
import sys
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess, run

from sqlalchemy import insert, text

from hub import tables
from hub.database import Database
from hub.distribution import plan, spread_all
from hub.migrations import migrate
from hub.opening import open_hub
from hub.settings import Settings
from tests.hub.core.shop import Shop, all_of, open_shop, served
from tests.hub.engine import fresh_database


def command(*words: str, data: Path) -> CompletedProcess[str]:
    return run([sys.executable, "-m", "hub", *words, "--data", str(data)], capture_output=True, text=True)


def test_a_hub_moves_to_postgresql_and_its_tills_notice_nothing(tmp_path: Path, postgresql: str) -> None:
    folder = tmp_path / "hub"
    shop = open_shop(folder)
    with closing(shop.hub):
        till = shop.till()
        orders = [shop.order() for _ in range(3)]
        old_url = shop.database.url
    operations = [till.operation(all_of(order), order.order_no) for order in orders]
    with closing(open_hub(Settings(old_url, folder))) as hub, served(Shop(hub)) as running:
        till.address = running.address
        till.push(operations[0])

    with fresh_database(postgresql) as url:
        assert url is not None
        moved = command("database", "move", "--from", str(old_url), "--to", url, data=folder)
        again = command("database", "move", "--from", str(old_url), "--to", url, data=folder)
        stale = command("till", "list", data=folder)

        assert moved.returncode == 0, moved.stderr
        told = json.loads(moved.stdout)
        assert (told["checked"], told["rows"]["pickup_order"], told["rows"]["operation"]) == (True, 3, 1)
        assert "pickup_order: 3 of 3" in moved.stderr
        assert (again.returncode, again.stdout) == (1, "")
        assert stale.returncode == 3, "no hub is here"
        assert "was moved to another database" in stale.stderr
        with closing(open_hub(Settings(Database(url).url, folder))) as hub, served(Shop(hub)) as running:
            till.address = running.address
            assert [it["status"] for it in till.push(*operations)] == ["duplicate", "applied", "applied"]
            assert till.ask("GET", "/v1/hello").json["epoch"] == 1


def test_a_move_that_fails_leaves_both_as_they_were(tmp_path: Path, postgresql: str) -> None:
    shop = open_shop(tmp_path / "hub")
    with closing(shop.hub), shop.database.write("branch:1") as tx:
        # SQLite keeps any length, PostgreSQL does not.
        tx.execute(insert(tables.member), {"member": "m", "name": "", "phone": "1" * 99})

    with fresh_database(postgresql) as url:
        assert url is not None
        moved = command("database", "move", "--from", str(shop.database.url), "--to", url, data=tmp_path / "hub")

        assert moved.returncode == 1
        assert "nothing was moved" in moved.stderr
        with closing(Database(url)) as target, target.read() as reader:
            assert reader.execute(text("SELECT count(*) FROM setting")).scalar_one() == 0
    open_hub(Settings(shop.database.url, tmp_path / "hub")).close()


def test_a_server_without_the_extension_is_told_of(tmp_path: Path, postgresql: str) -> None:
    with fresh_database(postgresql) as url:
        assert url is not None
        there = command("database", "distribute", "--database-url", url, data=tmp_path)
    here = command("database", "distribute", data=tmp_path)

    assert (there.returncode, here.returncode) == (1, 1)
    assert "citus is not installed on this server" in there.stderr
    assert "cannot be spread" in here.stderr


def test_each_table_is_spread_as_it_says_and_once(postgresql: str) -> None:
    """Citus itself is no part of the tests: its two functions and its catalogue stand in, with the same signatures."""
    with fresh_database(postgresql) as url, closing(Database(url or "")) as database:
        migrate(database)
        with database.alone() as connection:
            connection.execute(text(_STAND_IN.replace(":", "\\:")))
            first = spread_all(connection, lambda _it: None)
            second = spread_all(connection, lambda _it: None)
            asked = connection.execute(text("SELECT logicalrelid\\:\\:text, how FROM pg_dist_partition")).all()

    assert (first, second) == (len(plan()), 0)
    found = {str(row[0]): str(row[1]) for row in asked}
    assert found["product"] == "everywhere"
    assert found["feed_head"] == "branch beside none"
    assert found["operation"] == found["pickup_order"] == "branch beside feed_head"
    assert found["order_place"] == "order_no beside none"


_STAND_IN = """
CREATE TABLE pg_dist_partition (logicalrelid regclass, how text);
CREATE FUNCTION create_reference_table(table_name regclass) RETURNS void LANGUAGE sql AS
  $$ INSERT INTO pg_dist_partition VALUES (table_name, 'everywhere') $$;
CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, distribution_type text
  DEFAULT 'hash', colocate_with text DEFAULT 'default') RETURNS void LANGUAGE sql AS
  $$ INSERT INTO pg_dist_partition VALUES (table_name, distribution_column || ' beside ' || colocate_with) $$;
"""
