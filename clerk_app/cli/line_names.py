"""Which lines of a basket a refusal is about: named by line, SKU and branch."""

from collections.abc import Iterable
from typing import Any

from clerk_app.cli.words import branch_name
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.basket import BasketLine, Fulfilment
from clerk_app.domain.paying import PayRefusal
from clerk_app.till import Till


def lines_behind(it: OpenBasket | None, why: object) -> tuple[BasketLine, ...]:
    """The lines for which nobody may pay; none where no line is the reason."""
    if it is None:
        return ()
    changed = {each.line for each in it.changes}
    match why:
        case PayRefusal.PRICE_CHANGED:
            return tuple(line for line in it.basket.lines if line.line in changed)
        case PayRefusal.ORDER_NEEDED:
            return tuple(line for line in it.basket.lines if line.place.fulfilment is not Fulfilment.CARRY_OUT)
        case _:
            return ()


def line_rows(lines: Iterable[BasketLine]) -> list[dict[str, Any]]:
    return [{"line": it.line, "sku": it.article.sku, "branch": it.place.branch} for it in lines]


def line_words(till: Till, lines: Iterable[BasketLine]) -> str:
    """`line 2, NB-1, branch 2 江边店: `, to stand before a sentence; empty for no lines."""
    named = "; ".join(_words(till, it) for it in lines)
    return f"{named}: " if named else ""


def _words(till: Till, it: BasketLine) -> str:
    at = branch_name(till, it.place.branch) if it.place.branch else ""
    return ", ".join(filter(None, (f"line {it.line}", it.article.sku, at)))
