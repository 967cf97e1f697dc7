"""The pickup screen while articles are ticked, and after they have gone."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from clerk_app.desk.balances import Balance
from clerk_app.domain.acts import CodeKind
from clerk_app.domain.orders import OrderLine, PickupOrder
from clerk_app.domain.verdict import Checked
from ui import messages
from ui.basket.taken import taken_row
from ui.chain import Chain
from ui.formats import amount, clock_time, date, format_order_no, join, local, moment, span
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.around import Surroundings, checked_words, origin
from ui.pickup.opened import Missing, Opened, missing
from ui.pickup.person import person
from ui.pickup.screen import Articles, Money, PickupScreen, Stage
from ui.pickup.sentences import why_not
from ui.theme import State
from ui.widgets.check_list import CheckRow
from ui.widgets.facts_table import Fact
from ui.widgets.segmented import Choice
from ui.widgets.verdict_band import Verdict as Band

REST_DAYS = (2, 7)
SAME_DATE = "same"


def check_screen(opened: Opened, around: Surroundings) -> PickupScreen:
    """The screen while articles are ticked, and after they have gone."""
    order = opened.order
    assert order is not None, "articles are ticked on an order"
    lacking = missing(opened)
    screen = PickupScreen(
        stage=Stage.CHECK,
        band=_band(opened, order, around),
        articles=_articles(opened, order),
        person=person(opened, order, around.chain),
        shelves=_shelves(order, around.chain),
        shelves_wanted=frozenset(_places(order)),
        shelf_hint=messages.parcels(order.parcels) if order.parcels else "",
        facts=_facts(opened, order, around),
        can_ask=not opened.checking,
    )
    if opened.handed_over:
        return replace(screen, stage=Stage.AFTER, undo_left_s=0 if opened.undone else around.undo_left_s)
    return replace(
        screen,
        money=_money(opened.balance) if opened.balance else None,
        **_rest(opened, around),
        verb=messages.hand_over_pieces(opened.pieces if opened.partial else order.remaining),
        can_act=not lacking,
        missing=_missing_words(opened, lacking),
        can_part=order.partial_allowed and order.remaining > 1,
        can_drop=True,
        part_word=say(Text.PARTIAL_OFF if opened.partial else Text.PARTIAL),
    )


def _band(opened: Opened, order: PickupOrder, around: Surroundings) -> Band:
    state, headline, why = _after(opened) if opened.handed_over else _before(opened, order, around)
    return Band(state, headline, why, format_order_no(order.order_no), origin(order, around.now))


def _before(opened: Opened, order: PickupOrder, around: Surroundings) -> tuple[State, str, str]:
    if opened.outcome is not None:
        return State.REFUSED, say(Text.REFUSED_ACT_HEADLINE), why_not(opened.outcome, around.told_of(opened))
    if opened.pickup.held_by:
        return State.ATTENTION, say(Text.READY_HELD), say(Text.HELD_BY, till=opened.pickup.held_by)
    why = _why_ready(opened, order)
    if opened.approval is not None:
        until = say(Text.APPROVED_UNTIL, time=clock_time(opened.approval.good_until, with_seconds=True))
        return State.ATTENTION, say(Text.APPROVED_HEADLINE, name=opened.approval.by.name), join(why, until)
    of_money = _of_money(opened.balance) if opened.balance else None
    if of_money is not None:
        return *of_money, why
    if opened.pickup.checked is Checked.CACHE and opened.asked:
        return State.SAVED, say(Text.READY_OFFLINE_HEADLINE), why
    return State.DONE, say(Text.READY_HEADLINE), why


def _of_money(balance: Balance) -> tuple[State, str] | None:
    """How the balance stands, where it keeps the goods here."""
    waiting, left_minor = balance.open_attempt, balance.due.left_minor
    if waiting is not None:
        taken = amount(waiting.tender.amount_minor, waiting.currency)
        return State.UNKNOWN, say(Text.READY_PAYMENT_OPEN, amount=taken)
    if left_minor < 0:
        return State.ATTENTION, say(Text.READY_TOO_MUCH, amount=amount(-left_minor, balance.currency))
    if balance.why_not_settled:
        return State.ATTENTION, say(Text.READY_BALANCE, amount=amount(left_minor, balance.currency))
    return None


def _why_ready(opened: Opened, order: PickupOrder) -> str:
    kind = {CodeKind.QR: Text.WHY_SIGNED, CodeKind.SHORT_CODE: Text.WHY_SHORT}.get(
        opened.pickup.code_kind, Text.WHY_TYPED
    )
    gone = order.pieces - order.remaining
    used = say(Text.WHY_PARTLY, count=gone, total=order.pieces) if gone else say(Text.WHY_NOT_COLLECTED)
    local = opened.asked and opened.pickup.checked is Checked.CACHE
    return join(
        say(kind), say(Text.WHY_HERE), used, _why_paid(opened, order), say(Text.WHY_UNCONFIRMED) if local else ""
    )


def _why_paid(opened: Opened, order: PickupOrder) -> str:
    balance = opened.balance
    if balance is None:
        return say(Text.WHY_PAID)
    taken = say(Text.WHY_TAKEN_HERE, amount=amount(balance.due.paid_minor, order.currency)) if balance.paid else ""
    left_minor = balance.due.left_minor
    return join(taken, say(Text.WHY_DUE, amount=amount(left_minor, order.currency)) if left_minor > 0 else "")


def _after(opened: Opened) -> tuple[State, str, str]:
    assert opened.outcome is not None, "it was handed over"
    if opened.undone:
        return State.DONE, say(Text.UNDONE_HEADLINE), say(Text.UNDONE_WHY)
    state, word = words.WORDS[opened.outcome.word]
    why = messages.handed_over_pieces(_handed(opened))
    if state is State.SAVED:
        return state, say(word), join(why, say(Text.HANDED_OVER_SAVED))
    return state, say(word), why


def _articles(opened: Opened, order: PickupOrder) -> Articles:
    done, total = opened.pieces, order.remaining
    if opened.handed_over:
        done, total = (0, order.remaining) if opened.undone else (_handed(opened), _handed(opened))
    balance = opened.balance
    left_minor = max(0, balance.due.left_minor) if balance else 0
    paid = amount(order.paid_minor + (balance.due.paid_minor if balance else 0), order.currency)
    return Articles(
        rows=tuple(_row(opened, order, line) for line in order.lines),
        current_id=str(opened.current_line) if opened.current_line else "",
        badge=say(Text.CHECK_COUNT, done=done, total=total),
        badge_tone="done" if done == total else "accent" if done else "",
        trouble=opened.wrong_article,
        paid=say(Text.PAID_SO_FAR, pieces=messages.pieces(order.pieces), amount=paid),
        due=amount(left_minor, order.currency),
        due_open=balance is not None and balance.why_not_settled is not None,
    )


def _row(opened: Opened, order: PickupOrder, line: OrderLine) -> CheckRow:
    gone = line.remaining == 0  # collected on an earlier visit, or not wanted any more
    ticked, quantity = opened.ticked.get(line.line, 0), line.remaining or line.quantity
    if opened.handed_over:
        handed = {part.line: part.quantity for part in opened.handed if not opened.undone}
        ticked, quantity = line.collected + handed.get(line.line, 0), line.wanted or line.quantity
    return CheckRow(
        id=str(line.line),
        name=name_of(line.name_zh, line.name_en),
        subtitle=join(line.sku, name_of(line.name_en, line.name_zh) if line.name_en != line.name_zh else ""),
        quantity=quantity,
        ticked=quantity if gone and line.collected else ticked,
        place=order.shelf,
        price=amount(line.total_minor, order.currency),
        word=_row_word(opened, line, ticked, gone=gone),
        stepper=opened.partial and not opened.handed_over and line.remaining > 1,
        enabled=not gone,
    )


def _handed(opened: Opened) -> int:
    return sum(part.quantity for part in opened.handed)


def _row_word(opened: Opened, line: OrderLine, ticked: int, *, gone: bool) -> str:
    if gone:
        return say(Text.LINE_GONE if line.collected else Text.LINE_DROPPED)
    if opened.handed_over or not ticked:
        return say(Text.LINE_LEFT_HERE) if opened.partial and not ticked else ""
    if ticked < line.remaining:
        return say(Text.LINE_PART, done=ticked, total=line.remaining)
    return say(Text.LINE_SCANNED if opened.scanned.get(line.line, 0) >= ticked else Text.LINE_TICKED)


def _places(order: PickupOrder) -> tuple[str, ...]:
    return tuple(part.strip() for part in order.shelf.replace("、", ",").split(",") if part.strip())


def _shelves(order: PickupOrder, chain: Chain) -> tuple[str, ...]:
    """A few neighbours on either side of where the goods lie, in the order of the shop."""
    wanted = _places(order)
    if not wanted:
        return ()
    known = [shelf for shelf in chain.shelves if shelf]
    if wanted[0] not in known:
        return wanted
    first = max(0, min(known.index(wanted[0]) - 2, len(known) - 5))
    near = known[first : first + 5]
    return tuple(near) + tuple(place for place in wanted if place not in near)


def _facts(opened: Opened, order: PickupOrder, around: Surroundings) -> tuple[Fact, ...]:
    if opened.handed_over:
        return _facts_after(opened, order, around)
    now = around.now
    stale = opened.asked and opened.pickup.checked is Checked.CACHE
    used = Text.CODE_PARTLY_USED if order.remaining < order.pieces else Text.CODE_UNUSED
    return (
        Fact(say(Text.COLLECT_BY), moment(order.collect_by, now=now), _days_left(order, now)),
        Fact(
            say(Text.CODE_STATE),
            say(used),
            checked_words(opened, now),
            ink="attention-text" if stale else "ink",
        ),
        Fact(say(Text.AFTER), say(Text.AFTER_UNDO, time=span(around.chain.undo_s))),
    )


def _facts_after(opened: Opened, order: PickupOrder, around: Surroundings) -> tuple[Fact, ...]:
    """What is true once the goods have gone, and once they are back."""
    assert opened.handed_at is not None, "it was handed over"
    now = around.now
    if opened.undone:
        return (
            Fact(say(Text.COLLECT_BY), moment(order.collect_by, now=now), _days_left(order, now)),
            Fact(say(Text.CODE_STATE), say(Text.CODE_VALID_AGAIN)),
        )
    whole = _handed(opened) == order.remaining
    until = around.undo_until if around.undo_left_s > 0 else None
    return (
        Fact(say(Text.COLLECTED_AT), moment(opened.handed_at, now=now)),
        Fact(say(Text.CODE_STATE), say(Text.CODE_USED if whole else Text.CODE_PARTLY_USED)),
        Fact(say(Text.UNDO), say(Text.UNDO_UNTIL, time=clock_time(until)) if until else say(Text.UNDO_OVER)),
    )


def _days_left(order: PickupOrder, now: datetime) -> str:
    left = (local(order.collect_by).date() - local(now).date()).days
    if left < 0:
        return ""
    return say(Text.DAYS_LEFT, days=messages.days(left)) if left else say(Text.COLLECT_BY_TODAY)


def _money(balance: Balance) -> Money:
    is_open = balance.why_not_settled is not None
    return Money(
        due=amount(max(0, balance.due.left_minor), balance.currency),
        is_open=is_open,
        rows=tuple(taken_row(it) for it in balance.attempts),
        act=say(Text.MONEY_TAKE if balance.due.left_minor > 0 and not balance.open_attempt else Text.MONEY_SEE),
        note=say(Text.MONEY_NOTE if is_open else Text.MONEY_SETTLED),
    )


def _rest(opened: Opened, around: Surroundings) -> dict[str, Any]:
    order = opened.order
    if not opened.partial or order is None:
        return {}
    kept = date(order.collect_by, now=around.now)
    rest = [Choice(SAME_DATE, say(Text.REST_KEEPS, date=kept))]
    for days in REST_DAYS:
        until = date(order.collect_by + timedelta(days=days), now=around.now)
        rest.append(Choice(str(days), say(Text.REST_DAYS, days=days, date=until)))
    chosen = SAME_DATE
    if opened.collect_rest_by is not None:
        chosen = str((opened.collect_rest_by - order.collect_by).days)
    return {"rest": tuple(rest), "chosen_rest": chosen, "rest_words": messages.pieces_stay(opened.to_tick)}


def _missing_words(opened: Opened, lacking: tuple[Missing, ...]) -> str:
    parts = [
        messages.pieces_left(opened.to_tick) if what is Missing.ARTICLES else say(words.MISSING[what])
        for what in lacking
    ]
    return say(Text.HAND_OVER_MORE, missing=say(Text.LIST_SEPARATOR).join(parts)) if parts else ""
