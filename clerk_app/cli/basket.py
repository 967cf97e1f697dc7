"""`basket`: the basket of a visit, from its first line to its receipt."""

import argparse
from collections.abc import Callable
from typing import Any, Final

from clerk_app.cli.basket_words import REDUCTIONS, SENTENCES, money
from clerk_app.cli.ends import NOT_DONE, OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.session import connected, opened
from clerk_app.desk import baskets, held, members
from clerk_app.desk.baskets import OpenBasket, WhyNot
from clerk_app.desk.coupons import ask_coupon, is_known
from clerk_app.domain.basket import BasketMember, BasketRefusal, Fulfilment, Place
from clerk_app.domain.codes import Coupon as CouponCode
from clerk_app.domain.codes import MemberCard, classify
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.reductions import Reduction
from clerk_app.till import Till

Done = OpenBasket | WhyNot


def run_basket(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        done = _ACTS[arguments.act](till, arguments)
        if done is None:
            row = {"word": "done", "basket": None}
            output.row(row, "There is no open basket.")
            return OK
        return tell_basket(done, output)


def tell_basket(done: Done, output: Output) -> int:
    """The basket as it stands; or why it stays as it was."""
    if not isinstance(done, OpenBasket):
        output.row({"word": "refused", "reason": done.value}, f"refused: {SENTENCES[done.value]}")
        return NOT_DONE
    output.row(basket_row(done), _basket_text(done))
    return OK


def basket_row(it: OpenBasket) -> dict[str, Any]:
    return {
        "basket": it.basket.basket,
        "name": it.name,
        "lines": [_line_row(it, line.line) for line in it.basket.lines],
        "member": it.basket.member.member if it.basket.member else "",
        "coupons": list(it.basket.coupons),
        "currency": it.basket.currency,
        "discount_minor": it.priced.discount_minor,
        "total_minor": it.priced.total_minor,
        "due_minor": it.due.left_minor,
        "cash_minor": it.due.cash_minor,
        "changes": [
            {"line": each.line, "sku": each.sku, "was_minor": each.was_minor, "is_minor": each.is_minor}
            for each in it.changes
        ],
        "payments": [
            {"attempt": each.attempt, "method": each.tender.method.value, "amount_minor": each.tender.amount_minor}
            | {"state": each.state.value, "gives_back": each.gives_back}
            for each in it.attempts
        ],
    }


def _line_row(it: OpenBasket, number: int) -> dict[str, Any]:
    line, by = it.basket.line(number), it.priced.line(number)
    assert line is not None
    assert by is not None, "each line is priced"
    return {
        "line": line.line,
        "sku": line.article.sku,
        "quantity": line.quantity,
        "unit_price_minor": line.article.unit_price_minor,
        "discount_minor": by.discount_minor,
        "total_minor": by.total_minor,
        "why": [_why_row(each) for each in by.reductions],
        "fulfilment": line.place.fulfilment.value,
        "branch": line.place.branch,
        "credited": line.credited,
    }


def _why_row(it: Reduction) -> dict[str, Any]:
    known = {"why": it.why.value, "amount_minor": it.amount_minor}
    return {**known, **{name: text for name, text in (("offer", it.offer), ("code", it.code)) if text}}


def _basket_text(it: OpenBasket) -> str:
    currency = it.basket.currency
    rows = [
        f"{line.line}  {line.quantity} × {line.article.name_en or line.article.name_zh or line.article.sku}"
        f"  {money(by.total_minor, currency)}" + "".join(f"\n   {_why_text(why, currency)}" for why in by.reductions)
        for line, by in zip(it.basket.lines, it.priced.lines, strict=True)
    ]
    changes = [
        f"The price of {each.sku} is now {money(each.is_minor, currency)}, and was {money(each.was_minor, currency)}."
        for each in it.changes
    ]
    total = f"total {money(it.priced.total_minor, currency)} · due {money(it.due.left_minor, currency)}"
    return "\n".join([*rows, *changes, total])


def _why_text(it: Reduction, currency: str) -> str:
    by = it.code or it.offer
    return f"−{money(it.amount_minor, currency)} {REDUCTIONS[it.why]}{f' {by}' if by else ''}"


# ------------------------------------------------------------------------------------------------- the acts


def _add(till: Till, arguments: argparse.Namespace) -> Done:
    place, quantity, credited = _place(arguments.fulfilment), arguments.quantity, arguments.credited
    done = baskets.add(till, arguments.number, quantity, place=place, credited=credited)
    gtin = parse_gtin(arguments.number)
    if not isinstance(done, OpenBasket) and gtin:
        done = baskets.add_gtin(till, gtin, quantity, place=place, credited=credited)
    return done


def _member(till: Till, arguments: argparse.Namespace) -> Done:
    if arguments.card == "-":
        return baskets.attach_member(till, None)
    scanned = classify(arguments.card)
    if not isinstance(scanned, MemberCard):
        raise CannotGoOn("This is no member card.", reason="not_a_member_card")
    known = members.open_member(till, scanned.number)
    return baskets.attach_member(till, BasketMember(scanned.number, known.member.tier if known else ""))


def _coupon(till: Till, arguments: argparse.Namespace) -> Done:
    scanned = classify(arguments.code)
    code = scanned.code if isinstance(scanned, CouponCode) else arguments.code
    it = baskets.current(till)
    found = None
    if it is None or not is_known(till, it, code):
        with connected(till) as hub:
            asked = ask_coupon(hub, code)
        if isinstance(asked, BasketRefusal | PayRefusal):
            return asked
        found = asked
    return baskets.attach_coupon(till, code, found)


def _hold(till: Till, arguments: argparse.Namespace) -> Done | None:
    return held.hold(till, arguments.name)


def _accept(till: Till) -> Done | None:
    it = baskets.current(till)
    return baskets.accept_prices(till, it.changes) if it else None


_ACTS: Final[dict[str, Callable[[Till, argparse.Namespace], Done | None]]] = {
    "new": lambda till, _: baskets.new(till),
    "show": lambda till, _: baskets.current(till),
    "add": _add,
    "remove": lambda till, arguments: baskets.remove(till, arguments.line),
    "quantity": lambda till, arguments: baskets.change_quantity(till, arguments.line, arguments.quantity),
    "credit": lambda till, arguments: baskets.credit(till, arguments.line, arguments.badge),
    "member": _member,
    "coupon": _coupon,
    "undo": lambda till, _: baskets.undo(till),
    "accept": lambda till, _: _accept(till),
    "hold": _hold,
    "resume": lambda till, arguments: held.resume(till, arguments.name),
    "drop": lambda till, _: baskets.forget(till),
}


def run_held(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        for it in held.held(till):
            row = {"basket": it.basket, "name": it.name, "age_s": it.age_s, "pieces": it.pieces}
            text = f"{it.name} · {it.pieces} pieces · {money(it.total_minor, it.currency)} · held {it.age_s // 60} min"
            output.row({**row, "total_minor": it.total_minor, "currency": it.currency}, text)
    return OK


def _place(text: str) -> Place:
    word, _, branch = text.partition(":")
    return Place(Fulfilment(word), BranchNo(int(branch)) if branch else None)
