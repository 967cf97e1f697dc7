"""The JSON of operations and of the hub's answers to them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from clerk_app.domain.operations import Answer, AnswerStatus, Operation, SignedOperation, StepUp
from clerk_app.wire.fields import choice_of, int_of, object_of, text_of, time_of, time_text

BATCH_MAX = 100
BATCH_MAX_BYTES = 256 * 1024


def envelope_json(operation: Operation) -> dict[str, Any]:
    """The envelope whose `canonical` bytes are signed and hashed."""
    step_up = operation.step_up
    return {  # each by its name: `asdict` would copy the whole body, which a hand-over feels
        "v": operation.v,
        "op_id": operation.op_id,
        "till": operation.till,
        "seq": operation.seq,
        "prev": operation.prev,
        "epoch": operation.epoch,
        "clerk": operation.clerk,
        "step_up": _step_up_json(step_up) if step_up else None,
        "kind": operation.kind,
        "entity": operation.entity,
        "entity_id": operation.entity_id,
        "body": dict(operation.body),
        "occurred_at": time_text(operation.occurred_at),
        "mono_ms": operation.mono_ms,
        "app": operation.app,
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


def _step_up_json(step_up: StepUp) -> dict[str, Any]:
    """As it was signed: in version 1 there were two fields."""
    said = {"by": step_up.by, "reason": step_up.reason}
    return said if step_up.at is None else {**said, "at": time_text(step_up.at), "proof": step_up.proof}


def _step_up_of(row: Mapping[str, Any]) -> StepUp:
    said = StepUp(by=text_of(row, "by"), reason=text_of(row, "reason"))
    return replace(said, at=time_of(row["at"]), proof=text_of(row, "proof")) if "at" in row else said


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


def batch_json(operations: Sequence[SignedOperation]) -> dict[str, Any]:
    return {"operations": [signed_json(signed) for signed in operations]}
