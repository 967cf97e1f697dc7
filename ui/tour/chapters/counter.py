"""The idle counter, what it says to each kind of code, and the camera."""

from dataclasses import replace

from clerk_app.domain import printed_codes
from ui.tour.visit import Visit


def counter(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.online(is_online=True)
    driver.press("Alt+1")
    driver.until(lambda: app.shell.screen.queue_count, "the orders have arrived")
    driver.shoot("counter")
    member = visit.member_card()
    for name, text in (
        ("product-unknown", "4006381333931"),
        ("member", member),
        ("unknown-web", "https://example.com/offer?id=7"),
        ("unknown-text", "what is this"),
        ("own-badge", str(shop.person("clerk")["badge"])),
    ):
        before = app.counter.screen
        driver.scan(text)
        driver.until(lambda shown=before: app.counter.screen != shown, f"{name} is told")
        driver.rest()
        driver.shoot(f"counter-{name}")
        driver.press("Escape")
        driver.let(0.05)
    driver.scan(printed_codes.coupon(range(printed_codes.COUPON_VALUES)))
    driver.until(lambda: app.basket.parts.presenter.screen.notice, "the coupon is told where baskets are")
    driver.rest()
    driver.shoot("basket-coupon-unknown")
    driver.press("Alt+1")


def camera(visit: Visit) -> None:
    """A picture file in place of the camera: nothing in view, then a member's card, outlined and looked up."""
    driver, app, shop = visit.driver, visit.app, visit.shop
    driver.press("Alt+1")
    app.set_preferences(replace(app.preferences, camera="none"))
    driver.press("Shift+F2")
    driver.let(0.4)
    driver.shoot("camera-absent")
    before = app.counter.screen.found
    app.set_preferences(replace(app.preferences, camera=str(shop.picture_of(visit.member_card(), name="card.png"))))
    found: list[object] = []
    app.camera.found.connect(found.extend)
    driver.until(lambda: found, "the camera outlines the code", within_s=20)
    driver.until(lambda: app.counter.screen.found not in (None, before), "the card is looked up")
    driver.shoot("camera-outlined")
    driver.press("Shift+F2")
    driver.until(lambda: not app.camera.is_on, "the camera is off")
    driver.press("Escape")
