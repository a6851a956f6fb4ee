"""The connection that migrations run on, with the lock between starting processes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import asyncmy_bridge
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from kwai.core.db.pool.sqlite import connect

if TYPE_CHECKING:
    import sqlite3

    from kwai.core.settings import DatabaseSettings

LOCK_NAME = "kwai.migrate"
LOCK_SECONDS = 60


class MigrationLockException(Exception):
    """Another process migrates, and has not come to an end."""


@contextmanager
def migration_connection(settings: "DatabaseSettings") -> Iterator[Connection]:
    """Open a connection on which nobody else migrates at the same time.

    Raises:
        MigrationLockException: another process has kept the lock for a minute.
    """
    engine = _sqlite(settings) if settings.engine == "sqlite" else _mysql(settings)
    try:
        with engine.connect() as connection:
            if settings.engine == "mysql":
                _lock(connection)
            yield connection
    finally:
        engine.dispose()


def _sqlite(settings: "DatabaseSettings") -> Engine:
    def create() -> "sqlite3.Connection":
        connection = connect(settings.file or "kwai.db")
        # Dropping a table would delete the rows that refer to it.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"PRAGMA busy_timeout = {LOCK_SECONDS * 1000}")
        return connection

    engine = create_engine("sqlite://", creator=create, poolclass=NullPool)
    # The write lock, taken before the version is read, is the lock between processes.
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _mysql(settings: "DatabaseSettings") -> Engine:
    return create_engine(
        "mysql+pymysql://",
        module=asyncmy_bridge,
        creator=lambda: asyncmy_bridge.connect(settings),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
    )


def _lock(connection: Connection) -> None:
    # The lock ends with the connection, however the process ends.
    statement = text("SELECT GET_LOCK(:name, :seconds)")
    values = {"name": LOCK_NAME, "seconds": LOCK_SECONDS}
    if connection.execute(statement, values).scalar() != 1:
        raise MigrationLockException("Another process is migrating this database.")
