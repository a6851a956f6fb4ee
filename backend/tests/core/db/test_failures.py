"""What can go wrong is provoked on the real engines, not mocked."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import (
    AccessException,
    CommitUnknownException,
    ConnectionException,
    DatabaseException,
    DatabaseUnavailableException,
    DeadlockException,
    LockTimeoutException,
    QueryException,
    StatementTimeoutException,
    StorageException,
)
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.database import DatabaseFactory
from tests.support.sample_club import MemberRow, add, make_member, names

MARIADB = pytest.mark.one_engine("mariadb", reason="a server, its locks and its connections")
SQLITE = pytest.mark.one_engine("sqlite", reason="a file and its pages")


def member_row(number: int, **changes: object) -> MemberRow:
    return MemberRow.persist(make_member(number, **changes))


async def connection_id(database: Database) -> int:
    records = await database.fetch_all(Sql("SELECT CONNECTION_ID() AS `id`"))
    return int(records[0]["id"])


@MARIADB
async def test_database_x5_a_killed_connection_is_replaced_before_anybody_notices(
    club: Database, database_factory: DatabaseFactory
) -> None:
    killer = database_factory()
    for _ in range(3):
        victim = await connection_id(club)
        await killer.change(Sql(f"KILL {victim}"))
        assert await names(club) == []

    await club.close()
    idle = await connection_id(club)
    await club.close()
    await killer.change(Sql(f"KILL {idle}"))
    await add(club, "a")
    async with club.transaction():
        await add(club, "b")

    assert await names(club) == ["a", "b"]


@MARIADB
async def test_database_x5_a_connection_that_is_killed_in_a_unit_ends_it(
    club: Database, database_factory: DatabaseFactory
) -> None:
    killer = database_factory()

    async def work() -> None:
        async with club.transaction():
            await add(club, "a")
            await killer.change(Sql(f"KILL {await connection_id(club)}"))
            with pytest.raises(ConnectionException):
                await add(club, "b")
            with pytest.raises(DatabaseException, match="ended"):
                await add(club, "c")

    with pytest.raises(DatabaseException):
        await work()

    assert await names(club) == []


@MARIADB
async def test_database_t6_a_commit_whose_connection_broke_is_unknown_and_never_repeated(
    club: Database, database_factory: DatabaseFactory
) -> None:
    killer = database_factory()
    runs: list[int] = []
    rang: list[int] = []

    async def hook() -> None:
        rang.append(1)

    async def work() -> None:
        runs.append(1)
        club.on_commit(hook)
        await add(club, "a")
        await killer.change(Sql(f"KILL {await connection_id(club)}"))

    with pytest.raises(CommitUnknownException):
        await club.run(work)

    assert (runs, rang) == ([1], [])


@MARIADB
async def test_a_server_that_is_not_there(database_settings: DatabaseSettings) -> None:
    settings = database_settings.model_copy(update={"socket": "/nowhere/server.sock"})
    database = Database(settings)

    with pytest.raises(ConnectionException, match="cannot be reached"):
        await database.check_connection()
    with pytest.raises(ConnectionException, match="cannot be reached"):
        await database.setup()

    await close_pools(settings)


@MARIADB
@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"user": "stranger", "password": SecretStr("x")}, "refuses db.user or db.password"),
        ({"name": "elsewhere"}, "has no db.name"),
    ],
)
async def test_a_server_that_does_not_let_us_in_says_what_to_look_at(
    database_settings: DatabaseSettings, values: dict[str, object], reason: str
) -> None:
    settings = database_settings.model_copy(update=values)

    with pytest.raises(AccessException, match=reason):
        await Database(settings).setup()

    await close_pools(settings)


@SQLITE
async def test_a_file_that_cannot_be_opened(database_settings: DatabaseSettings) -> None:
    assert database_settings.file is not None
    settings = database_settings.model_copy(update={"file": database_settings.file.parent})

    with pytest.raises(ConnectionException, match="cannot be opened"):
        await Database(settings).check_connection()

    await close_pools(settings)


@SQLITE
async def test_a_file_that_is_no_database(database_settings: DatabaseSettings) -> None:
    assert database_settings.file is not None
    file = database_settings.file.with_suffix(".txt")
    file.write_text("This is a letter, and long enough to be taken for a page of a database." * 20)
    settings = database_settings.model_copy(update={"file": file})

    with pytest.raises(StorageException):
        await Database(settings).check_connection()

    await close_pools(settings)
    file.unlink()


@pytest.fixture
async def impatient(database_settings: DatabaseSettings) -> AsyncIterator[Database]:
    """A session whose statements have a tenth of a second."""
    settings = database_settings.model_copy(update={"statement_timeout": 0.1})
    database = Database(settings)
    yield database
    await database.close()
    await close_pools(settings)


ENDLESS = Sql(
    "WITH RECURSIVE `n` AS (SELECT 1 AS `i` UNION ALL SELECT `i` + 1 FROM `n`"
    " WHERE `i` < 1000000000) SELECT COUNT(*) AS `count` FROM `n`"
)


@SQLITE
async def test_a_statement_that_takes_too_long_is_ended(impatient: Database) -> None:
    with pytest.raises(StatementTimeoutException):
        await impatient.fetch_all(ENDLESS)

    assert await impatient.fetch_all(Sql("SELECT 1 AS `one`")) == [{"one": 1}]


@MARIADB
async def test_a_statement_that_takes_too_long_is_ended_by_the_server(impatient: Database) -> None:
    with pytest.raises(StatementTimeoutException):
        await impatient.fetch_all(Sql("SELECT SLEEP(10) AS `nothing`"))

    assert await impatient.fetch_all(Sql("SELECT 1 AS `one`")) == [{"one": 1}]


@SQLITE
async def test_a_full_disk(club: Database) -> None:
    pages = await club.fetch_all(Sql("PRAGMA page_count"))

    async def fill() -> None:
        async with club.transaction():
            await club.change(Sql(f"PRAGMA max_page_count = {pages[0]['page_count'] + 2}"))
            for number in range(1000):
                await club.insert("sample_members", member_row(number, remark="x" * 4000))

    with pytest.raises(StorageException):
        await fill()

    await club.change(Sql("PRAGMA max_page_count = 1000000"))
    await add(club, "there is room again")
    query = club.create_query_factory().select("id").from_("sample_members")
    assert await club.fetch_all(query) == []


@MARIADB
async def test_a_full_table(club: Database) -> None:
    async def fill() -> None:
        async with club.transaction():
            await add(club, "goes with it")
            await club.change(Sql("SET SESSION max_heap_table_size = 16384"))
            columns = "(`id` INT, `text` VARCHAR(2000)) ENGINE=MEMORY"
            await club.change(Sql(f"CREATE TEMPORARY TABLE `sample_full` {columns}"))
            factory = club.create_query_factory()
            for number in range(100):
                values = {"id": number, "text": "x" * 2000}
                await club.execute(factory.insert("sample_full", values))

    with pytest.raises(StorageException):
        await fill()

    assert await names(club) == []
    await club.close()
    await close_pools(club.settings)


def test_all_that_may_pass_by_itself_is_one_family() -> None:
    for exception in (
        ConnectionException,
        DeadlockException,
        LockTimeoutException,
        CommitUnknownException,
        StatementTimeoutException,
        StorageException,
    ):
        assert issubclass(exception, DatabaseUnavailableException)
        assert not issubclass(exception, QueryException)
