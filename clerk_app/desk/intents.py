"""Intents: what could not be ordered while the hub did not answer: noted, called back about, taken up or given up."""

from dataclasses import replace

from clerk_app.desk import baskets, knowledge
from clerk_app.desk.baskets import OpenBasket, Wanted, WhyNot
from clerk_app.domain.aisle.intents import Intent, IntentLine, IntentRefusal, IntentState, why_not_end, why_not_note
from clerk_app.domain.basket import CARRY_OUT, SHIP, Fulfilment, Place
from clerk_app.domain.orders import Method
from clerk_app.domain.roles import Clerk
from clerk_app.settings import papers_folder
from clerk_app.store import aisle, papers
from clerk_app.till import Till


def note(
    till: Till,
    lines: tuple[IntentLine, ...],
    *,
    clerk: Clerk,
    name: str = "",
    phone: str,
    words: str = "",
    off_basket: tuple[int, ...] = (),
) -> Intent | WhyNot | IntentRefusal:
    """Write down what somebody wants, and whom to call. It promises nothing: the hub never hears of it. In the same
    step the lines `off_basket` leave the basket that is open.
    """
    named = tuple(replace(line, name=line.name or _name(till, line.sku)) for line in lines)
    made = Intent(till.new_id(), till.time.now(), clerk.badge, named, name.strip(), phone.strip(), words.strip())
    refusal = why_not_note(made)
    if refusal:
        return refusal
    with till.ledger.write() as kept:
        why_not = baskets.take_out(till, kept, off_basket) if off_basket else None
        if why_not:
            return why_not
        aisle.keep_intent(kept, made)
    return made


def waiting(till: Till) -> tuple[Intent, ...]:
    """Whom somebody has to call, whoever waits longest first."""
    with till.ledger.read() as kept:
        return aisle.intents(kept, waiting_only=True)


def everything(till: Till) -> tuple[Intent, ...]:
    """Also those that are over and not forgotten yet."""
    with till.ledger.read() as kept:
        return aisle.intents(kept, waiting_only=False)


def take_up(till: Till, name: str) -> OpenBasket | WhyNot | IntentRefusal:
    """Make a basket of it, at today's prices: it is ordered, or not, as any other."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = aisle.intent(kept, name)
        refusal = why_not_end(found)
        if refusal or found is None:
            return refusal or IntentRefusal.UNKNOWN_INTENT
        wanted = [Wanted(line.sku, line.quantity, place_of(till, line)) for line in found.lines]
        done = baskets.begin_with(till, cached, kept, wanted)
        if isinstance(done, OpenBasket):
            aisle.keep_intent(kept, _ended(till, found, IntentState.TAKEN_UP, ""))
    if isinstance(done, OpenBasket):
        papers.drop_of_intent(papers_folder(till.folder), name)
    return done


def give_up(till: Till, name: str, *, reason: str) -> Intent | IntentRefusal:
    """Nobody will be called any more, and why."""
    with till.ledger.read() as kept:
        found = aisle.intent(kept, name)
    refusal = why_not_end(found, reason=reason)
    if refusal or found is None:
        return refusal or IntentRefusal.UNKNOWN_INTENT
    ended = _ended(till, found, IntentState.GIVEN_UP, reason.strip())
    with till.ledger.write() as kept:
        aisle.keep_intent(kept, ended)
    papers.drop_of_intent(papers_folder(till.folder), name)
    return ended


def slip(till: Till, it: Intent) -> str:
    """What is printed for the customer, in both languages, and clearly no order."""
    made = it.made_at.astimezone(knowledge.zone_of(till))
    rule = "-" * 32
    lines = "\n".join(f"{line.quantity} × {line.name or line.sku}" for line in it.lines)
    return (
        f"不是订单 · THIS IS NOT AN ORDER\n{rule}\n{lines}\n{rule}\n"
        "网络中断，货品未预留，价格未锁定。我们会打电话给您。\n"
        "Our network is down: nothing is kept for you, and no price is fixed. We will call you.\n"
        f"{rule}\n{it.name} {it.phone}\n{made:%Y-%m-%d %H:%M} · {till.profile.till_name} · {it.clerk}\n"
    )


def slip_name(it: Intent) -> str:
    """By what name the slip is written; it goes once the intent is over."""
    return papers.name_of_intent(it.intent)


def _ended(till: Till, it: Intent, state: IntentState, reason: str) -> Intent:
    return replace(it, state=state, reason=reason, ended_at=till.time.now())


def place_of(till: Till, line: IntentLine) -> Place:
    if line.method is Method.SHIP:
        return SHIP
    is_here = line.branch in {None, till.branch}  # or nobody could say where, the hub being silent
    return CARRY_OUT if is_here else Place(Fulfilment.PICKUP, line.branch)


def _name(till: Till, sku: str) -> str:
    found = till.catalogue.products_of_skus([sku]).get(sku)
    return (found.name_zh or found.name_en) if found else ""
