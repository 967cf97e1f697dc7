"""Whether money went back as it had to: so much, in the tender that was paid with, or in cash by who may say so."""

from collections.abc import Sequence

from clerk_app.domain.paying import AttemptState
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.returns.acts import EndRefund, RefundTender
from clerk_app.domain.returns.purchases import AS_CASH, Purchase
from clerk_app.domain.settling import Attention
from clerk_app.domain.tenders import CashRounding, TenderMethod, cash_rounding_of
from hub import returned, sales
from hub.intake import moves
from hub.intake.people import Person, lacks_a_word
from hub.intake.sales import Scene, Told, Wrong
from hub.returned import Ended
from hub.rules import load_rules
from hub.sales import KeptSale


def end(scene: Scene, act: EndRefund, clerk: Person | None) -> Told:
    """A fact: it is over, or the money was given otherwise. `clerk` is whoever gave it, if they are known here."""
    ended = returned.end_refund(scene.tx, scene.till.branch, act)
    if ended is None:
        return Told(about={"return": act.return_id}, attention=Attention.UNKNOWN_RETURN)
    back = ended.received
    return Told(
        order_no=back.order_no or 0,
        about={"return": act.return_id, "slip_no": back.slip_no, "receipt_no": back.receipt_no},
        wrong=tuple(_wrong(scene, act, ended, clerk)),
        of_day=moves.of_refund(scene.operation, act, back, branch=scene.till.branch),
    )


def is_given(
    given: Sequence[RefundTender], right: Sequence[RefundTender], purchase: Purchase, rounding: CashRounding
) -> bool:
    """Whether each tender gave back what it had to; of what an exchange left in cash, as near as coins come."""
    now, due = _sums(given), _sums(right)
    cut = {it.of for it in given if it.tender.method is TenderMethod.EXCHANGE}
    cut &= {it.of for it in given if it.tender.method is TenderMethod.CASH}
    if now.keys() != due.keys():
        return False
    is_in_its_tender = all(_may_give(it, purchase) for it in given if it.tender.amount_minor)
    return is_in_its_tender and all(abs(now[of] - due[of]) < (rounding.step_minor if of in cut else 1) for of in due)


def is_cash_instead(given: Sequence[RefundTender], purchase: Purchase) -> bool:
    """Whether cash was handed out for what another tender had paid: that is a manager's to say."""
    cash = (it for it in given if it.tender.method is TenderMethod.CASH and it.tender.amount_minor)
    return any(_gives(purchase, it.of) is not TenderMethod.CASH for it in cash)


def _wrong(scene: Scene, act: EndRefund, ended: Ended, clerk: Person | None) -> list[Wrong]:
    given, begun, currency = act.refund, ended.begun, ended.received.currency
    wrong: list[Wrong] = []
    rules = load_rules(scene.tx)
    if not _is_as_begun(given, begun, cash_rounding_of({"cash_rounding": rules.cash_rounding}, currency)):
        figures = {"refund_minor": given.tender.amount_minor, "right_minor": begun.tender.amount_minor}
        wrong.append(Wrong(Disagreement.REFUND_DIFFERS, {**figures, "currency": currency}))
    if given.tender.method is not begun.tender.method and lacks_a_word(scene.operation, clerk):
        wrong.append(Wrong(Disagreement.NOT_PERMITTED))
    paid = _paid_with(scene, act, begun)
    if paid is not None and given.state is AttemptState.PAID:
        about = {"paid_for": paid.sale.receipt_no, "amount_minor": given.tender.amount_minor}
        wrong.append(Wrong(Disagreement.EXCHANGE_GIVEN_OUT, about))
    return wrong


def _is_as_begun(given: RefundTender, begun: RefundTender, rounding: CashRounding) -> bool:
    """Whether as much was given as was begun: in the same way, or in the coins that there are. What counts for a sale
    can only be given out.
    """
    due_minor, way = begun.tender.amount_minor, given.tender.method
    if given.of != begun.of:
        return False
    if way is begun.tender.method:
        return given.tender.amount_minor == due_minor and way is not TenderMethod.EXCHANGE
    return way is TenderMethod.CASH and given.tender.amount_minor in {due_minor, rounding.rounded(due_minor)}


def _paid_with(scene: Scene, act: EndRefund, begun: RefundTender) -> KeptSale | None:
    """The sale that an exchange has paid for already."""
    if begun.tender.method is not TenderMethod.EXCHANGE:
        return None
    kept = sales.sale_of_id(scene.tx, scene.till.branch, begun.paid_by)
    counted = TenderMethod.EXCHANGE, act.attempt, act.return_id
    is_used = kept is not None and any((it.method, it.attempt, it.code) == counted for it in kept.sale.tenders)
    return kept if is_used else None


def _sums(tenders: Sequence[RefundTender]) -> dict[int, int]:
    """What each tender of the purchase gave back; part of it may count for an exchange."""
    given: dict[int, int] = {}
    for it in tenders:
        if it.tender.amount_minor:
            given[it.of] = given.get(it.of, 0) + it.tender.amount_minor
    return given


def _may_give(it: RefundTender, purchase: Purchase) -> bool:
    """Points come back as points; money as it came, for an exchange, or in cash."""
    gives = _gives(purchase, it.of)
    is_other = it.tender.method in {TenderMethod.EXCHANGE, TenderMethod.CASH} and gives is not TenderMethod.POINTS
    return it.tender.method is gives or is_other


def _gives(purchase: Purchase, of: int) -> TenderMethod | None:
    """In what a tender of the purchase gives back."""
    paid = purchase.tenders[of].method if of < len(purchase.tenders) else None
    return TenderMethod.CASH if paid in AS_CASH else paid
