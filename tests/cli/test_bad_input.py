"""What people mistype: every command says what is the matter in a sentence, and ends with an honest code."""

import json
import os
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from clerk_app.cli import main
from clerk_app.cli.address import hub_address
from clerk_app.cli.ends import CannotGoOn
from clerk_app.scanning.pictures import read_image
from hub import pairing as invitations
from tests.cli.shop import Shop, code_text


def typed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    """Run `clerk …` as a person does; returns the exit code and all that was said."""
    capsys.readouterr()
    code = main(["--profile", str(folder), *words])
    out, err = capsys.readouterr()
    return code, out + err


def a_pairing_string(shop: Shop) -> str:
    now = shop.counter.till.time.now()
    invitation, _ = invitations.invite(shop.street.shop.database, branch=1, name="Till 9", typed=False, now=now)
    return invitations.pairing_string(invitation, shop.street.shop.hub.keys, url=shop.street.shop.address)


def test_a_hub_on_this_computer_is_named_without_http(shop: Shop, tmp_path: Path) -> None:
    address = shop.street.shop.address.removeprefix("http://")

    code, said = typed(shop.capsys, tmp_path / "new", "pair", address, a_pairing_string(shop), "--practice")

    assert (code, said) == (0, "Till 9 · 门店1 Branch 1 (1)\n")


def test_a_code_that_made_this_computer_a_till_says_so_when_it_is_typed_again(shop: Shop, tmp_path: Path) -> None:
    words = ("pair", "", a_pairing_string(shop), "--practice")
    typed(shop.capsys, tmp_path / "new", *words)

    code, said = typed(shop.capsys, tmp_path / "new", *words)
    elsewhere = typed(shop.capsys, tmp_path / "other", *words)

    assert (code, said.startswith("This is already Till 9 of branch 1 门店1 Branch 1.")) == (1, True)
    assert elsewhere == (1, "This code is too old or was used before. Ask head office for a new one.\n")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("hub.example.com", "hub.example.com does not say how to reach the hub. Write https://hub.example.com."),
        ("ftp://hub", "ftp://hub is no address of a hub."),
        ("http://[::1", "http://[::1 is no address of a hub."),
        ("http://a b", "http://a b is no address of a hub."),
        ("http://127.0.0.1:99999", "http://127.0.0.1:99999 is no address of a hub."),
        ("localhost:port", "localhost:port is no address of a hub."),
        ("://", ":// is no address of a hub."),
    ],
)
def test_what_is_no_address_is_told_before_anything_is_kept(
    address: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = typed(capsys, tmp_path / "new", "pair", address, "K7M29XQ9", "--practice")

    assert (code, said.startswith(sentence)) == (1, True)
    assert said.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_an_address_keeps_what_was_typed() -> None:
    assert hub_address("") == ""
    assert hub_address(" https://hub.example.com:8443/ ") == "https://hub.example.com:8443/"
    assert hub_address("[::1]:18080") == "http://[::1]:18080"
    assert hub_address("localhost") == "http://localhost"
    with pytest.raises(CannotGoOn):
        hub_address("localhost.example.com")


def test_each_bad_file_is_told_by_what_is_the_matter(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
    cv2.imwrite(str(tmp_path / "blank.png"), np.full((200, 200), 255, np.uint8))
    matter = {
        "nothere.png": "there is no such file",
        "empty.png": "the file is empty",
        "folder": "this is a folder, not a picture",
        "torn.jpg": "the picture ends within its header",
    }

    for name, trouble in matter.items():
        path = str(tmp_path / name)
        scanned, seen = typed(shop.capsys, shop.folder, "scan", path)
        decoded, found = typed(shop.capsys, shop.folder, "decode", path)
        handed, refused = typed(shop.capsys, shop.folder, "hand-over", path, "--clerk", "1001")

        assert (scanned, decoded, handed) == (2, 1, 1)
        assert trouble.casefold() in seen.casefold()
        assert found == f"{path}: {trouble}\n"
        assert refused == f"{path}: {trouble}.\n"
        assert shop.types("scan", path)[1][0]["reason"] == "unreadable"
    assert typed(shop.capsys, shop.folder, "scan", str(tmp_path / "blank.png"))[0] == 2
    assert shop.types("outbox")[1] == []


def test_two_codes_in_one_picture_are_both_looked_at_and_neither_is_handed_over(shop: Shop, tmp_path: Path) -> None:
    pictures: list[np.ndarray] = []
    for number in range(2):
        order = shop.street.shop.order()
        path = tmp_path / f"{number}.png"
        segno.make(code_text(shop, order.pickup_id), error="m", version=13).save(str(path), scale=4)
        pictures.append(read_image(path))
    both = str(tmp_path / "both.png")
    cv2.imwrite(both, np.hstack(pictures))

    looked, rows, _ = shop.types("scan", both)
    handed, refused = typed(shop.capsys, shop.folder, "hand-over", both, "--clerk", "1001")

    assert (looked, [row["verdict"] for row in rows]) == (0, ["ready", "ready"])
    assert (handed, refused) == (1, "The picture shows more than one pickup code. Take one of them.\n")


def test_a_text_without_end_is_looked_at_and_shown_short(shop: Shop) -> None:
    code, said = typed(shop.capsys, shop.folder, "scan", "9" * 100_000)

    assert code == 2
    assert len(said) < 200


def test_a_limit_beyond_all_numbers_is_no_fault(shop: Shop) -> None:
    assert shop.types("outbox", "--limit", 10**30)[0] == 0


def test_a_profile_that_is_no_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("not a till")

    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        code, said = typed(capsys, folder, "sync")

        assert (code, said) == (2, f"The till's folder {folder} cannot be used: {os.strerror(20)}.\n")
    assert main(["--json", "--profile", str(tmp_path / "file"), "sync"]) == 2
    assert "cannot be used" in json.loads(capsys.readouterr().out)["error"]


def test_the_passphrase_is_asked_for_by_name(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = tmp_path / "sealed"
    monkeypatch.setenv("CLERK_PASSPHRASE", "correct horse")
    assert typed(shop.capsys, sealed, "pair", "", a_pairing_string(shop))[0] == 0

    monkeypatch.setenv("CLERK_PASSPHRASE", "battery staple")
    wrong = typed(shop.capsys, sealed, "sync")
    monkeypatch.delenv("CLERK_PASSPHRASE")
    missing = typed(shop.capsys, sealed, "sync")

    assert wrong == (2, "The till's keys are locked. CLERK_PASSPHRASE does not open the sealed key file.\n")
    assert missing == (2, "The till's keys are locked. The till's keys are sealed: set CLERK_PASSPHRASE.\n")
