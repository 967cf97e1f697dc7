"""A hub process with a demo chain, and a till that is paired with it, for benches of the whole program."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clerk_app.pairing import pair


@dataclass(frozen=True, slots=True)
class BenchShop:
    process: "subprocess.Popen[str]"
    url: str
    demo: dict[str, Any]


def open_shop(hub_folder: Path, profile: Path, *, orders: int = 3, products: int = 20, branches: int = 2) -> BenchShop:
    """End the process when done; the till's files are in `profile`."""
    small = ["--products", str(products), "--members", "10", "--orders", str(orders), "--branches", str(branches)]
    demo = json.loads(_run_hub("demo", *small, "--data", str(hub_folder)))
    command = [sys.executable, "-m", "hub", "serve", "--port", "0", "--data", str(hub_folder)]
    hub = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert hub.stdout is not None, "its output is read"
    url = json.loads(hub.stdout.readline())["listening"]
    told = _run_hub("till", "add", "--branch", "1", "--name", "bench", "--url", url, "--data", str(hub_folder))
    code = json.loads(told)["code"]
    pair(profile, url, code, confirm=lambda _digits: None, pause=lambda: False, practice=True)
    return BenchShop(hub, url, demo)


def _run_hub(*arguments: str) -> str:
    command = [sys.executable, "-m", "hub", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
