"""A till is told where the hub is reached: where it listens, or the address that head office gave it."""

import base64
import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from hub import addresses, cli
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Shop
from tests.hub.core.test_process import running


def _invitation(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> dict[str, Any]:
    assert cli.main(["till", "add", "--data", str(folder), "--branch", "1", "--name", "Till 9", *more]) == 0
    code: str = json.loads(capsys.readouterr().out)["code"]
    packed = code.removeprefix("CLERK1.")
    return json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))


def _shop(folder: Path) -> None:
    with closing(open_hub(settings_of(None, folder))) as hub:
        Shop(hub)


def test_the_pairing_string_names_the_address_on_which_the_hub_listens(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _shop(folder)

    with running(folder) as process:
        assert _invitation(capsys, folder)["u"] == process.address


def test_head_offices_own_address_goes_before_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _shop(folder)
    with closing(open_hub(settings_of(None, folder))) as hub:
        addresses.remember_listening(hub.database, "http://127.0.0.1:8080")
        addresses.remember_public(hub.database, "https://hub.example.test/")

    assert _invitation(capsys, folder)["u"] == "https://hub.example.test"
    assert _invitation(capsys, folder, "--url", "https://other.example.test")["u"] == "https://other.example.test"


def test_the_pairing_string_pins_the_certificate_it_is_given(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _shop(folder)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub.example.test")])
    now = datetime.now(UTC)
    certificate = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1)).sign(
        key, hashes.SHA256()
    )
    pem = tmp_path / "hub.pem"
    pem.write_bytes(certificate.public_bytes(Encoding.PEM))

    invited = _invitation(capsys, folder, "--tls-certificate", str(pem))

    assert invited["p"] == certificate.fingerprint(hashes.SHA256()).hex()


def test_what_is_no_certificate_is_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _shop(folder)
    (tmp_path / "hub.pem").write_text("not a certificate")

    code = cli.main(
        [
            "till",
            "add",
            "--data",
            str(folder),
            "--branch",
            "1",
            "--name",
            "T",
            "--tls-certificate",
            str(tmp_path / "hub.pem"),
        ]
    )

    assert code != 0
    assert "not a certificate" in capsys.readouterr().err
