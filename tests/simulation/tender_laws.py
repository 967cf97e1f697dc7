"""What must hold of what pays, when all is calm: coupons, points, cards and wallets, goods that count for others."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk_app.domain.paying import Attempt, AttemptState, standing
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.returns.acts import RefundTender
from clerk_app.domain.sales import Sale
from clerk_app.domain.tenders import BY_DEVICE, Tender, TenderMethod
from clerk_app.store import baskets, payments
from clerk_app.store.baskets import KeptBasket
from tests.simulation.books import Books, pieces_of
from tests.simulation.broken import Broken
from tests.simulation.shelves import MEMBERS

if TYPE_CHECKING:
    from tests.simulation.bank import Bank
    from tests.simulation.till import SimulatedTill


@dataclass(frozen=True, slots=True)
class Waiting:
    """A basket that is open or put aside at a till, and what somebody has tried to pay of it."""

    kept: KeptBasket
    attempts: Sequence[Attempt]


def broken(books: Books, tills: Sequence["SimulatedTill"], bank: "Bank") -> Iterator[Broken]:
    waiting = {it.kept.basket.basket: it for till in tills for it in waiting_at(till)}
    yield from _coupons(books, waiting)
    yield from _points_that_paid(books, waiting)
    for sale in books.sales.values():
        yield from _points_earned(books, sale)
    yield from _balances(books)
    yield from _charged(books, waiting, bank)
    yield from _given(books, bank)
    yield from _exchanged(books, waiting)


def waiting_at(till: "SimulatedTill") -> Iterator[Waiting]:
    assert till.till is not None
    with till.till.ledger.read() as kept:
        for basket in filter(None, (baskets.current(kept), *baskets.held(kept))):
            yield Waiting(basket, payments.of_basket(kept, basket.basket.basket))


# -- coupons -----------------------------------------------------------------------------------------------------------


def _coupons(books: Books, waiting: Mapping[str, Waiting]) -> Iterator[Broken]:
    """One sale uses it; it is free again once all of that is back. Every other sale with it is a conflict."""
    reused = Counter(row["code"] for row in books.of_kind(Disagreement.COUPON_REUSED))
    for code, claimed_by in books.coupons.items():
        users = [sale for sale in books.sales.values() if code in sale.coupons]
        back = sum(any(code in act.coupons for act in books.returns_of(sale)) for sale in users)
        used = len(users) - reused[code]
        if used > 1 + back or (not claimed_by and used > back):
            yield Broken("a coupon is spent once", f"{code}: {used} sales, {back} of them back, {claimed_by=}")
        basket = claimed_by.removeprefix("sale:")
        is_sold = any(sale.basket == basket for sale in users)
        is_spoken_for = basket in waiting and code in waiting[basket].kept.claims
        if claimed_by and not is_sold and not is_spoken_for:
            yield Broken("no coupon is kept for nobody", f"{code}: {claimed_by}")


# -- points ------------------------------------------------------------------------------------------------------------


def _points_that_paid(books: Books, waiting: Mapping[str, Waiting]) -> Iterator[Broken]:
    """Every point that was taken has paid for a sale, or was given back, or its basket is still there."""
    paid = {(sale.member, tender.attempt): tender for sale in books.sales.values() for tender in _points_of(sale)}
    for (member, attempt), tender in paid.items():
        taken = -books.points.get((member, f"pay:{attempt}"), 0)
        if taken != tender.points or books.points.get((member, f"back:{attempt}")):
            yield Broken("points add up", f"{member} {attempt}: {taken} taken where {tender.points} paid")
    open_ones = {
        attempt.attempt
        for it in waiting.values()
        for attempt in (*standing(it.attempts), *(each for each in it.attempts if each.is_open))
    }
    for (member, entry), delta in books.points.items():
        kind, _, attempt = entry.partition(":")
        if kind != "pay" or (member, attempt) in paid or attempt in open_ones:
            continue
        if books.points.get((member, f"back:{attempt}")) != -delta:
            yield Broken("points add up", f"{member} {attempt}: {-delta} taken, and nothing sold")


def _points_earned(books: Books, sale: Sale) -> Iterator[Broken]:
    """Earned once with the sale, and gone again with its goods, as those that paid come back with them: as far as
    nobody has to look at it anyway.
    """
    if not sale.member:
        return
    acts = books.returns_of(sale)
    earned = books.points.get((sale.member, f"earned:{sale.basket}"), 0)
    taken = -sum(books.points.get((sale.member, f"unearned:{it.return_id}"), 0) for it in acts)
    again = sum(books.points.get((sale.member, f"return:{it.return_id}"), 0) for it in acts)
    back = pieces_of(acts)
    is_all_back = all(back[it.line] >= it.quantity for it in sale.lines)
    fits = (
        (taken, again) == (earned, sale.points_used) if is_all_back else taken <= earned and again <= sale.points_used
    )
    if earned != sale.points_earned or (not fits and sale.receipt_no not in books.told_of):
        yield Broken("points add up", f"{sale.receipt_no}: {earned} earned, {taken} taken, {again} given again")


def _balances(books: Books) -> Iterator[Broken]:
    entries = Counter[str]()
    for (member, _), delta in books.points.items():
        entries[member] += delta
    if any(entries[member] != books.balances.get(member, 0) for member in MEMBERS):
        yield Broken("points add up", f"{books.balances}, by their entries {entries}")
    in_debt = {row.get("member") for row in books.of_kind(Disagreement.OVERDRAFT)}
    for member, lowest in books.lowest.items():
        if lowest < 0 and member not in in_debt:
            yield Broken("people hear of points below nothing", f"{member}: {lowest}")


def _points_of(sale: Sale) -> list[Tender]:
    return [it for it in sale.tenders if it.method is TenderMethod.POINTS]


# -- cards and wallets -------------------------------------------------------------------------------------------------


def _charged(books: Books, waiting: Mapping[str, Waiting], bank: "Bank") -> Iterator[Broken]:
    """What the bank took belongs to exactly one sale, or one basket that is there; or it was all given back."""
    law = "what a card paid belongs to one sale"
    in_sales = Counter((it.attempt, it.amount_minor) for sale in books.sales.values() for it in _by_device(sale))
    in_baskets = Counter(
        (each.attempt, each.tender.amount_minor) for it in waiting.values() for each in standing(it.attempts)
    )
    for attempt, amount_minor in bank.charged.items():
        owners = (in_sales + in_baskets)[attempt, amount_minor]
        given_minor = sum(it.amount_minor for it in bank.given.values() if it.paid_by == attempt)
        if owners != 1 and (owners or given_minor != amount_minor):
            yield Broken(law, f"{attempt}: {amount_minor} taken, {given_minor} given back, of {owners} sales")
    for (attempt, amount_minor), count in in_sales.items():
        if bank.charged.get(attempt) != amount_minor or count > 1:
            yield Broken(law, f"{attempt}: {amount_minor} in {count} sales, {bank.charged.get(attempt)} taken")


def _given(books: Books, bank: "Bank") -> Iterator[Broken]:
    """What the bank gave back for goods is what their return says, and each such refund ended as was told."""
    refunds = [(act.return_id, it) for act in books.returns.values() for it in act.tenders if _asks_device(it)]
    ended = {act.attempt: act.refund for act in books.ended}
    for return_id, it in refunds:
        attempt = it.tender.attempt
        given = bank.given.get(attempt)
        given_minor = given.amount_minor if given else 0
        told = ended.get(attempt, it)
        told_minor = it.tender.amount_minor if told.state is AttemptState.PAID and _asks_device(told) else 0
        if given_minor != told_minor:
            yield Broken("a refund ends as was told", f"{return_id} {attempt}: {told_minor} told, {given_minor} given")


def _by_device(sale: Sale) -> list[Tender]:
    return [it for it in sale.tenders if it.method in BY_DEVICE]


def _asks_device(it: RefundTender) -> bool:
    return it.tender.method in BY_DEVICE


# -- exchanges ---------------------------------------------------------------------------------------------------------


def _exchanged(books: Books, waiting: Mapping[str, Waiting]) -> Iterator[Broken]:
    """What came back counts for one sale, or waits with its basket, or was given out: once."""
    used = Counter(it.attempt for sale in books.sales.values() for it in sale.tenders if _counts(it))
    used.update(it.attempt for each in waiting.values() for it in standing(each.attempts) if _counts(it.tender))
    used.update(act.attempt for act in books.ended if act.refund.tender.method is TenderMethod.CASH)
    kinds = Disagreement.EXCHANGE_NOT_KNOWN, Disagreement.EXCHANGE_GIVEN_OUT
    told = {row.get("return") for kind in kinds for row in books.of_kind(kind)}
    for act in books.returns.values():
        for it in act.tenders:
            if _counts(it.tender) and used[it.tender.attempt] != 1 and act.return_id not in told:
                yield Broken("an exchange counts once", f"{act.slip_no}: {used[it.tender.attempt]} times")


def _counts(tender: Tender) -> bool:
    return tender.method is TenderMethod.EXCHANGE
