"""Enrolling a member: what the customer said and agreed to, as one request.

Name and phone are sealed for the hub: the till that wrote them down cannot read them again, however long they wait.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.bodies import MalformedAct
from clerk_app.domain.members import Contact

SEALED_MAX: Final = 2_000
NAME_MAX: Final = 40
_SEALED: Final = re.compile("[A-Za-z0-9_-]+")
_BORN: Final = re.compile("20[0-9]{2}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Enrol:
    """`sealed` is what `sealed_text` says, closed for the hub's root key, base64url. The rest may be shown."""

    sealed: str
    name_masked: str
    phone_tail: str
    consent: str  # the wording that was shown
    contact: tuple[Contact, ...]
    card: str = ""  # one from the pile; empty: the hub gives a number


def enrol_body(act: Enrol) -> dict[str, Any]:
    return {
        "sealed": act.sealed,
        "name_masked": act.name_masked,
        "phone_tail": act.phone_tail,
        "consent": act.consent,
        "contact": [it.value for it in act.contact],
        "card": act.card,
    }


def enrol_of(body: Mapping[str, Any]) -> Enrol:
    """Raises MalformedAct."""
    sealed = body.get("sealed")
    if not isinstance(sealed, str) or len(sealed) > SEALED_MAX or not _SEALED.fullmatch(sealed):
        raise MalformedAct(f"sealed: base64url of at most {SEALED_MAX} characters is needed")
    ways: Any = body.get("contact")
    if not isinstance(ways, list) or not all(it in set(Contact) for it in ways):  # pyright: ignore[reportUnknownVariableType]
        raise MalformedAct(f"contact: a list of {', '.join(Contact)} is needed")
    return Enrol(
        sealed=sealed,
        name_masked=bodies.text(body, "name_masked"),
        phone_tail=bodies.text(body, "phone_tail"),
        consent=bodies.said(body, "consent"),
        contact=tuple(Contact(it) for it in ways),  # pyright: ignore[reportUnknownVariableType]
        card=bodies.text(body, "card"),
    )


def is_born(text: str) -> bool:
    """Whether it is a month such as 2025-03, or nothing was said."""
    return not text or bool(_BORN.fullmatch(text))
