"""A chain without orders, so that every change is the test's own."""

from collections.abc import Generator

import pytest

from hub.demo import DemoSize
from tests.hub.demo_hub import DemoHub, running_demo_hub
from tests.hub.engine import Server


@pytest.fixture(scope="session")
def shop(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Generator[DemoHub]:
    size = DemoSize(products=300, members=30, orders=0, branches=2)
    with running_demo_hub(tmp_path_factory.mktemp("hub"), size, server) as running:
        yield running
