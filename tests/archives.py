"""What tests of archiving need: answers of long ago, a hub's word of now, and what a till has left."""

from datetime import timedelta
from typing import Any

from clerk_app.archiving import archive
from clerk_app.catalogue_sync import never
from clerk_app.credentials import Secrets
from clerk_app.domain.operations import Answer, AnswerStatus
from clerk_app.settings import journal_file
from clerk_app.store import archived, ledger
from clerk_app.store.database import driver
from clerk_app.store.opening import Place
from clerk_app.till import Till
from clerk_app.wire import Hello
from clerk_app.wire.journal import JournalReading, by_owner
from tests.tills import SECRETS

LONG = timedelta(days=36)


def a_hello(*, acked_through: int = 2**40) -> Hello:
    return Hello("", 1, (1, 1), heads={}, min_seqs={}, acked_through=acked_through, key_set={})


def answered(till: Till, *, ago: timedelta = LONG, status: AnswerStatus = AnswerStatus.APPLIED, **said: Any) -> None:
    """Let the hub have answered all that waits, so long ago, and told of it in what was read since."""
    at = till.time.now()
    till.time.set_by_hub(at)
    with till.ledger.write() as connection:
        waiting = ledger.outbox(connection, limit=1_000_000)
        given = [Answer(it.operation.op_id, status, {till.scope: 1}, **said) for it in waiting]
        ledger.record(connection, given, at=at - ago)


def archived_now(till: Till, *, acked_through: int = 2**40) -> None:
    assert archive(till, a_hello(acked_through=acked_through), is_stopped=never)


def here(till: Till) -> list[int]:
    with till.ledger.read() as connection:
        return [seq for (seq,) in driver(connection).execute("SELECT seq FROM operations ORDER BY seq")]


def gone(till: Till) -> list[tuple[int, int]]:
    with till.ledger.read() as connection:
        return [(span.first, span.last) for span in archived.spans(connection)]


def journaled(till: Till, *, secrets: Secrets = SECRETS) -> list[int]:
    """What stands in its journal, as it lies on the disk."""
    profile = till.profile
    place = Place(till.folder, secrets.file_key, profile.till, till.scope, till.time.now(), profile.root_public_key)
    return sorted(JournalReading(journal_file(till.folder), by_owner(place.owner)).places)


def journal_id(till: Till) -> int:
    return journal_file(till.folder).stat().st_ino
