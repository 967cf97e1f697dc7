"""The entrance needs nothing but Python, and says plainly what it cannot do."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text()


@pytest.fixture
def bare_house(tmp_path: Path) -> Path:
    """A copy of the project in which nothing has been set up."""
    house = tmp_path / "clerk"
    house.mkdir()
    for name in ["dev.py", "pyproject.toml", "requirements.lock"]:
        shutil.copy(ROOT / name, house)
    return house


def python3_dev(house: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "dev.py", *arguments],
        cwd=house,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )


def test_the_entrance_is_of_the_standard_library_and_short() -> None:
    source = (ROOT / "dev.py").read_text()

    imported = {name for node in ast.walk(ast.parse(source)) for name in _imported_by(node)}

    assert imported <= sys.stdlib_module_names
    assert len(source.splitlines()) < 250


def _imported_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").partition(".")[0]]
    return []


def test_an_old_python_can_read_the_sentence_that_says_it_is_too_old() -> None:
    ast.parse((ROOT / "dev.py").read_text(), feature_version=(3, 7))


def test_the_lock_names_no_host_and_no_path() -> None:
    assert not re.search(r"https?:|//|\s@\s|file:|--(extra-)?index-url|--find-links|^\s*-e ", LOCK, re.MULTILINE)


def test_the_lock_says_how_it_was_made() -> None:
    head = LOCK.splitlines()[1]

    assert head.startswith("#    uv pip compile pyproject.toml --group dev --universal")
    assert "--generate-hashes" in head


def test_every_locked_package_has_one_version_and_a_hash() -> None:
    blocks = re.split(r"\n(?=\S)", LOCK)
    packages = [block for block in blocks if not block.startswith("#")]

    assert len(packages) > 50
    for package in packages:
        assert re.match(r"[a-z0-9-]+==\S+", package), package
        assert "--hash=sha256:" in package, package


def test_everything_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]

    names = {re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in wanted}

    assert names <= set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))


def test_asked_for_nothing_it_says_what_can_be_asked(bare_house: Path) -> None:
    said = python3_dev(bare_house)

    assert said.returncode == 0
    assert "run|test|check|bench|simulate|tour|package" in said.stdout
    assert not (bare_house / ".venv").exists()


def test_an_unknown_command_is_an_error_and_sets_nothing_up(bare_house: Path) -> None:
    said = python3_dev(bare_house, "dance")

    assert said.returncode == 2
    assert not (bare_house / ".venv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Debian's Python comes without venv")
def test_a_python_without_venv_is_told_the_command_that_brings_it(bare_house: Path, tmp_path: Path) -> None:
    crippled = tmp_path / "crippled"
    crippled.mkdir()
    (crippled / "ensurepip.py").write_text("raise ImportError('left out by the distribution')\n")
    (crippled / "sitecustomize.py").write_text("import os\nos.geteuid = lambda: 1000\n")

    said = python3_dev(bare_house, "check", PYTHONPATH=str(crippled), PATH="/nowhere")

    assert said.returncode == 1
    assert f"sudo apt-get install python3.{sys.version_info.minor}-venv" in said.stderr
    assert "Traceback" not in said.stderr


def test_what_is_set_up_is_left_alone(bare_house: Path) -> None:
    python = bare_house / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho asked for: $*\nexit 7\n")
    python.chmod(0o755)
    fingerprint = subprocess.run(
        [sys.executable, "-c", "import dev; print(dev.fingerprint(), end='')"],
        cwd=bare_house,
        env={**os.environ, "PYTHONPATH": str(bare_house)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (bare_house / ".venv" / "clerk-setup-done").write_text(fingerprint)

    said = python3_dev(bare_house, "test", "tests/hub", "-k", "pickup")

    assert said.stdout == "asked for: -m pytest tests/hub -k pickup\n"
    assert said.returncode == 7
