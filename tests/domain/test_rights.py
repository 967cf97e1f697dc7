"""The table of rights, and the page that shows it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import RIGHTS, is_in_time, is_proof, may, proof_of, who_may
from clerk_app.domain.roles import Role

PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
GIVEN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def shown() -> dict[str, frozenset[Role]]:
    """What the page says: kind of operation → who may."""
    rows = re.findall(r"^\|[^|]*\| `([a-z_.]+)` \|(.*)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    roles = (Role.CLERK, Role.CASHIER, Role.MANAGER, Role.ADMINISTRATOR)
    return {
        kind: frozenset(role for role, mark in zip(roles, marks.split("|"), strict=True) if "✓" in mark)
        for kind, marks in rows
    }


def test_every_kind_of_operation_has_its_row() -> None:
    assert RIGHTS.keys() == set(Kind)


def test_the_page_shows_the_table() -> None:
    assert shown() == {kind.value: roles for kind, roles in RIGHTS.items()}


def test_a_manager_may_whatever_anybody_may() -> None:
    assert all(may(Role.MANAGER, kind) for kind in Kind)
    assert who_may(Kind.PICKED) == (Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR)


@pytest.mark.parametrize(("after_s", "holds"), [(-0.001, False), (0, True), (59.999, True), (60, False)])
def test_a_word_holds_for_a_minute(after_s: float, holds: bool) -> None:
    assert is_in_time(GIVEN, now=GIVEN + timedelta(seconds=after_s)) is holds


def test_a_proof_is_of_one_operation_one_person_and_one_moment() -> None:
    verifier = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    said = {"op_id": "o-1", "by": "CK00026", "at": "2026-11-22T12:00:00.000Z"}
    proof = proof_of(bytes(32), **said)

    assert is_proof(proof, verifier, **said)
    for name in said:
        assert not is_proof(proof, verifier, **{**said, name: "other"})
    assert not is_proof(proof, verifier.replace("AAA", "AAB", 1), **said)


@pytest.mark.parametrize("verifier", ["", "-", "$", "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$", "$€", "$a"])
def test_what_is_no_verifier_proves_nothing(verifier: str) -> None:
    said = {"op_id": "o-1", "by": "CK00026", "at": "x"}

    assert not is_proof(proof_of(b"", **said), verifier, **said)
