"""The practice shop that the tour walks through: its orders and their codes, and codes that no hub has signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import segno

from clerk_app.domain.pickup_code import BODY_BYTES, NUMBER_DIGITS, PREFIX, SIGNATURE_BYTES, encode_text
from clerk_app.scanning.decoder import decode
from clerk_app.scanning.pictures import read_image
from clerk_app.settings import write_privately
from ui.embedded_hub import DEMO_FILE
from ui.start import Start
from ui.story.customer import Placed, Wish, open_pass, place_order
from ui.story.hub_process import hub_command

BRANCH: Final = 1
CHANNEL: Final = "wechat"


def make_quiet_hub(hub_folder: Path) -> None:
    """A demo chain in which nobody has ordered anything yet."""
    hub_folder.mkdir(parents=True, exist_ok=True)
    told = hub_command(hub_folder, "demo", "--orders", "0", "--products", "40", "--members", "10")
    write_privately(hub_folder / DEMO_FILE, told.encode())


@dataclass(slots=True)
class Shop:
    """What is known of the practice shop from outside: the tour's customers know no more."""

    folder: Path  # for the pictures that are held before the camera
    url: str
    hub_folder: Path
    demo: Mapping[str, Any]
    _texts: dict[str, str] = field(default_factory=dict[str, str])

    def order(self, story: str, *, branch: int = BRANCH, nth: int = 0) -> Mapping[str, Any]:
        """The nth demo order whose story is this one."""
        found = [row for row in self.demo["passes"] if row["story"] == story and row["branch"] == branch]
        return found[nth]

    def code(self, pass_url: str) -> str:
        """The text of the code that the hub draws for a pass."""
        if pass_url not in self._texts:
            picture = open_pass(self.url, pass_url, to=self.folder / "pass.png")
            self._texts[pass_url] = decode(read_image(picture))[0].text
        return self._texts[pass_url]

    def code_of(self, story: str, *, branch: int = BRANCH, nth: int = 0) -> str:
        return self.code(str(self.order(story, branch=branch, nth=nth)["pass_url"]))

    def place(
        self,
        *wishes: Wish,
        phone: str = "",
        paid_minor: int | None = None,
        sent_to: Mapping[str, str] | None = None,
    ) -> Placed:
        key = next(str(row["key"]) for row in self.demo["channels"] if row["channel"] == CHANNEL)
        return place_order(
            self.url,
            channel=CHANNEL,
            key=key,
            wishes=wishes,
            phone=phone,
            paid_minor=paid_minor,
            branch=BRANCH,
            sent_to=sent_to,
        )

    def article(self, nth: int) -> Mapping[str, Any]:
        return self.demo["skus"][nth]

    def wish(self, nth: int, quantity: int = 1) -> Wish:
        row = self.article(nth)
        return Wish(str(row["sku"]), quantity, int(row["price_minor"]))

    def person(self, role: str, *, nth: int = 0) -> Mapping[str, Any]:
        found = [row for row in self.demo["staff"] if row["branch"] == BRANCH and row["role"] == role]
        return found[nth]

    def command(self, *words: str) -> str:
        return hub_command(self.hub_folder, *words)

    def picture_of(self, text: str, *, name: str) -> Path:
        """A printed code, as somebody would hold it before the camera."""
        path = self.folder / name
        segno.make_qr(text, error="m").save(str(path), scale=10, border=12)
        return path


def shop_of(start: Start, folder: Path) -> Shop:
    hub = start.hub
    assert hub is not None, "the tour walks through a practice shop"
    return Shop(folder, hub.url, hub.hub_folder, hub.demo)


def forged(text: str) -> str:
    """The same code for somebody else's benefit: one bit of what it says is changed, the check digits agree."""
    raw = _unpacked(text)
    body = raw[:9] + bytes([raw[9] ^ 1]) + raw[10:BODY_BYTES]
    return encode_text(body, raw[BODY_BYTES:])


def of_newer_format(text: str) -> str:
    raw = _unpacked(text)
    return encode_text(bytes([raw[0] + 1]) + raw[1:BODY_BYTES], raw[BODY_BYTES:])


def garbled(text: str) -> str:
    """Two neighbouring digits were read the wrong way round."""
    place = next(i for i in range(20, len(text) - 4) if text[i] != text[i + 1])
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _unpacked(text: str) -> bytes:
    number = int(text[len(PREFIX) : len(PREFIX) + NUMBER_DIGITS])
    return number.to_bytes(BODY_BYTES + SIGNATURE_BYTES, "big")
