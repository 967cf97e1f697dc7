"""What people mistype at a hub: one line says what is the matter, and the exit code tells of what kind it is."""

import io
import json
import os
import shutil
import socket
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from hub.cli import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("chain") / "hub"
    size = ["--products", "30", "--members", "3", "--orders", "8", "--branches", "2"]
    assert main(["demo", "--data", str(made), *size]) == 0
    return made


def typed(capsys: pytest.CaptureFixture[str], words: Sequence[object]) -> tuple[int, str]:
    """Run `clerk-hub …`; returns the exit code and what was said, on one line, of what went wrong."""
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as mistyped:
        code = int(str(mistyped.code))
    out, err = capsys.readouterr()
    assert out == ""
    return code, err.splitlines()[-1]


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nonsense", "This is no database URL of a hub."),
        ("mysql://shop", "This is no database URL of a hub."),
        ("postgresql+asyncpg://shop", "This is no database URL of a hub."),
        (
            "postgresql://clerk:secret@127.0.0.1:1/hub",
            "the database postgresql://clerk:***@127.0.0.1:1/hub cannot be used",
        ),
    ],
)
def test_a_bad_database_url_is_told_without_its_password(
    url: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(capsys, ["channel", "list", "--database-url", url, "--data", tmp_path])

    assert (code, said.startswith(sentence)) == (3, True)


def test_a_folder_that_cannot_be_a_hubs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("no folder")

    for data in (tmp_path / "file", tmp_path / "file" / "below"):
        code, said = typed(capsys, ["channel", "list", "--data", data])

        assert (code, said.startswith(f"{data} cannot be used: ")) == (3, True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to this account")
def test_a_folder_that_is_forbidden_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)

    code, said = typed(capsys, ["channel", "list", "--data", tmp_path / "closed" / "hub"])

    assert (code, "cannot be used: " in said) == (3, True)


def test_files_that_are_no_hubs_or_not_of_one_hub_are_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("garbage", "keyless", "newer"):
        shutil.copytree(folder, tmp_path / name)
    (tmp_path / "garbage" / "hub.db").write_bytes(b"this was a hub" * 500)
    (tmp_path / "keyless" / "hub-keys.json").unlink()
    with closing(sqlite3.connect(tmp_path / "newer" / "hub.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    garbage = typed(capsys, ["channel", "list", "--data", tmp_path / "garbage"])
    keyless = typed(capsys, ["channel", "list", "--data", tmp_path / "keyless"])
    newer = typed(capsys, ["channel", "list", "--data", tmp_path / "newer"])

    assert (garbage[0], "file is not a database" in garbage[1]) == (3, True)
    assert (keyless[0], keyless[1].endswith("the right --data?")) == (3, True)
    assert (newer[0], "was written by a newer hub" in newer[1]) == (3, True)


def test_a_port_that_is_taken_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, said = typed(capsys, ["serve", "--data", folder, "--port", port])

    assert (code, said) == (1, f"cannot listen on 127.0.0.1:{port}: {os.strerror(98)}")


@pytest.mark.parametrize(
    "words",
    [
        ["till", "add", "--name", "Till 9", "--branch", "99"],
        ["staff", "list", "--branch", "99"],
        ["order", "list", "--branch", "99"],
    ],
)
def test_a_branch_that_is_not_there_is_told(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = typed(capsys, [*words, "--data", folder])

    assert (code, said) == (1, f"there is no branch 99 in the hub of {folder}; is it the right --data?")


def test_a_channel_is_added_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = typed(capsys, ["channel", "add", "webshop", "--data", folder])

    assert (code, said) == (1, "This channel is there already (see --new-key).")


def test_a_pin_that_nobody_can_type_is_asked_for_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLERK_PIN", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    code, said = typed(capsys, ["staff", "add", "--branch", "1", "--name-zh", "甲", "--name-en", "A", "--data", folder])

    assert (code, said) == (1, "The PIN is needed: type it at a terminal, or set CLERK_PIN.")


@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--port", "99999"],
        ["serve", "--public-url", "nonsense"],
        ["till", "add", "--branch", "1", "--name", "Till 9", "--url", "http://[::1"],
        ["till", "add", "--branch", "1", "--name", " "],
        ["till", "add", "--branch", str(10**24), "--name", "Till 9"],
        ["order", "list", "--branch", "0"],
        ["order", "show", "abc"],
        ["demo", "--members", str(10**20)],
        ["demo", "--orders", "many"],
    ],
)
def test_what_is_mistyped_ends_with_two_and_changes_nothing(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(capsys, [*words, "--data", tmp_path / "hub"])

    assert (code, said.startswith("clerk-hub ")) == (2, True)
    assert not (tmp_path / "hub").exists()


def test_a_name_is_kept_without_its_spaces(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["till", "add", "--branch", "1", "--name", " Till 9 ", "--data", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["code"].startswith("CLERK1.")


def test_no_hub_is_made_by_a_command_that_looks_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = typed(capsys, ["channel", "list", "--data", tmp_path / "nowhere"])

    assert (code, "There is no hub in" in said) == (3, True)
    assert not (tmp_path / "nowhere").exists()
