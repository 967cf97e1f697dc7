"""What came of an operation is kept beside its answer, so that the second time is told the same."""

from datetime import UTC, datetime

import pytest

from clerk_app.domain.operations import Answer, AnswerStatus
from hub.intake import store
from hub.intake.received import Received
from hub.orders import ms_of
from tests.hub.core.shop import Counter, Shop

pytestmark = pytest.mark.both_engines


def test_what_came_of_an_operation_is_kept_with_its_answer(shop: Shop, till: Counter) -> None:
    it = Received("op-1", 1, "0" * 64, "{}", "")
    answer = Answer("op-1", AnswerStatus.APPLIED, result={"member": "MB0000000018", "merged": True})

    def kept_and_read(answer: Answer) -> Answer:
        def work(tx: store.Transaction) -> Answer:
            before = store.known(tx.connection, till.till, [it])
            store.keep(tx, till.till, [store.Kept(it, answer)], before, now_ms=ms_of(datetime.now(UTC)))
            return store.known(tx.connection, till.till, [it]).by_op_id["op-1"].answer

        return shop.database.transact(work, "branch:1", rows=0)

    assert kept_and_read(answer) == answer
