"""A till that must stop, withdrawn or copied: what was done there is kept."""

import shutil
from pathlib import Path

import pytest

from clerk_app.errors import TillFrozen, TillRevoked
from hub import tills
from tests.sync.counter import Counter, Street


def test_a_withdrawn_till_keeps_what_it_has_done(street: Street, till: Counter) -> None:
    order = street.shop.order()
    till.sync()
    with street.shop.database.read() as reader:
        known = tills.load_till(reader, till.till.profile.till)
    assert known is not None
    till.hand_over(order)

    tills.revoke(street.shop.database, known)
    with pytest.raises(TillRevoked):
        till.sync()

    assert till.waiting() == 1


@pytest.mark.expected_log("is frozen: another computer speaks in its name")
def test_a_cloned_till_is_frozen(street: Street, till: Counter, tmp_path: Path) -> None:
    first, second = street.shop.order(), street.shop.order()
    till.sync()
    shutil.copytree(till.till.folder, tmp_path / "clone")
    clone = street.opened(tmp_path / "clone", till.line)
    till.hand_over(first)
    till.sync()

    clone.hand_over(second)
    with pytest.raises(TillFrozen):
        clone.sync()

    assert clone.waiting() == 1
