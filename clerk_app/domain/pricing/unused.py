"""Why an offer or a coupon does nothing for a basket: what is missing, or what is better."""

from collections.abc import Mapping, Sequence
from typing import Final

from clerk_app.domain.pricing.case import Case, NotUsed, OnArticles, OnSpending, members_of
from clerk_app.domain.pricing.offers import Bundle, CheapestOff, FromPieces, SetPrice
from clerk_app.domain.pricing.priced import PricedLine, UnusedOffer
from clerk_app.domain.pricing.search import Found
from clerk_app.domain.pricing.sets import Pile, best_sets, piece_price
from clerk_app.domain.pricing.spending import go_together

WORTH_SAYING: Final = frozenset({NotUsed.MEMBERS_ONLY})
"""Of the promotions that cannot count here, only those are told that the customer could still get."""


def unused_offers(case: Case, found: Found, lines: Mapping[int, PricedLine]) -> tuple[UnusedOffer, ...]:
    """In the order of their rank; those that cannot count at all come first."""
    told = [
        UnusedOffer(offer.offer, code, why, _line_numbers(case, members_of(mask)))
        for offer, code, why, mask in case.left_out
        if code or (why in WORTH_SAYING and mask)
    ]
    spending = [it.by for it in found.combination.spent if it.off_minor]
    articles = {it.by.bit for arranged in found.combination.arranged for it in arranged.portions if it.by}
    told += [_article_unused(case, it) for it in case.articles if it.bit not in articles]
    told += [_spending_unused(case, it, spending, lines) for it in case.spending if it not in spending]
    return tuple(told)


def _line_numbers(case: Case, kinds: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted([line.line for kind in kinds for line in case.kinds[kind].lines]))


def _article_unused(case: Case, it: OnArticles) -> UnusedOffer:
    missing = _missing_pieces(case, it) if it.makes_sets else 0
    why = NotUsed.TOO_FEW_PIECES if missing else NotUsed.BEATEN
    return UnusedOffer(
        it.candidate.offer.offer,
        it.candidate.code,
        why,
        _line_numbers(case, it.kinds),
        missing_pieces=missing,
        alone_saves_minor=0 if missing else _alone(case, it),
    )


def _spending_unused(
    case: Case, it: OnSpending, used: Sequence[OnSpending], lines: Mapping[int, PricedLine]
) -> UnusedOffer:
    numbers = _line_numbers(case, it.kinds)
    alone = it.terms.off(sum([case.gross[kind] for kind in it.kinds]))
    missing = 0
    if not all(go_together(it, other) for other in used):
        why = NotUsed.NOT_TOGETHER
    elif alone:
        why = NotUsed.BEATEN
    else:
        why = NotUsed.BELOW_MINIMUM
        spent = sum(lines[number].total_minor for number in numbers)
        missing = max(0, min(step.from_minor for step in it.terms.steps) - spent)
    return UnusedOffer(
        it.candidate.offer.offer, it.candidate.code, why, numbers, missing_minor=missing, alone_saves_minor=alone
    )


def _alone(case: Case, it: OnArticles) -> int:
    """What an offer would save on goods at their list price."""
    kinds = [(number, case.kinds[number]) for number in it.kinds]
    if not it.makes_sets:
        return sum(kind.pieces * (kind.list_minor - piece_price(it.terms, kind.list_minor)) for _, kind in kinds)
    piles = [
        Pile(number, kind.sku, kind.pieces, kind.list_minor, kind.list_minor, kind.list_minor) for number, kind in kinds
    ]
    return best_sets(it.terms, piles).saved_minor


def _missing_pieces(case: Case, it: OnArticles) -> int:
    pieces = sum(case.kinds[kind].pieces for kind in it.kinds)
    match it.terms:
        case CheapestOff() | SetPrice():
            return max(0, it.terms.pieces - pieces)
        case FromPieces():
            return max(0, min(step.pieces for step in it.terms.steps) - pieces)
        case Bundle():
            return sum(max(0, part.pieces - _pieces_of(case, it, part.skus)) for part in it.terms.parts)
        case _:
            return 0


def _pieces_of(case: Case, it: OnArticles, skus: frozenset[str]) -> int:
    return sum(case.kinds[kind].pieces for kind in it.kinds if case.kinds[kind].sku in skus)
