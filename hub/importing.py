"""Taking in the file that a till wrote when it could not send: through the same intake, each operation exactly once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from clerk_app.wire import BATCH_MAX, EXPORT_MAX_BYTES, Export, ExportHeader, Malformed, export_of, operations_of_export
from hub import audit, keys, tills
from hub.audit import Event
from hub.intake.batch import Forked, Push, apply_batch
from hub.intake.received import Received, Unreadable, received
from hub.opening import Hub
from hub.tills import Till

_DAMAGED: Final = "the file is damaged: have the till write it again"


class NotTakenIn(Exception):
    """Nothing of the file was taken in; the text says why."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Whose file it was, and how its operations were answered."""

    header: ExportHeader
    till: Till
    answered: Counter[str]
    why_stopped: str = ""  # what came after was not taken in


def take_in(hub: Hub, raw: bytes, *, now: datetime) -> TakenIn:
    """Apply what the file holds. It may be taken in again, and its till may still send the same. Raises NotTakenIn.

    What a withdrawn till did is applied as well, since goods that left have left; each act of it is put on the
    managers' list.
    """
    if len(raw) > EXPORT_MAX_BYTES:
        raise NotTakenIn("the file is larger than any till writes")
    export, till = _believed(hub, raw)
    operations = _operations(hub, export, till)
    with hub.database.write() as tx:
        audit.note(tx, Event.FILE_IMPORTED, now, till=till.till, branch=till.branch, operations=len(operations))
    answered: Counter[str] = Counter()
    for place in range(0, len(operations), BATCH_MAX):
        try:
            done = apply_batch(hub, Push(till, operations[place : place + BATCH_MAX]), now)
        except Forked:
            return TakenIn(export.header, till, answered, "another operation has its place in the till's history")
        answered.update(answer.status.value for answer in done.answers)
    return TakenIn(export.header, till, answered)


def _believed(hub: Hub, raw: bytes) -> tuple[Export, Till]:
    """The file, once it is known to be whole, for this hub, and of the till that it names."""
    try:
        export = export_of(raw)
    except Malformed as error:
        raise NotTakenIn(f"this is no file that a till has written: {error}") from error
    header = export.header
    if header.hub_id != str(hub.hub_id):
        raise NotTakenIn(f"the file is for another hub, {header.hub_id}")
    with hub.database.read() as reader:
        till = tills.load_till(reader, header.till)
    if till is None:
        raise NotTakenIn(f"no till of this hub is called {header.till}")
    if not export.is_whole or not _is_signed(export, till):
        raise NotTakenIn(_DAMAGED)
    return export, till


def _is_signed(export: Export, till: Till) -> bool:
    try:
        signature = keys.from_b64u(export.signature)
    except ValueError:
        return False
    if keys.b64u(signature) != export.signature:  # the same signature, written in another way
        return False
    return keys.is_signature(public_key=till.public_key, signature=signature, message=export.signed)


def _operations(hub: Hub, export: Export, till: Till) -> Sequence[Received]:
    try:
        rows: list[Any] = list(operations_of_export(keys.opened(hub.keys, export.box)))
        return [received(row, till=till.till, public_key=till.public_key) for row in rows]
    except (ValueError, Unreadable) as error:
        raise NotTakenIn(_DAMAGED) from error
