"""The hub of these tests: a real one, on a real port, with a real file."""

import shutil
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.shop import Counter, Shop, open_shop, served


@pytest.fixture(scope="session")
def new_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a hub that is as good as new; copied, since making one takes a while."""
    folder = tmp_path_factory.mktemp("hub")
    with closing(open_shop(folder).hub):
        return folder


@pytest.fixture
def folder(new_shop: Path, tmp_path: Path) -> Path:
    """A hub's folder of the test's own."""
    return Path(shutil.copytree(new_shop, tmp_path / "hub"))


@pytest.fixture
def shop(folder: Path) -> Generator[Shop]:
    with closing(open_hub(settings_of(None, folder))) as hub, served(Shop(hub)) as running:
        yield running


@pytest.fixture
def till(shop: Shop) -> Counter:
    return shop.till()


@pytest.fixture
def second_till(shop: Shop) -> Counter:
    return shop.till(name="Till 2")
