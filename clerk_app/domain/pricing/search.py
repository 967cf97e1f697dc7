"""The best allowed combination of offers for one basket.

A combination says whether the member's price counts, which offers on articles are left out, and which offers on
spending are used; of those that do not go with reduced goods, also whether the other reductions make way for them.
The cheapest is found by branch and bound: a branch is left when even the most that its offers could give would not
beat what is known. Typical baskets need a handful of tries. The work is bounded all the same (WORK_MAX); a basket
that exceeds it is told by `exhaustive`, and never costs more than with any of its offers alone, nor more than
without the member's card.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from clerk_app.domain.pricing.arrangement import Arranged, Neighbourhood, Rules, arrange, neighbourhoods
from clerk_app.domain.pricing.bounds import Hope, hope, most_beside_others, reach_of
from clerk_app.domain.pricing.case import Case, OnArticles, OnSpending, members_of
from clerk_app.domain.pricing.spending import Spent, go_together, spend

WORK_MAX: Final = 4_000
"""How many combinations are tried at most: about a quarter of a second."""
SUBSETS_OF_MAX: Final = 7
"""Where offers make sets of the same pieces, every subset of up to so many of them is tried; of more, some."""


@dataclass(frozen=True, slots=True)
class Combination:
    """A way to sell the basket."""

    total_minor: int
    arranged: tuple[Arranged, ...]  # beside the neighbourhoods
    spent: tuple[Spent, ...]


@dataclass(frozen=True, slots=True)
class Found:
    combination: Combination
    hoods: tuple[Neighbourhood, ...]
    exhaustive: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """Offers on spending that are used together, and what makes way for them."""

    offers: tuple[OnSpending, ...] = ()
    no_member_price: int = 0
    no_offer: int = 0


@dataclass(frozen=True, slots=True)
class _Trial:
    """A choice that is being tried."""

    rules: Rules
    offers: tuple[OnSpending, ...]
    least_minor: int  # what the goods cost in the cheapest arrangement, before these offers
    hope: Hope

    def least_after(self, sacrifice_minor: int) -> int:
        """What the basket costs at least when so much, or more, is given up on the goods."""
        return self.least_minor - self.hope.from_(sacrifice_minor)


class Search:
    """The state of one search. It lives for one call; what was arranged once is not arranged again."""

    def __init__(self, case: Case, *, work_max: int = WORK_MAX) -> None:
        self._case = case
        self._hoods = neighbourhoods(case)
        self._work_left = work_max
        self._exhaustive = True
        self._best: Combination | None = None
        self._arranged: dict[tuple[int, Rules], Arranged] = {}
        self._variants: dict[tuple[int, Rules], tuple[Arranged, ...]] = {}
        self._everything_out = (1 << len(case.articles)) - 1

    def best(self) -> Found:
        for with_member in (True, False) if self._case.has_member_prices else (False,):
            self._search(Rules(with_member=with_member))
        if not self._exhaustive:
            self._try_each_alone()
        assert self._best is not None, "the basket without offers on spending is always tried"
        return Found(self._best, self._hoods, self._exhaustive)

    def alone_saves(self, *, article: OnArticles | None = None, offer: OnSpending | None = None) -> int:
        """What one offer would save if there were nothing else but discounts by hand."""
        if article is not None:
            number = next(n for n, hood in enumerate(self._hoods) if hood.mask & article.candidate.mask)
            without = self._arrange(number, Rules(with_member=False, left_out=self._everything_out))
            with_it = self._arrange(number, Rules(with_member=False, left_out=self._everything_out & ~article.bit))
            return without.total_minor - with_it.total_minor
        assert offer is not None, "one of the two is asked for"
        kinds = [self._case.kinds[kind] for kind in members_of(offer.mask)]
        return offer.terms.off(
            sum(kind.gross_minor - (kind.discount.of(kind.gross_minor) if kind.discount else 0) for kind in kinds)
        )

    # -- the tree of offers on spending

    def _search(self, rules: Rules) -> None:
        arranged = self._cheapest(rules)
        least = sum(it.total_minor for it in arranged)
        offers = self._case.spending
        reaches = [reach_of(self._case, self._hoods, arranged, offer) for offer in offers]
        gives = [most_beside_others(reach, others=len(offers) - 1) for reach in reaches]
        order = sorted(range(len(offers)), key=lambda place: -gives[place])
        hopeful = [(offers[place], gives[place]) for place in order if gives[place] > 0]
        self._try(rules, _Choice())
        self._extend(rules, _Choice(), least, hopeful)

    def _extend(self, rules: Rules, choice: _Choice, least: int, hopeful: Sequence[tuple[OnSpending, int]]) -> None:
        """Try this choice with each of the offers added; `least` is what it costs at least as it is."""
        for place, (offer, gives) in enumerate(hopeful):
            rest = hopeful[place + 1 :]
            together = [it for it in rest if go_together(it[0], (offer,))]
            if least - sum(most for _, most in hopeful[place:]) >= self._best_minor:
                return  # nor does any later place, whose rest is shorter
            if least - gives - sum(most for _, most in together) >= self._best_minor:
                continue
            for extended in _ways(choice, offer):
                if self._work_left <= 0:
                    self._exhaustive = False
                    return
                self._try(rules, extended)
                self._extend(rules, extended, least - gives, together)

    @property
    def _best_minor(self) -> int:
        assert self._best is not None, "the first try comes before any comparison"
        return self._best.total_minor

    # -- one choice of offers on spending

    def _try(self, rules: Rules, choice: _Choice) -> None:
        """Try a choice with the cheapest arrangement, and with others only where they could do better."""
        rules = replace(rules, no_member_price=choice.no_member_price, no_offer=choice.no_offer)
        offers = tuple(offer for offer in self._case.spending if offer in choice.offers)
        arranged = self._cheapest(rules)
        least = sum(it.total_minor for it in arranged)
        trial = _Trial(
            rules, offers, least, hope([reach_of(self._case, self._hoods, arranged, offer) for offer in offers])
        )
        if self._best is not None and trial.least_after(0) >= self._best_minor:
            return
        self._keep(self._combined(arranged, offers))
        if offers and trial.least_after(0) < self._best_minor:
            self._try_dearer(trial, arranged)

    def _try_dearer(self, trial: _Trial, cheapest: Sequence[Arranged]) -> None:
        """Leave offers on articles out, where the offers on spending look at what they reduce."""
        looked_at = 0
        for offer in trial.offers:
            looked_at |= offer.mask
        coupled = [number for number, hood in enumerate(self._hoods) if hood.offers and hood.mask & looked_at]
        competing = [number for number in coupled if self._hoods[number].competes]
        plain = [number for number in coupled if not self._hoods[number].competes]
        for chosen in product(*(self._variants_of(number, trial.rules) for number in competing)):
            arranged = list(cheapest)
            for number, variant in zip(competing, chosen, strict=True):
                arranged[number] = variant
            self._leave_out(trial, arranged, plain)

    def _leave_out(self, trial: _Trial, arranged: Sequence[Arranged], plain: Sequence[int]) -> None:
        """Leave out, one by one, what is in use: each makes it dearer, so a branch ends where nothing can repay it."""
        seen = {0}
        open_ones = [(0, list(arranged))]
        while open_ones:
            left_out, current = open_ones.pop()
            if self._work_left <= 0:
                self._exhaustive = False
                return
            sacrifice = sum(it.total_minor for it in current) - trial.least_minor
            if trial.least_after(sacrifice) >= self._best_minor:
                continue
            if trial.least_minor - trial.hope.at(sacrifice) < self._best_minor:
                self._keep(self._combined(current, trial.offers))
            for number in plain:
                for bit in sorted({it.by.bit for it in current[number].portions if it.by}):
                    if left_out | bit not in seen:
                        seen.add(left_out | bit)
                        after = list(current)
                        after[number] = self._arrange(number, replace(trial.rules, left_out=left_out | bit))
                        open_ones.append((left_out | bit, after))

    def _combined(self, arranged: Sequence[Arranged], offers: Sequence[OnSpending]) -> Combination:
        self._work_left -= 1
        total = sum(it.total_minor for it in arranged)
        if not offers:
            return Combination(total, tuple(arranged), ())
        nets = [0] * len(self._case.kinds)
        at_member_price = reduced = 0
        for hood, it in zip(self._hoods, arranged, strict=True):
            at_member_price |= it.at_member_price
            reduced |= it.reduced
            for kind, net in zip(hood.kinds, it.nets, strict=True):
                nets[kind] = net
        spent = spend(nets, offers, at_member_price=at_member_price, reduced=reduced)
        return Combination(total - sum(it.off_minor for it in spent), tuple(arranged), spent)

    def _keep(self, combination: Combination) -> None:
        if self._best is None or combination.total_minor < self._best.total_minor:
            self._best = combination

    # -- arrangements

    def _cheapest(self, rules: Rules) -> list[Arranged]:
        return [
            self._variants_of(number, rules)[0] if hood.competes else self._arrange(number, rules)
            for number, hood in enumerate(self._hoods)
        ]

    def _arrange(self, number: int, rules: Rules) -> Arranged:
        hood = self._hoods[number]
        rules = replace(
            rules,
            left_out=rules.left_out & sum(offer.bit for offer in hood.offers),
            no_member_price=rules.no_member_price & hood.mask,
            no_offer=rules.no_offer & hood.mask,
        )
        known = self._arranged.get((number, rules))
        if known is None:
            self._work_left -= 1
            known = self._arranged[number, rules] = arrange(self._case, hood, rules)
        return known

    def _variants_of(self, number: int, rules: Rules) -> tuple[Arranged, ...]:
        """The different arrangements that come of leaving offers out, the cheapest first."""
        hood = self._hoods[number]
        key = (
            number,
            replace(rules, no_member_price=rules.no_member_price & hood.mask, no_offer=rules.no_offer & hood.mask),
        )
        known = self._variants.get(key)
        if known is None:
            different: dict[tuple[tuple[int, ...], int, int], Arranged] = {}
            for left_out in self._subsets(hood):
                it = self._arrange(number, replace(rules, left_out=left_out))
                different.setdefault((it.nets, it.at_member_price, it.reduced), it)
            known = self._variants[key] = tuple(sorted(different.values(), key=lambda it: it.total_minor))
        return known

    def _subsets(self, hood: Neighbourhood) -> Iterator[int]:
        bits = [offer.bit for offer in hood.offers]
        everything = sum(bits)
        if len(bits) <= SUBSETS_OF_MAX:
            for number in range(1 << len(bits)):
                yield sum(bit for place, bit in enumerate(bits) if number >> place & 1)
            return
        self._exhaustive = False
        yield 0
        yield everything
        for bit in bits:
            yield bit
            yield everything & ~bit

    def _try_each_alone(self) -> None:
        everything_out = Rules(with_member=False, left_out=self._everything_out)
        for article in self._case.articles:
            self._keep(self._with(replace(everything_out, left_out=self._everything_out & ~article.bit), ()))
        for offer in self._case.spending:
            self._keep(self._with(everything_out, (offer,)))

    def _with(self, rules: Rules, offers: Sequence[OnSpending]) -> Combination:
        return self._combined([self._arrange(number, rules) for number in range(len(self._hoods))], offers)


def _ways(choice: _Choice, offer: OnSpending) -> Iterator[_Choice]:
    """With the offer added: beside other reductions, and where it does not go with them, also in their place."""
    offers = (*choice.offers, offer)
    yield replace(choice, offers=offers)
    by = offer.candidate.offer
    if not (by.with_member_price and by.with_promotions):
        yield _Choice(
            offers,
            choice.no_member_price | (0 if by.with_member_price else offer.mask),
            choice.no_offer | (0 if by.with_promotions else offer.mask),
        )
