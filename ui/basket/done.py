"""What stands on the page once a basket is sold: the change to give, and the receipt."""

from clerk_app.desk.selling import Sold
from ui.basket.screen import Done
from ui.basket.words import TENDERS
from ui.formats import amount, join
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.verdict_band import Verdict


def done_of(sold: Sold) -> Done:
    sale = sold.sale
    tenders = join(*(say(TENDERS[it.method]) + " " + amount(it.amount_minor, sale.currency) for it in sale.tenders))
    change = amount(sale.change_minor, sale.currency) if sale.change_minor else ""
    band = Verdict(
        State.SAVED,
        say(Text.B_SOLD, amount=amount(sale.total_minor, sale.currency)),
        tenders,
        order_no=sale.receipt_no,
    )
    return Done(
        band=band,
        change=change,
        change_word=say(Text.B_CHANGE) if change else "",
        note="" if change else say(Text.B_NO_CHANGE),
        receipt_no=sale.receipt_no,
        paper=(),
    )
