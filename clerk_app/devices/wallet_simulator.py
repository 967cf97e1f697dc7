"""A wallet's gateway that stands in for a real one: a process that speaks HTTP, and can be told to misbehave.

    python -m clerk_app.devices.wallet_simulator [--port N] [--memory FILE] [--until-input-ends]

prints where it listens as one JSON line. The last two digits of the customer's code say how it goes: 91 is declined, 92
is paid without an answer, 93 waits until the customer confirms, which takes a moment. Or `POST /v1/behave {"next":
[{"delay_s", "answers", "outcome"}]}` says it of the next payments: an answer that comes late, or never (`"answers":
false`, after it was paid), declined, or pending until the customer confirms (`POST /v1/confirm/ATTEMPT`).
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Final

from clerk_app.clock import Clock, SystemClock
from clerk_app.devices import SIMULATED_WALLET

BODY_MAX: Final = 64 * 1024
CONFIRMS_AFTER_S: Final = 4.0
_USUAL: Final[dict[str, Any]] = {"delay_s": 0.0, "answers": True, "outcome": "paid", "confirms_after_s": None}
_BY_CODE: Final[dict[str, dict[str, Any]]] = {
    "91": {**_USUAL, "outcome": "declined"},
    "92": {**_USUAL, "answers": False},
    "93": {**_USUAL, "outcome": "pending", "confirms_after_s": CONFIRMS_AFTER_S},
}


@dataclass(slots=True)
class Wallet:
    """What was paid and given back, by attempt; remembered in a file if there is one. Nothing is done twice."""

    memory: Path | None = None
    payments: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    refunds: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    confirms_at_s: dict[str, float] = field(default_factory=dict[str, float])  # since 1970, as it outlives the process
    behaviour: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    clock: Clock = field(default_factory=SystemClock)
    lock: Any = field(default_factory=Lock)

    def __post_init__(self) -> None:
        if self.memory is None:
            return
        try:
            known: Any = json.loads(self.memory.read_text(encoding="utf-8"))
            self.payments, self.refunds = dict(known["payments"]), dict(known["refunds"])
            self.confirms_at_s = dict(known.get("confirms_at_s", {}))
        except (OSError, ValueError, KeyError, TypeError):
            return  # a new one, or one that somebody has damaged: it is only practice

    def behaviour_for(self, code: str) -> dict[str, Any]:
        with self.lock:
            return self.behaviour.pop(0) if self.behaviour else _BY_CODE.get(code[-2:], _USUAL)

    def pay(self, said: dict[str, Any], behaviour: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            known = self.payments.get(said["attempt"])
            if known is None:
                outcome, after_s = str(behaviour["outcome"]), behaviour["confirms_after_s"]
                known = {"state": outcome, "trade_no": f"42000{len(self.payments):023d}", "reason": ""}
                known |= {"amount_minor": said["amount_minor"]}
                known |= {"reason": "not_enough_money"} if outcome == "declined" else {}
                if after_s is not None:
                    self.confirms_at_s[said["attempt"]] = self.clock.now().timestamp() + after_s
                self.payments[said["attempt"]] = known
                self._remember()
            return known

    def find(self, attempt: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.get(attempt, {"state": "unheard"})
            if known["state"] == "pending" and self.clock.now().timestamp() >= self.confirms_at_s.get(
                attempt, float("inf")
            ):
                known["state"] = "paid"
                self._remember()
            return known

    def cancel(self, attempt: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.setdefault(attempt, {"state": "pending", "trade_no": "", "amount_minor": 0})
            if known["state"] == "pending":
                known |= {"state": "declined", "reason": "cancelled"}
                self._remember()
            return known

    def confirm(self, attempt: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.get(attempt, {"state": "unheard"})
            if known["state"] == "pending":
                known["state"] = "paid"
                self._remember()
            return known

    def give_back(self, said: dict[str, Any]) -> dict[str, Any]:
        paid = self.find(said["paid_by"])
        with self.lock:
            given = sum(it["amount_minor"] for it in self.refunds.values() if it["paid_by"] == said["paid_by"])
            fits = paid["state"] == "paid" and given + said["amount_minor"] <= paid["amount_minor"]
            if said["attempt"] not in self.refunds:
                if not fits:
                    return {"state": "declined", "reason": "nothing_to_give_back"}
                self.refunds[said["attempt"]] = {**said, "state": "paid", "trade_no": f"50{len(self.refunds):026d}"}
                self._remember()
            return self.refunds[said["attempt"]]

    def _remember(self) -> None:
        if self.memory is not None:
            known = {"payments": self.payments, "refunds": self.refunds, "confirms_at_s": self.confirms_at_s}
            self.memory.write_text(json.dumps(known), encoding="utf-8")


class _Counter(BaseHTTPRequestHandler):
    wallet: Wallet  # of the server's own class below

    def do_POST(self) -> None:
        said: dict[str, Any] = json.loads(self.rfile.read(min(BODY_MAX, int(self.headers["Content-Length"] or 0))))
        match self.path.strip("/").split("/"):
            case ["v1", "payments"]:
                self._pay(said)
            case ["v1", "payments", attempt, "cancel"]:
                self._answer(self.wallet.cancel(attempt))
            case ["v1", "refunds"]:
                self._answer(self.wallet.give_back(said))
            case ["v1", "confirm", attempt]:
                self._answer(self.wallet.confirm(attempt))
            case ["v1", "behave"]:
                self.wallet.behaviour[:] = [{**_USUAL, **it} for it in said["next"]]
                self._answer({})
            case _:
                self._answer({"reason": "no such place"}, status=404)

    def do_GET(self) -> None:
        match self.path.strip("/").split("/"):
            case ["v1", "payments", attempt]:
                self._answer(self.wallet.find(attempt))
            case ["v1", "payments"]:
                self._answer({"payments": self.wallet.payments, "refunds": self.wallet.refunds})
            case _:
                self._answer({"reason": "no such place"}, status=404)

    def _pay(self, said: dict[str, Any]) -> None:
        behaviour = self.wallet.behaviour_for(str(said.get("code", "")))
        time.sleep(float(behaviour["delay_s"]))
        known = self.wallet.pay(said, behaviour)
        if behaviour["answers"]:
            self._answer(known)

    def _answer(self, row: dict[str, Any], *, status: int = 200) -> None:
        body = json.dumps(row).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 as it is called
        """Payment codes are in what it would log."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog=SIMULATED_WALLET, description="A wallet's gateway to practise with.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--memory", type=Path, help="a file that remembers what was paid")
    parser.add_argument("--until-input-ends", action="store_true", help="end with the process that started it")
    chosen = parser.parse_args(argv)
    handler = type("Counter", (_Counter,), {"wallet": Wallet(chosen.memory)})
    server = ThreadingHTTPServer(("127.0.0.1", chosen.port), handler)
    if chosen.until_input_ends:
        Thread(target=_end_with_input, args=(server,), daemon=True).start()
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{server.server_port}"}) + "\n")
    sys.stdout.flush()
    server.serve_forever()
    return 0


def _end_with_input(server: ThreadingHTTPServer) -> None:
    """However its owner ends, kill -9 included, the system closes the pipe."""
    while sys.stdin.buffer.read(1):
        pass
    server.shutdown()


if __name__ == "__main__":
    raise SystemExit(main())
