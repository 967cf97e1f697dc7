"""How long the hub may keep a clerk waiting, and what asking it leaves behind."""

import threading
import time
from pathlib import Path

import pytest

from clerk_app.errors import HubUnreachable, Why
from tests.proxy import Fault
from tests.sync.counter import LI_NA, Counter, Street

TRICKLES = [Fault.TRICKLE, Fault.TRICKLE_BODY]


@pytest.mark.parametrize("fault", TRICKLES)
def test_a_look_ends_in_its_time_though_the_hub_keeps_talking(street: Street, till: Counter, fault: Fault) -> None:
    order = street.shop.order()
    till.line.fault = fault
    began_s = time.monotonic()

    with pytest.raises(HubUnreachable) as raised:
        till.hub.hold_order(order.order_no, clerk=LI_NA.badge, timeout_s=0.5)

    assert raised.value.reason is Why.TIMEOUT
    assert time.monotonic() - began_s < 3.0  # the answer would take half a minute


@pytest.mark.parametrize("fault", TRICKLES)
def test_sending_at_a_clerks_act_ends_in_its_time(street: Street, till: Counter, fault: Fault) -> None:
    order = street.shop.order()
    till.sync()
    till.hand_over(order)
    till.line.fault = fault
    till.hub.limit_s(0.5)
    began_s = time.monotonic()

    with pytest.raises(HubUnreachable):
        till.sync()
    with pytest.raises(HubUnreachable):  # the limit is for all together
        till.sync()

    assert time.monotonic() - began_s < 3.0
    assert till.waiting() == 1


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells which files are open")
def test_threads_that_come_and_go_leave_no_connection_behind(street: Street, till: Counter) -> None:
    order = street.shop.order()

    def look() -> None:
        till.hub.hold_order(order.order_no, clerk=LI_NA.badge, timeout_s=20.0)

    def once_each(count: int) -> int:
        for _ in range(count):
            thread = threading.Thread(target=look)
            thread.start()
            thread.join()
        return len(list(Path("/proc/self/fd").iterdir()))

    before = once_each(5)

    assert once_each(50) <= before + 5
