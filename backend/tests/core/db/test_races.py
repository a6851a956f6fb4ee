"""Every rule that two tasks could break together, tried by fifty of them, twenty times.

On MariaDB each task has its own connection; SQLite serialises them, and has to say so as well.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.domain.exceptions import DomainException
from kwai.core.settings import DatabaseSettings
from tests.support.sample_club import (
    MemberDbRepository,
    MemberEntity,
    MemberExistsException,
    TrainerRow,
    make_member,
)

TASKS = 50
ROUNDS = 20

Work = Callable[[Database, int], Awaitable[None]]


@pytest.fixture
async def sessions(
    club: Database, database_settings: DatabaseSettings
) -> AsyncIterator[list[Database]]:
    """As many sessions as tasks; on MariaDB each can have a connection."""
    settings = database_settings.model_copy(update={"acquire_timeout": 60.0})
    created = [Database(settings) for _ in range(TASKS)]
    yield created
    for session in created:
        await session.close()
    await close_pools(settings)


async def race(sessions: list[Database], work: Work) -> Counter[str]:
    """Let all sessions do the same at the same time; count winners and refusals by their class."""
    start = asyncio.Event()

    async def run(database: Database, number: int) -> str:
        await start.wait()
        try:
            await database.run(lambda: work(database, number), attempts=10)
        except DomainException as error:
            return type(error).__name__
        return "won"

    tasks = [asyncio.ensure_future(run(session, n)) for n, session in enumerate(sessions)]
    start.set()
    return Counter(await asyncio.gather(*tasks))


async def test_one_of_many_gets_the_unique_name(
    sessions: list[Database], members: MemberDbRepository
) -> None:
    for round_ in range(ROUNDS):

        async def work(database: Database, number: int, round_: int = round_) -> None:
            member = make_member(round_ * TASKS + number, name=f"Wanted {round_}")
            await MemberDbRepository(database).create(member)

        outcome = await race(sessions, work)

        assert outcome == {"won": 1, MemberExistsException.__name__: TASKS - 1}


async def test_one_of_many_gets_the_name_although_all_looked_before(
    sessions: list[Database], members: MemberDbRepository
) -> None:
    for round_ in range(ROUNDS):

        async def work(database: Database, number: int, round_: int = round_) -> None:
            repository = MemberDbRepository(database)
            name = f"Wanted {round_}"
            query = repository.create_query()
            if await query.and_where(KwaiField("sample_members.name").eq(name)).exists():
                raise MemberExistsException("It is taken.")
            await repository.create(make_member(round_ * TASKS + number, name=name))

        outcome = await race(sessions, work)

        assert outcome == {"won": 1, MemberExistsException.__name__: TASKS - 1}


async def test_database_k3_nobody_loses_an_update_that_was_locked_first(
    sessions: list[Database], members: MemberDbRepository
) -> None:
    stored = await members.create(make_member(grade=0))

    for _ in range(ROUNDS):

        async def work(database: Database, number: int) -> None:
            repository = MemberDbRepository(database)
            member = await repository.get_by_id(stored.id, for_update=True)
            assert member.grade is not None
            await repository.update(MemberEntity.replace(member, grade=member.grade + 1))

        assert await race(sessions, work) == {"won": TASKS}

    found = await members.get_by_id(stored.id)
    assert found.grade == TASKS * ROUNDS
    assert found.version == TASKS * ROUNDS + 1


async def test_an_update_that_was_not_locked_is_refused_not_lost(
    sessions: list[Database], members: MemberDbRepository
) -> None:
    stored = await members.create(make_member(grade=0))
    won = 0

    for _ in range(ROUNDS):

        async def work(database: Database, number: int) -> None:
            repository = MemberDbRepository(database)
            member = await repository.get_by_id(stored.id)
            assert member.grade is not None
            await repository.update(MemberEntity.replace(member, grade=member.grade + 1))

        outcome = await race(sessions, work)
        won += outcome["won"]
        assert outcome["won"] >= 1
        assert set(outcome) <= {"won", "StaleVersionException"}

    assert (await members.get_by_id(stored.id)).grade == won


async def test_database_k5_one_of_many_swaps_the_expected_state(sessions: list[Database]) -> None:
    database = sessions[0]
    for round_ in range(ROUNDS):
        id_ = await database.insert("sample_trainers", TrainerRow(name="free"))
        await database.close()

        async def work(database: Database, number: int, id_: int = id_) -> None:
            values = {"name": f"taken by {number}"}
            query = database.create_query_factory().update("sample_trainers", values)
            query.where(KwaiField("id").eq(id_)).and_where(KwaiField("name").eq("free"))
            if await database.change(query) != 1:
                raise DomainException("Somebody was faster.")

        outcome = await race(sessions, work)

        assert outcome == {"won": 1, "DomainException": TASKS - 1}, round_


async def test_no_count_is_lost_in_an_upsert(sessions: list[Database]) -> None:
    factory = Database.create_query_factory()
    for round_ in range(ROUNDS):

        async def work(database: Database, number: int, round_: int = round_) -> None:
            columns = {"id": round_ + 1, "name": str(number)}
            await database.execute(factory.insert("sample_trainers", columns).upsert(["id"], []))
            update = factory.update("sample_trainers", {"name": Sql("`name` + 1")})
            await database.change(update.where(KwaiField("id").eq(round_ + 1)))

        await race(sessions, work)

    query = factory.select("id").from_("sample_trainers")
    records = await sessions[0].fetch_all(query.order_by("id"))
    assert [record["id"] for record in records] == list(range(1, ROUNDS + 1))


async def test_rows_of_one_owner_are_changed_by_one_at_a_time(
    sessions: list[Database], members: MemberDbRepository
) -> None:
    stored = await members.create(make_member())

    for _ in range(ROUNDS // 4):

        async def work(database: Database, number: int) -> None:
            repository = MemberDbRepository(database)
            member = await repository.get_by_id(stored.id, for_update=True)
            tags = dict(member.tags)
            tags[f"tag {number}"] = tags.get(f"tag {number}", 0) + 1
            changed = MemberEntity.replace(member, tags=tuple(sorted(tags.items())))
            await repository.update(changed)

        assert await race(sessions, work) == {"won": TASKS}

    found = await members.get_by_id(stored.id)
    assert dict(found.tags) == {f"tag {number}": ROUNDS // 4 for number in range(TASKS)}
