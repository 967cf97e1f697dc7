"""How a bug is planted: what somebody could get wrong takes the place of one function of the program."""

from collections.abc import Callable
from typing import Any

Patch = tuple[Any, str, Callable[[Any], Any]]
"""Where, what, and what makes the wrong one of the right one."""
Bugs = dict[str, Patch]
_Make = Callable[[Any], Any]


def into(bugs: Bugs) -> Callable[[Any, str], Callable[[_Make], _Make]]:
    """What puts a bug among these, by the name of the function that makes it."""

    def bug(owner: Any, name: str) -> Callable[[_Make], _Make]:
        def plant(make: _Make) -> _Make:
            bugs[make.__name__] = (owner, name, make)
            return make

        return plant

    return bug
