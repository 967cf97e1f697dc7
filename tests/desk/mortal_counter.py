"""A program of its own, to be killed: fills baskets and sells them, for cash and by wallet, and notes what it told.

`python -m tests.desk.mortal_counter FOLDER TOLD WALLET_URL`; it goes on until it is killed.
"""

import sys
from pathlib import Path
from random import Random

from clerk_app.desk import baskets, giving_back, payments
from clerk_app.desk.payments import Paid
from clerk_app.devices import Devices
from clerk_app.devices.wallet_gateway import WalletGateway
from clerk_app.domain.paying import Attempt
from clerk_app.till import Till, open_till
from tests.desk.counter import BIB, CASHIER, MILK
from tests.tills import SECRETS, HandClock

WECHAT = "134567890123456789"


def main(folder: Path, told: Path, wallet_url: str) -> None:
    till = open_till(folder, clock=HandClock(), secrets=SECRETS)
    devices, chance = Devices(wallet=WalletGateway(wallet_url)), Random()
    sys.stdout.write("up\n")
    sys.stdout.flush()
    for attempt in payments.not_over(till):
        payments.ask(till, devices, attempt)
    while True:
        if baskets.current(till) is None:
            baskets.add(till, MILK, chance.randint(1, 3))
            baskets.add(till, BIB)
        receipt_no = _sold(till, devices, chance)
        if receipt_no:
            with told.open("a") as notes:
                notes.write(f"{receipt_no}\n")


def _sold(till: Till, devices: Devices, chance: Random) -> str:
    """Pay half by wallet and the rest in cash; returns the receipt's number once there is one."""
    it = baskets.current(till)
    assert it is not None
    if not it.is_being_paid:
        attempt = payments.begin_wallet(till, it.due.left_minor // 2, WECHAT, clerk=CASHIER)
        assert isinstance(attempt, Attempt), attempt
        payments.carry_out(till, devices, attempt, code=WECHAT)
        if chance.random() < 0.1:
            giving_back.begin_giving_back(till, clerk=CASHIER)
            for open_one in payments.not_over(till):
                payments.carry_out(till, devices, open_one)
            return ""
    done = payments.pay_cash(till, 100_000, clerk=CASHIER)
    return done.sold.sale.receipt_no if isinstance(done, Paid) and done.sold else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
