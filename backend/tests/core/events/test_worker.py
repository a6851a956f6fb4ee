"""The worker: what it claims, how attempts end, how it stops."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.domain.exceptions import NotFoundException, UnprocessableException
from kwai.core.events.event import EventData
from kwai.core.events.outbox.claim import ClaimRequest, Lane
from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.outbox.verdict import Done, Released
from kwai.core.events.sweeper import Sweeper
from kwai.core.events.task import TaskContext, task
from tests.support.bus import BusKit
from tests.support.club import wait_until
from tests.support.club_mail import create_mail
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import DatabaseFactory, Statements
from tests.support.smtp import SmtpSink

EVENT = MemberGreetedEvent(email="jigoro@kwai.example")
GREET = "club.greet_member"
Body = Callable[[TaskContext], object]


def handle_with(kit: BusKit, body: Body) -> None:
    """Let a task of the test handle greetings."""
    kit.subscriptions = type(kit.subscriptions)()

    @task
    async def run(event: EventData, context: TaskContext) -> None:
        result = body(context)
        if asyncio.iscoroutine(result):
            await result

    kit.subscriptions.add(MemberGreetedEvent, run, GREET)


def request(**changes: object) -> ClaimRequest:
    values: dict[str, object] = {
        "lanes": [Lane(handlers=frozenset({GREET, SEND_MAIL}), limit=4)],
        "worker": "w1",
        "lease": timedelta(seconds=5),
        "max_attempts": 3,
    }
    return ClaimRequest(**(values | changes))  # type: ignore[arg-type]  # named as the fields


async def set_columns(kit: BusKit, **values: object) -> None:
    update = kit.database.create_query_factory().update("outbox_deliveries", values)
    await kit.database.change(update.where(KwaiField("id").gt(0)))


async def claim(kit: BusKit, **changes: object) -> list[int]:
    outbox = OutboxDbRepository(kit.database)
    result = await kit.database.run(lambda: outbox.claim(request(**changes)))
    return [claimed.id for claimed in result.claims]


async def test_f2_a_task_that_fails_twice_succeeds_at_the_third_run(kit: BusKit) -> None:
    runs: list[int] = []

    def body(context: TaskContext) -> None:
        runs.append(1)
        if len(runs) < 3:
            raise RuntimeError("not yet")

    handle_with(kit, body)
    await kit.bus.publish(EVENT)

    async with kit.working():
        await wait_until(lambda: len(runs) == 3)

    (row,) = await kit.deliveries()
    assert (row["status"], row["attempts"], row["last_error"]) == ("done", 3, "RuntimeError")


async def test_e11_what_a_failed_task_wrote_and_mailed_is_gone(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    async def body(context: TaskContext) -> None:
        await context.database.change(Sql("UPDATE outbox_control SET reason = 'written'"))
        context.mailer.send(create_mail("ghost@kwai.example"))
        raise RuntimeError("after all")

    handle_with(kit, body)
    await kit.bus.publish(EVENT)

    await kit.drain()

    (control,) = await kit.database.fetch_all(Sql("SELECT reason FROM outbox_control"))
    assert control["reason"] == ""
    assert len(await kit.events()) == 1
    assert smtp_sink.mails == []


@pytest.mark.parametrize("error", [UnprocessableException("mailed"), NotFoundException("gone")])
async def test_e15_a_task_that_came_too_late_is_skipped(kit: BusKit, error: Exception) -> None:
    def body(context: TaskContext) -> None:
        raise error

    handle_with(kit, body)
    await kit.bus.publish(EVENT)

    await kit.drain()

    (row,) = await kit.deliveries()
    assert (row["status"], row["outcome"]) == ("done", f"skipped:{type(error).__name__}")


async def test_e09_a_task_that_takes_too_long_is_tried_again(kit: BusKit) -> None:
    kit.settings = kit.settings.model_copy(
        update={"bus": kit.settings.bus.model_copy(update={"handler_timeout": 0.05})}
    )
    handle_with(kit, lambda context: asyncio.sleep(60))
    await kit.bus.publish(EVENT)

    await kit.worker().worker.drain()

    (row,) = await kit.deliveries()
    assert (row["status"], row["outcome"], row["attempts"]) == ("ready", "timeout", 1)


async def test_e17_each_recipient_is_a_delivery_of_its_own(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    until = datetime.now(UTC) + timedelta(hours=1)
    addresses = ["a@kwai.example", "b@kwai.example"]
    member = "0b0f6f7c-31c5-4f4f-8d2c-2a4f3a3f2f10"
    event = MemberGreetedEvent(email=",".join(addresses), member=member, until=until)
    await kit.bus.publish(event)

    await kit.drain()

    mails = [row for row in await kit.deliveries() if row["handler"] == SEND_MAIL]
    events = await kit.events()
    assert [row["recipient"] for row in mails] == addresses
    assert len({row["message_id"] for row in mails}) == 2
    assert {row["expires_at"] is None for row in mails} == {False}
    assert {row["subject_uuid"] for row in events} == {member}
    assert [row["cause"] for row in events] == [None, event.meta.name, event.meta.name]


async def test_e18_a_retried_mail_is_the_same_to_the_byte(kit: BusKit, smtp_sink: SmtpSink) -> None:
    smtp_sink.answer_data("jigoro@kwai.example", "451 later")
    await kit.bus.publish(EVENT)

    async with kit.working():
        await smtp_sink.wait_for(1)

    assert smtp_sink.refused[0].content == smtp_sink.mails[0].content
    assert str(smtp_sink.mails[0].message["Message-ID"]).endswith("@club.kwai.example>")


async def test_e08_an_expired_lease_is_taken_over(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    first = await claim(kit)
    nothing = await claim(kit, worker="w2")
    await set_columns(kit, available_at=datetime.now(UTC) - timedelta(seconds=1))

    second = await claim(kit, worker="w2")

    assert (len(first), nothing, second) == (1, [], first)


async def test_e10_who_lost_its_lease_cannot_end_the_delivery(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    outbox = OutboxDbRepository(kit.database)
    slow = await kit.database.run(lambda: outbox.claim(request()))
    await set_columns(kit, available_at=datetime.now(UTC) - timedelta(seconds=1))
    await claim(kit, worker="w2")

    assert await outbox.finish(slow.claims[0], Done()) is False
    assert [row["status"] for row in await kit.deliveries()] == ["leased"]


async def test_e26_a_released_delivery_gets_its_attempt_back(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    outbox = OutboxDbRepository(kit.database)
    result = await kit.database.run(lambda: outbox.claim(request()))

    assert await outbox.finish(result.claims[0], Released()) is True

    (row,) = await kit.deliveries()
    assert (row["status"], row["attempts"], row["lease"]) == ("ready", 0, None)


async def test_e07_more_urgent_deliveries_go_first(kit: BusKit) -> None:
    class UrgentEvent(MemberGreetedEvent):
        priority = 0

    class BulkEvent(MemberGreetedEvent):
        priority = 2

    for event in (BulkEvent(email="c"), EVENT, UrgentEvent(email="a")):
        await kit.bus.publish(event)
    ids = [row["id"] for row in await kit.deliveries()]

    order = [(await claim(kit, lanes=[Lane(handlers=frozenset({GREET}), limit=1)]))[0]] * 1
    order += await claim(kit)

    assert order == ids[::-1]


async def test_the_oldest_of_a_kind_goes_first(kit: BusKit) -> None:
    for _ in range(3):
        await kit.bus.publish(EVENT)
    ids = [row["id"] for row in await kit.deliveries()]

    first = await claim(kit, lanes=[Lane(handlers=frozenset({GREET}), limit=2)])

    assert first == ids[:2]


async def test_e08_a_delivery_that_outlived_its_attempts_is_dead_at_the_claim(kit: BusKit) -> None:
    await kit.bus.publish(EVENT)
    await set_columns(kit, attempts=3)

    assert await claim(kit) == []

    (row,) = await kit.deliveries()
    assert (row["status"], row["outcome"]) == ("dead", "attempts")


async def test_e06_an_idle_worker_only_reads(kit: BusKit, statements: Statements) -> None:
    worker = kit.worker().worker
    await worker.drain()
    statements.clear()

    await worker.drain()

    assert all(text.startswith("SELECT") for text in statements.texts)
    assert all("FOR UPDATE" not in text for text in statements.texts)
    assert 1 <= statements.count <= 2


async def test_a_held_queue_is_not_claimed(kit: BusKit, smtp_sink: SmtpSink) -> None:
    await kit.database.change(Sql("UPDATE outbox_control SET held = 1"))
    await kit.bus.publish(EVENT)

    await kit.drain()

    assert await claim(kit) == []
    assert smtp_sink.mails == []


async def test_e27_publishing_wakes_a_worker_of_the_same_process(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    bus = kit.settings.bus.model_copy(update={"poll_interval": 10.0})
    kit.settings = kit.settings.model_copy(update={"bus": bus})

    async with kit.working():
        await wait_until(lambda: True)
        await kit.bus.publish(EVENT)
        await smtp_sink.wait_for(1, within=5)

    assert len(smtp_sink.mails) == 1


async def test_e07_two_claims_at_a_time_share_the_rows(
    kit: BusKit, database_factory: DatabaseFactory
) -> None:
    for _ in range(20):
        await kit.bus.publish(EVENT)

    async def take() -> list[int]:
        database = database_factory()
        result = await database.run(lambda: OutboxDbRepository(database).claim(request()))
        return [claimed.id for claimed in result.claims]

    taken = [id_ for ids in await asyncio.gather(*(take() for _ in range(5))) for id_ in ids]

    assert len(taken) == len(set(taken)) == 20


async def test_e09_a_mail_whose_lease_may_not_last_is_not_begun(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    bus = kit.settings.bus.model_copy(update={"lease": 2.0})
    kit.settings = kit.settings.model_copy(update={"bus": bus})
    await kit.bus.publish(EVENT)
    worker = kit.worker().worker

    # The lease is no longer than the relay may take, so not a single dialogue may begin.
    await worker._claim()
    await wait_until(lambda: not worker._runs)
    await worker._claim()
    await wait_until(lambda: not worker._runs)

    row = (await kit.deliveries())[1]
    assert (row["status"], row["attempts"]) == ("ready", 0)
    assert smtp_sink.mails == []


async def test_e26_who_looks_when_it_has_stopped_is_not_kept_waiting(kit: BusKit) -> None:
    async with kit.worker().worker.running() as worker:
        pass

    async with asyncio.timeout(5):
        assert not await worker.look()


async def test_e26_a_cancellation_that_a_library_loses_does_not_keep_it(
    kit: BusKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, lost = asyncio.Event(), asyncio.Event()

    async def lose_the_first(_: Sweeper) -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            lost.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Sweeper, "run", lose_the_first)

    async with asyncio.timeout(30):
        async with kit.worker().running():
            await began.wait()

    assert lost.is_set()


async def test_e05_who_is_rung_claims_without_asking_first(
    kit: BusKit, statements: Statements
) -> None:
    bus = kit.worker()
    await kit.bus.publish(EVENT)
    bus.worker.wake()
    statements.clear()

    await bus.worker._claim()

    # Only the question whether anything is due looks for two statuses at once.
    assert not any("`status` IN" in text for text in statements.texts)
    assert [row["status"] for row in await kit.deliveries()] == ["leased"]
    await bus.drain()


@pytest.mark.parametrize(("ends", "left"), [(9, 1), (2, 2), (0, 4)])
async def test_e07_a_claim_waits_as_long_as_deliveries_go_on_ending(
    kit: BusKit, monkeypatch: pytest.MonkeyPatch, ends: int, left: int
) -> None:
    worker = kit.worker().worker
    loop = asyncio.get_running_loop()
    running: list[Any] = [loop.create_future() for _ in range(4)]
    worker._runs.update(dict.fromkeys(running))
    windows = 0

    async def end_one_in_the_window(seconds: float) -> None:
        nonlocal windows
        windows += 1
        if windows <= ends:
            del worker._runs[running.pop()]

    monkeypatch.setattr(worker, "_wait_for_few", end_one_in_the_window)
    await worker._gather_slots()

    assert len(worker._runs) == left
