"""A program of its own, to be killed: hands over every order that is here, syncs meanwhile, and notes what it told.

`python -m tests.sync.mortal_till FOLDER TOLD ORDERS`; it ends when all is handed over and the hub has answered.
"""

import random
import sys
import threading
import time
from pathlib import Path

from clerk_app.desk import outbox, pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.roles import Clerk, Role
from clerk_app.hub_client import client_for
from clerk_app.sync_loop import SyncLoop
from clerk_app.till import Till, open_till

LI_NA = Clerk("1001", "李娜", Role.CLERK)
FIRST_ORDER = 1_000_000_001
A_CUSTOMER_EVERY_S = 0.02


def main(folder: Path, told: Path, orders: int) -> None:
    till = open_till(folder)
    hub = client_for(till.profile, key=till.key, time=till.time)
    loop = SyncLoop(till, hub, uniform=random.uniform, on_report=_unheard, on_connection=_unheard)
    threading.Thread(target=loop.run, args=(threading.Event(),), daemon=True).start()
    sys.stdout.write("up\n")
    sys.stdout.flush()
    left = {OrderNo(FIRST_ORDER + number) for number in range(orders)}
    while left or outbox.waiting(till):
        for order_no in sorted(left):
            if _has_left(till, order_no, told):
                left.remove(order_no)
                loop.wake()
                break
        else:
            loop.wake()
        time.sleep(A_CUSTOMER_EVERY_S)


def _has_left(till: Till, order_no: OrderNo, told: Path) -> bool:
    """Hand the order over, if it is known here, and note its act when the screen would say that it is saved."""
    look = pickups.look_up(till, TypedOrderNo(order_no))
    if look.order is None:
        return False
    done = pickups.hand_over(till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL)
    if done.op_id:
        with told.open("a") as notes:
            notes.write(f"{done.op_id}\n")
    return bool(done.op_id) or done.reason is Refusal.ALREADY_COLLECTED


def _unheard(_said: object) -> None:
    """Nobody looks at this till's screen."""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
