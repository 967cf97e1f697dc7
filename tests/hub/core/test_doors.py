"""Who gets in: tills that sign, tills that pair, and nobody else."""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, update

from clerk_app.domain import short_code
from clerk_app.domain.orders import Customer, PickupStatus
from hub import attempts, pairing, tables, tills
from hub.attempts import Attempt
from hub.keys import b64u, from_b64u
from hub.limits import Limits, Pace, WrongTries
from tests.hub.core.shop import Answer, Counter, Shop, all_of, ask, served

HALF = "\ud83d" * 36  # the first half of a character, which JSON can spell and no database can keep
NOW = int(datetime.now(UTC).timestamp())


@pytest.mark.parametrize(
    ("claims", "status", "error"),
    [
        ({"htu": "/v1/hell"}, 401, "bad_token"),
        ({"htm": "POST"}, 401, "bad_token"),
        ({"aud": "another hub"}, 401, "bad_token"),
        ({"iss": "nobody"}, 401, "bad_token"),
        ({"iss": HALF}, 401, "bad_token"),
        ({"iss": "a" * 35 + "\0"}, 401, "bad_token"),
        ({"jti": "1", "more": "x" * 4096}, 401, "bad_token"),
        ({"bh": b64u(hashlib.sha256(b"other").digest())}, 401, "bad_token"),
        ({"iat": "now"}, 401, "bad_token"),
        ({"jti": ""}, 401, "bad_token"),
        ({"iat": NOW - 7200}, 401, "clock_off"),
        ({"iat": NOW + 7200}, 401, "clock_off"),
    ],
    ids=[
        "address",
        "method",
        "hub",
        "till",
        "half a till",
        "no till",
        "too long",
        "body",
        "no time",
        "no id",
        "slow clock",
        "fast clock",
    ],
)
def test_a_token_for_something_else_is_not_believed(
    till: Counter, claims: dict[str, Any], status: int, error: str
) -> None:
    answer = till.ask("GET", "/v1/hello", token=till.token("GET", "/v1/hello", **claims))

    assert (answer.status, answer.json["error"]) == (status, error)
    assert "hub_time" in answer.json


def test_a_changed_body_or_query_is_not_believed(till: Counter) -> None:
    for_a = till.token("POST", "/v1/operations", b'{"operations":[]}')
    for_one = till.token("GET", "/v1/changes?scope=branch:1&epoch=1&after=0")

    assert till.ask("POST", "/v1/operations", b'{"operations":[ ]}', token=for_a).status == 401
    assert till.ask("GET", "/v1/changes?scope=global&epoch=1&after=0", token=for_one).status == 401


def test_a_token_is_good_once(till: Counter) -> None:
    token = till.token("GET", "/v1/hello")

    answers = [till.ask("GET", "/v1/hello", token=token) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 401]
    assert answers[1].json["error"] == "replayed"


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}, {}, {"alg": "EdDSA", "crit": ["b64"]}])
def test_no_other_kind_of_signature_is_believed(till: Counter, header: dict[str, Any]) -> None:
    _, payload, _ = till.token("GET", "/v1/hello").split(".")
    signed = f"{b64u(json.dumps(header).encode())}.{payload}"
    token = f"{signed}.{b64u(till.key.sign(signed.encode()))}"

    assert till.ask("GET", "/v1/hello", token=token).json["error"] == "bad_token"


@pytest.mark.parametrize("token", ["x", "a.b.c", "..", "é.é.é", "e30.e30.e30", "A" * 9000])
def test_no_token_at_all_is_refused(till: Counter, token: str) -> None:
    answer = ask(till.address, "GET", "/v1/hello", token=token.encode("latin-1", "replace").decode("latin-1"))

    assert (answer.status, answer.json["error"]) == (401, "bad_token")


@pytest.mark.both_engines
@pytest.mark.parametrize("text", [HALF, HALF[:1], "\0" * 36, "x" * 100_000])
def test_nobody_unknown_makes_the_hub_fail(shop: Shop, text: str) -> None:
    key, mac = b64u(b"k" * 32), b64u(b"m" * 32)
    messages = [
        ("start", {"pairing": text, "till_public_key": key}),
        ("start", {"pairing": "", "till_public_key": text}),
        ("finish", {"attempt": text, "nonce": key, "mac": mac}),
        ("status", {"attempt": text}),
    ]

    answers = [ask(shop.address, "POST", f"/v1/pair/{step}", json.dumps(it).encode()) for step, it in messages]

    assert [(answer.status, answer.json["error"]) for answer in answers] == [(400, "unreadable")] * 4


def test_a_badge_that_is_none_is_not_looked_for(shop: Shop, till: Counter) -> None:
    answer = till.ask("POST", f"/v1/orders/{shop.order().order_no}/hold", {"clerk": HALF[:8]})

    assert answer.status == 200


@pytest.mark.both_engines
def test_a_revoked_till_is_out_at_once(shop: Shop, till: Counter) -> None:
    assert till.ask("GET", "/v1/hello").status == 200

    tills.revoke(shop.database, till.till)

    answer = till.ask("GET", "/v1/hello")
    assert (answer.status, answer.json["error"]) == (403, "revoked")


class NewTill:
    """A computer that wants to become a till."""

    def __init__(self, address: str, code: str) -> None:
        self.address = address
        self.key = Ed25519PrivateKey.generate()
        self.public_key = self.key.public_key().public_bytes_raw()
        if code.startswith("CLERK1."):
            said = json.loads(from_b64u(code.removeprefix("CLERK1.")))
            self.pairing, self.secret = said["i"], from_b64u(said["s"])
        else:
            self.pairing, self.secret = "", code.encode()
        self.nonce = b"n" * 32
        self.started: dict[str, Any] = {}

    def start(self) -> Answer:
        message = {"pairing": self.pairing, "till_public_key": b64u(self.public_key), "app": "0.1.0"}
        answer = self._post("/v1/pair/start", message)
        if answer.status == 200:
            self.started = answer.json
        return answer

    def finish(self, secret: bytes | None = None) -> Answer:
        hub_id = bytes.fromhex(self.started["hub_id"].replace("-", ""))
        mac = hmac.digest(secret or self.secret, self.public_key + hub_id + self.nonce, "sha256")
        return self._post(
            "/v1/pair/finish", {"attempt": self.started["attempt"], "nonce": b64u(self.nonce), "mac": b64u(mac)}
        )

    def status(self) -> str:
        return self._post("/v1/pair/status", {"attempt": self.started["attempt"]}).json["status"]

    def digits(self, finished: dict[str, Any]) -> str:
        root = from_b64u(self.started["root_public_key"])
        digest = hashlib.sha256(from_b64u(finished["hub_nonce"]) + self.nonce + self.public_key + root).digest()
        return f"{int.from_bytes(digest, 'big') % 1_000_000:06d}"

    def counter(self, shop: Shop, finished: dict[str, Any]) -> Counter:
        till = tills.Till(finished["till"], finished["branch"], finished["till_name"], self.public_key)
        return Counter(till, str(shop.hub.hub_id), shop.address, self.key)

    def _post(self, path: str, message: dict[str, Any]) -> Answer:
        return ask(self.address, "POST", path, json.dumps(message).encode())


def invited(shop: Shop, *, typed: bool = False) -> tuple[str, str]:
    full, code = pairing.invite(shop.database, branch=1, name="Till 7", typed=typed, now=datetime.now(UTC))
    return pairing.pairing_string(full, shop.hub.keys, url=shop.address), code


@pytest.mark.both_engines
def test_a_till_pairs_with_the_full_string_in_one_step(shop: Shop, till: Counter) -> None:
    new = NewTill(shop.address, invited(shop)[0])

    assert new.start().status == 200
    finished = new.finish().json

    hub_nonce = from_b64u(finished["hub_nonce"])
    root = from_b64u(new.started["root_public_key"])
    till_bytes = bytes.fromhex(finished["till"].replace("-", ""))
    assert finished["status"] == "paired"
    assert from_b64u(new.started["commitment"]) == hashlib.sha256(hub_nonce).digest()
    assert from_b64u(finished["mac"]) == hmac.digest(new.secret, b"hub" + root + hub_nonce + till_bytes, "sha256")
    assert new.counter(shop, finished).ask("GET", "/v1/hello").status == 200
    assert till.entities("till")[finished["till"]]["name"] == "Till 7"
    assert new.finish().json == finished  # the first answer may have been lost


@pytest.mark.both_engines
def test_an_invitation_is_good_once(shop: Shop) -> None:
    code, _ = invited(shop)
    first = NewTill(shop.address, code)
    first.start()
    late = NewTill(shop.address, code)
    late.start()
    first.finish()

    assert late.finish().status == 410
    assert NewTill(shop.address, code).start().status == 410


@pytest.mark.both_engines
def test_an_invitation_is_good_for_ten_minutes(shop: Shop) -> None:
    new = NewTill(shop.address, invited(shop)[0])
    new.start()
    past = int((datetime.now(UTC) - timedelta(seconds=1)).timestamp() * 1000)
    with shop.database.write() as tx:
        tx.execute(update(tables.pairing).values(expires_ms=past))

    assert new.finish().status == 410
    assert new.start().status == 410


@pytest.mark.both_engines
@pytest.mark.parametrize("typed", [False, True])
def test_the_fifth_wrong_secret_makes_an_invitation_void(shop: Shop, *, typed: bool) -> None:
    patient = Limits(Pace(at_once=9, per_s=9), pairing_tries=WrongTries(most=9, window_s=600))
    with served(Shop(shop.hub), patient) as patient_shop:
        new = NewTill(patient_shop.address, invited(shop, typed=typed)[int(typed)])
        new.start()

        wrong = [new.finish(secret=b"guessing").status for _ in range(5)]
        right = new.finish().status

    assert wrong == [403] * 5
    assert right == 410


@pytest.mark.both_engines
def test_a_typed_code_waits_for_people_to_compare_six_digits(shop: Shop) -> None:
    full, code = invited(shop, typed=True)
    new = NewTill(shop.address, code)
    new.start()

    finished = new.finish().json
    counter = new.counter(shop, finished)

    assert finished["status"] == "confirm"
    assert counter.ask("GET", "/v1/hello").status == 401
    assert new.status() == "confirm"
    digits = new.digits(finished)
    wrong = f"{(int(digits) + 1) % 1_000_000:06d}"
    assert pairing.confirm(shop.database, wrong, datetime.now(UTC)) is None
    assert pairing.confirm(shop.database, digits, datetime.now(UTC)) is not None
    assert new.status() == "paired"
    assert counter.ask("GET", "/v1/hello").status == 200
    assert NewTill(shop.address, full).start().status == 410


def test_wrong_short_codes_are_counted_per_till(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    wrong = short_code.make([1, 2, 3, 4, 5, 6, 7])

    answers = [till.ask("POST", f"/v1/short-codes/{wrong}/hold", {"clerk": "1001"}).status for _ in range(5)]
    limited = till.ask("POST", f"/v1/short-codes/{order.short_code}/hold", {"clerk": "1001"})
    other = second_till.ask("POST", f"/v1/short-codes/{order.short_code}/hold", {"clerk": "1001"})

    assert answers == [404] * 5
    assert limited.status == 429
    assert int(limited.headers["retry-after"]) > 0
    assert other.status == 200


@pytest.mark.both_engines
def test_two_tills_that_look_at_one_order_know_of_each_other(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    path = f"/v1/pickups/{order.pickup_id}/hold"

    first = till.ask("POST", path, {"clerk": "1001"}).json
    again = till.ask("POST", path, {"clerk": "1001"}).json
    second = second_till.ask("POST", path, {"clerk": "1001"}).json

    assert [first["held_by"], again["held_by"], second["held_by"]] == ["", "", "Till 1 · 李娜"]
    assert second["order"]["order_no"] == order.order_no
    held = second_till.entities("hold")[str(order.order_no)]
    assert (held["till"], held["clerk_name"]) == (till.till.till, "李娜")


@pytest.mark.both_engines
def test_a_hold_ends_with_the_hand_over_or_by_itself(shop: Shop, till: Counter, second_till: Counter) -> None:
    from hub import holds
    from tests.hub.core.shop import all_of

    first, second = shop.order(), shop.order()
    for order in (first, second):
        till.ask("POST", f"/v1/orders/{order.order_no}/hold", {"clerk": "1001"})

    till.do(all_of(first), first.order_no)
    assert list(till.entities("hold")) == [str(second.order_no)]
    holds.end_old(shop.database, datetime.now(UTC) + timedelta(seconds=31))
    assert till.entities("hold") == {}
    answer = second_till.ask("POST", f"/v1/orders/{second.order_no}/hold", {"clerk": "1001"})
    assert answer.json["held_by"] == ""


@pytest.mark.both_engines
def test_an_order_of_another_branch_is_shown_but_not_held(shop: Shop, till: Counter) -> None:
    order = shop.order(branch=2)

    shown = till.ask("POST", f"/v1/pickups/{order.pickup_id}/hold", {"clerk": "1001"})

    assert (shown.status, shown.json["order"]["branch"]) == (200, 2)
    assert till.entities("hold") == {}
    assert till.ask("POST", "/v1/pickups/00000000deadbeef/hold", {"clerk": "1001"}).status == 404
    assert till.ask("GET", f"/v1/orders/{order.order_no}").json["orders"][0]["branch"] == 2


@pytest.mark.both_engines
def test_what_nobody_fetches_expires_after_its_day_of_grace(shop: Shop, till: Counter) -> None:
    from hub.expiry import expire_overdue

    now = datetime.now(UTC)
    overdue = shop.order(collect_by=now - timedelta(hours=25))
    in_grace = shop.order(collect_by=now - timedelta(hours=23))

    assert expire_overdue(shop.database, now) == 1

    assert till.order(overdue.order_no)["status"] == PickupStatus.EXPIRED
    assert till.order(in_grace.order_no)["status"] == PickupStatus.READY
    assert list(till.entities("revoked")) == [overdue.pickup_id]


@pytest.mark.both_engines
def test_what_was_collected_stays_bought_when_the_rest_expires(shop: Shop, till: Counter) -> None:
    from hub import purchases
    from hub.expiry import expire_overdue

    now = datetime.now(UTC)
    anna = Customer(member="MB0000000018")
    partly, never = (shop.order(customer=anna, collect_by=now + timedelta(hours=1)) for _ in range(2))
    with shop.database.write("branch:1") as tx:
        purchases.note(tx, [purchases.of_order(order) for order in (partly, never)])
    till.do(all_of(partly, (1, 1)), partly.order_no)

    assert expire_overdue(shop.database, now + timedelta(days=2)) == 2

    with shop.database.read() as reader:
        (bought,) = purchases.purchases_of(reader, anna.member, limit=5)
    assert (bought.order_no, bought.lines, bought.total_minor) == (partly.order_no, (("NB-1", 1),), 19_900)


@pytest.mark.both_engines
def test_a_revocation_is_told_until_the_code_would_have_ended_by_itself(shop: Shop, till: Counter) -> None:
    from hub.expiry import drop_dead_revocations, expire_overdue

    now = datetime.now(UTC)
    order = shop.order(collect_by=now - timedelta(hours=25))  # its code is good for an hour yet
    expire_overdue(shop.database, now)

    early = drop_dead_revocations(shop.database, now + timedelta(hours=1))
    told = list(till.entities("revoked"))
    late = drop_dead_revocations(shop.database, now + timedelta(hours=1, minutes=11))
    again = drop_dead_revocations(shop.database, now + timedelta(hours=1, minutes=11))

    assert (early, told) == (0, [order.pickup_id])
    assert (late, again) == (1, 0)
    assert till.entities("revoked") == {}


def test_the_description_of_the_api_is_shown_without_the_internet(shop: Shop) -> None:
    page = ask(shop.address, "GET", "/docs").raw.decode()

    loaded = re.findall(r'(?:src|href|url)(?:=|: )["\']([^"\']+)["\']', page)
    assert {"/openapi.json", "/static-offline-docs/swagger-ui-bundle.js"} <= set(loaded)
    assert [ask(shop.address, "GET", address).status for address in loaded] == [200] * len(loaded)


@pytest.mark.both_engines
def test_pairings_that_were_never_ended_do_not_pile_up(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "ATTEMPTS_MAX", 3)
    now = datetime.now(UTC)

    def begun(at: datetime) -> str:
        until_ms = int((at + attempts.LASTS).timestamp() * 1000)
        return attempts.begin(shop.database, Attempt("", b"k" * 32, b"n" * 32, until_ms), at)

    over = begun(now - attempts.LASTS)
    names = [begun(now + timedelta(seconds=second)) for second in range(5)]

    with shop.database.read() as reader:
        known = [attempts.under_way(reader, name, now) is not None for name in (over, *names)]
        kept = reader.execute(select(tables.setting.c.name).where(tables.setting.c.name.like("pair:%"))).scalars().all()
    assert known == [False, False, False, True, True, True]
    assert len(kept) == 3
