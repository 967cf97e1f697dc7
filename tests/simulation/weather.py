"""How bad a run is: each seed draws its own mix of troubles, since one polite mix for all finds only polite bugs."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Weather:
    """Shares are of requests or of durable steps; times are virtual seconds."""

    tills: int
    branches: int
    think_s: float  # between two acts of a clerk
    delay_s: float
    lost_requests: float = 0.0
    lost_answers: float = 0.0
    doubled: float = 0.0
    echoed_late: float = 0.0  # delivered once more, minutes after everybody forgot it
    cut_pages: float = 0.0
    crashes: float = 0.0
    outages: int = 0
    outage_s: float = 0.0
    backups: int = 0
    restores: int = 0
    clock_jumps: int = 0
    cancels: float = 0.0
    screenshots: float = 0.0  # customers who show an older code
    sales: float = 0.0  # acts at the drawer, and not at a pickup
    visits: float = 0.0  # of these: for a basket that is filled, ordered and paid step by step
    elsewhere: float = 0.0  # lines of such baskets that come from another branch
    no_answers: float = 0.0  # of a card terminal or a wallet


CALM = Weather(tills=2, branches=1, think_s=20.0, delay_s=0.05)


def drawn(chance: Random) -> Weather:
    """Each trouble is absent in about a third of the runs, so that it cannot hide what another would show."""

    def sometimes(most: float) -> float:
        return chance.choice([0.0, chance.uniform(0, most / 4), chance.uniform(0, most)])

    restores = chance.choice([0, 0, 1, 2, 4])
    return Weather(
        tills=chance.randint(2, 4),
        branches=chance.choice([1, 2, 2]),
        think_s=chance.choice([2.0, 15.0, 60.0]),
        delay_s=chance.choice([0.02, 0.02, 0.3, 1.0, 8.0, 30.0]),
        lost_requests=sometimes(0.5),
        lost_answers=sometimes(0.5),
        doubled=sometimes(0.3),
        echoed_late=sometimes(0.2),
        cut_pages=sometimes(0.2),
        crashes=sometimes(0.04),
        outages=chance.choice([0, 2, 6]),
        outage_s=chance.choice([60.0, 1200.0]),
        backups=restores + 1 if restores else 0,
        restores=restores,
        clock_jumps=chance.choice([0, 0, 3]),
        cancels=sometimes(0.1),
        screenshots=sometimes(0.3),
        sales=chance.choice([0.0, 0.4, 0.6, 0.8]),
        visits=chance.choice([0.0, 0.6, 0.95]),
        elsewhere=chance.choice([0.0, 0.5, 0.9]),
        no_answers=sometimes(0.4),
    )
