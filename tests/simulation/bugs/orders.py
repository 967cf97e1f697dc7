"""Bugs about orders that are collected, and about telling of what was done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from clerk_app import sync
from clerk_app.desk import knowledge, pickups
from clerk_app.domain import overlay
from clerk_app.domain.acts import HandOver, TakeTender
from clerk_app.domain.operations import FIRST_PREV, Answer, AnswerStatus, SignedOperation
from clerk_app.store import cache_feed, ledger
from clerk_app.till import Till
from clerk_app.wire import FeedPage, Hello
from hub import expiry, feed, tables
from hub.intake import batch, effect, store
from tests.simulation.bugs.planting import bug

# -- at the till -------------------------------------------------------------------------------------------------------


@bug(sync, "_send")
def answered_before_it_was_sent(right: Any) -> Any:
    """The outbox is emptied first, and then sent: a lost request is lost for ever."""

    def send(till: Till, hub: sync.Hub, *, epoch: int) -> int:
        with till.ledger.read() as connection:
            waiting = ledger.outbox(connection, limit=sync.BATCH_MAX)
        with till.ledger.write() as connection:
            done = [Answer(it.operation.op_id, AnswerStatus.APPLIED) for it in waiting]
            ledger.record(connection, done, at=till.time.now())
        if waiting:
            hub.submit(waiting, epoch=epoch)
        return len(waiting)

    return send


@bug(ledger, "outbox")
def what_waits_is_forgotten_at_a_restart(right: Any) -> Any:
    """The outbox is kept in memory: what was written before the program started is not offered again."""
    first: dict[int, int] = {}

    def outbox(connection: Connection, *, after_seq: int = 0, limit: int) -> tuple[SignedOperation, ...]:
        last = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM operations").scalar_one()
        began = first.setdefault(id(connection.engine), last)
        return right(connection, after_seq=max(after_seq, began), limit=limit)

    return outbox


@bug(sync, "_meet_hub")
def a_restored_hub_goes_unnoticed(right: Any) -> Any:
    """The new epoch is noted, and what the hub has forgotten is not sent again."""

    def meet_hub(till: Till, hello: Hello) -> None:
        with till.cache.write() as connection:
            cache_feed.hub_answered(connection, epoch=hello.epoch, at=till.time.now())

    return meet_hub


@bug(ledger, "is_settled")
def an_answer_settles_before_the_feed_tells(right: Any) -> Any:
    """Between answer and feed an order looks uncollected again."""

    def is_settled(entry: Any, _cursors: Any) -> bool:
        return entry.answer is not None

    return is_settled


@bug(knowledge, "project")
def the_screen_shows_the_hubs_word_alone(right: Any) -> Any:
    """What was done here and not yet told is not laid over."""

    def project(order: Any, _acts: Any) -> Any:
        return order

    return project


@bug(overlay, "_told_as")
def an_act_is_laid_over_twice(right: Any) -> Any:
    """The history already tells of it, and it is counted again."""

    def told_as(it: Any) -> tuple[str, ...]:
        return (f"again {it.op_id}",)

    return told_as


@bug(cache_feed, "_apply")
def the_cursor_runs_ahead_of_the_rows(right: Any) -> Any:
    """The last row of a page is dropped, and the cursor moved past it."""

    def apply(connection: Connection, changes: Iterable[Any], key: bytes) -> None:
        rows = list(changes)
        right(connection, rows[:-1] or rows, key)

    return apply


@bug(expiry, "store_order")
def a_cancelled_order_is_not_told(right: Any) -> Any:
    """The hub closes an order, and its branch never hears of it."""

    def store_order(tx: Any, order: Any, **told: Any) -> Any:
        stored, seq = right(tx, order, **told)
        columns = tables.feed.c
        tx.execute(tables.feed.delete().where(columns.branch == order.branch, columns.seq == seq))
        return stored, seq

    return store_order


@bug(ledger, "append")
def the_chain_begins_anew_each_time(right: Any) -> Any:
    """Each act names no other before it."""

    def append(connection: Connection, acts: Sequence[Any], signer: Any, **named: Any) -> None:
        right(connection, acts, signer, **named)
        connection.exec_driver_sql("UPDATE operations SET hash = ?", (FIRST_PREV,))

    return append


@bug(pickups, "hand_over")
def told_before_it_was_written(right: Any) -> Any:
    """The screen turns green while the act waits in memory for the next one."""
    held: dict[str, list[Callable[[], Any]]] = {}

    def hand_over(till: Till, *arguments: Any, **named: Any) -> Any:
        waiting = held.setdefault(till.profile.till, [])
        for write in waiting:
            write()
        waiting.clear()
        done = right(till, *arguments, **named)
        if done.op_id:
            with till.ledger.read() as kept:
                rows = kept.exec_driver_sql("SELECT * FROM operations WHERE op_id = ?", (done.op_id,)).fetchall()
            with till.ledger.write() as kept:
                kept.exec_driver_sql("DELETE FROM operations WHERE op_id = ?", (done.op_id,))

            def later() -> None:
                with till.ledger.write() as kept:
                    kept.exec_driver_sql("INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", tuple(rows[0]))

            waiting.append(later)
        return done

    return hand_over


@bug(ledger, "record")
def one_answer_stands_for_all(right: Any) -> Any:
    """The words of a whole batch are those of its first operation."""

    def record(connection: Connection, given: Iterable[Answer], *, at: datetime) -> None:
        known = list(given)
        right(connection, [replace(it, status=known[0].status) for it in known], at=at)

    return record


@bug(pickups, "why_not_these_lines")
def nobody_counts_what_is_left(right: Any) -> Any:
    """More pieces may go than remain."""

    def why_not_these_lines(_order: Any, _lines: Any) -> None:
        return None

    return why_not_these_lines


# -- at the hub --------------------------------------------------------------------------------------------------------


@bug(store, "known")
def every_repetition_counts(right: Any) -> Any:
    """What was sent twice is applied twice; the second only finds its row there already."""

    def known(reader: Any, till: Any, received: Sequence[Any]) -> Any:
        found = right(reader, till, received)
        found.by_op_id = {}
        found.by_seq = {}
        ids = [it.op_id for it in received]
        reader.execute(store.tables.operation.delete().where(store.tables.operation.c.op_id.in_(ids)))
        return found

    return known


@bug(batch, "effect_of")
def a_second_hand_over_is_nobodys_business(right: Any) -> Any:
    """The order changes, and no conflict is written down."""

    def effect_of(order: Any, act: Any, **named: Any) -> Any:
        return replace(right(order, act, **named), disagreement=None)

    return effect_of


@bug(batch, "effect_of")
def money_is_counted_twice(right: Any) -> Any:
    """A tender is booked with the hand-over, too."""

    def effect_of(order: Any, act: Any, **named: Any) -> Any:
        found = right(order, act, **named)
        if isinstance(act, TakeTender):
            return replace(found, order=replace(found.order, paid_minor=found.order.paid_minor + act.amount_minor))
        return found

    return effect_of


@bug(feed, "page")
def the_feed_leaves_a_row_behind(right: Any) -> Any:
    """A page that is not the last claims to reach to the head."""

    def page(reader: Any, scope: str, **named: Any) -> FeedPage:
        found: FeedPage = right(reader, scope, **named)
        return replace(found, to_seq=feed.head(reader, scope).seq, more=False) if found.more else found

    return page


@bug(batch, "_repeated")
def a_repetition_is_answered_without_its_place(right: Any) -> Any:
    """`duplicate` names no position, so the till takes it for settled at once."""

    def repeated(it: Any, first: Any) -> Answer:
        return replace(right(it, first), seq={})

    return repeated


@bug(batch, "effect_of")
def a_late_hand_over_is_refused(right: Any) -> Any:
    """Goods that have left are said not to have: the order stays as it was."""

    def effect_of(order: Any, act: Any, **named: Any) -> Any:
        found = right(order, act, **named)
        return effect.Effect(order) if isinstance(act, HandOver) and found.disagreement else found

    return effect_of


@bug(store, "keep")
def one_act_of_a_batch_is_not_kept(right: Any) -> Any:
    """It had its effect and its answer; the hub's record of it is missing."""

    def keep(tx: Any, till: Any, new: Sequence[Any], known: Any, *, now_ms: int) -> int:
        return right(tx, till, new[:-1] if len(new) > 2 else new, known, now_ms=now_ms)

    return keep
