"""The ledger: a chain without holes, as it was signed, for ever."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from clerk_app import signing, wire
from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import FIRST_PREV, Answer, AnswerStatus, Word
from clerk_app.domain.orders import OrderNo
from clerk_app.settings import bytes_of
from clerk_app.store import ledger
from clerk_app.store.database import driver
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


OPEN_QUESTIONS: Mapping[str, Callable[[Connection], object]] = {
    "the outbox": lambda kept: ledger.outbox(kept, limit=100),
    "the outbox as it is shown": lambda kept: ledger.waiting(kept, limit=100),
    "how many wait": ledger.count_waiting,
    "what the cache does not show yet": lambda kept: ledger.unsettled(kept, {"branch:1": 7}),
    "what was sold since": lambda kept: ledger.unsettled_sales(kept, {"branch:1": 7}),
    "what came back since": lambda kept: ledger.unsettled_returns(kept, {"branch:1": 7}),
    "what is lost": lambda kept: ledger.operations_gone(kept, after_seq=0),
    "what the hub has lost": lambda kept: ledger.entry_of_seq(kept, 1),
}


@pytest.mark.parametrize("asked", OPEN_QUESTIONS)
def test_the_history_of_weeks_is_not_read_through_for_what_is_open(tmp_path: Path, asked: str) -> None:
    """These are asked with every look, act and exchange."""
    with closing(a_day(tmp_path, 1)) as till, till.ledger.read() as kept:
        statements = list[str]()
        driver(kept).set_trace_callback(statements.append)
        OPEN_QUESTIONS[asked](kept)
        driver(kept).set_trace_callback(None)

        of_many = [sql for sql in statements if not sql.endswith("LIMIT 1")]  # the end of the chain is found at once
        plan = [step for sql in of_many for *_, step in driver(kept).execute(f"EXPLAIN QUERY PLAN {sql}")]

    through = [step for step in plan if "operations" in step and ("SCAN" in step or "rowid>" in step)]
    assert plan
    assert [step for step in through if "COVERING INDEX" not in step] == [], plan


def test_what_is_open_is_found_however_much_is_settled(tmp_path: Path) -> None:
    with closing(a_day(tmp_path, 6)) as till:
        acts = [entry.operation.op_id for entry in outbox.just_now(till, limit=6)][::-1]
        answers = [
            Answer(acts[0], AnswerStatus.APPLIED, {"branch:1": 5}),
            Answer(acts[1], AnswerStatus.APPLIED, {"branch:1": 9}),
            Answer(acts[2], AnswerStatus.ATTENTION),
            Answer(acts[3], AnswerStatus.RETRY),
        ]
        with till.ledger.write() as kept:
            ledger.record(kept, answers, at=NOON)

        with till.ledger.read() as kept:
            assert [it.operation.op_id for it in ledger.outbox(kept, limit=10)] == acts[3:]
            assert [it.operation.op_id for it in ledger.outbox(kept, after_seq=4, limit=1)] == acts[4:5]
            waiting = ledger.waiting(kept, limit=2)
            assert [(it.operation.op_id, it.answer and it.answer.status) for it in waiting] == [
                (acts[3], AnswerStatus.RETRY),
                (acts[4], None),
            ]
            for read_through, open_ones in ((4, acts), (7, acts[1:]), (9, acts[2:])):
                found = ledger.unsettled(kept, {"branch:1": read_through})
                assert [ledger.operation_of(envelope).op_id for _, envelope in found] == open_ones
