"""Writing what the hub has not answered to a file that head office can take in, when it cannot be sent."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from clerk_app import __version__, signing
from clerk_app.domain.operations import SignedOperation
from clerk_app.settings import base64url, write_privately
from clerk_app.store import ledger
from clerk_app.till import Till
from clerk_app.wire import ExportHeader, export_file, export_lines, export_signed

SUFFIX: Final = ".clerk-export"
_AT_ONCE: Final = 100


class FileThere(Exception):
    """A file of this name is there already: it may be the only copy of an earlier export."""


class CannotWrite(Exception):
    """The place does not take the file; the text says why."""


@dataclass(frozen=True, slots=True)
class Exported:
    file: Path
    operations: int


def export_name(till: Till, zone: ZoneInfo) -> str:
    """A file name that says whose it is, and of when by the shop's clock."""
    at = f"{till.time.now().astimezone(zone):%Y-%m-%d-%H%M}"
    return f"clerk-{till.branch}-{till.profile.till[:8]}-{at}{SUFFIX}"


def export(till: Till, file: Path) -> Exported:
    """Write all that waits, as it was signed. It goes on waiting: the hub takes each once, whichever way it comes.

    The file is on the disk when this returns. Nothing is written where nothing waits. Raises FileThere, CannotWrite.
    """
    with till.ledger.read() as kept:
        waiting = list(_waiting(kept))
    if not waiting:
        return Exported(file, 0)
    if file.exists():
        raise FileThere(str(file))
    box = signing.sealed_for(public_key=till.profile.root_public_key, message=export_lines(waiting))
    signed = export_signed(_header(till, waiting, box))
    try:
        write_privately(file, export_file(signed, base64url(till.key.sign(signed)), box))
    except OSError as error:
        raise CannotWrite(error.strerror or str(error)) from error
    return Exported(file, len(waiting))


def _header(till: Till, waiting: list[SignedOperation], box: bytes) -> ExportHeader:
    profile = till.profile
    return ExportHeader(
        hub_id=profile.hub_id,
        till=profile.till,
        till_name=profile.till_name,
        branch=profile.branch,
        operations=len(waiting),
        first_seq=waiting[0].operation.seq,
        last_seq=waiting[-1].operation.seq,
        written_at=till.time.now(),
        app=__version__,
        box_sha256=hashlib.sha256(box).hexdigest(),
    )


def _waiting(kept: ledger.Connection) -> Iterator[SignedOperation]:
    after_seq = 0
    while batch := ledger.outbox(kept, after_seq=after_seq, limit=_AT_ONCE):
        yield from batch
        after_seq = batch[-1].operation.seq
