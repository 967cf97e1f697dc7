"""A chain with an order in every state."""

from collections.abc import Generator

import pytest

from hub.demo import DemoSize
from tests.hub.demo_hub import DemoHub, running_demo_hub
from tests.hub.engine import Server


@pytest.fixture(scope="session")
def shop(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Generator[DemoHub]:
    with running_demo_hub(tmp_path_factory.mktemp("hub"), DemoSize(orders=32, branches=2), server) as running:
        yield running
