"""Who asks: a till signs each request with its own key, for one method, one address, one body and one minute."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from hub.database import Database
from hub.keys import b64u, from_b64u, is_signature
from hub.limits import Seen
from hub.tills import Till, load_till

GOOD_FOR_S = 60
TOKEN_MAX = 4096
_TILL = re.compile("[0-9a-f-]{36}")


class AuthRefusal(StrEnum):
    BAD_TOKEN = "bad_token"  # noqa: S105 a word, no secret
    CLOCK_OFF = "clock_off"
    REPLAYED = "replayed"
    REVOKED = "revoked"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, as the token must name it."""

    method: str
    path: str  # with the query
    body: bytes
    token: str


class Door:
    """Lets tills in. It remembers which tokens were used, for this process."""

    def __init__(self, database: Database, hub_id: str, turned_away: Callable[[str, str], None]) -> None:
        """`turned_away` is told the reason, and the till where its signature was good."""
        self._turned_away = turned_away
        self._database = database
        self._hub_id = hub_id
        # A token may be a minute early and is then good for two.
        self._seen = Seen(lasts_s=2 * GOOD_FOR_S + 1)

    def till_of(self, asked: Asked, now: datetime) -> Till | AuthRefusal:
        """The till that signed this request, or why it is not believed."""
        till, refusal = self._signer(asked, now)
        if till and not refusal:
            return till
        refusal = refusal or AuthRefusal.BAD_TOKEN
        self._turned_away(refusal.value, till.till if till else "")
        return refusal

    def _signer(self, asked: Asked, now: datetime) -> tuple[Till | None, AuthRefusal | None]:
        """The till, if this is its signature, and why it is not let in all the same."""
        signed, _, signature = asked.token.rpartition(".")
        claims = _claims(signed) if len(asked.token) <= TOKEN_MAX else None
        if claims is None:
            return None, AuthRefusal.BAD_TOKEN
        with self._database.glance() as reader:
            till = load_till(reader, claims["iss"])
        if till is None or not _is_signed(signed, signature, till.public_key):
            return None, AuthRefusal.BAD_TOKEN
        if not till.active:
            return till, AuthRefusal.REVOKED
        if till.is_frozen:
            return till, AuthRefusal.FORKED
        expected = (self._hub_id, asked.method, asked.path, b64u(hashlib.sha256(asked.body).digest()))
        if (claims["aud"], claims["htm"], claims["htu"], claims["bh"]) != expected:
            return till, AuthRefusal.BAD_TOKEN
        if abs(now.timestamp() - claims["iat"]) > GOOD_FOR_S:
            return till, AuthRefusal.CLOCK_OFF
        return till, None if self._seen.is_new(f"{till.till} {claims['jti']}") else AuthRefusal.REPLAYED


def _claims(signed: str) -> dict[str, Any] | None:
    """The claims of a token whose header and fields are of the right kind; nothing is believed yet."""
    try:
        header_text, payload_text = signed.split(".")
        header: Any = json.loads(from_b64u(header_text))
        claims: Any = json.loads(from_b64u(payload_text))
    except (ValueError, RecursionError):
        return None
    if not isinstance(header, dict) or cast(dict[str, Any], header).get("alg") != "EdDSA" or "crit" in header:
        return None
    if not isinstance(claims, dict):
        return None
    found = cast(dict[str, Any], claims)
    texts = all(isinstance(found.get(name), str) for name in ("iss", "aud", "htm", "htu", "bh", "jti"))
    issued: Any = found.get("iat")
    whole = isinstance(issued, int) and not isinstance(issued, bool) and 0 <= issued < 2**40
    if not texts or not whole or not _TILL.fullmatch(found["iss"]):  # the database is asked for it: no half characters
        return None
    return found if 1 <= len(found["jti"]) <= 64 else None


def _is_signed(signed: str, signature: str, public_key: bytes) -> bool:
    try:
        raw = from_b64u(signature)
    except ValueError:
        return False
    return is_signature(public_key=public_key, signature=raw, message=signed.encode())
