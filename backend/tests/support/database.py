"""Database fixtures: both engines, the migrated schema, and nothing left over by the test before.

Units commit for real. On SQLite every test has a copy of a migrated file; on MariaDB all rows that
the migrations did not bring are deleted before a test.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pydantic import SecretStr

from kwai.cli.db import upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.engine import quote
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.isolation import TestOptions
from tests.support.servers import MariaDbServer

ENGINES = ("sqlite", "mariadb")
VERSION_TABLE = "schema_version"

DatabaseFactory = Callable[[], Database]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that touches a database once per engine, unless its marker gives a reason."""
    if "database_engine" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("one_engine")
    engines = ENGINES if marker is None else (str(marker.args[0]),)
    metafunc.parametrize("database_engine", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def database_engine(request: pytest.FixtureRequest) -> str:
    """`sqlite` or `mariadb`."""
    return str(request.param)


@dataclass(slots=True)
class Template:
    """A migrated database that tests start from."""

    settings: DatabaseSettings
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


@pytest.fixture(scope="session")
def database_folder() -> Iterator[Path]:
    """A folder in memory if there is one: every commit waits for the disk."""
    memory = Path("/dev/shm")
    parent = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="kwai-db-", dir=parent))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(database_folder: Path) -> Template:
    settings = DatabaseSettings(engine="sqlite", file=database_folder / "template.db")
    upgrade(settings)
    return Template(settings)


@pytest.fixture(scope="session")
async def mariadb_template(
    mysql_settings: DatabaseSettings, worker_name: str
) -> AsyncIterator[Template]:
    settings = await create_mysql_database(mysql_settings, f"kwai_{worker_name}")
    upgrade(settings)
    template = Template(settings)
    async with opened(settings) as database:
        for table in await table_names(database):
            template.rows[table] = await database.fetch_all(Sql(f"SELECT * FROM {quote(table)}"))
    yield template
    await close_pools(settings)


@pytest.fixture(scope="session")
def worker_name() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session")
def database_template(database_engine: str, request: pytest.FixtureRequest) -> Template:
    """The migrated database of this test's engine; the other engine's server is not needed."""
    template: Template = request.getfixturevalue(f"{database_engine}_template")
    return template


@pytest.fixture
async def database_settings(
    database_engine: str, database_template: Template
) -> AsyncIterator[DatabaseSettings]:
    """The settings of a clean, migrated database of this test's engine."""
    settings = database_template.settings
    if database_engine == "sqlite":
        settings = copy_file(database_template)
    else:
        await reset_rows(database_template)
    yield settings
    if database_engine == "sqlite" and settings.file is not None:
        await close_pools(settings)
        for path in settings.file.parent.glob(f"{settings.file.name}*"):
            path.unlink()


@pytest.fixture
async def database_factory(database_settings: DatabaseSettings) -> AsyncIterator[DatabaseFactory]:
    """Makes further sessions, as other requests and processes have them."""
    sessions: list[Database] = []

    def create() -> Database:
        sessions.append(Database(database_settings))
        return sessions[-1]

    yield create
    for session in sessions:
        await session.close()


@pytest.fixture
def database(database_factory: DatabaseFactory) -> Database:
    """A session on a clean, migrated database; a test that takes it runs on both engines."""
    return database_factory()


class Statements(logging.Handler):
    """The statements that were sent since `clear()`."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    @property
    def count(self) -> int:
        return len(self.texts)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.DEBUG:
            self.texts.append(record.getMessage())

    def clear(self) -> None:
        self.texts.clear()


@pytest.fixture
def statements() -> Iterator[Statements]:
    """Counts the statements of all sessions; BEGIN and COMMIT are not among them."""
    logger = logging.getLogger("kwai.core.db")
    level, handler = logger.level, Statements()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler
    logger.setLevel(level)
    logger.removeHandler(handler)


def copy_file(template: Template) -> DatabaseSettings:
    """Copy the migrated SQLite file for one test."""
    source = template.settings.file
    assert source is not None
    handle, path = tempfile.mkstemp(prefix="test-", suffix=".db", dir=source.parent)
    os.close(handle)
    shutil.copyfile(source, path)
    return template.settings.model_copy(update={"file": Path(path)})


@pytest.fixture(scope="session")
def mysql_settings(test_options: TestOptions, request: pytest.FixtureRequest) -> DatabaseSettings:
    """The private server, or the one of `KWAI_TEST_MYSQL`; the database is to be filled in."""
    if not test_options.mysql:
        server: MariaDbServer = request.getfixturevalue("mariadb")
        return DatabaseSettings(
            engine="mysql", socket=server.socket, user=server.user, name="mysql", pool_size=60
        )
    url = urlsplit(test_options.mysql)
    return DatabaseSettings(
        engine="mysql",
        host=url.hostname or "127.0.0.1",
        port=url.port or 3306,
        user=url.username or "root",
        password=SecretStr(url.password or ""),
        name="mysql",
        allow_plaintext=True,
    )


async def create_mysql_database(server: DatabaseSettings, name: str) -> DatabaseSettings:
    """Create an empty database, dropping one that another run has left."""
    async with opened(server) as database:
        await database.change(Sql(f"DROP DATABASE IF EXISTS {quote(name)}"))
        await database.change(Sql(f"CREATE DATABASE {quote(name)} COLLATE utf8mb4_bin"))
    return server.model_copy(update={"name": name})


async def reset_rows(template: Template) -> None:
    """Delete all rows and put back those that the migrations insert."""
    database = Database(template.settings)
    try:
        filled = await filled_tables(database, template)
        await database.change(Sql("SET SESSION foreign_key_checks = 0"))
        for table in filled:
            await database.change(Sql(f"DELETE FROM {quote(table)}"))
            for row in template.rows[table]:
                await database.execute(database.create_query_factory().insert(table, _utc(row)))
        await database.change(Sql("SET SESSION foreign_key_checks = 1"))
    finally:
        await database.close()


async def filled_tables(database: Database, template: Template) -> list[str]:
    """List the tables that hold rows, or should: one question instead of forty DELETEs."""
    asked = " UNION ALL ".join(
        f"SELECT '{table}' AS name WHERE EXISTS (SELECT 1 FROM {quote(table)})"
        for table, rows in template.rows.items()
        if not rows
    )
    found = [str(record["name"]) for record in await database.fetch_all(Sql(asked))]
    return [*found, *(table for table, rows in template.rows.items() if rows)]


async def table_names(database: Database) -> list[str]:
    """List the tables of a MariaDB database, without the one of the migrations."""
    query = Sql(
        "SELECT table_name AS name FROM information_schema.tables"
        " WHERE table_schema = DATABASE() ORDER BY table_name"
    )
    records = await database.fetch_all(query)
    return [record["name"] for record in records if record["name"] != VERSION_TABLE]


@asynccontextmanager
async def opened(settings: DatabaseSettings) -> AsyncIterator[Database]:
    """A session that leaves no connection behind."""
    database = Database(settings)
    try:
        yield database
    finally:
        await database.close()
        await close_pools(settings)


def _utc(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
        for name, value in row.items()
    }
