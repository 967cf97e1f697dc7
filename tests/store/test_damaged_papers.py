"""Profile and keys, hurt: said before anything is changed; and files that stand beside the wrong ones of these."""

import json
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from clerk_app.credentials import save_secrets
from clerk_app.desk import outbox, pickups
from clerk_app.errors import DatabaseDamaged, KeysLost, PairingRequired, SecretsLocked
from clerk_app.settings import load_profile, save_profile
from clerk_app.till import Till, open_till
from tests.builders import an_order
from tests.store.test_damage import Hurt, emptied, flipped, gone
from tests.tills import GRACE, SECRETS, HandClock, a_profile, a_till, code_of

KEYS = {"keys.json": {}, "keys.sealed": {"CLERK_PASSPHRASE": "four words by heart"}}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A till after one hand-over that the hub has not heard of, with its keys in a plain file and in a sealed one."""
    folder, order = tmp_path_factory.mktemp("day") / "till", an_order()
    with closing(a_till(folder, order)) as till:
        assert pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE).op_id
        till.remember()
    for environment in KEYS.values():
        save_secrets(folder, a_profile(practice=not environment), SECRETS, environment=environment)
    return folder


def shortened(path: Path, _chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[:-2])


def a_copy(day: Path, folder: Path, *, keys: str) -> Path:
    """The till as it starts with only this file of keys."""
    shutil.copytree(day, folder)
    for other in KEYS.keys() - {keys}:
        (folder / other).unlink()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {it.name: it.read_bytes() for it in folder.iterdir() if it.is_file()}


def refused(folder: Path, kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> str:
    """Start, and return why not; nothing was changed by it."""
    before = contents(folder)
    with pytest.raises(kind) as raised:
        _opened(folder, monkeypatch).close()
    assert contents(folder) == before
    return str(raised.value)


def _opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Till:
    monkeypatch.setenv("CLERK_PASSPHRASE", KEYS["keys.sealed"]["CLERK_PASSPHRASE"])
    return open_till(folder, clock=HandClock())


def opens_with_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    with closing(_opened(folder, monkeypatch)) as till:
        return till.repairs == () and outbox.waiting(till) == 1


@pytest.mark.parametrize("keys", KEYS)
def test_papers_that_are_whole_open_the_till(
    day: Path, tmp_path: Path, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opens_with_all(a_copy(day, tmp_path / "till", keys=keys), monkeypatch)


def test_every_byte_of_the_profile_that_changes_is_noticed(
    day: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    whole = (folder / "profile.json").read_bytes()
    chance = random.Random(1)

    for place in range(len(whole)):
        hurt = bytearray(whole)
        hurt[place] ^= 1 << chance.randrange(8)
        (folder / "profile.json").write_bytes(hurt)
        with pytest.raises(DatabaseDamaged):
            load_profile(folder)

    (folder / "profile.json").write_bytes(whole)
    assert opens_with_all(folder, monkeypatch)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'"till"', b"\xff\xfe", b"\x93" * 700])
def test_a_profile_that_is_none_is_said(
    day: Path, tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    (folder / "profile.json").write_bytes(content)

    assert "profile.json" in refused(folder, DatabaseDamaged, monkeypatch)


def test_a_profile_of_an_earlier_version_is_read(day: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    fields = json.loads((folder / "profile.json").read_text())
    del fields["check"]
    (folder / "profile.json").write_text(json.dumps(fields))

    assert opens_with_all(folder, monkeypatch)


def test_another_tills_profile_is_found_out_before_anything_is_done_in_its_name(
    day: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    save_profile(folder, a_profile(till="0192f0c1-0000-7000-8000-000000000002"))

    assert "another till's" in refused(folder, DatabaseDamaged, monkeypatch)


def test_a_till_without_its_profile_is_paired_anew(day: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    (folder / "profile.json").unlink()

    refused(folder, PairingRequired, monkeypatch)


@pytest.mark.parametrize("hurt", [flipped, shortened, emptied, gone], ids=lambda it: it.__name__)
@pytest.mark.parametrize("keys", KEYS)
def test_keys_that_are_hurt_are_said_and_nothing_is_changed(
    day: Path, tmp_path: Path, keys: str, hurt: Hurt, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(12 if hurt is flipped else 1):
        folder = a_copy(day, tmp_path / str(seed), keys=keys)
        hurt(folder / keys, random.Random(seed))

        refused(folder, SecretsLocked, monkeypatch)


def test_another_tills_keys_open_nothing_and_change_nothing(
    day: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    other = type(SECRETS)(b"o" * 32, b"l" * 32)
    save_secrets(folder, a_profile(), other, environment={})

    assert "pair the till anew" in refused(folder, KeysLost, monkeypatch)

    save_secrets(folder, a_profile(), SECRETS, environment={})
    assert opens_with_all(folder, monkeypatch)


@pytest.mark.parametrize("hurt", [flipped, emptied, gone], ids=lambda it: it.__name__)
def test_a_mark_that_is_hurt_costs_nothing(
    day: Path, tmp_path: Path, hurt: Hurt, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_copy(day, tmp_path / "till", keys="keys.json")
    hurt(folder / "keys.mark", random.Random(3))

    assert opens_with_all(folder, monkeypatch)
