"""Marking as done: what succeeds at one moment is one statement, and each is told its own."""

import asyncio
from datetime import timedelta

from kwai.core.db.criteria import KwaiField
from kwai.core.db.exceptions import DatabaseException
from kwai.core.events.done_marks import DoneMarks
from kwai.core.events.outbox.claim import Claim, ClaimRequest, Lane
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import DatabaseFactory, Statements

WORKER = "w1"


async def claim_all(kit: BusKit, count: int) -> list[Claim]:
    """Publish so many events and lease them one by one, each under a lease of its own."""
    lane = Lane(handlers=frozenset({"club.greet_member"}), limit=1)
    request = ClaimRequest(lanes=[lane], worker=WORKER, lease=timedelta(seconds=5), max_attempts=3)
    outbox = OutboxDbRepository(kit.database)
    for number in range(count):
        await kit.bus.publish(MemberGreetedEvent(email=f"member{number}@kwai.example"))
    results = [await kit.database.run(lambda: outbox.claim(request)) for _ in range(count)]
    return [claim for result in results for claim in result.claims]


async def test_e10_what_is_done_at_one_moment_is_one_statement(
    kit: BusKit, database_factory: DatabaseFactory, statements: Statements
) -> None:
    claims = await claim_all(kit, 5)
    marks = DoneMarks(database_factory, worker=WORKER)
    statements.clear()

    results = await asyncio.gather(*(marks.put(claim) for claim in claims))

    assert results == [True] * 5
    assert statements.count == 1
    rows = await kit.deliveries()
    assert [(row["status"], row["outcome"], row["lease"]) for row in rows] == (
        [("done", "done", None)] * 5
    )


async def test_e10_who_lost_its_lease_is_told_so_beside_others(
    kit: BusKit, database_factory: DatabaseFactory
) -> None:
    claims = await claim_all(kit, 3)
    taken_over = {"lease": "f" * 32, "leased_by": "w2"}
    update = kit.database.create_query_factory().update("outbox_deliveries", taken_over)
    await kit.database.change(update.where(KwaiField("id").eq(claims[1].id)))
    marks = DoneMarks(database_factory, worker=WORKER)

    results = await asyncio.gather(*(marks.put(claim) for claim in claims))

    assert results == [True, False, True]
    assert [row["status"] for row in await kit.deliveries()] == ["done", "leased", "done"]


async def test_e12_a_mark_that_is_put_again_has_been_written(
    kit: BusKit, database_factory: DatabaseFactory
) -> None:
    (claim,) = await claim_all(kit, 1)
    marks = DoneMarks(database_factory, worker=WORKER)

    assert [await marks.put(claim), await marks.put(claim)] == [True, True]


async def test_e12_each_hears_that_nothing_could_be_written(
    kit: BusKit, database_factory: DatabaseFactory
) -> None:
    claims = await claim_all(kit, 2)
    reader = database_factory()

    async with reader.unit(read_only=True):
        marks = DoneMarks(lambda: reader, worker=WORKER)
        results = await asyncio.gather(*map(marks.put, claims), return_exceptions=True)

    assert [type(result) for result in results] == [DatabaseException] * 2
    assert [row["status"] for row in await kit.deliveries()] == ["leased"] * 2
