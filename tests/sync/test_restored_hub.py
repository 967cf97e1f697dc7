"""A hub that is put back from its backup, by its own commands, in processes of their own: tills give back the rest."""

import json
import signal
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from clerk_app.domain.operations import Word
from clerk_app.errors import HubUnreachable
from hub.opening import open_hub
from hub.settings import settings_of
from tests.hub.core.process import running
from tests.hub.core.shop import Shop, open_shop
from tests.sync.counter import Street


def test_a_till_gives_back_what_the_backup_had_not_seen(tmp_path: Path) -> None:
    old, new, file = tmp_path / "hub", tmp_path / "restored", tmp_path / "hub.backup"
    open_shop(old).hub.close()
    with ExitStack() as stack, closing(open_hub(settings_of(None, old))) as hub, running(old) as process:
        street = Street(Shop(hub, process.address), tmp_path, stack)
        till = street.till()
        kept, lost = street.shop.order(), street.shop.order()
        till.sync()
        early = till.hand_over(kept)
        till.sync()
        _command("backup", str(file), "--data", str(old))
        late = till.hand_over(lost)
        till.sync()
        assert (till.word(early), till.word(late), till.waiting()) == (Word.DONE, Word.DONE, 0)

        told = _command("restore", str(file), "--data", str(new))
        with running(new) as restored, closing(open_hub(settings_of(None, new))) as put_back:
            assert told == {"epoch": 2}
            till.line.hub_address = restored.address
            till.sync()

            street.shop = Shop(put_back)
            assert [street.hand_overs(order) for order in (kept, lost)] == [1, 1]
            assert (till.word(early), till.word(late), till.waiting()) == (Word.DONE, Word.DONE, 0)

            till.line.hub_address = process.address  # the old one lives still, and speaks of an epoch that is over
            with pytest.raises(HubUnreachable, match="epoch 1"):
                till.sync()
            till.line.hub_address = restored.address
            till.sync()
            restored.end(signal.SIGTERM)


def _command(*words: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, "-m", "hub", *words], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
