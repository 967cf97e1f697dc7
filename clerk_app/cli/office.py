"""`pair` and `sync`: a till and its hub."""

import argparse
import time
from pathlib import Path

from clerk_app.catalogue_download import SnapshotDamaged
from clerk_app.catalogue_sync import Follower
from clerk_app.cli.address import hub_address
from clerk_app.cli.ends import OK, CannotGoOn
from clerk_app.cli.leaving import no_window
from clerk_app.cli.output import Output
from clerk_app.cli.parser import folder_of
from clerk_app.cli.session import connected, opened
from clerk_app.errors import DatabaseDamaged, PairingRequired
from clerk_app.pairing import PairingRefused, WhyNotPaired, pair
from clerk_app.settings import load_profile
from clerk_app.sync import sync_once

CONFIRM_EVERY_S = 1.0
CONFIRM_WITHIN_S = 600.0

_PAIRING_SENTENCES = {
    WhyNotPaired.NOT_A_PAIRING_CODE: "This is no pairing code. Copy it whole, as head office gave it.",
    WhyNotPaired.OTHER_ADDRESS: "This code belongs to another hub.",
    WhyNotPaired.WRONG_CODE: "The hub does not accept this code. Ask head office for a new one.",
    WhyNotPaired.EXPIRED: "This code is too old or was used before. Ask head office for a new one.",
    WhyNotPaired.TOO_MANY_TRIES: "Too many codes were tried from here. Wait ten minutes, then try again.",
    WhyNotPaired.NOT_CONFIRMED: "Head office did not confirm the digits.",
    WhyNotPaired.NOT_THE_HUB: "What answers there is not the hub that gave this code. Do not go on; tell head office.",
    WhyNotPaired.NEEDS_TLS: "A typed code needs an address with https. Use the whole pairing string instead.",
    WhyNotPaired.OUTBOX_NOT_EMPTY: "This computer still has something to send. Sync first.",
}


def run_pair(arguments: argparse.Namespace, output: Output) -> int:
    began_s = time.monotonic()

    def confirm(digits: str) -> None:
        output.tell(f"Head office must see the same digits: {digits[:3]} {digits[3:]}")

    def pause() -> bool:
        time.sleep(CONFIRM_EVERY_S)
        return time.monotonic() - began_s < CONFIRM_WITHIN_S

    folder, url = folder_of(arguments), hub_address(arguments.hub_url)
    try:
        with no_window(folder):
            paired = pair(folder, url, arguments.code, confirm=confirm, pause=pause, practice=arguments.practice)
    except PairingRefused as error:
        raise CannotGoOn(_why_not_paired(folder, error.reason)) from error
    profile = paired.profile
    row = {
        "till": profile.till,
        "till_name": profile.till_name,
        "branch": profile.branch,
        "branch_name_zh": profile.branch_name_zh,
        "branch_name_en": profile.branch_name_en,
        "keys": paired.kept.value,
    }
    output.row(row, f"{profile.till_name} · {profile.branch_name_zh} {profile.branch_name_en} ({profile.branch})")
    return OK


def _why_not_paired(folder: Path, reason: WhyNotPaired) -> str:
    """A code that is used up on a computer that is a till already was most likely used up by this very computer."""
    sentence = _PAIRING_SENTENCES[reason]
    if reason not in {WhyNotPaired.EXPIRED, WhyNotPaired.WRONG_CODE}:
        return sentence
    try:
        known = load_profile(folder)
    except (PairingRequired, DatabaseDamaged):
        return sentence
    names = " ".join(filter(None, (known.branch_name_zh, known.branch_name_en)))
    return f"This is already {known.till_name} of branch {known.branch} {names}. To pair it anew: {sentence}"


def run_sync(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        report = sync_once(till, hub)
        try:
            Follower(till.catalogue).follow(hub, report.hello)
        except SnapshotDamaged:
            output.tell("The new catalogue did not arrive whole. The next sync fetches it again.")
    row = {"sent": report.sent, "received": report.received, "outbox": report.outbox}
    output.row(row, f"sent {report.sent} · received {report.received} · waiting {report.outbox}")
    return OK
