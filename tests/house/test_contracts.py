"""Each import contract catches the import that it is there for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACED = [
    "cli",
    "desk",
    "sync",
    "hub_client",
    "store",
    "scanning",
    "devices",
    "credentials",
    "logs",
    "wire",
    "settings",
    "errors",
    "gs1",
    "signing",
    "clock",
    "ids",
]


@pytest.fixture
def little_house(tmp_path: Path) -> Path:
    """The smallest tree that our own pyproject.toml finds nothing wrong with."""
    for name in ["clerk_app", "clerk_app/domain", "hub", "ui", "tests", "tests/house"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    for name in PLACED:
        (tmp_path / "clerk_app" / f"{name}.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "tests/house/contracts.py", tmp_path / "tests/house")
    return tmp_path


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            # The real packages are installed; here the little ones come first.
            "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()",
            "--no-logo",
            "--no-cache",
        ],
        cwd=house,
        capture_output=True,
        text=True,
    )


def test_a_house_in_order_keeps_every_contract(little_house: Path) -> None:
    verdict = lint_imports(little_house)

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.parametrize(
    ("where", "planted", "contract"),
    [
        ("clerk_app/desk.py", "import ui", "The screens stand on what a clerk can do"),
        ("clerk_app/domain/pickup.py", "import clerk_app.wire", "Inside the till every module has its place"),
        ("clerk_app/wire.py", "import clerk_app.store", "Inside the till every module has its place"),
        ("clerk_app/store.py", "import clerk_app.hub_client", "Inside the till every module has its place"),
        ("clerk_app/scanning.py", "import clerk_app.sync", "Inside the till every module has its place"),
        ("clerk_app/desk.py", "import clerk_app.cli", "Inside the till every module has its place"),
        ("clerk_app/homeless.py", "", "Inside the till every module has its place"),
        ("clerk_app/domain/money.py", "import pydantic", "The domain is told everything"),
        ("clerk_app/domain/money.py", "import numpy.linalg", "The domain is told everything"),
        ("clerk_app/domain/money.py", "from time import time", "The domain is told everything"),
        ("clerk_app/domain/__init__.py", "import random", "The domain is told everything"),
        ("hub/intake.py", "from clerk_app import store", "The hub shares the rules and the wire format"),
        ("hub/intake.py", "import clerk_app.errors", "The hub shares the rules and the wire format"),
        ("hub/__init__.py", "import ui", "The hub shares the rules and the wire format"),
        ("clerk_app/sync.py", "import hub", "The till knows the hub only over the network"),
        ("ui/app.py", "from hub import demo", "The till knows the hub only over the network"),
        ("clerk_app/wire.py", "import fastapi", "The till knows the hub only over the network"),
        ("clerk_app/scanning.py", "from PySide6.QtCore import QObject", "Only the screens know Qt"),
        ("hub/reports.py", "import PySide6", "Only the screens know Qt"),
        ("clerk_app/sync.py", "import requests", "Only hub_client speaks HTTP"),
        ("ui/app.py", "from requests import get", "Only hub_client speaks HTTP"),
        ("hub/channels.py", "import requests", "Only hub_client speaks HTTP"),
    ],
    ids=lambda value: str(value) or "(empty)",
)
def test_a_wrong_import_is_found(little_house: Path, where: str, planted: str, contract: str) -> None:
    (little_house / where).write_text(planted + "\n")

    verdict = lint_imports(little_house)

    assert verdict.returncode == 1
    broken = [line for line in verdict.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), verdict.stdout


@pytest.mark.parametrize(
    ("where", "imported"),
    [
        ("hub/intake.py", "from clerk_app import wire\nimport clerk_app.domain"),
        ("clerk_app/hub_client/exchange.py", "import requests"),
        ("clerk_app/cli.py", "from clerk_app import desk, sync"),
        ("clerk_app/wire.py", "from clerk_app import errors, ids"),
        ("ui/app.py", "import PySide6.QtCore\nfrom clerk_app import desk"),
    ],
    ids=["hub", "hub_client", "cli", "wire", "ui"],
)
def test_a_right_import_is_let_through(little_house: Path, where: str, imported: str) -> None:
    _make_a_package(little_house / "clerk_app" / "hub_client")
    (little_house / where).write_text(imported + "\n")

    verdict = lint_imports(little_house)

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def _make_a_package(folder: Path) -> None:
    folder.with_suffix(".py").unlink()
    folder.mkdir()
    (folder / "__init__.py").touch()
