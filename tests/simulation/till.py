"""One till of a run: its real files, its line to the hub, and a clerk; it may be killed at any durable step."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection

from clerk_app.credentials import Secrets
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.aisle.intents import Intent
from clerk_app.domain.aisle.orders import PlaceOrder
from clerk_app.domain.aisle.reservations import Reservation, Wanted
from clerk_app.domain.operations import Answer, SignedOperation
from clerk_app.domain.orders import BranchNo, LineQuantity, PickupOrder
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.errors import HubUnreachable, TillFrozen, Why
from clerk_app.hub_client import FeedGone
from clerk_app.settings import Profile, save_profile
from clerk_app.signing import SigningKey
from clerk_app.store import catalogue_feed, ledger
from clerk_app.store.database import Database
from clerk_app.till import Till, open_till
from clerk_app.wire import GLOBAL, PRODUCT, Change, FeedPage, Hello, Malformed, page_of, product_json
from clerk_app.wire.aisle import NotReserved, Offers
from clerk_app.wire.returns import HeldPurchase
from hub import tills
from hub.intake.batch import Forked
from hub.returnable import Taker
from tests.simulation.hub import SimulatedHub
from tests.simulation.shelves import ARTICLES
from tests.simulation.time import Clock, Time
from tests.simulation.weather import Weather

T = TypeVar("T")


class Killed(Exception):
    """The till's process ended here, without a word."""


class FragileDatabase(Database):
    """The till's own file, whose process may be killed before, inside and after each unit of work."""

    step: Callable[[str], None]

    @contextmanager
    def write(self) -> Generator[Connection]:
        self.step("before")
        with super().write() as connection:
            yield connection
            self.step("inside")
        self.step("after")


def fragile(database: Database, step: Callable[[str], None]) -> Database:
    """The same open file, for real, as a process sees it that may be killed."""
    database.__class__ = FragileDatabase
    assert isinstance(database, FragileDatabase), "it has just been made one"
    database.step = step
    return database


@dataclass(slots=True)
class Mind:
    """What the window remembers of the basket that is open, and a crash makes it forget."""

    asked: str = ""  # the operation that asks for the order
    wanted: PlaceOrder | None = None
    address: str = ""


@dataclass(slots=True)
class SimulatedTill:
    """`told` is what the screen has shown as saved: it must never be lost. So are `intents`, by their ids."""

    name: str
    folder: Path
    branch: int
    hub: SimulatedHub
    time: Time
    chance: Random
    weather: Weather
    clock: Clock = field(init=False)
    key: SigningKey = field(init=False)
    known: tills.Till = field(init=False)
    till: Till | None = None
    is_killed: bool = False
    is_talking: bool = False
    is_serving: bool = False
    is_cut_off: bool = False
    failures: int = 0
    waits: int = 0
    served: PickupOrder | None = None
    steps: int = 0
    told: list[str] = field(default_factory=list[str])
    intents: dict[str, Intent] = field(default_factory=dict[str, Intent])
    touched: set[str] = field(default_factory=set[str])
    """Intents that somebody has begun to end, and baskets that somebody has begun to drop."""
    mind: Mind = field(default_factory=Mind)

    def __post_init__(self) -> None:
        self.clock = Clock(self.time)
        self.key = SigningKey(self.chance.randbytes(32))
        self.known = tills.Till(f"till-{self.name}", self.branch, f"Till {self.name}", self.key.public)
        self.hub.add(self.known)
        save_profile(self.folder, self._profile())
        self._stock_up(self.open())

    def open(self) -> Till:
        """As after a start of the program. The secrets are those of the keyring, which a crash leaves alone."""
        opened = open_till(self.folder, clock=self.clock, new_id=self._new_id, secrets=self._secrets())
        self.till = replace(opened, cache=fragile(opened.cache, self._step), ledger=fragile(opened.ledger, self._step))
        self.is_killed, self.mind = False, Mind()
        return self.till

    def _stock_up(self, till: Till) -> None:
        """It has the chain's catalogue from the first: how that is downloaded is another story."""
        rows = enumerate(ARTICLES, start=1)
        changes = tuple(Change(place, PRODUCT, it.sku, place, {**product_json(it), "pinyin": ""}) for place, it in rows)
        with till.catalogue.write() as connection:
            catalogue_feed.apply_page(connection, FeedPage(1, GLOBAL, 0, len(changes), more=False, changes=changes))

    def close(self) -> None:
        if self.till is not None:
            self.till.close()
            self.till = None

    @property
    def has_news(self) -> bool:
        """Whether something here waits to be sent."""
        assert self.till is not None, "somebody has just acted here"
        with self.till.ledger.read() as kept:
            return ledger.count_waiting(kept) > 0

    def _step(self, where: str) -> None:
        """A durable step: here the process may be killed, and here somebody may have killed it while it waited."""
        self.steps += 1
        if self.is_killed or (self.weather.crashes and self.chance.random() < self.weather.crashes):
            self.is_killed = True
            raise Killed(where)

    def _new_id(self) -> str:
        digits = f"{int(self.clock.now().timestamp() * 1000):012x}{self.chance.getrandbits(80):020x}"
        return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"

    def _secrets(self) -> Secrets:
        return Secrets(self.key.seed, b"l" * 32)

    def _profile(self) -> Profile:
        return Profile(
            till=self.known.till,
            till_name=self.known.name,
            branch=BranchNo(self.branch),
            branch_name_zh=f"门店{self.branch}",
            branch_name_en=f"Branch {self.branch}",
            chain_name_zh="小树",
            chain_name_en="Little Tree",
            hub_url="http://127.0.0.1:1",
            hub_id=str(self.hub.hub.hub_id),
            root_public_key=self.hub.hub.keys.root_public_key,
            practice=True,
        )


@dataclass(slots=True)
class Line:
    """The way between one till and the hub (`clerk_app.sync.Hub`): it takes time, loses, doubles, cuts and echoes."""

    of: SimulatedTill

    def hello(self) -> Hello:
        return self._asked(lambda: self.of.hub.hello(self.of.known))

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> Sequence[Answer]:
        of, weather = self.of, self.of.weather

        def push() -> tuple[int, list[Answer]]:
            return of.hub.hub.epoch, of.hub.submit(of.known, batch, now=of.time.now)

        if of.chance.random() < weather.echoed_late:
            of.time.after(of.chance.uniform(30, 600), lambda: self._echo(batch))
        try:
            spoken_in, answers = self._asked(push)
        except Forked as error:
            raise TillFrozen from error
        if spoken_in != epoch:
            raise HubUnreachable(Why.HUB_ERROR)
        return answers

    def changes(self, scope: str, *, epoch: int, after: int, anew: bool = False) -> FeedPage:  # noqa: ARG002 its hub forgets nothing
        raw = self._asked(lambda: self._page(scope, epoch=epoch, after=after))
        if self.of.chance.random() < self.of.weather.cut_pages:
            raw = raw[: self.of.chance.randrange(len(raw))]
        try:
            return page_of(raw)
        except Malformed as error:
            raise HubUnreachable(Why.TRUNCATED) from error

    def _page(self, scope: str, *, epoch: int, after: int) -> bytes:
        if epoch != self.of.hub.hub.epoch:
            raise FeedGone(scope)
        return self.of.hub.page(scope, after=after)

    def _echo(self, batch: Sequence[SignedOperation]) -> None:
        """Some box on the way delivers an old request once more; nobody hears the answer."""
        self.of.hub.submit(self.of.known, batch, now=self.of.time.now)

    def purchases(self, asked: Mapping[str, str | int], *, timeout_s: float) -> tuple[Purchase, ...]:
        of = self.of
        return self._asked(lambda: of.hub.purchases(of.known, asked, now=of.time.now), within_s=timeout_s)

    def hold_purchase(
        self, key: PurchaseKey, lines: Sequence[LineQuantity], *, clerk: str, timeout_s: float
    ) -> HeldPurchase | None:
        of = self.of
        taker = Taker(of.known, clerk)
        return self._asked(lambda: of.hub.hold_purchase(key, lines, taker, now=of.time.now), within_s=timeout_s)

    def coupon(self, code: str, *, timeout_s: float) -> tuple[Mapping[str, Any], bool] | None:
        return self._asked(lambda: self.of.hub.coupon(code), within_s=timeout_s)

    def quotes(self, sku: str, *, quantity: int, to: str | int | None, timeout_s: float) -> Offers:
        raise NotImplementedError("a run knows where its articles lie")

    def reserve(self, wanted: Wanted, *, timeout_s: float) -> Reservation | NotReserved:
        of = self.of
        return self._asked(lambda: of.hub.reserve(of.known, wanted, now=of.time.now), within_s=timeout_s)

    def release(self, reservation: str, *, timeout_s: float) -> Reservation | None:
        of = self.of
        return self._asked(lambda: of.hub.release(of.known, reservation, now=of.time.now), within_s=timeout_s)

    def keep_address(self, typed: Mapping[str, str], *, timeout_s: float) -> str | Mapping[str, AddressFault]:
        return self._asked(lambda: self.of.hub.keep_address(typed, now=self.of.time.now), within_s=timeout_s)

    def _asked(self, ask: Callable[[], T], *, within_s: float = inf) -> T:
        chance, weather = self.of.chance, self.of.weather
        self._takes_time(within_s)
        if self.of.is_cut_off or chance.random() < weather.lost_requests:
            raise HubUnreachable(Why.NO_NETWORK)
        if chance.random() < weather.doubled:
            ask()
        answer = ask()
        self._takes_time(within_s)
        if self.of.is_cut_off or chance.random() < weather.lost_answers:
            raise HubUnreachable(Why.TIMEOUT)
        return answer

    def _takes_time(self, at_most_s: float) -> None:
        """Everybody else goes on meanwhile; of this till its clerk while it syncs, and its sync while a clerk asks."""
        takes_s = self.of.chance.expovariate(1 / self.of.weather.delay_s)
        self.of.time.wait(min(takes_s, at_most_s))
        if self.of.is_killed:
            raise Killed("while it waited for the hub")
        if takes_s > at_most_s:
            raise HubUnreachable(Why.TIMEOUT)
