"""The hub of these tests: a real one, on a real port, with a real file."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from tests.hub.core.shop import Counter, Shop, open_shop, served


@pytest.fixture
def shop(tmp_path: Path) -> Generator[Shop]:
    with closing(open_shop(tmp_path).hub) as hub, served(Shop(hub)) as running:
        yield running


@pytest.fixture
def till(shop: Shop) -> Counter:
    return shop.till()


@pytest.fixture
def second_till(shop: Shop) -> Counter:
    return shop.till(name="Till 2")
