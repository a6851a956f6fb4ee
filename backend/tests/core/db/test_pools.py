import asyncio
import gc
import stat
import warnings
from pathlib import Path

import pytest

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import ConnectionException, QueryException
from kwai.core.db.pool import close_pools, get_pool, mariadb
from kwai.core.db.pool.mariadb import SQL_MODES, session_settings
from kwai.core.db.pool.sqlite import SqlitePool, connect
from kwai.core.db.pool.sqlite_thread import SqliteThread
from kwai.core.settings import DatabaseSettings
from tests.support.club import wait_until
from tests.support.database import DatabaseFactory
from tests.support.sample_club import TrainerRow

TRAINERS = "sample_trainers"
MARIADB = pytest.mark.one_engine("mariadb", reason="settings of a session on a server")
SQLITE = pytest.mark.one_engine("sqlite", reason="a file and its connections")


async def value(database: Database, sql: str) -> object:
    records = await database.fetch_all(Sql(sql))
    return next(iter(records[0].values()))


@SQLITE
@pytest.mark.parametrize("write", [True, False])
async def test_every_connection_to_a_file_has_its_pragmas(
    database_settings: DatabaseSettings, write: bool
) -> None:
    lease = await get_pool(database_settings).lease(write=write)
    found = {
        name: next(iter((await lease.run(f"PRAGMA {name}", ())).records[0].values()))
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "busy_timeout",
            "trusted_schema",
            "journal_size_limit",
            "query_only",
        )
    }
    lease.release()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "journal_size_limit": 67108864,
        "query_only": int(not write),
    }


@SQLITE
async def test_database_s5_a_reader_refuses_a_write_by_itself(
    database_settings: DatabaseSettings,
) -> None:
    lease = await get_pool(database_settings).lease(write=False)

    with pytest.raises(Exception, match="readonly"):
        await lease.run("DELETE FROM outbox_control", ())
    lease.release()


@SQLITE
async def test_three_tasks_read_at_the_same_time_and_the_fourth_waits(
    database_settings: DatabaseSettings,
) -> None:
    settings = database_settings.model_copy(update={"acquire_timeout": 0.05})
    pool = get_pool(settings)
    leases = [await pool.lease(write=False) for _ in range(3)]

    with pytest.raises(ConnectionException, match="in time"):
        await pool.lease(write=False)

    leases[0].release()
    leases[0] = await pool.lease(write=False)
    for lease in leases:
        lease.release()
    await close_pools(settings)


@MARIADB
async def test_what_a_burst_has_opened_is_closed_when_nobody_needs_it(
    database_settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mariadb, "IDLE_SECONDS", 0.0)
    settings = database_settings.model_copy(update={"pool_size": 5})
    pool = get_pool(settings)

    async def lease(count: int) -> set[object]:
        """Use so many connections at once, and tell which."""
        leases = [await pool.lease(write=False) for _ in range(count)]
        results = [await each.run("SELECT CONNECTION_ID() AS id", ()) for each in leases]
        for each in leases:
            each.release()
        return {result.records[0]["id"] for result in results}

    opened = await lease(5)
    assert len(opened) == 5
    ids = ",".join(map(str, opened))
    count = f"SELECT COUNT(*) FROM information_schema.processlist WHERE id IN ({ids})"

    # Each lease is a look; nobody needed more than two of them since the one before.
    for _ in range(3):
        assert await lease(2) <= opened

    async def is_closed() -> bool:
        return await value(Database(database_settings), count) == 2

    await wait_until(is_closed)
    assert await lease(2) <= opened
    await close_pools(settings)


@SQLITE
async def test_writers_are_served_in_the_order_in_which_they_came(
    club: Database, database_factory: DatabaseFactory
) -> None:
    async def write(number: int) -> None:
        database = database_factory()
        async with database.transaction():
            await database.insert(TRAINERS, TrainerRow(name=str(number)))

    await asyncio.gather(*[write(number) for number in range(20)])

    query = club.create_query_factory().select("name").from_(TRAINERS).order_by("id")
    records = await club.fetch_all(query)
    assert [int(record["name"]) for record in records] == list(range(20))


@SQLITE
async def test_an_urgent_writer_is_served_before_those_who_wait(
    club: Database, database_factory: DatabaseFactory
) -> None:
    async def write(name: str, *, is_urgent: bool = False) -> None:
        database = database_factory()
        database.is_urgent = is_urgent
        await database.insert(TRAINERS, TrainerRow(name=name))

    async with club.transaction():
        await club.insert(TRAINERS, TrainerRow(name="holds the writer"))
        waiting = [asyncio.create_task(write("first")), asyncio.create_task(write("second"))]
        await asyncio.sleep(0)
        waiting.append(asyncio.create_task(write("urgent", is_urgent=True)))
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)

    query = club.create_query_factory().select("name").from_(TRAINERS).order_by("id")
    records = await club.fetch_all(query)
    assert [record["name"] for record in records][1:] == ["urgent", "first", "second"]


@SQLITE
async def test_readers_do_not_wait_for_a_writer(
    club: Database, database_factory: DatabaseFactory
) -> None:
    reader = database_factory()

    async with club.transaction():
        await club.insert(TRAINERS, TrainerRow(name="a"))
        async with asyncio.timeout(2):
            assert await value(reader, f"SELECT COUNT(*) FROM {TRAINERS}") == 0


@SQLITE
@pytest.mark.parametrize("write", [True, False])
async def test_a_connection_that_was_given_up_is_replaced(
    database_settings: DatabaseSettings, write: bool
) -> None:
    pool = SqlitePool(database_settings)
    for _ in range(5):
        lease = await pool.lease(write=write)
        await lease._thread.close()
        assert lease.is_broken
        lease.release()

    lease = await pool.lease(write=write)
    assert (await lease.run("SELECT 1 AS one", ())).records == [{"one": 1}]
    lease.release()
    await pool.close()


async def test_a_database_in_memory_lives_as_long_as_its_pool() -> None:
    settings = DatabaseSettings(file=Path(":memory:"))
    first, second = Database(settings), Database(settings)

    await first.change(Sql("CREATE TABLE sample (id INTEGER PRIMARY KEY, name TEXT)"))
    async with first.unit():
        await first.insert("sample", TrainerRow(name="a"))
    assert await value(second, "SELECT name FROM sample") == "a"
    await second.close()
    await close_pools(settings)

    with pytest.raises(QueryException):
        await value(second, "SELECT name FROM sample")
    await second.close()
    await close_pools(settings)


async def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    settings = DatabaseSettings(file=tmp_path / "data" / "kwai.db")

    await Database(settings).setup()

    assert settings.file is not None
    assert stat.S_IMODE(settings.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.file.parent.stat().st_mode) == 0o700
    await close_pools(settings)


async def test_a_connection_that_is_forgotten_warns(tmp_path: Path) -> None:
    thread = SqliteThread(connect(tmp_path / "kwai.db"))
    worker = thread._thread

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del thread
        gc.collect()

    await asyncio.to_thread(worker.join)
    assert [warning.category for warning in caught] == [ResourceWarning]


async def test_a_pool_belongs_to_its_settings_and_its_event_loop(tmp_path: Path) -> None:
    settings = DatabaseSettings(file=tmp_path / "kwai.db")
    other = DatabaseSettings(file=tmp_path / "other.db")

    async def ask() -> int:
        return id(get_pool(settings))

    assert get_pool(settings) is get_pool(settings.model_copy())
    assert get_pool(settings) is not get_pool(other)
    assert await asyncio.to_thread(lambda: asyncio.run(ask())) != id(get_pool(settings))
    await close_pools(settings)
    await close_pools(other)


async def test_a_closed_pool_is_replaced(database: Database) -> None:
    await database.check_connection()
    await database.close()
    await close_pools(database.settings)

    await database.check_connection()


@MARIADB
async def test_every_connection_to_a_server_has_its_settings(database: Database) -> None:
    found = {
        name: await value(database, f"SELECT @@SESSION.{name}")
        for name in (
            "sql_mode",
            "time_zone",
            "collation_connection",
            "character_set_client",
            "innodb_lock_wait_timeout",
            "autocommit",
            "max_statement_time",
            "tx_isolation",
        )
    }

    assert set(str(found.pop("sql_mode")).split(",")) == set(SQL_MODES)
    assert found == {
        "time_zone": "+00:00",
        "collation_connection": "utf8mb4_bin",
        "character_set_client": "utf8mb4",
        "innodb_lock_wait_timeout": 5,
        "autocommit": 1,
        "max_statement_time": 30.0,
        "tx_isolation": "READ-COMMITTED",
    }


@pytest.mark.parametrize(
    ("version", "isolation", "limit"),
    [
        ("10.6.18-MariaDB", "tx_isolation", "max_statement_time=2.5"),
        ("10.11.6-MariaDB-0+deb12u1", "tx_isolation", "max_statement_time=2.5"),
        ("11.0.2-MariaDB", "tx_isolation", "max_statement_time=2.5"),
        ("11.1.1-MariaDB", "transaction_isolation", "max_statement_time=2.5"),
        ("8.0.36", "transaction_isolation", "max_execution_time=2500"),
        ("8.4.0-commercial", "transaction_isolation", "max_execution_time=2500"),
    ],
)
def test_the_settings_are_spelled_as_the_version_knows_them(
    version: str, isolation: str, limit: str
) -> None:
    text = session_settings(version, 2.5)

    assert f"SESSION {isolation}='READ-COMMITTED'" in text
    assert f"SESSION {limit}" in text


@MARIADB
async def test_a_released_connection_is_used_again(database_settings: DatabaseSettings) -> None:
    settings = database_settings.model_copy(update={"pool_size": 5})
    ids = set()
    for _ in range(10):
        async with Database(settings).unit() as session:
            ids.add(await value(session, "SELECT CONNECTION_ID()"))

    assert len(ids) == 1
    await close_pools(settings)


@MARIADB
async def test_a_pool_lends_no_more_than_its_size(database_settings: DatabaseSettings) -> None:
    settings = database_settings.model_copy(update={"pool_size": 2, "acquire_timeout": 0.1})
    sessions = [Database(settings) for _ in range(3)]
    await sessions[0].check_connection()
    await sessions[1].check_connection()

    with pytest.raises(ConnectionException, match="in time"):
        await sessions[2].check_connection()
    await sessions[0].close()
    await sessions[2].check_connection()

    for session in sessions:
        await session.close()
    await close_pools(settings)


async def test_settings_that_are_given_away_are_a_copy(database: Database) -> None:
    assert database.settings == database.settings
    assert database.settings is not database.settings
