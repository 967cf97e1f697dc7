"""Asking the hub about one order: what it adds to what the till knows."""

from clerk_app.desk import pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import ShortCode
from clerk_app.domain.operations import Word
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.verdict import Checked, Verdict
from tests.sync.counter import LI_NA, Counter, Street


def test_the_hub_knows_what_the_cache_does_not(street: Street, till: Counter) -> None:
    till.sync()
    order, elsewhere = street.shop.order(), street.shop.order(branch=2)

    by_short_code = pickups.look_up(till.till, ShortCode(order.short_code))
    asked = pickups.ask_hub(till.till, till.hub, by_short_code, clerk=LI_NA.badge)
    done = pickups.hand_over(till.till, asked, clerk=LI_NA, identity=Identity.PHONE_TAIL)
    wrong_branch = pickups.ask_hub(till.till, till.hub, till.look(elsewhere), clerk=LI_NA.badge)
    till.sync()

    assert by_short_code.reason is Refusal.UNKNOWN_SHORT_CODE
    assert (asked.verdict, asked.checked) == (Verdict.READY, Checked.HUB)
    assert till.word(done) is Word.DONE
    assert (wrong_branch.verdict, wrong_branch.reason) == (Verdict.REFUSED, Refusal.WRONG_BRANCH)


def test_right_short_codes_that_are_merely_not_synced_are_no_wrong_tries(street: Street, till: Counter) -> None:
    till.sync()
    orders = [street.shop.order() for _ in range(6)]

    looks = [pickups.look_up(till.till, ShortCode(order.short_code)) for order in orders[:5]]
    asked = [pickups.ask_hub(till.till, till.hub, look, clerk=LI_NA.badge).verdict for look in looks]
    sixth = pickups.look_up(till.till, ShortCode(orders[5].short_code))

    assert asked == [Verdict.READY] * 5
    assert sixth.reason is Refusal.UNKNOWN_SHORT_CODE


def test_an_unreachable_hub_leaves_the_look_as_it_was(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    look = till.look(order)

    till.cut()

    assert pickups.ask_hub(till.till, till.hub, look, clerk=LI_NA.badge) == look
