"""How a phone number is written on the wire, and the mark by which tills know one that they are never told."""

import hashlib
from typing import Any, Final

_MARK: Final = b"clerk member phone|"


def phone_of_text(text: str, *, country: str) -> str | None:
    """Return what somebody typed as E.164 (`+8613800002046`), or None where it can be nobody's phone.

    `country` is the calling code of the chain's country: `86`.
    """
    return _e164(text, country, is_strict=True)


def possible_phone(text: str, *, country: str) -> str | None:
    """The same for looking up: numbers that no network gives out are found, too, where somebody has one."""
    return _e164(text, country, is_strict=False)


def phone_mark(phone: str) -> str:
    """What the feed tells of a phone number (E.164) in its place: SHA-256, hex.

    It keeps numbers out of the feed, of logs and of proxies. It is no secret: there are few enough numbers to try them
    all, so a till keeps only what its own key makes of it.
    """
    return hashlib.sha256(_MARK + phone.encode()).hexdigest()


def _e164(text: str, country: str, *, is_strict: bool) -> str | None:
    import phonenumbers  # a hundred milliseconds of tables: not before a number is typed

    if len(text) > 40 or not text.isascii():
        return None
    library: Any = phonenumbers
    try:
        region = library.region_code_for_country_code(int(country))
        number = library.parse(text, region)
    except (ValueError, library.NumberParseException):
        return None
    is_one = library.is_valid_number(number) if is_strict else library.is_possible_number(number)
    return str(library.format_number(number, library.PhoneNumberFormat.E164)) if is_one else None
