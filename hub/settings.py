"""Where this hub keeps its things."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url

DATABASE_URL = "CLERK_HUB_DATABASE_URL"
"""The environment may name the database, since a URL with a password has no place among a process's arguments."""


@dataclass(frozen=True, slots=True)
class Settings:
    database_url: URL
    data: Path
    """The folder of the keys, which are never in the database."""


def settings_of(database_url: str | None, data: Path | None) -> Settings:
    """Fill what was not said: the folder is that of the SQLite file, or else the platform's."""
    said = database_url or os.environ.get(DATABASE_URL)
    url = make_url(said) if said else None
    folder = data or _folder_of(url) or Path(platformdirs.user_data_dir("clerk-hub", appauthor=False))
    folder = folder.absolute()
    return Settings(url or URL.create("sqlite", database=str(folder / "hub.db")), folder)


def _folder_of(url: URL | None) -> Path | None:
    if url is None or url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database).absolute().parent
