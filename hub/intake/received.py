"""One operation as it arrived: read as far as it can be read, its signature checked, kept whole whatever it is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from clerk_app.domain.acts import Act, MalformedAct, Settle, act_of
from clerk_app.domain.drawer import AboutDrawer, CloseDay
from clerk_app.domain.operations import CONFLICT, DAY, DRAWER, ORDER, SALE, Operation
from clerk_app.domain.sales import AboutSale
from clerk_app.wire import canonical, envelope_of
from hub.keys import from_b64u, is_signature

OP_ID_MAX = 64
ORDER_NO_MAX = 2**40 - 1


class Unreadable(Exception):
    """It has not even an id to answer by, so the batch cannot be answered one by one."""


@dataclass(frozen=True, slots=True)
class Received:
    """`complaint` is why it can have no effect; then `operation` may be missing, and what it says. What it says is
    an act upon an order, or about a sale or a drawer, or settles a conflict.
    """

    op_id: str
    seq: int | None
    body_hash: str
    envelope: str
    signature: str
    operation: Operation | None = None
    act: Act | None = None
    order_no: int | None = None
    settle: Settle | None = None
    of_sale: AboutSale | None = None
    of_drawer: AboutDrawer | None = None
    complaint: str = ""


def received(message: object, *, till: str, public_key: bytes) -> Received:
    """Read one member of a batch. Raises Unreadable when it has no op_id; everything else is kept."""
    signed: Mapping[str, Any] = cast(dict[str, Any], message) if isinstance(message, dict) else {}
    envelope: Any = signed.get("envelope")
    op_id: Any = cast(dict[str, Any], envelope).get("op_id") if isinstance(envelope, dict) else None
    if not isinstance(op_id, str) or not 1 <= len(op_id) <= OP_ID_MAX or not op_id.isascii() or not op_id.isprintable():
        raise Unreadable("an operation has no op_id")
    return _read(cast(dict[str, Any], envelope), signed.get("signature"), op_id=op_id, till=till, public_key=public_key)


def _read(envelope: dict[str, Any], signature: object, *, op_id: str, till: str, public_key: bytes) -> Received:
    kept_signature = signature if isinstance(signature, str) and len(signature) <= 200 and signature.isascii() else ""
    try:
        raw = canonical(envelope)
        operation = envelope_of(envelope)
    except ValueError:  # Malformed, a lone surrogate, or a number that is none
        text = json.dumps(envelope, sort_keys=True, separators=(",", ":"))  # ASCII: whatever came can be stored
        return Received(op_id, None, _sha256(text.encode()), text, kept_signature, complaint="unreadable")
    text, body_hash = raw.decode(), _sha256(raw)
    if operation.till != till:
        return Received(op_id, None, body_hash, text, kept_signature, complaint="other_till")
    if not _is_signed(raw, kept_signature, public_key):
        return Received(op_id, operation.seq, body_hash, text, kept_signature, complaint="bad_signature")
    order_no = _order_no(operation)
    try:
        act = act_of(operation.kind, operation.body)
    except MalformedAct:
        return Received(
            op_id, operation.seq, body_hash, text, kept_signature, operation, order_no=order_no, complaint="malformed"
        )
    read = Received(op_id, operation.seq, body_hash, text, kept_signature, operation, order_no=order_no)
    if isinstance(act, Settle):
        is_about_it = (operation.entity, operation.entity_id) == (CONFLICT, act.conflict)
        return replace(read, settle=act, complaint="" if is_about_it else "malformed")
    if isinstance(act, AboutSale):
        is_about_it = (operation.entity, operation.entity_id) == (SALE, act.basket)
        return replace(read, of_sale=act, complaint="" if is_about_it else "malformed")
    if isinstance(act, AboutDrawer):
        named = (DAY, act.report_no) if isinstance(act, CloseDay) else (DRAWER, act.drawer)
        is_about_it = (operation.entity, operation.entity_id) == named
        return replace(read, of_drawer=act, complaint="" if is_about_it else "malformed")
    return replace(read, act=act, complaint="" if order_no else "unknown_order")


def _is_signed(raw: bytes, signature: str, public_key: bytes) -> bool:
    try:
        return is_signature(public_key=public_key, signature=from_b64u(signature), message=raw)
    except ValueError:
        return False


def _order_no(operation: Operation) -> int | None:
    text = operation.entity_id
    if operation.entity != ORDER or not (text.isascii() and text.isdigit() and len(text) <= 13):
        return None
    return int(text) if 0 < int(text) <= ORDER_NO_MAX else None


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
