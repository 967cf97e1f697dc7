"""Points as a tender: how many may pay for what, and how many a purchase earns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, cast

from clerk_app.domain.money import share

_FIGURE_MAX: Final = 10**6


class PointsRefusal(StrEnum):
    """Why points cannot pay. Each one has its sentence in ui/messages.py."""

    NOT_A_WHOLE_STEP = "not_a_whole_step"
    NOT_ENOUGH_POINTS = "not_enough_points"
    ABOVE_THE_SHARE = "above_the_share"
    ABOVE_THE_CEILING = "above_the_ceiling"


@dataclass(frozen=True, slots=True)
class PointsRule:
    """`step` points pay `step_minor`; earned are `earned_per` points for each `per_minor` paid in another tender."""

    step: int = 100
    step_minor: int = 100
    share_permille: int = 1000  # of what is due, at most
    offline_ceiling: int = 0  # points, while the hub cannot be asked
    earned: int = 1
    per_minor: int = 100

    def worth_minor(self, points: int) -> int:
        """What whole steps of points pay."""
        return points // self.step * self.step_minor


def points_rule_of(said: object) -> PointsRule | None:
    """The rule of the chain's `points`. What cannot be read is as if it were not said; None: nothing is said, so points
    pay for nothing and nothing earns any.
    """
    if not isinstance(said, Mapping) or not said:
        return None
    figures, usual = cast(Mapping[str, Any], said), PointsRule()
    rule = PointsRule(**{name: _figure(figures, name, usual) for name in PointsRule.__dataclass_fields__})
    return rule if rule.step and rule.step_minor and rule.per_minor else None


def points_to_offer(due_minor: int, balance: int, rule: PointsRule, *, online: bool) -> int:
    """The most points that may pay, in whole steps and never more than is due."""
    steps = min(
        _usable(balance, rule, online=online) // rule.step,
        share_floor(due_minor, rule.share_permille) // rule.step_minor,
    )
    return max(0, steps) * rule.step


def why_not_points(
    points: int, *, due_minor: int, balance: int, rule: PointsRule, online: bool
) -> PointsRefusal | None:
    if points <= 0 or points % rule.step:
        return PointsRefusal.NOT_A_WHOLE_STEP
    if points > balance:
        return PointsRefusal.NOT_ENOUGH_POINTS
    if rule.worth_minor(points) > share_floor(due_minor, rule.share_permille):
        return PointsRefusal.ABOVE_THE_SHARE
    return None if points <= _usable(balance, rule, online=online) else PointsRefusal.ABOVE_THE_CEILING


def points_earned(paid_minor: int, rule: PointsRule) -> int:
    """For what was paid in other tenders than points; what is begun does not count."""
    return paid_minor // rule.per_minor * rule.earned


def share_floor(amount_minor: int, permille: int) -> int:
    """A share that must not be exceeded."""
    rounded = share(amount_minor, permille, 1000)
    return rounded - 1 if rounded * 1000 > amount_minor * permille else rounded


def _figure(figures: Mapping[str, Any], name: str, usual: PointsRule) -> int:
    value = figures.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _FIGURE_MAX:
        return value
    return getattr(usual, name)


def _usable(balance: int, rule: PointsRule, *, online: bool) -> int:
    return balance if online else min(balance, rule.offline_ceiling)
