"""A card terminal that stands in for a real one where somebody practises. It remembers what it was asked, in a file.

The last two digits of the amount say how a card is received, so that every end can be met: 91 is declined, 92 gives no
answer although it was paid, 93 gives no answer and was not.
"""

import hashlib
import json
from pathlib import Path
from threading import Lock
from typing import Any, Final

from clerk_app.devices import Approved, Charge, Declined, GivingBack, NoAnswer, Told, Unheard

DECLINES: Final = 91
PAYS_SILENTLY: Final = 92
FAILS_SILENTLY: Final = 93


class SimulatedTerminal:
    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._lock = Lock()

    def charge(self, wanted: Charge) -> Told:
        ending = wanted.amount_minor % 100
        with self._lock:
            known = self._known()
            if wanted.attempt not in known:
                is_paid = ending not in (DECLINES, FAILS_SILENTLY)
                known[wanted.attempt] = _card(wanted) if is_paid else {"declined": "declined"}
                self._remember(known)
        if ending in (PAYS_SILENTLY, FAILS_SILENTLY):
            raise NoAnswer("the line to the terminal broke")
        return self.find(wanted.attempt)

    def find(self, attempt: str) -> Told:
        row = self._known().get(attempt)
        if row is None:
            return Unheard()
        return Declined(row["declined"]) if "declined" in row else Approved(row["approval"], row["last_four"])

    def cancel(self, attempt: str) -> Told:
        with self._lock:
            known = self._known()
            if attempt not in known:
                known[attempt] = {"declined": "cancelled"}
                self._remember(known)
        return self.find(attempt)

    def give_back(self, wanted: GivingBack) -> Told:
        with self._lock:
            known = self._known()
            paid = known.get(wanted.paid_by, {})
            if wanted.attempt not in known:
                given = paid.get("returned_minor", 0) + wanted.amount_minor
                fits = given <= paid.get("amount_minor", 0)
                known[wanted.attempt] = {**paid, "returned": True} if fits else {"declined": "nothing to give back"}
                if fits:
                    paid["returned_minor"] = given
                self._remember(known)
        return self.find(wanted.attempt)

    def _known(self) -> dict[str, dict[str, Any]]:
        try:
            return json.loads(self._memory.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def _remember(self, known: dict[str, dict[str, Any]]) -> None:
        unfinished = self._memory.with_suffix(".part")
        unfinished.write_text(json.dumps(known), encoding="utf-8")
        unfinished.replace(self._memory)


def _card(wanted: Charge) -> dict[str, Any]:
    digits = str(int(hashlib.sha256(wanted.attempt.encode()).hexdigest(), 16))
    return {"approval": digits[:6], "last_four": digits[6:10], "amount_minor": wanted.amount_minor}
