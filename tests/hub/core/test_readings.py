"""How names are read aloud, so that a clerk who has heard one finds its owner."""

import pytest

from hub.readings import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("王小琳", "wxl"),
        ("欧阳娜", "oyn"),
        ("Anna Kern", "ak"),
        ("Élodie d'Arc", "eda"),
        ("李 Ann", "la"),
        ("", ""),
        ("123", ""),
    ],
)
def test_the_initials_of_a_name(name: str, initials: str) -> None:
    assert initials_of(name) == initials
