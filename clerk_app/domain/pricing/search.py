"""The best allowed combination of offers for one basket.

A combination says whether the member's price counts, which offers on articles are left out, and which offers on
spending are used; of those that do not go with reduced goods, also whether the other reductions make way for them.
The cheapest is found by branch and bound: a branch is left when even the most that its offers could give would not
beat what is known. Usual baskets need a handful of tries. The work is bounded all the same (WORK_MAX): a basket that
exceeds it says so (`exhaustive`), and never costs more than with any of its offers alone, or with the member's price
alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from clerk_app.domain.pricing.arrangement import Arranged, Neighbourhood, Rules, arrange, neighbourhoods
from clerk_app.domain.pricing.bounds import Hope, Reach, Reachable, hope, most_hoped, reachable
from clerk_app.domain.pricing.case import Case, OnSpending
from clerk_app.domain.pricing.spending import Spent, go_together, spend

WORK_MAX: Final = 600
"""How many arrangements and combinations are tried at most."""
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
    exhaustive: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """Offers on spending that are used together, by their places in Case.spending, and what makes way for them."""

    offers: tuple[int, ...] = ()
    no_member_price: int = 0
    no_offer: int = 0


@dataclass(frozen=True, slots=True)
class _Ground:
    """How the goods are sold most cheaply under some rules, before any offer on spending."""

    rules: Rules
    arranged: tuple[Arranged, ...]
    total_minor: int
    reaches: tuple[Reach, ...]  # beside Case.spending

    def least_with(self, offers: Sequence[int]) -> int:
        """What the basket costs at least with these offers, whatever is given up for them."""
        return self.total_minor - most_hoped([self.reaches[place] for place in offers])


@dataclass(frozen=True, slots=True)
class _Trial:
    """A choice that is being tried, and what may be won by selling the goods dearer."""

    ground: _Ground
    offers: tuple[int, ...]
    hope: Hope

    def least_after(self, sacrifice_minor: int) -> int:
        """What the basket costs at least when so much, or more, is given up on the goods."""
        return self.ground.total_minor - self.hope.from_(sacrifice_minor)


class Search:
    """The state of one search. It lives for one call; what was arranged once is not arranged again."""

    def __init__(self, case: Case, *, work_max: int = WORK_MAX) -> None:
        self._case = case
        self._hoods = neighbourhoods(case)
        self._reachables: tuple[Reachable, ...] = tuple(reachable(case, self._hoods, it) for it in case.spending)
        self._apart = _apart(case.spending)
        self._work_left = work_max
        self._exhaustive = True
        self._best: Combination | None = None
        self._grounds: dict[tuple[bool, int, int], _Ground] = {}
        self._arranged: dict[tuple[int, Rules], Arranged] = {}
        self._variants: dict[tuple[int, Rules], tuple[Arranged, ...]] = {}

    def best(self) -> Found:
        nothing = _Choice()
        ground = self._ground(nothing, with_member=self._case.has_member_prices)
        self._keep(self._combined(ground.arranged, ()))
        order = self._hopeful(ground)
        self._keep(self._combined(ground.arranged, self._all_that_go(order)))
        self._extend(nothing, order)
        if not self._exhaustive:
            self._try_each_alone()
        assert self._best is not None, "the basket without offers on spending was tried first"
        return Found(self._best, self._exhaustive)

    # -- the tree of offers on spending

    def _hopeful(self, ground: _Ground) -> tuple[int, ...]:
        """The offers on spending that could give something, the most first."""
        may_give = [place for place, reach in enumerate(ground.reaches) if reach.most_off]
        return tuple(sorted(may_give, key=lambda place: (-ground.reaches[place].free_off, place)))

    def _all_that_go(self, order: Sequence[int]) -> tuple[int, ...]:
        """One after the other, each that goes with those before: a good guess, beside which others soon fail."""
        chosen: tuple[int, ...] = ()
        for place in order:
            if not any(self._apart[place] >> other & 1 for other in chosen):
                chosen = (*chosen, place)
        return tuple(sorted(chosen))

    def _extend(self, choice: _Choice, hopeful: Sequence[int]) -> None:
        """Try this choice with each of the offers added, and each of these with others of what goes with it."""
        ground = self._ground(choice, with_member=self._case.has_member_prices)
        if self._is_hopeless(ground, choice, hopeful):
            return
        for at, place in enumerate(hopeful):
            together = tuple(other for other in hopeful[at + 1 :] if not self._apart[place] >> other & 1)
            if at and self._is_hopeless(ground, choice, (place, *together)):
                continue
            for extended in self._ways(choice, place):
                if self._work_left <= 0:
                    self._exhaustive = False
                    return
                self._try(extended)
                self._extend(extended, together)

    def _is_hopeless(self, ground: _Ground, choice: _Choice, added: Sequence[int]) -> bool:
        """Whether nothing that may be chosen of these can beat what is known.

        Of offers no two of which go together only one counts: where the first gives as it is at least what another
        could ever give, the other need not be hoped for.
        """
        alternatives: list[tuple[int, int]] = []  # the first of them, and all of them as bits
        for place in added:
            for at, (first, others) in enumerate(alternatives):
                all_apart = self._apart[place] & others == others
                if all_apart and ground.reaches[first].free_off >= ground.reaches[place].most_off:
                    alternatives[at] = (first, others | 1 << place)
                    break
            else:
                alternatives.append((place, 1 << place))
        return ground.least_with((*choice.offers, *(first for first, _ in alternatives))) >= self._best_minor

    def _ways(self, choice: _Choice, place: int) -> Iterator[_Choice]:
        """With the offer added: beside other reductions, and where it does not go with them, also in their place."""
        offers = tuple(sorted((*choice.offers, place)))
        yield replace(choice, offers=offers)
        it = self._case.spending[place]
        by = it.candidate.offer
        if not (by.with_member_price and by.with_promotions):
            yield _Choice(
                offers,
                choice.no_member_price | (0 if by.with_member_price else it.mask),
                choice.no_offer | (0 if by.with_promotions else it.mask),
            )

    @property
    def _best_minor(self) -> int:
        assert self._best is not None, "the first try comes before any comparison"
        return self._best.total_minor

    # -- one choice of offers on spending

    def _try(self, choice: _Choice) -> None:
        """Try a choice with the cheapest arrangement, and with others only where they could do better."""
        ground = self._ground(choice, with_member=self._case.has_member_prices)
        least = ground.least_with(choice.offers)
        if least >= self._best_minor:
            return
        self._keep(self._combined(ground.arranged, choice.offers))
        if least >= self._best_minor:
            return
        trial = _Trial(ground, choice.offers, hope([ground.reaches[place] for place in choice.offers]))
        self._try_dearer(trial, ground)
        if self._case.has_member_prices:
            self._try_dearer(trial, self._ground(choice, with_member=False))

    def _try_dearer(self, trial: _Trial, ground: _Ground) -> None:
        """Leave offers on articles out, where the offers on spending look at what they reduce."""
        looked_at = 0
        for place in trial.offers:
            looked_at |= self._case.spending[place].mask
        coupled = [number for number, hood in enumerate(self._hoods) if hood.offers and hood.mask & looked_at]
        competing = [number for number in coupled if self._hoods[number].competes]
        plain = [number for number in coupled if not self._hoods[number].competes]
        for chosen in product(*(self._variants_of(number, ground.rules) for number in competing)):
            arranged = list(ground.arranged)
            for number, variant in zip(competing, chosen, strict=True):
                arranged[number] = variant
            self._leave_out(trial, ground.rules, arranged, plain)

    def _leave_out(self, trial: _Trial, rules: Rules, arranged: Sequence[Arranged], plain: Sequence[int]) -> None:
        """Leave out, one by one, what is in use: each makes it dearer, so a branch ends where nothing can repay it."""
        seen = {0}
        open_ones = [(0, list(arranged))]
        while open_ones:
            left_out, current = open_ones.pop()
            if self._work_left <= 0:
                self._exhaustive = False
                return
            sacrifice = sum(it.total_minor for it in current) - trial.ground.total_minor
            if trial.least_after(sacrifice) >= self._best_minor:
                continue
            if trial.ground.total_minor - trial.hope.at(sacrifice) < self._best_minor:
                self._keep(self._combined(current, trial.offers))
            for number in plain:
                for bit in sorted({it.by.bit for it in current[number].portions if it.by}):
                    if left_out | bit not in seen:
                        seen.add(left_out | bit)
                        after = list(current)
                        after[number] = self._arrange(number, rules._replace(left_out=left_out | bit))
                        open_ones.append((left_out | bit, after))

    def _combined(self, arranged: Sequence[Arranged], offers: Sequence[int]) -> Combination:
        self._work_left -= 1
        total = sum(it.total_minor for it in arranged)
        if not offers:
            return Combination(total, tuple(arranged), ())
        at_member_price = reduced = 0
        for it in arranged:
            at_member_price |= it.at_member_price
            reduced |= it.reduced
        chosen: list[OnSpending] = [self._case.spending[place] for place in offers]
        spent = spend(self._nets(arranged), chosen, at_member_price=at_member_price, reduced=reduced)
        return Combination(total - sum(it.off_minor for it in spent), tuple(arranged), spent)

    def _keep(self, combination: Combination) -> None:
        if self._best is None or combination.total_minor < self._best.total_minor:
            self._best = combination

    # -- arrangements of the goods

    def _ground(self, choice: _Choice, *, with_member: bool) -> _Ground:
        key = (with_member, choice.no_member_price, choice.no_offer)
        known = self._grounds.get(key)
        if known is None:
            rules = Rules(with_member, 0, choice.no_member_price, choice.no_offer)
            arranged = tuple(
                self._variants_of(number, rules)[0] if hood.competes else self._arrange(number, rules)
                for number, hood in enumerate(self._hoods)
            )
            nets = self._nets(arranged)
            total = sum(it.total_minor for it in arranged)
            known = _Ground(rules, arranged, total, tuple(it.beside(nets) for it in self._reachables))
            self._grounds[key] = known
        return known

    def _nets(self, arranged: Sequence[Arranged]) -> list[int]:
        nets = [0] * len(self._case.kinds)
        for hood, it in zip(self._hoods, arranged, strict=True):
            for kind, net in zip(hood.kinds, it.nets, strict=True):
                nets[kind] = net
        return nets

    def _arrange(self, number: int, rules: Rules) -> Arranged:
        key = (number, self._of_hood(number, rules))
        known = self._arranged.get(key)
        if known is None:
            self._work_left -= 1
            known = self._arranged[key] = arrange(self._case, self._hoods[number], key[1])
        return known

    def _variants_of(self, number: int, rules: Rules) -> tuple[Arranged, ...]:
        """The different arrangements that come of leaving offers out, the cheapest first."""
        key = (number, self._of_hood(number, rules))
        known = self._variants.get(key)
        if known is None:
            different: dict[tuple[tuple[int, ...], int, int], Arranged] = {}
            for left_out in self._subsets(self._hoods[number]):
                it = self._arrange(number, rules._replace(left_out=left_out))
                different.setdefault((it.nets, it.at_member_price, it.reduced), it)
            known = self._variants[key] = tuple(sorted(different.values(), key=lambda it: it.total_minor))
        return known

    def _of_hood(self, number: int, rules: Rules) -> Rules:
        """What matters of the rules in one neighbourhood."""
        hood = self._hoods[number]
        return Rules(
            rules.with_member,
            rules.left_out & hood.bits,
            rules.no_member_price & hood.mask,
            rules.no_offer & hood.mask,
        )

    def _subsets(self, hood: Neighbourhood) -> Iterator[int]:
        bits = [offer.bit for offer in hood.offers]
        if len(bits) <= SUBSETS_OF_MAX:
            for number in range(1 << len(bits)):
                yield sum(bit for place, bit in enumerate(bits) if number >> place & 1)
            return
        self._exhaustive = False
        yield 0
        yield hood.bits
        for bit in bits:
            yield bit
            yield hood.bits & ~bit

    def _try_each_alone(self) -> None:
        everything = sum(article.bit for article in self._case.articles)
        for bit in (0, *(article.bit for article in self._case.articles)):
            self._keep(self._combined(self._all_arranged(Rules(with_member=False, left_out=everything & ~bit)), ()))
        bare = self._all_arranged(Rules(with_member=False, left_out=everything))
        for place in range(len(self._case.spending)):
            self._keep(self._combined(bare, (place,)))

    def _all_arranged(self, rules: Rules) -> list[Arranged]:
        return [self._arrange(number, rules) for number in range(len(self._hoods))]


def _apart(offers: Sequence[OnSpending]) -> list[int]:
    """For each offer on spending, as bits, those that may not be used beside it."""
    apart = [0] * len(offers)
    for place, offer in enumerate(offers):
        for other in range(place):
            if not go_together(offer, offers[other]):
                apart[place] |= 1 << other
                apart[other] |= 1 << place
    return apart
