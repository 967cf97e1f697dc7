"""Tills that exist only while the demo is made: they sign their acts, and the hub takes them like any other's."""

import hashlib
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clerk_app.domain.acts import Act, body_of, kind_of
from clerk_app.domain.operations import FIRST_PREV, ORDER, Operation, SignedOperation
from clerk_app.wire import BATCH_MAX, canonical, envelope_json, scope_of, signed_json
from hub import tills
from hub.intake.batch import Push, apply_batch
from hub.intake.received import received
from hub.keys import b64u
from hub.opening import Hub
from hub.orders import ms_of
from hub.tills import Till


class DemoTill:
    """One till of a branch with its chain of operations. `send` empties what `act` recorded; `leave` shuts it out."""

    def __init__(self, hub: Hub, *, branch: int, name: str, chance: Random, now: datetime) -> None:
        self._hub = hub
        self._chance = chance
        self._now = now
        self._key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        self._seq = 0
        self._prev = FIRST_PREV
        self._unsent: list[dict[str, Any]] = []
        till_id = str(UUID(bytes=chance.randbytes(16), version=4))
        self._till = Till(till_id, branch, name, self._key.public_key().public_bytes_raw(), active=True)
        hub.database.transact(lambda tx: tills.add(tx, self._till, now_ms=ms_of(now)), scope_of(branch))

    def act(self, act: Act, order_no: int, *, badge: str, at: datetime) -> None:
        """Record one act; the hub learns of it at the next `send`."""
        self._seq += 1
        operation = Operation(
            op_id=_uuid7(at, self._chance),
            till=self._till.till,
            seq=self._seq,
            prev=self._prev,
            epoch=self._hub.epoch,
            clerk=badge,
            kind=kind_of(act).value,
            entity=ORDER,
            entity_id=str(order_no),
            body=body_of(act),
            occurred_at=at,
            mono_ms=self._seq * 1_000,
            app="demo",
        )
        envelope = canonical(envelope_json(operation))
        self._prev = hashlib.sha256(envelope).hexdigest()
        self._unsent.append(signed_json(SignedOperation(operation, b64u(self._key.sign(envelope)))))

    def send(self) -> None:
        for start in range(0, len(self._unsent), BATCH_MAX):
            batch = self._unsent[start : start + BATCH_MAX]
            read = [received(it, till=self._till.till, public_key=self._till.public_key) for it in batch]
            apply_batch(self._hub, Push(self._till, read), self._now)
        self._unsent.clear()

    def leave(self) -> None:
        tills.revoke(self._hub.database, self._till)


def _uuid7(at: datetime, chance: Random) -> str:
    raw = ms_of(at).to_bytes(6, "big") + chance.randbytes(10)
    number = int.from_bytes(raw, "big")
    number = number & ~(0xF << 76) | 7 << 76
    return str(UUID(int=number & ~(0b11 << 62) | 0b10 << 62))
