"""What head office has set for the chain, as the screens use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from clerk_app.domain.acts import Identity
from clerk_app.store import cache
from clerk_app.till import Till
from ui.language import name_of


@dataclass(frozen=True, slots=True)
class Chain:
    """The rules of the feed, with what holds before they have arrived."""

    currency: str = "CNY"
    identity_methods: tuple[Identity, ...] = (Identity.PHONE_TAIL, Identity.MEMBER_CARD, Identity.ID_DOCUMENT)
    identity_from_minor: int = 0
    undo_s: int = 600
    idle_lock_s: int = 180
    offline_max_minor: int = 0  # without the hub, dearer orders need a manager; 0: no limit
    shelves: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()  # who takes parcels


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as the feed describes it."""

    no: int
    name_zh: str
    name_en: str
    address_zh: str = ""
    address_en: str = ""
    phone: str = ""


def chain_of(till: Till) -> Chain:
    with till.cache.read() as connection:
        said = cache.rules_of_chain(connection)
    plain = Chain()
    return Chain(
        currency=str(said.get("currency", plain.currency)),
        identity_methods=_methods(said) or plain.identity_methods,
        identity_from_minor=_number(said, "identity_from_minor", plain.identity_from_minor),
        undo_s=_number(said, "undo_s", plain.undo_s),
        idle_lock_s=_number(said, "idle_lock_s", plain.idle_lock_s),
        offline_max_minor=_number(said, "offline_max_minor", plain.offline_max_minor),
        shelves=tuple(str(shelf) for shelf in _list(said, "shelves")),
        carriers=tuple(str(carrier) for carrier in _list(said, "carriers")),
    )


def branch_of(till: Till, number: int) -> Branch | None:
    with till.cache.read() as connection:
        row = cache.branch(connection, number)
    if row is None:
        return None
    texts = {name: str(row.get(name, "")) for name in ("name_zh", "name_en", "address_zh", "address_en", "phone")}
    return Branch(number, **texts)


def branch_name(till: Till, number: int) -> str:
    """In the language that is on now; of one that is not known here, its number."""
    found = branch_of(till, number)
    return (name_of(found.name_zh, found.name_en) if found else "") or str(number)


def _methods(said: Mapping[str, Any]) -> tuple[Identity, ...]:
    known = set(Identity)
    return tuple(Identity(method) for method in _list(said, "identity_methods") if method in known)


def _number(said: Mapping[str, Any], name: str, otherwise: int) -> int:
    value = said.get(name)
    return value if isinstance(value, int) else otherwise


def _list(said: Mapping[str, Any], name: str) -> list[Any]:
    value = said.get(name)
    return cast(list[Any], value) if isinstance(value, list) else []
