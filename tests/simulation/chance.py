"""One seed decides everything: the story, and what the system's own random numbers would have been."""

import os
import random
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def seeded(seed: int) -> Generator[random.Random]:
    """The chance of one run. Within it `os.urandom` is drawn from the seed, too, so that every id comes again."""
    system = random.Random(f"system {seed}")
    usual = os.urandom, random.__dict__["_urandom"]
    os.urandom = system.randbytes
    random.__dict__["_urandom"] = system.randbytes  # what `secrets` draws from
    try:
        yield random.Random(seed)
    finally:
        os.urandom, random.__dict__["_urandom"] = usual
