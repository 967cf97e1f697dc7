"""A real browser draws the pass, and a camera's reader finds the code in the picture."""

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.hub.demo_hub import DemoHub
from tests.hub.passes.test_pass_page import verified

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


def photographed(url: str, out: Path, *, size: str) -> Image.Image:
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={out.parent}/chromium",
    ]
    subprocess.run(
        [CHROMIUM, *flags, f"--window-size={size}", f"--screenshot={out}", url],
        check=True,
        capture_output=True,
        timeout=90,
    )
    return Image.open(out).convert("L")


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here to draw the page")
@pytest.mark.parametrize("size", ["500,900", "1280,900"])
def test_the_code_on_the_drawn_page_is_signed_by_our_hub(shop: DemoHub, tmp_path: Path, size: str) -> None:
    made = shop.story("ready_identity")

    picture = photographed(shop.url + made["pass_url"], tmp_path / "pass.png", size=size)
    (found,) = zxingcpp.read_barcodes(picture)

    assert verified(shop, found.text).order_no == made["order_no"]
    corner = found.position
    assert corner.top_right.x - corner.top_left.x >= 200, "a code is at least 200 pixels wide on a screen"
