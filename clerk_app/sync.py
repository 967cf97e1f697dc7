"""Exchanging news with the hub: first what happened here, then what happened elsewhere."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

from clerk_app import signing
from clerk_app.domain.key_set import KeySetRefusal, parse_key_set
from clerk_app.domain.operations import Answer, AnswerStatus, SignedOperation
from clerk_app.errors import HubIncompatible, HubUnreachable, Why
from clerk_app.hub_client import BatchUnreadable, FeedGone
from clerk_app.settings import bytes_of
from clerk_app.store import cache, cache_feed, ledger, wrong_tries
from clerk_app.till import Till
from clerk_app.wire import (
    BATCH_MAX,
    BATCH_MAX_BYTES,
    GLOBAL,
    Change,
    FeedPage,
    Hello,
    Malformed,
    canonical,
    int_of,
    object_of,
    signed_json,
    text_of,
)

log = logging.getLogger(__name__)

PAGES_MAX: Final = 10_000  # of one scope in one exchange; a feed that never ends is a mistake
HUB_CANNOT_READ: Final = "hub_cannot_read"
"""This till's own word, where the hub has none: sending the same again would not help."""
_ENVELOPE_AROUND_BYTES: Final = 64


class Hub(Protocol):
    def hello(self) -> Hello: ...

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> Sequence[Answer]: ...

    def changes(self, scope: str, *, epoch: int, after: int, anew: bool = False) -> FeedPage: ...


@dataclass(frozen=True, slots=True)
class SyncReport:
    sent: int
    received: int
    outbox: int  # what still waits, because the hub asked to try again
    hello: Hello  # what the hub said of itself in this exchange


def sync_once(till: Till, hub: Hub) -> SyncReport:
    """Empty the outbox, then read the feeds to their ends.

    Sending comes first, so that the feed already speaks of our own operations and the screen never steps
    backwards. Every step commits by itself and may be repeated: whatever is raised at any point loses
    nothing, and the next call goes on from there.
    """
    hello = hub.hello()
    _meet_hub(till, hello)
    sent = _send(till, hub, epoch=hello.epoch)
    received = _receive(till, hub, GLOBAL, hello)
    received += _receive(till, hub, till.scope, hello, is_stirred=sent > 0)
    with till.cache.write() as connection:
        cache_feed.hub_answered(connection, epoch=hello.epoch, at=till.time.now())
        cache_feed.forget_dead_revocations(connection, till.time.now())
    _forget_old_tries(till)
    with till.ledger.read() as connection:
        return SyncReport(sent, received, ledger.count_waiting(connection), hello)


def _forget_old_tries(till: Till) -> None:
    """Here, where the hub has just said what time it is: a clock set forward must not make tries forgotten."""
    now = till.time.now()
    with till.ledger.read() as connection:
        has_old = wrong_tries.has_old(connection, now)
    if has_old:
        with till.ledger.write() as connection:
            wrong_tries.forget_old(connection, now)


def _hub_now(till: Till) -> datetime:
    """The hub's own time, by which answers are kept: what was done here with a wrong clock must not make them older."""
    return till.time.hub_now() or till.time.now()


def _meet_hub(till: Till, hello: Hello) -> None:
    """A hub restored from a backup may have forgotten what it answered: what it answered lately is sent again.

    The answers are forgotten before the new epoch is noted, so that a crash in between only repeats this.
    """
    epoch = hello.epoch
    with till.cache.read() as connection:
        known = cache.hub(connection).epoch
    if epoch < known:
        raise HubUnreachable(Why.HUB_ERROR, f"it speaks of epoch {epoch}, which is over")
    if epoch == known:
        _meet_loss(till, hello.acked_through)
        return
    if known:
        with till.ledger.write() as connection:
            forgotten = ledger.forget_answers(connection, since=_hub_now(till) - ledger.KEPT_FOR)
        log.info("the hub was restored (epoch %d): %d operations are sent again", epoch, forgotten)
    with till.cache.write() as connection:
        cache_feed.hub_answered(connection, epoch=epoch, at=till.time.now())


def _meet_loss(till: Till, acked_through: int) -> None:
    """A hub that was put back without a new epoch shows by what it does not have any more, though it answered it."""
    with till.ledger.read() as connection:
        first = ledger.entry_of_seq(connection, acked_through + 1)
    if first is None or first.answer is None or not _was_kept(first.answer):
        return
    with till.ledger.write() as connection:
        forgotten = ledger.forget_answers_behind(connection, acked_through)
    log.info("the hub has lost what came behind %d: %d operations are sent again", acked_through, forgotten)


def _was_kept(answer: Answer) -> bool:
    """Whether the hub gave it the place in this till's history that it claims: of what it cannot read it does not."""
    first = answer.result.get("status") if answer.status is AnswerStatus.DUPLICATE else answer.status.value
    return first in {AnswerStatus.APPLIED, AnswerStatus.CONFLICT, AnswerStatus.REFUSED}


def _send(till: Till, hub: Hub, *, epoch: int) -> int:
    """Offer every waiting operation once, in order. One that the hub cannot read does not hold up the others."""
    sent, after_seq, most = 0, 0, BATCH_MAX
    while True:
        with till.ledger.read() as connection:
            batch = _fitting(ledger.outbox(connection, after_seq=after_seq, limit=most))
        if not batch:
            return sent
        try:
            answers = hub.submit(batch, epoch=epoch)  # never inside a transaction: the network may take its time
        except BatchUnreadable:
            if len(batch) > 1:
                most = len(batch) // 2
                continue
            unread = batch[0].operation.op_id
            log.warning("the hub cannot read operation %s: people must look", unread)
            answers = [Answer(unread, AnswerStatus.ATTENTION, reason=HUB_CANNOT_READ)]
        with till.ledger.write() as connection:
            ledger.record(connection, answers, at=_hub_now(till))
        sent += sum(answer.reason != HUB_CANNOT_READ for answer in answers)
        after_seq = batch[-1].operation.seq
        most = min(BATCH_MAX, 2 * most)  # beyond the one that was in the way, many at a time again


def _fitting(batch: Sequence[SignedOperation]) -> Sequence[SignedOperation]:
    """As many as the hub takes at once, and one at least."""
    size = 0
    for number, signed in enumerate(batch):
        size += len(canonical(signed_json(signed))) + _ENVELOPE_AROUND_BYTES
        if size > BATCH_MAX_BYTES and number:
            return batch[:number]
    return batch


def _receive(till: Till, hub: Hub, scope: str, hello: Hello, *, is_stirred: bool = False) -> int:
    """Read one scope to its end, if there is news: the hub says so, or we have just sent some ourselves."""
    with till.cache.read() as connection:
        at = cache.cursor(connection, scope)
    head = hello.heads.get(scope, 0)
    if at.epoch == hello.epoch and at.seq == head and not is_stirred:
        return 0
    # Where we are ahead, the hub was put back: its numbers come a second time, and tell of something else.
    if at.epoch and (at.epoch != hello.epoch or not hello.min_seqs.get(scope, 0) <= at.seq <= head):
        return read_anew(till, hub, scope, hello.epoch)
    received = 0
    for _ in range(PAGES_MAX):
        with till.cache.read() as connection:
            at = cache.cursor(connection, scope)
        try:
            page = _page(till, hub, scope, epoch=hello.epoch, after=at.seq)
        except FeedGone:
            return received + read_anew(till, hub, scope, hello.epoch)
        _take(till, [page], is_whole=False)
        received += len(page.changes)
        if not page.more:
            return received
    raise HubIncompatible(f"the feed of {scope} does not end")


def read_anew(till: Till, hub: Hub, scope: str, epoch: int) -> int:
    """Read a whole scope, then put it in the place of what was there, in one step: until then the old one serves."""
    pages: list[FeedPage] = []
    after = 0
    for _ in range(PAGES_MAX):
        try:
            pages.append(_page(till, hub, scope, epoch=epoch, after=after, anew=True))
        except FeedGone as error:
            raise HubUnreachable(Why.HUB_ERROR, f"the feed of {scope} went away while it was read") from error
        if not pages[-1].more:
            _take(till, pages, is_whole=True)
            log.info("%s was read anew: %d pages", scope, len(pages))
            return sum(len(page.changes) for page in pages)
        after = pages[-1].to_seq
    raise HubIncompatible(f"the feed of {scope} does not end")


def _page(till: Till, hub: Hub, scope: str, *, epoch: int, after: int, anew: bool = False) -> FeedPage:
    page = hub.changes(scope, epoch=epoch, after=after, anew=anew)
    if page.epoch != epoch:
        raise HubUnreachable(Why.HUB_ERROR, "its epoch changed while its feed was read")
    if page.more and page.to_seq <= page.from_seq:
        raise HubIncompatible(f"the feed of {scope} does not go on")
    return replace(page, changes=tuple(change for change in page.changes if _is_believed(till, change)))


def _take(till: Till, pages: Sequence[FeedPage], *, is_whole: bool) -> None:
    try:
        with till.cache.write() as connection:
            if is_whole:
                cache_feed.replace_scope(connection, pages, lookup_key=till.lookup_key)
            else:
                cache_feed.apply_page(connection, pages[0], lookup_key=till.lookup_key)
    except Malformed as error:
        raise HubIncompatible(f"a row of the feed: {error}") from error


def _is_believed(till: Till, change: Change) -> bool:
    """Whether a row may go into the cache: a key set only if the root key signed it and it is newer than ours."""
    if change.entity != "key_set" or change.body is None:
        return change.entity != "key_set"
    with till.cache.read() as connection:
        ours = cache.signed_key_set(connection)
    try:
        document, signature = object_of(change.body.get("key_set")), bytes_of(text_of(change.body, "signature"))
        known_seq = _seq_of(ours)
    except ValueError as error:  # Malformed is one
        raise HubIncompatible("the key set is not readable") from error
    found = parse_key_set(
        canonical(document),
        signature=signature,
        root_public_key=till.profile.root_public_key,
        hub_id=UUID(till.profile.hub_id),
        known_seq=known_seq,
        is_signature=signing.verify,
    )
    if isinstance(found, KeySetRefusal) and found is not KeySetRefusal.NOT_NEWER:
        log.warning("a key set was not believed: %s", found.value)
    return not isinstance(found, KeySetRefusal)


def _seq_of(ours: Mapping[str, object] | None) -> int | None:
    return int_of(object_of(ours["key_set"]), "seq") if ours else None
