"""The sweeper: contents are forgotten first, rows go later, and nothing that is still needed."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.dependencies import create_database
from kwai.core.events.sweeper import Sweeper
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent

EVENT = MemberGreetedEvent(email="jigoro@kwai.example")


@pytest.fixture
def sweeper(kit: BusKit) -> Sweeper:
    return Sweeper(partial(create_database, kit.settings.db))


async def put(kit: BusKit, status: str, days_ago: float) -> None:
    """Store an event whose delivery ended so many days ago."""
    await kit.bus.publish(EVENT)
    moment = datetime.now(UTC) - timedelta(days=days_ago)
    values: dict[str, object] = {"status": status, "finished_at": moment}
    update = kit.database.create_query_factory().update("outbox_deliveries", values)
    newest = (await kit.deliveries())[-1]["id"]
    await kit.database.change(update.where(KwaiField("id").eq(newest)))


@pytest.mark.parametrize(
    ("status", "days_ago", "has_payload"),
    [
        ("ready", 0, True),
        ("leased", 0, True),
        ("done", 0, False),
        ("cancelled", 0, False),
        ("dead", 29, True),
        ("dead", 31, False),
    ],
)
async def test_e25_contents_are_forgotten_when_nobody_needs_them(
    kit: BusKit, sweeper: Sweeper, status: str, days_ago: float, has_payload: bool
) -> None:
    await put(kit, status, days_ago)

    await sweeper.sweep()

    assert [row["payload"] is not None for row in await kit.events()] == [has_payload]


@pytest.mark.parametrize(
    ("status", "days_ago", "rows"),
    [
        ("done", 29, 1),
        ("done", 31, 0),
        ("cancelled", 31, 0),
        ("dead", 179, 1),
        ("dead", 181, 0),
        ("ready", 400, 1),
    ],
)
async def test_e25_rows_go_with_their_events_when_their_time_is_over(
    kit: BusKit, sweeper: Sweeper, status: str, days_ago: float, rows: int
) -> None:
    await put(kit, status, days_ago)

    await sweeper.sweep()

    assert (len(await kit.deliveries()), len(await kit.events())) == (rows, rows)


async def test_e25_what_was_not_done_in_time_is_cancelled(kit: BusKit, sweeper: Sweeper) -> None:
    until = datetime.now(UTC) - timedelta(seconds=1)
    await kit.bus.publish(MemberGreetedEvent(email="late@kwai.example", until=until))

    await sweeper.sweep()

    (row,) = await kit.deliveries()
    assert (row["status"], row["outcome"]) == ("cancelled", "expired")
    assert (await kit.events())[0]["payload"] is None
