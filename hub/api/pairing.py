"""How a computer at a counter becomes a till: the only end points that ask for no signature yet."""

import hashlib
import hmac
import secrets
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import select

from hub import attempts, pairing, tables
from hub.api.context import ApiError, address_of, answered, context_of, keep_pace, now_utc
from hub.api.description import errors
from hub.api.models import PairFinish, PairStart, PairStatus
from hub.attempts import Attempt
from hub.database import Reader
from hub.keys import b64u, from_b64u
from hub.opening import Hub
from hub.orders import ms_of
from hub.pairing import Invitation, State
from hub.rules import load_rules

router = APIRouter(prefix="/v1/pair", tags=["pairing"], responses=errors(400, 413))


@router.post("/start", responses=errors(410, 429))
def start(request: Request, message: PairStart) -> Response:
    """Begin: the hub names itself and commits to its nonce. 410: the invitation is used, void or too old."""
    hub = context_of(request).hub
    _limit(request)
    keep_pace(context_of(request).limits.pairings, address_of(request))
    till_public_key = _bytes_of(message.till_public_key, "till_public_key", length=32)
    with hub.database.read() as reader:
        now = now_utc()
        if message.pairing and pairing.open_invitation(reader, message.pairing, now) is None:
            context_of(request).limits.pairing_tries.count(address_of(request))
            raise _over()
    hub_nonce = secrets.token_bytes(32)
    begun = Attempt(message.pairing, till_public_key, hub_nonce, ms_of(now + attempts.LASTS))
    attempt = attempts.begin(hub.database, begun, now)
    return answered(
        {
            "attempt": attempt,
            "hub_id": str(hub.hub_id),
            "root_public_key": b64u(hub.keys.root_public_key),
            "commitment": b64u(hashlib.sha256(hub_nonce).digest()),
        }
    )


@router.post("/finish", responses=errors(403, 410, 429))
def finish(request: Request, message: PairFinish) -> Response:
    """Prove the secret. `paired`: done; `confirm`: both sides show six digits, and an administrator confirms them."""
    hub = context_of(request).hub
    _limit(request)
    with hub.database.read() as reader:
        attempt = attempts.under_way(reader, message.attempt, now_utc())
    if attempt is None:
        raise _over()
    nonce = _bytes_of(message.nonce, "nonce")
    mac = _bytes_of(message.mac, "mac", length=32)
    if attempt.answer is not None and hmac.compare_digest(attempt.proof, nonce + mac):
        return answered(attempt.answer)  # the first answer was lost on its way
    it = _invitation(request, hub, attempt, nonce=nonce, mac=mac)
    state = pairing.let_in(
        hub.database,
        it,
        attempt=message.attempt,
        public_key=attempt.till_public_key,
        digits=_digits(hub, attempt, nonce),
        now=now_utc(),
    )
    if state is None:
        raise _over()
    if state is State.PAIRED:  # so that whole branches are set up behind one address
        context_of(request).limits.pairings.give_back(address_of(request))
    answer = _welcome(hub, it, attempt, state)
    attempts.end(hub.database, message.attempt, replace(attempt, proof=nonce + mac, answer=answer))
    return answered(answer)


@router.post("/status")
def status(request: Request, message: PairStatus) -> Response:
    """Whether the administrator has confirmed the digits."""
    with context_of(request).hub.database.read() as reader:
        state = pairing.state_of_attempt(reader, message.attempt, now_utc())
    return answered({"status": state.value})


def _invitation(request: Request, hub: Hub, attempt: Attempt, *, nonce: bytes, mac: bytes) -> Invitation:
    """The invitation whose secret the till has proved. Raises ApiError, and counts the wrong try."""
    with hub.database.read() as reader:
        candidates = _candidates(reader, attempt)
    if not candidates:
        raise _over()
    for it in candidates:
        proof = pairing.proof(it.secret, till_public_key=attempt.till_public_key, hub_id=hub.hub_id, nonce=nonce)
        if hmac.compare_digest(proof, mac):
            return it
    pairing.count_wrong_try(hub.database, candidates)
    context_of(request).limits.pairing_tries.count(address_of(request))
    context_of(request).rejections.count("wrong_code", candidates[0].till if attempt.pairing else "")
    raise ApiError(403, "wrong_code", "the till does not have the secret of this invitation")


def _candidates(reader: Reader, attempt: Attempt) -> list[Invitation]:
    if not attempt.pairing:
        return pairing.open_typed(reader, now_utc())
    it = pairing.open_invitation(reader, attempt.pairing, now_utc())
    return [it] if it else []


def _digits(hub: Hub, attempt: Attempt, nonce: bytes) -> str:
    return pairing.digits(
        hub_nonce=attempt.hub_nonce,
        nonce=nonce,
        till_public_key=attempt.till_public_key,
        root_public_key=hub.keys.root_public_key,
    )


def _welcome(hub: Hub, it: Invitation, attempt: Attempt, state: State) -> dict[str, Any]:
    root = hub.keys.root_public_key
    columns = tables.branch.c
    with hub.database.read() as reader:
        rules = load_rules(reader)
        names: Any = reader.execute(select(columns.name_zh, columns.name_en).where(columns.no == it.branch)).first()
    name_zh, name_en = names or ("", "")
    mac = pairing.hub_proof(it.secret, root_public_key=root, hub_nonce=attempt.hub_nonce, till=it.till)
    return {
        "status": state.value,
        "hub_nonce": b64u(attempt.hub_nonce),
        "till": it.till,
        "till_name": it.name,
        "branch": it.branch,
        "branch_name_zh": name_zh,
        "branch_name_en": name_en,
        "chain_name_zh": rules.chain_name_zh,
        "chain_name_en": rules.chain_name_en,
        "epoch": hub.epoch,
        "mac": b64u(mac),
    }


def _limit(request: Request) -> None:
    if wait_s := context_of(request).limits.pairing_tries.wait_s(address_of(request)):
        raise ApiError(429, "too_many_tries", "too many wrong tries from this address", retry_after_s=wait_s)


def _bytes_of(text: str, name: str, *, length: int | None = None) -> bytes:
    try:
        raw = from_b64u(text)
    except ValueError:
        raw = b""
    if not 1 <= len(raw) <= 64 or (length is not None and len(raw) != length):
        raise ApiError(400, "unreadable", f"{name}: base64url is needed", field=name)
    return raw


def _over() -> ApiError:
    return ApiError(410, "expired", "this invitation is used, void or too old: ask for a new one")
