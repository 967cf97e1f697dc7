"""Points as a tender."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.pricing import PointsRefusal, PointsRule, points_earned, points_to_offer, why_not_points

HALF = PointsRule(step=100, step_minor=100, share_permille=500, offline_ceiling=300)


@pytest.mark.parametrize(
    ("points", "balance", "online", "refusal"),
    [
        (500, 900, True, None),
        (550, 900, True, PointsRefusal.NOT_A_WHOLE_STEP),
        (0, 900, True, PointsRefusal.NOT_A_WHOLE_STEP),
        (500, 400, True, PointsRefusal.NOT_ENOUGH_POINTS),
        (600, 900, True, PointsRefusal.ABOVE_THE_SHARE),
        (300, 900, False, None),
        (400, 900, False, PointsRefusal.ABOVE_THE_CEILING),
    ],
)
def test_points_pay_in_whole_steps_a_share_and_offline_up_to_a_ceiling(
    points: int, balance: int, *, online: bool, refusal: PointsRefusal | None
) -> None:
    assert why_not_points(points, due_minor=1_099, balance=balance, rule=HALF, online=online) is refusal


@given(
    due=st.integers(0, 10**6),
    balance=st.integers(0, 10**6),
    online=st.booleans(),
    rule=st.builds(
        PointsRule,
        step=st.integers(1, 100),
        step_minor=st.integers(1, 100),
        share_permille=st.integers(0, 1000),
        offline_ceiling=st.integers(0, 1000),
    ),
)
def test_what_is_offered_may_be_paid_and_one_step_more_may_not(
    due: int, balance: int, *, online: bool, rule: PointsRule
) -> None:
    most = points_to_offer(due, balance, rule, online=online)

    if most:
        assert why_not_points(most, due_minor=due, balance=balance, rule=rule, online=online) is None
        assert rule.worth_minor(most) <= due
    assert why_not_points(most + rule.step, due_minor=due, balance=balance, rule=rule, online=online)


def test_points_are_earned_for_each_whole_yuan() -> None:
    assert points_earned(12_399, PointsRule(earned=2, per_minor=100)) == 246
