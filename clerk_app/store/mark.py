"""What is remembered of the files beside their keys, so that one that is empty, gone, swapped or of last week shows."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.operations import FIRST_PREV

_VERSION: Final = "1"


@dataclass(frozen=True, slots=True)
class Mark:
    """Each number is the least that the file must have: it is written down now and then, not with every act."""

    ledger: str  # the id that was given to the file when it was made
    seq: int = 0
    last_hash: str = FIRST_PREV
    cache: str = ""
    epoch: int = 0
    position: int = 0  # how far the branch's feed was read


def mark_text(mark: Mark, *, key: bytes) -> str:
    """Short enough for every keyring, and no other key's."""
    said = f"{_VERSION} {mark.ledger} {mark.seq} {mark.last_hash} {mark.cache} {mark.epoch} {mark.position}"
    return f"{said} {_proof(said, key)}"


def mark_of(text: str | None, *, key: bytes) -> Mark | None:
    """None for what is no mark of this till: then the files are believed, and the hub sees whether they lie."""
    said, _, proof = (text or "").rpartition(" ")
    if not hmac.compare_digest(proof, _proof(said, key)):
        return None
    _, ledger, seq, digest, cache, epoch, position = said.split(" ")
    return Mark(ledger, int(seq), digest, cache, int(epoch), int(position))


def _proof(said: str, key: bytes) -> str:
    return hmac.digest(key, said.encode(), hashlib.sha256).hex()[:32]
