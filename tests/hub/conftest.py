"""Which engine a test of the hub runs on."""

from collections.abc import Generator

import pytest

from tests.hub.engine import POSTGRESQL, SERVER, SQLITE, Server
from tests.hub.partitions import guarded
from tests.hub.postgresql import MISSING, RELAXED, programs, running_postgresql


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once for each engine that it is marked with, what needs a database."""
    if "server" not in metafunc.fixturenames:
        return
    for mark, engines in {"both_engines": [SQLITE, POSTGRESQL], "on_postgresql": [POSTGRESQL]}.items():
        if metafunc.definition.get_closest_marker(mark):
            metafunc.parametrize("server", engines, indirect=True, scope="session")


@pytest.fixture(scope="package", autouse=True)
def partitions_are_named() -> Generator[None]:
    """Fail what would ask every machine for what one has; elsewhere a test may look at all of it."""
    with guarded():
        yield


@pytest.fixture(scope="session")
def postgresql() -> Generator[str]:
    """The URL of a PostgreSQL where tests may make databases."""
    if SERVER is not None:
        yield SERVER
        return
    if programs() is None:
        pytest.skip(MISSING)
    with running_postgresql(*RELAXED) as url:
        yield url


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Server:
    """Where this test's databases are made."""
    return request.getfixturevalue("postgresql") if getattr(request, "param", SQLITE) == POSTGRESQL else None
