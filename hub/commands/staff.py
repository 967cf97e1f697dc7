"""`clerk-hub staff`: the people of a branch, with their badges and PINs."""

import argparse
import getpass
import json
import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import Any, Final

from clerk_app.domain.roles import Role
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, name, refuse_unknown_branch
from hub.commands.opening import open_hub
from hub.settings import Settings
from hub.staff import StaffMember, add_with_new_badge, all_staff, change, find, why_weak

ROLES: Final = [role.value for role in Role]


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "staff", about=about)
    parser = add_command(group, "add", about="add a person; the PIN is asked for, or read from CLERK_PIN", run=add)
    parser.add_argument("--branch", type=branch_no, required=True, metavar="NO")
    parser.add_argument("--name-zh", type=name, required=True, metavar="NAME")
    parser.add_argument("--name-en", type=name, required=True, metavar="NAME")
    parser.add_argument("--role", choices=ROLES, default=Role.CLERK.value)
    parser = add_command(group, "role", about="give a person another role, from now on", run=give_role)
    parser.add_argument("badge")
    parser.add_argument("role", choices=ROLES)
    parser = add_command(group, "pin", about="give a person a new PIN; tills forget the wrong tries", run=give_pin)
    parser.add_argument("badge")
    parser = add_command(group, "leave", about="let nobody sign in with this badge any more", run=leave)
    parser.add_argument("badge")
    parser = add_command(group, "return", about="let a person who left sign in again", run=come_back)
    parser.add_argument("badge")
    parser = add_command(group, "list", about="print everybody", run=list_all)
    parser.add_argument("--branch", type=branch_no, metavar="NO")


def add(settings: Settings, arguments: argparse.Namespace) -> int:
    pin = _new_pin()
    hub = open_hub(settings)
    try:
        refuse_unknown_branch(hub, arguments.branch, folder=settings.data)
        badge = add_with_new_badge(
            hub.database,
            branch=arguments.branch,
            name_zh=arguments.name_zh,
            name_en=arguments.name_en,
            role=Role(arguments.role),
            pin=pin,
        )
    finally:
        hub.close()
    print(json.dumps({"badge": badge, "role": arguments.role, "branch": arguments.branch}))
    return 0


def give_role(settings: Settings, arguments: argparse.Namespace) -> int:
    return _change(settings, arguments.badge, role=Role(arguments.role))


def give_pin(settings: Settings, arguments: argparse.Namespace) -> int:
    return _change(settings, arguments.badge, pin=_new_pin())


def leave(settings: Settings, arguments: argparse.Namespace) -> int:
    return _change(settings, arguments.badge, active=False)


def come_back(settings: Settings, arguments: argparse.Namespace) -> int:
    return _change(settings, arguments.badge, active=True)


def _change(settings: Settings, badge: str, **changes: Any) -> int:
    with closing(open_hub(settings)) as hub:
        with hub.database.read() as reader:
            member = find(reader, badge)
        if member is None:
            raise CommandRefused(f"Nobody has the badge {badge}. `clerk-hub staff list` shows everybody.")
        print(_row(change(hub.database, member, now=datetime.now(UTC), **changes)))
    return 0


def list_all(settings: Settings, arguments: argparse.Namespace) -> int:
    hub = open_hub(settings)
    try:
        refuse_unknown_branch(hub, arguments.branch, folder=settings.data)
        with hub.database.read() as reader:
            for it in all_staff(reader, arguments.branch):
                print(_row(it))
    finally:
        hub.close()
    return 0


def _row(it: StaffMember) -> str:
    names = {"name_zh": it.name_zh, "name_en": it.name_en}
    row = {"badge": it.badge, **names, "role": it.role.value, "branch": it.branch, "active": it.active}
    return json.dumps(row, ensure_ascii=False)


def _new_pin() -> str:
    pin = os.environ.get("CLERK_PIN")
    if pin is None:
        if not sys.stdin.isatty():
            raise CommandRefused("The PIN is needed: type it at a terminal, or set CLERK_PIN.")
        pin = getpass.getpass("PIN (6 digits): ")
        if getpass.getpass("The same again: ") != pin:
            raise CommandRefused("The two were not the same.")
    weakness = why_weak(pin)
    if weakness:
        raise CommandRefused(f"This PIN is refused: {weakness}.")
    return pin
