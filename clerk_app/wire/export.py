"""The file by which what a till could not send reaches the hub: signed by the till, and sealed for the hub alone.

    b"CLERK-EXPORT-1\n"
    header     canonical JSON, and a newline: who wrote it for which hub, how much is in it, and the box's SHA-256
    signature  base64url of the till's Ed25519 signature over both lines above, and a newline
    box        to the end: an X25519 sealed box of one canonical JSON line for each operation as it was signed

The header is readable by everybody and names no person. docs/hub-api.md shows one.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from clerk_app.domain.operations import SignedOperation
from clerk_app.wire.fields import Malformed, canonical, int_of, loads, text_of, time_of, time_text
from clerk_app.wire.operations import signed_json

MAGIC: Final = b"CLERK-EXPORT-1\n"
EXPORT_MAX_BYTES: Final = 256 * 1024 * 1024
_LINE_MAX: Final = 4096


@dataclass(frozen=True, slots=True)
class ExportHeader:
    hub_id: str
    till: str
    till_name: str
    branch: int
    operations: int
    first_seq: int
    last_seq: int
    written_at: datetime
    app: str
    box_sha256: str  # hex


@dataclass(frozen=True, slots=True)
class Export:
    """A file as it was read. Nothing in it is believed yet: neither the signature nor the box was looked at."""

    header: ExportHeader
    signed: bytes  # what the signature is over
    signature: str
    box: bytes

    @property
    def is_whole(self) -> bool:
        return hashlib.sha256(self.box).hexdigest() == self.header.box_sha256


def export_signed(header: ExportHeader) -> bytes:
    """The beginning of the file, which the till signs."""
    said = {
        "v": 1,
        "hub_id": header.hub_id,
        "till": header.till,
        "till_name": header.till_name,
        "branch": header.branch,
        "operations": header.operations,
        "first_seq": header.first_seq,
        "last_seq": header.last_seq,
        "written_at": time_text(header.written_at),
        "app": header.app,
        "box_sha256": header.box_sha256,
    }
    return MAGIC + canonical(said) + b"\n"


def export_file(signed: bytes, signature: str, box: bytes) -> bytes:
    return signed + signature.encode("ascii") + b"\n" + box


def export_of(raw: bytes) -> Export:
    """Raises Malformed for what is no such file, or whose beginning cannot be read."""
    if not raw.startswith(MAGIC):
        raise Malformed("it does not begin as an export")
    header_end = raw.find(b"\n", len(MAGIC), len(MAGIC) + _LINE_MAX)
    signature_end = raw.find(b"\n", header_end + 1, header_end + 1 + _LINE_MAX)
    if header_end < 0 or signature_end < 0:
        raise Malformed("it ends in its beginning")
    said = loads(raw[len(MAGIC) : header_end])
    if int_of(said, "v") != 1:
        raise Malformed("it was written by a newer till")
    header = ExportHeader(
        hub_id=text_of(said, "hub_id"),
        till=text_of(said, "till"),
        till_name=text_of(said, "till_name"),
        branch=int_of(said, "branch"),
        operations=int_of(said, "operations"),
        first_seq=int_of(said, "first_seq"),
        last_seq=int_of(said, "last_seq"),
        written_at=time_of(said.get("written_at")),
        app=text_of(said, "app"),
        box_sha256=text_of(said, "box_sha256"),
    )
    try:
        signature = raw[header_end + 1 : signature_end].decode("ascii")
    except UnicodeDecodeError:
        raise Malformed("its signature is none") from None
    return Export(header, raw[: header_end + 1], signature, raw[signature_end + 1 :])


def export_lines(operations: Iterable[SignedOperation]) -> bytes:
    """What goes into the box."""
    return b"\n".join(canonical(signed_json(it)) for it in operations)


def operations_of_export(content: bytes) -> Iterator[Any]:
    """The operations in an opened box, each as a batch holds it. Raises Malformed."""
    return (loads(line) for line in content.split(b"\n") if line)
