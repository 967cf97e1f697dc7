"""From what is known of a day to what the page shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from clerk_app.desk.day import DayShown, Source
from clerk_app.domain.basket import COUNTER
from clerk_app.domain.day import AtDrawer, Compared, Cut, DayFigures, DayReport, Part
from clerk_app.domain.in_drawer import Drawer
from clerk_app.domain.operations import Kind
from clerk_app.domain.rights import may
from clerk_app.domain.roles import APPROVERS, Clerk
from clerk_app.domain.tenders import TenderMethod
from clerk_app.till import Till
from ui import messages
from ui.basket.words import TENDERS
from ui.day.screen import DayScreen, Figure, Hour, PartCard, PartRow
from ui.day.words import AT_DRAWER
from ui.formats import age, amount, clock_time, join
from ui.messages import Text, say
from ui.pickup.words import CHANNELS
from ui.staff import Names
from ui.widgets.verb_bar import LastScan
from ui.work.screen import Notice

WEEK = timedelta(days=7)
OLD = timedelta(minutes=10)
CHART_INKS = ("chart-1", "chart-2", "chart-3", "chart-4")
ROWS_MAX = 6
OPEN_HOURS = (9, 21)  # what is shown of a day at least
DAYS = (("today", Text.DAY_TODAY, 0), ("yesterday", Text.DAY_YESTERDAY, 1), ("week", Text.DAY_WEEK_AGO, 7))


@dataclass(frozen=True, slots=True)
class Known:
    """All that the screen is made of."""

    till: Till
    now: datetime
    today: date
    back: int  # so many days before today
    clerk: Clerk | None
    names: Names
    tills: Mapping[str, str]
    shown: DayShown | None
    drawer: Drawer | None
    selected: str
    notice: Notice | None
    act_no: int
    hour_now: int

    @property
    def counts_blind(self) -> bool:
        """Whether this person counts the open drawer themselves, and learns only then what ought to lie in it."""
        return (
            self.drawer is not None
            and self.drawer.is_open
            and self.clerk is not None
            and (may(self.clerk.role, Kind.DRAWER_COUNTED) and self.clerk.role not in APPROVERS)
        )


def day_screen(known: Known) -> DayScreen:
    day = next(id_ for id_, _, back in DAYS if back == known.back)
    screen = DayScreen(
        days=tuple((id_, say(text)) for id_, text, _ in DAYS),
        day=day,
        notice=known.notice,
        act_no=known.act_no,
        bar=_bar(known),
        loading=say(Text.DAY_READING) if known.shown is None else "",
    )
    screen = _with_verbs(screen, known)
    return _with_figures(screen, known, known.shown) if known.shown is not None else screen


def part_ids(screen: DayScreen) -> list[str]:
    """What can be chosen, in the order of the page."""
    cards = (screen.channels, screen.clerks, screen.tenders)
    return [it.id for it in screen.hours if it.minor] + [row.id for card in cards for row in card.rows]


def part_of(id_: str) -> tuple[Cut, str]:
    cut, _, of = id_.partition(":")
    return Cut(cut), of


def part_words(id_: str, names: Names) -> str:
    cut, of = part_of(id_)
    if cut is Cut.HOUR:
        return say(Text.HOUR_OF, hour=of, next=int(of) + 1)
    if cut is Cut.CLERK:
        return _clerk(of, names)
    return _channel(of) if cut is Cut.CHANNEL else tender_name(of)


def source_words(source: Source, as_of: datetime, now: datetime) -> str:
    whose = say(Text.DAY_FROM_HUB if source is Source.HUB else Text.DAY_FROM_TILL)
    return say(Text.DAY_AS_OF, source=whose, time=clock_time(as_of), age=age(as_of, now=now))


def tender_name(method: str) -> str:
    return say(TENDERS[TenderMethod(method)]) if method in list(TenderMethod) else method


def _channel(channel: str) -> str:
    if channel == COUNTER:
        return say(Text.DAY_COUNTER)
    return say(CHANNELS[channel]) if channel in CHANNELS else channel or say(Text.DAY_NOBODY)


def _clerk(badge: str, names: Names) -> str:
    return names.get(badge, badge) or say(Text.DAY_NOBODY)


# --------------------------------------------------------------------------------------------------- figures


def _with_figures(screen: DayScreen, known: Known, shown: DayShown) -> DayScreen:
    report, figures = shown.report, shown.report.figures
    week = next((it for it in report.compared if figures.day - it.day == WEEK), None)
    is_empty = not figures.sold.count and not figures.picked_up and not figures.cuts.get(Cut.TENDER)
    screen = replace(
        screen,
        source=source_words(shown.source, shown.as_of, known.now),
        currency=figures.currency,
        as_of=shown.as_of,
        is_partial=shown.source is Source.TILL,
        remarks=_remarks(shown),
        figures=_tiles(report, known.back == 0),
        hours=_hours(figures, week, known),
        busiest=_busiest(figures),
        has_before=week is not None,
        channels=_card(Text.DAY_BY_CHANNEL, Cut.CHANNEL, figures, known, marks=True),
        clerks=_card(Text.DAY_BY_CLERK, Cut.CLERK, figures, known),
        tenders=_card(Text.DAY_BY_TENDER, Cut.TENDER, figures, known),
        waiting=_waiting(shown, known),
        drawers=_drawers(report.drawers, known),
        selected=known.selected,
        empty=say(Text.DAY_NOTHING) if is_empty else "",
        empty_why=say(Text.DAY_NOTHING_WHY) if is_empty else "",
        can_print=known.back > 0 or not known.counts_blind,
    )
    ids = part_ids(screen)
    chosen = known.selected if known.selected in ids else (ids[0] if ids else "")
    hides = known.back == 0 and known.counts_blind and chosen == f"{Cut.TENDER}:{TenderMethod.CASH}"
    return replace(screen, selected=chosen, can_show=bool(chosen) and not hides)


def _remarks(shown: DayShown) -> tuple[str, ...]:
    currency = shown.report.figures.currency
    unsent = amount(shown.unsent.minor, currency)
    said = (
        say(Text.DAY_OFFLINE) if shown.source is Source.TILL else "",
        say(Text.DAY_YOURS) if shown.report.is_own else "",
        say(Text.DAY_UNSENT, count=shown.unsent.count, amount=unsent) if shown.unsent.count else "",
        say(Text.DAY_UNPRICED, count=shown.unpriced) if shown.unpriced else "",
        say(Text.DAY_LEFT_OUT, count=shown.report.figures.left_out) if shown.report.figures.left_out else "",
    )
    return tuple(filter(None, said))


def _tiles(report: DayReport, is_today: bool) -> tuple[Figure, ...]:
    figures = report.figures
    currency = figures.currency
    week = next((it for it in report.compared if figures.day - it.day == WEEK), None)
    then = (week.by_now if is_today else week.whole) if week else None
    text = Text.DAY_WEEK_BY_NOW if is_today else Text.DAY_WEEK_WHOLE
    average = then.minor // then.count if then and then.count else 0
    sold_note, tone = _change(figures.sold, then, currency, text)
    return (
        Figure(say(Text.DAY_SOLD), amount(figures.sold.minor, currency), sold_note, tone),
        Figure(
            say(Text.DAY_ORDERS),
            str(figures.sold.count),
            say(text, figure=then.count) if then and then.count else messages.pieces(figures.pieces),
        ),
        Figure(
            say(Text.DAY_AVERAGE),
            amount(figures.average_minor, currency),
            say(text, figure=amount(average, currency)) if then and then.count else "",
        ),
        Figure(
            say(Text.DAY_PICKED_UP),
            str(figures.picked_up),
            f"{say(Text.DAY_WAITING)} {report.waiting.ready}",
        ),
        Figure(
            say(Text.DAY_RETURNED),
            amount(figures.returned.minor, currency),
            _returned_note(figures, currency),
        ),
    )


def _returned_note(figures: DayFigures, currency: str) -> str:
    """How many returns, and beside them the hand-overs that were taken back."""
    returns = say(Text.DAY_RETURNED_NOTE, count=figures.returned.count) if figures.returned.count else ""
    undone = say(Text.DAY_TAKEN_NOTE, amount=amount(figures.taken_back.minor, currency))
    return join(returns, undone if figures.taken_back.count else "")


def _change(sold: Part, then: Part | None, currency: str, text: Text) -> tuple[str, str]:
    """The share by which it is more or less than a week before; that figure itself where there is no day's trade."""
    if then is None or not then.count:
        return "", ""
    if text is Text.DAY_WEEK_BY_NOW and then.minor > 0 and sold.minor:
        tenths = round((sold.minor - then.minor) * 1000 / then.minor)
        sign = "+" if tenths >= 0 else "−"
        change = f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}%"
        return say(Text.DAY_THAN_WEEK, change=change), "done" if tenths >= 0 else "attention"
    return say(text, figure=amount(then.minor, currency)), ""


def _hours(figures: DayFigures, week: Compared | None, known: Known) -> tuple[Hour, ...]:
    now: Mapping[str, Part] = figures.cuts.get(Cut.HOUR, {})
    before: Mapping[str, Part] = week.hours if week else {}
    told = {int(hour) for hour in (*now, *before)}
    first, last = min((*told, OPEN_HOURS[0])), max((*told, OPEN_HOURS[1]))
    return tuple(
        Hour(
            id=f"{Cut.HOUR}:{hour}",
            hour=hour,
            minor=now.get(str(hour), Part()).minor,
            before_minor=before.get(str(hour), Part()).minor,
            said=join(
                say(Text.HOUR_OF, hour=hour, next=hour + 1), amount(now.get(str(hour), Part()).minor, figures.currency)
            ),
            is_now=known.back == 0 and hour == known.hour_now,
        )
        for hour in range(first, last + 1)
    )


def _busiest(figures: DayFigures) -> str:
    hours = figures.cuts.get(Cut.HOUR, {})
    best = max(hours, key=lambda it: hours[it].minor, default="")
    if not best or hours[best].minor <= 0:
        return ""
    return say(Text.DAY_BUSIEST, hour=best, amount=amount(hours[best].minor, figures.currency))


def _card(title: Text, cut: Cut, figures: DayFigures, known: Known, *, marks: bool = False) -> PartCard:
    parts = sorted(figures.cuts.get(cut, {}).items(), key=lambda it: (-it[1].minor, it[0]))
    most = max((part.minor for _, part in parts), default=0)

    def is_blind(key: str) -> bool:
        return cut is Cut.TENDER and key == TenderMethod.CASH and known.back == 0 and known.counts_blind

    rows = tuple(
        PartRow(
            id=f"{cut}:{key}",
            name=part_words(f"{cut}:{key}", known.names),
            amount="–" if is_blind(key) else amount(part.minor, figures.currency),
            note=say(Text.DAY_AFTER_COUNT) if is_blind(key) else say(Text.DAY_COUNT, count=part.count),
            fraction=0.0 if is_blind(key) or most <= 0 else max(0.0, part.minor / most),
            ink=(CHART_INKS[place] if place < len(CHART_INKS) else "chart-ghost") if marks else "",
        )
        for place, (key, part) in enumerate(parts[:ROWS_MAX])
    )
    return replace(_titled(title, known), rows=rows, empty=say(Text.DAY_NOTHING_HERE))


def _titled(title: Text, known: Known) -> PartCard:
    """Each card says whose figures they are, and of when."""
    shown = known.shown
    assert shown is not None, "there are figures"
    hint = Text.DAY_HINT_HUB if shown.source is Source.HUB else Text.DAY_HINT_TILL
    is_old = shown.source is Source.TILL or known.now - shown.as_of > OLD
    return PartCard(say(title), hint=say(hint, time=clock_time(shown.as_of)), hint_is_old=is_old)


def _waiting(shown: DayShown, known: Known) -> PartCard:
    waiting = shown.report.waiting
    parts = (
        (Text.DAY_WAIT_TODAY, waiting.today),
        (Text.DAY_WAIT_1_2, waiting.days_1_2),
        (Text.DAY_WAIT_3_5, waiting.days_3_5),
        (Text.DAY_WAIT_LONGER, waiting.longer),
    )
    most = max(count for _, count in parts)
    rows = tuple(
        PartRow(
            id="",
            name=say(text),
            amount=str(count),
            fraction=count / most if most else 0.0,
            tone="attention" if text is Text.DAY_WAIT_LONGER and count else "",
        )
        for text, count in parts
    )
    is_old = known.now - shown.waiting_as_of > OLD
    return PartCard(
        say(Text.DAY_WAITING),
        hint=say(Text.DAY_WAITING_HINT, time=clock_time(shown.waiting_as_of)),
        hint_is_old=is_old,
        rows=rows,
        footer=say(Text.DAY_TO_PREPARE, count=waiting.to_prepare),
    )


def _drawers(done: tuple[AtDrawer, ...], known: Known) -> PartCard:
    rows = tuple(_drawer_row(it, known) for it in done[-ROWS_MAX:][::-1])
    return replace(_titled(Text.DAY_DRAWERS, known), rows=rows, empty=say(Text.DAY_DRAWERS_NONE))


def _drawer_row(it: AtDrawer, known: Known) -> PartRow:
    if it.kind is Kind.DAY_CLOSED:
        name = say(Text.DAY_CLOSED_BY, number=it.report_no.rpartition("-")[2])
    elif it.kind is Kind.DRAWER_MOVED:
        name = say(Text.DAY_CASH_IN if it.minor >= 0 else Text.DAY_CASH_OUT)
    else:
        name = say(AT_DRAWER[it.kind])
    off = say(Text.DAY_DIFFERENCE, amount=amount(it.difference_minor, it.currency)) if it.difference_minor else ""
    where = known.tills.get(it.till, "")
    note = join(clock_time(it.at), where, off or it.reason)
    if it.first_minor is not None:
        note = join(off, say(Text.DAY_FIRST_COUNT, amount=amount(it.first_minor, it.currency)), clock_time(it.at))
    return PartRow(
        id="",
        name=name,
        amount=amount(abs(it.minor), it.currency),
        note=note,
        tone="attention" if it.difference_minor else "",
    )


# ---------------------------------------------------------------------------------------------------- drawer


def _bar(known: Known) -> LastScan | None:
    drawer = known.drawer
    if drawer is None or known.clerk is None or not may(known.clerk.role, Kind.DRAWER_COUNTED):
        return None
    name = known.till.profile.till_name

    def money(minor: int) -> str:
        return amount(minor, drawer.currency)

    if not drawer.is_open:
        is_said = drawer.expected_minor and known.clerk.role in APPROVERS
        cash = say(Text.DRAWER_SHUT_CASH, amount=money(drawer.expected_minor)) if is_said else ""
        return LastScan(None, say(Text.DRAWER_SHUT, till=name), cash or say(Text.DRAWER_SHUT_WHY))
    if known.counts_blind:
        shown = say(Text.DRAWER_P_FLOAT, amount=money(drawer.float_minor))
        return LastScan(None, say(Text.DRAWER_OPEN_NOW, till=name), shown)
    parts = (
        (Text.DRAWER_P_FLOAT, drawer.float_minor),
        (Text.DRAWER_P_CASH, drawer.cash_minor),
        (Text.DRAWER_P_IN, drawer.in_minor),
        (Text.DRAWER_P_OUT, drawer.out_minor),
    )
    holds = say(Text.DRAWER_HOLDS, till=name, amount=money(drawer.expected_minor))
    return LastScan(None, holds, " ".join(say(text, amount=money(minor)) for text, minor in parts if minor))


def _with_verbs(screen: DayScreen, known: Known) -> DayScreen:
    clerk, drawer = known.clerk, known.drawer
    if clerk is None or drawer is None:
        return screen
    works_it = may(clerk.role, Kind.DRAWER_COUNTED)
    count = Text.DAY_COUNT_VERB if drawer.is_open else Text.DAY_OPEN_VERB
    return replace(
        screen,
        drawer_verb=say(count) if works_it else "",
        cash_verb=say(Text.DAY_CASH) if works_it else "",
        close_verb=say(Text.DAY_CLOSE_VERB) if may(clerk.role, Kind.DAY_CLOSED) else "",
        reports_verb=say(Text.REPORTS_VERB) if may(clerk.role, Kind.DAY_CLOSED) else "",
    )
