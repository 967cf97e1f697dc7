"""The hub's address as a person types it, made into one that can be called, or refused in a sentence."""

import ipaddress
from typing import Final
from urllib.parse import SplitResult, urlsplit

from clerk_app.cli.ends import CannotGoOn

_EXAMPLE: Final = "Write it as head office gave it, as in https://hub.example.com."


def hub_address(typed: str) -> str:
    """Return the address with its scheme; empty stays empty, since a pairing string names its hub itself.

    Without a scheme, only a hub on this computer is taken at its word. Raises CannotGoOn.
    """
    text = typed.strip()
    if not text:
        return ""
    if "://" not in text:
        if not _is_loopback(_parts(f"http://{text}", typed)):
            raise CannotGoOn(f"{typed} does not say how to reach the hub. Write https://{text}.")
        return f"http://{text}"
    if _parts(text, typed).scheme not in {"http", "https"}:
        raise _none(typed)
    return text


def _parts(text: str, typed: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        is_one = bool(parts.hostname) and parts.port != 0 and not any(it.isspace() for it in text)
    except ValueError as error:  # an open bracket, or a port that is no number of one
        raise _none(typed) from error
    if not is_one:
        raise _none(typed)
    return parts


def _is_loopback(parts: SplitResult) -> bool:
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _none(typed: str) -> CannotGoOn:
    return CannotGoOn(f"{typed} is no address of a hub. {_EXAMPLE}")
