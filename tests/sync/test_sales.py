"""What is sold behind a bad line, or brought by a file, is at the hub once: money, stock and numbers add up."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert, select

from clerk_app.desk import articles, baskets, outbox, payments
from clerk_app.desk.payments import Paid
from clerk_app.domain.catalogue import Product
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.domain.roles import Clerk, Role
from clerk_app.domain.stock import Stock
from clerk_app.errors import HubUnreachable
from clerk_app.exporting import export
from clerk_app.wire import GLOBAL, scope_of
from hub import products, sales, stock, tables
from hub.importing import take_in
from tests.proxy import Fault
from tests.sync.counter import Counter, Street, a_street

CHEN = Clerk("1002", "陈收银", Role.CASHIER)
MILK = Product("NF-1", "", "奶粉", "Milk powder", 26_800, "CNY")
BIB = Product("BB-2", "", "围兜", "Bib", 2_933, "CNY")
PIECES = 500
WEATHER = (*(Fault.NONE,) * 3, Fault.DOWN, Fault.EAT_ANSWER, Fault.TRUNCATE, Fault.DOUBLE, Fault.PORTAL, Fault.BROKEN)


@dataclass(slots=True)
class Told:
    """What the screen of one till has said."""

    receipts: list[str]
    total_minor: int = 0
    pieces: int = 0


def stocked(street: Street) -> None:
    with street.shop.database.write(GLOBAL, scope_of(1)) as tx:
        clerk = {"name_zh": "陈收银", "name_en": "Chen", "role": "cashier", "pin_verifier": "-", "active": True}
        tx.execute(insert(tables.staff), {**clerk, "branch": 1, "badge": CHEN.badge})
        products.store_products(tx, [MILK, BIB])
        stock.store_stock(tx, 1, [Stock(MILK.sku, PIECES, 0, 0, datetime.now(UTC))])


def sell(counter: Counter, told: Told, chance: Random) -> None:
    pieces = chance.randint(1, 3)
    baskets.add(counter.till, MILK.sku, pieces)
    if chance.random() < 0.5:
        baskets.add(counter.till, BIB.sku)
    it = baskets.current(counter.till)
    assert it is not None
    done = payments.pay_cash(counter.till, it.due.cash_minor + chance.choice((0, 500)), clerk=CHEN)
    assert isinstance(done, Paid)
    assert done.sold is not None
    told.receipts.append(done.sold.sale.receipt_no)
    told.total_minor += done.sold.sale.total_minor
    told.pieces += pieces


def here(counter: Counter) -> int:
    article = articles.look_up(counter.till, MILK.sku)
    assert article is not None
    return article.stock_here[MILK.sku].on_hand


@pytest.mark.parametrize("seed", range(3))
def test_what_two_tills_sold_behind_a_bad_line_is_at_the_hub_once(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    with a_street(tmp_path) as street:
        stocked(street)
        tills = [street.till(), street.till()]
        told = [Told([]), Told([])]
        for counter in tills:
            counter.sync()
            counter.follow()
        for _ in range(25):
            place = chance.randrange(2)
            sell(tills[place], told[place], chance)
            tills[place].line.fault = chance.choice(WEATHER)
            tills[place].hub.limit_s(1.0)
            with suppress(HubUnreachable):
                tills[place].sync()
        for counter in (*tills, *tills):
            counter.mend()
            counter.hub.limit_s(60.0)
            counter.sync()

        with street.shop.database.read() as reader:
            rows = reader.execute(select(tables.sale).where(tables.sale.c.branch == 1)).all()
            left = stock.stock_of_branch(reader, 1, [MILK.sku])[MILK.sku].on_hand
        assert sorted(row.receipt_no for row in rows) == sorted(told[0].receipts + told[1].receipts)
        assert sum(row.total_minor for row in rows) == told[0].total_minor + told[1].total_minor
        assert left == PIECES - told[0].pieces - told[1].pieces
        assert [here(counter) for counter in tills] == [left, left]
        for each in told:
            numbers = [read.number for read in map(read_receipt, each.receipts) if read]
            assert numbers == list(range(1, len(numbers) + 1))


def test_the_till_shows_what_is_left_from_the_moment_it_is_sold_and_never_steps_back(tmp_path: Path) -> None:
    with a_street(tmp_path) as street:
        stocked(street)
        counter = street.till()
        counter.sync()
        counter.follow()
        counter.cut()
        told, seen = Told([]), list[int]()
        sell(counter, told, Random(1))

        seen.append(here(counter))
        counter.mend()
        counter.line.fault = Fault.EAT_ANSWER
        with suppress(HubUnreachable):
            counter.sync()
        seen.append(here(counter))
        counter.mend()
        counter.sync()
        seen.append(here(counter))

        assert seen == [PIECES - told.pieces] * 3


def test_sales_that_cannot_be_sent_come_by_a_file_and_count_once(tmp_path: Path) -> None:
    with a_street(tmp_path) as street:
        stocked(street)
        counter = street.till()
        counter.sync()
        counter.follow()
        counter.cut()
        told = Told([])
        for _ in range(3):
            sell(counter, told, Random(7))
        file = tmp_path / "waiting.clerk-export"
        written = export(counter.till, file)

        taken = take_in(street.shop.hub, file, now=datetime.now(UTC))
        counter.mend()
        counter.sync()

        assert written.operations == 3
        assert taken is not None
        assert outbox.waiting(counter.till) == 0
        with street.shop.database.read() as reader:
            left = stock.stock_of_branch(reader, 1, [MILK.sku])[MILK.sku].on_hand
            kept = [sales.sale_of_receipt(reader, 1, receipt_no) for receipt_no in told.receipts]
        assert left == PIECES - told.pieces
        assert all(kept)
