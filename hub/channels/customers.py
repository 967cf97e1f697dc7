"""Who ordered, as a branch may see it: a member's masked name, or only the end of a phone number."""

from clerk_app.domain.names import masked
from clerk_app.domain.orders import Customer
from hub.database import Reader
from hub.members import member_of_phone


def customer_of(reader: Reader, phone: str) -> Customer:
    """The customer behind an E.164 number; an empty one is nobody."""
    if not phone:
        return Customer()
    found = member_of_phone(reader, phone)
    if found is None:
        return Customer(phone_tail=phone[-4:])
    return Customer(name_masked=masked(found.name), phone_tail=phone[-4:], member=found.member, tier=found.tier)
