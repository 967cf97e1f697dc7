"""The JSON of every message between till and hub, both ways, and the protocol's version.

Whatever arrives is parsed here, once, into the domain's types; a message that is
not what docs/hub-api.md says raises Malformed and changes nothing.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar, cast

from clerk_app.domain.operations import Answer, AnswerStatus, Operation, SignedOperation, StepUp
from clerk_app.domain.orders import (
    BranchNo,
    Customer,
    Happening,
    HistoryEntry,
    LineQuantity,
    OrderLine,
    OrderNo,
    PickupOrder,
    PickupStatus,
)

PROTOCOL = 1
SCHEMA = 1
BATCH_MAX = 100
BATCH_MAX_BYTES = 256 * 1024
PAGE_MAX = 2000

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Malformed(ValueError):
    """A message is not what the protocol says. Its text is for the log: it names a field, never a value."""


def canonical(message: Mapping[str, Any]) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8. What is signed, hashed and stored. Floats have no place in it."""
    return json.dumps(message, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def scope_of(branch: int) -> str:
    """The feed scope of one branch; the other scope is GLOBAL."""
    return f"branch:{branch}"


GLOBAL = "global"


# ---- times


def time_text(at: datetime) -> str:
    """UTC to the millisecond, as `2026-11-22T14:02:06.123Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def time_of(text: object) -> datetime:
    if not isinstance(text, str):
        raise Malformed("a time is a text")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Malformed("a time is ISO 8601") from None
    if at.tzinfo is None:
        raise Malformed("a time has its zone")
    return at.astimezone(UTC)


# ---- reading fields


def object_of(message: object) -> Mapping[str, Any]:
    if not isinstance(message, dict):
        raise Malformed("an object is needed")
    return cast(dict[str, Any], message)


def text_of(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str):
        raise Malformed(f"{name}: a text is needed")
    return value


def int_of(message: Mapping[str, Any], name: str, *, low: int = 0) -> int:
    value = message.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value < 2**63:
        raise Malformed(f"{name}: a whole number from {low} is needed")
    return value


def bool_of(message: Mapping[str, Any], name: str) -> bool:
    value = message.get(name)
    if not isinstance(value, bool):
        raise Malformed(f"{name}: true or false is needed")
    return value


def choice_of(message: Mapping[str, Any], name: str, choices: type[E]) -> E:
    try:
        return choices(message.get(name))
    except ValueError:
        raise Malformed(f"{name}: one of {', '.join(choices)} is needed") from None


def list_of(message: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    rows: Any = message.get(name)
    if not isinstance(rows, list):
        raise Malformed(f"{name}: a list is needed")
    return tuple(read(object_of(row)) for row in cast(list[object], rows))


def loads(raw: bytes | str) -> Mapping[str, Any]:
    """Parse one JSON object. Raises Malformed for anything else, however deep or long."""
    try:
        return object_of(json.loads(raw))
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None


# ---- orders


def order_json(order: PickupOrder) -> dict[str, Any]:
    """An order as the feed carries it; `order_of` reads it back."""
    return {
        **asdict(order),
        "status": order.status.value,
        "placed_at": time_text(order.placed_at),
        "due_at": time_text(order.due_at),
        "collect_by": time_text(order.collect_by),
        "lines": [asdict(line) for line in order.lines],
        "history": [_entry_json(entry) for entry in order.history],
    }


def _entry_json(entry: HistoryEntry) -> dict[str, Any]:
    """Fields that do not apply are left out: a history is read far more often than it is long."""
    plain = {**asdict(entry), "happening": entry.happening.value, "at": time_text(entry.at)}
    plain["lines"] = [asdict(part) for part in entry.lines]
    return {name: value for name, value in plain.items() if value not in ("", None, [])}


def order_of(message: Mapping[str, Any]) -> PickupOrder:
    """Raises Malformed."""
    return PickupOrder(
        order_no=OrderNo(int_of(message, "order_no", low=1)),
        branch=BranchNo(int_of(message, "branch", low=1)),
        version=int_of(message, "version"),
        channel=text_of(message, "channel"),
        placed_at=time_of(message.get("placed_at")),
        currency=text_of(message, "currency"),
        status=choice_of(message, "status", PickupStatus),
        due_at=time_of(message.get("due_at")),
        collect_by=time_of(message.get("collect_by")),
        lines=list_of(message, "lines", _line_of),
        paid_minor=int_of(message, "paid_minor"),
        customer=_customer_of(object_of(message.get("customer"))),
        shelf=text_of(message, "shelf"),
        parcels=int_of(message, "parcels"),
        pickup_id=text_of(message, "pickup_id"),
        gen=int_of(message, "gen"),
        short_code=text_of(message, "short_code"),
        lines_digest=text_of(message, "lines_digest"),
        check_identity=bool_of(message, "check_identity"),
        partial_allowed=bool_of(message, "partial_allowed"),
        online_only=bool_of(message, "online_only"),
        history=list_of(message, "history", _entry_of),
    )


def _line_of(row: Mapping[str, Any]) -> OrderLine:
    return OrderLine(
        line=int_of(row, "line", low=1),
        sku=text_of(row, "sku"),
        name_zh=text_of(row, "name_zh"),
        name_en=text_of(row, "name_en"),
        gtin=text_of(row, "gtin"),
        quantity=int_of(row, "quantity", low=1),
        unit_price_minor=int_of(row, "unit_price_minor"),
        picked=int_of(row, "picked"),
        collected=int_of(row, "collected"),
    )


def _customer_of(row: Mapping[str, Any]) -> Customer:
    return Customer(
        name_masked=text_of(row, "name_masked"),
        phone_tail=text_of(row, "phone_tail"),
        member=text_of(row, "member"),
        tier=text_of(row, "tier"),
    )


def _entry_of(row: Mapping[str, Any]) -> HistoryEntry:
    def text(name: str) -> str:
        return text_of(row, name) if name in row else ""

    return HistoryEntry(
        happening=choice_of(row, "happening", Happening),
        at=time_of(row.get("at")),
        branch=BranchNo(int_of(row, "branch", low=1)) if "branch" in row else None,
        till_name=text("till_name"),
        clerk=text("clerk"),
        clerk_name=text("clerk_name"),
        op_id=text("op_id"),
        lines=list_of(row, "lines", _quantity_of) if "lines" in row else (),
        collected_by=text("collected_by"),
        reason=text("reason"),
    )


def _quantity_of(row: Mapping[str, Any]) -> LineQuantity:
    return LineQuantity(line=int_of(row, "line", low=1), quantity=int_of(row, "quantity"))


# ---- operations and answers


def envelope_json(operation: Operation) -> dict[str, Any]:
    """The envelope whose `canonical` bytes are signed and hashed."""
    return {
        **asdict(operation),
        "body": dict(operation.body),
        "occurred_at": time_text(operation.occurred_at),
        "step_up": asdict(operation.step_up) if operation.step_up else None,
    }


def envelope_of(message: Mapping[str, Any]) -> Operation:
    """Raises Malformed. The body stays as it is: `domain.acts.act_of` knows what each kind needs."""
    step_up = message.get("step_up")
    return Operation(
        v=int_of(message, "v", low=1),
        op_id=text_of(message, "op_id"),
        till=text_of(message, "till"),
        seq=int_of(message, "seq", low=1),
        prev=text_of(message, "prev"),
        epoch=int_of(message, "epoch"),
        clerk=text_of(message, "clerk"),
        step_up=_step_up_of(object_of(step_up)) if step_up is not None else None,
        kind=text_of(message, "kind"),
        entity=text_of(message, "entity"),
        entity_id=text_of(message, "entity_id"),
        body=object_of(message.get("body")),
        occurred_at=time_of(message.get("occurred_at")),
        mono_ms=int_of(message, "mono_ms"),
        app=text_of(message, "app"),
    )


def _step_up_of(row: Mapping[str, Any]) -> StepUp:
    return StepUp(by=text_of(row, "by"), reason=text_of(row, "reason"))


def signed_json(signed: SignedOperation) -> dict[str, Any]:
    return {"envelope": envelope_json(signed.operation), "signature": signed.signature}


def signed_of(message: Mapping[str, Any]) -> SignedOperation:
    return SignedOperation(envelope_of(object_of(message.get("envelope"))), text_of(message, "signature"))


def answer_json(answer: Answer) -> dict[str, Any]:
    return {
        "op_id": answer.op_id,
        "status": answer.status.value,
        "seq": dict(answer.seq),
        "reason": answer.reason,
        "conflict": answer.conflict,
        "result": dict(answer.result),
    }


def answer_of(message: Mapping[str, Any]) -> Answer:
    seq = object_of(message.get("seq"))
    return Answer(
        op_id=text_of(message, "op_id"),
        status=choice_of(message, "status", AnswerStatus),
        seq={scope: int_of(seq, scope) for scope in seq},
        reason=text_of(message, "reason"),
        conflict=text_of(message, "conflict"),
        result=object_of(message.get("result")),
    )


# ---- the feed


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the feed: an entity's newest state, or that it is gone."""

    seq: int
    entity: str
    entity_id: str
    version: int
    body: Mapping[str, Any] | None  # None: deleted


@dataclass(frozen=True, slots=True)
class FeedPage:
    epoch: int
    scope: str
    from_seq: int
    to_seq: int
    more: bool
    changes: tuple[Change, ...]


def page_lines(page: FeedPage) -> Iterator[bytes]:
    """The NDJSON of a page: a head, the changes in order, and a last line that proves nothing is missing."""
    head = {
        "epoch": page.epoch,
        "scope": page.scope,
        "from": page.from_seq,
        "to": page.to_seq,
        "more": page.more,
    }
    crc = 0
    for line in (head, *map(_change_json, page.changes)):
        raw = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        crc = zlib.crc32(raw, crc)
        yield raw
    yield json.dumps({"end": True, "n": len(page.changes), "crc": crc}).encode() + b"\n"


def _change_json(change: Change) -> list[Any]:
    if change.body is None:
        return [change.seq, change.entity, change.entity_id, "del", change.version]
    return [change.seq, change.entity, change.entity_id, "put", change.version, dict(change.body)]


def page_of(raw: bytes) -> FeedPage:
    """Read a whole page; raises Malformed when its last line is missing or does not fit what came before."""
    *lines, last = raw.splitlines(keepends=True) or [b""]
    end = loads(last)
    crc = 0
    for line in lines:
        crc = zlib.crc32(line, crc)
    if end.get("end") is not True or end.get("crc") != crc or end.get("n") != len(lines) - 1:
        raise Malformed("the page is cut or altered")
    head = loads(lines[0])
    changes = tuple(_changes(lines[1:]))
    page = FeedPage(
        epoch=int_of(head, "epoch"),
        scope=text_of(head, "scope"),
        from_seq=int_of(head, "from"),
        to_seq=int_of(head, "to"),
        more=bool_of(head, "more"),
        changes=changes,
    )
    if not in_order(page):
        raise Malformed("the page is out of order")
    return page


def in_order(page: FeedPage) -> bool:
    seqs = [page.from_seq, *(change.seq for change in page.changes)]
    rising = all(earlier < later for earlier, later in pairwise(seqs))
    return rising and page.from_seq <= seqs[-1] <= page.to_seq


def _changes(lines: Iterable[bytes]) -> Iterator[Change]:
    for line in lines:
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError):
            raise Malformed("a change is not JSON") from None
        yield _change_of(row)


def _change_of(row: Any) -> Change:
    match row:
        case [int() as seq, str() as entity, str() as entity_id, "put", int() as version, dict()]:
            return Change(seq, entity, entity_id, version, object_of(row[5]))
        case [int() as seq, str() as entity, str() as entity_id, "del", int() as version]:
            return Change(seq, entity, entity_id, version, None)
        case _:
            raise Malformed("a change is [seq, entity, id, put|del, version, body]")


# ---- hello, holds


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


def hello_json(hello: Hello) -> dict[str, Any]:
    return {
        "hub_id": hello.hub_id,
        "epoch": hello.epoch,
        "protocol": list(hello.protocol),
        "schema": [SCHEMA, SCHEMA],
        "heads": {s: {"seq": seq, "min_seq": hello.min_seqs.get(s, 0)} for s, seq in hello.heads.items()},
        "snapshots": {},
        "acked_through": hello.acked_through,
        "limits": dict(hello.limits),
        "key_set": dict(hello.key_set),
    }


def hello_of(message: Mapping[str, Any]) -> Hello:
    heads = {scope: object_of(row) for scope, row in object_of(message.get("heads")).items()}
    limits = object_of(message.get("limits"))
    return Hello(
        hub_id=text_of(message, "hub_id"),
        epoch=int_of(message, "epoch"),
        protocol=_range_of(message.get("protocol")),
        heads={scope: int_of(row, "seq") for scope, row in heads.items()},
        min_seqs={scope: int_of(row, "min_seq") for scope, row in heads.items()},
        acked_through=int_of(message, "acked_through"),
        limits={name: int_of(limits, name) for name in limits},
        key_set=object_of(message.get("key_set")),
    )


def _range_of(value: object) -> tuple[int, int]:
    match value:
        case [int() as low, int() as high] if low <= high:
            return low, high
        case _:
            raise Malformed("protocol: [lowest, highest] is needed")


@dataclass(frozen=True, slots=True)
class Hold:
    """The hub's answer to a clerk's look: the order as it stands, and who else is looking at it now."""

    order: PickupOrder
    held_by: str  # "till name · clerk name" of somebody else, or empty: the hold is ours
    until: datetime
    checked_at: datetime


def hold_json(hold: Hold) -> dict[str, Any]:
    return {
        "order": order_json(hold.order),
        "held_by": hold.held_by,
        "until": time_text(hold.until),
        "checked_at": time_text(hold.checked_at),
    }


def hold_of(message: Mapping[str, Any]) -> Hold:
    return Hold(
        order=order_of(object_of(message.get("order"))),
        held_by=text_of(message, "held_by"),
        until=time_of(message.get("until")),
        checked_at=time_of(message.get("checked_at")),
    )


def batch_json(operations: Sequence[SignedOperation]) -> dict[str, Any]:
    return {"operations": [signed_json(signed) for signed in operations]}
