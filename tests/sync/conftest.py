"""The street of these tests: a real hub on a real port, and room for tills."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.sync.counter import Counter, Street, a_street


@pytest.fixture
def street(tmp_path: Path) -> Generator[Street]:
    with a_street(tmp_path) as street:
        yield street


@pytest.fixture
def till(street: Street) -> Counter:
    return street.till()
