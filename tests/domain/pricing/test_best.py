"""That the best is the best: beside every other way, tried one by one by code too simple to be wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.domain.basket import Basket
from clerk_app.domain.money import share
from clerk_app.domain.pricing import (
    AmountOff,
    Bundle,
    CheapestOff,
    FromPieces,
    PercentOff,
    PriceRules,
    SetPrice,
    Terms,
)
from clerk_app.domain.pricing.arrangement import Rules, arrange, neighbourhoods
from clerk_app.domain.pricing.case import Case, OnSpending, case_of
from clerk_app.domain.pricing.offers import ArticleTerms, SpendOff
from clerk_app.domain.pricing.search import Search
from clerk_app.domain.pricing.sets import Pile, best_sets, piece_price
from clerk_app.domain.pricing.spending import go_together, spend
from tests.domain.pricing.builders import NOW, priced
from tests.domain.pricing.strategies import baskets, piece_terms, rules_with, set_terms

# -- one offer that makes sets, beside every choice of pieces


@st.composite
def pile_lists(draw: st.DrawFn) -> list[Pile]:
    piles: list[Pile] = []
    pieces = 0
    for kind in range(draw(st.integers(1, 4))):
        listed = draw(st.sampled_from([0, 99, 333, 700, 1_000]))
        base = draw(st.sampled_from([listed, listed, share(listed, 4, 5)]))
        other = draw(st.sampled_from([base, base, share(base, 9, 10), share(base, 1, 2)]))
        count = draw(st.integers(1, min(4, max(1, 8 - pieces))))
        pieces += count
        piles.append(Pile(kind, "abcd"[kind], count, listed, base, other))
    return piles


@settings(max_examples=300)
@given(terms=set_terms | piece_terms, piles=pile_lists())
def test_sets_are_made_of_the_pieces_that_save_the_most(terms: Terms, piles: list[Pile]) -> None:
    assert not isinstance(terms, SpendOff)
    if isinstance(terms, PercentOff | AmountOff) and not terms.pieces_max:
        terms = replace(terms, pieces_max=9)

    sets = best_sets(terms, piles)

    taken = sets.taken or (0,) * len(piles)
    assert cost_of(terms, piles, taken, sets.saved_minor) == min(every_cost(terms, piles))
    if any(taken):
        assert saved_by(terms, piles, taken) == sets.saved_minor


@given(terms=set_terms, piles=pile_lists(), many=st.integers(1_000, 9_999))
def test_thousands_of_pieces_are_as_quick_as_a_few(terms: Terms, piles: list[Pile], many: int) -> None:
    assert not isinstance(terms, SpendOff)
    for pile in piles:
        pile.count = many

    sets = best_sets(terms, piles)

    bases = sum(n * pile.base_minor for n, pile in zip(sets.taken, piles, strict=False))
    assert 0 <= sets.saved_minor <= bases


def every_cost(terms: ArticleTerms, piles: Sequence[Pile]) -> Iterator[int]:
    for taken in product(*(range(pile.count + 1) for pile in piles)):
        saved = saved_by(terms, piles, taken)
        if saved is not None:
            yield cost_of(terms, piles, taken, saved)


def cost_of(terms: ArticleTerms, piles: Sequence[Pile], taken: Sequence[int], saved_minor: int) -> int:
    rest = sum((pile.count - n) * pile.other_minor for pile, n in zip(piles, taken, strict=True))
    return rest + sum(pile.base_minor * n for pile, n in zip(piles, taken, strict=True)) - saved_minor


def saved_by(terms: ArticleTerms, piles: Sequence[Pile], taken: Sequence[int]) -> int | None:
    """What exactly these pieces save, or None where they make no whole sets."""
    pieces = [pile for pile, n in zip(piles, taken, strict=True) for _ in range(n)]
    if not pieces:
        return 0
    bases = sum(pile.base_minor for pile in pieces)
    match terms:
        case PercentOff() | AmountOff():
            fits = len(pieces) <= terms.pieces_max
            return bases - sum(piece_price(terms, pile.base_minor) for pile in pieces) if fits else None
        case CheapestOff():
            pieces.sort(key=lambda pile: (-pile.list_minor, pile.kind))
            reduced = [p for at, p in enumerate(pieces) if at % terms.pieces >= terms.pieces - terms.reduced]
            whole = len(pieces) % terms.pieces == 0
            return sum(share(pile.base_minor, terms.permille_off, 1000) for pile in reduced) if whole else None
        case FromPieces():
            reached = [step.permille_off for step in terms.steps if len(pieces) >= step.pieces]
            if not reached:
                return None
            return max(sum(share(pile.base_minor, permille, 1000) for pile in pieces) for permille in reached)
        case SetPrice():
            sets = len(pieces) // terms.pieces
            fits = len(pieces) % terms.pieces == 0 and (not terms.sets_max or sets <= terms.sets_max)
            return bases - sets * terms.price_minor if fits else None
        case Bundle():
            counts = [sum(pile.sku in part.skus for pile in pieces) for part in terms.parts]
            sets = counts[0] // terms.parts[0].pieces
            whole = sum(counts) == len(pieces)
            whole = whole and counts == [part.pieces * sets for part in terms.parts]
            fits = whole and (not terms.sets_max or sets <= terms.sets_max)
            return bases - sets * terms.price_minor if fits else None


# -- the whole basket, beside every combination of offers


@settings(max_examples=250)
@given(basket=baskets, rules=rules_with(4))
def test_no_combination_is_cheaper_than_the_one_that_is_found(basket: Basket, rules: PriceRules) -> None:
    gold = {sku: prices[0].unit_price_minor for sku, prices in rules.member_prices.items()}
    case = case_of(basket, rules.offers, rules.coupons, gold if basket.member else {}, at=NOW)

    found = Search(case).best()

    assert found.exhaustive
    assert found.combination.total_minor == min(every_total(case)) == priced(basket, rules).total_minor


def every_total(case: Case) -> Iterator[int]:
    """Every set of offers on articles, with and without the member's price, with every set of offers on spending that
    go together, each beside other reductions or in their place.
    """
    hoods = neighbourhoods(case)
    for places in product((None, False, True), repeat=len(case.spending)):
        chosen = [it for it, place in zip(case.spending, places, strict=True) if place is not None]
        if not all(go_together(one, other) for at, one in enumerate(chosen) for other in chosen[:at]):
            continue
        instead = [it for it, place in zip(case.spending, places, strict=True) if place]
        no_member, no_offer = masks(instead)
        for left_out, with_member in product(range(1 << len(case.articles)), (True, False)):
            rules = Rules(with_member, left_out, no_member, no_offer)
            nets = [0] * len(case.kinds)
            at_member_price = reduced = 0
            for hood in hoods:
                arranged = arrange(case, hood, rules)
                at_member_price |= arranged.at_member_price
                reduced |= arranged.reduced
                for kind, net in zip(hood.kinds, arranged.nets, strict=True):
                    nets[kind] = net
            spent = spend(nets, chosen, at_member_price=at_member_price, reduced=reduced)
            yield sum(nets) - sum(it.off_minor for it in spent)


def masks(instead: Sequence[OnSpending]) -> tuple[int, int]:
    no_member = no_offer = 0
    for it in instead:
        no_member |= 0 if it.candidate.offer.with_member_price else it.mask
        no_offer |= 0 if it.candidate.offer.with_promotions else it.mask
    return no_member, no_offer
