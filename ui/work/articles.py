"""What a scanned barcode means for the order that is being picked: a piece of it, one too many, or a stranger."""

from dataclasses import replace

from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.till import Till
from ui.language import name_of
from ui.messages import Text, say
from ui.work import picking
from ui.work.picking import Picking


def scan(till: Till, draft: Picking, gtin: Gtin) -> tuple[Picking, str]:
    """The order with the piece ticked, and the article's name; or with its `trouble`, which is then what to say."""
    line = picking.line_of_article(draft, gtin)
    if line is None:
        why = say(Text.WORK_WRONG_ARTICLE, name=_name(till, gtin))
        return replace(draft, trouble=why), why
    name = name_of(line.name_zh, line.name_en)
    if draft.count(line.line) >= line.wanted:
        why = say(Text.WORK_ENOUGH, name=name, count=line.wanted)
        return replace(draft, trouble=why), why
    return picking.scan_piece(draft, line), name


def _name(till: Till, gtin: Gtin) -> str:
    product = till.catalogue.product(gtin=gtin)
    return name_of(product.name_zh, product.name_en) if product else shown_gtin(gtin)
