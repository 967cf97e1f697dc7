"""Whether pieces may come back, and what is given for them: the same at the till and, when it hears, in the hub."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from clerk_app.domain.money import allocated
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import BookCollection, Condition, Proof, ReceiveReturn, RefundTender, ReturnedLine
from clerk_app.domain.returns.purchases import AS_CASH, BoughtLine, Purchase, money_back, money_of
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.returns.rules import ReturnRules
from clerk_app.domain.tenders import BY_DEVICE, CashRounding, Tender, TenderMethod


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a clerk says of the pieces in their hand."""

    line: int
    quantity: int
    reason: str
    condition: Condition = Condition.AS_NEW
    restock: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What is given for these pieces: the tenders add up to the lines, but for coins that do not exist."""

    lines: tuple[ReturnedLine, ...]
    tenders: tuple[RefundTender, ...]
    points_back: int = 0
    points_taken: int = 0  # that had been earned
    coupons: tuple[str, ...] = ()

    @property
    def total_minor(self) -> int:
        return sum(it.refund_minor for it in self.lines)

    @property
    def rounding_minor(self) -> int:
        return sum(it.tender.amount_minor for it in self.tenders) - self.total_minor


def why_not_return(purchase: Purchase, chosen: Sequence[Chosen], rules: ReturnRules) -> ReturnRefusal | None:
    """The checks run from what the customer can change to what only the hub can."""
    if not chosen or not all(it.quantity > 0 for it in chosen) or len({it.line for it in chosen}) != len(chosen):
        return ReturnRefusal.NOTHING_CHOSEN
    for it in chosen:
        line = purchase.line(it.line)
        if line is None:
            return ReturnRefusal.UNKNOWN_LINE
        if rules.reason(it.reason) is None:
            return ReturnRefusal.UNKNOWN_REASON
        there = there_of(line, it.condition)
        if it.quantity > there - line.held:
            return ReturnRefusal.BEING_RETURNED if it.quantity <= there else ReturnRefusal.MORE_THAN_REMAINS
        if it.condition is not Condition.NOT_COLLECTED and purchase.is_owed_for(line):
            return ReturnRefusal.NOT_PAID
    return None


def there_of(line: BoughtLine, condition: Condition) -> int:
    """How many pieces are there to come back, or to be dropped where they were never given out, whoever holds them."""
    return line.waiting if condition is Condition.NOT_COLLECTED else line.in_hand


COLLECTED_WITHIN: Final = timedelta(days=14)


def why_not_collect(
    purchase: Purchase, act: BookCollection, booked: Mapping[int, int], rules: ReturnRules, *, today: date
) -> ReturnRefusal | None:
    """Whether goods may be fetched at home. `booked` are the pieces of each line that are to be fetched already."""
    for it in act.lines:
        line = purchase.line(it.line)
        if line is None:
            return ReturnRefusal.UNKNOWN_LINE
        if it.quantity > line.remaining - booked.get(it.line, 0):
            return ReturnRefusal.MORE_THAN_REMAINS
        if purchase.is_owed_for(line):
            return ReturnRefusal.NOT_PAID
    if rules.reason(act.reason) is None:
        return ReturnRefusal.UNKNOWN_REASON
    if not today < act.day <= today + COLLECTED_WITHIN or act.from_hour >= act.until_hour:
        return ReturnRefusal.NOT_A_DAY
    return None


def needs_manager(
    purchase: Purchase,
    tenders: Sequence[RefundTender],
    total_minor: int,
    proof: Proof,
    rules: ReturnRules,
    *,
    is_dropped: bool,
    now: datetime,
) -> bool:
    """Whether another person's word is needed: for much money, without a receipt, late, for cash without goods by a
    number that anybody may have read, or where what an exchange or a card has paid becomes cash: nobody knows any more
    whose card that was.
    """
    is_late = now > purchase.at + rules.window
    is_cash = any(it.tender.method is TenderMethod.CASH for it in tenders)
    is_only_said = proof is Proof.MEMBER or (proof is Proof.ORDER_NO and is_dropped and is_cash)
    return total_minor >= rules.manager_from_minor or is_only_said or is_late or _is_cashed(purchase, tenders)


def _is_cashed(purchase: Purchase, tenders: Sequence[RefundTender]) -> bool:
    return any(
        it.of < len(purchase.tenders)
        and purchase.tenders[it.of].method in {TenderMethod.EXCHANGE, *BY_DEVICE}
        and it.tender.method is TenderMethod.CASH
        and it.tender.amount_minor
        for it in tenders
    )


def plan(purchase: Purchase, chosen: Sequence[Chosen], rounding: CashRounding, rules: ReturnRules) -> Plan:
    """What is given for pieces that may come back (`why_not_return` has said so)."""
    lines: list[ReturnedLine] = []
    after = {it.sold.line: it for it in purchase.lines}
    points_minor = points_back = points_taken = 0
    for it in chosen:
        line = after[it.line]
        back = line.refund(it.quantity, returned_before=line.returned)
        points_minor += back.points_minor
        points_back += back.points_back
        points_taken += back.points_taken
        lines.append(_returned_line(line, it, back.refund_minor))
        after[it.line] = replace(line, returned=line.returned + it.quantity)
    never_paid = purchase.never_paid(after.values())
    for part, unpaid_minor in (never_paid - purchase.never_paid(purchase.lines)).items():
        weights = [it.refund_minor if after[it.line].part == part else 0 for it in lines]
        off = allocated(unpaid_minor, weights)
        lines = [replace(it, refund_minor=it.refund_minor - less) for it, less in zip(lines, off, strict=True)]
    paid_minor = sum(money_of(it, it.returned) for it in after.values()) - never_paid.total()
    tenders = _refunds(purchase, money_back(purchase, paid_minor, rounding), points_minor, points_back)
    is_all_back = all(line.is_all_back for line in after.values())
    coupons = purchase.coupons if is_all_back and rules.coupons_back else ()
    return Plan(tuple(lines), tenders, points_back, points_taken, coupons)


def _returned_line(line: BoughtLine, it: Chosen, refund_minor: int) -> ReturnedLine:
    sold = line.sold
    return ReturnedLine(
        line=it.line,
        sku=sold.sku,
        quantity=it.quantity,
        refund_minor=refund_minor,
        reason=it.reason,
        condition=it.condition,
        restock=it.restock,
        name_zh=sold.name_zh,
        name_en=sold.name_en,
    )


def _refunds(
    purchase: Purchase, due_minor: Sequence[int], points_minor: int, points_back: int
) -> tuple[RefundTender, ...]:
    """In the order of the receipt. What a device is asked for is only begun; so is what was paid elsewhere before,
    which is given back there.
    """
    found: list[RefundTender] = []
    for place, paid in enumerate(purchase.tenders):
        if paid.method is TenderMethod.POINTS:
            if points_minor or points_back:
                found.append(RefundTender(place, Tender(TenderMethod.POINTS, points_minor, points=points_back)))
            points_minor = points_back = 0  # one movement of points, whatever number of tenders they were
            continue
        amount_minor = max(0, due_minor[place] - purchase.refunded_minor[place])
        if amount_minor:
            found.append(_refund(place, paid, amount_minor))
    return tuple(found)


def into_exchange(tenders: Sequence[RefundTender], most_minor: int, rounding: CashRounding) -> tuple[RefundTender, ...]:
    """The same refunds, but that so much of the money, in their order, counts for new goods instead of being given out.

    Points stay points. What each tender of the purchase gives back stays the same, but for coins that do not exist.
    """
    found: list[RefundTender] = []
    for it in tenders:
        is_money = it.tender.method is not TenderMethod.POINTS
        counts_minor = min(most_minor, it.tender.amount_minor) if is_money else 0
        if counts_minor:
            most_minor -= counts_minor
            counted = Tender(TenderMethod.EXCHANGE, counts_minor)
            found.append(replace(it, tender=counted, state=AttemptState.PAID))
        if counts_minor < it.tender.amount_minor or not is_money:
            left_minor = it.tender.amount_minor - counts_minor
            is_cut_cash = counts_minor and it.tender.method is TenderMethod.CASH
            left_minor = rounding.rounded(left_minor) if is_cut_cash else left_minor
            found.append(replace(it, tender=replace(it.tender, amount_minor=left_minor)))
    return tuple(found)


def with_returns(purchase: Purchase, acts: Sequence[ReceiveReturn]) -> Purchase:
    """Lay returns over a purchase that does not count them yet: what this till has done, and nobody else knows of."""
    for act in acts:
        if act.purchase != purchase.key or act.return_id in purchase.returns:
            continue
        pieces = {it.line: it.quantity for it in act.lines}
        refunded = list(purchase.refunded_minor)
        for it in act.tenders:
            if it.of < len(refunded):
                refunded[it.of] += it.tender.amount_minor
        gone = {it.line: it.quantity for it in act.dropped}
        lines = tuple(_laid_over(it, pieces.get(it.sold.line, 0), gone.get(it.sold.line, 0)) for it in purchase.lines)
        ids = (*purchase.returns, act.return_id)
        purchase = replace(purchase, lines=lines, refunded_minor=tuple(refunded), returns=ids)
    return purchase


def _laid_over(line: BoughtLine, back: int, dropped: int) -> BoughtLine:
    return replace(
        line,
        returned=min(line.sold.quantity, line.returned + back),
        dropped=line.dropped + dropped,
        waiting=max(0, line.waiting - dropped),
    )


def _refund(place: int, paid: Tender, amount_minor: int) -> RefundTender:
    """In the way in which it was paid; or in cash, where no device knows of it."""
    if paid.method in AS_CASH or (paid.method in BY_DEVICE and not paid.attempt):
        return RefundTender(place, Tender(TenderMethod.CASH, amount_minor))
    tender = Tender(paid.method, amount_minor, last_four=paid.last_four, provider=paid.provider, code=paid.code)
    is_given_here = paid.method in {TenderMethod.CASH, TenderMethod.POINTS}
    return RefundTender(place, tender, AttemptState.PAID if is_given_here else AttemptState.STARTED, paid.attempt)
