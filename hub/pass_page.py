"""The pass as a page: every word and figure decided here, so that the template only places them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clerk_app.domain import short_code
from clerk_app.domain.money import decimals
from clerk_app.domain.orders import Method
from clerk_app.domain.printed_codes import format_order_no
from hub.pass_words import other, say
from hub.passes import PassPart, PassState, qr_svg
from hub.rules import Rules

REFRESH_S: Final = 15
_TONES: Final = {
    PassState.PLACED: "wait",
    PassState.PREPARING: "wait",
    PassState.READY: "done",
    PassState.PARTLY_COLLECTED: "done",
    PassState.OVERDUE: "attention",
    PassState.COLLECTED: "quiet",
    PassState.TO_BE_SENT: "wait",
    PassState.SENT: "done",
    PassState.REJECTED: "refused",
    PassState.CANCELLED: "refused",
    PassState.EXPIRED: "refused",
}
_SIGNS: Final = {"CNY": "¥", "JPY": "¥", "HKD": "HK$", "TWD": "NT$", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩"}
_WEEKDAYS: Final = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class ItemOnPage:
    name: str
    other_name: str
    quantity: int
    taken: str  # how many are gone, or empty
    total: str


@dataclass(frozen=True, slots=True)
class PartOnPage:
    tone: str
    state: str
    state_other: str
    why: str
    qr: Markup
    short_code: str
    place: str
    place_other: str
    address: str
    phone: str
    place_is: str
    collect_by: str
    balance_due: str
    due_word: str
    bring: str
    items: tuple[ItemOnPage, ...]
    pieces: str
    total: str
    paid: str


def pass_page(parts: tuple[PassPart, ...], *, rules: Rules, language: str, now: datetime) -> str:
    """The page of an order whose parts are these."""
    first = parts[0].order
    is_open = any(part.is_open for part in parts)
    at = f"{now.astimezone(rules.zone):%H:%M:%S}"
    page = {
        "refresh_s": REFRESH_S if is_open else 0,
        "order_no": format_order_no(first.order_no),
        "placed_at": _moment(first.placed_at, rules.zone, language),
        "channel": first.channel,
        "as_of": say("refreshes" if is_open else "as_of", language, at=at),
        "parts": [_part(part, rules=rules, language=language) for part in parts],
    }
    return _rendered("pass.html", language, rules, page)


def unknown_page(*, rules: Rules, language: str) -> str:
    """The page of a token that leads nowhere."""
    return _rendered("unknown_pass.html", language, rules, {})


def money(amount_minor: int, currency: str) -> str:
    """An amount as customers read it: ¥1,268.00."""
    sign, digits = _SIGNS.get(currency, f"{currency} "), decimals(currency)
    major, minor = divmod(amount_minor, 10**digits)
    return f"{sign}{major:,}.{minor:0{digits}d}" if digits else f"{sign}{major:,}"


def _part(part: PassPart, *, rules: Rules, language: str) -> PartOnPage:
    order, place = part.order, part.place
    is_zh, is_collected = language == "zh", order.method is Method.PICKUP
    return PartOnPage(
        tone=_TONES[part.state],
        state=say(part.state, language),
        state_other=say(part.state, other(language)),
        why=_why(part, rules=rules, language=language),
        qr=Markup(qr_svg(part.code_text, title=say("title", language)) if part.code_text else ""),  # noqa: S704  digits
        short_code=short_code.shown(order.short_code) if part.code_text and order.short_code else "",
        place=place.name_zh if is_zh else place.name_en,
        place_other=place.name_en if is_zh else place.name_zh,
        address=place.address_zh if is_zh else place.address_en,
        phone=place.phone,
        place_is=say("collect_at" if is_collected else "sent_from", language),
        collect_by=_moment(order.collect_by, rules.zone, language) if part.is_open and is_collected else "",
        balance_due=money(order.balance_due_minor, order.currency) if part.is_owed else "",
        due_word=say("balance_due" if is_collected else "on_delivery", language),
        bring=_bring(part, rules, language) if part.code_text else "",
        items=_items(part, language),
        pieces=say("pieces", language, n=order.pieces),
        total=money(order.total_minor, order.currency),
        paid=money(order.paid_minor, order.currency),
    )


def _why(part: PassPart, *, rules: Rules, language: str) -> str:
    collected_at = part.collected_at
    return say(
        f"{part.state}_why",
        language,
        due=_moment(part.order.due_at, rules.zone, language),
        by=_moment(part.order.collect_by, rules.zone, language),
        remaining=part.order.remaining,
        at=_moment(collected_at, rules.zone, language) if collected_at else "",
        place=part.place.name_zh if language == "zh" else part.place.name_en,
        carrier=part.order.carrier,
        tracking=" · ".join(part.order.tracking) or "–",
    )


def _bring(part: PassPart, rules: Rules, language: str) -> str:
    if not part.order.check_identity:
        return say("bring_code", language)
    methods = [say(method, language) for method in rules.identity_methods if method != "none"]
    return say("or", language).join(methods)


def _items(part: PassPart, language: str) -> tuple[ItemOnPage, ...]:
    def item(line_no: int) -> ItemOnPage:
        line = part.order.line(line_no)
        assert line is not None, "the number was read from the lines"
        names = (line.name_zh, line.name_en) if language == "zh" else (line.name_en, line.name_zh)
        shows_taken = part.state is PassState.PARTLY_COLLECTED and line.collected
        taken = say("taken", language, n=line.collected) if shows_taken else ""
        return ItemOnPage(*names, line.wanted or line.quantity, taken, money(line.total_minor, part.order.currency))

    left = [line for line in part.order.lines if line.wanted]
    return tuple(item(line.line) for line in left or part.order.lines)


def _moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    local = at.astimezone(zone)
    day = _WEEKDAYS[language][local.weekday()]
    if language == "zh":
        return f"{local.month} 月 {local.day} 日 周{day} {local:%H:%M}"
    return f"{day} {local.day} {_MONTHS[local.month - 1]}, {local:%H:%M}"


def _rendered(template: str, language: str, rules: Rules, page: Mapping[str, object]) -> str:
    def word(name: str) -> str:
        return say(name, language)

    names = (rules.chain_name_zh, rules.chain_name_en)
    chain, chain_other = names if language == "zh" else names[::-1]
    return (
        _templates()
        .get_template(template)
        .render(
            **page,
            word=word,
            lang="zh-CN" if language == "zh" else "en",
            chain=chain,
            chain_other=chain_other,
            mark=(rules.chain_name_zh or rules.chain_name_en or "·")[0],
        )
    )


@lru_cache(maxsize=1)
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
