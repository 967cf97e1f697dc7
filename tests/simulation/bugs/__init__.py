"""Bugs to plant, one at a time: each is a mistake that somebody could make, and a run must find it."""

from tests.simulation.bugs import counter, elsewhere, orders, tenders
from tests.simulation.bugs.planting import BUGS, planted

__all__ = ["BUGS", "counter", "elsewhere", "orders", "planted", "tenders"]
