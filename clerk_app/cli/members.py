"""`member`: who is meant by a card, the end of a phone, a whole phone, or initials. Masked, as at the counter."""

import argparse
from typing import Any

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened
from clerk_app.cli.words import UNKNOWNS, moment
from clerk_app.desk import members
from clerk_app.desk.members import Found, FoundBy
from clerk_app.domain.codes import Unknown, UnknownReason, classify
from clerk_app.store import cache
from clerk_app.store.members import Row
from clerk_app.wire import time_text


def run_member(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = members.find(till, arguments.text, limit=arguments.limit)
    for hit in found.hits:
        output.row(_row(hit, found), _text(hit))
    if found.hits:
        as_of = moment(found.as_of) if found.as_of > cache.NEVER else "never"
        more = ", and there are more" if found.is_more else ""
        output.for_people(f"{len(found.hits)} shown{more}. The hub answered last: {as_of}.")
    else:
        output.for_people(_nobody(arguments.text, found.by))
    return OK if found.hits else NOT_DONE


def _nobody(text: str, by: FoundBy) -> str:
    if by is not FoundBy.NOTHING:
        return "No member whom this branch knows is found by this."
    scanned = classify(text)
    if isinstance(scanned, Unknown) and scanned.reason is UnknownReason.BAD_CHECK_DIGIT:
        return UNKNOWNS[scanned.reason]
    if any(it.isalpha() and not it.isascii() for it in text):
        return "This till keeps no whole names. Type the initials, as in wl for 吴丽, or the card or phone."
    return "That is no member's card, no phone, not its last four digits, and no initials."


def _row(hit: Row, found: Found) -> dict[str, Any]:
    """`as_of` is null before the hub's first answer."""
    return {
        "member": hit.member,
        "display_name": hit.name_masked,
        "phone_masked": f"****{hit.phone_tail}" if hit.phone_tail else "",
        "tier": hit.tier,
        "points": hit.points,
        "as_of": time_text(found.as_of) if found.as_of > cache.NEVER else None,
    }


def _text(hit: Row) -> str:
    phone = f"****{hit.phone_tail}" if hit.phone_tail else "no phone"
    return " · ".join(filter(None, (hit.member, hit.name_masked, phone, hit.tier, f"{hit.points} points")))
