"""Where this hub keeps its things."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url


@dataclass(frozen=True, slots=True)
class Settings:
    database_url: URL
    data: Path
    """The folder of the keys, which are never in the database."""


def settings_of(database_url: str | None, data: Path | None) -> Settings:
    """Fill what was not said: the folder is that of the SQLite file, or else the platform's."""
    url = make_url(database_url) if database_url else None
    folder = data or _folder_of(url) or Path(platformdirs.user_data_dir("clerk-hub", appauthor=False))
    folder = folder.absolute()
    return Settings(url or URL.create("sqlite", database=str(folder / "hub.db")), folder)


def _folder_of(url: URL | None) -> Path | None:
    if url is None or url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database).absolute().parent
