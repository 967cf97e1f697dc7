"""The hub of these tests: a real one, on a real port, with a real database."""

import shutil
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from hub.opening import open_hub
from hub.settings import DATABASE_URL, settings_of
from tests.hub.core.shop import Counter, Shop, open_shop, served
from tests.hub.engine import Server, fresh_database


@dataclass(frozen=True, slots=True)
class NewShop:
    folder: Path
    database_url: str | None  # None: it is in the folder


@pytest.fixture(scope="session")
def new_shop(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Generator[NewShop]:
    """A hub that is as good as new; copied, since making one takes a while."""
    folder = tmp_path_factory.mktemp("hub")
    with fresh_database(server) as url, pytest.MonkeyPatch.context() as environment:
        _name_database(environment, url)
        open_shop(folder).hub.close()
        environment.undo()
        yield NewShop(folder, url)


@pytest.fixture
def folder(server: Server, new_shop: NewShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    """A hub's folder of the test's own; its database is there, or where the environment says."""
    with fresh_database(server, like=new_shop.database_url) as url:
        _name_database(monkeypatch, url)
        yield Path(shutil.copytree(new_shop.folder, tmp_path / "hub"))


def _name_database(environment: pytest.MonkeyPatch, url: str | None) -> None:
    if url is not None:
        environment.setenv(DATABASE_URL, url)


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
