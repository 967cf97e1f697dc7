"""How far a clerk is with picking one order: what is ticked here and not yet written down. Acts make new values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clerk_app.domain.orders import LineQuantity, OrderLine, PickupOrder


@dataclass(frozen=True, slots=True)
class Picking:
    order: PickupOrder
    ticked: Mapping[int, int]  # line → pieces
    scanned: Mapping[int, int] = field(default_factory=dict[int, int])  # of those, how many by their barcode
    current_line: int = 0
    trouble: str = ""  # a wrong article was scanned, in words

    @property
    def lines(self) -> tuple[LineQuantity, ...]:
        """What is picked so far, as the operation will say it: every line, also those with nothing."""
        return tuple(LineQuantity(line.line, self.count(line.line)) for line in self.order.lines)

    @property
    def pieces(self) -> int:
        return sum(self.ticked.values())

    @property
    def to_pick(self) -> int:
        return self.order.pieces - self.pieces

    @property
    def is_written(self) -> bool:
        """Whether the order, as it stands, says the same already."""
        return all(line.picked == self.count(line.line) for line in self.order.lines)

    def count(self, number: int) -> int:
        return self.ticked.get(number, 0)


def begin(order: PickupOrder) -> Picking:
    return Picking(order, {line.line: line.picked for line in order.lines})


def onto(order: PickupOrder, before: Picking | None) -> Picking:
    """The same ticks on the order as it stands now; pieces that are gone from it are cut."""
    if before is None:
        return begin(order)
    ticked = {line.line: min(line.wanted, before.count(line.line)) for line in order.lines}
    return replace(before, order=order, ticked=ticked)


def tick_whole(picking: Picking, number: int) -> Picking:
    """Tick all of a line, or nothing if all of it is ticked already."""
    line = picking.order.line(number)
    if line is None:
        return picking
    return _with_count(picking, number, 0 if picking.count(number) >= line.wanted else line.wanted)


def tick_all(picking: Picking) -> Picking:
    return replace(picking, ticked={line.line: line.wanted for line in picking.order.lines}, trouble="")


def step(picking: Picking, number: int, change: int) -> Picking:
    """Tick one piece more or fewer of a line."""
    line = picking.order.line(number)
    if line is None:
        return picking
    return _with_count(picking, number, max(0, min(picking.count(number) + change, line.wanted)))


def line_of_article(picking: Picking, gtin: str) -> OrderLine | None:
    """The line of an article: the first that still lacks a piece, or else any that has it."""
    having = [line for line in picking.order.lines if line.gtin and line.gtin.zfill(14) == gtin.zfill(14)]
    lacking = [line for line in having if picking.count(line.line) < line.wanted]
    return next(iter(lacking or having), None)


def scan_piece(picking: Picking, line: OrderLine) -> Picking:
    """Count one piece whose barcode was read."""
    more = step(picking, line.line, 1)
    scanned = {**more.scanned, line.line: more.scanned.get(line.line, 0) + 1}
    return replace(more, scanned=scanned)


def _with_count(picking: Picking, number: int, count: int) -> Picking:
    scanned = {**picking.scanned, number: min(picking.scanned.get(number, 0), count)}
    ticked = {**picking.ticked, number: count}
    return replace(picking, ticked=ticked, scanned=scanned, current_line=number, trouble="")
