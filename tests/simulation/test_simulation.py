"""No weather breaks a law; and of every mistake that we could think of, a run takes notice.

Many more seeds: python3 dev.py simulate --seeds 2000 --ops 500
"""

from datetime import UTC, datetime

import pytest

from tests.simulation.bugs import BUGS
from tests.simulation.run import run

OPS = 300
ONCE_FAILED = [1000, 73994500]  # and 35: what they found is told in docs/reliability.md
FIXED = [*range(1, 39), *ONCE_FAILED]
OF_TODAY = [datetime.now(UTC).date().toordinal() * 100 + number for number in range(20)]
"""New ones every day, and the same for everybody who runs the tests on that day."""

FOUND_BY = {
    "answered_before_it_was_sent": 1,
    "what_waits_is_forgotten_at_a_restart": 1,
    "a_restored_hub_goes_unnoticed": 5,
    "an_answer_settles_before_the_feed_tells": 1,
    "the_screen_shows_the_hubs_word_alone": 1,
    "an_act_is_laid_over_twice": 9,
    "the_cursor_runs_ahead_of_the_rows": 1,
    "a_cancelled_order_is_not_told": 2,
    "the_chain_begins_anew_each_time": 1,
    "told_before_it_was_written": 1,
    "one_answer_stands_for_all": 1,
    "nobody_counts_what_is_left": 11,
    "every_repetition_counts": 1,
    "a_second_hand_over_is_nobodys_business": 1,
    "money_is_counted_twice": 1,
    "the_feed_leaves_a_row_behind": 1,
    "a_repetition_is_answered_without_its_place": 8,
    "a_late_hand_over_is_refused": 1,
    "one_act_of_a_batch_is_not_kept": 1,
}
"""The first seed that finds it: the table of docs/reliability.md, with the law that it breaks."""

pytestmark = pytest.mark.expected_log(r"(clerk_app\.sync|hub)\b")


@pytest.mark.parametrize("seed", [*FIXED, *OF_TODAY])
def test_no_weather_breaks_a_law(seed: int) -> None:
    report = run(seed, ops=OPS)

    assert not report.broken, f"seed {seed}, {report.weather}: {report.broken[:3]}"
    assert report.acts == OPS


def test_the_same_seed_tells_the_same_story() -> None:
    assert run(5, ops=150).digest == run(5, ops=150).digest


def test_every_bug_has_its_seed() -> None:
    assert FOUND_BY.keys() == BUGS.keys()


@pytest.mark.parametrize(("bug", "seed"), FOUND_BY.items())
def test_a_planted_bug_is_found(bug: str, seed: int) -> None:
    assert run(seed, ops=150, bug=bug).broken
