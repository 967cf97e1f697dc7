"""Where a parcel goes: what must be said of it, and each way in which it can be wrong.

The phone number is read where numbers are read (`phone` comes as E.164, or empty for one that is none).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

NAME_MAX: Final = 60
PART_MAX: Final = 40
PARTS_MAX: Final = 5
STREET_MAX: Final = 200
STREET_MIN: Final = 4
_BETWEEN_PARTS: Final = re.compile(r"[\s/,，、·>-]+|(?<=..[省市区區县縣])(?<!市市)(?=..)|(?<=自治州)(?=..)")
"""Chinese writes 浙江省杭州市滨江区 in one: each part ends by what it is, and none is a single sign."""
FIELDS: Final = ("name", "phone", "region", "street")


class AddressFault(StrEnum):
    """What is wrong with one field. Each has its sentence in ui/messages.py."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"  # control characters, or nothing but signs
    NOT_A_PHONE = "not_a_phone"
    CITY_MISSING = "city_missing"  # a province alone
    TOO_SHORT = "too_short"  # no street with a number is as short


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    phone: str  # E.164
    region: str  # province, city, district, with one space between them
    street: str


def read_address(typed: Mapping[str, str], *, phone: str) -> Address | dict[str, AddressFault]:
    """Read what was typed; what is wrong comes for every field at once."""
    name, street = _plain(typed.get("name", "")), _plain(typed.get("street", ""))
    parts = [part for part in _BETWEEN_PARTS.split(_plain(typed.get("region", ""))) if part]
    faults = {
        "name": _fault(name, most=NAME_MAX),
        "phone": None
        if phone
        else AddressFault.NOT_A_PHONE
        if typed.get("phone", "").strip()
        else AddressFault.MISSING,
        "region": _region_fault(parts),
        "street": _fault(street, most=STREET_MAX, least=STREET_MIN),
    }
    wrong = {field: fault for field, fault in faults.items() if fault is not None}
    return wrong or Address(name, phone, " ".join(parts), street)


def _plain(text: str) -> str:
    """Without spaces at its ends, and with single ones inside."""
    return " ".join(text.split())


def _fault(text: str, *, most: int, least: int = 1) -> AddressFault | None:
    if not text:
        return AddressFault.MISSING
    if len(text) > most:
        return AddressFault.TOO_LONG
    if not text.isprintable() or not any(it.isalpha() for it in text):
        return AddressFault.UNREADABLE
    return AddressFault.TOO_SHORT if len(text) < least else None


def _region_fault(parts: list[str]) -> AddressFault | None:
    if not parts:
        return AddressFault.MISSING
    if len(parts) > PARTS_MAX:
        return AddressFault.TOO_LONG
    faults = [fault for part in parts if (fault := _fault(part, most=PART_MAX))]
    if faults:
        return faults[0]
    return AddressFault.CITY_MISSING if len(parts) == 1 else None
