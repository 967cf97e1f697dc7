"""Opening the hub that a command is for; where that fails, a sentence and the exit code 3 say so."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from alembic.util.exc import CommandError
from sqlalchemy.exc import SQLAlchemyError

from hub import opening
from hub.commands import CommandRefused
from hub.database import UnsafeSqlite
from hub.opening import Hub, HubMoved, WrongKeys
from hub.settings import Settings

NO_HUB = 3


def open_hub(settings: Settings, *, makes_it: bool = False) -> Hub:
    """Open the hub. One that is not there is made only by what begins one. Raises CommandRefused."""
    with said_plainly(settings):
        if not makes_it and not is_there(settings):
            why = f"There is no hub in {settings.data}: name its folder with --data, or begin one with serve or demo."
            raise CommandRefused(why, code=NO_HUB)
        return opening.open_hub(settings)


def is_there(settings: Settings) -> bool:
    """Whether there is a hub, or something that says better why it is none: a server's database, a file as a folder."""
    url = settings.database_url
    if url.get_backend_name() != "sqlite" or not url.database or Path(url.database).exists():
        return True
    return any(it.is_file() for it in (settings.data, *settings.data.parents))


@contextmanager
def said_plainly(settings: Settings) -> Generator[None]:
    """Turn what a database or a folder refuses into CommandRefused."""
    shown = settings.database_url.render_as_string(hide_password=True)
    try:
        yield
    except (HubMoved, UnsafeSqlite) as error:
        raise CommandRefused(str(error), code=NO_HUB) from error
    except WrongKeys as error:
        raise CommandRefused(f"{error}: is {settings.data} the right --data?", code=NO_HUB) from error
    except CommandError as error:
        raise CommandRefused(f"{shown} was written by a newer hub: update this program", code=NO_HUB) from error
    except SQLAlchemyError as error:
        raise CommandRefused(f"the database {shown} cannot be used: {_first_line(error)}", code=NO_HUB) from error
    except OSError as error:
        where = error.filename or settings.data
        raise CommandRefused(f"{where} cannot be used: {error.strerror or error}", code=NO_HUB) from error


def _first_line(error: SQLAlchemyError) -> str:
    """What the database itself said, without the library's frame around it."""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0] if said else type(error).__name__
