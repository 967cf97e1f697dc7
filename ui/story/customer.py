"""What a customer does: orders on a channel, opens the pass on the phone, and holds it out across the counter."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

import cv2
import numpy as np
from cv2.typing import MatLike

from clerk_app.scanning.pictures import read_image

ANSWER_WITHIN_S: Final = 10.0
SAID_MAX: Final = 500  # bytes of an answer that are told on
DESK_PX: Final = (1280, 720)
PHONE_PX: Final = (360, 620)
QR_PX: Final = 300
# Where the corners of the phone lie in the photograph: turned, tilted away, and not in the middle.
PHONE_CORNERS: Final = ((470.0, 70.0), (838.0, 128.0), (790.0, 672.0), (388.0, 598.0))


class AskedInVain(Exception):
    """The hub did not do what a customer asked of it; the text says what, and what it answered."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A placed order, as the channel is told of it."""

    order_no: int
    pass_url: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One line of an order."""

    sku: str
    quantity: int
    unit_price_minor: int


def place_order(
    hub_url: str,
    *,
    channel: str,
    key: str,
    wishes: tuple[Wish, ...],
    phone: str = "",
    paid_minor: int | None = None,
    branch: int = 1,
    sent_to: Mapping[str, str] | None = None,
) -> Placed:
    """Order through the channel's door, paid in full unless told otherwise; collected at a branch, or sent to an
    address (name, phone, region, street). Raises AskedInVain.
    """
    where = {"method": "ship", "to": dict(sent_to)} if sent_to else {"method": "pickup", "branch": branch}
    total_minor = sum(wish.quantity * wish.unit_price_minor for wish in wishes)
    order = {
        "external_id": uuid4().hex,
        "placed_at": datetime.now(UTC).isoformat(),
        "currency": "CNY",
        "member": {"phone": phone} if phone else None,
        "lines": [
            {
                "sku": wish.sku,
                "quantity": wish.quantity,
                "unit_price_minor": wish.unit_price_minor,
                "fulfilment": where,
            }
            for wish in wishes
        ],
        "paid_minor": total_minor if paid_minor is None else paid_minor,
    }
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    door = f"{hub_url}/v1/channels/{channel}/orders"
    told = json.loads(_ask("to take an order", door, json.dumps(order).encode(), headers))
    return Placed(int(told["order_no"]), str(told["pass_url"]))


def open_pass(hub_url: str, pass_url: str, *, to: Path) -> Path:
    """Fetch the code that the hub has drawn for this pass. Raises AskedInVain."""
    address = pass_url if pass_url.startswith("http") else hub_url + pass_url
    to.write_bytes(_ask("for the code of a pass", f"{address}.png"))
    return to


def _ask(what: str, address: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> bytes:
    request = urllib.request.Request(address, data=body, headers=dict(headers or {}))  # noqa: S310 - our own hub
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_WITHIN_S) as answer:  # noqa: S310
            return answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            words = refused.read(SAID_MAX).decode("utf-8", "replace")
        raise AskedInVain(f"The hub was asked {what}, and answered {refused.code}: {words}") from refused
    except OSError as silence:
        raise AskedInVain(f"The hub was asked {what}, and did not answer: {silence}") from silence


def photograph(code: Path, *, to: Path, seed: int = 7) -> Path:
    """A phone with this code on a counter, seen by a camera at an angle: warped, unevenly lit, noisy, a little soft."""
    random = np.random.default_rng(seed)
    screen = _phone_showing(read_image(code))
    desk = _desk(random)
    corners = np.array([(0, 0), (PHONE_PX[0], 0), PHONE_PX, (0, PHONE_PX[1])], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, np.array(PHONE_CORNERS, dtype=np.float32))
    seen = cv2.warpPerspective(screen, matrix, DESK_PX)
    mask = cv2.warpPerspective(np.full(screen.shape[:2], 255, dtype=np.uint8), matrix, DESK_PX)
    desk[mask > 0] = seen[mask > 0]
    light = np.linspace(1.06, 0.78, DESK_PX[0], dtype=np.float32)[None, :, None]
    soft = cv2.GaussianBlur(desk, (3, 3), 0).astype(np.float32) * light
    noisy = soft + random.normal(0, 6, soft.shape).astype(np.float32)
    cv2.imwrite(str(to), np.clip(noisy, 0, 255).astype(np.uint8))
    return to


def _phone_showing(code: MatLike) -> MatLike:
    phone = np.full((PHONE_PX[1], PHONE_PX[0], 3), 24, dtype=np.uint8)
    phone[10:-10, 10:-10] = 252
    left, top = (PHONE_PX[0] - QR_PX) // 2, 96
    phone[top : top + QR_PX, left : left + QR_PX] = cv2.resize(code, (QR_PX, QR_PX), interpolation=cv2.INTER_AREA)
    for place, width in enumerate((180, 240, 140)):  # the lines of text below a code, too small to be read from here
        y = top + QR_PX + 40 + place * 34
        phone[y : y + 12, (PHONE_PX[0] - width) // 2 : (PHONE_PX[0] + width) // 2] = 186
    return phone


def _desk(random: np.random.Generator) -> MatLike:
    """Wood: long streaks of brown."""
    streaks = random.normal(0, 9, (DESK_PX[1] // 6, 1)).repeat(6, axis=0)
    grain = cv2.GaussianBlur(random.normal(0, 12, (DESK_PX[1], DESK_PX[0])).astype(np.float32), (61, 1), 0)
    shade = (streaks + grain)[:, :, None]
    return np.clip(np.array([96, 132, 168], dtype=np.float32) + shade, 0, 255).astype(np.uint8)
