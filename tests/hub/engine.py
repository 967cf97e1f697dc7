"""A database of a test's own on the engine that the test runs on.

Tests marked `both_engines` run on SQLite and on PostgreSQL, those marked `on_postgresql` there
alone, and the others on SQLite. The PostgreSQL is one that the tests start (tests/hub/postgresql.py), or the one that
CLERK_TEST_DATABASE_URL leads to. Example: postgresql+psycopg://clerk@127.0.0.1/clerk
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import create_engine, make_url

SERVER = os.environ.get("CLERK_TEST_DATABASE_URL")  # read now: each test begins with a clean environment
SQLITE, POSTGRESQL = "sqlite", "postgresql"

Server = str | None
"""The URL of a server where databases can be made; None is SQLite."""


@contextmanager
def fresh_database(server: Server, *, like: str | None = None) -> Generator[str | None]:
    """The URL of a new database, or of a copy; None on SQLite, where a hub's folder is all there is."""
    if server is None:
        yield None
        return
    url = make_url(server)
    name = f"clerk_test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {_name_of(like)}")
        yield url.set(database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        engine.dispose()


def _name_of(url: str | None) -> str:
    return make_url(url).database or "" if url else "template1"
