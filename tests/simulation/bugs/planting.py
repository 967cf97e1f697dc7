"""How a bug is planted: what somebody could get wrong takes the place of one function of the program.

The program has no switch for them: it is replaced in a test's process alone.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

Patch = tuple[Any, str, Callable[[Any], Any]]
"""Where, what, and what makes the wrong one of the right one."""
BUGS: dict[str, Patch] = {}
_Make = Callable[[Any], Any]


def bug(owner: Any, name: str) -> Callable[[_Make], _Make]:
    """What puts a bug among them, by the name of the function that makes it."""

    def plant(make: _Make) -> _Make:
        BUGS[make.__name__] = (owner, name, make)
        return make

    return plant


@contextmanager
def planted(which: str | None) -> Generator[None]:
    """The program with this mistake in it; without one, as it is."""
    if which is None:
        yield
        return
    owner, name, make = BUGS[which]
    right = getattr(owner, name)
    setattr(owner, name, make(right))
    try:
        yield
    finally:
        setattr(owner, name, right)
