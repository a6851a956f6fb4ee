"""Deliveries as an administrator sees them."""

from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.domain.exceptions import ConflictException
from kwai.core.events.deliveries.delivery import Delivery, DeliveryState
from kwai.core.events.deliveries.delivery_db_repository import DeliveryDbRepository
from kwai.core.events.deliveries.delivery_repository import DeliveryNotFoundException
from kwai.core.events.deliveries.get_deliveries import GetDeliveries, GetDeliveriesCommand
from kwai.core.events.deliveries.get_delivery import GetDelivery, GetDeliveryCommand
from kwai.core.events.deliveries.retry_delivery import RetryDelivery, RetryDeliveryCommand
from kwai.core.events.outbox.new_event import SEND_MAIL
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.smtp import SmtpSink

MEMBER = "0b0f6f7c-31c5-4f4f-8d2c-2a4f3a3f2f10"


@pytest.fixture
def deliveries(kit: BusKit) -> DeliveryDbRepository:
    return DeliveryDbRepository(kit.database)


async def queue(kit: BusKit, smtp_sink: SmtpSink, reply: str = "451 later") -> None:
    """Publish a greeting whose mail the relay answers so at its first attempt."""
    smtp_sink.answer_data("jigoro@kwai.example", reply)
    slow = kit.settings.bus.model_copy(update={"backoff_base": 60.0})
    kit.settings = kit.settings.model_copy(update={"bus": slow})
    await kit.bus.publish(MemberGreetedEvent(email="jigoro@kwai.example", member=MEMBER))
    await kit.drain()


async def change(kit: BusKit, **values: object) -> None:
    update = kit.database.create_query_factory().update("outbox_deliveries", values)
    await kit.database.change(update.where(KwaiField("handler").eq(SEND_MAIL)))


async def get_all(
    deliveries: DeliveryDbRepository, command: GetDeliveriesCommand | None = None
) -> list[Delivery]:
    command = command or GetDeliveriesCommand()
    count, iterator = await GetDeliveries(deliveries).execute(command)
    found = [delivery async for delivery in iterator]
    assert count == len(found)
    return found


async def retry(kit: BusKit, delivery: Delivery) -> Delivery:
    use_case = RetryDelivery(DeliveryDbRepository(kit.database))
    command = RetryDeliveryCommand(id=delivery.id.value)
    return await kit.database.run(lambda: use_case.execute(command))


async def test_a_mail_tells_its_event_and_its_recipient(
    kit: BusKit, smtp_sink: SmtpSink, deliveries: DeliveryDbRepository
) -> None:
    await queue(kit, smtp_sink, "250 taken")

    (delivery,) = await get_all(deliveries)

    assert (delivery.name, delivery.recipient) == ("club.member.greeted", "jigoro@kwai.example")
    assert (delivery.state, delivery.attempts) == (DeliveryState.SENT, 1)
    assert not delivery.sent_at.empty
    assert delivery.subject_uuid == MEMBER


@pytest.mark.parametrize(
    ("status", "error", "state"),
    [
        ("ready", None, DeliveryState.QUEUED),
        ("leased", None, DeliveryState.QUEUED),
        ("ready", "451 later", DeliveryState.FAILED),
        ("done", "451 later", DeliveryState.SENT),
        ("dead", "550 no", DeliveryState.GIVEN_UP),
        ("cancelled", None, DeliveryState.CANCELLED),
    ],
)
async def test_the_state_and_its_filter_agree(
    kit: BusKit,
    smtp_sink: SmtpSink,
    deliveries: DeliveryDbRepository,
    status: str,
    error: str | None,
    state: DeliveryState,
) -> None:
    await queue(kit, smtp_sink)
    await change(kit, status=status, last_error=error)

    matching = await get_all(deliveries, GetDeliveriesCommand(state=[state]))
    others = [each for each in DeliveryState if each is not state]
    not_matching = await get_all(deliveries, GetDeliveriesCommand(state=others))

    assert [delivery.state for delivery in matching] == [state]
    assert not_matching == []


@pytest.mark.parametrize(
    ("command", "count"),
    [
        (GetDeliveriesCommand(name="club.member.greeted"), 1),
        (GetDeliveriesCommand(name="club.member.left"), 0),
        (GetDeliveriesCommand(subject=MEMBER), 1),
        (GetDeliveriesCommand(subject="somebody-else"), 0),
    ],
)
async def test_mails_are_found_by_event_and_subject(
    kit: BusKit,
    smtp_sink: SmtpSink,
    deliveries: DeliveryDbRepository,
    command: GetDeliveriesCommand,
    count: int,
) -> None:
    await queue(kit, smtp_sink)

    assert len(await get_all(deliveries, command)) == count


async def test_e24_a_failed_mail_is_due_at_once_after_a_retry(
    kit: BusKit, smtp_sink: SmtpSink, deliveries: DeliveryDbRepository
) -> None:
    await queue(kit, smtp_sink)
    (failed,) = await get_all(deliveries)
    before = smtp_sink.refused[0].message["Message-ID"]

    retried = await retry(kit, failed)
    await kit.drain()

    assert (failed.state, retried.attempts) == (DeliveryState.FAILED, 0)
    assert [mail.message["Message-ID"] for mail in smtp_sink.mails] == [before]


@pytest.mark.parametrize("status", ["done", "cancelled"])
async def test_what_has_ended_well_is_not_retried(
    kit: BusKit, smtp_sink: SmtpSink, deliveries: DeliveryDbRepository, status: str
) -> None:
    await queue(kit, smtp_sink)
    await change(kit, status=status)
    (delivery,) = await get_all(deliveries)

    with pytest.raises(ConflictException, match=str(delivery.id)):
        await retry(kit, delivery)


async def test_e24_what_has_expired_is_not_retried(
    kit: BusKit, smtp_sink: SmtpSink, deliveries: DeliveryDbRepository
) -> None:
    await queue(kit, smtp_sink, "550 no")
    await change(kit, expires_at=datetime.now(UTC) - timedelta(seconds=1))
    (delivery,) = await get_all(deliveries)

    with pytest.raises(ConflictException, match="expired"):
        await retry(kit, delivery)


async def test_e24_what_is_forgotten_is_not_retried(
    kit: BusKit, smtp_sink: SmtpSink, deliveries: DeliveryDbRepository
) -> None:
    await queue(kit, smtp_sink, "550 no")
    update = kit.database.create_query_factory().update("outbox_events", {"payload": None})
    await kit.database.change(update.where(KwaiField("id").gt(0)))
    (delivery,) = await get_all(deliveries)

    with pytest.raises(ConflictException, match="gone"):
        await retry(kit, delivery)


@pytest.mark.parametrize("id_", [0, -1, 999_999, 2**63])
async def test_an_unknown_delivery_is_not_found(deliveries: DeliveryDbRepository, id_: int) -> None:
    with pytest.raises(DeliveryNotFoundException, match="does not exist"):
        await GetDelivery(deliveries).execute(GetDeliveryCommand(id=id_))
