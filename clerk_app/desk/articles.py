"""Which line of an order an article belongs to: what a scanner ticks off while the goods are gathered."""

from clerk_app.domain.codes import Gs1, GtinCode
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.orders import OrderLine, PickupOrder


def find_line(order: PickupOrder, scanned: GtinCode | Gs1 | str) -> OrderLine | None:
    """Return the line of this article, one with pieces left before one without; None is the wrong article.

    A text is a SKU, as a clerk may type it.
    """
    match scanned:
        case GtinCode(gtin):
            found = _with_gtin(order, gtin)
        case Gs1(gtin=gtin):
            found = _with_gtin(order, gtin) if gtin else []
        case sku:
            found = [line for line in order.lines if line.sku.casefold() == sku.strip().casefold()]
    return min(found, key=lambda line: line.remaining == 0, default=None)


def _with_gtin(order: PickupOrder, gtin: Gtin) -> list[OrderLine]:
    return [line for line in order.lines if line.gtin and line.gtin.zfill(14) == gtin]
