"""Enrolling a member at a till: asked for, also offline, and answered with who they became. Nobody reads the phone."""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from clerk_app.desk import enrolment, members
from clerk_app.desk.enrolment import Became, Draft
from clerk_app.domain.members import Contact, WhyNotEnrolled
from clerk_app.domain.operations import Word
from clerk_app.domain.printed_codes import Printed, member_card, parse_printed
from clerk_app.domain.roles import Clerk, Role
from hub import tables
from tests.sync.counter import LI_NA, Counter, Street

NAME, PHONE = "欧阳小琳", "138 0013 2046"
DRAFT = Draft(NAME, PHONE, agreed=True, contact=frozenset({Contact.SMS}), child_born="2025-03")


def known(street: Street) -> list[Mapping[str, Any]]:
    with street.shop.database.read() as reader:
        return [dict(row) for row in reader.execute(select(tables.member)).mappings()]


def enrol(till: Counter, draft: Draft = DRAFT) -> str:
    done = enrolment.enrol(till.till, draft, clerk=LI_NA)
    assert done.word is Word.SAVED, done
    return done.op_id


def test_who_is_enrolled_gets_a_number_and_is_found_at_once(street: Street, till: Counter) -> None:
    op_id = enrol(till)
    till.sync()

    became = enrolment.became(till.till, op_id)
    (row,) = known(street)
    (hit,) = members.find(till.till, "2046").hits
    printed = parse_printed(became.member)
    assert became == Became(Word.DONE, row["member"], was_known=False)
    assert printed is not None
    assert (printed.kind, printed.is_right) == (Printed.MEMBER_CARD, True)
    assert (row["name"], row["phone"], row["home_branch"]) == (NAME, "+8613800132046", 1)
    assert (row["consent"], row["contact"], row["child_born"]) == ("2026-11", "sms", "2025-03")
    assert (hit.member, hit.name_masked) == (row["member"], "欧**琳")


def test_offline_it_waits_and_nobody_can_read_name_or_phone_meanwhile(street: Street, till: Counter) -> None:
    till.sync()
    till.cut()
    op_id = enrol(till)

    with till.till.ledger.read() as kept:
        envelope = kept.exec_driver_sql("SELECT CAST(envelope AS TEXT) FROM operations").scalar_one()
    assert enrolment.became(till.till, op_id) == Became(Word.SAVED)
    assert json.loads(envelope)["body"]["name_masked"] == "欧**琳"
    for secret in (NAME, "13800132046", "8613800132046", "2025-03"):
        assert secret not in envelope

    till.mend()
    till.sync()
    assert enrolment.became(till.till, op_id).word is Word.DONE
    with street.shop.database.read() as reader:
        assert PHONE.replace(" ", "") not in reader.execute(select(tables.operation.c.envelope)).scalar_one()


def test_a_phone_that_exists_becomes_the_member_it_is(street: Street) -> None:
    here, there = street.till(), street.till(branch=2)
    first = enrol(here)
    here.sync()
    second = enrol(there, replace(DRAFT, name="欧阳", phone="+86 13800132046", contact=frozenset({Contact.PHONE})))
    there.sync()

    was, became = enrolment.became(here.till, first), enrolment.became(there.till, second)
    (row,) = known(street)
    assert became == Became(Word.DONE, was.member, was_known=True)
    assert (row["name"], row["contact"], row["home_branch"]) == (NAME, "phone", 1), "only what was agreed to is newer"
    assert [hit.member for hit in members.find(there.till, "2046").hits] == [was.member]


def test_of_two_tills_that_enrol_one_phone_at_once_both_get_the_same_member(street: Street) -> None:
    tills = [street.till(), street.till(branch=2), street.till()]
    op_ids = [enrol(till) for till in tills]

    with ThreadPoolExecutor(3) as pool:
        for sync in [pool.submit(till.sync) for till in tills]:
            sync.result()

    became = [enrolment.became(till.till, op_id) for till, op_id in zip(tills, op_ids, strict=True)]
    assert len(known(street)) == 1
    assert len({it.member for it in became}) == 1
    assert sorted(it.was_known for it in became) == [False, True, True]


def test_sent_twice_it_is_answered_with_the_same_member(street: Street, till: Counter) -> None:
    op_id = enrol(till)
    till.sync()
    first = enrolment.became(till.till, op_id)
    with till.till.ledger.write() as kept:
        kept.exec_driver_sql("DELETE FROM answers")

    till.sync()

    assert enrolment.became(till.till, op_id) == first
    assert len(known(street)) == 1


def test_a_card_from_the_pile_becomes_theirs_and_nobody_elses(street: Street, till: Counter) -> None:
    card = member_card(777)
    first = enrol(till, replace(DRAFT, card=card.lower()))
    second = enrol(till, replace(DRAFT, phone="13900132047", card=card))
    till.sync()

    assert enrolment.became(till.till, first).member == card
    assert enrolment.became(till.till, second) == Became(Word.REFUSED, reason=WhyNotEnrolled.CARD_TAKEN.value)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"name": " "}, WhyNotEnrolled.NAME_NEEDED),
        ({"name": "琳" * 41}, WhyNotEnrolled.NAME_NEEDED),
        ({"phone": "2046"}, WhyNotEnrolled.PHONE_NOT_VALID),
        ({"phone": "12000132046"}, WhyNotEnrolled.PHONE_NOT_VALID),
        ({"phone": ""}, WhyNotEnrolled.PHONE_NOT_VALID),
        ({"agreed": False}, WhyNotEnrolled.CONSENT_NEEDED),
        ({"card": "MB0000000019"}, WhyNotEnrolled.CARD_NOT_VALID),
        ({"child_born": "2025-13"}, WhyNotEnrolled.BORN_NOT_VALID),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(
    till: Counter, changed: dict[str, Any], reason: WhyNotEnrolled
) -> None:
    done = enrolment.enrol(till.till, replace(DRAFT, **changed), clerk=LI_NA)

    assert (done.word, done.reason) == (Word.REFUSED, reason)
    assert till.waiting() == 0


def test_whom_the_hub_does_not_know_enrols_nobody(street: Street, till: Counter) -> None:
    done = enrolment.enrol(till.till, DRAFT, clerk=Clerk("CK77777", "谁", Role.CLERK))
    till.sync()

    assert enrolment.became(till.till, done.op_id) == Became(Word.REFUSED, reason="by_nobody_known")
    assert known(street) == []
