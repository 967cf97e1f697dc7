"""The ledger: a chain without holes, as it was signed, for ever."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from clerk_app import signing, wire
from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import FIRST_PREV, Answer, AnswerStatus, Word
from clerk_app.domain.orders import OrderNo
from clerk_app.settings import bytes_of
from clerk_app.store import ledger
from clerk_app.till import Till
from tests.builders import NOON, an_order
from tests.tills import GRACE, a_till, code_of


def a_day(folder: Path, hand_overs: int) -> Till:
    orders = [an_order(order_no=OrderNo(1_000_000_001 + n), pickup_id=f"{n:016x}") for n in range(hand_overs)]
    till = a_till(folder, *orders)
    for order in orders:
        assert pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE).word is Word.SAVED
    return till


def test_every_operation_names_the_one_before_and_is_signed_as_it_is_stored(tmp_path: Path) -> None:
    till = a_day(tmp_path, 5)

    with till.ledger.read() as connection:
        found = "SELECT seq, envelope, signature, hash FROM operations ORDER BY seq"
        rows = connection.exec_driver_sql(found).fetchall()

    prev = FIRST_PREV
    for place, (seq, envelope, signature, digest) in enumerate(rows, start=1):
        message: dict[str, Any] = dict(wire.loads(envelope))
        assert (seq, message["seq"], message["prev"]) == (place, place, prev)
        assert wire.canonical(message) == envelope
        assert signing.verify(public_key=till.key.public, signature=signature, message=envelope)
        prev = hashlib.sha256(envelope).hexdigest()
        assert digest == prev


def test_what_is_sent_is_byte_for_byte_what_was_signed(tmp_path: Path) -> None:
    till = a_day(tmp_path, 3)

    with till.ledger.read() as connection:
        sent = ledger.outbox(connection, limit=100)

    for signed in sent:
        message = wire.canonical(wire.envelope_json(signed.operation))
        assert signing.verify(public_key=till.key.public, signature=bytes_of(signed.signature), message=message)


def test_a_final_answer_is_never_replaced_and_a_passing_one_is(tmp_path: Path) -> None:
    till = a_day(tmp_path, 1)
    op_id = outbox.just_now(till)[0].operation.op_id

    words: list[Word] = []
    for status in (AnswerStatus.RETRY, AnswerStatus.BLOCKED, AnswerStatus.APPLIED, AnswerStatus.CONFLICT):
        with till.ledger.write() as connection:
            ledger.record(connection, [Answer(op_id, status)], at=NOON)
        words.append(outbox.just_now(till)[0].word)

    assert words == [Word.SAVED, Word.SAVED, Word.DONE, Word.DONE]


def test_what_cannot_be_written_whole_is_not_written_at_all(tmp_path: Path) -> None:
    till = a_day(tmp_path, 1)
    order = an_order(order_no=OrderNo(1_000_000_001), pickup_id=f"{0:016x}", balance_due_minor=1)
    acts = [
        ledger.NewAct("a", order.order_no, pickups.Undo("x", "y"), "1"),
        ledger.NewAct("a", 2, pickups.Undo("x", "y"), "1"),
    ]

    with pytest.raises(Exception, match="UNIQUE"), till.ledger.write() as connection:
        ledger.append(connection, acts, ledger.Signer("t", 1, till.key.sign), journal=till.journal, at=NOON, mono_ms=0)

    assert outbox.waiting(till) == 1
