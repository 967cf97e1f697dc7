"""What the tests of a whole day share: one hub for all of them, and new tills for each."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.desk.street import Street
from tests.ui.shop import Hub


@pytest.fixture(scope="session")
def street_hub(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hub]:
    hub = Hub(tmp_path_factory.mktemp("street") / "hub")
    hub.start(branches=3)
    yield hub
    hub.stop()


@pytest.fixture
def street(street_hub: Hub, tmp_path: Path) -> Generator[Street]:
    made = Street(street_hub, tmp_path)
    yield made
    made.close()
