"""R16: many workers want the same rows; each row is run once."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack

import pytest

from kwai.core.events.event import EventData
from kwai.core.events.task import TaskContext, task
from tests.support.bus import BusKit
from tests.support.club import Club, wait_until
from tests.support.club_tasks import MemberGreetedEvent

pytestmark = pytest.mark.one_engine("mariadb", reason="SQLite has one writer, so nobody races")

WORKERS = 8
ROWS = 2000


async def test_events_r16_eight_workers_run_each_delivery_once(club: Club) -> None:
    runs: Counter[str] = Counter()

    @task
    async def count(event: EventData, context: TaskContext) -> None:
        runs[event["meta"]["uuid"]] += 1
        await asyncio.sleep(0)

    kit = BusKit(settings=club.settings, database=club.database)
    kit.subscriptions.add(MemberGreetedEvent, count, "club.count")
    bus = kit.bus
    async with club.database.transaction():
        for number in range(ROWS):
            await bus.publish(MemberGreetedEvent(email=f"member{number}@kwai.example"))

    async with AsyncExitStack() as stack:
        for _ in range(WORKERS):
            await stack.enter_async_context(kit.working())

        await wait_until(lambda: len(runs) == ROWS, within=60)
        await club.wait_until_idle()

    assert set(runs.values()) == {1}
    assert await club.statuses() == {"done": ROWS}
