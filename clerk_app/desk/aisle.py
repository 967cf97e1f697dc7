"""What is not here, had from elsewhere: asked of the hub, which alone knows what lies where now."""

from typing import Final, Protocol

from clerk_app.wire.aisle import Offers

ASK_WITHIN_S: Final = 1.5
HOME: Final = "home"


class AisleHub(Protocol):
    def quotes(self, sku: str, *, quantity: int, to: str | int | None, timeout_s: float) -> Offers: ...


def quote(hub: AisleHub, sku: str, *, quantity: int = 1, to: str | int | None = None) -> Offers:
    """From where so many pieces may be had, the best first. Raises HubUnreachable: then nobody can say."""
    return hub.quotes(sku, quantity=quantity, to=to, timeout_s=ASK_WITHIN_S)
