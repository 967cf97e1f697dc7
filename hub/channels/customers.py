"""Who ordered, as a branch may see it: a member's masked name, or only the end of a phone number."""

from sqlalchemy import select

from clerk_app.domain.orders import Customer
from hub import tables
from hub.database import Reader
from hub.names import masked


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
