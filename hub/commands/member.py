"""`clerk-hub member`: what members may need next, and what head office gives them."""

import argparse
import json
import secrets
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from clerk_app.domain.printed_codes import COUPON_VALUES, coupon
from clerk_app.wire import GLOBAL, time_text
from hub import coupons, member_file, members, suggestions
from hub.branches import branch_rows
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import file_text
from hub.commands.opening import open_hub
from hub.coupons import IssuedCoupon
from hub.database import Transaction
from hub.member_file import MORE, NEEDED
from hub.price_list import BadEntries
from hub.rules import load_rules
from hub.settings import Settings

FILE_MAX_BYTES = 256 * 1024**2


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "member", about=about)
    add_command(
        group, "suggest", about="reckon for everybody what they may need next; it is done each night", run=suggest
    )
    parser = add_command(group, "import", about="take in a file of members: all of them, or none", run=take_in)
    columns = f"{','.join(NEEDED)}, and any of {','.join(MORE)}"
    parser.add_argument("file", metavar="FILE|-", help=f"CSV with the columns {columns}; who is known already stays so")
    parser = add_command(group, "coupon", about="give a member a coupon for an offer", run=give)
    parser.add_argument("member", metavar="MEMBER")
    parser.add_argument("offer", metavar="OFFER")
    parser.add_argument("--until", type=_moment, metavar="TIME", help="2026-12-01T00:00+08:00")


def suggest(settings: Settings, _arguments: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    with closing(open_hub(settings)) as hub:
        changed = suggestions.recompute(hub.database, now)
        told = members.tell_others(hub.database, now)
    print(json.dumps({"changed": changed, "told": told}))
    return 0


def take_in(settings: Settings, arguments: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    try:
        text = file_text(arguments.file, FILE_MAX_BYTES)
        with closing(open_hub(settings)) as hub:
            with hub.database.read() as reader:
                country, known = load_rules(reader).phone_country, [row["no"] for row in branch_rows(reader)]
            told = member_file.members_of(text, country=country, branches=known)
            new = hub.database.transact(lambda tx: member_file.apply(tx, told, now=now), GLOBAL, rows=0)
    except BadEntries as error:
        raise CommandRefused(f"{error}\nNothing was changed.") from error
    print(json.dumps({"members": len(told), "new": new}))
    return 0


def give(settings: Settings, arguments: argparse.Namespace) -> int:
    made = IssuedCoupon(
        coupon([secrets.randbelow(29) for _ in range(COUPON_VALUES)]),
        arguments.offer,
        arguments.member,
        valid_until=arguments.until,
    )

    def given(tx: Transaction) -> None:
        if members.member_of_number(tx.connection, made.member) is None:
            raise CommandRefused(f"There is no member {made.member}; nothing was given.")
        if not coupons.offers(tx.connection, [made.offer]):
            raise CommandRefused(f"There is no offer {made.offer}; nothing was given.")
        coupons.issue(tx, [made])

    with closing(open_hub(settings)) as hub:
        hub.database.transact(given, GLOBAL, rows=0)
        members.tell_others(hub.database, datetime.now(UTC))
    until = time_text(made.valid_until) if made.valid_until else None
    print(json.dumps({"code": made.code, "member": made.member, "offer": made.offer, "valid_until": until}))
    return 0


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise argparse.ArgumentTypeError("a time with its zone is needed, such as 2026-12-01T00:00+08:00")
    return found
