"""What members may need next, told from what all of them bought: their own rhythm, the age, and what goes together.

Three simple countings, so that each suggestion can say why in one sentence:

* *interval*: an article (or, of a style, whichever size) that a member bought at least three times, and whose median
  distance has nearly passed again;
* *next size*: of a style, the size that children of this age mostly wear, where the member still bought a smaller one;
* *together*: item to item over baskets. Two articles are near where c(a,b) / sqrt(c(a) c(b)) is high, the cosine of
  the baskets that they are in (Linden, Smith, York: Amazon.com Recommendations, 2003).

It is told everything, and reads no table: hub.suggestions does that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import sqrt
from statistics import median
from typing import Final

from clerk_app.domain.members import SUGGESTIONS_MAX, Suggestion, WhySuggested

TIMES_MIN: Final = 3  # two distances, or it is no rhythm
DUE_FROM: Final = 0.9  # of the distance
LAPSED_AFTER: Final = 2.5
SUPPORT_MIN: Final = 3
WORN_BY_MIN: Final = 5
NEAR_MAX: Final = 20  # neighbours kept of each article
BASKET_SKUS_MAX: Final = 15  # of a larger one the pairs say nothing
LOOKED_BACK: Final = timedelta(days=180)
BOUGHT_LATELY: Final = timedelta(days=60)
_MONTH_DAYS: Final = 30.44
_DUE_FIRST: Final = 3
_GROWN_FIRST: Final = 2


@dataclass(frozen=True, slots=True)
class Basket:
    member: str
    on: date
    skus: tuple[str, ...]  # each once


@dataclass(frozen=True, slots=True)
class SoldArticle:
    sku: str
    name_zh: str
    name_en: str
    style: str = ""
    size_zh: str = ""
    size_en: str = ""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What all baskets together say."""

    articles: Mapping[str, SoldArticle]
    near: Mapping[str, tuple[tuple[str, float], ...]]  # SKU → others with their nearness, the nearest first
    worn_at: Mapping[str, float]  # SKU → the age in months at which it is mostly bought
    sizes: Mapping[str, tuple[str, ...]]  # style → its SKUs of which the age is known, the youngest first


def learn(baskets: Sequence[Basket], articles: Mapping[str, SoldArticle], born: Mapping[str, date]) -> Learnt:
    """Count everything once. `born` is the month of birth of a member's child, where it was told."""
    worn_at = _worn_at(baskets, articles, born)
    sizes: dict[str, list[str]] = defaultdict(list)
    for sku in sorted(worn_at, key=lambda it: (worn_at[it], it)):
        sizes[articles[sku].style].append(sku)
    return Learnt(articles, _near(baskets, articles), worn_at, {style: tuple(skus) for style, skus in sizes.items()})


def suggest(
    learnt: Learnt, own: Sequence[Basket], *, today: date, born: date | None = None, most: int = SUGGESTIONS_MAX
) -> tuple[Suggestion, ...]:
    """What this member may need today, the surest first. `own` are their baskets, in any order."""
    ordered = sorted(own, key=lambda it: it.on)
    grown = _next_sizes(learnt, ordered, today, born) if born else []
    outgrown = {learnt.articles[it.sku].style for it in grown}
    due = [it for it in _due(learnt, ordered, today) if learnt.articles[it.sku].style not in outgrown]
    taken = {it.sku for it in (*due, *grown)}
    together = _together(learnt, ordered, today, without=taken)
    return (*due[:_DUE_FIRST], *grown[:_GROWN_FIRST], *together[:1], *due[_DUE_FIRST:], *together[1:])[:most]


def most_popular(baskets: Iterable[Basket], most: int) -> tuple[str, ...]:
    """What everybody buys: what suggestions must do better than."""
    counted = Counter(sku for basket in baskets for sku in basket.skus)
    return tuple(sku for sku, _ in sorted(counted.items(), key=lambda it: (-it[1], it[0]))[:most])


# -- by their own rhythm


def _due(learnt: Learnt, own: Sequence[Basket], today: date) -> list[Suggestion]:
    found: list[tuple[float, Suggestion]] = []
    for days, sku in _bought_on(learnt, own).values():
        distances = [(after - before).days for before, after in pairwise(days)]
        if len(days) < TIMES_MIN:
            continue
        every_days, passed = round(median(distances)), (today - days[-1]).days
        if every_days and DUE_FROM <= passed / every_days <= LAPSED_AFTER:
            article = learnt.articles[sku]
            said = Suggestion(
                sku, article.name_zh, article.name_en, WhySuggested.INTERVAL, every_days=every_days, last_on=days[-1]
            )
            found.append((abs(passed / every_days - 1.0) - 0.1 * len(days), said))
    return [it for _, it in sorted(found, key=lambda one: (one[0], one[1].sku))]


def _bought_on(learnt: Learnt, own: Sequence[Basket]) -> dict[str, tuple[list[date], str]]:
    """Style or SKU → the days on which it was bought, and the SKU that was bought last."""
    found: dict[str, tuple[list[date], str]] = {}
    for basket in own:
        for sku in basket.skus:
            article = learnt.articles.get(sku)
            if article is None:
                continue
            days, _ = found.get(article.style or sku, ([], sku))
            found[article.style or sku] = (days if days and days[-1] == basket.on else [*days, basket.on], sku)
    return found


# -- by age


def _next_sizes(learnt: Learnt, own: Sequence[Basket], today: date, born: date) -> list[Suggestion]:
    months = _months(born, today)
    found: list[Suggestion] = []
    for days, sku in _bought_on(learnt, own).values():
        style = learnt.articles[sku].style
        if sku not in learnt.worn_at or today - days[-1] > LOOKED_BACK:
            continue
        fits = _fitting(learnt, style, months)
        if fits and learnt.worn_at[fits] > learnt.worn_at[sku]:
            article = learnt.articles[fits]
            found.append(
                Suggestion(
                    fits,
                    article.name_zh,
                    article.name_en,
                    WhySuggested.NEXT_SIZE,
                    months=round(months),
                    size_zh=article.size_zh,
                    size_en=article.size_en,
                )
            )
    return sorted(found, key=lambda it: it.sku)


def _fitting(learnt: Learnt, style: str, months: float) -> str:
    """The size that is bought at this age: the first whose upper border, half way to the next, is not passed."""
    skus = learnt.sizes.get(style, ())
    for smaller, larger in pairwise(skus):
        if months < (learnt.worn_at[smaller] + learnt.worn_at[larger]) / 2:
            return smaller
    return skus[-1] if skus else ""


def _worn_at(
    baskets: Iterable[Basket], articles: Mapping[str, SoldArticle], born: Mapping[str, date]
) -> dict[str, float]:
    ages: dict[str, list[float]] = defaultdict(list)
    for basket in baskets:
        if basket.member in born:
            for sku in basket.skus:
                if sku in articles and articles[sku].style and articles[sku].size_zh:
                    ages[sku].append(_months(born[basket.member], basket.on))
    return {sku: median(found) for sku, found in ages.items() if len(found) >= WORN_BY_MIN}


def _months(born: date, on: date) -> float:
    return max(0.0, (on - born).days / _MONTH_DAYS)


# -- by what goes together


def _together(learnt: Learnt, own: Sequence[Basket], today: date, *, without: set[str]) -> list[Suggestion]:
    lately = {sku for it in own if today - it.on <= BOUGHT_LATELY for sku in it.skus}
    styles = {learnt.articles[sku].style for sku in lately | without if sku in learnt.articles} - {""}
    scores: Counter[str] = Counter()
    because: dict[str, tuple[float, str]] = {}
    for sku in {sku for it in own if today - it.on <= LOOKED_BACK for sku in it.skus}:
        for other, nearness in learnt.near.get(sku, ()):
            is_sized = other in learnt.worn_at  # which size fits is not told by what else is bought
            if is_sized or other in lately or other in without or learnt.articles[other].style in styles:
                continue
            scores[other] += nearness  # pyright: ignore[reportArgumentType]  a sum of floats counts as well
            because[other] = max(because.get(other, (0.0, "")), (nearness, sku))
    best = sorted(scores, key=lambda it: (-scores[it], it))
    return [_with(learnt, sku, because[sku][1]) for sku in best[:SUGGESTIONS_MAX]]


def _with(learnt: Learnt, sku: str, bought: str) -> Suggestion:
    article, other = learnt.articles[sku], learnt.articles[bought]
    return Suggestion(
        sku, article.name_zh, article.name_en, WhySuggested.TOGETHER, with_zh=other.name_zh, with_en=other.name_en
    )


def _near(baskets: Iterable[Basket], articles: Mapping[str, SoldArticle]) -> dict[str, tuple[tuple[str, float], ...]]:
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for basket in baskets:
        skus = sorted(sku for sku in basket.skus if sku in articles)
        alone.update(skus)
        if len(skus) <= BASKET_SKUS_MAX:
            both.update(combinations(skus, 2))
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (one, other), times in both.items():
        if times >= SUPPORT_MIN:
            nearness = times / sqrt(alone[one] * alone[other])
            found[one].append((other, nearness))
            found[other].append((one, nearness))
    return {sku: tuple(sorted(others, key=lambda it: (-it[1], it[0]))[:NEAR_MAX]) for sku, others in found.items()}
