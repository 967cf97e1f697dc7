"""`clerk-hub key …`: the issuer keys, their order of succession, and what to do when one is stolen."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from clerk_app.wire import GLOBAL
from hub import audit, keys, reissue
from hub.audit import Event
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.keys import Keys
from hub.opening import publish
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "key", about=about)
    add_command(group, "list", about="List the issuer keys; never their private halves.", run=_list)
    rotate = add_command(
        group, "rotate", about="Let a new key follow: in 14 days, when every till knows it.", run=_rotate
    )
    rotate.add_argument("--now", action="store_true", help="at once: tills that are offline cannot read new codes yet")
    revoke = add_command(
        group, "revoke", about="Somebody else may have this key: issue its open codes anew.", run=_revoke
    )
    revoke.add_argument("kid", type=int)


def _list(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        _show(hub.keys)
    return 0


def _rotate(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        now = datetime.now(UTC)

        def rotate(tx: Transaction) -> None:
            publish(tx, hub.key_file, keys.rotated(hub.keys, now, at_once=arguments.now))
            audit.note(tx, Event.KEY_ROTATED, now, key_set=hub.keys.seq, at_once=int(arguments.now))

        hub.database.transact(rotate, GLOBAL)
        _show(hub.keys)
    return 0


def _revoke(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        if not any(it.key.kid == arguments.kid for it in hub.keys.issuers):
            raise CommandRefused(f"there is no key {arguments.kid}")
        now = datetime.now(UTC)

        def revoke(tx: Transaction) -> None:
            publish(tx, hub.key_file, keys.without(hub.keys, arguments.kid, now))
            audit.note(tx, Event.KEY_REVOKED, now, kid=arguments.kid, key_set=hub.keys.seq)

        hub.database.transact(revoke, GLOBAL)
        issued = reissue.codes_of_key(hub.database, hub.keys, arguments.kid, now)
        _show(hub.keys)
        print(json.dumps({"issued_anew": issued}))
    return 0


def _show(found: Keys) -> None:
    for it in found.issuers:
        row = {
            "kid": it.key.kid,
            "sign_from": it.key.sign_from.isoformat(),
            "sign_until": it.key.sign_until.isoformat(),
            "verify_until": it.key.verify_until.isoformat(),
            "status": it.key.status.value,
        }
        print(json.dumps(row))
