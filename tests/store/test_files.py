"""What this till leaves on the disk: who can open it, and what its log says."""

import logging
import os
import stat
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from clerk_app.logs import log_to, scrubbed
from clerk_app.settings import base64url, bytes_of
from clerk_app.store.database import open_database
from clerk_app.store.tables import LEDGER_SCHEMA
from hub.opening import open_hub
from hub.settings import settings_of
from tests.builders import an_order
from tests.tills import a_till

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows guards a profile by the account's own rules")


@contextmanager
def generous_umask() -> Generator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def loose(folder: Path) -> list[str]:
    """What other accounts could open."""
    return [it.name for it in (folder, *folder.rglob("*")) if stat.S_IMODE(it.stat().st_mode) & 0o077]


@posix_only
def test_nothing_of_a_till_can_be_opened_by_another_account(tmp_path: Path) -> None:
    with generous_umask():
        folder = tmp_path / "shop" / "till"
        till = a_till(folder, an_order())
        log = log_to(folder)
        logging.getLogger("clerk_app").info("the shop opens")
        logging.getLogger().removeHandler(log)
        log.close()

        assert {"cache.db", "cache.db-wal", "ledger.db", "logs", "profile.json"} <= {it.name for it in folder.iterdir()}
        assert loose(tmp_path / "shop") == []
        till.close()


@posix_only
def test_nothing_of_a_hub_can_be_opened_by_another_account(tmp_path: Path) -> None:
    with generous_umask(), closing(open_hub(settings_of(None, tmp_path / "hub"))):
        assert (tmp_path / "hub" / "hub.db").exists()
        assert loose(tmp_path / "hub") == []


def test_an_error_of_the_database_does_not_name_what_was_written(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "ledger.db", LEDGER_SCHEMA)) as ledger:
        with pytest.raises(DBAPIError) as raised, ledger.write() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "欧阳娜娜"})

        assert "欧阳娜娜" not in str(raised.value)


@pytest.mark.parametrize(
    "secret",
    ["13800138000", "138 0013 8000", "+86 138-0013-8000", "K7M2-9XQ9", "K7M29XQ9", "k7m2 9xq9", "CLERK1.abc_d-e"],
)
def test_codes_and_phones_are_not_in_a_log(secret: str) -> None:
    assert scrubbed(f"a clerk gave {secret}, in vain") in {"a clerk gave …, in vain", "a clerk gave +…, in vain"}


@pytest.mark.parametrize(
    "kept",
    ["0192f0c1-0000-7000-8000-000000000001", "2026-11-22 12:00:00,123", "order 1234567890", "the hub was restored"],
)
def test_ids_times_and_words_stay_in_a_log(kept: str) -> None:
    assert scrubbed(kept) == kept


@given(st.text())
def test_any_text_can_be_written_to_a_log(text: str) -> None:
    scrubbed(text)
    scrubbed(f"\x000\x00{text}\x007\x00")


@given(st.binary(max_size=80))
def test_bytes_come_back_from_their_spelling(raw: bytes) -> None:
    assert bytes_of(base64url(raw)) == raw


@pytest.mark.parametrize("text", ["AA==", "A", "A+/A", "AAA!", " AAAA", "AAAA\n", "AB", "é"])
def test_what_is_no_base64url_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bytes_of(text)
