"""The customer opens the pass: it tells how the order stands, and shows its code when there is something to collect."""

from collections.abc import Mapping
from io import BytesIO

import pytest
import requests
import zxingcpp
from PIL import Image
from sqlalchemy import insert

from clerk_app.domain import short_code
from clerk_app.domain.key_set import KeySet
from clerk_app.domain.pickup_code import PickupCode, read
from hub import tables
from hub.keys import KEY_SET_LASTS, is_signature
from hub.pass_page import money
from hub.pass_words import preferred
from tests.hub.demo_hub import DemoHub, a_line, an_order

pytestmark = pytest.mark.both_engines

WITH_CODE = ("ready", "ready_balance_due", "ready_identity", "ready_partly_collected")
WORDS = {
    "new": ("等待门店接单", "Waiting for the branch"),
    "accepted": ("正在备货", "Being prepared"),
    "picking": ("正在备货", "Being prepared"),
    "ready": ("可以取货", "Ready to collect"),
    "ready_balance_due": ("到店付尾款", "To pay at the branch"),
    "ready_identity": ("身份证件", "an identity document"),
    "ready_partly_collected": ("部分已取", "Partly collected"),
    "collected": ("已取货", "Collected"),
    "conflicted": ("已取货", "Collected"),
    "rejected": ("门店无法备货", "The branch cannot prepare it"),
    "cancelled": ("已取消", "Cancelled"),
    "expired": ("已过期", "Expired"),
}


def verified(shop: DemoHub, text: str) -> PickupCode:
    """What a till would make of the text: the code, if its signature is the hub's."""
    keys = shop.hub.keys
    key_set = KeySet(
        keys.hub_id, keys.seq, keys.issued, keys.issued + KEY_SET_LASTS, tuple(i.key for i in keys.issuers)
    )
    code = read(text, hub_id=keys.hub_id, keys=key_set, is_signature=is_signature)
    assert isinstance(code, PickupCode), code
    return code


@pytest.mark.parametrize("story", WORDS)
def test_the_pass_says_how_the_order_stands_in_the_customers_language(shop: DemoHub, story: str) -> None:
    made = shop.story(story)
    zh_word, en_word = WORDS[story]

    chinese = shop.get(made["pass_url"], language="zh-CN,zh;q=0.9,en;q=0.5")
    english = shop.get(made["pass_url"], language="en-GB,en;q=0.9,zh;q=0.1")

    assert zh_word in chinese.text
    assert '<html lang="zh-CN">' in chinese.text
    assert en_word in english.text
    assert '<html lang="en">' in english.text
    assert "团糯母婴" in english.text
    assert "<script" not in chinese.text


@pytest.mark.parametrize("story", WORDS)
def test_the_code_is_shown_only_while_there_is_something_to_collect(shop: DemoHub, story: str) -> None:
    made = shop.story(story)

    page = shop.get(made["pass_url"])
    png = shop.get(made["pass_url"] + ".png")

    shown = short_code.shown(made["short_code"])
    if story in WITH_CODE:
        assert shown in page.text
        assert (png.status_code, png.headers["Content-Type"]) == (200, "image/png")
    else:
        assert shown not in page.text
        assert 'class="qr"' not in page.text
        assert png.status_code == 404
        assert png.json()["error"] in {"not_ready", "closed"}


@pytest.mark.parametrize("story", WITH_CODE)
def test_the_picture_reads_as_a_code_that_our_hub_signed(shop: DemoHub, story: str) -> None:
    made = shop.story(story)

    picture = Image.open(BytesIO(shop.get(made["pass_url"] + ".png").content))
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))

    code = verified(shop, found.text)
    (order,) = shop.parts(made["order_no"])
    assert (code.order_no, code.branch, code.pickup_id) == (made["order_no"], made["branch"], order.pickup_id)
    assert code.amount_due_minor == order.balance_due_minor
    assert code.check_id == (story == "ready_identity")
    assert picture.size == (49 * 8, 49 * 8), "version 6 has 41 modules, and 4 of quiet zone on each side"


def test_the_svg_is_a_file_of_its_own(shop: DemoHub) -> None:
    answer = shop.get(shop.story("ready")["pass_url"] + ".svg")

    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content


def test_an_open_pass_reloads_itself_and_a_closed_one_rests(shop: DemoHub) -> None:
    assert 'http-equiv="refresh" content="15"' in shop.get(shop.story("picking")["pass_url"]).text
    assert "http-equiv" not in shop.get(shop.story("collected")["pass_url"]).text


def test_a_collected_pass_tells_when_and_where(shop: DemoHub) -> None:
    made = shop.story("collected")
    (order,) = shop.parts(made["order_no"])
    local = order.history[-1].at.astimezone()  # the tests' clock is a shop's in China

    page = shop.get(made["pass_url"], language="en").text

    assert f"{local:%H:%M} at Binjiang" in page


@pytest.mark.parametrize("path", ["", ".png", ".svg"])
def test_an_unknown_pass_is_said_to_be_unknown(shop: DemoHub, path: str) -> None:
    answer = shop.get("/pass/aaaaaaaaaaaaaaaaaaaaaaaa" + path)

    assert answer.status_code == 404
    assert "取货凭证" in answer.text if not path else answer.json()["error"] == "unknown_pass"


@pytest.mark.parametrize("token", ["%00", "%F0%9F%98%80", "x" * 5_000, "..%2f..%2fetc", "%ed%a0%80"])
def test_no_token_upsets_the_hub(shop: DemoHub, token: str) -> None:
    expected = 400 if token == "%00" else 404  # no address holds a NUL

    assert shop.get(f"/pass/{token}").status_code == expected
    assert shop.get(f"/pass/{token}.png").status_code == expected


def test_the_pass_is_kept_by_no_cache_and_loads_nothing_from_elsewhere(shop: DemoHub) -> None:
    headers: Mapping[str, str] = shop.get(shop.story("ready")["pass_url"]).headers

    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_article_cannot_put_code_into_the_page(shop: DemoHub) -> None:
    sku = "EVIL-1"
    row = {"sku": sku, "name_zh": "<script>alert(1)</script>", "name_en": "&", "gtin": "", "category": ""}
    with shop.hub.database.write() as tx:
        tx.execute(insert(tables.product), {**row, "price_minor": 1, "currency": "CNY"})
    order = an_order(external_id="evil", lines=[a_line(sku=sku, unit_price_minor=100)], paid_minor=100)

    page = requests.get(shop.place(order).json()["pass_url"], timeout=20).text

    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "zh"),
        ("en", "en"),
        ("en-GB;q=0.3, zh-TW;q=0.8", "zh"),
        ("fr, en;q=0.2", "en"),
        ("de", "zh"),
        ("en;q=x", "zh"),
        (";;;,,,q=", "zh"),
    ],
)
def test_the_language_is_the_one_the_browser_prefers(asked: str, language: str) -> None:
    assert preferred(asked) == language


@pytest.mark.parametrize(
    ("amount_minor", "currency", "shown"),
    [(126_805, "CNY", "¥1,268.05"), (0, "CNY", "¥0.00"), (1_500, "JPY", "¥1,500"), (5, "EUR", "€0.05")],
)
def test_an_amount_is_written_as_customers_read_it(amount_minor: int, currency: str, shown: str) -> None:
    assert money(amount_minor, currency) == shown
