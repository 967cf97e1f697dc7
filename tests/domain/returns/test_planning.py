"""What is given for what comes back: in whatever portions, in the end each tender has given exactly what it paid."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.returns.acts import Condition, Proof, ReceiveReturn, RefundTender
from clerk_app.domain.returns.planning import Chosen, into_exchange, needs_manager, plan, why_not_return, with_returns
from clerk_app.domain.returns.purchases import Purchase, purchase_of_sale
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.returns.rules import REASONS, ReturnRules, return_rules_of
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import EXACT, CashRounding, RoundingMode, Tender, TenderMethod

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
RULES = ReturnRules()
JIAO_DOWN = CashRounding(10, RoundingMode.DOWN)
JIAO = CashRounding(10, RoundingMode.NEAREST)
CARD, CASH, POINTS = TenderMethod.CARD_TERMINAL, TenderMethod.CASH, TenderMethod.POINTS


def a_sale(*lines: SaleLine, tenders: tuple[Tender, ...], **known: int) -> Sale:
    total = sum(it.total_minor for it in lines)
    sale = Sale("b-0000001", "1-7KQ3M-1", "CNY", lines, tenders, total)
    return replace(sale, **known)


def bought(sale: Sale) -> Purchase:
    return purchase_of_sale(sale, branch=BranchNo(1), at=AT)


def after(purchase: Purchase, *chosen: Chosen, rounding: CashRounding = EXACT) -> tuple[Purchase, ReceiveReturn]:
    """Take these pieces back, and look at what is left."""
    done = plan(purchase, chosen, rounding, RULES)
    act = ReceiveReturn(
        return_id=f"r-{len(purchase.returns):06}",
        slip_no=f"1-7KQ3M-R{len(purchase.returns) + 1}",
        purchase=purchase.key,
        currency="CNY",
        lines=done.lines,
        tenders=done.tenders,
        total_minor=done.total_minor,
        proof=Proof.RECEIPT,
        rounding_minor=done.rounding_minor,
        coupons=done.coupons,
    )
    assert act.adds_up
    return with_returns(purchase, [act]), act


def pieces(line: int, quantity: int = 1) -> Chosen:
    return Chosen(line, quantity, "not_wanted")


TWO_TINS = SaleLine(1, "NF-1", 2, 26_800, 53_600)
BIB = SaleLine(2, "BB-2", 1, 2_933, 2_933)


def test_money_goes_back_in_the_tenders_of_the_receipt_in_their_order() -> None:
    sale = a_sale(TWO_TINS, tenders=(Tender(CARD, 40_000, attempt="a-1", last_four="4242"), Tender(CASH, 13_600)))

    left, first = after(bought(sale), pieces(1))
    _, second = after(left, pieces(1))

    assert [(it.of, it.tender.amount_minor, it.state, it.paid_by) for it in first.tenders] == [
        (0, 26_800, AttemptState.STARTED, "a-1")
    ]
    assert first.tenders[0].tender.last_four == "4242"
    assert [(it.of, it.tender.amount_minor, it.state) for it in second.tenders] == [
        (0, 13_200, AttemptState.STARTED),
        (1, 13_600, AttemptState.PAID),
    ]


@pytest.mark.parametrize(
    ("rounding", "paid", "backs"), [(JIAO_DOWN, 56_530, [2_930, 53_600]), (JIAO, 56_530, [2_930, 53_600])]
)
def test_cash_is_rounded_as_at_the_sale_and_all_of_it_comes_back(
    rounding: CashRounding, paid: int, backs: list[int]
) -> None:
    sale = a_sale(TWO_TINS, BIB, tenders=(Tender(CASH, paid),), rounding_minor=paid - 56_533)

    left, first = after(bought(sale), pieces(2), rounding=rounding)
    _, second = after(left, pieces(1, 2), rounding=rounding)

    assert [act.tenders[0].tender.amount_minor for act in (first, second)] == backs
    assert (first.rounding_minor, second.rounding_minor) == (-3, 0)


def test_what_points_paid_comes_back_as_points() -> None:
    sale = a_sale(
        TWO_TINS, tenders=(Tender(POINTS, 3_000, points=300), Tender(CASH, 50_600)), points_used=300, points_earned=507
    )

    done = plan(bought(sale), [pieces(1)], EXACT, RULES)

    points, cash = done.tenders
    assert (points.tender.method, points.tender.points, points.tender.amount_minor) == (POINTS, 150, 1_500)
    assert (cash.tender.amount_minor, done.points_back, done.points_taken) == (25_300, 150, 254)


def test_points_that_paid_in_two_tenders_come_back_by_one_movement() -> None:
    paid = Tender(POINTS, 1_000, points=100), Tender(POINTS, 2_000, points=200), Tender(CASH, 50_600)
    sale = a_sale(TWO_TINS, tenders=paid, points_used=300)

    left, first = after(bought(sale), pieces(1))
    _, second = after(left, pieces(1))

    assert [[it.tender.points for it in act.tenders] for act in (first, second)] == [[150, 0], [150, 0]]


def test_a_coupon_is_good_again_when_all_is_back_and_the_chain_says_so() -> None:
    sale = replace(a_sale(TWO_TINS, tenders=(Tender(CASH, 53_600),)), coupons=("CP1",))

    left, first = after(bought(sale), pieces(1))
    _, second = after(left, pieces(1))

    assert (first.coupons, second.coupons) == ((), ("CP1",))
    assert plan(left, [pieces(1)], EXACT, ReturnRules(coupons_back=False)).coupons == ()


@pytest.mark.parametrize(
    ("chosen", "refusal"),
    [
        ((), ReturnRefusal.NOTHING_CHOSEN),
        ((pieces(1, 0),), ReturnRefusal.NOTHING_CHOSEN),
        ((pieces(1), pieces(1)), ReturnRefusal.NOTHING_CHOSEN),
        ((pieces(7),), ReturnRefusal.UNKNOWN_LINE),
        ((pieces(1, 3),), ReturnRefusal.MORE_THAN_REMAINS),
        ((Chosen(1, 1, "because"),), ReturnRefusal.UNKNOWN_REASON),
        ((pieces(1, 2),), None),
    ],
)
def test_what_cannot_come_back_is_said(chosen: tuple[Chosen, ...], refusal: ReturnRefusal | None) -> None:
    assert why_not_return(bought(a_sale(TWO_TINS, tenders=(Tender(CASH, 53_600),))), chosen, RULES) is refusal


def test_pieces_that_another_till_takes_back_now_are_said_to_be_so() -> None:
    it = bought(a_sale(TWO_TINS, tenders=(Tender(CASH, 53_600),)))
    held = replace(it, lines=(replace(it.lines[0], held=1),))

    assert why_not_return(held, [pieces(1, 2)], RULES) is ReturnRefusal.BEING_RETURNED
    assert why_not_return(held, [pieces(1)], RULES) is None


def test_what_the_customer_was_not_given_does_not_come_back_and_what_is_not_paid_is_cancelled() -> None:
    shipped = replace(TWO_TINS, fulfilment=Fulfilment.SHIP)
    owing = bought(a_sale(shipped, tenders=(Tender(CASH, 10_000),), due_later_minor=43_600))
    sent = replace(owing, lines=(replace(owing.lines[0], reached=2),))

    assert bought(a_sale(shipped, tenders=(Tender(CASH, 53_600),))).lines[0].remaining == 0
    assert why_not_return(sent, [pieces(1)], RULES) is ReturnRefusal.NOT_PAID


def test_what_was_carried_out_comes_back_in_full_whatever_is_still_owed_for_the_rest() -> None:
    shipped = replace(TWO_TINS, line=2, fulfilment=Fulfilment.SHIP)
    owing = bought(a_sale(TWO_TINS, shipped, tenders=(Tender(CASH, 63_600),), due_later_minor=43_600))

    assert why_not_return(owing, [pieces(1, 2)], RULES) is None
    left, act = after(owing, pieces(1))
    assert (act.total_minor, left.refunded_minor) == (26_800, (26_800,))


@pytest.mark.parametrize(
    ("total_minor", "proof", "days", "asked"),
    [
        (99_999, Proof.RECEIPT, 30, False),
        (100_000, Proof.RECEIPT, 0, True),
        (1, Proof.MEMBER, 0, True),
        (1, Proof.RECEIPT, 31, True),
    ],
)
def test_much_money_no_receipt_and_late_goods_need_a_manager(
    total_minor: int, proof: Proof, days: int, asked: bool
) -> None:
    purchase = bought(a_sale(TWO_TINS, tenders=(Tender(CARD, 53_600),)))
    assert (
        needs_manager(purchase, (), total_minor, proof, RULES, is_dropped=False, now=AT + timedelta(days=days)) is asked
    )


def test_what_an_exchange_has_paid_becomes_cash_with_a_managers_word_alone() -> None:
    purchase = bought(a_sale(TWO_TINS, tenders=(Tender(TenderMethod.EXCHANGE, 53_600),)))
    wanted = plan(purchase, [pieces(1)], EXACT, RULES)

    assert [it.tender.method for it in wanted.tenders] == [CASH]
    assert needs_manager(purchase, wanted.tenders, wanted.total_minor, Proof.RECEIPT, RULES, is_dropped=False, now=AT)
    again = into_exchange(wanted.tenders, 26_800, EXACT)
    assert not needs_manager(purchase, again, wanted.total_minor, Proof.RECEIPT, RULES, is_dropped=False, now=AT), (
        "for other goods again"
    )


@pytest.mark.parametrize("said", [None, [], {"days": -1, "reasons": "all"}, {"reasons": [{"code": 1}]}])
def test_rules_that_cannot_be_read_are_as_if_nothing_was_said(said: object) -> None:
    assert return_rules_of(said) == ReturnRules()
    assert return_rules_of(said).reason("defective") in REASONS


def test_a_chain_names_its_own_reasons() -> None:
    rules = return_rules_of({"reasons": [{"code": "colour", "name_zh": "颜色", "name_en": "Colour"}], "days": 7})

    assert (rules.reason("not_wanted"), rules.days) == (None, 7)
    assert why_not_return(bought(a_sale(BIB, tenders=(Tender(CASH, 2_933),))), [Chosen(2, 1, "colour")], rules) is None


# --------------------------------------------------------------------------------------------------------- the law


@st.composite
def purchases(draw: st.DrawFn) -> tuple[Purchase, CashRounding]:
    """A paid sale: some lines reduced, paid by points, cards and cash, the cash rounded as the chain does."""
    lines = tuple(_line(draw, number) for number in range(1, draw(st.integers(1, 4)) + 1))
    total = sum(it.total_minor for it in lines)
    in_points = draw(st.integers(0, total)) if draw(st.booleans()) else 0
    left = total - in_points
    tenders: list[Tender] = []
    if in_points:
        tenders.append(Tender(POINTS, in_points, points=in_points * 7))
    for _ in range(draw(st.integers(0, 2))):
        part = draw(st.integers(0, left))
        if part:
            tenders.insert(draw(st.integers(0, len(tenders))), Tender(draw(st.sampled_from([CARD, CASH])), part))
            left -= part
    rounding = draw(st.sampled_from([EXACT, JIAO, JIAO_DOWN]))
    cash = rounding.rounded(left) if draw(st.booleans()) else left
    if left:
        is_cash = cash != left or draw(st.booleans())
        tenders.append(Tender(CASH if is_cash else CARD, cash))
    earned = draw(st.integers(0, 500)) if total > in_points else 0
    sale = a_sale(
        *lines,
        tenders=tuple(tenders),
        rounding_minor=cash - left if left else 0,
        points_used=in_points * 7,
        points_earned=earned,
    )
    assert sale.adds_up
    return bought(sale), rounding


def _line(draw: st.DrawFn, number: int) -> SaleLine:
    quantity, price = draw(st.integers(1, 5)), draw(st.integers(0, 9_999))
    off = draw(st.integers(0, quantity * price)) if draw(st.booleans()) else 0
    why = (Reduction(Why.PROMOTION, off, "P"),) if off else ()
    return SaleLine(number, f"S-{number}", quantity, price, quantity * price - off, why)


@given(made=purchases(), chance=st.data())
def test_in_whatever_portions_each_tender_gives_back_exactly_what_it_paid(
    made: tuple[Purchase, CashRounding], chance: st.DataObject
) -> None:
    purchase, rounding = made
    paid = tuple(it.amount_minor for it in purchase.tenders)
    spent, earned = sum(it.points for it in purchase.tenders), sum(it.points_earned for it in purchase.lines)
    back = points_back = points_taken = 0
    left = purchase
    while any(it.remaining for it in left.lines):
        open_lines = [it for it in left.lines if it.remaining]
        some = chance.draw(st.lists(st.sampled_from(open_lines), min_size=1, unique_by=lambda it: it.sold.line))
        chosen = [pieces(it.sold.line, chance.draw(st.integers(1, it.remaining))) for it in some]
        done = plan(left, chosen, rounding, RULES)
        before = left
        left, act = after(left, *chosen, rounding=rounding)
        assert all(it.tender.amount_minor >= 0 for it in act.tenders)
        assert all(now >= was for now, was in zip(left.refunded_minor, before.refunded_minor, strict=True))
        back += act.total_minor
        points_back += done.points_back
        points_taken += done.points_taken

    in_points = sum(it.amount_minor for it in purchase.tenders if it.method is POINTS)
    assert back == sum(it.sold.total_minor for it in purchase.lines)
    assert sum(left.refunded_minor) == sum(paid)
    assert [
        minor for minor, it in zip(left.refunded_minor, purchase.tenders, strict=True) if it.method is not POINTS
    ] == [it.amount_minor for it in purchase.tenders if it.method is not POINTS]
    assert in_points == sum(
        minor for minor, it in zip(left.refunded_minor, purchase.tenders, strict=True) if it.method is POINTS
    )
    assert (points_back, points_taken) == (spent, earned)


@given(made=purchases())
def test_a_condition_and_a_shelf_change_no_money(made: tuple[Purchase, CashRounding]) -> None:
    purchase, rounding = made
    chosen = [pieces(it.sold.line, it.remaining) for it in purchase.lines]
    damaged = [replace(it, condition=Condition.DAMAGED, restock=False) for it in chosen]

    as_new, broken = plan(purchase, chosen, rounding, RULES), plan(purchase, damaged, rounding, RULES)

    assert (as_new.tenders, as_new.total_minor) == (broken.tenders, broken.total_minor)


refunds = st.lists(
    st.builds(
        RefundTender,
        st.integers(0, 4),
        st.builds(Tender, st.sampled_from([CARD, CASH, POINTS]), st.integers(1, 10_000)),
    ),
    max_size=5,
)


@given(refunds, st.integers(0, 20_000))
def test_an_exchange_counts_as_much_money_as_is_needed_and_each_tender_gives_back_the_same(
    tenders: list[RefundTender], most_minor: int
) -> None:
    made = into_exchange(tenders, most_minor, EXACT)

    money = sum(it.tender.amount_minor for it in tenders if it.tender.method is not POINTS)
    counted = sum(it.tender.amount_minor for it in made if it.tender.method is TenderMethod.EXCHANGE)
    assert counted == min(most_minor, money)
    assert given_by_place(made) == given_by_place(tenders)
    assert [it for it in made if it.tender.method is POINTS] == [it for it in tenders if it.tender.method is POINTS]


def given_by_place(tenders: Iterable[RefundTender]) -> dict[int, int]:
    given: dict[int, int] = {}
    for it in tenders:
        given[it.of] = given.get(it.of, 0) + it.tender.amount_minor
    return given


def test_what_an_exchange_paid_comes_back_in_coins() -> None:
    exchange = Tender(TenderMethod.EXCHANGE, 1_005, attempt="a-0000001", code="r-0000001")
    purchase = bought(a_sale(SaleLine(1, "NF-1", 1, 1_005, 1_005), tenders=(exchange,)))

    done = plan(purchase, [pieces(1)], JIAO_DOWN, RULES)

    assert [(it.tender.method, it.tender.amount_minor) for it in done.tenders] == [(CASH, 1_005)]
