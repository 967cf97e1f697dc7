"""What the hub says of itself at the start of every exchange, and the protocol's version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clerk_app.wire.catalogue import Snapshot, snapshot_json, snapshot_of
from clerk_app.wire.fields import Malformed, int_of, object_of, text_of

PROTOCOL = 1
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Hello:
    """What the hub says of itself at the start of every exchange."""

    hub_id: str
    epoch: int
    protocol: tuple[int, int]  # lowest and highest it speaks
    heads: Mapping[str, int]  # scope → newest seq
    min_seqs: Mapping[str, int]  # scope → oldest seq it can still serve from
    acked_through: int  # the highest seq of this till up to which all is answered
    key_set: Mapping[str, Any]  # as signed by the root key: {"key_set": …, "signature": …}
    limits: Mapping[str, int] = field(default_factory=dict[str, int])
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict[str, Snapshot])  # of the scopes that have one


def hello_json(hello: Hello) -> dict[str, Any]:
    return {
        "hub_id": hello.hub_id,
        "epoch": hello.epoch,
        "protocol": list(hello.protocol),
        "schema": [SCHEMA, SCHEMA],
        "heads": {s: {"seq": seq, "min_seq": hello.min_seqs.get(s, 0)} for s, seq in hello.heads.items()},
        "snapshots": {scope: snapshot_json(it) for scope, it in hello.snapshots.items()},
        "acked_through": hello.acked_through,
        "limits": dict(hello.limits),
        "key_set": dict(hello.key_set),
    }


def hello_of(message: Mapping[str, Any]) -> Hello:
    heads = {scope: object_of(row) for scope, row in object_of(message.get("heads")).items()}
    limits = object_of(message.get("limits"))
    snapshots = object_of(message.get("snapshots", {}))
    return Hello(
        hub_id=text_of(message, "hub_id"),
        epoch=int_of(message, "epoch"),
        protocol=_range_of(message.get("protocol")),
        heads={scope: int_of(row, "seq") for scope, row in heads.items()},
        min_seqs={scope: int_of(row, "min_seq") for scope, row in heads.items()},
        acked_through=int_of(message, "acked_through"),
        limits={name: int_of(limits, name) for name in limits},
        key_set=object_of(message.get("key_set")),
        snapshots={scope: snapshot_of(object_of(row)) for scope, row in snapshots.items()},
    )


def _range_of(value: object) -> tuple[int, int]:
    match value:
        case [int() as low, int() as high] if low <= high:
            return low, high
        case _:
            raise Malformed("protocol: [lowest, highest] is needed")
