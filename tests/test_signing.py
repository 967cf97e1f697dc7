"""Signing: only the holder of a key makes its signatures, and nothing shows the key."""

import pytest

from clerk_app.signing import SigningKey, verify


def test_a_signature_is_good_for_one_message_and_one_key() -> None:
    key, other = SigningKey.generate(), SigningKey.generate()
    signature = key.sign(b"collected")

    assert verify(public_key=key.public, signature=signature, message=b"collected")
    assert not verify(public_key=key.public, signature=signature, message=b"returned")
    assert not verify(public_key=other.public, signature=signature, message=b"collected")


@pytest.mark.parametrize(
    ("public_key", "signature"), [(b"", b""), (b"x" * 31, b"y" * 64), (b"\xff" * 32, b"y" * 64), (b"x" * 32, b"y" * 63)]
)
def test_what_is_no_key_or_no_signature_is_simply_wrong(public_key: bytes, signature: bytes) -> None:
    assert not verify(public_key=public_key, signature=signature, message=b"collected")


def test_a_key_comes_back_from_its_seed_and_is_never_shown() -> None:
    key = SigningKey.generate()

    assert SigningKey.from_seed(key.seed) == key
    assert SigningKey.from_seed(key.seed).public == key.public
    assert repr(key.seed) not in repr(key)
    with pytest.raises(ValueError, match="32"):
        SigningKey.from_seed(b"short")
