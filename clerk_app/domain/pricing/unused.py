"""Why an offer or a coupon does nothing for a basket: what is missing, or what is better."""

from collections.abc import Mapping
from typing import Final

from clerk_app.domain.pricing.case import Candidate, Case, NotUsed, OnArticles, OnSpending, members_of
from clerk_app.domain.pricing.offers import Bundle, CheapestOff, FromPieces, SetPrice
from clerk_app.domain.pricing.priced import PricedLine, Reduction, UnusedOffer, summed
from clerk_app.domain.pricing.search import Found, Search
from clerk_app.domain.pricing.spending import go_together

WORTH_SAYING: Final = frozenset({NotUsed.MEMBERS_ONLY})
"""Of the promotions that cannot count here, only those are told that the customer could still get."""


def unused_offers(case: Case, search: Search, found: Found, lines: Mapping[int, PricedLine]) -> tuple[UnusedOffer, ...]:
    """In the order of their rank; those that cannot count at all come first."""
    told = [
        UnusedOffer(offer.offer, code, why, _line_numbers(case, mask))
        for offer, code, why, mask in case.left_out
        if code or (why in WORTH_SAYING and mask)
    ]
    used = {(it.by.candidate.offer.offer, it.by.candidate.code) for it in found.combination.spent if it.off_minor}
    for arranged in found.combination.arranged:
        used |= {(it.by.candidate.offer.offer, it.by.candidate.code) for it in arranged.portions if it.by}
    # Of a promotion on articles that others beat everywhere only a coupon's owner wants to hear.
    told += [
        _article_unused(case, search, it, lines)
        for it in case.articles
        if (it.candidate.offer.offer, it.candidate.code) not in used
    ]
    told += [
        _spending_unused(case, search, found, it, lines)
        for it in case.spending
        if (it.candidate.offer.offer, it.candidate.code) not in used
    ]
    return tuple(told)


def _line_numbers(case: Case, mask: int) -> tuple[int, ...]:
    return tuple(sorted(line.line for kind in members_of(mask) for line in case.kinds[kind].lines))


def _article_unused(case: Case, search: Search, it: OnArticles, lines: Mapping[int, PricedLine]) -> UnusedOffer:
    missing = _missing_pieces(case, it)
    if missing:
        numbers = _line_numbers(case, it.candidate.mask)
        offer = it.candidate.offer.offer
        return UnusedOffer(offer, it.candidate.code, NotUsed.TOO_FEW_PIECES, numbers, missing_pieces=missing)
    alone = search.alone_saves(article=it)
    return _beaten(case, it.candidate, NotUsed.BEATEN, alone, lines)


def _spending_unused(
    case: Case, search: Search, found: Found, it: OnSpending, lines: Mapping[int, PricedLine]
) -> UnusedOffer:
    used = [spent.by for spent in found.combination.spent if spent.off_minor]
    alone = search.alone_saves(offer=it)
    if not go_together(it, used):
        return _beaten(case, it.candidate, NotUsed.NOT_TOGETHER, alone, lines)
    numbers = _line_numbers(case, it.candidate.mask)
    spent = sum(lines[number].total_minor for number in numbers)
    least = min(step.from_minor for step in it.terms.steps)
    if spent < least and not alone:
        gross = sum(case.kinds[kind].gross_minor for kind in members_of(it.mask))
        offer = it.candidate.offer.offer
        return UnusedOffer(
            offer, it.candidate.code, NotUsed.BELOW_MINIMUM, numbers, missing_minor=least - min(gross, spent)
        )
    return _beaten(case, it.candidate, NotUsed.BEATEN, alone, lines)


def _beaten(case: Case, candidate: Candidate, why: NotUsed, alone: int, lines: Mapping[int, PricedLine]) -> UnusedOffer:
    numbers = _line_numbers(case, candidate.mask)
    by: tuple[Reduction, ...] = summed([it for number in numbers for it in lines[number].reductions])
    return UnusedOffer(
        candidate.offer.offer,
        candidate.code,
        why,
        numbers,
        alone_saves_minor=alone,
        instead_saves_minor=sum(it.amount_minor for it in by),
        by=by,
    )


def _missing_pieces(case: Case, it: OnArticles) -> int:
    pieces = sum(case.kinds[kind].count for kind in it.kinds)
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
    return sum(case.kinds[kind].count for kind in it.kinds if case.kinds[kind].sku in skus)
