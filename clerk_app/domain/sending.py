"""Sending what was ordered: packed at a branch or warehouse, and given to a carrier."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from clerk_app.domain.bodies import MalformedAct, number, said
from clerk_app.domain.operations import Kind

PARCELS_MAX = 255
NOT_TAKEN_IN = "not_taken_in"  # why an order is over whose parcels came back: nobody paid the carrier


@dataclass(frozen=True, slots=True)
class Pack:
    parcels: int


@dataclass(frozen=True, slots=True)
class Send:
    """The parcels are with the carrier."""

    carrier: str
    tracking: tuple[str, ...]  # the carrier's number of each parcel, as far as there are any


Sending = Pack | Send
"""What is done to an order that goes to the customer's address."""


def sending_body(act: Sending) -> dict[str, Any]:
    if isinstance(act, Pack):
        return {"parcels": act.parcels}
    return {"carrier": act.carrier, "tracking": list(act.tracking)}


def sending_kind(act: Sending) -> Kind:
    return Kind.PACKED if isinstance(act, Pack) else Kind.SENT


def sending_of(kind: str, body: Mapping[str, Any]) -> Sending:
    """Read the body of an operation of such a kind. Raises MalformedAct, also for any other kind."""
    match kind:
        case Kind.PACKED:
            return Pack(number(body, "parcels", high=PARCELS_MAX))
        case Kind.SENT:
            return Send(said(body, "carrier"), _numbers(body))
        case _:
            raise MalformedAct(f"unknown kind {kind!r}")


def _numbers(body: Mapping[str, Any]) -> tuple[str, ...]:
    rows: Any = body.get("tracking")
    if not isinstance(rows, list) or len(cast(list[object], rows)) > PARCELS_MAX:
        raise MalformedAct(f"tracking: a list of at most {PARCELS_MAX} numbers is needed")
    return tuple(said({"tracking": row}, "tracking") for row in cast(list[object], rows))
