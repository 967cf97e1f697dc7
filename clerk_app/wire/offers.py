"""The JSON of what head office offers: promotions and coupons, as the feed carries them to every till."""

from collections.abc import Mapping
from typing import Any, Final, cast

from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.pricing import (
    AmountOff,
    Bundle,
    BundlePart,
    CheapestOff,
    Coupon,
    FromPieces,
    Offer,
    PercentOff,
    PieceStep,
    Scope,
    SetPrice,
    SpendOff,
    SpendStep,
    Terms,
    Validity,
    is_well_formed,
)
from clerk_app.wire.fields import Malformed, bool_of, int_of, list_of, object_of, text_of, time_of, time_text

WORDS_MAX: Final = 10_000
"""The most that one list of SKUs, brands … may name."""


def offer_json(offer: Offer) -> dict[str, Any]:
    """An offer as the feed carries it; `offer_of` reads it back. What is not said is the usual case."""
    flags = {
        name: False for name in ("with_member_price", "with_promotions", "with_coupons") if not getattr(offer, name)
    }
    return {
        "offer": offer.offer,
        "name_zh": offer.name_zh,
        "name_en": offer.name_en,
        "terms": _terms_json(offer.terms),
        **_validity_json(offer.validity),
        **_said(
            scope=_scope_json(offer.scope),
            tiers=sorted(offer.tiers),
            channels=sorted(offer.channels),
            rank=offer.rank,
            group=offer.group,
        ),
        **flags,
    }


def offer_of(message: Mapping[str, Any]) -> Offer:
    """Raises Malformed, also for figures that make no sense."""
    return Offer(
        offer=_id_of(message, "offer"),
        terms=_terms_of(object_of(message.get("terms"))),
        scope=_scope_of(object_of(message.get("scope", {}))),
        validity=_validity_of(message),
        name_zh=text_of(message, "name_zh"),
        name_en=text_of(message, "name_en"),
        tiers=_words_of(message, "tiers"),
        channels=_words_of(message, "channels"),
        rank=int_of(message, "rank") if "rank" in message else 0,
        group=text_of(message, "group") if "group" in message else "",
        with_member_price=_flag_of(message, "with_member_price"),
        with_promotions=_flag_of(message, "with_promotions"),
        with_coupons=_flag_of(message, "with_coupons"),
    )


def coupon_json(coupon: Coupon) -> dict[str, Any]:
    """A coupon with its whole offer; `coupon_of` reads it back."""
    return {
        "code": coupon.code,
        "offer": offer_json(coupon.offer),
        **_said(member=coupon.member),
        **_validity_json(coupon.validity),
    }


def coupon_of(message: Mapping[str, Any]) -> Coupon:
    """Raises Malformed."""
    return Coupon(
        code=_id_of(message, "code"),
        offer=offer_of(object_of(message.get("offer"))),
        member=text_of(message, "member") if "member" in message else "",
        validity=_validity_of(message),
    )


# -- terms: an object with one member, whose name says which


def _terms_json(terms: Terms) -> dict[str, Any]:
    match terms:
        case PercentOff():
            return {"percent_off": {"permille_off": terms.permille_off, **_said(pieces_max=terms.pieces_max)}}
        case AmountOff():
            return {"amount_off": {"off_minor": terms.off_minor, **_said(pieces_max=terms.pieces_max)}}
        case CheapestOff():
            figures = {"pieces": terms.pieces, "reduced": terms.reduced, "permille_off": terms.permille_off}
            return {"cheapest_off": figures}
        case FromPieces():
            steps = [{"pieces": step.pieces, "permille_off": step.permille_off} for step in terms.steps]
            return {"from_pieces": {"steps": steps}}
        case SetPrice():
            figures = {"pieces": terms.pieces, "price_minor": terms.price_minor}
            return {"set_price": {**figures, **_said(sets_max=terms.sets_max)}}
        case Bundle():
            parts = [{"skus": sorted(part.skus), "pieces": part.pieces} for part in terms.parts]
            return {"bundle": {"parts": parts, "price_minor": terms.price_minor, **_said(sets_max=terms.sets_max)}}
        case SpendOff():
            steps = [
                {"from_minor": it.from_minor, **_said(off_minor=it.off_minor, permille_off=it.permille_off)}
                for it in terms.steps
            ]
            return {"spend_off": {"steps": steps, **_said(repeated=terms.repeated, off_max_minor=terms.off_max_minor)}}


def _terms_of(message: Mapping[str, Any]) -> Terms:
    if len(message) != 1:
        raise Malformed("terms: an object with one member is needed")
    [(name, figures)] = message.items()
    if name not in _READERS:
        raise Malformed(f"terms: one of {', '.join(_READERS)} is needed")
    terms = _READERS[name](object_of(figures))
    if not is_well_formed(terms):
        raise Malformed("terms: the figures make no sense")
    return terms


def _percent_off_of(row: Mapping[str, Any]) -> Terms:
    return PercentOff(int_of(row, "permille_off"), _count_of(row, "pieces_max"))


def _amount_off_of(row: Mapping[str, Any]) -> Terms:
    return AmountOff(_minor_of(row, "off_minor"), _count_of(row, "pieces_max"))


def _cheapest_off_of(row: Mapping[str, Any]) -> Terms:
    return CheapestOff(int_of(row, "pieces"), int_of(row, "reduced"), int_of(row, "permille_off"))


def _from_pieces_of(row: Mapping[str, Any]) -> Terms:
    return FromPieces(
        list_of(row, "steps", lambda step: PieceStep(int_of(step, "pieces"), int_of(step, "permille_off")))
    )


def _set_price_of(row: Mapping[str, Any]) -> Terms:
    return SetPrice(int_of(row, "pieces"), _minor_of(row, "price_minor"), _count_of(row, "sets_max"))


def _bundle_of(row: Mapping[str, Any]) -> Terms:
    parts = list_of(row, "parts", lambda part: BundlePart(_words_of(part, "skus"), int_of(part, "pieces")))
    return Bundle(parts, _minor_of(row, "price_minor"), _count_of(row, "sets_max"))


def _spend_off_of(row: Mapping[str, Any]) -> Terms:
    def step_of(step: Mapping[str, Any]) -> SpendStep:
        off_minor = _minor_of(step, "off_minor") if "off_minor" in step else 0
        return SpendStep(_minor_of(step, "from_minor"), off_minor, _count_of(step, "permille_off"))

    repeated = bool_of(row, "repeated") if "repeated" in row else False
    off_max_minor = _minor_of(row, "off_max_minor") if "off_max_minor" in row else 0
    return SpendOff(list_of(row, "steps", step_of), repeated, off_max_minor)


_READERS: Final = {
    "percent_off": _percent_off_of,
    "amount_off": _amount_off_of,
    "cheapest_off": _cheapest_off_of,
    "from_pieces": _from_pieces_of,
    "set_price": _set_price_of,
    "bundle": _bundle_of,
    "spend_off": _spend_off_of,
}


# -- what several of them have


def _scope_json(scope: Scope) -> dict[str, Any]:
    return _said(
        skus=sorted(scope.skus),
        categories=sorted(scope.categories),
        brands=sorted(scope.brands),
        fulfilments=sorted(it.value for it in scope.fulfilments),
        except_skus=sorted(scope.except_skus),
    )


def _scope_of(message: Mapping[str, Any]) -> Scope:
    fulfilments = _words_of(message, "fulfilments")
    if not fulfilments <= set(Fulfilment):
        raise Malformed(f"fulfilments: some of {', '.join(Fulfilment)} are needed")
    return Scope(
        skus=_words_of(message, "skus"),
        categories=_words_of(message, "categories"),
        brands=_words_of(message, "brands"),
        fulfilments=frozenset(Fulfilment(it) for it in fulfilments),
        except_skus=_words_of(message, "except_skus"),
    )


def _validity_json(validity: Validity) -> dict[str, Any]:
    moments = {"valid_from": validity.since, "valid_until": validity.until}
    return {name: time_text(at) for name, at in moments.items() if at is not None}


def _validity_of(message: Mapping[str, Any]) -> Validity:
    since, until = (time_of(message[name]) if name in message else None for name in ("valid_from", "valid_until"))
    return Validity(since, until)


def _said(**known: Any) -> dict[str, Any]:
    """Without what is empty or zero: the usual case is not said."""
    return {name: value for name, value in known.items() if value}


def _flag_of(message: Mapping[str, Any], name: str) -> bool:
    return bool_of(message, name) if name in message else True


def _count_of(message: Mapping[str, Any], name: str) -> int:
    return int_of(message, name) if name in message else 0


def _minor_of(message: Mapping[str, Any], name: str) -> int:
    minor = int_of(message, name)
    if minor > AMOUNT_MAX_MINOR:
        raise Malformed(f"{name}: an amount of at most {AMOUNT_MAX_MINOR} is needed")
    return minor


def _id_of(message: Mapping[str, Any], name: str) -> str:
    text = text_of(message, name)
    if not text:
        raise Malformed(f"{name}: it is empty")
    return text


def _words_of(message: Mapping[str, Any], name: str) -> frozenset[str]:
    """A set of texts; what is not said is an empty one."""
    rows: Any = message.get(name, [])
    if not isinstance(rows, list) or len(cast(list[object], rows)) > WORDS_MAX:
        raise Malformed(f"{name}: a list of at most {WORDS_MAX} is needed")
    words = cast(list[object], rows)
    if not all(isinstance(word, str) for word in words):
        raise Malformed(f"{name}: a list of texts is needed")
    return frozenset(cast(list[str], words))
