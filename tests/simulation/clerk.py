"""What a clerk of a run does next: mostly what a queue of customers asks for, sometimes what one should not."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from clerk_app.desk import balances, pickups, work
from clerk_app.desk.approvals import Approval, approve, doubt_about
from clerk_app.desk.outcome import Outcome
from clerk_app.desk.pickups import Pickup
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import PickupText, TypedOrderNo
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import LineQuantity, Method, PickupOrder, PickupStatus
from clerk_app.domain.roles import Clerk, Role
from clerk_app.domain.verdict import Verdict
from clerk_app.till import Till
from tests.simulation.done import Done
from tests.simulation.hub import PIN

AT_WORK = Clerk("1001", "店员1001", Role.CLERK)
MANAGER = "2001"


@dataclass(slots=True)
class ClerkAtWork:
    till: Till
    chance: Random
    order: PickupOrder
    """The order that the customer names; the till may know another state of it, or none."""
    codes: Callable[[], list[str]]
    """What the customer may have on their phone, once they are asked for it."""

    def act(self) -> Done:
        here = work.order(self.till, self.order.order_no)
        acts = self._acts(here)
        what = self.chance.choice(list(acts))
        outcome = acts[what]()
        told = (outcome.op_id,) if outcome is not None and outcome.word is Word.SAVED else ()
        return Done(what, str(self.order.order_no), said=str(outcome), told=told)

    def _acts(self, here: PickupOrder | None) -> dict[str, Callable[[], Outcome | None]]:
        number = self.order.order_no
        match here.status if here else None:
            case PickupStatus.NEW:
                return {
                    "accept": lambda: work.accept(self.till, number, clerk=AT_WORK),
                    "pick": lambda: work.picked(self.till, number, clerk=AT_WORK),
                }
            case PickupStatus.ACCEPTED | PickupStatus.PICKING if self.order.method is Method.SHIP:
                return {"pick": self._pick, "pack": self._pack} if self.chance.random() < 0.2 else {"pack": self._pack}
            case PickupStatus.PACKED:
                return {"send": self._send}
            case PickupStatus.ACCEPTED | PickupStatus.PICKING:
                ready = {"ready": self._make_ready, "hand over": self._hand_over}
                rejects = self.chance.random() < 0.05
                return {"reject": self._reject} if rejects else {**ready, "pick": self._pick}
            case PickupStatus.COLLECTED:
                return {"hand over": self._hand_over, "undo": self._undo}
            case _:
                return {"hand over": self._hand_over, "part": self._hand_over_part, "undo": self._undo}

    def _pick(self) -> Outcome:
        return work.picked(self.till, self.order.order_no, clerk=AT_WORK)

    def _pack(self) -> Outcome:
        return work.packed(self.till, self.order.order_no, clerk=AT_WORK)

    def _send(self) -> Outcome:
        return work.sent(self.till, self.order.order_no, clerk=AT_WORK, carrier="SF", tracking=("SF1",))

    def _make_ready(self) -> Outcome:
        return work.ready(self.till, self.order.order_no, clerk=AT_WORK, shelf="B-07")

    def _reject(self) -> Outcome:
        return work.reject(self.till, self.order.order_no, clerk=AT_WORK, reason="not found")

    def _hand_over(self) -> Outcome | None:
        return self._handed_over(self._look(), None)

    def _hand_over_part(self) -> Outcome | None:
        """Some pieces of one line, and sometimes more than there still are."""
        line = self.chance.choice(self.order.lines)
        return self._handed_over(self._look(), (LineQuantity(line.line, self.chance.randint(1, line.quantity)),))

    def _handed_over(self, look: Pickup, lines: tuple[LineQuantity, ...] | None) -> Outcome | None:
        if look.verdict in {Verdict.REFUSED, Verdict.UNKNOWN}:
            return pickups.record_refusal(self.till, look, clerk=AT_WORK)
        if look.order is None and lines is None:
            lines = tuple(LineQuantity(line.line, line.quantity) for line in self.order.lines)
        due = balances.balance(self.till, look) if look.order else None
        if due is not None and due.due.left_minor > 0:
            balances.pay_cash(self.till, look, due.due.cash_minor, clerk=AT_WORK)
        return pickups.hand_over(
            self.till,
            look,
            clerk=AT_WORK,
            lines=lines,
            identity=Identity.PHONE_TAIL,
            approval=self._word(look),
        )

    def _word(self, look: Pickup) -> Approval | None:
        if look.verdict is not Verdict.ASK_MANAGER:
            return None
        assert look.order_no is not None, "a doubt is about an order"
        asked = doubt_about(self.till, look.reason, look.order_no)
        said = approve(self.till, MANAGER, PIN, doubt=asked, reason="seen")
        return said if isinstance(said, Approval) else None

    def _undo(self) -> Outcome | None:
        mine = [it for it in pickups.undoable(self.till) if it.order_no == self.order.order_no]
        if not mine:
            return None
        return pickups.undo(self.till, mine[0].op_id, clerk=AT_WORK, reason="wrong box")

    def _look(self) -> Pickup:
        codes = self.codes()
        shown = PickupText(self.chance.choice(codes)) if codes else TypedOrderNo(self.order.order_no)
        return pickups.look_up(self.till, shown)
