"""Taking in what a till could not send, from a file: through the same intake, each operation exactly once.

The file is what `clerk export` wrote; or, where the till's own keys are gone, the journal that lay beside its ledger.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from clerk_app.wire import (
    BATCH_MAX,
    EXPORT_MAX_BYTES,
    Export,
    JournalReading,
    Malformed,
    by_hub,
    export_of,
    is_journal,
    loads,
    operations_of_export,
)
from hub import audit, keys, tills
from hub.audit import Event
from hub.intake.batch import Forked, Push, apply_batch
from hub.intake.received import Received, Unreadable, received
from hub.opening import Hub
from hub.tills import Till

_DAMAGED: Final = "the file is damaged: have the till write it again"
_OLD_JOURNAL: Final = "no record of this journal opens here: it is damaged, another hub's, or too old"


class NotTakenIn(Exception):
    """Nothing of the file was taken in; the text says why."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Whose file it was, how much was in it, and how its operations were answered."""

    till: Till
    operations: int
    answered: Counter[str]
    why_stopped: str = ""  # what came after was not taken in


def take_in(hub: Hub, file: Path, *, now: datetime) -> TakenIn:
    """Apply what the file holds. It may be taken in again, and its till may still send the same.

    What a withdrawn till did is applied as well, since goods that left have left; each act of it is put on the
    managers' list. Raises NotTakenIn, and OSError for a file that cannot be read.
    """
    if file.stat().st_size > EXPORT_MAX_BYTES:
        raise NotTakenIn("the file is larger than any till writes")
    till, operations = _of_journal(hub, file) if is_journal(file) else _of_export(hub, file.read_bytes())
    with hub.database.write() as tx:
        audit.note(tx, Event.FILE_IMPORTED, now, till=till.till, branch=till.branch, operations=len(operations))
    taken_in = partial(TakenIn, till, len(operations))
    answered: Counter[str] = Counter()
    for place in range(0, len(operations), BATCH_MAX):
        try:
            done = apply_batch(hub, Push(till, operations[place : place + BATCH_MAX]), now)
        except Forked:
            return taken_in(answered, "another operation has its place in the till's history")
        answered.update(answer.status.value for answer in done.answers)
    return taken_in(answered)


def _of_export(hub: Hub, raw: bytes) -> tuple[Till, Sequence[Received]]:
    """The file, once it is known to be whole, for this hub, and of the till that it names."""
    try:
        export = export_of(raw)
    except Malformed as error:
        raise NotTakenIn(f"this is no file that a till has written: {error}") from error
    if export.header.hub_id != str(hub.hub_id):
        raise NotTakenIn(f"the file is for another hub, {export.header.hub_id}")
    till = _till(hub, export.header.till)
    if not export.is_whole or not _is_signed(export, till):
        raise NotTakenIn(_DAMAGED)
    try:
        rows: list[Any] = list(operations_of_export(keys.opened(hub.keys, export.box)))
        return till, _received(rows, till)
    except (ValueError, Unreadable) as error:
        raise NotTakenIn(_DAMAGED) from error


def _of_journal(hub: Hub, file: Path) -> tuple[Till, Sequence[Received]]:
    """All of a journal that can be read. Each operation in it is signed; nothing else in the file is believed."""
    try:
        reading = JournalReading(file, by_hub(partial(keys.opened, hub.keys)))
    except Malformed as error:
        raise NotTakenIn(_OLD_JOURNAL) from error
    if not reading.places:
        raise NotTakenIn(_OLD_JOURNAL)
    till = _till(hub, str(reading.header.get("till", "")))
    found = reading.operations(sorted(reading.places))
    rows = [{"envelope": loads(it.envelope), "signature": keys.b64u(it.signature)} for it in found]
    return till, _received(rows, till)


def _till(hub: Hub, name: str) -> Till:
    with hub.database.read() as reader:
        till = tills.load_till(reader, name)
    if till is None:
        raise NotTakenIn(f"no till of this hub is called {name}")
    return till


def _received(rows: Sequence[Any], till: Till) -> Sequence[Received]:
    return [received(row, till=till.till, public_key=till.public_key) for row in rows]


def _is_signed(export: Export, till: Till) -> bool:
    try:
        signature = keys.from_b64u(export.signature)
    except ValueError:
        return False
    if keys.b64u(signature) != export.signature:  # the same signature, written in another way
        return False
    return keys.is_signature(public_key=till.public_key, signature=signature, message=export.signed)
