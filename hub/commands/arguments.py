"""What is typed after a command, checked as it is read."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from hub import tables
from hub.commands import CommandRefused
from hub.opening import Hub

BRANCH_NO_MAX = 65_535  # what a pickup code can carry
NAME_MAX = 100


def number(low: int, high: int) -> Callable[[str], int]:
    """A whole number within these bounds, both included."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(high)) and low <= int(text) <= high):
            raise argparse.ArgumentTypeError(f"a number from {low} to {high} is needed")
        return int(text)

    return read


branch_no = number(1, BRANCH_NO_MAX)


def name(text: str) -> str:
    if not text.strip() or len(text) > NAME_MAX or not text.isprintable():
        raise argparse.ArgumentTypeError(f"a name of 1 to {NAME_MAX} characters is needed")
    return text.strip()


def file_text(given: str, most_bytes: int) -> str:
    """The text of a file, or of standard input for `-`. Raises CommandRefused where it is none, or too long."""
    try:
        if given == "-":
            raw = sys.stdin.buffer.read(most_bytes + 1)
        else:
            with Path(given).open("rb") as file:
                raw = file.read(most_bytes + 1)
        if len(raw) > most_bytes:
            raise CommandRefused(f"Such a file has at most {most_bytes // 1024**2} MB; nothing was changed.")
        return raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandRefused("This file cannot be read; nothing was changed.") from error


def web_address(text: str) -> str:
    """The address of a web server; empty stays empty, for none."""
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        is_one = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or any(it.isspace() for it in text):
        raise argparse.ArgumentTypeError("an address begins with http:// or https://")
    return text


def refuse_unknown_branch(hub: Hub, branch: int | None, *, folder: Path) -> None:
    """Raises CommandRefused, unless there is this branch or none was named."""
    if branch is None:
        return
    with hub.database.read() as reader:
        if not reader.execute(select(tables.branch.c.no).where(tables.branch.c.no == branch)).first():
            raise CommandRefused(f"there is no branch {branch} in the hub of {folder}; is it the right --data?")
