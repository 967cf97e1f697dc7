"""Bugs about what pays: coupons, points, cards and wallets, goods that count for others."""

from dataclasses import replace
from itertools import count
from typing import Any

from clerk_app.desk import baskets, payments, refunds
from clerk_app.domain.paying import AttemptState
from hub import coupons, points
from hub.intake import sales
from hub.intake.sales import Told
from tests.simulation.bugs.planting import bug

# -- at the till -------------------------------------------------------------------------------------------------------


@bug(baskets, "unclaim")
def a_dropped_basket_keeps_its_coupon(_right: Any) -> Any:
    """Nobody uses it, and nobody else may."""

    def unclaim(*_arguments: Any) -> None:
        return None

    return unclaim


@bug(payments, "ended")
def no_answer_is_taken_for_a_no(right: Any) -> Any:
    """A terminal that says nothing has not taken anything: the customer pays once more."""

    def ended(till: Any, attempt: Any, state: AttemptState, **named: Any) -> Any:
        return right(till, attempt, AttemptState.FAILED if state is AttemptState.UNKNOWN else state, **named)

    return ended


@bug(payments, "_giving_back")
def a_refund_is_asked_for_anew_each_time(right: Any) -> Any:
    """Under an id of its own, so the bank cannot know that it is the same."""
    tries = count()

    def giving_back(attempt: Any) -> Any:
        return replace(right(attempt), attempt=f"{attempt.attempt} {next(tries)}")

    return giving_back


@bug(refunds, "hand_out")
def what_counted_for_a_basket_is_handed_out_unseen(_right: Any) -> Any:
    """The basket is not sold after all, and the money that its goods were worth is given without a word."""

    def hand_out(*_arguments: Any, **_named: Any) -> None:
        return None

    return hand_out


# -- at the hub --------------------------------------------------------------------------------------------------------


@bug(coupons, "claim")
def a_coupon_is_good_for_everybody(_right: Any) -> Any:
    """Nobody looks whether somebody has used it."""

    def claim(*_arguments: Any, **_named: Any) -> Any:
        return coupons.Claimed()

    return claim


@bug(points, "move")
def points_are_taken_that_nobody_has(_right: Any) -> Any:
    """Nobody looks whether there are so many: a debt is entered, and no conflict is written down."""

    def move(*arguments: Any, **named: Any) -> Any:
        return points.force(*arguments, **named)

    return move


@bug(sales, "_points_returned")
def points_that_paid_for_nothing_stay_taken(_right: Any) -> Any:
    """The basket was not sold after all, and its points are gone."""

    def points_returned(*_arguments: Any) -> Told:
        return Told()

    return points_returned
