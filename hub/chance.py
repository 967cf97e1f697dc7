"""What chance decides of an order, the same for the same order: its number, its customer's pass, its short codes."""

import base64
import hashlib
from dataclasses import dataclass
from itertools import count
from typing import Final

from clerk_app.domain import short_code
from hub.database import Reader
from hub.keys import Keys
from hub.orders import branches_of

ORDER_NO_MIN: Final = 1_000_000_000
ORDER_NO_MAX: Final = 9_999_999_999
TOKEN_BYTES: Final = 18  # 24 characters, 144 bits: nobody guesses a pass
_SHORT_CODES: Final = 64
_NUMBER_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance decides of one order. The demo chain tells it, so that the same seed gives the same chain."""

    order_no: int
    token: str
    short_code_values: tuple[tuple[int, ...], ...]
    """For each try one code; a code that an open order of the branch has is passed over."""


def drawn(reader: Reader, keys: Keys, *order: str) -> Chance:
    """By how an order was known before it had a number: so one that is sent again to a hub that was put back from a
    backup gets the number and the pass that its customer has. Nobody without the keys can tell them.
    """
    tries = (_chance(keys.drawn_for("order", *order, attempt)) for attempt in count())
    return next(chance for chance in tries if not branches_of(reader, chance.order_no))


def _chance(seed: bytes) -> Chance:
    wanted = 1 + _SHORT_CODES * short_code.RANDOM_VALUES
    raw = hashlib.shake_256(seed).digest(TOKEN_BYTES + wanted * _NUMBER_BYTES)
    places = range(TOKEN_BYTES, len(raw), _NUMBER_BYTES)
    number, *values = (int.from_bytes(raw[place : place + _NUMBER_BYTES]) for place in places)
    each = short_code.RANDOM_VALUES
    letters = [value % len(short_code.ALPHABET) for value in values]
    codes = (tuple(letters[place : place + each]) for place in range(0, len(letters), each))
    order_no = ORDER_NO_MIN + number % (ORDER_NO_MAX - ORDER_NO_MIN + 1)
    return Chance(order_no, base64.urlsafe_b64encode(raw[:TOKEN_BYTES]).decode(), tuple(codes))
