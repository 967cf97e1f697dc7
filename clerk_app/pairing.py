"""Making a folder into a till: keys of its own, the hub's trust, and the hub's root key, in one exchange.

The full pairing string carries a secret and the hub's own key, so that one step is enough. The short code that
somebody types is weaker: there, six digits on both screens must be the same before the hub agrees.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from clerk_app import __version__
from clerk_app.clock import Clock, SystemClock, TrustedClock
from clerk_app.credentials import (
    Kept,
    Secrets,
    forget_before_pairing,
    keep_before_pairing,
    new_secrets,
    save_secrets,
)
from clerk_app.domain import short_code
from clerk_app.domain.orders import BranchNo
from clerk_app.errors import HubIncompatible
from clerk_app.hub_client import HubClient
from clerk_app.leaving import leave_old_till, waiting_in
from clerk_app.settings import Profile, base64url, bytes_of, save_profile
from clerk_app.signing import SigningKey
from clerk_app.wire import int_of, loads, text_of

PREFIX: Final = "CLERK1."
SECRET_BYTES: Final = 16
NONCE_BYTES: Final = 32
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class WhyNotPaired(StrEnum):
    """Each one has its sentence in ui/messages.py."""

    NOT_A_PAIRING_CODE = "not_a_pairing_code"
    OTHER_ADDRESS = "other_address"  # the code is of another hub than the address that was typed
    WRONG_CODE = "wrong_code"
    EXPIRED = "expired"  # or used before
    TOO_MANY_TRIES = "too_many_tries"  # from this address
    NOT_CONFIRMED = "not_confirmed"
    NOT_THE_HUB = "not_the_hub"  # it could not prove that it knows the secret
    NEEDS_TLS = "needs_tls"  # a typed code over a line that anyone can read
    OUTBOX_NOT_EMPTY = "outbox_not_empty"


class PairingRefused(Exception):
    """This folder did not become a till."""

    def __init__(self, reason: WhyNotPaired) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Paired:
    profile: Profile
    kept: Kept  # where the keys are


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a pairing code says. A typed one has no id, and leaves the hub's keys to be told."""

    url: str
    secret: bytes
    pairing: str = ""
    hub_id: str = ""
    root_public_key: bytes = b""
    tls_pin: str = ""


def pair(
    folder: Path,
    hub_url: str,
    code: str,
    *,
    confirm: Callable[[str], None],
    pause: Callable[[], bool],
    practice: bool = False,
    clock: Clock | None = None,
) -> Paired:
    """Pair this folder with the hub by a pairing string or a typed short code.

    With a typed code, `confirm` is given the six digits to show, and `pause` waits a moment before each
    question whether head office agreed; it answers False to give up. The code is good once, so the keys have their
    place before it is used. Raises PairingRefused, HubUnreachable, and SecretsLocked where keys cannot be kept.
    """
    running = clock or SystemClock()
    if waiting_in(folder, running):
        raise PairingRefused(WhyNotPaired.OUTBOX_NOT_EMPTY)
    offer = _offer_of(hub_url, code)
    secrets = new_secrets()
    kept: Kept | None = None
    try:
        kept = keep_before_pairing(folder, secrets, practice=practice)
        profile = _introduced(offer, secrets, confirm, pause, running)
        return _keep(folder, profile, secrets, practice=practice)
    finally:
        forget_before_pairing(folder, kept)


def _introduced(
    offer: _Offer, secrets: Secrets, confirm: Callable[[str], None], pause: Callable[[], bool], clock: Clock
) -> Profile:
    key = SigningKey.from_seed(secrets.signing_seed)
    hub = HubClient(url=offer.url, hub_id=offer.hub_id, time=TrustedClock(clock), tls_pin=offer.tls_pin)
    try:
        return _exchange(hub, offer, key, confirm, pause)
    finally:
        hub.close()


def _exchange(
    hub: HubClient, offer: _Offer, key: SigningKey, confirm: Callable[[str], None], pause: Callable[[], bool]
) -> Profile:
    start = {"pairing": offer.pairing, "till_public_key": base64url(key.public), "app": __version__}
    begun = _answered(*hub.pair("start", start))
    try:
        hub_id = text_of(begun, "hub_id")
        root, commitment = bytes_of(text_of(begun, "root_public_key")), bytes_of(text_of(begun, "commitment"))
        attempt = text_of(begun, "attempt")
        hub_uuid = UUID(hub_id).bytes
    except ValueError as error:
        raise HubIncompatible("the hub pairs in another way") from error
    if (offer.hub_id and hub_id != offer.hub_id) or (offer.root_public_key and root != offer.root_public_key):
        raise PairingRefused(WhyNotPaired.NOT_THE_HUB)
    nonce = os.urandom(NONCE_BYTES)
    proof = hmac.digest(offer.secret, key.public + hub_uuid + nonce, hashlib.sha256)
    finish = {"attempt": attempt, "nonce": base64url(nonce), "mac": base64url(proof)}
    done = _answered(*hub.pair("finish", finish))
    try:
        hub_nonce = bytes_of(text_of(done, "hub_nonce"))
        expected = b"hub" + root + hub_nonce + UUID(text_of(done, "till")).bytes
        is_hub = hmac.compare_digest(
            hmac.digest(offer.secret, expected, hashlib.sha256), bytes_of(text_of(done, "mac"))
        )
    except ValueError as error:
        raise HubIncompatible("the hub pairs in another way") from error
    if not is_hub or hashlib.sha256(hub_nonce).digest() != commitment:
        raise PairingRefused(WhyNotPaired.NOT_THE_HUB)
    if done.get("status") == "confirm":
        confirm(_six_digits(hub_nonce, nonce, key.public, root))
        _wait_for_head_office(hub, attempt, pause)
    return _profile(done, offer, hub_id, root)


def _six_digits(hub_nonce: bytes, nonce: bytes, till_public_key: bytes, root_public_key: bytes) -> str:
    digest = hashlib.sha256(hub_nonce + nonce + till_public_key + root_public_key).digest()
    return f"{int.from_bytes(digest, 'big') % 1_000_000:06d}"


def _wait_for_head_office(hub: HubClient, attempt: str, pause: Callable[[], bool]) -> None:
    while pause():
        status = _answered(*hub.pair("status", {"attempt": attempt})).get("status")
        if status == "paired":
            return
        if status != "confirm":
            break
    raise PairingRefused(WhyNotPaired.NOT_CONFIRMED)


def _answered(status: int, message: Mapping[str, Any]) -> Mapping[str, Any]:
    if status == 200:
        return message
    if status in {404, 410}:
        raise PairingRefused(WhyNotPaired.EXPIRED)
    if status in {400, 401, 403, 422}:
        raise PairingRefused(WhyNotPaired.WRONG_CODE)
    if status == 429:
        raise PairingRefused(WhyNotPaired.TOO_MANY_TRIES)
    raise HubIncompatible(f"pairing answered with status {status}")


def _profile(done: Mapping[str, Any], offer: _Offer, hub_id: str, root: bytes) -> Profile:
    try:
        return Profile(
            till=text_of(done, "till"),
            till_name=text_of(done, "till_name"),
            branch=BranchNo(int_of(done, "branch", low=1)),
            branch_name_zh=text_of(done, "branch_name_zh"),
            branch_name_en=text_of(done, "branch_name_en"),
            chain_name_zh=text_of(done, "chain_name_zh"),
            chain_name_en=text_of(done, "chain_name_en"),
            hub_url=offer.url,
            hub_id=hub_id,
            root_public_key=root,
            tls_pin=offer.tls_pin,
        )
    except ValueError as error:
        raise HubIncompatible("the hub pairs in another way") from error


def _keep(folder: Path, profile: Profile, secrets: Secrets, *, practice: bool) -> Paired:
    """The keys first, the profile last: a folder without a profile is no till, whatever else lies in it."""
    profile = replace(profile, practice=practice)
    leave_old_till(folder, profile.till)
    kept = save_secrets(folder, profile, secrets)
    save_profile(folder, profile)
    return Paired(profile, kept)


def _offer_of(hub_url: str, code: str) -> _Offer:
    text = "".join(code.split())
    if not text.startswith(PREFIX):
        return _typed(hub_url, text)
    try:
        fields = loads(bytes_of(text.removeprefix(PREFIX)))
        offer = _Offer(
            url=text_of(fields, "u"),
            secret=bytes_of(text_of(fields, "s")),
            pairing=text_of(fields, "i"),
            hub_id=str(UUID(text_of(fields, "h"))),
            root_public_key=bytes_of(text_of(fields, "r")),
            tls_pin=text_of(fields, "p"),
        )
    except (ValueError, json.JSONDecodeError) as error:
        raise PairingRefused(WhyNotPaired.NOT_A_PAIRING_CODE) from error
    if len(offer.secret) != SECRET_BYTES or len(offer.root_public_key) != 32:
        raise PairingRefused(WhyNotPaired.NOT_A_PAIRING_CODE)
    if not hub_url:
        return offer
    # The address that was typed is the one this computer can reach; who answers there is proved by the rest.
    return _Offer(hub_url, offer.secret, offer.pairing, offer.hub_id, offer.root_public_key, offer.tls_pin)


def _typed(hub_url: str, text: str) -> _Offer:
    code = short_code.parse(text)
    if code is None or not hub_url:
        raise PairingRefused(WhyNotPaired.NOT_A_PAIRING_CODE)
    parts = urlsplit(hub_url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise PairingRefused(WhyNotPaired.NEEDS_TLS)  # 34 bits do not stand up to somebody who listens
    return _Offer(hub_url, code.encode())
