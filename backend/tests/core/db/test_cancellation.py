"""A task can be cancelled wherever it waits: nothing is half done and nothing stays locked."""

import asyncio

import pytest

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.pool.base import finish
from tests.support.cancelling import cancel_everywhere
from tests.support.database import DatabaseFactory
from tests.support.sample_club import TrainerRow, names

TRAINERS = "sample_trainers"

ENDLESS = {
    "sqlite": (
        "WITH RECURSIVE `n` AS (SELECT 1 AS `i` UNION ALL SELECT `i` + 1 FROM `n`"
        " WHERE `i` < 1000000000) SELECT COUNT(*) AS `count` FROM `n`"
    ),
    "mariadb": "SELECT SLEEP(0.5) AS `nothing`",
}


async def empty(database: Database) -> None:
    await database.change(database.create_query_factory().delete(TRAINERS).where(Sql("1 = 1")))


async def test_database_t5_a_unit_that_is_cancelled_anywhere_is_whole_or_nothing(
    club: Database, database_factory: DatabaseFactory
) -> None:
    rang: list[int] = []
    outcomes: set[bool] = set()

    async def hook() -> None:
        rang.append(1)

    async def work() -> None:
        async with database_factory().unit() as database:
            database.on_commit(hook)
            await database.insert(TRAINERS, TrainerRow(name="a"))
            async with database.savepoint():
                await database.insert(TRAINERS, TrainerRow(name="b"))

    async def check(is_finished: bool) -> None:
        found = await names(club)
        outcomes.add(bool(found))
        assert found in ([], ["a", "b"])
        assert found or not is_finished
        assert len(rang) == len(found) / 2
        # It can be written to at once: nobody holds a lock.
        await empty(club)
        rang.clear()

    assert await cancel_everywhere(work, check) >= 4
    assert outcomes == {True, False}


async def test_a_read_that_is_cancelled_anywhere_leaves_no_wrong_answer(
    club: Database, database_factory: DatabaseFactory
) -> None:
    await club.insert(TRAINERS, TrainerRow(name="a"))

    async def work() -> None:
        async with database_factory().unit(read_only=True) as database:
            await names(database)

    async def check(is_finished: bool) -> None:
        for number in range(12):
            async with database_factory().unit(read_only=True) as database:
                answer = await database.fetch_all(Sql(f"SELECT {number} AS `number`"))
            assert answer == [{"number": number}]

    assert await cancel_everywhere(work, check) >= 1


async def test_a_session_goes_on_after_a_cancelled_statement(
    club: Database, database_engine: str
) -> None:
    query = Sql(ENDLESS[database_engine])
    async with asyncio.timeout(5):
        for number in range(5):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.02):
                    await club.fetch_all(query)
            answer = await club.fetch_all(Sql(f"SELECT {number} AS `number`"))
            assert answer == [{"number": number}]


async def test_a_cancelled_write_is_undone_and_lets_others_write(
    club: Database, database_factory: DatabaseFactory, database_engine: str
) -> None:
    other = database_factory()

    async def work() -> None:
        async with asyncio.timeout(0.05), club.transaction():
            await club.insert(TRAINERS, TrainerRow(name="a"))
            await club.fetch_all(Sql(ENDLESS[database_engine]))

    with pytest.raises(TimeoutError):
        await work()
    async with asyncio.timeout(5):
        await other.insert(TRAINERS, TrainerRow(name="b"))

    assert await names(club) == ["b"]


async def test_a_task_that_is_cancelled_while_it_waits_for_a_connection(
    club: Database, database_factory: DatabaseFactory
) -> None:
    waiters = [database_factory() for _ in range(3)]

    async def wait(database: Database) -> None:
        async with database.transaction():
            query = database.create_query_factory().select("id").from_("outbox_control")
            await database.fetch_all(query.where(KwaiField("id").eq(1)).for_update())
            await database.insert(TRAINERS, TrainerRow(name="late"))

    async with club.transaction():
        query = club.create_query_factory().select("id").from_("outbox_control")
        await club.fetch_all(query.where(KwaiField("id").eq(1)).for_update())
        tasks = [asyncio.ensure_future(wait(database)) for database in waiters]
        await asyncio.wait(tasks, timeout=0.05)
        for task in tasks[:2]:
            task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(result) for result in results[:2]] == [asyncio.CancelledError] * 2
    assert await names(club) == ["late"]


async def test_database_t5_what_has_to_be_finished_is_finished_however_often_it_is_cancelled() -> (
    None
):
    done: list[int] = []
    goes_on = asyncio.Event()

    async def work() -> None:
        await goes_on.wait()
        done.append(1)

    task = asyncio.ensure_future(finish(work()))
    for _ in range(3):
        await asyncio.wait({task}, timeout=0.001)
        task.cancel()
    goes_on.set()

    assert isinstance(await task, asyncio.CancelledError)
    assert done == [1]


async def test_a_failure_of_what_has_to_be_finished_is_raised() -> None:
    async def work() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await finish(work())
