"""`basket`: the basket of a visit, from its first line to its receipt."""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from clerk_app.cli.basket_text import basket_text
from clerk_app.cli.basket_words import SENTENCES, money
from clerk_app.cli.ends import NOT_DONE, OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.places import must_be_collected_at
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import UNKNOWNS, pieces
from clerk_app.desk import baskets, held, members
from clerk_app.desk.articles import short_here
from clerk_app.desk.baskets import OpenBasket, WhyNot
from clerk_app.desk.coupons import ask_coupon, is_known
from clerk_app.domain.basket import BasketMember, BasketRefusal, Fulfilment, Place
from clerk_app.domain.codes import Coupon as CouponCode
from clerk_app.domain.codes import MemberCard, Unknown, UnknownReason, classify
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
            name = arguments.name.strip() if arguments.act == "hold" else ""
            row = {"word": "done", "basket": None} | ({"name": name} if name else {})
            output.row(row, _OVER.get(arguments.act, "There is no open basket.").format(name=name))
            return OK
        return tell_basket(till, done, output)


_OVER: Final = {"hold": "held: {name}", "drop": "dropped"}


def tell_basket(till: Till, done: Done, output: Output) -> int:
    """The basket as it stands; or why it stays as it was."""
    if not isinstance(done, OpenBasket):
        output.row({"word": "refused", "reason": done.value}, f"refused: {SENTENCES[done.value]}")
        return NOT_DONE
    short = short_here(till, _carried_out(done))
    output.row(_basket_row(done, short), basket_text(till, done, short))
    return OK


def _carried_out(it: OpenBasket) -> Counter[str]:
    """SKU → pieces that leave with the customer now."""
    wanted: Counter[str] = Counter()
    for line in it.basket.lines:
        if line.place.fulfilment is Fulfilment.CARRY_OUT:
            wanted[line.article.sku] += line.quantity
    return wanted


def _basket_row(it: OpenBasket, short: Mapping[str, int]) -> dict[str, Any]:
    return {
        "basket": it.basket.basket,
        "name": it.name,
        "lines": [_line_row(it, line.line) for line in it.basket.lines],
        "member": it.basket.member.member if it.basket.member else "",
        "coupons": list(it.basket.coupons),
        "short": [{"sku": sku, "free_here": free} for sku, free in short.items()],
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


# ------------------------------------------------------------------------------------------------- the acts


def _add(till: Till, arguments: argparse.Namespace) -> Done:
    place, quantity, credited = _place(arguments.fulfilment), arguments.quantity, arguments.credited
    if place.branch is not None:
        must_be_collected_at(till, place.branch)
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
        is_misread = isinstance(scanned, Unknown) and scanned.reason is UnknownReason.BAD_CHECK_DIGIT
        sentence = UNKNOWNS[UnknownReason.BAD_CHECK_DIGIT] if is_misread else "This is no member card."
        raise CannotGoOn(sentence, reason="not_a_member_card")
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
            text = f"{it.name} · {pieces(it.pieces)} · {money(it.total_minor, it.currency)} · held {it.age_s // 60} min"
            output.row({**row, "total_minor": it.total_minor, "currency": it.currency}, text)
    return OK


def _place(text: str) -> Place:
    word, _, branch = text.partition(":")
    return Place(Fulfilment(word), BranchNo(int(branch)) if branch else None)
