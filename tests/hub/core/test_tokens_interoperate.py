"""Our tokens beside those of a JWT library that we did not write: each understands the other, and neither a forgery."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import OctKey, OKPKey

from clerk_app.clock import SystemClock, TrustedClock
from clerk_app.hub_client.exchange import Exchange
from clerk_app.signing import SigningKey
from hub.keys import b64u
from tests.hub.core.shop import Counter

HELLO = "/v1/hello"

# The library would rather have the name that RFC 9864 gave the algorithm in 2025; ours is that of RFC 8037.
pytestmark = [
    pytest.mark.filterwarnings("ignore:EdDSA is deprecated"),
    pytest.mark.filterwarnings('ignore:JWS algorithm "none"'),
]


def test_the_library_believes_a_token_of_the_till(till: Counter) -> None:
    token = _token_of_the_real_till(till, b"a body")

    read = jwt.decode(token, _public(till.key), algorithms=["EdDSA"])

    assert read.header == {"alg": "EdDSA", "typ": "JWT"}
    assert read.claims["iss"] == till.till.till
    assert read.claims["bh"] == b64u(hashlib.sha256(b"a body").digest())


def test_the_library_does_not_believe_it_of_another_till(till: Counter, second_till: Counter) -> None:
    with pytest.raises(BadSignatureError):
        jwt.decode(_token_of_the_real_till(till, b""), _public(second_till.key), algorithms=["EdDSA"])


def test_the_hub_lets_a_till_in_that_signs_with_the_library(till: Counter) -> None:
    token = jwt.encode({"alg": "EdDSA", "typ": "JWT"}, _claims(till), _private(till.key), algorithms=["EdDSA"])

    assert till.ask("GET", HELLO, token=token).status == 200


def test_the_hub_refuses_what_the_library_signs_with_a_shared_secret(till: Counter) -> None:
    # The oldest trick: the public key, which is no secret, taken for one.
    secret = OctKey.import_key(till.till.public_key)
    token = jwt.encode({"alg": "HS256", "typ": "JWT"}, _claims(till), secret, algorithms=["HS256"])

    _is_refused(till, token)


def test_the_hub_refuses_what_nobody_signed(till: Counter) -> None:
    token = jwt.encode({"alg": "none"}, _claims(till), OctKey.import_key(b"-" * 32), algorithms=["none"])

    _is_refused(till, token)


@pytest.mark.parametrize("header", [{"alg": "Ed25519"}, {"alg": "EdDSA", "typ": "JWT", "crit": ["exp"], "exp": 1}])
def test_the_hub_refuses_a_header_that_it_does_not_know(till: Counter, header: dict[str, Any]) -> None:
    signed = f"{b64u(json.dumps(header).encode())}.{b64u(json.dumps(_claims(till)).encode())}"

    _is_refused(till, f"{signed}.{b64u(till.key.sign(signed.encode()))}")


def _is_refused(till: Counter, token: str) -> None:
    answer = till.ask("GET", HELLO, token=token)
    assert (answer.status, answer.json["error"]) == (401, "bad_token")


def _token_of_the_real_till(till: Counter, body: bytes) -> str:
    exchange = Exchange(
        url="http://127.0.0.1:1",  # nothing is sent
        hub_id=till.hub_id,
        till=till.till.till,
        key=SigningKey.from_seed(till.key.private_bytes_raw()),
        time=TrustedClock(SystemClock()),
        jti=lambda: uuid4().hex,
    )
    return exchange._token("POST", "/v1/operations", body)  # pyright: ignore[reportPrivateUsage]


def _claims(till: Counter) -> dict[str, Any]:
    return {
        "iss": till.till.till,
        "aud": till.hub_id,
        "htm": "GET",
        "htu": HELLO,
        "bh": b64u(hashlib.sha256(b"").digest()),
        "iat": int(datetime.now(UTC).timestamp()),
        "jti": uuid4().hex,
    }


def _private(key: Ed25519PrivateKey) -> OKPKey:
    return OKPKey.import_key({**_jwk(key), "d": b64u(key.private_bytes_raw())})


def _public(key: Ed25519PrivateKey) -> OKPKey:
    return OKPKey.import_key(_jwk(key))


def _jwk(key: Ed25519PrivateKey) -> dict[str, Any]:
    return {"kty": "OKP", "crv": "Ed25519", "x": b64u(key.public_key().public_bytes_raw())}
