"""An article that was scanned while a pickup is open: it ticks its line, or it does not belong here."""

from dataclasses import replace

from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.till import Till
from ui.language import name_of
from ui.messages import Text, say
from ui.pickup.opened import Opened, line_of_article, scan_piece


def scan(till: Till, opened: Opened, gtin: Gtin) -> tuple[Opened, str]:
    """The pickup after the scan, and the words for it; its `wrong_article` tells whether the piece belongs here."""
    line = line_of_article(opened, gtin)
    if line is None:
        return _refused(opened, say(Text.NOT_IN_ORDER_NAMED, name=_name(till, gtin)))
    name = name_of(line.name_zh, line.name_en)
    if opened.ticked.get(line.line, 0) >= line.remaining:
        return _refused(opened, say(Text.ALL_OF_IT_NAMED, name=name, count=line.remaining))
    return scan_piece(opened, line), name


def _refused(opened: Opened, why: str) -> tuple[Opened, str]:
    return replace(opened, wrong_article=why), why


def _name(till: Till, gtin: Gtin) -> str:
    product = till.catalogue.product(gtin=gtin)
    return name_of(product.name_zh, product.name_en) if product else shown_gtin(gtin)
