"""A hub with a certificate of its own making: believed by the pin that was told at pairing, and by nothing else."""

import hashlib
import ipaddress
import ssl
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from clerk_app.clock import SystemClock, TrustedClock
from clerk_app.errors import HubUnreachable, PairingRequired, Why
from clerk_app.hub_client import HubClient
from tests.hub.core.shop import Shop, open_shop, served
from tests.proxy import a_line


def test_the_hub_with_the_pinned_certificate_is_ours(tmp_path: Path) -> None:
    """It answers, by its own id; that this till was never paired is then all that it has against us."""
    with _https_hub(tmp_path) as (shop, pin), closing(_client(shop, pin)) as hub, pytest.raises(PairingRequired):
        hub.hello()


@pytest.mark.parametrize("pin", ["00" * 32, ""])
def test_another_certificate_is_not_talked_to(tmp_path: Path, pin: str) -> None:
    """Without a pin, no authority speaks for a certificate that the hub made itself."""
    with _https_hub(tmp_path) as (shop, _), closing(_client(shop, pin)) as hub, pytest.raises(HubUnreachable) as said:
        hub.hello()

    assert said.value.reason is Why.NOT_TRUSTED


def _client(shop: Shop, pin: str) -> HubClient:
    return HubClient(url=shop.address, hub_id=str(shop.hub.hub_id), time=TrustedClock(SystemClock()), tls_pin=pin)


@contextmanager
def _https_hub(folder: Path) -> Generator[tuple[Shop, str]]:
    """The shop's hub behind what ends TLS for it, as a chain runs it, with the SHA-256 of the certificate."""
    certificate, key, pin = _self_signed(folder)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    shop = open_shop(folder / "hub")
    with closing(shop.hub), served(shop), a_line(shop.address, tls=tls) as line:
        shop.address = line.address
        yield shop, pin


def _self_signed(folder: Path) -> tuple[Path, Path, str]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "our hub")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = folder / "hub.pem", folder / "hub.key"
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return *files, hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER)).hexdigest()
