"""What the tests of a whole day share."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.desk.street import Street
from tests.ui.shop import Hub


@pytest.fixture
def street(tmp_path: Path) -> Generator[Street]:
    hub = Hub(tmp_path / "hub")
    hub.start(branches=3)
    made = Street(hub, tmp_path)
    yield made
    made.close()
    hub.stop()
