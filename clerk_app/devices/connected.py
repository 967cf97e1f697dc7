"""Which payment devices a till has: what its folder's `devices.json` names, and simulated ones where it practises.

{"wallet_url": "https://…", "terminal": "simulated"}
"""

import json
from pathlib import Path
from typing import Any, Final, cast

from clerk_app.devices import Devices
from clerk_app.devices.simulated_terminal import SimulatedTerminal
from clerk_app.devices.wallet_gateway import WalletGateway

FILE: Final = "devices.json"
MEMORY: Final = "simulated-terminal.json"


def devices_of(folder: Path, *, practice: bool) -> Devices:
    """What cannot be read is as if nothing were connected. A simulated terminal takes no money: only in practice."""
    said = _said(folder)
    url = said.get("wallet_url")
    is_simulated = practice and said.get("terminal", "simulated") == "simulated"
    return Devices(
        terminal=SimulatedTerminal(folder / MEMORY) if is_simulated else None,
        wallet=WalletGateway(url) if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
    )


def _said(folder: Path) -> dict[str, Any]:
    try:
        said: Any = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(dict[str, Any], said) if isinstance(said, dict) else {}
