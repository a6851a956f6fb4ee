"""What a session does with one statement after another."""

import asyncio
import logging

import pytest

from kwai.core.db import transaction as transaction_module
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import ConnectionException, DatabaseException, QueryException
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.database import DatabaseFactory, Statements
from tests.support.sample_club import MemberRow, TrainerRow, add, make_member, names

TRAINERS = "sample_trainers"


async def begin(database: Database) -> None:
    async with database.transaction():
        pass


async def test_database_s2_a_lease_is_taken_at_the_first_statement_and_kept_until_the_end(
    database_settings: DatabaseSettings,
) -> None:
    # SQLite has three readers, whatever is asked for.
    settings = database_settings.model_copy(update={"pool_size": 3, "acquire_timeout": 0.05})
    sessions = [Database(settings) for _ in range(4)]
    for session in sessions[:3]:
        await session.check_connection()

    with pytest.raises(ConnectionException, match="in time"):
        await sessions[3].check_connection()

    await sessions[0].close()
    await sessions[3].check_connection()
    for session in sessions:
        await session.close()
    await close_pools(settings)


async def test_database_s2_a_transaction_gives_its_lease_back_when_it_ends(
    club: Database, database_factory: DatabaseFactory
) -> None:
    async with club.transaction():
        await add(club, "a")

    await asyncio.wait_for(add(database_factory(), "b"), timeout=5)

    assert await names(club) == ["a", "b"]


async def test_database_s3_a_session_serves_one_task_at_a_time(club: Database) -> None:
    results = await asyncio.gather(names(club), names(club), return_exceptions=True)

    assert [type(result) for result in results] == [list, DatabaseException]


async def test_database_s3_a_transaction_belongs_to_the_task_that_opened_it(club: Database) -> None:
    async def join() -> None:
        async with club.transaction():
            pass

    async with club.transaction():
        for work in (names(club), join()):
            with pytest.raises(DatabaseException, match="one task"):
                await asyncio.ensure_future(work)
        await add(club, "a")

    assert await names(club) == ["a"]


async def test_database_s4_a_statement_inside_a_loop_over_rows_is_safe(club: Database) -> None:
    for name in "abc":
        await add(club, name)
    query = club.create_query_factory().select("name").from_(TRAINERS).order_by("id")

    async for record in club.fetch(query):
        await add(club, record["name"] * 2)

    assert await names(club) == ["a", "b", "c", "aa", "bb", "cc"]


async def test_database_s5_a_reading_unit_refuses_to_write(club: Database) -> None:
    factory = club.create_query_factory()

    async with club.unit(read_only=True):
        assert await names(club) == []
        for work in (
            add(club, "a"),
            club.insert_many(TRAINERS, [TrainerRow(name="a")]),
            club.change(factory.delete(TRAINERS).where(KwaiField("id").eq(1))),
            club.delete(1, TRAINERS),
            begin(club),
        ):
            with pytest.raises(DatabaseException, match="only reads"):
                await work

    assert await names(club) == []


async def test_database_s5_a_snapshot_is_one_picture(
    club: Database, database_factory: DatabaseFactory
) -> None:
    other = database_factory()
    await add(other, "before")

    async with club.snapshot():
        assert await names(club) == ["before"]
        await add(other, "after")
        assert await names(club) == ["before"]
        with pytest.raises(DatabaseException, match="only reads"):
            await add(club, "x")

    assert await names(club) == ["before", "after"]


async def test_a_snapshot_cannot_start_inside_a_transaction(club: Database) -> None:
    async def nest() -> None:
        async with club.snapshot():
            pass

    async with club.transaction():
        with pytest.raises(DatabaseException, match="snapshot"):
            await nest()


async def test_database_s5_without_a_snapshot_each_statement_sees_the_newest_rows(
    club: Database, database_factory: DatabaseFactory
) -> None:
    other = database_factory()

    async with club.unit(read_only=True):
        assert await names(club) == []
        await add(other, "a")
        assert await names(club) == ["a"]


async def test_database_k1_a_locking_select_needs_a_transaction(club: Database) -> None:
    query = club.create_query_factory().select("id").from_(TRAINERS).for_update()

    with pytest.raises(DatabaseException, match="transaction"):
        await club.fetch_all(query)
    async with club.snapshot():
        with pytest.raises(DatabaseException, match="transaction"):
            await club.fetch_all(query)


async def test_database_k5_change_counts_the_rows_that_it_matched(club: Database) -> None:
    id_ = await add(club, "a")
    factory = club.create_query_factory()

    same = factory.update(TRAINERS, {"name": "a"}).where(KwaiField("id").eq(id_))
    other = factory.update(TRAINERS, {"name": "b"}).where(KwaiField("name").eq("x"))

    assert await club.change(same) == 1
    assert await club.change(other) == 0
    assert await club.change(factory.delete(TRAINERS).where(KwaiField("id").eq(id_))) == 1


async def test_database_s8_insert_and_execute_return_the_new_id(club: Database) -> None:
    last = await club.insert(TRAINERS, TrainerRow(name="a"), TrainerRow(id=0, name="b"))
    factory = club.create_query_factory()

    assert await club.execute(factory.insert(TRAINERS, {"name": "c"})) == last + 1
    assert await club.insert(TRAINERS) == 0
    assert await names(club) == ["a", "b", "c"]


async def test_database_s8_rows_with_and_without_an_id_are_not_mixed(club: Database) -> None:
    with pytest.raises(DatabaseException, match="together"):
        await club.insert_many(TRAINERS, [TrainerRow(name="a"), TrainerRow(id=5, name="b")])

    assert await club.insert_many(TRAINERS, []) == 0


async def test_what_is_empty_in_all_rows_is_null_in_each_of_them(
    club: Database, statements: Statements
) -> None:
    grades = (None, 3)
    members = [make_member(number, grade=grade) for number, grade in enumerate(grades)]
    statements.clear()

    await club.insert_many("sample_members", map(MemberRow.persist, members))

    (text,) = statements.texts
    assert "`grade`" in text
    assert "`remark`" not in text
    stored = await club.fetch_all(Sql("SELECT grade, remark FROM sample_members ORDER BY id"))
    assert [tuple(record.values()) for record in stored] == [(None, None), (3, None)]


async def test_what_may_be_null_is_null_when_an_insert_does_not_name_it(database: Database) -> None:
    """`insert_many` does not name what is empty in all rows."""
    if database.settings.engine == "sqlite":
        columns = (
            "SELECT m.name, c.name, c.dflt_value FROM sqlite_master m, pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND NOT c.`notnull` AND c.dflt_value IS NOT NULL"
        )
    else:
        columns = (
            "SELECT table_name, column_name, column_default FROM information_schema.columns"
            " WHERE table_schema = DATABASE() AND is_nullable = 'YES'"
            " AND COALESCE(column_default, 'NULL') <> 'NULL'"
        )

    assert await database.fetch_all(Sql(columns)) == []


async def test_update_and_delete_work_by_id(club: Database) -> None:
    first, second = await add(club, "a"), await add(club, "b")

    await club.update(first, TRAINERS, TrainerRow(id=99, name="c"))
    await club.delete(second, TRAINERS)

    assert await names(club) == ["c"]


async def test_database_s7_an_error_holds_no_value_that_was_sent(club: Database) -> None:
    factory = club.create_query_factory()
    query = factory.update(TRAINERS, {"nothing": "secret"}).where(KwaiField("id").eq(1))

    with pytest.raises(QueryException) as error:
        await club.change(query)

    assert "secret" not in f"{error.value} {error.value.sql} {error.value.__cause__}"
    assert error.value.sql.startswith("UPDATE `sample_trainers` SET `nothing` =")


async def test_database_s7_a_slow_statement_is_logged_without_values(
    club: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kwai.core.db.session.SLOW_SECONDS", -1.0)

    await add(club, "secret")

    (record,) = [r for r in caplog.records if r.levelno == logging.WARNING]
    assert "1 rows: INSERT INTO" in record.getMessage()
    assert "secret" not in record.getMessage()


async def test_database_t9_a_long_unit_is_logged(
    club: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction_module, "LONG_SECONDS", -1.0)

    async with club.transaction():
        await add(club, "a")

    assert "was open for" in caplog.text


async def test_now_is_the_clock_of_the_database(club: Database) -> None:
    assert (await club.now()).utcoffset() is not None
    assert await club.now() <= await club.now()
