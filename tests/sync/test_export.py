"""What cannot be sent goes to head office as a file: whole, exactly once, and readable by the hub alone."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from clerk_app import signing
from clerk_app.cli import main as clerk
from clerk_app.credentials import load_secrets
from clerk_app.desk import conflicts, pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder
from clerk_app.domain.settling import Attention
from clerk_app.errors import PairingRequired, TillRevoked
from clerk_app.exporting import CannotWrite, FileThere, export
from clerk_app.leaving import OutboxNotEmpty, unpair
from clerk_app.settings import PROFILE_FILE, journal_file
from clerk_app.store import journal as journals
from clerk_app.store import salvage
from clerk_app.store.profile_lock import hold_profile
from clerk_app.till import open_till
from clerk_app.wire import EXPORT_MAX_BYTES
from clerk_app.wire.journal import Owner
from hub import audit, importing, tables, tills
from hub.cli import main as clerk_hub
from tests.sync.counter import LI_NA, Counter, Street, a_street

COLLECTED_BY = "王小明的妈妈"


def taken_in(capsys: pytest.CaptureFixture[str], street: Street, file: Path) -> tuple[int, Any, str]:
    capsys.readouterr()
    code = clerk_hub(["import", str(file), "--data", str(street.folder / "hub")])
    captured = capsys.readouterr()
    return code, json.loads(captured.out) if captured.out else None, captured.err


def do_something(street: Street, till: Counter) -> PickupOrder:
    """A hand-over while the hub is out of reach."""
    order = street.shop.order()
    till.sync()
    till.cut()
    assert till.hand_over(order).word is Word.SAVED
    return order


def audited(street: Street) -> list[str]:
    with street.shop.database.read() as reader:
        events = [row["event"] for row in audit.rows(reader, limit=100)]
    return [event for event in events if event.startswith("file.")]


def operations_at_hub(street: Street) -> int:
    with street.shop.database.read() as reader:
        return reader.execute(select(func.count()).select_from(tables.operation)).scalar_one()


@pytest.mark.parametrize("is_synced", ["before", "after", "between", "never"])
def test_what_a_file_brings_counts_once_whichever_way_the_till_sends_it_too(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str], is_synced: str
) -> None:
    order, file = do_something(street, till), tmp_path / "out" / "till.clerk-export"
    export(till.till, file)
    till.mend()

    if is_synced == "before":
        till.sync()
    first = taken_in(capsys, street, file)
    if is_synced == "between":
        till.sync()
    second = taken_in(capsys, street, file)
    if is_synced == "after":
        till.sync()

    applied = "duplicate" if is_synced == "before" else "applied"
    assert (first[0], first[1]["answered"]) == (0, {applied: 1})
    assert (second[0], second[1]["answered"]) == (0, {"duplicate": 1})
    assert street.hand_overs(order) == 1
    assert operations_at_hub(street) == 1
    assert till.waiting() == (1 if is_synced == "never" else 0)
    assert conflicts.conflicts(till.till) == ()
    assert audited(street) == ["file.imported"] * 2


def test_a_till_goes_on_after_its_file_was_taken_in(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    do_something(street, till)
    export(till.till, tmp_path / "file")
    taken_in(capsys, street, tmp_path / "file")
    till.mend()

    later = street.shop.order()
    till.sync()
    done = till.hand_over(later)
    till.sync()

    assert till.word(done) is Word.DONE
    assert operations_at_hub(street) == 2


def test_more_than_a_batch_goes_into_one_file(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = [street.shop.order() for _ in range(130)]
    till.sync()
    till.cut()
    for order in orders:
        till.hand_over(order)

    written = export(till.till, tmp_path / "file")
    code, told, _ = taken_in(capsys, street, tmp_path / "file")

    assert written.operations == 130
    assert (code, told["operations"], told["answered"]) == (0, 130, {"applied": 130})


def test_no_person_can_be_read_in_the_file(street: Street, till: Counter, tmp_path: Path) -> None:
    order = street.shop.order()
    till.sync()
    till.cut()
    pickups.hand_over(till.till, till.look(order), clerk=LI_NA, identity=Identity.PHONE_TAIL, collected_by=COLLECTED_BY)

    export(till.till, tmp_path / "file")

    raw = (tmp_path / "file").read_bytes()
    for secret in (COLLECTED_BY, LI_NA.badge, LI_NA.name, str(order.order_no), "handed_over"):
        assert secret.encode() not in raw
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0


def test_every_damaged_byte_is_noticed_and_nothing_is_taken_in(street: Street, till: Counter, tmp_path: Path) -> None:
    do_something(street, till)
    export(till.till, tmp_path / "file")
    whole = (tmp_path / "file").read_bytes()
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    damaged += [_signature_spelled_otherwise(whole)]
    damaged += [whole[:cut] for cut in range(0, len(whole), 29)] + [whole + b"x", b"", b"CLERK-EXPORT-1\n\n\n"]

    for raw in damaged:
        (tmp_path / "damaged").write_bytes(raw)
        with pytest.raises(importing.NotTakenIn):
            importing.take_in(street.shop.hub, tmp_path / "damaged", now=till.till.time.now())

    assert operations_at_hub(street) == 0
    importing.take_in(street.shop.hub, tmp_path / "file", now=till.till.time.now())
    assert operations_at_hub(street) == 1


def _signature_spelled_otherwise(whole: bytes) -> bytes:
    """The last of its characters says two bits only: four spellings are the same signature."""
    magic, header, signature, box = whole.split(b"\n", 3)
    other = {b"A": b"B", b"Q": b"R", b"g": b"h", b"w": b"x"}[signature[-1:]]
    return b"\n".join((magic, header, signature[:-1] + other, box))


def test_a_file_larger_than_any_till_writes_is_not_read(street: Street, till: Counter, tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(EXPORT_MAX_BYTES + 1)
    with pytest.raises(importing.NotTakenIn, match="larger"):
        importing.take_in(street.shop.hub, tmp_path / "file", now=till.till.time.now())


def test_what_a_till_did_comes_from_its_journal_when_its_keys_are_gone(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = do_something(street, till)
    shutil.copyfile(journal_file(till.till.folder), tmp_path / "ledger.journal")  # all that is left of the computer

    first = taken_in(capsys, street, tmp_path / "ledger.journal")
    second = taken_in(capsys, street, tmp_path / "ledger.journal")

    assert (first[0], first[1]["till"], first[1]["answered"]) == (0, till.till.profile.till, {"applied": 1})
    assert (second[0], second[1]["answered"]) == (0, {"duplicate": 1})
    assert street.hand_overs(order) == 1


def test_a_damaged_journal_gives_what_can_still_be_read_and_never_anything_else(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    do_something(street, till)
    whole = journal_file(till.till.folder).read_bytes()
    used = len(whole.rstrip(bytes(1)))
    file = tmp_path / "ledger.journal"

    for at in range(0, used, 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(importing.NotTakenIn):  # there is one record, and each byte of it counts
            importing.take_in(street.shop.hub, file, now=till.till.time.now())

    assert operations_at_hub(street) == 0


def test_another_hub_cannot_open_a_journal(street: Street, till: Counter, tmp_path: Path) -> None:
    do_something(street, till)
    with a_street(tmp_path / "elsewhere") as other, pytest.raises(importing.NotTakenIn, match="another hub's"):
        importing.take_in(other.shop.hub, journal_file(till.till.folder), now=till.till.time.now())


def _sealed_for_nobody(*, public_key: bytes, message: bytes) -> bytes:
    """As an earlier version left the place for it."""
    return b""


def test_a_journal_of_an_earlier_version_is_written_anew_for_the_hub_too(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    do_something(street, till)
    folder, profile = till.till.folder, till.till.profile
    file_key = load_secrets(folder, profile).file_key(journal_file(folder).name)
    with till.till.ledger.read() as kept, pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing, "sealed_for", _sealed_for_nobody)
        owner = Owner(profile.till, file_key, profile.root_public_key)
        journals.begin(journal_file(folder), owner, salvage.written(kept))
    with pytest.raises(importing.NotTakenIn):
        importing.take_in(street.shop.hub, journal_file(folder), now=till.till.time.now())

    till.till.close()
    again = street.opened(folder, till.line)

    assert again.till.repairs == ()
    done = importing.take_in(street.shop.hub, journal_file(folder), now=till.till.time.now())
    assert done.answered == {"applied": 1}


def test_a_file_of_another_hub_is_refused_by_its_name(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    do_something(street, till)
    export(till.till, tmp_path / "file")
    with a_street(tmp_path / "elsewhere") as other:
        code = clerk_hub(["import", str(tmp_path / "file"), "--data", str(other.folder / "hub")])
        said = capsys.readouterr().err
        taken = operations_at_hub(other)

    assert (code, taken) == (1, 0)
    assert "another hub" in said
    assert "Nothing was taken in" in said


def test_what_a_withdrawn_till_did_counts_and_is_put_before_the_managers(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = street.till()
    order = do_something(street, till)
    export(till.till, tmp_path / "file")
    with street.shop.database.read() as reader:
        mine = tills.load_till(reader, till.till.profile.till)
    assert mine is not None
    tills.revoke(street.shop.database, mine)
    till.mend()
    with pytest.raises(TillRevoked):
        till.sync()

    taken_in(capsys, street, tmp_path / "file")
    code, told, _ = taken_in(capsys, street, tmp_path / "file")
    other.sync()

    (seen,) = conflicts.conflicts(other.till)
    assert (code, told["active"], told["answered"]) == (0, False, {"duplicate": 1})
    assert street.hand_overs(order) == 1
    assert (seen.kind, seen.order_no) == (Attention.TILL_REVOKED, order.order_no)
    assert [(side.till_name, side.clerk, side.pieces) for side in seen.sides] == [("Till 1", LI_NA.badge, 3)]


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
def test_the_file_of_a_till_whose_disk_was_copied_is_not_mixed_with_the_others_acts(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = street.shop.order(), street.shop.order()
    till.sync()
    till.till.close()
    shutil.copytree(till.till.folder, tmp_path / "copy")
    original = street.opened(till.till.folder, till.line)
    copy = street.opened(tmp_path / "copy", till.line)
    copy.hand_over(second)
    export(copy.till, tmp_path / "file")
    original.hand_over(first)
    original.sync()

    code, told, said = taken_in(capsys, street, tmp_path / "file")

    assert (code, told["answered"], street.hand_overs(second)) == (1, {}, 0)
    assert "Not all was taken in" in said


def test_where_nothing_waits_no_file_is_written_and_none_is_overwritten(
    street: Street, till: Counter, tmp_path: Path
) -> None:
    assert export(till.till, tmp_path / "file").operations == 0
    assert not (tmp_path / "file").exists()

    do_something(street, till)
    export(till.till, tmp_path / "file")
    with pytest.raises(FileThere):
        export(till.till, tmp_path / "file")
    (tmp_path / "flat").touch()
    with pytest.raises(CannotWrite):
        export(till.till, tmp_path / "flat" / "file")


def test_a_till_with_something_to_send_is_not_left_without_a_file(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order, folder = do_something(street, till), till.till.folder
    till.till.close()

    with pytest.raises(OutboxNotEmpty):
        unpair(folder)
    kept = (folder / PROFILE_FILE).exists()
    left = unpair(folder, export_to=tmp_path / "file")

    assert kept
    with pytest.raises(PairingRequired):
        open_till(folder)
    assert not list(folder.glob("cache.db*"))
    assert (folder / f"before-{left.till}" / "ledger.db").exists()
    assert taken_in(capsys, street, tmp_path / "file")[1]["answered"] == {"applied": 1}
    assert street.hand_overs(order) == 1


def test_the_commands_say_in_words_what_they_did_and_why_not(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    do_something(street, till)
    profile = ["--profile", str(till.till.folder)]
    till.till.remember()

    def typed(*words: str) -> tuple[int, str, str]:
        code = clerk([*words, *profile])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    capsys.readouterr()
    waiting = typed("outbox", "--waiting", "--json")
    refused = typed("unpair")
    window = hold_profile(till.till.folder)
    assert window is not None
    beside_a_window = typed("unpair")
    written = typed("export", str(tmp_path / "file"), "--json")  # beside the window, as every other command
    again = typed("export", str(tmp_path / "file"))
    window.release()

    assert (waiting[0], len(waiting[1].splitlines())) == (1, 1)
    assert (refused[0], "Still to send: 1" in refused[2]) == (1, True)
    assert (beside_a_window[0], "window" in beside_a_window[2]) == (1, True)
    assert (written[0], json.loads(written[1])["operations"]) == (0, 1)
    assert (again[0], "is there already" in again[2]) == (1, True)
    assert clerk(["unpair", "--export", str(tmp_path / "two"), *profile]) == 0


def test_another_version_is_installed_only_where_nothing_waits_or_it_is_in_a_file(
    street: Street, till: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file = till.till.folder, tmp_path / "file"
    profile = ["--profile", str(folder)]
    assert clerk(["before-update", *profile]) == 0, "nothing waits"
    order = do_something(street, till)
    till.till.remember()
    capsys.readouterr()

    refused = clerk(["before-update", *profile])
    said = capsys.readouterr().err
    window = hold_profile(folder)
    assert window is not None
    beside_a_window = clerk(["before-update", "--export", str(file), *profile])
    window.release()
    ready = clerk(["before-update", "--export", str(file), *profile])

    assert (refused, "Still to send: 1" in said) == (1, True)
    assert (beside_a_window, ready, file.exists()) == (1, 0, True)
    assert taken_in(capsys, street, file)[1]["answered"] == {"applied": 1}
    assert street.hand_overs(order) == 1
