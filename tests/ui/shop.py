"""A shop to test the screens in: a real hub process, a paired till, and orders that are placed as they are online."""

import io
import json
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Generator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image

from clerk_app.catalogue_sync import Follower
from clerk_app.desk import work
from clerk_app.domain.roles import Clerk
from clerk_app.hub_client import client_for
from clerk_app.pairing import pair
from clerk_app.sync import sync_once
from clerk_app.till import Till, open_till
from hub.cli import main as clerk_hub

MANAGER = "manager"


@dataclass
class Hub:
    """The hub as a process of its own, with a small demo chain."""

    folder: Path
    url: str = ""
    demo: dict[str, Any] = field(default_factory=dict[str, Any])
    process: "subprocess.Popen[str] | None" = None

    def start(self, *, products: int = 40, branches: int = 2) -> None:
        size = ("--products", str(products), "--branches", str(branches))
        told = self.run("demo", *size, "--members", "20", "--orders", "6")
        self.demo = json.loads(told)
        self.serve()

    def serve(self, port: int = 0) -> None:
        command = [sys.executable, "-m", "hub", "serve", "--port", str(port), "--data", str(self.folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        self.url = json.loads(self.process.stdout.readline())["listening"]

    def run(self, *arguments: str) -> str:
        """What a command of the hub prints. It runs in this process: to start one takes longer than most tests."""
        told = io.StringIO()
        with redirect_stdout(told):
            assert clerk_hub([*arguments, "--data", str(self.folder)]) == 0
        return told.getvalue()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=10)
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None

    @contextmanager
    def gone(self) -> Generator[None]:
        """The hub is gone, and back afterwards where it was."""
        port = int(self.url.rsplit(":", 1)[1])
        self.stop()
        try:
            yield
        finally:
            self.serve(port)

    def staff(self, role: str = "clerk", *, branch: int = 1) -> dict[str, Any]:
        return next(one for one in self.demo["staff"] if one["role"] == role and one["branch"] == branch)


@dataclass
class Pass:
    """What a customer holds: the order and the text of its QR code."""

    order_no: int
    code: str
    short_code: str = ""


class Shop:
    """A till at a branch of that hub."""

    def __init__(self, hub: Hub, folder: Path, *, branch: int = 1) -> None:
        self.hub = hub
        code = json.loads(
            hub.run("till", "add", "--branch", str(branch), "--name", uuid.uuid4().hex[:6], "--url", hub.url)
        )
        pair(folder, hub.url, code["code"], confirm=print, pause=lambda: False, practice=True)
        self.till: Till = open_till(folder)
        self.client = client_for(self.till.profile, key=self.till.key, time=self.till.time)
        self.sync()

    def sync(self) -> None:
        report = sync_once(self.till, self.client)
        Follower(self.till.catalogue).follow(self.client, report.hello)

    def close(self) -> None:
        self.client.close()
        self.till.close()

    def order(self, *, quantities: tuple[int, ...] = (1, 2), unpaid_minor: int = 0, branch: int = 1) -> int:
        """Place a paid order online for this branch."""
        skus = self.hub.demo["skus"][: len(quantities)]
        lines = [
            {
                "sku": sku["sku"],
                "quantity": quantity,
                "unit_price_minor": 1000,
                "fulfilment": {"method": "pickup", "branch": branch},
            }
            for sku, quantity in zip(skus, quantities, strict=True)
        ]
        channel = self.hub.demo["channels"][0]
        body = {
            "external_id": uuid.uuid4().hex,
            "placed_at": datetime.now(UTC).isoformat(),
            "currency": "CNY",
            "member": None,
            "lines": lines,
            "paid_minor": sum(quantities) * 1000 - unpaid_minor,
        }
        request = urllib.request.Request(  # noqa: S310 - our own hub, on loopback
            f"{self.hub.url}/v1/channels/{channel['channel']}/orders",
            data=json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {channel['key']}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own hub
            placed = json.loads(answer.read())
        self._passes = {**getattr(self, "_passes", {}), placed["order_no"]: placed["pass_url"]}
        return int(placed["order_no"])

    def ready(self, **fields: Any) -> Pass:
        """Place an order and make it ready at this till; its pass then shows a code."""
        order_no = self.order(**fields)
        self.sync()
        outcome = work.ready(self.till, order_no, clerk=self.clerk(), shelf="A-03")
        assert outcome.reason is None
        self.sync()
        return Pass(order_no, self.code_of(order_no))

    def code_of(self, order_no: int) -> str:
        """What a camera reads from the customer's pass."""
        path = self._passes[order_no].removeprefix(self.hub.url)
        with urllib.request.urlopen(f"{self.hub.url}{path}.png", timeout=10) as answer:  # noqa: S310 - our own hub
            picture = Image.open(io.BytesIO(answer.read())).convert("RGB")
        return zxingcpp.read_barcodes(picture)[0].text

    def clerk(self, role: str = "clerk", *, branch: int = 1) -> Clerk:
        from clerk_app.desk import sign_in

        found = sign_in.clerk(self.till, self.hub.staff(role, branch=branch)["badge"])
        assert found is not None
        return found
