"""The keys behind pickup codes: always one that signs, the next one known early, and none that leaks."""

import os
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from clerk_app.domain.key_set import KeyStatus
from hub import keys, migrations, reissue, tables
from hub.keys import FILE_NAME, KeyFile
from hub.opening import WrongKeys, open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop

START = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_there_is_always_a_key_that_signs_and_the_next_is_known_14_days_before() -> None:
    known = keys.new_keys(START)
    published: dict[int, datetime] = {it.key.kid: START for it in known.issuers}

    for day in range(400):
        now = START + timedelta(days=day)
        known = keys.renewed(known, now)
        for it in known.issuers:
            published.setdefault(it.key.kid, now)
        signer = known.signer(now)
        assert day == 0 or published[signer.key.kid] <= max(START, signer.key.sign_from - timedelta(days=14))
        assert signer.key.verify_until >= now + timedelta(days=60)

    assert len(published) == 5
    assert known.seq == 400


def test_a_rotation_waits_until_every_till_knows_the_new_key() -> None:
    first = keys.new_keys(START)

    rotated = keys.rotated(first, START, at_once=False)

    assert rotated.signer(START).key.kid == 1
    assert rotated.signer(START + timedelta(days=13)).key.kid == 1
    assert rotated.signer(START + timedelta(days=14)).key.kid == 2
    assert keys.rotated(first, START, at_once=True).signer(START + timedelta(seconds=1)).key.kid == 2


@pytest.mark.both_engines
def test_a_stolen_key_is_revoked_and_its_open_codes_are_issued_anew(shop: Shop, till: Counter) -> None:
    order = shop.order()
    now = datetime.now(UTC)

    revoked = keys.without(shop.hub.keys, 1, now)
    assert reissue.codes_of_key(shop.database, revoked, 1, now) == 1

    told = till.order(order.order_no)
    assert [it.key.status for it in revoked.issuers] == [KeyStatus.REVOKED, KeyStatus.ACTIVE]
    assert (told["gen"], told["status"]) == (2, "ready")
    assert list(till.entities("revoked")) == [order.pickup_id]
    answer = till.ask("POST", f"/v1/pickups/{order.pickup_id}/hold", {"clerk": "1001"})
    assert answer.json["order"]["pickup_id"] == told["pickup_id"] != order.pickup_id


def test_the_command_rotates_the_keys_of_a_running_hub(shop: Shop, till: Counter, folder: Path) -> None:
    before = till.ask("GET", "/v1/hello").json["key_set"]["key_set"]

    command = [sys.executable, "-m", "hub", "key", "rotate", "--now", "--data", str(folder)]
    subprocess.run(command, check=True, capture_output=True)

    after = till.ask("GET", "/v1/hello").json["key_set"]["key_set"]
    fed = [change.body for change in till.page(scope="global").changes if change.entity == "key_set"]
    assert after["seq"] == before["seq"] + 1
    assert [key["kid"] for key in after["keys"]] == [1, 2]
    assert fed[0] is not None
    assert fed[0]["key_set"] == after
    assert shop.hub.keys.signer(datetime.now(UTC) + timedelta(seconds=2)).key.kid == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions there")
def test_only_the_owner_can_read_the_keys(folder: Path) -> None:
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    found = KeyFile(folder).read()
    assert found is not None
    assert found.root_seed.hex() not in repr(found)
    assert found.issuers[0].seed.hex() not in repr(found)
    if (folder / "hub.db").exists():
        assert found.root_seed not in (folder / "hub.db").read_bytes()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only there one sees what a sync is of")
def test_changed_keys_have_their_name_on_the_disk_before_any_till_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file, synced, sync = KeyFile(folder), list[Path](), os.fsync
    found = key_file.read()
    assert found is not None

    def remembered(file: int) -> None:
        sync(file)
        synced.append(Path(f"/proc/self/fd/{file}").resolve())

    monkeypatch.setattr(os, "fsync", remembered)
    key_file.write(keys.rotated(found, START, at_once=True))

    assert synced[-1] == folder.resolve()


def test_a_hub_without_its_keys_does_not_pretend(folder: Path) -> None:
    (folder / FILE_NAME).unlink()

    with pytest.raises(WrongKeys):
        open_hub(settings_of(None, folder))


@pytest.mark.both_engines
def test_the_migrations_lead_to_the_tables(folder: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))

    with closing(open_hub(settings_of(None, folder))) as hub, hub.database.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)

    assert differences == []
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD
