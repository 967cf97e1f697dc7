"""Who ordered, as a branch may see it: a member's masked name, or only the end of a phone number."""

from sqlalchemy import select

from clerk_app.domain.orders import Customer
from hub import tables
from hub.database import Reader

_HIDDEN = "*"


def customer_of(reader: Reader, phone: str) -> Customer:
    """The customer behind an E.164 number; an empty one is nobody."""
    if not phone:
        return Customer()
    columns = tables.member.c
    # Members are spread by number, so who knows only the phone asks each machine for one short search.
    wanted = select(columns.name, columns.member, columns.tier).where(columns.phone == phone).order_by(columns.member)
    found = reader.execute(tables.everywhere(wanted)).first()
    if found is None:
        return Customer(phone_tail=phone[-4:])
    name, member, tier = found
    return Customer(name_masked=masked(name), phone_tail=phone[-4:], member=member, tier=tier)


def masked(name: str) -> str:
    """A name that its owner recognises and nobody else learns: 王*琳, 王*, G*** H***."""
    name = name.strip()
    if name.isascii():
        return " ".join(word[0] + _HIDDEN * 3 for word in name.split())
    if len(name) <= 2:
        return name[:1] + _HIDDEN
    return name[0] + _HIDDEN * (len(name) - 2) + name[-1]
