"""What stands in a ledger's journal, how it is sealed, and how one is read that may be damaged.

A header, then one record for each operation, then zeros up to the end of the room that was made beforehand:

    header  b"CLERKJ01", length (u32), canonical JSON; `archived`, where there is any: the spans of numbers that the hub
            has had for long, and that are neither in the ledger nor here
    record  b"\\xc1erk", length of the box (u32), seq (u64), nonce (12 bytes), box

A box is signature (64 bytes) and envelope under ChaCha20-Poly1305, with the frame before it and the header's digest as
associated data: no record can be changed, or moved to another journal, unnoticed. The data key is in the header twice:
sealed by the till's own key, and, as an X25519 sealed box of 80 bytes, for the hub's root key: what a till did comes to
the hub also when the till's own keys are gone.
"""

import hashlib
import mmap
import os
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from clerk_app import signing
from clerk_app.settings import base64url, bytes_of
from clerk_app.wire.fields import Malformed, canonical, loads

FRAME: Final = struct.Struct(">4sIQ12s")
_RECORD: Final = b"\xc1erk"
_BOX_MAX: Final = 1024 * 1024
_MAGIC: Final = b"CLERKJ01"
_LENGTH: Final = struct.Struct(">I")
_HEADER_MAX: Final = 4096
SPANS_MAX: Final = 100  # so many fit into a header, whatever their numbers
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_SIGNATURE_BYTES: Final = 64


class Written(NamedTuple):
    """One operation as it was signed."""

    seq: int
    envelope: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose operations a journal keeps, and who can open it."""

    till: str
    key: bytes
    hub_key: bytes  # its root key, the public half


OpenKey = Callable[[Mapping[str, Any]], bytes]
"""Header → data key. Raises ValueError where it does not open this one."""


def by_owner(owner: Owner) -> OpenKey:
    def data_key(header: Mapping[str, Any]) -> bytes:
        sealed = bytes_of(header["key"])
        nonce, box = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return ChaCha20Poly1305(owner.key).decrypt(nonce, box, _bound(header))
        except InvalidTag:
            raise ValueError("sealed by another key") from None

    return data_key


def by_hub(opened: Callable[[bytes], bytes]) -> OpenKey:
    """`opened` opens what was sealed for the hub's root key, and raises ValueError for anything else."""
    return lambda header: opened(bytes_of(header["for_hub"]))


def is_journal(path: Path) -> bool:
    """Whether a file begins as one."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def till_of_journal(path: Path) -> str:
    """Whose a journal is: its header says it in the clear. Empty where there is none, or none can be read."""
    try:
        with path.open("rb") as file:
            header, _ = _header(file.read(len(_MAGIC) + _LENGTH.size + _HEADER_MAX))
    except (FileNotFoundError, Malformed):
        return ""
    return str(header.get("till", ""))


class JournalReading:
    """A journal as it was found. It keeps places, not contents: a journal may be long."""

    def __init__(self, path: Path, open_key: OpenKey) -> None:
        """Raises Malformed where not even the header can be read."""
        self.path = path
        self.places: dict[int, int] = {}  # seq → where its record begins
        self.is_damaged = False  # a record that can be read stands behind something that cannot
        self.is_torn = False  # something that cannot be read stands at the end
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if not size:
                raise Malformed("journal: emptied")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
                self.header, start = _header(held)
                try:
                    self._box = ChaCha20Poly1305(open_key(self.header))
                except (KeyError, TypeError, ValueError) as error:
                    raise Malformed("journal: its header does not open") from error
                self.digest = hashlib.sha256(held[:start]).digest()
                self.length = len(held)
                self.end = self._scan(held, start)

    @property
    def opens_at_hub(self) -> bool:
        """False: an earlier version began it, for its till alone."""
        return bool(self.header.get("for_hub"))

    @property
    def archived(self) -> tuple[tuple[int, int], ...]:
        """First and last number of what had been archived when it was begun."""
        return tuple((int(first), int(last)) for first, last in self.header.get("archived", ()))

    @property
    def last_seq(self) -> int:
        return max(self.places, default=0)

    def operations(self, seqs: Iterable[int]) -> Iterator[Written]:
        with self.path.open("rb") as file:
            for seq in seqs:
                file.seek(self.places[seq])
                frame = file.read(FRAME.size)
                _, length, _, nonce = FRAME.unpack(frame)
                content = self._box.decrypt(nonce, file.read(length), frame + self.digest)
                yield Written(seq, content[_SIGNATURE_BYTES:], content[:_SIGNATURE_BYTES])

    def _scan(self, held: mmap.mmap, start: int) -> int:
        """Open every record; returns where the last good one ends."""
        place = end = start
        while place < len(held):
            after = self._record(held, place)
            if after:
                self.is_damaged = self.is_damaged or place != end
                place = end = after
            else:
                found = held.find(_RECORD, place + 1)
                place = found if found >= 0 else len(held)
        room = held[end:]
        self.is_torn = room != bytes(len(room))
        return end

    def _record(self, held: mmap.mmap, place: int) -> int:
        frame = held[place : place + FRAME.size]
        if len(frame) < FRAME.size or not frame.startswith(_RECORD):
            return 0
        _, length, seq, nonce = FRAME.unpack(frame)
        after = place + FRAME.size + length
        if not _SIGNATURE_BYTES < length <= _BOX_MAX or after > len(held):
            return 0
        try:
            self._box.decrypt(nonce, held[place + FRAME.size : after], frame + self.digest)
        except InvalidTag:
            return 0
        self.places[seq] = place
        return after


def new_header(owner: Owner, *, archived: Sequence[tuple[int, int]] = ()) -> bytes:
    """The beginning of a journal with a data key of its own, which names these spans."""
    data_key = os.urandom(32)
    for_hub = signing.sealed_for(public_key=owner.hub_key, message=data_key)
    told: dict[str, Any] = {"v": 1, "till": owner.till, "for_hub": base64url(for_hub)}
    if archived:
        told["archived"] = [list(span) for span in archived]
    nonce = os.urandom(_NONCE_BYTES)
    sealed = nonce + ChaCha20Poly1305(owner.key).encrypt(nonce, data_key, _bound(told))
    document = canonical({**told, "key": base64url(sealed)})
    return _MAGIC + _LENGTH.pack(len(document)) + document


def sealed_record(box: ChaCha20Poly1305, digest: bytes, it: Written) -> bytes:
    """An operation as a journal with this header's digest keeps it."""
    nonce = os.urandom(_NONCE_BYTES)
    frame = FRAME.pack(_RECORD, _SIGNATURE_BYTES + len(it.envelope) + _TAG_BYTES, it.seq, nonce)
    return frame + box.encrypt(nonce, it.signature + it.envelope, frame + digest)


def framed(frame: bytes) -> tuple[int, int] | None:
    """Seq and whole length of the record that begins so; None where none begins."""
    if len(frame) < FRAME.size or not frame.startswith(_RECORD):
        return None
    _, length, seq, _ = FRAME.unpack(frame)
    return seq, FRAME.size + length


def _header(held: mmap.mmap | bytes) -> tuple[Mapping[str, Any], int]:
    prefix = len(_MAGIC) + _LENGTH.size
    if len(held) < prefix or held[: len(_MAGIC)] != _MAGIC:
        raise Malformed("journal: it does not begin as one")
    (length,) = _LENGTH.unpack(held[len(_MAGIC) : prefix])
    if length > _HEADER_MAX:
        raise Malformed("journal: its header is none")
    try:
        header = loads(held[prefix : prefix + length])
    except Malformed as error:
        raise Malformed("journal: its header cannot be read") from error
    return header, prefix + length


def _bound(header: Mapping[str, Any]) -> bytes:
    """What the key's box is bound to: all the rest of the header."""
    return canonical({name: value for name, value in header.items() if name != "key"})
