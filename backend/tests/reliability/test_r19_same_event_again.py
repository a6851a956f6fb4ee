"""R19: the same event is published again, or its task is run again; nothing happens twice."""

import asyncio
from datetime import timedelta

import pytest

from kwai.core.domain.clock import utc_now
from kwai.modules.identity.user_recoveries.user_recovery_events import UserRecoveryCreatedEvent
from kwai.subscriptions import gather_subscriptions
from tests.factories.identity import make_user_recovery, make_user_recovery_in_db
from tests.support.bus import BusKit
from tests.support.club import Club
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import DatabaseFactory
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r19_one_key_is_one_event(
    club: Club, smtp_sink: SmtpSink, database_factory: DatabaseFactory
) -> None:
    kit = club.kit

    async def publish_again_and_again() -> None:
        bus = kit.bus_of(database_factory())
        for _ in range(10):
            await bus.publish(MemberGreetedEvent(email="jigoro@kwai.example"), key="welcome")

    await asyncio.gather(*(publish_again_and_again() for _ in range(10)))
    await kit.drain()

    assert len(await kit.events()) == 2
    assert len(smtp_sink.mails) == 1


async def test_events_r19_a_recovery_is_mailed_once(club: Club, smtp_sink: SmtpSink) -> None:
    member = await club.join()
    recovery = make_user_recovery(member.account.user, expiration=utc_now() + timedelta(hours=2))
    await make_user_recovery_in_db(club.database, recovery)
    kit = BusKit(
        settings=club.settings, database=club.database, subscriptions=gather_subscriptions()
    )
    for _ in range(2):
        await kit.bus.publish(UserRecoveryCreatedEvent.of(recovery))

    await kit.drain()

    outcomes = sorted(row["outcome"] for row in await kit.deliveries())
    assert outcomes == ["done", "done", "skipped:UnprocessableException"]
    assert len(smtp_sink.mails) == 1
