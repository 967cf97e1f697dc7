"""A wallet's gateway that stands in for a real one: a process that speaks HTTP, and can be told to misbehave.

    python -m clerk_app.devices.wallet_simulator [--port N]

prints where it listens as one JSON line. `POST /v1/behave {"next": [{"delay_s", "answers", "outcome"}]}` says how the
next payments go: an answer that comes late, or never (`"answers": false`, after it was paid), declined, or pending
until the customer confirms (`POST /v1/confirm/ATTEMPT`).
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any, Final

BODY_MAX: Final = 64 * 1024
_USUAL: Final[dict[str, Any]] = {"delay_s": 0.0, "answers": True, "outcome": "paid"}


@dataclass(slots=True)
class Wallet:
    """What was paid and given back, by attempt. Nothing is done twice."""

    payments: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    refunds: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    behaviour: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    lock: Any = field(default_factory=Lock)

    def pay(self, said: dict[str, Any], outcome: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.get(said["attempt"])
            if known is None:
                known = {"state": outcome, "trade_no": f"42000{len(self.payments):023d}", "reason": ""}
                known |= {"amount_minor": said["amount_minor"]}
                known |= {"reason": "not_enough_money"} if outcome == "declined" else {}
                self.payments[said["attempt"]] = known
            return known

    def find(self, attempt: str) -> dict[str, Any]:
        return self.payments.get(attempt, {"state": "unheard"})

    def cancel(self, attempt: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.setdefault(attempt, {"state": "pending", "trade_no": "", "amount_minor": 0})
            if known["state"] == "pending":
                known |= {"state": "declined", "reason": "cancelled"}
            return known

    def confirm(self, attempt: str) -> dict[str, Any]:
        with self.lock:
            known = self.payments.get(attempt, {"state": "unheard"})
            if known["state"] == "pending":
                known["state"] = "paid"
            return known

    def give_back(self, said: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            paid = self.find(said["paid_by"])
            given = sum(it["amount_minor"] for it in self.refunds.values() if it["paid_by"] == said["paid_by"])
            fits = paid["state"] == "paid" and given + said["amount_minor"] <= paid["amount_minor"]
            if said["attempt"] not in self.refunds:
                if not fits:
                    return {"state": "declined", "reason": "nothing_to_give_back"}
                self.refunds[said["attempt"]] = {**said, "state": "paid", "trade_no": f"50{len(self.refunds):026d}"}
            return self.refunds[said["attempt"]]


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
        with self.wallet.lock:
            behaviour = self.wallet.behaviour.pop(0) if self.wallet.behaviour else _USUAL
        time.sleep(float(behaviour["delay_s"]))
        known = self.wallet.pay(said, str(behaviour["outcome"]))
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


def main() -> int:
    parser = argparse.ArgumentParser(description="A wallet's gateway to practise with.")
    parser.add_argument("--port", type=int, default=0)
    handler = type("Counter", (_Counter,), {"wallet": Wallet()})
    server = ThreadingHTTPServer(("127.0.0.1", parser.parse_args().port), handler)
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{server.server_port}"}) + "\n")
    sys.stdout.flush()
    server.serve_forever()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
