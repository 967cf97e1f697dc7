"""Lines and pieces as they are typed: whole numbers that count from 1."""

import argparse
import re
from typing import Final

from clerk_app.domain.bodies import QUANTITY_MAX
from clerk_app.domain.orders import LineQuantity

_WHOLE: Final = re.compile("[0-9]{1,9}")
_PART: Final = re.compile("([0-9]{1,9})(?::([0-9]{1,9}))?")
FROM_ONE: Final = f"lines and quantities count from 1, up to {QUANTITY_MAX}"


def pieces(text: str) -> int:
    if not _WHOLE.fullmatch(text) or not _is_one(int(text)):
        raise argparse.ArgumentTypeError(f"a number from 1 to {QUANTITY_MAX} is needed")
    return int(text)


def part(text: str) -> LineQuantity:
    """LINE:QUANTITY, or LINE for one piece of it."""
    found = _PART.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError(f"lines are given as LINE or LINE:QUANTITY, as in 1 2:3; {FROM_ONE}")
    line, quantity = int(found[1]), int(found[2] or 1)
    if not (_is_one(line) and _is_one(quantity)):
        raise argparse.ArgumentTypeError(f"{text}: {FROM_ONE}")
    return LineQuantity(line, quantity)


def parts(text: str) -> tuple[LineQuantity, ...]:
    """LINE:QUANTITY,… with what is said twice of a line added up."""
    chosen: dict[int, int] = {}
    for one in text.split(","):
        if ":" not in one:
            raise argparse.ArgumentTypeError(f"lines are given as LINE:QUANTITY, as in 1:2,3:1; {FROM_ONE}")
        it = part(one.strip())
        chosen[it.line] = chosen.get(it.line, 0) + it.quantity
    return tuple(LineQuantity(line, quantity) for line, quantity in chosen.items())


def _is_one(number: int) -> bool:
    return 1 <= number <= QUANTITY_MAX
