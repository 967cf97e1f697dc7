"""Branches as they are typed: what makes one wrong is said before the hub is asked, or a line is added."""

from clerk_app.cli.ends import CannotGoOn
from clerk_app.cli.words import branch_name
from clerk_app.domain.aisle.orders import WhyNotPlaced
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.basket import BasketRefusal
from clerk_app.store import cache
from clerk_app.till import Till


def must_be_collected_at(till: Till, number: int) -> None:
    """Raises CannotGoOn where nobody collects. A till that was told of no branch yet leaves it to the hub."""
    with till.cache.read() as cached:
        chain = cache.branches_of_chain(cached)
    found = next((it for it in chain if it.get("no") == number), None)
    if chain and found is None:
        known = ", ".join(str(it.get("no")) for it in chain if _collects(it.get("kind"), it.get("pickup")))
        sentence = f"The chain has no branch {number}. Goods are collected at {known}."
        raise CannotGoOn(sentence, reason=WhyNotReserved.UNKNOWN_BRANCH.value)
    if found is not None and not _collects(found.get("kind"), found.get("pickup")):
        what = "It is a warehouse" if found.get("kind") == "warehouse" else "It gives nothing out"
        sentence = f"Nobody collects at {branch_name(till, number)}. {what}: choose another branch."
        raise CannotGoOn(sentence, reason=WhyNotPlaced.BRANCH_CANNOT.value)


def must_be_collected_elsewhere(till: Till, number: int) -> None:
    """Raises CannotGoOn, also where it is this branch."""
    if number == till.branch:
        sentence = f"This is {branch_name(till, number)} itself: `clerk search` tells what is free here."
        raise CannotGoOn(sentence, reason=BasketRefusal.BRANCH_IS_HERE.value)
    must_be_collected_at(till, number)


def _collects(kind: object, pickup: object) -> bool:
    return kind != "warehouse" and pickup is not False
