"""One run: orders come in, clerks act, tills talk with the hub, and the weather of the seed falls on all of it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from clerk_app.desk import payments
from clerk_app.domain.aisle.reservations import LASTS
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.domain.sales import Sale
from clerk_app.errors import HubUnreachable
from clerk_app.sync import sync_once
from clerk_app.sync_loop import TIMER_S, back_off_s
from clerk_app.till import Till
from tests.simulation import laws
from tests.simulation.bank import Bank, devices_at
from tests.simulation.broken import Broken
from tests.simulation.cashier import CashierAtWork
from tests.simulation.clerk import ClerkAtWork
from tests.simulation.done import Done
from tests.simulation.hub import SimulatedHub
from tests.simulation.till import Killed, Line, SimulatedTill
from tests.simulation.time import Time
from tests.simulation.weather import CALM, Weather

OPEN_ORDERS = 5  # few, so that everybody meets at the same ones
RESTART_S = 20.0
HEALED_S = 60.0
CHORES_EVERY = 10  # acts of a clerk


@dataclass(slots=True)
class World:
    folder: Path
    chance: Random
    weather: Weather
    ops: int
    time: Time = field(default_factory=Time)
    hub: SimulatedHub = field(init=False)
    tills: list[SimulatedTill] = field(init=False)
    acts: int = 0
    bank: Bank = field(default_factory=Bank)
    bought: dict[str, Sale] = field(default_factory=dict[str, Sale])
    """Whatever customers have a receipt of, by its basket."""
    ordered: list[OrderNo] = field(default_factory=list[OrderNo])
    """What of that they will get from another branch."""
    story: list[str] = field(default_factory=list[str])
    broken: list[Broken] = field(default_factory=list[Broken])

    def __post_init__(self) -> None:
        self.hub = SimulatedHub(self.folder / "hub", self.chance)
        self.tills = [
            SimulatedTill(
                name=str(place),
                folder=self.folder / f"till-{place}",
                branch=1 + place % self.weather.branches,
                hub=self.hub,
                time=self.time,
                chance=self.chance,
                weather=self.weather,
            )
            for place in range(self.weather.tills)
        ]

    def run(self) -> Sequence[Broken]:
        """Until so many acts were tried; then the weather clears, and the laws are held against what is left."""
        for _ in range(OPEN_ORDERS):
            self._place()
        self._plan_troubles()
        self._do_chores()
        for till in self.tills:
            self._go_on(till)
            self._talk_after(till, 0.0)
        while self.acts < self.ops and not self.broken:
            assert self.time.step(), "a clerk always has something to do"
        if not self.broken:
            self._heal()
            self.broken += laws.broken(self.hub, self.tills, self.bank)
        return self.broken

    def close(self) -> None:
        for till in self.tills:
            till.close()
        self.hub.close()

    @property
    def digest(self) -> str:
        """The same for the same seed, or chance came from somewhere else."""
        return hashlib.sha256("\n".join(self.story).encode()).hexdigest()

    # -- what happens again and again ----------------------------------------------------------------------------------

    def _go_on(self, till: SimulatedTill) -> None:
        self.time.after(self.chance.expovariate(1 / self.weather.think_s), lambda: self._serve(till))

    def _serve(self, till: SimulatedTill) -> None:
        """The clerk serves whoever stands there."""
        if self.acts >= self.ops:
            return
        self._go_on(till)
        if till.till is None or till.is_killed or till.is_serving:
            return
        self.acts += 1
        order = self._customer(till)
        till.served = order
        till.is_serving = True
        try:
            done = self._done(till, till.till, order)
        except Killed:
            done = None
        till.is_serving = False
        if done is None or till.is_killed:
            self._killed(till)
            return
        self._tell(till, done)
        if not till.failures and till.has_news:
            self._talk_after(till, 0.0)

    def _done(self, till: SimulatedTill, opened: Till, order: PickupOrder) -> Done:
        if self.chance.random() < self.weather.sales:
            return CashierAtWork(till, opened, devices_at(till, self.bank), order, self.bought).act()
        return ClerkAtWork(opened, self.chance, order, self._codes(order)).act()

    def _tell(self, till: SimulatedTill, done: Done) -> None:
        self.story.append(f"{self.time.now_s:.3f} {till.name} {done.what} {done.about} {done.said} {done.told}")
        if done.sale:
            self.bought[done.sale.basket] = done.sale
            self.ordered += [done.sale.order_no] if done.sale.order_no else []
        if done.intent:
            till.intents[done.intent.intent] = done.intent
        if done.told:
            till.told += done.told
            self.broken += laws.broken_by(till, done, self.bought)

    def _customer(self, till: SimulatedTill) -> PickupOrder:
        """Whose order it is: often the one of just now again, since people come back, and scanners bounce."""
        if till.served is not None and self.chance.random() < 0.3:
            return till.served
        if ordered := self._ordered_for(till):
            return ordered
        orders = list(self.hub.placed.values())
        order = self.chance.choice(orders[-OPEN_ORDERS:] if self.chance.random() < 0.9 else orders)
        if self.chance.random() < 1 / 6:
            self._place()
        if self.chance.random() < self.weather.cancels:
            self.hub.cancel(order.order_no, now=self.time.now)
        return order

    def _ordered_for(self, till: SimulatedTill) -> PickupOrder | None:
        """One of the last orders that were placed and paid at a counter, if the hub has heard of that; whoever wants it
        mostly goes to where it is.
        """
        if not self.ordered or self.chance.random() > 0.5:
            return None
        found = self.hub.order_if_here(self.chance.choice(self.ordered[-4:]))
        is_elsewhere = found is not None and found.branch != till.branch
        return None if is_elsewhere and self.chance.random() < 0.9 else found

    def _codes(self, order: PickupOrder) -> Callable[[], list[str]]:
        begin = 0 if self.chance.random() < self.weather.screenshots else -1
        return lambda: self.hub.code_texts(order.order_no)[begin:]

    def _place(self) -> None:
        self.hub.place(branch=self.chance.randint(1, self.weather.branches), now=self.time.now)

    def _talk_after(self, till: SimulatedTill, pause_s: float) -> None:
        """One thread, one wait: who wakes it puts an end to the wait that it was in."""
        till.waits += 1
        turn = till.waits
        self.time.after(pause_s, lambda: self._talk(till) if till.waits == turn else None)

    def _talk(self, till: SimulatedTill) -> None:
        """The sync thread: exchange, then wait for the timer or, after a failure, somewhat longer each time."""
        if till.is_talking or till.till is None or till.is_killed:
            return
        till.is_talking = True
        try:
            report = sync_once(till.till, Line(till))
            till.failures = 0
            self.story.append(f"{self.time.now_s:.3f} {till.name} synced {report}")
        except HubUnreachable as error:
            till.failures += 1
            self.story.append(f"{self.time.now_s:.3f} {till.name} offline {error.reason}")
        except Killed:
            pass
        till.is_talking = False
        if till.is_killed:
            self._killed(till)
            return
        pause_s = max(TIMER_S, 2 * self.weather.think_s)  # fewer idle words: they find nothing
        self._talk_after(till, back_off_s(till.failures, self.chance.uniform) if till.failures else pause_s)

    def _killed(self, till: SimulatedTill) -> None:
        """Whoever notices first takes the process down; its sync or its clerk may still have to fall out of a wait."""
        if till.is_talking or till.is_serving or till.till is None:
            return
        self.story.append(f"{self.time.now_s:.3f} {till.name} killed")
        till.close()
        self.time.after(self.chance.uniform(1, RESTART_S), lambda: self._restart(till))

    def _restart(self, till: SimulatedTill) -> None:
        if till.till is not None:
            return
        till.open()
        till.failures = 0
        self.broken += laws.lost_at_start(till)
        self._talk_after(till, 0.0)

    def _do_chores(self) -> None:
        """What the hub does by itself; and carriers come by."""
        self.hub.see_to_chores(now=self.time.now)
        self.hub.settle_parcels(now=self.time.now)
        self.time.after(CHORES_EVERY * self.weather.think_s, self._do_chores)

    # -- trouble -------------------------------------------------------------------------------------------------------

    def _plan_troubles(self) -> None:
        length_s = self.ops * self.weather.think_s / self.weather.tills
        for _ in range(self.weather.outages):
            till = self.chance.choice(self.tills)
            self.time.after(self.chance.uniform(0, length_s), lambda till=till: self._cut_off(till))
        for _ in range(self.weather.backups):
            self.time.after(self.chance.uniform(0, length_s), self.hub.back_up)
        for _ in range(self.weather.restores):
            self.time.after(self.chance.uniform(0, length_s), self._restore)
        for _ in range(self.weather.clock_jumps):
            till = self.chance.choice(self.tills)
            by = timedelta(seconds=self.chance.choice([-86_400, -660, 130, 86_400]))
            self.time.after(self.chance.uniform(0, length_s), lambda till=till, by=by: self._set_clock(till, by))

    def _cut_off(self, till: SimulatedTill) -> None:
        if not self.weather.outages:
            return  # it has cleared
        till.is_cut_off = True
        self.time.after(self.chance.expovariate(1 / self.weather.outage_s), lambda: self._reconnect(till))

    def _reconnect(self, till: SimulatedTill) -> None:
        till.is_cut_off = False

    def _set_clock(self, till: SimulatedTill, by: timedelta) -> None:
        till.clock.ahead += by

    def _restore(self) -> None:
        if self.weather.restores and self.hub.restore():
            self.story.append(f"{self.time.now_s:.3f} hub restored")

    def _heal(self) -> None:
        """The weather clears; within a minute of virtual time every till must be in step again."""
        self.weather = replace(CALM, tills=self.weather.tills)
        for till in self.tills:
            till.weather, till.is_cut_off, till.failures = self.weather, False, 0
        self.time.wait(RESTART_S + 40.0)  # what was under way falls down, and what is down comes up
        for till in self.tills:
            self._ask_how_it_ended(till)
        for _ in range(3):
            for till in self.tills:
                self._talk(till)
            self.time.wait(HEALED_S / 3)
        self.broken += laws.outboxes(self.tills)
        self.hub.see_to_chores(now=self.time.now + LASTS)
        for till in self.tills:
            self._talk(till)

    def _ask_how_it_ended(self, till: SimulatedTill) -> None:
        """Of a payment by a card or a wallet somebody knows, now that all answer."""
        if till.till is None:
            return
        for _ in range(2):
            for attempt in payments.not_over(till.till):
                if not attempt.asks:
                    payments.ask(till.till, devices_at(till, self.bank), attempt, cancel=True)
