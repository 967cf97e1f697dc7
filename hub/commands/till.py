"""`clerk-hub till …`: inviting, confirming, listing and revoking tills."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from hub import addresses, pairing, tills
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, name, refuse_unknown_branch, web_address
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "till", about=about)
    parser = add_command(
        group, "add", about="Invite a till; prints the pairing string, good for ten minutes.", run=_add
    )
    parser.add_argument("--branch", type=branch_no, required=True)
    parser.add_argument("--name", type=name, required=True)
    parser.add_argument("--short", action="store_true", help="also print an eight-character code to type")
    parser.add_argument(
        "--url",
        type=web_address,
        default="",
        help="the hub's address as the till will reach it (default: as it was served)",
    )
    parser.add_argument("--tls-certificate", type=Path, help="pin this certificate (PEM) of the hub or its proxy")
    add_command(group, "list", about="List the paired tills.", run=_list)
    add_command(group, "pending", about="List tills that wait for their digits to be confirmed.", run=_pending)
    add_command(group, "confirm", about="Let in the till that shows these digits.", run=_confirm).add_argument("digits")
    add_command(group, "revoke", about="Shut a till out at once.", run=_revoke).add_argument("till")


def _add(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        refuse_unknown_branch(hub, arguments.branch, folder=settings.data)
        with hub.database.read() as reader:
            url = arguments.url or addresses.reached_at(reader)
        full, typed = pairing.invite(
            hub.database,
            branch=arguments.branch,
            name=arguments.name,
            typed=arguments.short,
            now=datetime.now(UTC),
        )
        pin = _fingerprint(arguments.tls_certificate) if arguments.tls_certificate else ""
        answer = {"code": pairing.pairing_string(full, hub.keys, url=url, tls_pin=pin)}
        print(json.dumps({**answer, "short_code": typed} if typed else answer))
    return 0


def _fingerprint(certificate: Path) -> str:
    try:
        return x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256()).hex()
    except (OSError, ValueError) as error:
        raise CommandRefused(f"{certificate} is not a certificate in PEM form") from error


def _list(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for till in tills.all_tills(reader):
            row = {"till": till.till, "branch": till.branch, "name": till.name, "active": till.active}
            row["frozen"] = till.is_frozen
            print(json.dumps(row, ensure_ascii=False))
    return 0


def _pending(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for it in pairing.pending(reader, datetime.now(UTC)):
            row = {"digits": it.digits, "branch": it.branch, "name": it.name}
            print(json.dumps(row, ensure_ascii=False))
    return 0


def _confirm(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        till = pairing.confirm(hub.database, arguments.digits, datetime.now(UTC))
        if till is None:
            raise CommandRefused("no till that waits shows these digits")
        print(json.dumps({"till": till.till, "branch": till.branch, "name": till.name}, ensure_ascii=False))
    return 0


def _revoke(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        with hub.database.read() as reader:
            till = tills.load_till(reader, arguments.till)
        if till is None:
            raise CommandRefused("there is no such till")
        tills.revoke(hub.database, till)
        print(json.dumps({"till": till.till, "active": False}))
    return 0
