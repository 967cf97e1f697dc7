"""Applying a till's batch in one transaction: in order, each operation once, no bad one in the way of the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from clerk_app.domain.acts import AboutNoOrder, HandOver, Reject, Settle, Undo
from clerk_app.domain.aisle.orders import PlaceOrder
from clerk_app.domain.drawer import AboutDrawer, adds_up
from clerk_app.domain.enrolment import Enrol
from clerk_app.domain.operations import Answer, AnswerStatus, Operation
from clerk_app.domain.orders import BranchNo, OrderNo, PickupOrder
from clerk_app.domain.pickup import UNDO_WINDOW, Actor, Disagreement
from clerk_app.domain.returns.acts import AboutReturn, ReceiveReturn
from clerk_app.domain.sales import AboutSale, Sale
from clerk_app.domain.settling import Attention, WhyNotSettled
from clerk_app.wire import scope_of, time_text
from hub import audit, codes, days, dropping, holds, orders, returnable, settling, tills
from hub.aisle import paying, placing, routing
from hub.audit import Event
from hub.database import Transaction
from hub.intake import conflicts, enrolling, moves, returns, sales, shown, store
from hub.intake.effect import Effect, becomes_ready, effect_of
from hub.intake.people import Person, badges_in, complaint, people
from hub.intake.received import Received
from hub.intake.reused import told_apart
from hub.intake.shown import SignedCode
from hub.opening import Hub
from hub.orders import ms_of
from hub.rules import load_rules
from hub.tills import Till

BADGE_MAX = 32  # a till may have signed anything


class Forked(Exception):
    """Two operations claim one place in the till's history: its disk was copied. It must be paired anew."""


class _Concerns(Exception):
    """An order of another branch is in the batch, so that branch's feed must be locked too."""

    def __init__(self, branch: int) -> None:
        super().__init__(branch)
        self.branch = branch


@dataclass(frozen=True, slots=True)
class Answers:
    answers: tuple[Answer, ...]
    acked_through: int


@dataclass(frozen=True, slots=True)
class Push:
    """What one till sent at once, as it was read."""

    till: Till
    batch: Sequence[Received]

    @property
    def orders(self) -> int:
        """At most so many orders change."""
        return len({it.order_no for it in self.batch if not it.complaint})


def apply_batch(hub: Hub, push: Push, now: datetime) -> Answers:
    """Apply a batch and answer each of its operations. Raises Forked: then the till is frozen, and nothing applied."""
    scopes = {scope_of(push.till.branch)}
    while True:
        try:
            return hub.database.transact(
                lambda tx: _Batch(tx, hub, push.till, now).apply(push.batch), *scopes, rows=push.orders
            )
        except _Concerns as other:
            scopes.add(scope_of(other.branch))
        except Forked:
            tills.freeze(hub.database, push.till, now=now)
            raise


def apply_together(hub: Hub, pushes: Sequence[Push], now: datetime) -> list[Answers]:
    """Apply the batches of several tills in one transaction, in order.

    Raises when one of them cannot be applied so, and then has changed nothing: each may still be applied by itself.
    """
    scopes = {scope_of(push.till.branch) for push in pushes}
    return hub.database.transact(
        lambda tx: [_Batch(tx, hub, push.till, now).apply(push.batch) for push in pushes],
        *scopes,
        rows=sum(push.orders for push in pushes),
    )


class _Batch:
    """The life of one transaction: what was known, and the orders as they change."""

    def __init__(self, tx: Transaction, hub: Hub, till: Till, now: datetime) -> None:
        self._tx = tx
        self._hub = hub
        self._till = till
        self._now = now
        self._orders: dict[OrderNo, PickupOrder] = {}
        self._codes: Mapping[str, SignedCode] = {}
        self._people: Mapping[str, Person] = {}
        self._undo_window = UNDO_WINDOW
        self._changed: dict[OrderNo, int] = {}  # the order's seq, once stored
        self._of_day: list[days.Noted] = []
        self._answered: list[store.Kept] = []  # of this batch, so far

    def apply(self, batch: Sequence[Received]) -> Answers:
        sent, known = batch, store.known(self._tx, self._till, batch)
        batch = told_apart(known, sent)
        if batch is not sent:
            known = store.known(self._tx, self._till, batch)
        _refuse_forks(known, batch)
        fresh = [it for it in batch if not it.complaint and it.op_id not in known.by_op_id]
        self._load(fresh)
        if any(isinstance(it.act, Undo) for it in fresh):  # nothing else asks the rules, and most batches have none
            self._undo_window = timedelta(seconds=load_rules(self._tx).undo_s)
        first_answers: dict[str, store.Kept] = dict(known.by_op_id)
        repeated: set[int] = set()
        for place, it in enumerate(batch):
            if it.op_id in first_answers:
                repeated.add(place)
                continue
            kept = self._seen_by_people(self._judged(it, chain_fits=known.chain_fits(it)))
            known.remember(it)
            first_answers[it.op_id] = kept
            self._answered.append(kept)
        self._store_orders()
        days.note(self._tx, self._of_day)
        new = [self._with_order_seq(kept) for kept in self._answered]
        first_answers.update({kept.received.op_id: kept for kept in new})
        acked_through = store.keep(self._tx, self._till, new, known, now_ms=ms_of(self._now))
        self._note(new)
        answers = [
            _repeated(it, first_answers[it.op_id]) if place in repeated else first_answers[it.op_id].answer
            for place, it in enumerate(batch)
        ]
        by_their_ids = (replace(answer, op_id=it.op_id) for it, answer in zip(sent, answers, strict=True))
        return Answers(tuple(answers if batch is sent else by_their_ids), acked_through)

    def _note(self, new: Sequence[store.Kept]) -> None:
        """The last thing that a batch does: the audit's head is locked after all feeds."""
        for it in (kept.received for kept in new):
            if it.operation and it.operation.step_up:
                badges = {"clerk": it.operation.clerk[:BADGE_MAX], "by": it.operation.step_up.by[:BADGE_MAX]}
                audit.note(self._tx, Event.STEP_UP, self._now, till=self._till.till, op_id=it.op_id, **badges)
        for kept in new:
            it = kept.received
            if it.operation and isinstance(it.about, Settle) and kept.answer.status is not AnswerStatus.REFUSED:
                audit.note(
                    self._tx, Event.CONFLICT_SETTLED, self._now, conflict=it.about.conflict, by=it.operation.clerk
                )

    def _load(self, fresh: Sequence[Received]) -> None:
        wanted = sorted({it.order_no for it in fresh if it.order_no})
        badges = {badge for it in fresh if it.operation for badge in badges_in(it.operation)}
        self._people = people(self._tx, self._till.branch, badges) if badges else {}
        if not wanted:
            return
        self._orders = orders.load_orders(self._tx, self._till.branch, wanted)
        self._codes = shown.codes_shown(self._tx, self._hub.keys, fresh, self._orders)
        for order_no in wanted:
            if order_no not in self._orders:
                self._find_elsewhere(OrderNo(order_no))

    def _find_elsewhere(self, order_no: OrderNo) -> None:
        """Look for an order that this branch does not have: a customer may stand in the wrong branch.

        Where several branches have a part of it, the code that was shown says which is meant.
        """
        meant = {code.branch for code in self._codes.values() if code.order_no == order_no}
        found = sorted(orders.orders_everywhere(self._tx, order_no), key=lambda part: part.branch not in meant)
        if not found:
            return
        if not self._tx.holds(scope_of(found[0].branch)):
            raise _Concerns(found[0].branch)
        self._orders[order_no] = found[0]

    def _judged(self, it: Received, *, chain_fits: bool) -> store.Kept:
        """Apply one operation to the orders in hand, and say how it is answered."""
        order = self._orders.get(OrderNo(it.order_no)) if it.order_no else None
        if it.complaint or it.operation is None:
            return _attention(it, it.complaint)
        if it.about is not None or it.act is None:
            assert it.about is not None, "whatever can be read says something"
            return self._of_no_order(it, it.about, chain_fits=chain_fits)
        if order is None:
            return _attention(it, Attention.UNKNOWN_ORDER)
        by = self._actor(it.operation.clerk)
        at, window = it.operation.occurred_at, self._undo_window
        came_back = isinstance(it.act, Undo) and returnable.came_back(self._tx, order)
        effect = effect_of(order, it.act, op_id=it.op_id, at=at, by=by, undo_window=window, came_back=came_back)
        if effect.disagreement is None:
            effect = replace(effect, disagreement=shown.complaint(order, it.act, self._codes, at=at))
        self._orders[order.order_no] = self._with_codes(order, effect, it)
        self._changed[order.order_no] = 0
        if isinstance(it.act, Reject) and effect.disagreement is None:
            routing.note_rejected(self._tx, effect.order, now=self._now)
        self._of_day += moves.of_order(it.operation, it.act, order, effect.order, branch=self._till.branch)
        concern = complaint(it.operation, self._people)
        flagged = self._recorded(it, effect, by, concern, AnswerStatus.ATTENTION) if concern else None
        if effect.disagreement is not None:
            return self._recorded(it, effect, by, effect.disagreement, AnswerStatus.CONFLICT)
        if flagged is not None:
            return flagged
        return self._in_history(it, chain_fits=chain_fits)

    def _of_no_order(self, it: Received, about: AboutNoOrder, *, chain_fits: bool) -> store.Kept:
        match about:
            case Settle():
                return self._settled(it, about, chain_fits=chain_fits)
            case Enrol():
                return self._enrolled(it, about, chain_fits=chain_fits)
            case PlaceOrder():
                return self._placed(it, about)
            case _:
                pass
        if isinstance(about, AboutReturn):
            return self._of_return(it, about, chain_fits=chain_fits)
        if isinstance(about, AboutDrawer):
            return self._of_drawer(it, about, chain_fits=chain_fits)
        return self._of_sale(it, about, chain_fits=chain_fits)

    def _in_history(self, it: Received, *, chain_fits: bool) -> store.Kept:
        """What was done counts; people look where it does not fit into its till's history, or this hub's."""
        assert it.operation is not None, "what cannot be read has no effect"
        if not chain_fits:
            return _attention(it, Attention.CHAIN_BROKEN)
        is_ahead = it.operation.epoch > self._hub.epoch
        return _attention(it, Attention.EPOCH_AHEAD) if is_ahead else _kept(it, AnswerStatus.APPLIED)

    def _placed(self, it: Received, act: PlaceOrder) -> store.Kept:
        """Place an order for goods that lie elsewhere, or say why not and what else there is."""
        assert it.operation is not None, "only what can be read orders anything"
        self._hold(placing.concerned(act))
        concern = complaint(it.operation, self._people)
        if concern:
            return _kept(it, AnswerStatus.REFUSED, concern.value)
        by, told = self._actor(it.operation.clerk), self._till
        seller = placing.Seller(
            told.branch, told.till, told.name, by.clerk, by.clerk_name, op_id=it.op_id, now=self._now
        )
        done = placing.place(self._tx, self._hub.keys, act, seller, load_rules(self._tx))
        if isinstance(done, placing.NotPlaced):
            return _kept(it, AnswerStatus.REFUSED, done.why.value, done.result)
        return _kept(it, AnswerStatus.APPLIED, result=done.result)

    def _hold(self, branches: Iterable[int]) -> None:
        """See that the feeds of these branches are locked; else the batch begins again with them."""
        for branch in branches:
            if not self._tx.holds(scope_of(branch)):
                raise _Concerns(branch)

    def _of_sale(self, it: Received, act: AboutSale, *, chain_fits: bool) -> store.Kept:
        """Keep what was sold, or speak for what is about to be; what does not fit goes to people, each by itself."""
        assert it.operation is not None, "only what can be read sells anything"
        if isinstance(act, Sale) and act.order_no is not None:
            self._hold(paying.concerned(self._tx, act.order_no, branch=self._till.branch))
        scene = sales.Scene(self._tx, self._till, it.operation, self._now, self._answered)
        told = sales.apply(scene, act, self._people.get(it.operation.clerk))
        return self._told(it, it.operation, told, chain_fits=chain_fits)

    def _of_return(self, it: Received, act: AboutReturn, *, chain_fits: bool) -> store.Kept:
        """Keep what came back. Its purchase is another branch's, perhaps: that one's feed is locked, too."""
        assert it.operation is not None, "only what can be read takes anything back"
        scene = sales.Scene(self._tx, self._till, it.operation, self._now)
        self._hold(returns.concerned(scene, act))
        self._store_orders()  # what reached the customer is counted from what is stored
        told = returns.apply(scene, act, self._people.get(it.operation.clerk))
        self._of_day += told.of_day
        if isinstance(act, ReceiveReturn) and act.dropped:
            self._look_again(dropping.parts_of(self._tx, act.purchase), told.seq)
        return self._told(it, it.operation, told, chain_fits=chain_fits)

    def _look_again(self, parts: Iterable[PickupOrder], seq: int) -> None:
        """Orders in hand were changed beside the batch, and `seq` of its branch's feed tells of that."""
        for part in parts:
            held = self._orders.get(part.order_no)
            if held is None or held.branch != part.branch:
                continue
            self._orders[part.order_no] = part
            if part.order_no in self._changed and part.branch == self._till.branch:
                self._changed[part.order_no] = max(self._changed[part.order_no], seq)

    def _of_drawer(self, it: Received, act: AboutDrawer, *, chain_fits: bool) -> store.Kept:
        """Keep what was done at a drawer, for the branch's day."""
        assert it.operation is not None, "only what can be read is done at a drawer"
        self._of_day.append(moves.of_drawer(it.operation, act, branch=self._till.branch))
        told = sales.Told(attention=None if adds_up(act) else Attention.DOES_NOT_ADD_UP)
        return self._told(it, it.operation, told, chain_fits=chain_fits)

    def _told(self, it: Received, operation: Operation, told: sales.Told, *, chain_fits: bool) -> store.Kept:
        """Answer what became of it, and show people what does not fit, each by itself."""
        here, by = scope_of(self._till.branch), self._actor(operation.clerk)
        if told.refusal:
            return _kept(it, AnswerStatus.REFUSED, told.refusal, told.result)
        concern = complaint(operation, self._people)
        wrong = [*told.wrong, *([sales.Wrong(concern)] if concern else [])]
        if wrong:
            side = conflicts.side_of_operation(operation, by, pieces=told.pieces)
            recorded = [
                conflicts.record(
                    self._tx,
                    kind=each.kind,
                    order_no=told.order_no,
                    branches={self._till.branch, *told.branches},
                    sides=[*each.other_sides, side],
                    at_ms=ms_of(self._now),
                    at=time_text(self._now),
                    about={**told.about, **each.about},
                )
                for each in wrong
            ]
            first, status = recorded[0], AnswerStatus.CONFLICT if told.wrong else AnswerStatus.ATTENTION
            seq = {here: max(told.seq, *(seqs[here] for _, seqs in recorded))}
            return store.Kept(it, Answer(it.op_id, status, seq, wrong[0].kind.value, first[0]))
        fits = _kept(it, AnswerStatus.APPLIED, result=told.result)
        kept = fits if chain_fits else _attention(it, Attention.CHAIN_BROKEN)
        if told.attention or operation.epoch > self._hub.epoch:
            kept = _attention(it, told.attention or Attention.EPOCH_AHEAD)
        return kept.at({here: told.seq} if told.seq else {})

    def _enrolled(self, it: Received, act: Enrol, *, chain_fits: bool) -> store.Kept:
        """Enrol a member; who asks and may not is refused, like whatever cannot be."""
        assert it.operation is not None, "only what can be read enrols anybody"
        concern = complaint(it.operation, self._people)
        if concern is not None:
            return _kept(it, AnswerStatus.REFUSED, concern.value)
        done = enrolling.enrol(
            self._tx, self._hub.keys, act, branch=self._till.branch, at=it.operation.occurred_at, now=self._now
        )
        if done.refusal:
            return _kept(it, AnswerStatus.REFUSED, done.refusal)
        kept = (
            _kept(it, AnswerStatus.APPLIED, result=done.result)
            if chain_fits
            else _attention(it, Attention.CHAIN_BROKEN)
        )
        return kept.at({scope_of(self._till.branch): done.seq})

    def _actor(self, badge: str) -> Actor:
        name = self._people[badge].name if badge in self._people else ""
        return Actor(BranchNo(self._till.branch), self._till.name, clerk=badge, clerk_name=name)

    def _settled(self, it: Received, settle: Settle, *, chain_fits: bool) -> store.Kept:
        """Settle a conflict, at every branch that it concerns; or say that it cannot be settled so."""
        assert it.operation is not None, "only what can be read settles anything"
        if complaint(it.operation, self._people):
            return _kept(it, AnswerStatus.REFUSED, WhyNotSettled.MAY_NOT_SETTLE.value)
        here, badge = self._till.branch, it.operation.clerk
        rows = settling.rows_of(self._tx, settle.conflict, branch=here)
        self._hold(rows)
        by = settling.Settler(badge, self._people[badge].name or badge)
        done = settling.settle(self._tx, settle, rows, by=by, at=it.operation.occurred_at)
        if isinstance(done, WhyNotSettled):
            return _kept(it, AnswerStatus.REFUSED, done.value)
        return self._in_history(it, chain_fits=chain_fits).at({scope_of(here): done.seqs[here]})

    def _seen_by_people(self, kept: store.Kept) -> store.Kept:
        """Put what needs attention on the managers' list; and all that a till brings which is withdrawn."""
        it, answer = kept.received, kept.answer
        if answer.status is not AnswerStatus.ATTENTION:
            if not self._till.active:
                self._put_on_list(it, Attention.TILL_REVOKED)
            return kept
        conflict = answer.conflict or self._put_on_list(it, answer.reason)
        return replace(kept, answer=replace(answer, conflict=conflict))

    def _put_on_list(self, it: Received, reason: str) -> str:
        at, here = time_text(self._now), self._till.branch
        if it.operation is not None:
            moved = it.act.lines if isinstance(it.act, HandOver) else ()
            pieces = sum(part.quantity for part in moved)
            side = conflicts.side_of_operation(it.operation, self._actor(it.operation.clerk), pieces=pieces)
        else:
            side = conflicts.side_of_unreadable(it.op_id, branch=here, till_name=self._till.name, at=at)
        conflict, _ = conflicts.record(
            self._tx,
            kind=reason,
            order_no=it.order_no or 0,
            branches=(here,),
            sides=[side],
            at_ms=ms_of(self._now),
            at=at,
        )
        return conflict

    def _with_codes(self, before: PickupOrder, effect: Effect, it: Received) -> PickupOrder:
        assert it.act is not None, "what has no act has no effect"
        if becomes_ready(before, effect, it.act):
            return codes.issue(self._tx, self._hub.keys, effect.order, self._now)
        order = codes.with_free_short_code(self._tx, before, effect.order)
        return codes.issue_if_outlived(self._tx, self._hub.keys, order, self._now, before=before)

    def _recorded(
        self, it: Received, effect: Effect, by: Actor, kind: Disagreement, status: AnswerStatus
    ) -> store.Kept:
        """Write down what people must look at, at both branches that it concerns."""
        assert it.operation is not None, "a conflict is between readable operations"
        pieces = effect.order.history[-1].pieces
        sides = [conflicts.side_of_operation(it.operation, by, pieces=pieces)]
        if effect.other_side is not None and kind is effect.disagreement:
            sides.insert(0, conflicts.side_of_entry(effect.other_side))
        conflict, seqs = conflicts.record(
            self._tx,
            kind=kind,
            order_no=effect.order.order_no,
            branches=(effect.order.branch, self._till.branch),
            sides=sides,
            at_ms=ms_of(self._now),
            at=time_text(self._now),
        )
        here = scope_of(self._till.branch)
        return store.Kept(it, Answer(it.op_id, status, {here: seqs[here]}, kind.value, conflict))

    def _store_orders(self) -> None:
        """Those that changed since they were stored last."""
        changed = [self._orders[order_no] for order_no, seq in self._changed.items() if not seq]
        stored = orders.store_orders(self._tx, changed, now=self._now)
        self._orders.update({order.order_no: order for order, _ in stored})
        self._changed.update({order.order_no: seq for order, seq in stored})
        own = [no for no in self._changed if self._orders[no].branch == self._till.branch]
        holds.let_go(self._tx, self._till, own)

    def _with_order_seq(self, kept: store.Kept) -> store.Kept:
        """Name the place in the till's own feed that tells of the effect. An order elsewhere is not followed here."""
        order_no = OrderNo(kept.received.order_no or 0)
        if order_no not in self._changed or self._orders[order_no].branch != self._till.branch:
            return kept
        scope = scope_of(self._till.branch)
        return kept.at({scope: max(self._changed[order_no], kept.answer.seq.get(scope, 0))})


def _refuse_forks(known: store.Known, batch: Sequence[Received]) -> None:
    claimed = dict(known.by_seq)
    for it in batch:
        if it.seq is not None and claimed.setdefault(it.seq, it.op_id) != it.op_id:
            raise Forked(f"two operations claim the place {it.seq}")


def _repeated(it: Received, first: store.Kept) -> Answer:
    """Answer the second as the first."""
    answer = first.answer
    result = {
        **answer.result,
        "status": answer.status.value,
        "reason": answer.reason,
        "conflict": answer.conflict,
        "seq": dict(answer.seq),
    }
    return Answer(it.op_id, AnswerStatus.DUPLICATE, answer.seq, answer.reason, answer.conflict, result)


def _attention(it: Received, reason: str) -> store.Kept:
    return _kept(it, AnswerStatus.ATTENTION, reason)


def _kept(
    it: Received, status: AnswerStatus, reason: str = "", result: Mapping[str, Any] = MappingProxyType({})
) -> store.Kept:
    return store.Kept(it, Answer(it.op_id, status, reason=reason, result=result))
