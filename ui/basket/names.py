"""What offers and branches are called in the language of the screen."""

from collections.abc import Mapping

from clerk_app.desk.price_rules import price_rules
from clerk_app.domain.pricing import Coupon
from clerk_app.store import cache
from clerk_app.till import Till
from ui.language import name_of


def names_of_offers(till: Till, found_coupons: Mapping[str, Coupon]) -> dict[str, str]:
    """By the offer's id; of those that a coupon belongs to, too."""
    with till.cache.read() as cached:
        offers = price_rules(cached, {}).offers
    known = (*offers, *(coupon.offer for coupon in found_coupons.values()))
    return {offer.offer: name_of(offer.name_zh, offer.name_en) for offer in known}


def names_of_branches(till: Till) -> dict[int, str]:
    with till.cache.read() as cached:
        rows = cache.branches_of_chain(cached)
    return {int(row["no"]): name_of(str(row.get("name_zh", "")), str(row.get("name_en", ""))) for row in rows}
