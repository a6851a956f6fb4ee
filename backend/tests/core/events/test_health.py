"""What alarms and graphs are told."""

from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.events.health import bus_state
from kwai.core.events.metrics import render_metrics
from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from kwai.core.settings import RedisSettings
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.servers import RedisServer

EVENT = MemberGreetedEvent(email="jigoro@kwai.example")


async def make_old(kit: BusKit, seconds: float) -> None:
    due = {"available_at": datetime.now(UTC) - timedelta(seconds=seconds)}
    update = kit.database.create_query_factory().update("outbox_deliveries", due)
    await kit.database.change(update.where(KwaiField("id").gt(0)))


async def test_a_quiet_bus_is_ok(kit: BusKit) -> None:
    assert await bus_state(kit.settings, kit.database) == "ok"


async def test_a_held_bus_is_degraded(kit: BusKit) -> None:
    await OutboxAdminDbRepository(kit.database).hold("test")

    assert await bus_state(kit.settings, kit.database) == "degraded"


@pytest.mark.parametrize(("seconds", "state"), [(200, "ok"), (400, "degraded")])
async def test_a_bus_that_is_late_is_degraded(kit: BusKit, seconds: float, state: str) -> None:
    await kit.bus.publish(EVENT)
    await make_old(kit, seconds)

    assert await bus_state(kit.settings, kit.database) == state


async def test_a_redis_that_does_not_answer_degrades(
    kit: BusKit, redis_server: RedisServer
) -> None:
    reachable = RedisSettings(socket=redis_server.socket)
    unreachable = RedisSettings(socket=redis_server.socket + "x")

    states = [
        await bus_state(kit.settings.model_copy(update={"redis": redis}), kit.database)
        for redis in (reachable, unreachable)
    ]

    assert states == ["ok", "degraded"]


async def test_metrics_tell_what_waits_and_what_was_done(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    await kit.drain()
    await kit.bus.publish(EVENT)
    await make_old(kit, 30)

    text = (await render_metrics(kit.database)).decode()

    assert 'kwai_outbox_deliveries{handler="club.greet_member",status="done"} 1.0' in text
    assert 'kwai_outbox_deliveries{handler="club.greet_member",status="ready"} 1.0' in text
    assert 'kwai_outbox_outcome_total{handler="core.send_mail",outcome="done"}' in text
    assert 'kwai_mail_total{result="sent"}' in text
    (oldest,) = [
        float(line.split()[1])
        for line in text.splitlines()
        if line.startswith("kwai_outbox_oldest_ready_seconds")
    ]
    assert 29 < oldest < 90
