"""The gateway to the wallets on customers' phones, spoken to over HTTP. What it says is read once, here.

    POST /v1/payments                     {attempt, code, provider, amount_minor, currency}
    GET  /v1/payments/ATTEMPT
    POST /v1/payments/ATTEMPT/cancel
    POST /v1/refunds                      {attempt, paid_by, amount_minor, currency}
    GET  /v1/refunds/ATTEMPT

Each is answered `{"state": "paid" | "declined" | "pending" | "unheard", "trade_no", "reason"}`.
"""

import http.client
import json
from typing import Any, Final, cast
from urllib.parse import quote, urlsplit

from clerk_app.devices import Approved, Charge, Declined, GivingBack, NoAnswer, Pending, Told, Unheard

TIMEOUT_S: Final = 10.0
_ANSWER_MAX: Final = 64 * 1024
_WORDS_MAX: Final = 60


class WalletGateway:
    """`url` is where it listens. A wrong answer is as good as none: nobody knows what was paid."""

    def __init__(self, url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        self._parts = urlsplit(url)
        self._timeout_s = timeout_s

    def charge(self, wanted: Charge) -> Told:
        said = {"attempt": wanted.attempt, "code": wanted.code, "provider": wanted.provider}
        amount = {"amount_minor": wanted.amount_minor, "currency": wanted.currency}
        return self._ask("POST", "/v1/payments", {**said, **amount})

    def find(self, attempt: str) -> Told:
        return self._ask("GET", f"/v1/payments/{quote(attempt, safe='')}")

    def cancel(self, attempt: str) -> Told:
        return self._ask("POST", f"/v1/payments/{quote(attempt, safe='')}/cancel", {})

    def give_back(self, wanted: GivingBack) -> Told:
        said = {"attempt": wanted.attempt, "paid_by": wanted.paid_by}
        amount = {"amount_minor": wanted.amount_minor, "currency": wanted.currency}
        return self._ask("POST", "/v1/refunds", {**said, **amount})

    def _ask(self, method: str, path: str, message: dict[str, Any] | None = None) -> Told:
        is_secure = self._parts.scheme == "https"
        line_to = http.client.HTTPSConnection if is_secure else http.client.HTTPConnection
        line = line_to(self._parts.netloc, timeout=self._timeout_s)
        body = None if message is None else json.dumps(message).encode()
        try:
            line.request(method, self._parts.path.rstrip("/") + path, body, {"Content-Type": "application/json"})
            answer = line.getresponse()
            raw = answer.read(_ANSWER_MAX)
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer("the wallet's gateway gave no answer") from error
        finally:
            line.close()
        if answer.status != http.client.OK:
            raise NoAnswer(f"the wallet's gateway answered {answer.status}")
        return _told(raw)


def _told(raw: bytes) -> Told:
    try:
        said: Any = json.loads(raw)
    except ValueError as error:
        raise NoAnswer("the wallet's gateway answered something else") from error
    row = cast(dict[str, Any], said) if isinstance(said, dict) else {}
    match row.get("state"):
        case "paid":
            return Approved(trade_no=str(row.get("trade_no", ""))[:_WORDS_MAX])
        case "declined":
            return Declined(str(row.get("reason", ""))[:_WORDS_MAX])
        case "pending":
            return Pending()
        case "unheard":
            return Unheard()
        case _:
            raise NoAnswer("the wallet's gateway answered something else")
