"""The offers on articles: what each piece is sold under, when it is known which offers may count.

Kinds that share offers are arranged together; what has no offer in common does not matter to each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clerk_app.domain.money import allocated
from clerk_app.domain.pricing.case import Case, OnArticles, members_of
from clerk_app.domain.pricing.sets import Pile, best_sets, piece_price


class Portion(NamedTuple):
    """So many pieces of a kind under one offer, or under none, at the list price or the member's."""

    kind: int
    pieces: int
    by: OnArticles | None
    base_minor: int  # of one piece: the member's price or the list price
    saved_minor: int  # beside the base, of all these pieces


@dataclass(frozen=True, slots=True)
class Arranged:
    """How the kinds of one neighbourhood are sold; `nets` are beside its kinds."""

    total_minor: int
    nets: tuple[int, ...]
    at_member_price: int  # kinds of which some piece is
    reduced: int  # kinds of which some piece is under an offer
    portions: tuple[Portion, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Kinds that share offers, directly or over others."""

    mask: int
    bits: int  # of all its offers
    kinds: tuple[int, ...]
    offers: tuple[OnArticles, ...]
    each: tuple[Sequence[OnArticles], ...]  # beside its kinds: the offers that look at every piece on its own
    sets: tuple[OnArticles, ...]
    competes: bool  # leaving an offer out may make it cheaper, even with no offer on spending


class Rules(NamedTuple):
    """Which of the offers on articles may count, and where. All are sets of bits."""

    with_member: bool
    left_out: int = 0  # offers
    no_member_price: int = 0  # kinds that are sold without
    no_offer: int = 0  # kinds that no offer on articles may have


def neighbourhoods(case: Case) -> tuple[Neighbourhood, ...]:
    groups: list[tuple[int, list[OnArticles]]] = []
    each: list[list[OnArticles]] = [[] for _ in case.kinds]
    for offer in case.articles:
        mask, offers = offer.candidate.mask, [offer]
        apart: list[tuple[int, list[OnArticles]]] = []
        for other_mask, others in groups:
            if other_mask & mask:
                mask, offers = mask | other_mask, others + offers
            else:
                apart.append((other_mask, others))
        groups = [*apart, (mask, offers)]
        if not offer.makes_sets:
            for kind in offer.kinds:
                each[kind].append(offer)
    loose = ((1 << len(case.kinds)) - 1) & ~sum([mask for mask, _ in groups])
    return tuple([_neighbourhood(case, mask, offers, each) for mask, offers in [*groups, (loose, [])] if mask])


def _neighbourhood(
    case: Case, mask: int, offers: list[OnArticles], each: Sequence[Sequence[OnArticles]]
) -> Neighbourhood:
    kinds = members_of(mask)
    offers.sort(key=lambda offer: offer.bit)
    sets = tuple([offer for offer in offers if offer.makes_sets])
    by_hand = bool(sets) and any(case.kinds[kind].discount for kind in kinds)
    return Neighbourhood(
        mask=mask,
        bits=sum([offer.bit for offer in offers]),
        kinds=kinds,
        offers=tuple(offers),
        each=tuple([each[kind] for kind in kinds]),
        sets=sets,
        competes=len(sets) > 1 or by_hand,
    )


def arrange(case: Case, hood: Neighbourhood, rules: Rules) -> Arranged:
    """Sell every piece at its best: offers that make sets take theirs in the order of their rank, as far as they
    pay off, and what is left goes under the best offer for the single piece.
    """
    singles = _singles(case, hood, rules)
    left = {pile.kind: pile for pile, _, _ in singles}
    portions: list[Portion] = []
    for offer in hood.sets:
        if not offer.bit & rules.left_out:
            portions += _take_sets(offer, left, rules)
    portions += [
        Portion(pile.kind, pile.count, by, base, pile.count * (base - pile.other_minor))
        for pile, base, by in singles
        if pile.count
    ]
    return _arranged(case, hood, portions)


def _singles(case: Case, hood: Neighbourhood, rules: Rules) -> list[tuple[Pile, int, OnArticles | None]]:
    """The pieces of each kind at their best single price, the base of it, and the offer that makes it."""
    found: list[tuple[Pile, int, OnArticles | None]] = []
    with_member, left_out, no_member_price, no_offer = rules
    for number, offers in zip(hood.kinds, hood.each, strict=True):
        sku, pieces, list_minor, member_minor, _, _ = case.kinds[number]
        at_member_price = with_member and not no_member_price >> number & 1
        best = best_base = base = member_minor if at_member_price else list_minor
        by = None
        if offers and not no_offer >> number & 1:
            for offer in offers:
                if not offer.bit & left_out:
                    own_base = base if offer.candidate.offer.with_member_price else list_minor
                    price = piece_price(offer.terms, own_base)
                    if price < best:
                        best, best_base, by = price, own_base, offer
        found.append((Pile(number, sku, pieces, list_minor, base, best), best_base, by))
    return found


def _take_sets(offer: OnArticles, left: dict[int, Pile], rules: Rules) -> list[Portion]:
    """Take the pieces out of what is left. What the sets save is spread over all of their pieces by their price."""
    member = offer.candidate.offer.with_member_price
    piles = [left[kind] for kind in offer.kinds if left[kind].count and not rules.no_offer >> kind & 1]
    if not piles:
        return []
    seen = piles if member else [replace(it, base_minor=it.list_minor) for it in piles]
    sets = best_sets(offer.terms, seen)
    if not sets.taken:
        return []
    spread = allocated(sets.saved_minor, [n * it.base_minor for n, it in zip(sets.taken, seen, strict=True)])
    portions: list[Portion] = []
    for pile, it, count, saved in zip(piles, seen, sets.taken, spread, strict=True):
        if count:
            pile.count -= count
            portions.append(Portion(it.kind, count, offer, it.base_minor, saved))
    return portions


def _arranged(case: Case, hood: Neighbourhood, portions: Sequence[Portion]) -> Arranged:
    nets = dict.fromkeys(hood.kinds, 0)
    at_member_price = reduced = 0
    for kind, pieces, by, base_minor, saved_minor in portions:
        nets[kind] += pieces * base_minor - saved_minor
        if base_minor < case.kinds[kind].list_minor:
            at_member_price |= 1 << kind
        if by is not None:
            reduced |= 1 << kind
    for kind in hood.kinds:
        by_hand = case.kinds[kind].discount
        if by_hand:
            nets[kind] -= by_hand.of(nets[kind])
    return Arranged(sum(nets.values()), tuple(nets.values()), at_member_price, reduced, tuple(portions))
