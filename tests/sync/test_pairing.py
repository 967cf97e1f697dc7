"""How a computer becomes a till, and how it does not."""

from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from clerk_app.credentials import Kept
from clerk_app.errors import HubUnreachable, PairingRequired, SecretsLocked, Why
from clerk_app.hub_client import client_for
from clerk_app.pairing import PairingRefused, WhyNotPaired, pair
from clerk_app.settings import load_profile
from clerk_app.sync import sync_once
from clerk_app.till import open_till
from hub import pairing, tables
from tests.sync.counter import Counter, Street, a_street
from tests.tills import opened_aside


def unasked(digits: str) -> None:
    pytest.fail(f"nobody expected {digits}")


def never() -> bool:
    return False


def invited(street: Street, *, minutes_ago: int = 0) -> str:
    now = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    invitation, _ = pairing.invite(street.shop.database, branch=2, name="Till 9", typed=False, now=now)
    return pairing.pairing_string(invitation, street.shop.hub.keys, url=street.shop.address)


def how_many_tills(street: Street) -> int:
    with street.shop.database.read() as reader:
        return reader.execute(select(func.count()).select_from(tables.till)).scalar_one()


def test_eight_typed_characters_need_the_same_six_digits_at_head_office(street: Street, tmp_path: Path) -> None:
    database, now = street.shop.database, datetime.now(UTC)
    _, code = pairing.invite(database, branch=2, name="Till 9", typed=True, now=now)
    confirmed: list[str] = []

    def head_office_looks(digits: str) -> None:
        assert pairing.confirm(database, digits, now) is not None
        confirmed.append(digits)

    paired = pair(
        tmp_path / "new", street.shop.address, code, confirm=head_office_looks, pause=lambda: True, practice=True
    )
    till = open_till(tmp_path / "new")
    hub = client_for(till.profile, key=till.key, time=till.time)
    report = sync_once(till, hub)
    till.close()
    hub.close()

    assert (paired.profile.till_name, paired.profile.branch, len(confirmed)) == ("Till 9", 2, 1)
    assert report.received > 0


def test_a_till_that_head_office_does_not_confirm_is_none(street: Street, tmp_path: Path) -> None:
    _, code = pairing.invite(street.shop.database, branch=2, name="Till 9", typed=True, now=datetime.now(UTC))

    with pytest.raises(PairingRefused) as refused:
        pair(tmp_path / "new", street.shop.address, code, confirm=lambda _digits: None, pause=never, practice=True)

    assert refused.value.reason is WhyNotPaired.NOT_CONFIRMED
    with pytest.raises(PairingRequired):
        load_profile(tmp_path / "new")


def test_a_code_is_good_once_and_for_ten_minutes(street: Street, tmp_path: Path) -> None:
    once, old = invited(street), invited(street, minutes_ago=11)
    pair(tmp_path / "first", "", once, confirm=unasked, pause=never, practice=True)

    reasons: list[WhyNotPaired] = []
    for code in (once, old):
        with pytest.raises(PairingRefused) as refused:
            pair(tmp_path / "second", "", code, confirm=unasked, pause=never, practice=True)
        reasons.append(refused.value.reason)

    assert reasons == [WhyNotPaired.EXPIRED, WhyNotPaired.EXPIRED]


def test_a_computer_that_cannot_keep_keys_does_not_use_the_code_up(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, tills = invited(street), how_many_tills(street)
    monkeypatch.delenv("CLERK_PASSPHRASE", raising=False)

    with pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):  # no keyring here
        pair(tmp_path / "new", "", code, confirm=unasked, pause=never)
    nobody_new = how_many_tills(street)
    monkeypatch.setenv("CLERK_PASSPHRASE", "four words by heart")
    paired = pair(tmp_path / "new", "", code, confirm=unasked, pause=never)

    assert nobody_new == tills
    assert paired.kept is Kept.SEALED_FILE
    assert {it.name for it in (tmp_path / "new").iterdir()} == {"profile.json", "keys.sealed"}
    open_till(tmp_path / "new").close()


def test_a_folder_that_cannot_be_written_does_not_use_the_code_up(street: Street, tmp_path: Path) -> None:
    code, tills = invited(street), how_many_tills(street)
    (tmp_path / "a file").write_text("in the way")

    with pytest.raises(SecretsLocked, match="another folder"):
        pair(tmp_path / "a file", "", code, confirm=unasked, pause=never, practice=True)

    assert how_many_tills(street) == tills
    pair(tmp_path / "new", "", code, confirm=unasked, pause=never, practice=True)


@pytest.mark.parametrize("code", ["", "CLERK1.", "CLERK1.eyJ9", "CLERK1." + "A" * 200, "hello", "K7M29XQ8", "CLERK1.é"])
def test_what_is_no_pairing_code_is_told_before_anything_is_sent(tmp_path: Path, code: str) -> None:
    with pytest.raises(PairingRefused) as refused:
        pair(tmp_path / "new", "http://127.0.0.1:1", code, confirm=unasked, pause=never, practice=True)

    assert refused.value.reason is WhyNotPaired.NOT_A_PAIRING_CODE


def test_a_typed_code_is_not_sent_where_anyone_can_listen(tmp_path: Path) -> None:
    with pytest.raises(PairingRefused) as refused:
        pair(tmp_path / "new", "http://hub.invalid", "K7M29XQ9", confirm=unasked, pause=never, practice=True)

    assert refused.value.reason is WhyNotPaired.NEEDS_TLS


def test_another_hub_at_the_address_of_the_code_is_found_out(street: Street, tmp_path: Path) -> None:
    code = invited(street)

    with a_street(tmp_path / "elsewhere") as elsewhere, pytest.raises(HubUnreachable) as raised:
        pair(tmp_path / "new", elsewhere.shop.address, code, confirm=unasked, pause=never, practice=True)

    assert raised.value.reason is Why.WRONG_HUB


def test_a_till_with_something_to_send_is_not_paired_anew(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    till.hand_over(order)

    with pytest.raises(PairingRefused) as refused:
        pair(till.till.folder, "", invited(street), confirm=unasked, pause=never, practice=True)
    till.sync()
    paired = pair(till.till.folder, "", invited(street), confirm=unasked, pause=never, practice=True)

    assert refused.value.reason is WhyNotPaired.OUTBOX_NOT_EMPTY
    assert paired.profile.till != till.till.profile.till
    assert (till.till.folder / f"before-{till.till.profile.till}" / "ledger.db").exists()


class PowerCut(BaseException):
    """The computer goes off at this very moment."""


def acts_in(folder: Path) -> list[str]:
    with closing(opened_aside(folder, "ledger.db")) as file:
        return [op_id for (op_id,) in file.execute("SELECT op_id FROM operations")]


def assert_the_ledgers_are_apart(folder: Path, act: str) -> None:
    """The old till's ledger is kept once, and the new one's is its own."""
    open_till(folder).close()
    assert acts_in(folder) == []
    assert [acts_in(it.parent) for it in folder.glob("before-*/ledger.db")] == [[act]]


@pytest.mark.parametrize("moves", range(9))
def test_a_power_cut_while_a_till_is_paired_anew_mixes_no_ledgers(
    street: Street, till: Counter, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    order, folder = street.shop.order(), till.till.folder
    till.sync()
    act = till.hand_over(order).op_id
    till.sync()
    till.till.close()
    left, replace = [moves], Path.replace

    def cut_short(path: Path, target: Path) -> Path:
        if path.parent == folder and not left[0]:
            raise PowerCut
        left[0] -= path.parent == folder
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", cut_short)
    with suppress(PowerCut):
        pair(folder, "", invited(street), confirm=unasked, pause=never, practice=True)
    monkeypatch.undo()

    paired = pair(folder, "", invited(street), confirm=unasked, pause=never, practice=True)

    assert paired.profile.till != till.till.profile.till
    assert_the_ledgers_are_apart(folder, act)


def test_a_ledger_that_has_lost_its_profile_is_put_aside_with_what_it_could_not_send(
    street: Street, till: Counter
) -> None:
    order, folder = street.shop.order(), till.till.folder
    till.sync()
    till.cut()
    act = till.hand_over(order).op_id
    till.till.close()
    (folder / "profile.json").unlink()

    pair(folder, "", invited(street), confirm=unasked, pause=never, practice=True)

    assert (folder / f"before-{till.till.profile.till}" / "ledger.db").exists()
    assert_the_ledgers_are_apart(folder, act)
