"""A command loads what it needs and no more, so that help is there at once."""

import subprocess
import sys
from pathlib import Path

import pytest
import segno

from clerk_app.cli.parser import parser
from tests.cli.shop import Shop

HEAVY = {
    "sqlalchemy",
    "requests",
    "cv2",
    "numpy",
    "zxingcpp",
    "biip",
    "keyring",
    "argon2",
    "PySide6",
    "fastapi",
    "alembic",
}
LOADED = """
import importlib, sys
module, *words = sys.argv[1:]
try:
    importlib.import_module(module).main(words)
except SystemExit:
    pass
print("loaded", *sys.modules)
"""


def loaded(module: str, *words: object) -> set[str]:
    """Which of the heavy libraries a process has loaded that ran this command to its end."""
    command = [sys.executable, "-c", LOADED, module, *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    told = done.stdout.splitlines()[-1].split()
    assert told[0] == "loaded"
    return HEAVY & {name.partition(".")[0] for name in told}


@pytest.mark.parametrize("words", [["--help"], ["scan", "--help"], ["--version"], ["work", "x"]])
def test_help_at_the_till_loads_no_library(words: list[str]) -> None:
    assert loaded("ui.__main__", *words) == set()


@pytest.mark.parametrize("words", [["--help"], [], ["nothing"]])
def test_help_of_the_hub_loads_no_library(words: list[str]) -> None:
    assert loaded("hub.cli", *words) == set()


def test_each_command_loads_only_its_own(shop: Shop, tmp_path: Path) -> None:
    segno.make("MB0000000018", micro=False).save(str(tmp_path / "card.png"), scale=5)
    till = ("ui.__main__", "--profile", shop.folder)

    assert loaded(*till, "outbox") == {"sqlalchemy"}
    assert loaded(*till, "work") == {"sqlalchemy"}
    assert loaded(*till, "scan", "hello") == {"sqlalchemy", "requests"}
    assert loaded(*till, "decode", tmp_path / "card.png") == {"cv2", "numpy", "zxingcpp"}


def test_every_command_names_a_function_that_is_there() -> None:
    typed = [
        "pair URL CODE", "sync", "work", "outbox", "scan X", "hand-over X --clerk B", "undo X --clerk B --reason Y",
        "decode F", "doctor", "search X",
    ]  # fmt: skip
    for words in typed:
        module, function = parser().parse_args(words.split()).run.split(".")
        assert callable(getattr(__import__(f"clerk_app.cli.{module}", fromlist=[function]), function))
