"""A hub whose assortment has styles, stock at three branches and prices to come."""

from collections.abc import Generator

import pytest

from tests.ui.shop import Hub


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hub]:
    made = Hub(tmp_path_factory.mktemp("hub"))
    made.start(products=300, branches=3)
    yield made
    made.stop()
