"""The invented people of the demo chain: its members, and its staff with badges and PINs."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from clerk_app.domain.printed_codes import clerk_badge, member_card
from clerk_app.domain.roles import Role
from hub.demo import files
from hub.staff import StaffMember, verifier_of

_TIER_WEIGHTS: Final = (6, 3, 1)
_QUIET_NUMBERS: Final = 10_000  # 138 0000 xxxx


@dataclass(frozen=True, slots=True)
class DemoClerk:
    """A person with the PIN that the demo tells everybody."""

    member: StaffMember
    pin: str


def members(count: int, chance: Random) -> list[dict[str, Any]]:
    """Members with names put together by chance, and phone numbers that ring nowhere."""
    people, tiers = files.read("people"), files.read("chain")["tiers"]
    return [
        {
            "member": member_card(number + 1),
            "name": chance.choice(people["family"])[0] + chance.choice(people["given"])[0],
            "phone": phone(number),
            "tier": chance.choices(tiers, _TIER_WEIGHTS)[0],
        }
        for number in range(count)
    ]


def phone(number: int) -> str:
    """138 0000 xxxx, and behind the ten thousandth 120 xxxx xxxx, which no network gives out."""
    if number < _QUIET_NUMBERS:
        return f"+861380000{number:04d}"
    return f"+86120{number:08d}"


def staff(branches: int, chance: Random) -> list[DemoClerk]:
    """The people of each branch. Those beyond the named branches are two each, and share their PINs."""
    chain = files.read("chain")
    rows = [row for row in chain["staff"] if row["branch"] <= branches]
    rows += [
        {**row, "branch": branch}
        for branch in range(len(chain["branches"]) + 1, branches + 1)
        for row in chain["elsewhere"]
    ]
    verifiers = _verifiers(sorted({row["pin"] for row in rows}), chance)
    return [_clerk(row, number, verifiers) for number, row in enumerate(rows, start=1)]


def _clerk(row: dict[str, Any], number: int, verifiers: dict[str, str]) -> DemoClerk:
    verifier = verifiers[row["pin"]]
    member = StaffMember(row["branch"], clerk_badge(number), row["zh"], row["en"], Role(row["role"]), verifier)
    return DemoClerk(member, row["pin"])


def _verifiers(pins: list[str], chance: Random) -> dict[str, str]:
    """Each PIN hashed once, on all cores: it is meant to be slow."""
    salts = {pin: chance.randbytes(16) for pin in pins}

    def hashed(pin: str) -> str:
        return verifier_of(pin, salt=salts[pin])

    with ThreadPoolExecutor() as pool:
        return dict(zip(pins, pool.map(hashed, pins), strict=True))
