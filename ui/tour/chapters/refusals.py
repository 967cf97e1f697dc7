"""Each refusal in its own words: about the order, and about the code."""

from collections.abc import Callable

from ui.theme import State
from ui.tour.shop import forged, garbled, of_newer_format
from ui.tour.visit import Visit


def about_the_order(visit: Visit) -> None:
    shop = visit.shop
    looks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("already-collected", lambda: shop.code_of("ready")),
        ("wrong-branch", lambda: shop.code_of("ready", branch=2)),
        ("not-ready", lambda: f"{shop.order('picking')['order_no']}"),
        ("overdue", lambda: f"{shop.order('expired')['order_no']}"),
        ("cancelled", lambda: f"{shop.order('cancelled')['order_no']}"),
        ("rejected", lambda: f"{shop.order('rejected')['order_no']}"),
        ("unknown-order", lambda: "9999999990"),
        ("unknown-short-code", visit.unused_short_code),
    )
    for name, text in looks:
        visit.scan_pickup(text(), name)
        _shoot_refused(visit, name)


def about_the_code(visit: Visit) -> None:
    good = visit.shop.code_of("ready", nth=2)
    for name, text in (
        ("forged", forged(good)),
        ("garbled", garbled(good)),
        ("newer-format", of_newer_format(good)),
    ):
        visit.scan_pickup(text, name)
        _shoot_refused(visit, name)


def withdrawn(visit: Visit) -> None:
    """Head office withdraws the key that signed all codes: every open order gets a new one, the old ones are dead."""
    shop = visit.shop
    old = shop.code_of("ready", nth=2)
    shop.command("key", "rotate")
    shop.command("key", "revoke", "1")
    visit.driver.let(1.0)
    visit.scan_pickup(old, "withdrawn")
    _shoot_refused(visit, "withdrawn")


def _shoot_refused(visit: Visit, name: str) -> None:
    band = visit.app.pickup.screen.band
    assert band is not None, "an open look has a verdict"
    visit.driver.until(lambda: band.state is not State.DONE, f"{name} is refused, not {band.headline}", within_s=1)
    visit.driver.shoot(f"refused-{name}")
    visit.clear()
