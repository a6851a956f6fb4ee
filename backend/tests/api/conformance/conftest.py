"""One started application per engine: between two checks the rows change, not the program."""

import sqlite3  # noqa: TID251  # it restores rows behind the back of the program
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from kwai.api.app import create_app, lifespan
from kwai.core.db.database import Database
from kwai.core.db.engine import quote
from kwai.core.settings import DatabaseSettings
from tests.support.api import api_settings, open_client
from tests.support.database import Template, copy_file, reset_rows
from tests.support.identity_api import ClubKit

Reset = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the checks of one engine share."""

    app: FastAPI
    client: httpx.AsyncClient
    database: DatabaseSettings
    reset: Reset


@pytest.fixture(scope="module")
async def stage(database_template: Template) -> AsyncIterator[Stage]:
    with (
        pytest.MonkeyPatch.context() as patch,
        _database(database_template) as (database, reset),
    ):
        patch.setenv("KWAI_TESTING", "1")
        app = create_app(api_settings(database))
        async with lifespan(app), open_client(app) as client:
            yield Stage(app=app, client=client, database=database, reset=reset)


@pytest.fixture
async def club(stage: Stage) -> AsyncIterator[ClubKit]:
    """People of a club that has nothing yet."""
    await stage.reset()
    database = Database(stage.database)
    yield ClubKit(stage.app, database, stage.client)
    await database.close()


@contextmanager
def _database(template: Template) -> Iterator[tuple[DatabaseSettings, Reset]]:
    if template.settings.engine == "mysql":

        async def reset() -> None:
            await reset_rows(template)

        yield template.settings, reset
        return
    copy = copy_file(template)
    source, file = template.settings.file, copy.file
    assert source is not None
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:

        async def reset_file() -> None:
            _copy_rows(connection)

        connection.execute("ATTACH ? AS template", (str(source),))
        yield copy, reset_file
    _remove(file)


def _copy_rows(connection: sqlite3.Connection) -> None:
    """Make the rows those of the template, which is attached; few tables differ."""
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    tables = [quote(name) for (name,) in connection.execute(names)]
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM main.{table})" for table in tables
    )
    connection.execute("BEGIN IMMEDIATE")
    for (table,) in connection.execute(asked).fetchall():
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM template.{table}")
    connection.execute("COMMIT")


def _remove(file: Path) -> None:
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
