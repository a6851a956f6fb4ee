"""Publishing: committed with its cause or not at all."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.sealing import get_sealer
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import DatabaseFactory
from tests.support.smtp import SmtpSink

MEMBER = "0b0f6f7c-31c5-4f4f-8d2c-2a4f3a3f2f10"
EVENT = MemberGreetedEvent(email="jigoro@kwai.example", member=MEMBER)


class ChangedMindError(Exception):
    """Leaves a transaction."""


async def test_an_event_becomes_a_mail(kit: BusKit, smtp_sink: SmtpSink) -> None:
    await kit.bus.publish(EVENT)

    await kit.drain()

    assert len(smtp_sink.mails_to("jigoro@kwai.example")) == 1
    assert await kit.statuses() == {"club.greet_member": ["done"], SEND_MAIL: ["done"]}


async def test_f1_an_event_of_a_rolled_back_transaction_never_happened(kit: BusKit) -> None:
    async def publish_and_fail() -> None:
        await kit.bus.publish(EVENT)
        raise ChangedMindError

    with pytest.raises(ChangedMindError):
        await kit.database.run(publish_and_fail)

    assert await kit.events() == []
    assert await kit.deliveries() == []


async def test_the_payload_can_be_read_with_the_secret_and_in_its_row_only(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    await kit.bus.publish(EVENT)

    first, second = await kit.events()
    sealer = get_sealer(kit.settings.security)

    assert b"jigoro" not in first["payload"]
    assert b"jigoro" in sealer.open(first["payload"], first["uuid"] + first["name"])
    with pytest.raises(Exception, match="belong elsewhere"):
        sealer.open(first["payload"], second["uuid"] + second["name"])


async def test_e01_an_event_without_handlers_is_not_stored(kit: BusKit) -> None:
    kit.subscriptions = type(kit.subscriptions)()

    await kit.bus.publish(EVENT)

    assert await kit.events() == []


async def test_e02_a_key_makes_publishing_idempotent(
    kit: BusKit, database_factory: DatabaseFactory
) -> None:
    async def publish_ten_times() -> None:
        bus = kit.bus_of(database_factory())
        for number in range(10):
            await bus.publish(EVENT, key=f"greeting-{number}")

    await asyncio.gather(*(publish_ten_times() for _ in range(10)))

    assert len(await kit.events()) == 10
    assert len(await kit.deliveries()) == 10


async def test_the_same_key_of_another_event_is_another_event(kit: BusKit) -> None:
    await kit.bus.publish(EVENT, key="a")
    await kit.bus.publish(EVENT, key="b")

    assert len(await kit.events()) == 2


async def test_e21_cancelling_a_subject_stops_its_mail_and_forgets_the_contents(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    other = MemberGreetedEvent(email="other@kwai.example")
    await kit.bus.publish(EVENT)
    await kit.bus.publish(other)

    count = await kit.bus.cancel_deliveries(MEMBER)
    await kit.drain()

    assert count == 1
    assert [mail.recipients for mail in smtp_sink.mails] == [("other@kwai.example",)]
    first = (await kit.deliveries())[0]
    assert (first["status"], first["outcome"]) == ("cancelled", "withdrawn")
    assert (await kit.events())[0]["payload"] is None


async def test_cancelling_does_not_touch_what_is_done(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    await kit.drain()

    assert await kit.bus.cancel_deliveries(MEMBER) == 0
    assert {row["status"] for row in await kit.deliveries()} == {"done"}


async def test_e03_a_transaction_rings_once_per_module_after_its_commit(kit: BusKit) -> None:
    rings: list[bool] = []
    bus = kit.bus
    bus._bell.add_listener(lambda: rings.append(kit.database.in_transaction))

    async with kit.database.transaction():
        for _ in range(3):
            await bus.publish(EVENT)
        rung_inside = len(rings)

    assert (rung_inside, rings) == (0, [False])


async def test_an_event_that_is_too_large_is_refused(kit: BusKit) -> None:
    with pytest.raises(ValueError, match="1048576 at most"):
        await kit.bus.publish(MemberGreetedEvent(email="a@kwai.example", subject="x" * 1_048_577))

    assert await kit.events() == []


async def test_e08_an_expired_event_is_cancelled_and_never_run(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    until = datetime.now(UTC) - timedelta(seconds=1)
    await kit.bus.publish(MemberGreetedEvent(email="late@kwai.example", until=until))

    await kit.drain()

    assert smtp_sink.mails == []
    row = (await kit.deliveries())[0]
    assert (row["status"], row["outcome"], row["attempts"]) == ("cancelled", "expired", 0)
