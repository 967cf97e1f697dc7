"""What a command works on: the till of the profile, and its hub."""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clerk_app.cli.parser import folder_of
from clerk_app.cli.words import speak_in
from clerk_app.clock import SystemClock
from clerk_app.desk.knowledge import zone_of
from clerk_app.till import Till, open_till

if TYPE_CHECKING:
    from clerk_app.hub_client import HubClient


@contextmanager
def opened(arguments: argparse.Namespace) -> Generator[Till]:
    till = open_till(folder_of(arguments), clock=SystemClock())
    try:
        speak_in(zone_of(till))
        yield till
        till.remember()
    finally:
        till.close()


@contextmanager
def connected(till: Till) -> Generator["HubClient"]:
    from clerk_app.hub_client import client_for  # what only looks at this till's own files needs no network

    hub = client_for(till.profile, key=till.key, time=till.time)
    try:
        yield hub
    finally:
        hub.close()
