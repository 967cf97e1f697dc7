"""What a channel's order must say, and every way in which one can be wrong.

Reading never stops at the first mistake: who integrates a shop system wants to hear of all of them at once.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

from clerk_app.domain.acts import LINES_MAX, QUANTITY_MAX
from clerk_app.domain.aisle.addresses import FIELDS, Address, AddressFault, read_address
from clerk_app.domain.money import AMOUNT_MAX_MINOR, CURRENCIES
from clerk_app.domain.orders import Method

CLOCKS_APART_MAX: Final = timedelta(minutes=5)
AGE_MAX: Final = timedelta(days=3650)  # a channel may bring its old orders along; before that it is a wrong clock
EXTERNAL_ID_MAX: Final = 128
SKU_MAX: Final = 64
ERRORS_MAX: Final = 100
_FIELDS: Final = ("external_id", "placed_at", "currency", "member", "lines", "paid_minor")
_LINE_FIELDS: Final = ("sku", "quantity", "unit_price_minor", "fulfilment")
_E164: Final = re.compile(r"\+[1-9][0-9]{7,14}")
_PHONE_ORNAMENT: Final = re.compile(r"[ \-().]")


@dataclass(frozen=True, slots=True)
class FieldError:
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class RequestLine:
    sku: str
    quantity: int
    unit_price_minor: int
    branch: int  # of what is sent: 0 until the hub has chosen one
    method: Method = Method.PICKUP
    address: Address | None = None  # of what is sent

    @property
    def total_minor(self) -> int:
        return self.quantity * self.unit_price_minor


@dataclass(frozen=True, slots=True)
class OrderRequest:
    external_id: str
    placed_at: datetime
    currency: str
    phone: str  # E.164, or empty where the channel names nobody
    lines: tuple[RequestLine, ...]
    paid_minor: int

    @property
    def total_minor(self) -> int:
        return sum(line.total_minor for line in self.lines)

    @property
    def address(self) -> Address | None:
        """Where the sent lines go: all to one place."""
        return next((line.address for line in self.lines if line.address), None)


@dataclass(slots=True)
class _Reader:
    """Reads fields out of a message and remembers what was wrong with them; a wrong one reads as None."""

    errors: list[FieldError] = field(default_factory=list[FieldError])

    def wrong(self, name: str, message: str) -> None:
        if len(self.errors) < ERRORS_MAX:
            self.errors.append(FieldError(name, message))

    def fields(self, value: object, name: str, known: tuple[str, ...]) -> Mapping[str, Any] | None:
        if not isinstance(value, dict):
            self.wrong(name, f"an object with {', '.join(known)} is needed")
            return None
        message = cast(dict[str, Any], value)
        for key in sorted(message.keys() - set(known)):
            self.wrong(_below(name, _printable(key)), "this field is not known")
        return message

    def text(self, value: object, name: str, *, length_max: int) -> str | None:
        if not isinstance(value, str) or not 1 <= len(value) <= length_max:
            self.wrong(name, f"a text of 1 to {length_max} characters is needed")
        elif not value.isprintable() or value != value.strip():
            self.wrong(name, "control characters, and spaces at the ends, are not allowed")
        else:
            return value
        return None

    def number(self, value: object, name: str, *, low: int, high: int) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong(name, f"a whole number from {low} to {high} is needed")
        return None

    def time(self, value: object, name: str, *, now: datetime) -> datetime | None:
        try:
            at = datetime.fromisoformat(value) if isinstance(value, str) and len(value) <= 40 else None
        except ValueError:
            at = None
        if at is None:
            self.wrong(name, "an ISO 8601 time such as 2026-11-22T14:02:06+08:00 is needed")
        elif at.tzinfo is None:
            self.wrong(name, "the time needs its zone, such as +08:00 or Z")
        elif not now - AGE_MAX <= at <= now + CLOCKS_APART_MAX:
            self.wrong(name, "the time must not lie in the future, nor more than ten years back")
        else:
            return at.astimezone(UTC)
        return None


def read_order(message: object, *, now: datetime, phone_country: str) -> OrderRequest | list[FieldError]:
    """Read what stands in the order itself; whether its SKUs and branches exist is for `checks`."""
    read = _Reader()
    body = read.fields(message, "", _FIELDS)
    if body is None:
        return read.errors
    external_id = read.text(body.get("external_id"), "external_id", length_max=EXTERNAL_ID_MAX)
    placed_at = read.time(body.get("placed_at"), "placed_at", now=now)
    currency = _currency(read, body.get("currency"))
    phone = _phone_of_member(read, body, phone_country)
    lines = _lines(read, body.get("lines"), phone_country)
    paid_minor = read.number(body.get("paid_minor"), "paid_minor", low=0, high=AMOUNT_MAX_MINOR)
    _check_amounts(read, lines, paid_minor)
    if read.errors:
        return read.errors
    assert external_id is not None, "what is missing was written down as an error"
    assert placed_at is not None
    assert currency is not None
    assert lines is not None
    assert paid_minor is not None
    return OrderRequest(external_id, placed_at, currency, phone, lines, paid_minor)


def phone_of(value: object, country: str) -> str | None:
    """Return a phone number as E.164 writes it, or None. A number of 11 digits without `+` is one of `country`."""
    if not isinstance(value, str) or len(value) > 32:
        return None
    digits = _PHONE_ORNAMENT.sub("", value)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif re.fullmatch(r"1[0-9]{10}", digits):
        digits = f"+{country}{digits}"
    return digits if _E164.fullmatch(digits) else None


def _currency(read: _Reader, value: object) -> str | None:
    if isinstance(value, str) and value in CURRENCIES:
        return value
    read.wrong("currency", f"one of {', '.join(sorted(CURRENCIES))} is needed")
    return None


def _phone_of_member(read: _Reader, body: Mapping[str, Any], country: str) -> str:
    if "member" not in body:
        read.wrong("member", "an object with phone, or null, is needed")
        return ""
    if body["member"] is None:
        return ""
    member = read.fields(body["member"], "member", ("phone",))
    phone = phone_of(member.get("phone"), country) if member is not None else ""
    if phone is None:
        read.wrong("member.phone", "a phone number such as +8613800001234 is needed")
    return phone or ""


def _lines(read: _Reader, value: object, country: str) -> tuple[RequestLine, ...] | None:
    if not isinstance(value, list) or not 1 <= len(cast(list[object], value)) <= LINES_MAX:
        read.wrong("lines", f"a list of 1 to {LINES_MAX} lines is needed")
        return None
    rows = [_line(read, row, f"lines[{place}]", country) for place, row in enumerate(cast(list[object], value))]
    lines = tuple(line for line in rows if line is not None)
    seen: Counter[tuple[str, int]] = Counter()
    for place, line in enumerate(rows):
        if line is None:
            continue
        seen[line.sku, line.branch] += 1
        if seen[line.sku, line.branch] == 2:
            read.wrong(f"lines[{place}].sku", "this SKU has a line for this branch already: add up the quantities")
    first = next((line.address for line in lines if line.address), None)
    for place, line in enumerate(rows):
        if line is not None and line.address not in {None, first}:
            read.wrong(f"lines[{place}].fulfilment.to", "all that is sent goes to one address: place two orders")
    return lines if len(lines) == len(rows) else None


def _line(read: _Reader, value: object, name: str, country: str) -> RequestLine | None:
    row = read.fields(value, name, _LINE_FIELDS)
    if row is None:
        return None
    sku = read.text(row.get("sku"), f"{name}.sku", length_max=SKU_MAX)
    quantity = read.number(row.get("quantity"), f"{name}.quantity", low=1, high=QUANTITY_MAX)
    price = read.number(row.get("unit_price_minor"), f"{name}.unit_price_minor", low=0, high=AMOUNT_MAX_MINOR)
    where = _where(read, row.get("fulfilment"), f"{name}.fulfilment", country)
    if sku is None or quantity is None or price is None or where is None:
        return None
    return RequestLine(sku, quantity, price, *where)


def _where(read: _Reader, value: object, name: str, country: str) -> tuple[int, Method, Address | None] | None:
    """At which branch it is collected, or where it is sent to; then the hub chooses the branch."""
    method: object = cast(dict[str, Any], value).get("method") if isinstance(value, dict) else None
    is_sent = method == Method.SHIP
    fulfilment = read.fields(cast(object, value), name, ("method", "to") if is_sent else ("method", "branch"))
    if fulfilment is None:
        return None
    if is_sent:
        address = _address(read, fulfilment.get("to"), f"{name}.to", country)
        return (0, Method.SHIP, address) if address else None
    if method != Method.PICKUP:
        read.wrong(f"{name}.method", "pickup (the customer collects the goods at a branch) or ship is needed")
    branch = read.number(fulfilment.get("branch"), f"{name}.branch", low=1, high=65_535)
    return (branch, Method.PICKUP, None) if branch is not None else None


def _address(read: _Reader, value: object, name: str, country: str) -> Address | None:
    typed = read.fields(value, name, FIELDS)
    if typed is None:
        return None
    texts = {part: found if isinstance(found := typed.get(part), str) else "" for part in FIELDS}
    address = read_address(texts, phone=phone_of(texts["phone"], country) or "")
    if isinstance(address, Address):
        return address
    for wrong, fault in address.items():
        read.wrong(f"{name}.{wrong}", _FAULTS[fault])
    return None


_FAULTS: Final = {
    AddressFault.MISSING: "this is needed",
    AddressFault.TOO_LONG: "this is too long",
    AddressFault.UNREADABLE: "letters are needed, and no control characters",
    AddressFault.NOT_A_PHONE: "a phone number such as +8613800001234 is needed",
    AddressFault.CITY_MISSING: "province and city are needed, with a space between them",
    AddressFault.TOO_SHORT: "a street with its number is needed",
}


def _check_amounts(read: _Reader, lines: tuple[RequestLine, ...] | None, paid_minor: int | None) -> None:
    if lines is None:
        return
    total_minor = sum(line.total_minor for line in lines)
    if total_minor > AMOUNT_MAX_MINOR:
        read.wrong("lines", f"the order comes to {total_minor}, more than the {AMOUNT_MAX_MINOR} an order may come to")
    elif paid_minor is not None and paid_minor > total_minor:
        read.wrong("paid_minor", f"{paid_minor} is more than the {total_minor} that the lines come to")


def _below(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _printable(key: str) -> str:
    """A foreign name as an answer may repeat it: short, and of characters that any encoding has."""
    return key[:40].encode("ascii", "backslashreplace").decode().replace("\0", "\\x00")
