"""Which engine the hub's tests run on: SQLite, or the PostgreSQL that CLERK_TEST_DATABASE_URL leads to.

Each test has a database of its own there. Example: postgresql+psycopg://clerk@127.0.0.1/clerk
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import create_engine, make_url

SERVER = os.environ.get("CLERK_TEST_DATABASE_URL")  # read now: each test begins with a clean environment


@contextmanager
def fresh_database(*, like: str | None = None) -> Generator[str | None]:
    """The URL of a new database, or of a copy; None on SQLite, where a hub's folder is all there is."""
    if SERVER is None:
        yield None
        return
    url = make_url(SERVER)
    name = f"clerk_test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as server:
            server.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {_name_of(like)}")
        yield url.set(database=name).render_as_string(hide_password=False)
        with engine.connect() as server:
            server.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        engine.dispose()


def _name_of(url: str | None) -> str:
    return make_url(url).database or "" if url else "template1"
