"""Bugs about goods that lie elsewhere: kept, ordered, paid later, or only written down."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from clerk_app.store import aisle
from hub import stock
from hub.aisle import paying, reserving
from tests.simulation.bugs.planting import bug

# -- at the till -------------------------------------------------------------------------------------------------------


@bug(aisle, "keep_intent")
def one_intent_takes_the_place_of_another(right: Any) -> Any:
    """There is room for one: whoever was promised a call before is forgotten."""

    def keep_intent(connection: Connection, it: Any) -> None:
        connection.exec_driver_sql("DELETE FROM intents")
        right(connection, it)

    return keep_intent


# -- at the hub --------------------------------------------------------------------------------------------------------


@bug(reserving, "_lapsed")
def a_reservation_never_lapses(_right: Any) -> Any:
    """Whoever went away keeps the pieces for ever."""

    def lapsed(*_arguments: Any) -> int:
        return 0

    return lapsed


@bug(stock, "take_out")
def what_is_promised_is_sold_unseen(right: Any) -> Any:
    """More left than was free, and no conflict is written down."""

    def take_out(*arguments: Any, **named: Any) -> Any:
        return replace(right(*arguments, **named), short={})

    return take_out


@bug(paying, "pay")
def a_deposit_counts_as_the_whole(right: Any) -> Any:
    """Nothing is due any more where the rest was to be paid later."""

    def pay(*arguments: Any, **named: Any) -> Any:
        return right(*arguments, **{**named, "paid": {1: 10**9}})

    return pay


@bug(paying, "pay")
def a_paid_order_goes_to_nobody(_right: Any) -> Any:
    """Its branch is not told of it."""

    def pay(*_arguments: Any, **_named: Any) -> Any:
        return paying.Released(())

    return pay
