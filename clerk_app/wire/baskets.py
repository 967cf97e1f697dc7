"""The JSON of a basket while it is being filled: how a till keeps it, and how it is sent when places are asked for."""

from collections.abc import Mapping
from typing import Any

from clerk_app.domain.basket import (
    Article,
    Basket,
    BasketLine,
    BasketMember,
    Discount,
    Fulfilment,
    Place,
)
from clerk_app.domain.orders import BranchNo
from clerk_app.wire.fields import Malformed, choice_of, int_of, list_of, object_of, text_of, time_of, time_text


def basket_json(basket: Basket) -> dict[str, Any]:
    """`basket_of` reads it back."""
    member = basket.member
    return {
        "basket": basket.basket,
        "branch": basket.branch,
        "currency": basket.currency,
        "opened_at": time_text(basket.opened_at),
        "channel": basket.channel,
        "lines": [_line_json(line) for line in basket.lines],
        "member": {"member": member.member, "tier": member.tier} if member else None,
        "coupons": list(basket.coupons),
        "lines_made": basket.lines_made,
    }


def basket_of(message: Mapping[str, Any]) -> Basket:
    """Raises Malformed."""
    member = message.get("member")
    return Basket(
        basket=text_of(message, "basket"),
        branch=BranchNo(int_of(message, "branch")),
        currency=text_of(message, "currency"),
        opened_at=time_of(message.get("opened_at")),
        channel=text_of(message, "channel"),
        lines=list_of(message, "lines", _line_of),
        member=None if member is None else _member_of(object_of(member)),
        coupons=_codes_of(message),
        lines_made=int_of(message, "lines_made"),
    )


def _line_json(line: BasketLine) -> dict[str, Any]:
    it, by_hand = line.article, line.discount
    return {
        "line": line.line,
        "sku": it.sku,
        "gtin": it.gtin,
        "name_zh": it.name_zh,
        "name_en": it.name_en,
        "category": it.category,
        "brand": it.brand,
        "unit_price_minor": it.unit_price_minor,
        "currency": it.currency,
        "quantity": line.quantity,
        "fulfilment": line.place.fulfilment.value,
        "branch": line.place.branch,
        "credited": line.credited,
        "discount": _discount_json(by_hand) if by_hand else None,
    }


def _line_of(row: Mapping[str, Any]) -> BasketLine:
    by_hand, branch = row.get("discount"), row.get("branch")
    names = ("sku", "gtin", "name_zh", "name_en", "category", "brand", "currency")
    return BasketLine(
        line=int_of(row, "line", low=1),
        article=Article(
            unit_price_minor=int_of(row, "unit_price_minor"), **{name: text_of(row, name) for name in names}
        ),
        quantity=int_of(row, "quantity", low=1),
        place=Place(
            choice_of(row, "fulfilment", Fulfilment), None if branch is None else BranchNo(int_of(row, "branch"))
        ),
        discount=None if by_hand is None else _discount_of(object_of(by_hand)),
        credited=text_of(row, "credited"),
    )


def _discount_json(it: Discount) -> dict[str, Any]:
    figures = {"permille_off": it.permille_off, "off_minor": it.off_minor}
    return {**figures, "reason": it.reason, "by": it.by, "approved_by": it.approved_by}


def _discount_of(row: Mapping[str, Any]) -> Discount:
    return Discount(
        reason=text_of(row, "reason"),
        by=text_of(row, "by"),
        permille_off=int_of(row, "permille_off"),
        off_minor=int_of(row, "off_minor"),
        approved_by=text_of(row, "approved_by"),
    )


def _member_of(row: Mapping[str, Any]) -> BasketMember:
    return BasketMember(text_of(row, "member"), text_of(row, "tier"))


def _codes_of(message: Mapping[str, Any]) -> tuple[str, ...]:
    codes: Any = message.get("coupons")
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):  # pyright: ignore[reportUnknownVariableType]
        raise Malformed("coupons: a list of codes is needed")
    return tuple(str(code) for code in codes)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
