"""Finding an article while it is typed, and its page: its style, where it lies, and a price that is to come."""

from dataclasses import replace

from clerk_app.domain.catalogue import Product
from ui.tour.visit import Visit


def search(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("Alt+1", "F2")
    driver.type("y")
    driver.until(lambda: app.search.hits_of == "y", "one letter finds")
    driver.shoot("search-one-letter")
    driver.type("unduo")
    driver.until(lambda: app.search.hits_of == "yunduo", "pinyin finds")
    driver.press("Return")
    driver.shoot("search-several")
    driver.press("Down", "Down")
    driver.shoot("search-chosen")
    driver.press("Escape")
    driver.type("qqzx")
    driver.until(lambda: app.search.hits_of == "qqzx", "nothing fits")
    driver.shoot("search-nothing")
    driver.press("Escape")


def article(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    open_article(visit, str(shop.article(0)["gtin"]))
    driver.shoot("article")
    open_article(visit, romper(visit))
    driver.shoot("article-style")
    driver.press("F6", "Right", "Down")
    driver.shoot("article-style-keys")
    driver.press("F2")
    driver.press("Ctrl+E")
    driver.shoot("article-all-branches")
    open_article(visit, coming(visit))
    driver.shoot("article-price-to-come")
    before = app.preferences
    app.set_preferences(replace(before, text_scale=2.0))
    driver.let(0.1)
    driver.shoot("text-200-article")
    driver.type("yunduo")
    driver.until(lambda: app.search.hits_of == "yunduo", "pinyin finds")
    driver.shoot("text-200-search")
    driver.press("Escape")
    app.set_preferences(before)
    driver.press("Escape")


def offline(visit: Visit) -> None:
    """The network is gone: what lies elsewhere is not known, and a number that is not here may exist."""
    driver, app = visit.driver, visit.app
    driver.scan(romper(visit))
    driver.until(lambda: app.window.page == "article", "the article is shown")
    driver.shoot("article-offline")
    driver.scan("4006381333931")
    driver.until(lambda: app.counter.screen.found, "it is told")
    driver.shoot("counter-product-unknown-offline")
    driver.press("Escape")


def open_article(visit: Visit, gtin: str) -> None:
    driver, app = visit.driver, visit.app
    driver.scan(gtin)
    driver.until(lambda: app.window.page == "article", "the article is shown")
    driver.until(lambda: len(app.article.screen.places) > 1, "the hub has said where it lies")
    driver.rest()


def romper(visit: Visit) -> str:
    """An article of many colours and sizes."""
    return next(it.gtin for it in visit.app.till.catalogue.search("romper") if it.style)


def coming(visit: Visit) -> str:
    """An article that will cost something else from a day on."""
    now = visit.app.till.time.now()

    def is_coming(it: Product) -> bool:
        return any(price.valid_from > now for price in it.prices)

    return next(
        it.gtin for typed in "yxmt" for it in visit.app.till.catalogue.search(typed, limit=200) if is_coming(it)
    )
