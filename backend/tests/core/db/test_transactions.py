import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from kwai.core.db import transaction as transaction_module
from kwai.core.db.database import Database
from kwai.core.db.exceptions import (
    DatabaseException,
    DeadlockException,
    UniqueViolation,
)
from kwai.core.domain.exceptions import DomainException
from tests.support.database import DatabaseFactory
from tests.support.sample_club import TrainerRow, add, names

TRAINERS = "sample_trainers"


class RefusedException(DomainException):
    """A refusal that undoes."""


class LearnedException(DomainException):
    """A refusal that keeps what was learned."""

    commits = True


async def refuse(database: Database, name: str, error: Exception) -> None:
    async with database.transaction():
        await add(database, name)
        raise error


async def test_what_happened_inside_stays(club: Database) -> None:
    async with club.transaction():
        await add(club, "a")
        async with club.transaction():
            await add(club, "b")

    assert await names(club) == ["a", "b"]
    assert not club.in_transaction


async def test_a_failure_undoes_all_of_it(club: Database) -> None:
    async def work() -> None:
        async with club.transaction():
            await add(club, "a")
            await refuse(club, "b", RefusedException("no"))

    with pytest.raises(RefusedException):
        await work()

    assert await names(club) == []


async def test_database_t3_a_swallowed_failure_of_an_inner_block_undoes_all_of_it(
    club: Database,
) -> None:
    async def work() -> None:
        async with club.transaction():
            await add(club, "a")
            with pytest.raises(RefusedException):
                await refuse(club, "b", RefusedException("no"))
            await add(club, "c")

    with pytest.raises(DatabaseException, match="inner block") as error:
        await work()

    assert isinstance(error.value.__cause__, RefusedException)
    assert await names(club) == []


async def test_database_t4_a_failed_statement_can_be_caught(club: Database) -> None:
    async with club.transaction():
        id_ = await add(club, "a")
        with pytest.raises(UniqueViolation):
            await club.insert(TRAINERS, TrainerRow(id=id_, name="b"))
        await add(club, "c")

    assert await names(club) == ["a", "c"]


async def test_database_t4_a_savepoint_undoes_its_own_part(club: Database) -> None:
    ran: list[str] = []

    def hook(name: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            ran.append(name)

        return run

    async def fail() -> None:
        async with club.savepoint():
            club.on_commit(hook("inner"))
            await refuse(club, "b", RefusedException("no"))

    async with club.transaction():
        await add(club, "a")
        club.on_commit(hook("outer"))
        with pytest.raises(RefusedException):
            await fail()
        async with club.savepoint():
            await add(club, "c")

    assert await names(club) == ["a", "c"]
    assert ran == ["outer"]


async def test_a_failure_swallowed_inside_a_savepoint_undoes_the_savepoint(club: Database) -> None:
    async def swallow() -> None:
        async with club.savepoint():
            with pytest.raises(RefusedException):
                await refuse(club, "b", RefusedException("no"))

    async with club.transaction():
        await add(club, "a")
        with pytest.raises(DatabaseException, match="inner block"):
            await swallow()

    assert await names(club) == ["a"]


async def test_savepoints_can_be_nested(club: Database) -> None:
    async def fail() -> None:
        async with club.savepoint():
            await add(club, "b")
            async with club.savepoint():
                await add(club, "c")
            raise RefusedException("no")

    async with club.transaction():
        await add(club, "a")
        with pytest.raises(RefusedException):
            await fail()
        await add(club, "d")

    assert await names(club) == ["a", "d"]


async def test_a_savepoint_alone_is_a_transaction(club: Database) -> None:
    async with club.savepoint():
        assert club.in_transaction
        await add(club, "a")

    assert await names(club) == ["a"]


async def test_database_t8_what_was_learned_stays_although_the_unit_is_refused(
    club: Database,
) -> None:
    async def work() -> None:
        async with club.unit(), club.transaction():
            await refuse(club, "a", LearnedException("learned"))

    with pytest.raises(LearnedException):
        await work()

    assert await names(club) == ["a"]


async def test_what_was_learned_goes_with_a_doomed_unit(club: Database) -> None:
    async def work() -> None:
        async with club.transaction():
            with pytest.raises(RefusedException):
                await refuse(club, "a", RefusedException("no"))
            raise LearnedException("learned")

    with pytest.raises(LearnedException):
        await work()

    assert await names(club) == []


async def test_database_t2_nothing_is_sent_for_a_unit_without_a_statement(
    club: Database, database_factory: DatabaseFactory
) -> None:
    other = database_factory()

    async with club.transaction(), other.transaction():
        await add(other, "a")

    assert await names(club) == ["a"]


async def test_database_t3_only_the_outermost_block_commits(club: Database) -> None:
    async with club.transaction():
        with pytest.raises(DatabaseException, match="outermost"):
            await club.commit()

    await club.commit()


async def test_closing_undoes_and_can_be_repeated(club: Database) -> None:
    async def work() -> None:
        async with club.transaction():
            await add(club, "a")
            await club.close()

    with pytest.raises(DatabaseException):
        await work()

    await club.close()
    assert await names(club) == []


async def test_database_t7_hooks_run_in_order_after_the_commit_and_the_lease(
    club: Database, database_factory: DatabaseFactory
) -> None:
    seen: list[object] = []
    other = database_factory()

    async def look() -> None:
        seen.append((club.in_transaction, await names(other)))

    async def note() -> None:
        seen.append("second")

    async with club.transaction():
        await add(club, "a")
        async with club.transaction():
            club.on_commit(look)
        club.on_commit(note)
        assert seen == []

    assert seen == [(False, ["a"]), "second"]


async def test_database_t7_hooks_of_an_undone_unit_never_run(club: Database) -> None:
    ran: list[int] = []

    async def hook() -> None:
        ran.append(1)

    async def work() -> None:
        async with club.transaction():
            await add(club, "a")
            club.on_commit(hook)
            raise RefusedException("no")

    with pytest.raises(RefusedException):
        await work()

    assert ran == []


async def test_database_t7_a_hook_without_a_transaction_runs_at_once(club: Database) -> None:
    ran: list[int] = []

    async def hook() -> None:
        ran.append(1)

    club.on_commit(hook)
    await club.close()

    assert ran == [1]


async def test_database_t7_a_failing_hook_is_logged_counted_and_never_raised(
    club: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction_module, "HOOK_SECONDS", 0.01)
    before = transaction_module.hook_statistics.failed
    ran: list[int] = []

    async def fail() -> None:
        raise ZeroDivisionError

    async def hang() -> None:
        await asyncio.Event().wait()

    async def hook() -> None:
        ran.append(1)

    async with club.transaction():
        for one in (fail, hang, hook):
            club.on_commit(one)
        await add(club, "a")

    assert ran == [1]
    assert transaction_module.hook_statistics.failed == before + 2
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2


async def test_database_x3_run_repeats_a_unit_that_met_another(club: Database) -> None:
    runs: list[int] = []
    rang: list[int] = []

    async def hook() -> None:
        rang.append(len(runs))

    async def work() -> str:
        runs.append(1)
        club.on_commit(hook)
        await add(club, f"run {len(runs)}")
        if len(runs) < 3:
            raise DeadlockException("victim")
        return "done"

    assert await club.run(work) == "done"
    assert await names(club) == ["run 3"]
    assert rang == [3]


async def test_database_x3_run_gives_up_after_three_runs(club: Database) -> None:
    runs: list[int] = []

    async def work() -> None:
        runs.append(1)
        raise DeadlockException("victim")

    with pytest.raises(DeadlockException):
        await club.run(work)

    assert len(runs) == 3


async def test_run_repeats_also_when_the_reason_was_swallowed(club: Database) -> None:
    runs: list[int] = []

    async def victim() -> None:
        async with club.transaction():
            raise DeadlockException("victim")

    async def work() -> None:
        runs.append(1)
        if len(runs) == 1:
            with pytest.raises(DeadlockException):
                await victim()

    await club.run(work)

    assert len(runs) == 2


async def test_an_inner_run_leaves_the_repeating_to_the_outer_one(club: Database) -> None:
    outer: list[int] = []
    inner: list[int] = []

    async def fail_once() -> None:
        inner.append(1)
        if len(inner) == 1:
            raise DeadlockException("victim")

    async def work() -> None:
        outer.append(1)
        await club.run(fail_once)

    await club.run(work)

    assert (len(outer), len(inner)) == (2, 2)
