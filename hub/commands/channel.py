"""`clerk-hub channel`: which shop systems may place orders."""

import argparse
import json
from typing import Any

from hub.channels.keys import NAME, add_channel, channels, replace_key
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "channel", about=about)
    parser = add_command(group, "add", about="let a channel place orders, and print its key, this once", run=add)
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--new-key", action="store_true", help="the channel is known: give it another key")
    add_command(group, "list", about="print every channel", run=list_all)


def add(settings: Settings, arguments: argparse.Namespace) -> int:
    name: str = arguments.name
    if not NAME.fullmatch(name):
        raise CommandRefused("A channel's name is of small letters, digits, - and _, and begins with a letter.")
    hub = open_hub(settings)
    try:
        key = replace_key(hub.database, name) if arguments.new_key else add_channel(hub.database, name)
    finally:
        hub.close()
    if key is None:
        known = "There is no such channel." if arguments.new_key else "This channel is there already (see --new-key)."
        raise CommandRefused(known)
    print(json.dumps({"channel": name, "key": key}))
    return 0


def list_all(settings: Settings, _arguments: argparse.Namespace) -> int:
    hub = open_hub(settings)
    try:
        with hub.database.read() as reader:
            for name, active in channels(reader):
                print(json.dumps({"channel": name, "active": active}))
    finally:
        hub.close()
    return 0
