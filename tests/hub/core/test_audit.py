"""The audit tells what was done, names nobody, and shows whoever tampers with it."""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess, run
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text, update

from clerk_app.domain.aisle.addresses import Address
from clerk_app.domain.orders import BranchNo, LineQuantity
from clerk_app.domain.returns.acts import BookCollection
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.roles import Role
from hub import audit, audit_heads, collections_at_home, pairing, settling, staff, tables, tills
from hub.aisle import addresses
from hub.audit import Event, Head
from hub.channels.keys import add_channel, replace_key
from hub.database import Database, Transaction
from hub.opening import Hub, open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, all_of, ask, open_shop, served
from tests.hub.core.test_doors import NewTill, invited
from tests.hub.engine import fresh_database

NOW = datetime.now(UTC)
both_engines = pytest.mark.both_engines


def noted(database: Database, *events: Event) -> list[dict[str, Any]]:
    with database.read() as reader:
        rows = audit.rows(reader, limit=1000)
    return [row["what"] for row in rows if not events or row["event"] in events]


def found_wrong(database: Database, *kept: Head) -> list[str]:
    with database.read() as reader:
        return list(audit.complaints(reader, kept))


def newest(database: Database) -> Head:
    with database.read() as reader:
        return audit.head(reader)


def command(data: Path, *words: str) -> CompletedProcess[str]:
    return run([sys.executable, "-m", "hub", *words, "--data", str(data)], capture_output=True, text=True)


def lines(done: CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


# ---- what is written


@both_engines
def test_who_reads_where_goods_are_to_be_fetched_is_noted(shop: Shop, folder: Path) -> None:
    key = PurchaseKey(BranchNo(1), Origin.SALE, "basket-0001")
    with shop.database.write("branch:1") as tx:
        address = addresses.keep(tx, Address("王琳", "+8613800002046", "浙江省 杭州市", "江南大道 88 号"), now=NOW)
        act = BookCollection("booking-1", key, (LineQuantity(1, 1),), "defective", NOW.date(), 9, 12, address)
        collections_at_home.book(tx, act, at_branch=1)

    nobody = command(folder, "return", "collections")
    (told,) = lines(command(folder, "return", "collections", "--by", "9001"))

    assert (nobody.returncode != 0, "江南大道" in nobody.stdout) == (True, False)
    assert told["address"]["street"] == "江南大道 88 号"
    assert noted(shop.database, Event.ADDRESS_SHOWN) == [{"by": "9001", "collections": "booking-1"}]


@both_engines
@pytest.mark.expected_log("is frozen")
def test_what_head_office_does_about_tills_channels_and_people_is_noted(shop: Shop) -> None:
    new = NewTill(shop.address, invited(shop)[0])
    new.start()
    till = new.counter(shop, new.finish().json).till
    tills.revoke(shop.database, till)
    add_channel(shop.database, "wechat")
    replace_key(shop.database, "wechat")
    badge = staff.add_with_new_badge(
        shop.database, branch=2, name_zh="王伟", name_en="Wang Wei", role=Role.MANAGER, pin="482915"
    )
    with shop.database.read() as reader:
        member = staff.find(reader, badge)
    assert member is not None
    staff.change(shop.database, member, now=NOW, role=Role.CLERK, pin="391746")
    tills.freeze(shop.database, till, now=NOW)

    with shop.database.read() as reader:
        rows = [(row["event"], row["what"]) for row in audit.rows(reader, limit=10)]

    invitation = rows[0][1]["pairing"]
    here = {"till": till.till, "branch": 1}
    assert rows == [
        ("till.invited", {**here, "pairing": invitation}),
        ("till.paired", {**here, "pairing": invitation}),
        ("till.revoked", here),
        ("channel.added", {"channel": "wechat"}),
        ("channel.key_replaced", {"channel": "wechat"}),
        ("staff.added", {"badge": badge, "role": "manager", "branch": 2}),
        ("staff.changed", {"badge": badge, "role": "clerk", "branch": 2, "active": True, "new_pin": True}),
        ("till.frozen", here),
    ]
    assert found_wrong(shop.database) == []


@both_engines
def test_a_till_let_in_by_its_digits_is_noted(shop: Shop) -> None:
    new = NewTill(shop.address, invited(shop, typed=True)[1])
    new.start()
    digits = new.digits(new.finish().json)
    before = noted(shop.database, Event.TILL_PAIRED)

    pairing.confirm(shop.database, digits, NOW)

    assert (len(before), len(noted(shop.database, Event.TILL_PAIRED))) == (0, 1)


@both_engines
def test_a_settled_conflict_and_a_step_up_are_noted_without_what_was_said(shop: Shop, till: Counter) -> None:
    with shop.database.write("branch:1") as tx:
        boss = {"name_zh": "周敏", "name_en": "Zhou Min", "role": "manager", "pin_verifier": "-", "active": True}
        tx.execute(insert(tables.staff), {**boss, "branch": 1, "badge": "2001"})
    order = shop.order()
    asked = {"step_up": {"by": "2001", "reason": "王先生 is known here"}}
    given = till.do(all_of(order), order.order_no, **asked)
    clash = till.do(all_of(order), order.order_no)

    settling.resolve(shop.database, clash["conflict"], by="2001", reason="王先生 got both", now=NOW)

    step_up = {"till": till.till.till, "op_id": given["op_id"], "clerk": "1001", "by": "2001"}
    assert noted(shop.database, Event.STEP_UP) == [step_up]
    assert noted(shop.database, Event.CONFLICT_SETTLED) == [{"conflict": clash["conflict"], "by": "2001"}]
    assert "王" not in str(noted(shop.database))
    assert found_wrong(shop.database) == []


def test_who_is_turned_away_is_noted_and_a_flood_of_them_is_one_row(folder: Path) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        with served(Shop(hub)) as shop:
            till, gone = shop.till(), shop.till(name="Till 2")
            tills.revoke(shop.database, gone.till)
            for _ in range(50):
                ask(shop.address, "GET", "/v1/hello", token="guessed")
            gone.ask("GET", "/v1/hello")
            till.ask("GET", "/v1/hello", token=till.token("GET", "/v1/hello", iat=1))
            till.ask("GET", "/v1/hello", token=till.token("GET", "/v1/elsewhere"))
            ask(shop.address, "POST", "/v1/channels/wechat/orders", b"{}", token="guessed")
            guess = NewTill(shop.address, invited(shop)[0])
            guess.start()
            guess.finish(secret=b"guessed")
            invited_till = noted(hub.database, Event.TILL_INVITED)[0]["till"]

        assert noted(hub.database, Event.REQUESTS_REFUSED) == [
            {"reason": "bad_key", "by": "wechat", "times": 1},
            {"reason": "bad_token", "by": "", "times": 50},
            {"reason": "bad_token", "by": till.till.till, "times": 1},
            {"reason": "clock_off", "by": till.till.till, "times": 1},
            {"reason": "revoked", "by": gone.till.till, "times": 1},
            {"reason": "wrong_code", "by": invited_till, "times": 1},
        ]


def test_keys_backups_and_restores_are_noted(tmp_path: Path) -> None:
    open_shop(tmp_path / "hub").hub.close()
    command(tmp_path / "hub", "key", "rotate")
    command(tmp_path / "hub", "key", "revoke", "1")
    command(tmp_path / "hub", "backup", str(tmp_path / "file"))
    with closing(open_hub(settings_of(None, tmp_path / "hub"))) as hub:
        rows = [it["event"] for it in lines(command(tmp_path / "hub", "audit", "list"))]
        assert rows == ["key.rotated", "key.revoked", "hub.backed_up"]
        assert noted(hub.database, Event.KEY_REVOKED)[0]["kid"] == 1

    command(tmp_path / "new", "restore", str(tmp_path / "file"))

    told = lines(command(tmp_path / "new", "audit", "list"))
    assert [it["event"] for it in told] == ["key.rotated", "key.revoked", "hub.restored"], "it goes on where it was"
    assert told[-1]["epoch"] == 2
    assert lines(command(tmp_path / "new", "audit", "verify"))[0]["rows"] == 3


def test_what_was_rolled_back_is_not_noted(shop: Shop) -> None:
    def fail(tx: Transaction) -> None:
        audit.note(tx, Event.CHANNEL_ADDED, NOW, channel="wechat")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shop.database.transact(fail)

    assert (noted(shop.database), newest(shop.database)) == ([], Head())


# ---- whether it was tampered with


@pytest.fixture
def written(shop: Shop) -> Database:
    """Nine rows."""
    for number in range(9):
        with shop.database.write() as tx:
            audit.note(tx, Event.CHANNEL_ADDED, NOW + timedelta(seconds=number), channel=f"shop-{number}")
    return shop.database


CHANGES = {
    "what": 'UPDATE audit SET what = \'{"channel":"innocent"}\' WHERE seq = 4',
    "event": "UPDATE audit SET event = 'till.revoked' WHERE seq = 4",
    "time": "UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 4",
    "hash": f"UPDATE audit SET hash = '{'a' * 64}' WHERE seq = 4",  # noqa: S608
    "first": "UPDATE audit SET at_ms = 0 WHERE seq = 1",
    "last": "UPDATE audit SET at_ms = 0 WHERE seq = 9",
    "removed": "DELETE FROM audit WHERE seq = 4",
    "first removed": "DELETE FROM audit WHERE seq = 1",
    "last removed": "DELETE FROM audit WHERE seq = 9",
    "end cut": "DELETE FROM audit WHERE seq > 5",
    "all gone": "DELETE FROM audit",
    "added": f"INSERT INTO audit SELECT 10, at_ms, event, what, '{'b' * 64}' FROM audit WHERE seq = 9",  # noqa: S608
    "swapped": "UPDATE audit SET seq = CASE seq WHEN 4 THEN 1005 ELSE 1004 END WHERE seq IN (4, 5);"
    "UPDATE audit SET seq = seq - 1000 WHERE seq > 1000",
    "closed up": "DELETE FROM audit WHERE seq = 4;UPDATE audit SET seq = seq + 1000 WHERE seq > 4;"
    "UPDATE audit SET seq = seq - 1001 WHERE seq > 1000",
    "head back": "UPDATE setting SET value = (SELECT '8:' || hash FROM audit WHERE seq = 8) WHERE name = 'audit_head'",
    "head gone": "DELETE FROM setting WHERE name = 'audit_head'",
}


@both_engines
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_done_to_a_row_is_told(written: Database, change: str) -> None:
    assert found_wrong(written) == []

    with written.write() as tx:
        for statement in CHANGES[change].split(";"):
            tx.execute(text(statement.replace(":", "\\:")))

    assert found_wrong(written) != []


def test_one_changed_row_is_one_complaint_that_names_it(written: Database) -> None:
    with written.write() as tx:
        tx.execute(text(CHANGES["time"]))

    assert found_wrong(written) == ["row 4 is not as it was written, or not where"]


@pytest.mark.parametrize("seq", range(1, 10))
def test_a_row_written_anew_with_a_hash_that_fits_it_does_not_fit_what_follows(written: Database, seq: int) -> None:
    columns = tables.audit.c
    with written.write() as tx:
        row = {**audit.rows(tx, after=seq - 1, limit=1)[0], "what": '{"channel":"innocent"}'}
        before = audit.rows(tx, after=seq - 2, limit=1)[0]["hash"] if seq > 1 else audit.FIRST
        row["hash"] = audit._hash(before, row)  # pyright: ignore[reportPrivateUsage]  as the forger would
        tx.execute(update(tables.audit).where(columns.seq == seq).values(what=row["what"], hash=row["hash"]))

    assert len(found_wrong(written)) == 1


@pytest.mark.parametrize("rewrite", ["cut", "anew"])
def test_who_writes_the_whole_end_anew_is_betrayed_by_a_head_that_was_kept(written: Database, rewrite: str) -> None:
    """Whoever may write everything can make a chain that fits; not one that fits what was mailed last night."""
    head = newest(written)
    with written.write() as tx:
        tx.execute(text("DELETE FROM audit WHERE seq > 5"))
        fifth = tx.execute(select(tables.audit.c.hash).where(tables.audit.c.seq == 5)).scalar_one()
        tx.execute(text("UPDATE setting SET value = :it WHERE name = 'audit_head'"), {"it": f"5:{fifth}"})
        if rewrite == "anew":
            for _ in range(4):
                audit.note(tx, Event.CHANNEL_ADDED, NOW, channel="innocent")

    assert found_wrong(written) == []
    assert len(found_wrong(written, head)) == 1


def served_hub(folder: Path, act: Callable[[Hub], object]) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        act(hub)


def test_the_commands_verify_and_keep_a_signed_head(folder: Path, tmp_path: Path) -> None:
    def begin(hub: Hub) -> None:
        add_channel(hub.database, "wechat")
        assert audit_heads.keep(hub, NOW)
        add_channel(hub.database, "webshop")
        assert not audit_heads.keep(hub, NOW + timedelta(hours=23)), "one a day"
        assert audit_heads.keep(hub, NOW + timedelta(hours=25))
        assert not audit_heads.keep(hub, NOW + timedelta(hours=50)), "there is nothing new"

    served_hub(folder, begin)
    printed = command(folder, "audit", "head")
    (tmp_path / "mailed").write_text(printed.stdout)
    fine = lines(command(folder, "audit", "verify", "--heads", str(tmp_path / "mailed")))
    assert (fine[0]["rows"], fine[0]["heads_compared"]) == (2, 3)

    served_hub(folder, lambda hub: hub.database.transact(lambda tx: tx.execute(text("DELETE FROM audit"))))
    served_hub(
        folder,
        lambda hub: hub.database.transact(lambda tx: tx.execute(text("DELETE FROM setting WHERE name = 'audit_head'"))),
    )
    tampered = command(folder, "audit", "verify")

    assert tampered.returncode == 1
    assert json.loads(tampered.stdout) == {"complaint": "rows 1 to 2 are missing"}
    assert "not as it was written" in tampered.stderr


@pytest.mark.parametrize("harm", ["hash", "signature", "cut", "foreign"])
def test_a_head_that_the_hub_did_not_sign_is_refused(folder: Path, tmp_path: Path, harm: str) -> None:
    served_hub(folder, lambda hub: add_channel(hub.database, "wechat"))
    said = json.loads(command(folder, "audit", "head").stdout)
    line = {
        "hash": json.dumps({**said, "hash": "0" * 64}),
        "signature": json.dumps({**said, "signature": "AAAA"}),
        "cut": json.dumps(said)[:-9],
        "foreign": "[1]",
    }[harm]
    (tmp_path / "mailed").write_text(line)

    done = command(folder, "audit", "verify", "--heads", str(tmp_path / "mailed"))

    assert (done.returncode, done.stdout) == (1, "")
    assert "line 1" in done.stderr
    assert "Traceback" not in done.stderr


# ---- who may write it


@pytest.mark.on_postgresql
def test_a_role_that_may_only_add_rows_is_enough_for_a_hub(postgresql: str, tmp_path: Path) -> None:
    """The statements are those of docs/operations.md."""
    document = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
    grants = document.partition("```sql\n")[2].partition("```")[0]
    with fresh_database(postgresql) as url:
        assert url is not None
        open_hub(settings_of(url, tmp_path)).close()  # the owner makes the tables
        with closing(Database(url)) as owner, owner.alone() as connection:
            for statement in filter(str.strip, grants.replace("clerk_hub", "clerk_test_hub").split(";")):
                connection.execute(text(statement))
        try:
            _serves_as_that_role(url, tmp_path)
        finally:
            with closing(Database(url)) as owner, owner.alone() as connection:
                connection.execute(text("DROP OWNED BY clerk_test_hub"))
                connection.execute(text("DROP ROLE clerk_test_hub"))


def _serves_as_that_role(url: str, folder: Path) -> None:
    as_role = Database(url).url.set(username="clerk_test_hub")
    with closing(open_hub(settings_of(as_role.render_as_string(hide_password=False), folder))) as hub:
        add_channel(hub.database, "wechat")
        for forbidden in ("UPDATE audit SET at_ms = 0", "DELETE FROM audit", "TRUNCATE audit"):
            with pytest.raises(Exception, match="permission denied"), hub.database.write() as tx:
                tx.execute(text(forbidden))
        with hub.database.read() as reader:
            assert reader.execute(select(func.count()).select_from(tables.audit)).scalar_one() == 1
        assert found_wrong(hub.database) == []
