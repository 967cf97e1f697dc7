"""GS1 codes: element strings, their bracketed form, and Digital Links. Only here is their library known."""

from datetime import date
from decimal import Decimal

from biip import ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementStrings
from biip.gs1_messages import GS1Message

from clerk_app.domain.codes import GS1_LENGTH_MAX, Gs1
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.scanner_text import FNC1

_NET_WEIGHT_KG = "310"
# Labels with an impossible date (000000 is common) still name their article; the date is then missing.
_LENIENT = ParseConfig(gs1_element_strings_verify_date=False)


def read_gs1(text: str) -> Gs1 | None:
    """Return what a GS1 text says, or None if it is none. Nothing is opened: a Digital Link is read as text.

    A GTIN whose check digit is wrong leaves `gtin` empty and stays among the elements.
    """
    # The library's patterns take digits of every script, and its work grows with the text.
    if not text or len(text) > GS1_LENGTH_MAX or not _is_plain(text.replace(FNC1, "")):
        return None
    try:
        found = _elements(text)
    except (ParseError, ValueError, ArithmeticError, LookupError):
        return None
    # A Digital Link may have spelt anything in percents.
    return _gs1(found) if found and all(_is_plain(element.value) for element in found) else None


def _elements(text: str) -> GS1ElementStrings:
    scheme, colon, rest = text.partition(":")
    if colon and scheme.lower() in {"http", "https"}:
        return GS1DigitalLinkURI.parse(f"{scheme.lower()}:{rest}", config=_LENIENT).element_strings
    if text.startswith("("):
        return GS1Message.parse_hri(text, config=_LENIENT).element_strings
    return GS1Message.parse(text, config=_LENIENT).element_strings


def _gs1(found: GS1ElementStrings) -> Gs1:
    elements = tuple((element.ai.ai, element.value) for element in found)
    first: dict[str, str] = {}
    for ai, value in elements:
        first.setdefault(ai, value)
    return Gs1(
        elements=elements,
        gtin=parse_gtin(first.get("01", "")),
        batch=first.get("10", ""),
        serial=first.get("21", ""),
        best_before=_date(found, "15"),
        expires_on=_date(found, "17"),
        net_weight_kg=_net_weight_kg(found),
    )


def _date(found: GS1ElementStrings, ai: str) -> date | None:
    return next((element.date for element in found if element.ai.ai == ai), None)


def _net_weight_kg(found: GS1ElementStrings) -> Decimal | None:
    return next((element.decimal for element in found if element.ai.ai.startswith(_NET_WEIGHT_KG)), None)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
