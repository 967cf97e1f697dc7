"""From what is signed off, and from the reports of a till, to what the sheets show of them."""

from clerk_app.desk.drawer import ClosedDay
from clerk_app.desk.signing_off import SignOff
from clerk_app.domain.drawer import CountDrawer
from clerk_app.domain.receipts import Row
from ui import messages
from ui.day.build import tender_name
from ui.day.closing_screen import ReportsShown, SignOffQuestion, SignOffRow
from ui.day.words import REFUSALS
from ui.formats import amount, join
from ui.messages import Text, say
from ui.widgets.choice_grid import GridChoice


def sign_off_question(it: SignOff, *, since: str) -> SignOffQuestion:
    """`since` is when the first act of the report was done, in words."""
    return SignOffQuestion(
        title=say(Text.CLOSE_TITLE),
        text=say(Text.CLOSE_TEXT, number=it.closing.report_no, time=since),
        figures_title=say(Text.CLOSE_FIGURES),
        figures=_figures(it),
        waits_title=say(Text.CLOSE_WAITS),
        waits=_waits(it),
        verb=say(Text.CLOSE_DO),
        can_confirm=it.why_not is None,
        why_not=say(REFUSALS[it.why_not]) if it.why_not else "",
    )


def _figures(it: SignOff) -> tuple[SignOffRow, ...]:
    closing = it.closing

    def money(minor: int) -> str:
        return amount(minor, closing.currency)

    first, last = closing.first_receipt, closing.last_receipt
    moved = (
        (Text.DRAWER_FLOAT, closing.float_minor),
        (Text.DAY_CASH_IN, closing.in_minor),
        (Text.DAY_CASH_OUT, -closing.out_minor),
    )
    off_minor = closing.difference_minor
    counted = (
        SignOffRow(say(Text.DRAWER_EXPECTED), money(closing.expected_minor)),
        SignOffRow(say(Text.DAY_COUNTED), money(closing.counted_minor)),
        SignOffRow(
            say(Text.CLOSE_DIFFERENCE),
            f"+{money(off_minor)}" if off_minor > 0 else money(off_minor),
            join(*(act.reason for act in _counts(it) if act.difference_minor)),
            "attention" if off_minor else "done",
        ),
    )
    return (
        SignOffRow(say(Text.CLOSE_SOLD), money(closing.sold_minor), is_head=True),
        SignOffRow(say(Text.CLOSE_RECEIPTS), str(closing.receipts), first if first == last else f"{first} – {last}"),
        SignOffRow(say(Text.DAY_PICKED_UP), str(closing.picked_up)),
        *(SignOffRow(tender_name(method), money(minor)) for method, minor in closing.tenders),
        *(SignOffRow(say(text), money(minor)) for text, minor in moved if minor),
        *(counted if it.counts else (SignOffRow(say(Text.DAY_COUNTED), "–", say(Text.CLOSE_NO_COUNT)),)),
    )


def _counts(it: SignOff) -> list[CountDrawer]:
    return [told.act for told in it.counts if isinstance(told.act, CountDrawer)]


def _waits(it: SignOff) -> tuple[SignOffRow, ...]:
    currency, none = it.closing.currency, say(Text.CLOSE_NONE)
    held_minor = sum(basket.total_minor for basket in it.held)
    unknown_minor = sum(attempt.tender.amount_minor for attempt in it.unknown)
    return (
        SignOffRow(
            say(Text.CLOSE_DRAWER),
            say(Text.CLOSE_DRAWER_FIRST if it.is_drawer_touched else Text.CLOSE_DRAWER_COUNTED),
            tone="attention" if it.is_drawer_touched else "done",
        ),
        SignOffRow(
            say(Text.CLOSE_UNKNOWN),
            join(str(len(it.unknown)), amount(unknown_minor, currency)) if it.unknown else none,
            say(Text.CLOSE_UNKNOWN_WHY) if it.unknown else "",
            "unknown" if it.unknown else "done",
        ),
        SignOffRow(
            say(Text.CLOSE_TO_SEND),
            str(it.to_send) if it.to_send else say(Text.CLOSE_TO_SEND_NONE),
            say(Text.CLOSE_TO_SEND_WHY) if it.to_send else "",
            "saved" if it.to_send else "done",
        ),
        SignOffRow(
            say(Text.CLOSE_HELD),
            join(str(len(it.held)), amount(held_minor, currency)) if it.held else none,
            join(*(basket.name for basket in it.held)),
            "attention" if it.held else "done",
        ),
        SignOffRow(
            say(Text.CLOSE_OPEN_BASKET),
            join(messages.pieces(it.open_pieces), amount(it.open_minor, currency)) if it.open_pieces else none,
            say(Text.CLOSE_STAYS) if it.open_pieces else "",
            "attention" if it.open_pieces else "done",
        ),
    )


def report_choices(reports: tuple[ClosedDay, ...]) -> tuple[GridChoice, ...]:
    return tuple(
        GridChoice(
            it.closed.report_no,
            it.closed.report_no,
            join(it.closed.day.isoformat(), amount(it.closed.sold_minor, it.closed.currency)),
        )
        for it in reports
    )


def reports_shown(reports: tuple[GridChoice, ...], chosen: str, paper: tuple[Row, ...], *, text: str) -> ReportsShown:
    return ReportsShown(
        title=say(Text.REPORTS_TITLE),
        text=text,
        reports=reports,
        chosen=chosen,
        paper=paper,
        verb=say(Text.REPORTS_PRINT),
        can_print=bool(paper),
    )
