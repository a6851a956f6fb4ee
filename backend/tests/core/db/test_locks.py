"""Locks that meet each other, provoked on the real engines."""

import asyncio
from contextlib import closing

import pytest

from kwai.core.db.batch_repository import BatchDbRepository
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect
from kwai.core.db.exceptions import (
    DatabaseException,
    DeadlockException,
    LockTimeoutException,
)
from kwai.core.db.pool import close_pools
from kwai.core.db.pool.sqlite import connect
from kwai.core.domain.entity import Entity
from kwai.core.settings import DatabaseSettings
from tests.support.database import DatabaseFactory
from tests.support.sample_club import MemberDbRepository, add, make_member, names

TRAINERS = "sample_trainers"
MARIADB = pytest.mark.one_engine("mariadb", reason="a server, its locks and its connections")
SQLITE = pytest.mark.one_engine("sqlite", reason="a file and its pages")


def locked(database: Database, id_: int) -> KwaiSelect:
    query = database.create_query_factory().select("id").from_(TRAINERS)
    return query.where(KwaiField("id").eq(id_)).for_update()


@MARIADB
async def test_database_x4_a_deadlock_has_one_victim_and_its_unit_succeeds_again(
    club: Database, database_factory: DatabaseFactory
) -> None:
    first, second = await add(club, "first"), await add(club, "second")
    other = database_factory()
    met = asyncio.Barrier(2)
    victims: list[Exception] = []

    async def work(database: Database, order: tuple[int, int], runs: list[int]) -> None:
        runs.append(1)
        try:
            await database.fetch_all(locked(database, order[0]))
            if len(runs) == 1:
                await met.wait()
            await database.fetch_all(locked(database, order[1]))
        except DeadlockException as error:
            victims.append(error)
            raise
        await add(database, "done")

    runs: tuple[list[int], list[int]] = ([], [])
    await asyncio.gather(
        club.run(lambda: work(club, (first, second), runs[0])),
        other.run(lambda: work(other, (second, first), runs[1])),
    )

    assert len(victims) == 1
    assert (await names(club))[2:] == ["done", "done"]


@MARIADB
async def test_database_x4_a_lock_timeout_undoes_the_whole_unit(
    club: Database, database_factory: DatabaseFactory
) -> None:
    id_ = await add(club, "a")
    other = database_factory()

    async def wait_too_long() -> None:
        async with other.transaction():
            await other.change(Sql("SET SESSION innodb_lock_wait_timeout = 1"))
            await add(other, "goes with it")
            with pytest.raises(LockTimeoutException):
                await other.fetch_all(locked(other, id_))
            with pytest.raises(DatabaseException, match="ended"):
                await add(other, "would stand alone")

    async with club.transaction():
        await club.fetch_all(locked(club, id_))
        with pytest.raises(LockTimeoutException):
            await wait_too_long()

    assert await names(club) == ["a"]
    await club.close()
    await close_pools(club.settings)


def member(database: Database, id_: int) -> KwaiSelect:
    query = database.create_query_factory().select("id").from_("sample_members")
    return query.where(KwaiField("id").eq(id_))


async def waits_for_a_lock(database: Database) -> bool:
    # The server renews what it tells only when nobody has asked for a tenth of a second.
    await asyncio.sleep(0.12)
    return bool(await database.fetch_all(Sql("SELECT 1 FROM information_schema.innodb_lock_waits")))


class MembersDbRepository(MemberDbRepository, BatchDbRepository):  # type: ignore[type-arg]
    """Changes many members at once."""


@MARIADB
async def test_database_k4_many_rows_are_locked_in_the_order_of_their_ids(
    club: Database, database_factory: DatabaseFactory
) -> None:
    repository, holder, third = MembersDbRepository(club), database_factory(), database_factory()
    # More than one batch, so that the order of the batches matters too.
    await repository.create_all(make_member(number) for number in range(1, 202))
    members = [Entity.replace(m, remark="x") async for m in repository.get_all()][::-1]

    async with holder.transaction(), third.transaction():
        await holder.fetch_all(member(holder, members[-1].id.value).for_update())
        update = asyncio.create_task(repository.update_all(members))
        watcher = database_factory()
        while not await waits_for_a_lock(watcher):
            assert not update.done()
        last = member(third, members[0].id.value)
        free = await third.fetch_all(last.for_update(skip_locked=True))
    await update

    assert free == [{"id": members[0].id.value}]


@MARIADB
async def test_database_k1_a_lock_that_skips_takes_what_is_free(
    club: Database, database_factory: DatabaseFactory
) -> None:
    ids = [await add(club, name) for name in "abc"]
    other = database_factory()
    query = club.create_query_factory().select("id").from_(TRAINERS).order_by("id")

    async with club.transaction(), other.transaction():
        await club.fetch_all(locked(club, ids[0]))
        free = await other.fetch_all(query.clone().limit(1).for_update(skip_locked=True))

    assert free == [{"id": ids[1]}]


@SQLITE
async def test_a_locked_file_is_a_lock_timeout(
    club: Database, database_settings: DatabaseSettings
) -> None:
    await club.change(Sql("PRAGMA busy_timeout = 20"))
    assert database_settings.file is not None
    with closing(connect(database_settings.file)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockTimeoutException):
            await add(club, "a")
        foreign.execute("ROLLBACK")

    assert await names(club) == []


@SQLITE
async def test_database_t2_units_that_read_first_never_meet_a_stale_snapshot(
    club: Database, database_factory: DatabaseFactory
) -> None:
    sessions = [database_factory() for _ in range(8)]
    await add(club, "0")

    async def count_up(database: Database) -> None:
        async with database.transaction():
            (name,) = await names(database)
            update = database.create_query_factory().update(TRAINERS, {"name": str(int(name) + 1)})
            await database.change(update.where(KwaiField("name").eq(name)))

    await asyncio.gather(*[count_up(session) for session in sessions])

    assert await names(club) == ["8"]
