"""Goods come back for other goods: only the difference changes hands, and every balance adds up at the hub."""

import json
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt

from clerk_app.desk import baskets, coupons, drawer, giving_back, outbox, purchases
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.outcome import written
from clerk_app.domain.codes import classify
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pricing import Coupon, Offer, PercentOff
from clerk_app.domain.sales import RedeemCoupon
from clerk_app.store import cache
from clerk_app.store.ledger import NewAct
from clerk_app.wire.offers import offer_json
from tests.ui.returns.conftest import ReturnCounter, Sale
from tests.ui.returns.test_returns import CTRL
from tests.ui.shop import Hub, Shop
from ui.formats import amount
from ui.returns.screen import Stage

ALT = Qt.KeyboardModifier.AltModifier


def price(shop: Shop, nth: int) -> int:
    return int(shop.hub.demo["skus"][nth]["price_minor"])


def by_price(shop: Shop) -> list[int]:
    """The places of the demo's articles, the cheapest first."""
    return sorted(range(len(shop.hub.demo["skus"])), key=lambda nth: price(shop, nth))


def exchange(at_returns: ReturnCounter, *, back: int, new: int, by_card: bool = False) -> Sale:
    """One article was bought; the other one is put into the basket, and the first is given back for it."""
    sale = at_returns.sell((back, 1), by_card=by_card)
    till, cashier = at_returns.shop.till, at_returns.shop.clerk("cashier")
    baskets.add(till, str(at_returns.shop.hub.demo["skus"][new]["sku"]), credited=cashier.badge)
    at_returns.press(Qt.Key.Key_6, ALT)
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()
    at_returns.until(at_returns.view.exchange.isEnabled)
    at_returns.press(Qt.Key.Key_F5)
    at_returns.until(lambda: at_returns.stage is Stage.DONE or bool(at_returns.notice))
    assert at_returns.stage is Stage.DONE, at_returns.notice
    return sale


def go_on(at_returns: ReturnCounter) -> None:
    at_returns.until(lambda: at_returns.view.next.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    at_returns.until(lambda: at_returns.window.page == "basket")


def sale_of(shop: Shop) -> Mapping[str, Any]:
    return next(it.operation.body for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD)


def everything_is_done(at_returns: ReturnCounter) -> None:
    """The hub has heard of it all, and nothing of it differs from what it reckons itself; but that the demo's shelves
    may hold too little is another matter.
    """
    till = at_returns.shop.till
    at_returns.app.sync.wake()

    def words() -> set[tuple[Word, str]]:
        return {(it.word, it.answer.reason if it.answer else "") for it in outbox.entries(till)}

    at_returns.until(lambda: words() <= {(Word.DONE, ""), (Word.CONFLICT, "oversold")}, timeout_ms=20_000)


def test_for_a_dearer_article_only_the_difference_is_paid(at_returns: ReturnCounter, shop: Shop) -> None:
    cheap, *_, dear = by_price(shop)
    sale = exchange(at_returns, back=cheap, new=dear)
    assert [row.amount for row in at_returns.presenter.screen.given] == [amount(sale.total_minor, "CNY")]
    before = drawer.drawer_now(shop.till).cash_minor

    go_on(at_returns)
    parts = at_returns.app.basket.parts
    at_returns.until(lambda: parts.pay_sheet.is_open and parts.pay_sheet.verb.armed)
    it = baskets.current(shop.till)
    assert it is not None
    assert it.due.left_minor == price(shop, dear) - sale.total_minor
    at_returns.press(Qt.Key.Key_Return, CTRL)

    at_returns.until(lambda: parts.presenter.screen.done is not None)
    counted, cash = sale_of(shop)["tenders"]
    assert (counted["method"], counted["amount_minor"]) == ("exchange", sale.total_minor)
    assert (cash["method"], cash["amount_minor"]) == ("cash", drawer.drawer_now(shop.till).cash_minor - before)
    everything_is_done(at_returns)


def test_for_a_cheaper_article_the_rest_is_handed_out_and_it_is_sold_at_once(
    at_returns: ReturnCounter, shop: Shop
) -> None:
    cheap, *_, dear = by_price(shop)
    sale = exchange(at_returns, back=dear, new=cheap)

    assert at_returns.view.given_now.text() == amount(sale.total_minor - price(shop, cheap), "CNY")
    assert at_returns.view.next.text() == "Show the new receipt"
    go_on(at_returns)
    at_returns.until(lambda: at_returns.app.basket.parts.presenter.screen.done is not None)
    assert [it["method"] for it in sale_of(shop)["tenders"]] == ["exchange"]
    assert baskets.current(shop.till) is None
    everything_is_done(at_returns)


def test_what_a_card_paid_goes_back_to_it_but_for_what_counts(at_returns: ReturnCounter, shop: Shop) -> None:
    cheap, *_, dear = by_price(shop)
    sale = exchange(at_returns, back=dear, new=cheap, by_card=True)

    at_returns.until(lambda: not at_returns.presenter.screen.can_ask)
    body = next(it.operation.body for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED)
    told = {it["method"]: it["amount_minor"] for it in body["tenders"]}
    assert told == {"exchange": price(shop, cheap), "card_terminal": sale.total_minor - price(shop, cheap)}
    everything_is_done(at_returns)


def test_what_counted_is_handed_out_by_a_manager_alone_where_nothing_is_bought_after_all(
    at_returns: ReturnCounter, shop: Shop
) -> None:
    cheap, *_, dear = by_price(shop)
    sale = exchange(at_returns, back=cheap, new=dear)

    refused = giving_back.begin_giving_back(shop.till, clerk=shop.clerk("cashier"))
    given = giving_back.begin_giving_back(shop.till, clerk=shop.clerk("manager"))

    assert refused is PayRefusal.EXCHANGE_STANDS
    assert not isinstance(given, PayRefusal)
    ended = next(it.operation.body for it in outbox.entries(shop.till) if it.operation.kind == Kind.REFUNDED)
    assert (ended["refund"]["method"], ended["refund"]["amount_minor"]) == ("cash", sale.total_minor)
    it = baskets.current(shop.till)
    assert it is not None
    assert it.due.left_minor == price(shop, dear)
    everything_is_done(at_returns)


def test_what_an_exchange_paid_for_comes_back_in_cash(at_returns: ReturnCounter, shop: Shop) -> None:
    cheap, *_, dear = by_price(shop)
    exchange(at_returns, back=dear, new=cheap, by_card=True)
    everything_is_done(at_returns)
    number = str(sale_of(shop)["receipt_no"])

    shown = purchases.shown_of(shop.till, classify(number))
    assert shown is not None
    found = purchases.find(shop.till, shop.client, shown, clerk=shop.clerk("cashier").badge)

    assert isinstance(found, tuple)
    at_returns.press(Qt.Key.Key_6, ALT)
    at_returns.presenter.clear()
    at_returns.find(number)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.until(lambda: bool(at_returns.presenter.screen.given))
    assert at_returns.presenter.screen.given[0].name == "Cash"


def test_a_coupon_that_another_till_has_used_is_off_the_basket_before_anything_counts_for_it(
    at_returns: ReturnCounter, shop: Shop, hub: Hub, tmp_path: Path
) -> None:
    till, cashier = shop.till, shop.clerk("cashier")
    cheap, *_, dear = by_price(shop)
    member = at_returns.a_member()
    hub.run("offer", "add", json.dumps(offer_json(Offer("thanks", PercentOff(100), name_en="Ten off"))), "--by-code")
    code = json.loads(hub.run("member", "coupon", member.member, "thanks"))["code"]
    shop.sync()
    sale = at_returns.sell((cheap, 1))
    baskets.add(till, str(shop.hub.demo["skus"][dear]["sku"]), credited=cashier.badge)
    baskets.attach_member(till, member)
    told = coupons.ask_coupon(shop.client, code)  # else what the feed says of the member may be there first
    assert isinstance(told, Coupon)
    it = baskets.attach_coupon(till, code, told)
    assert isinstance(it, OpenBasket)
    assert it.priced.coupons_used == (code,)
    with closing(Shop(hub, tmp_path / "other", branch=2)) as other:
        ask = RedeemCoupon(str(uuid4()), code)
        with other.till.cache.read() as cached, other.till.ledger.write() as kept:
            act = NewAct(other.till.new_id(), None, ask, other.clerk("cashier", branch=2).badge)
            assert written(other.till, kept, [act], cache.hub(cached)) is None
        other.sync()
    at_returns.press(Qt.Key.Key_6, ALT)
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()
    at_returns.until(at_returns.view.exchange.isEnabled)
    claiming = at_returns.app.return_page.claiming
    assert claiming is not None
    claiming.within_ms = 30_000  # a busy computer's hub is slower than a counter waits

    at_returns.press(Qt.Key.Key_F5)

    at_returns.until(lambda: bool(at_returns.notice))
    assert at_returns.notice == "Somebody else has used this coupon. It counts no more."
    now = baskets.current(till)
    assert now is not None
    assert (now.priced.coupons_used, now.is_being_paid) == ((), False)
    at_returns.press(Qt.Key.Key_F5)
    at_returns.until(lambda: at_returns.stage is Stage.DONE)


def test_without_a_basket_nothing_is_exchanged(at_returns: ReturnCounter) -> None:
    sale = at_returns.sell((0, 1))
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()
    at_returns.until(lambda: at_returns.presenter.screen.can_act)

    assert not at_returns.view.exchange.isEnabled()
    assert "basket first" in at_returns.view.exchange.toolTip()
