"""What a scanned or typed text is: any text of any length becomes exactly one of a few kinds, and none is ever obeyed.

Classifying looks only at the shape and the check characters. Whether a pickup code is genuine, or a card
is a member's, is found out later by those who have the keys and the tables.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from clerk_app.domain import pickup_code, printed_codes, short_code
from clerk_app.domain.gtin import LENGTHS, Gtin, check_digit, parse_gtin
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.printed_codes import Printed
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt
from clerk_app.domain.scanner_text import FNC1, cleaned
from clerk_app.domain.tenders import Provider

LENGTH_MAX: Final = 4096
GS1_LENGTH_MAX: Final = 512
SHOWN_LENGTH_MAX: Final = 40

_TYPED_ORDER_NO: Final = re.compile(r"[1-9][0-9]{9}")  # ten digits, so that no mobile number of eleven is one
_DIGIT_RUN: Final = re.compile(r"[0-9](?:[ -]?[0-9]){12,}")
_WEB_ADDRESS: Final = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\([0-9]{2,4}\)")
_PAN_DIGITS: Final = range(13, 20)


class ScannedKind(StrEnum):
    """The one word for each kind, as logs and the command line say it."""

    PICKUP_CODE = "pickup_code"
    SHORT_CODE = "short_code"
    MEMBER_CARD = "member_card"
    GTIN = "gtin"
    GS1 = "gs1"
    COUPON = "coupon"
    CLERK_BADGE = "clerk_badge"
    ORDER_NO = "order_no"
    WALLET_CODE = "wallet_code"
    RECEIPT = "receipt"
    UNKNOWN = "unknown"


class UnknownReason(StrEnum):
    """Why a text is none of our kinds. Each one has its sentence in ui/messages.py."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BAD_CHECK_DIGIT = "bad_check_digit"
    WEB_ADDRESS = "web_address"
    LOOKS_LIKE_CARD_NUMBER = "looks_like_card_number"
    NOT_RECOGNISED = "not_recognised"


@dataclass(frozen=True, slots=True)
class PickupText:
    """A text in the shape of a pickup code; `pickup_code.read` says whether it is one."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShortCode:
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MemberCard:
    number: str = field(repr=False)  # with its letters: MB0000000018


@dataclass(frozen=True, slots=True)
class GtinCode:
    gtin: Gtin


@dataclass(frozen=True, slots=True)
class Gs1:
    """What a GS1 code says of one article or load. `elements` are all (application identifier, value), in order."""

    elements: tuple[tuple[str, str], ...] = field(repr=False)  # may name a person: shipping labels do
    gtin: Gtin | None = None
    batch: str = ""
    serial: str = ""
    best_before: date | None = None
    expires_on: date | None = None
    net_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Coupon:
    code: str = field(repr=False)  # with its letters: CP…


@dataclass(frozen=True, slots=True)
class ClerkBadge:
    badge: str  # with its letters: CK00018


@dataclass(frozen=True, slots=True)
class TypedOrderNo:
    order_no: OrderNo


@dataclass(frozen=True, slots=True)
class WalletCode:
    """What a customer's phone shows to pay: good for a minute, and money. It is handed on, and never kept."""

    code: str = field(repr=False)
    provider: Provider


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """A receipt of this chain, by the code that is printed on it, or by its number as somebody typed it."""

    receipt: ReceiptNo


@dataclass(frozen=True, slots=True)
class Unknown:
    """A text that we do nothing with.

    `shown` is its beginning for the clerk's eye: printable characters only, and nothing of a web address
    beyond its host or of what could be a payment card. `resembles` is the kind whose shape it nearly has.
    """

    reason: UnknownReason
    shown: str = field(default="", repr=False)
    resembles: ScannedKind | None = None


Scanned = (
    PickupText
    | ShortCode
    | MemberCard
    | GtinCode
    | Gs1
    | Coupon
    | ClerkBadge
    | TypedOrderNo
    | WalletCode
    | ReceiptCode
    | Unknown
)
ReadGs1 = Callable[[str], Gs1 | None]
"""Reads element strings, bracketed text and Digital Links; None when it is no GS1 text. `clerk_app.gs1` has it."""


def classify(text: str, *, read_gs1: ReadGs1 | None = None) -> Scanned:
    """Return what any text is, in under 5 ms and without ever raising.

    What scanners and input methods add (line ends, symbology identifiers, full-width characters, invisible
    marks at the ends) is taken off first.
    """
    if len(text) > LENGTH_MAX:
        return Unknown(UnknownReason.TOO_LONG)
    scan = cleaned(text)
    if not scan.text:
        return Unknown(UnknownReason.EMPTY)
    if pickup_code.has_shape(scan.text):
        return PickupText(scan.text)
    if _WEB_ADDRESS.match(scan.text):
        return _web_address(scan.text, read_gs1)
    return (
        _gs1(scan.text, is_marked=scan.is_gs1, read_gs1=read_gs1)
        or _article(scan.text)
        or _printed(scan.text)
        or _receipt(scan.text)
        or _wallet(scan.text)
        or _typed(scan.text)
        or _unknown(scan.text)
    )


def kind_of(scanned: Scanned) -> ScannedKind:
    return _KINDS[type(scanned)]


_KINDS: Final[dict[type, ScannedKind]] = {
    PickupText: ScannedKind.PICKUP_CODE,
    ShortCode: ScannedKind.SHORT_CODE,
    MemberCard: ScannedKind.MEMBER_CARD,
    GtinCode: ScannedKind.GTIN,
    Gs1: ScannedKind.GS1,
    Coupon: ScannedKind.COUPON,
    ClerkBadge: ScannedKind.CLERK_BADGE,
    TypedOrderNo: ScannedKind.ORDER_NO,
    WalletCode: ScannedKind.WALLET_CODE,
    ReceiptCode: ScannedKind.RECEIPT,
    Unknown: ScannedKind.UNKNOWN,
}


def mask(scanned: Scanned) -> str:
    """Return what a log or the "last scan" line may show: the kind, and an end too short to be used as the code."""
    kind = kind_of(scanned).value
    match scanned:
        case PickupText(text):
            return f"{kind} …{text[-4:]}"
        case ShortCode(code):
            return f"{kind} …{code[-2:]}"  # four of eight characters would make the rest guessable
        case MemberCard(secret) | Coupon(secret) | ClerkBadge(secret):
            return f"{kind} …{secret[-4:]}"
        case GtinCode(gtin):
            return f"{kind} {gtin}"  # printed on every shelf
        case Gs1(gtin=gtin):
            return f"{kind} {gtin or 'without gtin'}"
        case TypedOrderNo(order_no):
            return f"{kind} …{order_no % 10_000:04d}"
        case WalletCode(provider=provider):
            return f"{kind} {provider.value}"  # no end of it: it is money while it is good
        case ReceiptCode(receipt):
            return f"{kind} …{receipt.number % 100:02d}"
        case Unknown(reason=reason):
            return f"{kind} {reason.value}"


def has_card_number(text: str) -> bool:
    """Whether 13 to 19 digits in a row, spaces and dashes apart, check as a payment card's do. We never keep those."""
    for run in _DIGIT_RUN.finditer(text):
        digits = run[0].replace(" ", "").replace("-", "")
        if len(digits) in _PAN_DIGITS and printed_codes.passes_luhn(digits):
            return True
    return False


def _article(text: str) -> Scanned | None:
    gtin = parse_gtin(text)
    return GtinCode(gtin) if gtin else None


def _printed(text: str) -> Scanned | None:
    printed = printed_codes.parse_printed(text)
    if printed is None:
        return None
    if not printed.is_right:
        return _misread(text, ScannedKind(printed.kind.value))
    match printed.kind:
        case Printed.MEMBER_CARD:
            return MemberCard(printed.text)
        case Printed.CLERK_BADGE:
            return ClerkBadge(printed.text)
        case Printed.COUPON:
            return Coupon(printed.text)


def _receipt(text: str) -> Scanned | None:
    receipt = read_receipt(text)
    return ReceiptCode(receipt) if receipt else None


def _wallet(text: str) -> Scanned | None:
    """Payment codes by their published ranges: WeChat Pay has 18 digits from 10 to 15, Alipay 16 to 24 from 25 to 30.

    No card begins with 1, but some of Mastercard's begin with 25 to 27 and of Diners Club's with 30: one of their
    length that checks as they do stays a card.
    """
    if not _is_digits(text):
        return None
    if len(text) == 18 and 10 <= int(text[:2]) <= 15:
        return WalletCode(text, Provider.WECHAT_PAY)
    if 16 <= len(text) <= 24 and 25 <= int(text[:2]) <= 30 and not _is_card_of_range(text):
        return WalletCode(text, Provider.ALIPAY)
    return None


def _is_card_of_range(text: str) -> bool:
    is_mastercard = len(text) == 16 and 2221 <= int(text[:4]) <= 2720
    is_diners_club = len(text) <= 19 and 300 <= int(text[:3]) <= 305
    return (is_mastercard or is_diners_club) and printed_codes.passes_luhn(text)


def _gs1(text: str, *, is_marked: bool, read_gs1: ReadGs1 | None) -> Scanned | None:
    """Read what says that it is GS1, or what begins with an article's or a load's number whose check digit is right.

    Nearly any other number could be read as GS1 too: that of a payment card is often a well-formed element string.
    """
    says_so = is_marked or FNC1 in text or _BRACKETED.match(text)
    if read_gs1 is None or len(text) > GS1_LENGTH_MAX or not (says_so or _begins_with_checked_number(text)):
        return None
    gs1 = read_gs1(text)
    if gs1 is None:
        # What a scanner calls GS1 is no typed order number, however much its digits look like one.
        return Unknown(UnknownReason.NOT_RECOGNISED, _shown(text), ScannedKind.GS1) if is_marked else None
    if gs1.gtin is None and any(ai == "01" for ai, _ in gs1.elements):
        return _misread(text, ScannedKind.GS1)
    return gs1


def _begins_with_checked_number(text: str) -> bool:
    if text.startswith("01"):
        return parse_gtin(text[2:16]) is not None
    load = text[2:20]
    return text.startswith("00") and len(load) == 18 and _is_digits(load) and check_digit(load[:-1]) == int(load[-1])


def _web_address(text: str, read_gs1: ReadGs1 | None) -> Scanned:
    """A web address is only ever read, never opened; one that names an article is a GS1 Digital Link, on any host."""
    gs1 = read_gs1(text) if read_gs1 and len(text) <= GS1_LENGTH_MAX else None
    if gs1 and gs1.gtin:
        return gs1
    host = re.sub(r"(?i)^https?:/*", "", text)
    return Unknown(UnknownReason.WEB_ADDRESS, _shown(re.split(r"[/?#\s]", host)[0].rpartition("@")[2]))


def _typed(text: str) -> Scanned | None:
    order_no = printed_codes.parse_shown_order_no(text)
    if order_no is not None:
        return TypedOrderNo(order_no)
    if has_card_number(text):
        return Unknown(UnknownReason.LOOKS_LIKE_CARD_NUMBER)
    if _TYPED_ORDER_NO.fullmatch(text):
        return TypedOrderNo(OrderNo(int(text)))
    code = short_code.parse(text)
    return ShortCode(code) if code else None


def _unknown(text: str) -> Unknown:
    if _is_digits(text):
        if len(text) in LENGTHS:
            return _misread(text, ScannedKind.GTIN)
        if text.startswith(pickup_code.PREFIX) and abs(len(text) - pickup_code.TEXT_DIGITS) <= 10:
            return Unknown(UnknownReason.NOT_RECOGNISED, resembles=ScannedKind.PICKUP_CODE)
    folded = short_code.folded(text)
    if len(folded) == short_code.LENGTH and short_code.is_spelt(folded):
        return _misread(text, ScannedKind.SHORT_CODE)
    return Unknown(UnknownReason.NOT_RECOGNISED, _shown(text))


def _misread(text: str, kind: ScannedKind) -> Unknown:
    return Unknown(UnknownReason.BAD_CHECK_DIGIT, _shown(text), kind)


def _shown(text: str) -> str:
    if has_card_number(text):
        return ""
    beginning = text[:SHOWN_LENGTH_MAX]
    visible = "".join(character if character.isprintable() else " " for character in beginning)
    return f"{visible}…" if len(text) > SHOWN_LENGTH_MAX else visible


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
