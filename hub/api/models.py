"""The messages as OpenAPI shows them; clerk_app.wire reads and writes them, docs/hub-api.md tells them by example."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

OP_ID = "019ab3c0-7d11-7a53-9c55-0d3c1f2b4a90"
TILL = "3f8f7c0a-5f1e-4c2b-9a77-1c2d3e4f5a6b"


# What nobody has signed yet is checked before the database is asked for it: a text may hold half a character.
Id = Annotated[str, Field(pattern="^[0-9a-f-]{36}$")]
IdOrNone = Annotated[str, Field(pattern="^([0-9a-f-]{36})?$")]


class Message(BaseModel):
    @classmethod
    def as_request(cls) -> dict[str, Any]:
        """What a route says of a body that it reads by itself."""
        schema = cls.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


class ErrorMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={"example": {"error": "too_large", "message": "a batch has at most 100 operations"}}
    )
    error: str
    message: str


class BatchMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "operations": [
                    {
                        "envelope": {
                            "v": 2,
                            "op_id": OP_ID,
                            "till": TILL,
                            "seq": 1,
                            "prev": "0" * 64,
                            "epoch": 1,
                            "clerk": "1001",
                            "step_up": None,
                            "kind": "pickup.handed_over",
                            "entity": "order",
                            "entity_id": "4815162342",
                            "body": {
                                "pickup_id": "0123456789abcdef",
                                "lines": [{"line": 1, "quantity": 2}],
                                "identity": "none",
                                "code": "qr",
                                "collected_by": "",
                                "collect_rest_by": None,
                            },
                            "occurred_at": "2026-11-22T14:02:06.123Z",
                            "mono_ms": 81234,
                            "app": "0.1.0",
                        },
                        "signature": "base64url of 64 bytes",
                    }
                ]
            }
        }
    )
    operations: list[dict[str, Any]]


class AnswersMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "answers": [
                    {
                        "op_id": OP_ID,
                        "status": "applied",
                        "seq": {"branch:1": 42},
                        "reason": "",
                        "conflict": "",
                        "result": {},
                    }
                ],
                "acked_through": 1,
            }
        }
    )
    answers: list[dict[str, Any]]
    acked_through: int


class HeldMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "operations": [
                    {
                        "op_id": OP_ID,
                        "seq": 1,
                        "body_hash": "0" * 64,
                        "status": "applied",
                        "reason": "",
                        "conflict": "",
                    }
                ],
                "acked_through": 1,
            }
        }
    )
    operations: list[dict[str, Any]]
    acked_through: int


class HelloMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "hub_id": "7f3c9a5e-1b2d-4c68-8a90-d1e2f3a4b5c6",
                "epoch": 1,
                "protocol": [1, 1],
                "schema": [1, 1],
                "heads": {"global": {"seq": 310, "min_seq": 0}, "branch:1": {"seq": 42, "min_seq": 0}},
                "snapshots": {
                    "global": {
                        "sha256": "64 hexadecimal digits",
                        "seq": 310,
                        "bytes": 1048576,
                        "unpacked_bytes": 8388608,
                        "rows": 20000,
                        "schema": 1,
                    }
                },
                "acked_through": 1,
                "limits": {"batch": 100, "batch_bytes": 262144, "page": 2000},
                "key_set": {"key_set": {}, "signature": "base64url of 64 bytes"},
            }
        }
    )
    hub_id: str
    epoch: int


class HoldMessage(Message):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "order": {"order_no": 4815162342, "branch": 1, "status": "ready"},
                "held_by": "Till 2 · 李娜",
                "until": "2026-11-22T14:02:36.123Z",
                "checked_at": "2026-11-22T14:02:06.123Z",
            }
        }
    )
    order: dict[str, Any]
    held_by: str
    until: str
    checked_at: str


class PairStart(Message):
    model_config = ConfigDict(
        json_schema_extra={"example": {"pairing": "", "till_public_key": "base64url of 32 bytes", "app": "0.1.0"}}
    )
    pairing: IdOrNone = ""
    till_public_key: str
    app: str = ""


class PairFinish(Message):
    model_config = ConfigDict(
        json_schema_extra={"example": {"attempt": TILL, "nonce": "base64url", "mac": "base64url of 32 bytes"}}
    )
    attempt: Id
    nonce: str
    mac: str


class PairStatus(Message):
    model_config = ConfigDict(json_schema_extra={"example": {"attempt": TILL}})
    attempt: Id
