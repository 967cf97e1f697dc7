"""Who collects, and how the clerk made sure of it, as the pickup screen shows it."""

from clerk_app.domain.acts import Identity
from clerk_app.domain.orders import PickupOrder
from ui.chain import Chain
from ui.formats import join
from ui.messages import Text, say
from ui.pickup import words
from ui.pickup.opened import Opened
from ui.pickup.screen import Person
from ui.widgets.segmented import Choice


def person(opened: Opened, order: PickupOrder, chain: Chain) -> Person:
    customer = order.customer
    method = opened.identity
    need = opened.pickup.needs_identity
    contact = say(Text.PHONE_TAIL, tail=customer.phone_tail) if customer.phone_tail else ""
    member = say(Text.MEMBER_TAIL, tail=customer.member[-4:]) if customer.member else ""
    return Person(
        name=customer.name_masked or say(Text.NO_NAME),
        is_named=bool(customer.name_masked),
        tier=customer.tier,
        contact=join(contact, member),
        who=(
            Choice("self", say(Text.IN_PERSON), icon="member"),
            Choice("else", say(Text.COLLECTOR), key="F7"),
        ),
        chosen_who="else" if opened.someone_else else "self",
        collected_by=opened.collected_by,
        methods=tuple(Choice(str(offered), say(words.IDENTITIES[offered])) for offered in _methods(order, chain)),
        method=str(method) if method is not Identity.NONE else "",
        checked="" if method is Identity.NONE else say(Text.IDENTITY_DONE, method=say(words.IDENTITIES[method])),
        rule=_identity_rule(opened, order),
        rule_open=need and method is Identity.NONE,
    )


def _methods(order: PickupOrder, chain: Chain) -> tuple[Identity, ...]:
    """What head office offers, less what this order cannot answer."""
    lacking = {
        Identity.PHONE_TAIL: not order.customer.phone_tail,
        Identity.MEMBER_CARD: not order.customer.member,
    }
    offered = (method for method in chain.identity_methods if method is not Identity.NONE)
    return tuple(method for method in offered if not lacking.get(method, False))


def _identity_rule(opened: Opened, order: PickupOrder) -> str:
    if opened.identity is Identity.PHONE_TAIL and order.customer.phone_tail:
        return say(Text.ASK_PHONE_TAIL, tail=order.customer.phone_tail)
    return say(Text.IDENTITY_RULE_ALWAYS if opened.pickup.needs_identity else Text.IDENTITY_RULE_NONE)
