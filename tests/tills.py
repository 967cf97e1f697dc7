"""Tills for tests: real files in a folder, keys of their own, a clock that is set by hand, and codes of their hub."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache as once
from pathlib import Path
from typing import Any
from uuid import UUID

from argon2 import PasswordHasher
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app import wire
from clerk_app.credentials import Secrets, load_secrets
from clerk_app.desk.approvals import Approval, approve, doubt_about
from clerk_app.domain import key_set, pickup_code
from clerk_app.domain.codes import PickupText
from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus
from clerk_app.domain.orders import BranchNo, OrderNo, PickupOrder
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.pickup_code import PickupCode
from clerk_app.domain.roles import Clerk, Role
from clerk_app.settings import Profile, base64url, save_profile
from clerk_app.signing import SigningKey
from clerk_app.store import cache_feed
from clerk_app.store.encryption import encrypted
from clerk_app.till import Till, open_till
from clerk_app.wire import GLOBAL, Change, FeedPage, order_json
from tests.builders import NOON, an_order

HUB_ID = "7f3c9a5e-1b2d-4c68-8a90-d1e2f3a4b5c6"
ROOT = SigningKey.from_seed(b"r" * 32)
ISSUER = SigningKey.from_seed(b"i" * 32)
GRACE = Clerk("CK00018", "林美", Role.CLERK)
BOSS = Clerk("CK00026", "周敏", Role.MANAGER)
PIN = "482915"
FIRST_ORDER = an_order().order_no
SECRETS = Secrets(b"t" * 32, b"l" * 32)


def a_word(
    till: Till,
    doubt: Refusal | None,
    *,
    by: Clerk = BOSS,
    reason: str = "parcel is here",
    order_no: OrderNo = FIRST_ORDER,
) -> Approval:
    """What a manager says now, with the PIN, to what is in doubt about an order."""
    said = approve(till, by.badge, PIN, doubt=doubt_about(till, doubt, order_no), reason=reason)
    assert isinstance(said, Approval)
    return said


class HandClock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.wall = now
        self.running_s = 1_000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic_s(self) -> float:
        return self.running_s

    def advance(self, **by: float) -> None:
        step = timedelta(**by)
        self.wall += step
        self.running_s += step.total_seconds()


def a_profile(**known: Any) -> Profile:
    profile = Profile(
        till="0192f0c1-0000-7000-8000-000000000001",
        till_name="收银台 1",
        branch=BranchNo(1),
        branch_name_zh="人民路店",
        branch_name_en="Renmin Road",
        chain_name_zh="小树",
        chain_name_en="Little Tree",
        hub_url="http://127.0.0.1:1",
        hub_id=HUB_ID,
        root_public_key=ROOT.public,
        practice=True,
    )
    return replace(profile, **known)


def a_till(
    folder: Path,
    *orders: PickupOrder,
    clock: HandClock | None = None,
    rules: Mapping[str, Any] | None = None,
    **known: Any,
) -> Till:
    """A till whose cache holds these orders, two of the staff and the hub's key set, as a sync would have left it."""
    if not (folder / "profile.json").exists():
        save_profile(folder, a_profile(**known))
    till = open_till(folder, clock=clock or HandClock(), secrets=SECRETS)
    publish(till, GLOBAL, [("key_set", "issuer", a_signed_key_set()), ("rules", "chain", dict(rules or {}))])
    staff = [("staff", clerk.badge, staff_json(clerk)) for clerk in (GRACE, BOSS)]
    publish(till, till.scope, [*staff, *(("order", str(order.order_no), order_json(order)) for order in orders)])
    with till.cache.write() as connection:
        cache_feed.hub_answered(connection, epoch=1, at=till.time.now())
    return till


def opened_aside(folder: Path, name: str) -> sqlite3.Connection:
    """A file of this till as another program of it opens it."""
    secrets = load_secrets(folder, a_profile()) if (folder / "keys.json").exists() else SECRETS
    return encrypted(folder / name, secrets.file_key(name))()


def publish(till: Till, scope: str, rows: Iterable[tuple[str, str, Mapping[str, Any] | None]]) -> None:
    """Let the hub tell of these: (entity, id, body), in order, in one page; a body of None tells that it is gone."""
    with till.cache.write() as connection:
        from_seq = cursor_seq(till, scope)
        changes = tuple(Change(from_seq + n, *row[:2], 1, row[2]) for n, row in enumerate(rows, start=1))
        page = FeedPage(1, scope, from_seq, from_seq + len(changes), more=False, changes=changes)
        assert cache_feed.apply_page(connection, page, lookup_key=till.lookup_key)


def cursor_seq(till: Till, scope: str) -> int:
    from clerk_app.store import cache

    with till.cache.read() as connection:
        return cache.cursor(connection, scope).seq


def staff_json(clerk: Clerk) -> dict[str, Any]:
    return {
        "badge": clerk.badge,
        "name_zh": clerk.name,
        "name_en": clerk.name,
        "role": clerk.role.value,
        "pin_verifier": pin_verifier(),
        "active": True,
    }


@once
def pin_verifier() -> str:
    """Cheap on purpose: what the real costs are is the hub's to say."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


def a_key_set(*, issued: datetime = NOON - timedelta(days=1)) -> KeySet:
    key = IssuerKey(
        1,
        ISSUER.public,
        NOON - timedelta(days=40),
        NOON + timedelta(days=50),
        NOON + timedelta(days=150),
        KeyStatus.ACTIVE,
    )
    return KeySet(UUID(HUB_ID), 1, issued, NOON + timedelta(days=90), (key,))


def a_signed_key_set(keys: KeySet | None = None) -> dict[str, Any]:
    document = key_set.canonical_json(keys or a_key_set())
    return {"key_set": wire.loads(document), "signature": base64url(ROOT.sign(key_set.signed_message(document)))}


def code_of(order: PickupOrder, **known: Any) -> PickupText:
    """The QR of an order, as its hub signed it."""
    code = PickupCode(
        kid=1,
        branch=order.branch,
        pickup_id=order.pickup_id,
        order_no=order.order_no,
        gen=order.gen,
        issued_at=NOON - timedelta(hours=12),
        expires_at=order.collect_by + timedelta(hours=24),
        lines_digest=order.lines_digest or "00000000",
        parcels=order.parcels,
        amount_due_minor=order.balance_due_minor,
        amount_is_due=order.balance_due_minor > 0,
        check_id=order.check_identity,
        partial_allowed=order.partial_allowed,
        online_only=order.online_only,
    )
    body = pickup_code.encode_body(replace(code, **known))
    signature = ISSUER.sign(pickup_code.signed_message(UUID(HUB_ID), body))
    return PickupText(pickup_code.encode_text(body, signature))
