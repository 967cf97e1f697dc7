"""Paying what is due of a pickup, where a test is about something else."""

from clerk_app.desk import balances, payments
from clerk_app.desk.attempts import Paid
from clerk_app.desk.looks import Pickup
from clerk_app.devices import Devices
from clerk_app.devices.connected import devices_of
from clerk_app.domain.paying import Attempt, AttemptState
from clerk_app.domain.roles import Clerk
from clerk_app.till import Till


def pay_in_cash(till: Till, look: Pickup, *, clerk: Clerk) -> None:
    """All that is left, if anything is."""
    it = balances.balance(till, look)
    if it is not None and it.due.left_minor > 0:
        done = balances.pay_cash(till, look, it.due.cash_minor, clerk=clerk)
        assert isinstance(done, Paid), done


def pay_by_card(
    till: Till, look: Pickup, *, clerk: Clerk, minor: int | None = None, devices: Devices | None = None
) -> Attempt:
    """So much, or all that is left, at the terminal of this till."""
    it = balances.balance(till, look)
    assert it is not None, "nothing is due"
    begun = balances.begin_card(till, look, it.due.left_minor if minor is None else minor, clerk=clerk)
    assert isinstance(begun, Attempt), begun
    done = payments.carry_out(till, devices or devices_of(till.folder, practice=True), begun)
    assert isinstance(done, Paid), done
    assert done.attempt.state is AttemptState.PAID, done.attempt
    return done.attempt
