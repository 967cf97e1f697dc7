"""`export` and `unpair`: what waits goes into a file, and this computer is no till any more."""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from clerk_app.cli.ends import NOT_DONE, OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.parser import folder_of
from clerk_app.cli.session import opened
from clerk_app.exporting import CannotWrite, Exported, FileThere, export
from clerk_app.leaving import OutboxNotEmpty, before_update, unpair
from clerk_app.store.profile_lock import hold_profile


def run_export(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, _said_plainly(arguments.file):
        written = export(till, arguments.file)
        name = till.profile.till
    if not written.operations:
        output.row({"file": None, "till": name, "operations": 0}, "Nothing waits, so no file was written.")
        return NOT_DONE
    output.row(_row(written, name), _text(written))
    return OK


def run_unpair(arguments: argparse.Namespace, output: Output) -> int:
    with no_window(folder_of(arguments)), _said_plainly(arguments.export):
        left = unpair(folder_of(arguments), export_to=arguments.export)
    written = left.exported or Exported(Path(), 0)
    if written.operations:
        output.tell(_text(written))
    sentence = f"This computer is no till any more. Head office may type: clerk-hub till revoke {left.till}"
    output.row(_row(written, left.till), sentence)
    return OK


def run_before_update(arguments: argparse.Namespace, output: Output) -> int:
    with no_window(folder_of(arguments)), _said_plainly(arguments.export):
        written = before_update(folder_of(arguments), export_to=arguments.export)
    if written is not None:
        output.tell(_text(written))
    file = str(written.file) if written is not None else None
    output.row({"word": "ready", "file": file}, "This program may be replaced now.")
    return OK


@contextmanager
def no_window(folder: Path) -> Generator[None]:
    """What puts the till's files aside needs its window closed, and keeps it closed meanwhile. Raises CannotGoOn."""
    held = hold_profile(folder)
    if held is None:
        raise CannotGoOn("The window of this till is open. Close it first.", reason="window_open")
    try:
        yield
    finally:
        held.release()


@contextmanager
def _said_plainly(file: Path | None) -> Generator[None]:
    try:
        yield
    except OutboxNotEmpty as error:
        why = f"Still to send: {error.waiting}. Type `clerk sync` first, or give --export FILE."
        raise CannotGoOn(why, reason="outbox_not_empty") from error
    except FileThere as error:
        raise CannotGoOn(f"{file} is there already. Give another name.", reason="file_there") from error
    except CannotWrite as error:
        raise CannotGoOn(f"{file} cannot be written: {error}.", reason="cannot_write") from error


def _row(written: Exported, till: str) -> dict[str, object]:
    file = str(written.file) if written.operations else None
    return {"file": file, "till": till, "operations": written.operations}


def _text(written: Exported) -> str:
    return f"{written.operations} written to {written.file}. Head office takes it in: clerk-hub import FILE"
