"""Customers whose codes were signed after the backup from which a hub is put back: their codes stay what they are."""

from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from clerk_app.desk import conflicts, pickups, work
from clerk_app.domain.acts import Identity
from clerk_app.domain.catalogue import Product
from clerk_app.domain.codes import PickupText
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.settling import Attention
from clerk_app.domain.verdict import Checked, Verdict
from clerk_app.store import cache
from clerk_app.wire import GLOBAL
from hub import codes, keys, products, tables
from hub.backup import back_up, restore
from hub.channels.intake import Placed, receive
from hub.opening import Hub, open_hub, publish
from hub.orders import load_order, store_order
from hub.settings import settings_of
from tests.hub.core.shop import Shop, open_shop, served
from tests.sync.counter import LI_NA, Counter, Street

MILK = Product("NF-1", "", "奶粉", "Milk powder", 26_800, "CNY")


@dataclass(slots=True)
class Chain:
    """A hub with one till; `put_back` goes on with what a backup had."""

    street: Street
    till: Counter
    folder: Path
    stack: ExitStack

    @property
    def hub(self) -> Hub:
        return self.street.shop.hub

    def back_up(self) -> None:
        back_up(self.hub, self.folder / "backup", _untold)

    def put_back(self) -> None:
        settings = settings_of(None, self.folder / "put-back")
        assert restore(settings, self.folder / "backup", _untold) == 2
        hub = self.stack.enter_context(closing(open_hub(settings)))
        self.street.shop = self.stack.enter_context(served(Shop(hub)))
        self.till.line.hub_address = self.street.shop.address

    def order(self, order_no: int) -> PickupOrder:
        with self.street.shop.database.read() as reader:
            found = load_order(reader, 1, order_no)
        assert found is not None
        return found

    def code(self, order_no: int) -> str:
        """What the customer's pass shows."""
        with self.street.shop.database.read() as reader:
            code = tables.pickup_code.c
            found = reader.execute(select(code.text).where(code.order_no == order_no).order_by(code.gen.desc()))
            return str(found.scalars().first())

    def make_ready(self, order_no: int) -> str:
        """At the till, and at the hub; returns the code that the customer gets."""
        work.accept(self.till.till, order_no, clerk=LI_NA)
        work.picked(self.till.till, order_no, clerk=LI_NA)
        assert work.ready(self.till.till, order_no, clerk=LI_NA, shelf="C-01").word is Word.SAVED
        self.till.sync()
        return self.code(order_no)

    def rotate(self) -> None:
        hub = self.street.shop.hub
        changed = keys.rotated(hub.keys, datetime.now(UTC), at_once=True)
        hub.database.transact(lambda tx: publish(tx, hub.key_file, changed), GLOBAL)

    def issued(self, order: PickupOrder) -> str:
        """The code that the hub signs by its newest key."""
        database, soon = self.street.shop.database, datetime.now(UTC) + timedelta(seconds=2)
        with database.write("branch:1") as tx:
            store_order(tx, codes.issue(tx, self.street.shop.hub.keys, order, soon), now=soon)
        return self.code(order.order_no)

    def hand_over(self, code: str) -> pickups.Outcome:
        look = pickups.look_up(self.till.till, PickupText(code))
        assert look.verdict is Verdict.READY, look.reason
        return pickups.hand_over(self.till.till, look, clerk=LI_NA, identity=Identity.PHONE_TAIL)

    def placed(self, **said: Any) -> Placed:
        """What a channel sends, and sends again."""
        line = {"sku": MILK.sku, "quantity": 1, "unit_price_minor": 100}
        where = {"fulfilment": {"method": "pickup", "branch": 1}}
        message = {"external_id": "W-1", "placed_at": "2026-11-01T08:00:00Z", "currency": "CNY", "member": None}
        whole = {**message, "lines": [{**line, **where}], "paid_minor": 100, **said}
        hub = self.street.shop.hub
        done = receive(
            hub.database, hub.keys, whole, channel="wechat", now=datetime.now(UTC), pass_url="https://hub/pass/"
        )
        assert isinstance(done, Placed)
        return done


@pytest.fixture
def chain(tmp_path: Path) -> Generator[Chain]:
    with ExitStack() as stack:
        hub = stack.enter_context(closing(open_shop(tmp_path / "hub").hub))
        street = Street(stack.enter_context(served(Shop(hub))), tmp_path, stack)
        with street.shop.database.write(GLOBAL) as tx:
            products.store_products(tx, [MILK])
        yield Chain(street, street.till(), tmp_path, stack)


def to_check(chain: Chain) -> list[str]:
    return [str(it.kind) for it in conflicts.conflicts(chain.till.till)]


def test_goods_that_left_for_a_code_of_after_the_backup_are_no_conflict(chain: Chain) -> None:
    order = chain.street.shop.order(status=PickupStatus.NEW)
    chain.till.sync()
    chain.back_up()
    done = chain.hand_over(chain.make_ready(order.order_no))
    chain.till.sync()
    assert chain.till.word(done) is Word.DONE

    chain.put_back()
    chain.till.sync()

    assert chain.till.word(done) is Word.DONE
    assert to_check(chain) == []
    assert chain.order(order.order_no).status is PickupStatus.COLLECTED


def test_a_customer_with_a_code_of_after_the_backup_gets_the_goods_and_nobody_is_told_to_look(chain: Chain) -> None:
    order = chain.street.shop.order(status=PickupStatus.NEW)
    chain.till.sync()
    chain.back_up()
    shown = chain.make_ready(order.order_no)

    chain.put_back()
    chain.till.sync()
    done = chain.hand_over(shown)
    chain.till.sync()

    assert chain.till.word(done) is Word.DONE
    assert to_check(chain) == []
    again = pickups.look_up(chain.till.till, PickupText(chain.code(order.order_no)))
    assert again.verdict is Verdict.REFUSED, "what the pass shows now is the same code"


def test_a_code_whose_issue_nobody_repeats_is_known_for_the_hubs_own(chain: Chain) -> None:
    order = chain.street.shop.order(status=PickupStatus.READY)
    chain.till.sync()
    chain.back_up()
    with chain.street.shop.database.write("branch:1") as tx:
        store_order(tx, codes.issue(tx, chain.hub.keys, order, datetime.now(UTC)), now=datetime.now(UTC))
    shown = chain.code(order.order_no)

    chain.put_back()
    chain.till.sync()
    done = chain.hand_over(shown)
    chain.till.sync()

    assert chain.order(order.order_no).gen == 1
    assert chain.till.word(done) is Word.DONE
    assert to_check(chain) == []


def test_an_order_that_its_channel_sends_again_has_the_number_and_the_pass_and_the_code_that_its_customer_has(
    chain: Chain,
) -> None:
    chain.till.sync()
    chain.back_up()
    before = chain.placed()
    chain.till.sync()
    number = int(before.answer["order_no"])
    short_code = chain.order(number).short_code
    shown = chain.make_ready(number)

    chain.put_back()
    again = chain.placed()
    chain.till.sync()

    assert again.is_new
    assert again.answer == before.answer
    assert chain.order(number).short_code == short_code
    done = chain.hand_over(shown)
    chain.till.sync()
    assert chain.till.word(done) is Word.DONE
    assert to_check(chain) == []


def test_an_order_that_no_channel_has_sent_again_is_said_to_be_lost_until_it_is(chain: Chain) -> None:
    chain.till.sync()
    chain.back_up()
    number = int(chain.placed().answer["order_no"])
    chain.till.sync()
    shown = chain.make_ready(number)
    chain.put_back()
    chain.till.sync()

    look = pickups.look_up(chain.till.till, PickupText(shown))
    lost = pickups.ask_hub(chain.till.till, chain.till.hub, look, clerk=LI_NA.badge)
    refused = pickups.hand_over(chain.till.till, lost, clerk=LI_NA, identity=Identity.PHONE_TAIL)
    chain.placed()
    chain.till.sync()
    back = pickups.look_up(chain.till.till, PickupText(shown))

    assert (look.verdict, look.reason) == (Verdict.ASK_MANAGER, Refusal.NOT_IN_CACHE)
    assert (lost.verdict, lost.reason, lost.checked) == (Verdict.UNKNOWN, Refusal.NOT_AT_HUB, Checked.HUB)
    assert refused.word is Word.REFUSED
    assert to_check(chain) == [Attention.UNKNOWN_ORDER] * 3, "what was done with it stands there for people"
    assert back.order is not None
    assert back.reason is Refusal.NOT_READY, "its steps are done once more, on the order that is back"
    done = chain.hand_over(chain.make_ready(number))
    chain.till.sync()
    assert chain.till.word(done) is Word.DONE
    assert pickups.look_up(chain.till.till, PickupText(shown)).reason is Refusal.ALREADY_COLLECTED


def test_tills_believe_the_keys_of_a_hub_that_was_put_back_though_they_met_later_ones(chain: Chain) -> None:
    chain.till.sync()
    chain.back_up()
    for _ in range(3):
        chain.rotate()
    chain.till.sync()
    lost = chain.issued(chain.street.shop.order(status=PickupStatus.NEW))

    chain.put_back()
    chain.rotate()
    fresh = chain.issued(chain.street.shop.order())
    chain.till.sync()

    with chain.till.till.cache.read() as connection:
        assert cache.signed_key_set(connection) == keys.signed_key_set(chain.street.shop.hub.keys)
    assert pickups.look_up(chain.till.till, PickupText(fresh)).verdict is Verdict.READY
    assert pickups.look_up(chain.till.till, PickupText(lost)).reason is Refusal.UNKNOWN_KEY, "nobody has forged it"


def test_numbers_and_passes_are_of_one_hub_and_one_order_each(chain: Chain, tmp_path: Path) -> None:
    first, other = chain.placed(external_id="W-1"), chain.placed(external_id="W-2")

    with closing(open_shop(tmp_path / "other-hub").hub) as hub:
        assert hub.keys.drawn_for("order", "wechat", "W-1", 0) != chain.hub.keys.drawn_for("order", "wechat", "W-1", 0)
    assert first.answer != other.answer
    assert len({first.answer["pass_url"], other.answer["pass_url"]}) == 2


def _untold(_table: str, _done: int, _of: int) -> None:
    """Nobody watches how far it is."""
