"""A hub that dies at a point of a push, as by SIGKILL: `python -m tests.hub.core.mortal_hub POINT serve --data FOLDER`.

The program has no switch for it: here one of its functions ends the process, before or after what it does.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from hub.api import operations
from hub.cli import main
from hub.intake import store, writer

BEFORE_COMMIT = "before the commit"
AFTER_COMMIT = "between commit and answer"
AS_IT_ANSWERS = "as it answers"


def _die(*_arguments: Any, **_named: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _then_die(right: Callable[..., Any]) -> Callable[..., None]:
    def wrong(*arguments: Any, **named: Any) -> None:
        right(*arguments, **named)
        _die()

    return wrong


def mortal(point: str) -> None:
    owner, name, make = POINTS[point]
    setattr(owner, name, make(getattr(owner, name)))


POINTS: dict[str, tuple[Any, str, Callable[[Callable[..., Any]], Callable[..., None]]]] = {
    BEFORE_COMMIT: (store, "keep", _then_die),  # everything is written, in a transaction that is open
    AFTER_COMMIT: (writer, "_tell", lambda _: _die),  # it is on the disk, and whoever asked has not been told
    AS_IT_ANSWERS: (operations, "answered", _then_die),  # the answer is made, and not yet on the line
}


if __name__ == "__main__":
    mortal(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
