"""What stands on the slip of a return: the customer's proof of what was given for which goods."""

from collections.abc import Iterator, Mapping
from typing import Final

from clerk_app.domain.paying import AttemptState
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.receipts import Around, Row, RowKind, amount, both, tender_text
from clerk_app.domain.returns.acts import ReceiveReturn, RefundTender, ReturnedLine
from clerk_app.domain.returns.rules import ReturnRules

_COPY: Final = Row(RowKind.TITLE, "副本 COPY")
_OPEN: Final = "处理中 Not over yet"
_ELSEWHERE: Final = "原路退回 By where it was paid"


def slip_rows(
    act: ReceiveReturn,
    around: Around,
    rules: ReturnRules,
    *,
    ended: Mapping[str, RefundTender] | None = None,
    is_copy: bool = False,
) -> tuple[Row, ...]:
    """The whole slip from its top. `ended` are the refunds that were over later, by the attempt the return named."""
    refunds = [(ended or {}).get(it.tender.attempt, it) if it.tender.attempt else it for it in act.tenders]
    return (
        *_head(act, around, is_copy=is_copy),
        Row(RowKind.LINE),
        *(row for line in act.lines for row in _line_rows(line, act.currency, rules)),
        Row(RowKind.LINE),
        *_totals(act, refunds),
        Row(RowKind.LINE),
        *([_COPY] if is_copy else []),
        Row(RowKind.SMALL, "顾客签名 Signature"),
        Row(RowKind.TEXT, " "),
    )


def _head(act: ReceiveReturn, around: Around, *, is_copy: bool) -> Iterator[Row]:
    yield Row(RowKind.TITLE, both(around.chain_zh, around.chain_en))
    yield Row(RowKind.TEXT, both(around.branch_zh, around.branch_en))
    yield Row(RowKind.TITLE, "退货单 Return")
    if is_copy:
        yield _COPY
    yield Row(RowKind.TEXT, "单号 No.", act.slip_no)
    yield Row(RowKind.TEXT, around.when, around.clerk_name)
    if act.receipt_no:
        yield Row(RowKind.TEXT, "原小票 Receipt", act.receipt_no)
    if act.order_no:
        yield Row(RowKind.TEXT, "订单 Order", format_order_no(act.order_no))


def _line_rows(line: ReturnedLine, currency: str, rules: ReturnRules) -> Iterator[Row]:
    yield Row(RowKind.TEXT, both(line.name_zh, line.name_en) or line.sku)
    yield Row(RowKind.SMALL, f"{line.sku}  × {line.quantity}", amount(line.refund_minor, currency))
    reason = rules.reason(line.reason)
    yield Row(RowKind.SMALL, f"  {both(reason.name_zh, reason.name_en) if reason else line.reason}")


def _totals(act: ReceiveReturn, refunds: list[RefundTender]) -> Iterator[Row]:
    yield Row(RowKind.TOTAL, f"退款 Refund {act.currency}", amount(act.total_minor + act.rounding_minor, act.currency))
    for it in refunds:
        yield Row(RowKind.TEXT, tender_text(it.tender), amount(it.tender.amount_minor, act.currency))
        if it.state is not AttemptState.PAID:
            yield Row(RowKind.SMALL, f"  {_OPEN if it.tender.attempt else _ELSEWHERE}")
