"""Ed25519 at the till: making its own signatures, checking those of the hub, and sealing for the hub alone."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from nacl import signing
from nacl.exceptions import BadSignatureError
from nacl.public import SealedBox


def verify(*, public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of this 32-byte key made this signature. What is no key or no signature answers False."""
    try:
        _loaded(public_key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key. Its repr shows the public half alone."""

    seed: bytes = field(repr=False)
    """32 bytes that are the key: keep them in the keyring, never in a log."""
    public: bytes = field(init=False)
    _key: signing.SigningKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = signing.SigningKey(self.seed)
        object.__setattr__(self, "_key", key)  # the usual way to fill a derived field of a frozen dataclass
        object.__setattr__(self, "public", bytes(key.verify_key))

    @classmethod
    def generate(cls) -> Self:
        return cls(bytes(signing.SigningKey.generate()))

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Raises ValueError unless the seed has 32 bytes."""
        return cls(seed)

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of RFC 8032."""
        return self._key.sign(message).signature


def sealed_for(*, public_key: bytes, message: bytes) -> bytes:
    """A box that only the holder of this 32-byte Ed25519 key can open; nobody can tell who closed it."""
    return bytes(SealedBox(_loaded(public_key).to_curve25519_public_key()).encrypt(message))


@lru_cache(maxsize=256)  # loading a key costs a third of a verification, and there are only a few issuer keys
def _loaded(public_key: bytes) -> signing.VerifyKey:
    return signing.VerifyKey(public_key)
