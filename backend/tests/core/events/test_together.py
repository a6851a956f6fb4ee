"""What a worker does for several deliveries at once, and what becomes of each of them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.dependencies import create_database
from kwai.core.events.event import EventData
from kwai.core.events.finisher import Finisher
from kwai.core.events.outbox.claim import Claim, ClaimRequest, Lane
from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.task import TaskContext, task
from tests.support.bus import BusKit
from tests.support.club_mail import create_mail
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import Statements
from tests.support.smtp import SmtpSink

GREET = "club.greet_member"
NAMES = ("jigoro", "kyuzo", "mataemon", "shiro")
Body = Callable[[str, TaskContext], None]


class Sessions:
    """Remembers which greetings shared a session."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, TaskContext]] = []

    def __call__(self, address: str, context: TaskContext) -> None:
        self.runs.append((address, context))

    @property
    def sizes(self) -> list[int]:
        ids = [id(context.database) for _, context in self.runs]
        return [ids.count(id_) for id_ in dict.fromkeys(ids)]


def greet_with(kit: BusKit, body: Body) -> None:
    kit.subscriptions = type(kit.subscriptions)()

    @task
    async def run(event: EventData, context: TaskContext) -> None:
        for address in event["data"]["email"].split(","):
            context.mailer.send(create_mail(address))
        body(event["data"]["email"], context)

    kit.subscriptions.add(MemberGreetedEvent, run, GREET)


async def publish(kit: BusKit, *names: str) -> None:
    async with kit.database.transaction():
        for name in names:
            await kit.bus.publish(MemberGreetedEvent(email=f"{name}@kwai.example"))


async def take(kit: BusKit, handler: str) -> list[Claim]:
    request = ClaimRequest(
        lanes=[Lane(handlers=frozenset({handler}), limit=10)],
        worker="w1",
        lease=timedelta(seconds=5),
        max_attempts=3,
    )
    outbox = OutboxDbRepository(kit.database)
    return list((await kit.database.run(lambda: outbox.claim(request))).claims)


def recipients(sink: SmtpSink) -> list[str]:
    return sorted(address for mail in sink.mails for address in mail.recipients)


async def test_e11_first_attempts_share_a_transaction(kit: BusKit, smtp_sink: SmtpSink) -> None:
    sessions = Sessions()
    greet_with(kit, sessions)
    await publish(kit, *NAMES)

    await kit.drain()

    # With SQLite the end of a mail would wait for all of them.
    is_shared = kit.settings.db.engine == "mysql"
    assert sessions.sizes == ([4] if is_shared else [1] * 4)
    assert recipients(smtp_sink) == [f"{name}@kwai.example" for name in NAMES]
    assert {(row["status"], row["attempts"]) for row in await kit.deliveries()} == {("done", 1)}


async def test_e11_a_task_that_fails_undoes_no_other(kit: BusKit, smtp_sink: SmtpSink) -> None:
    def refuse_kyuzo(address: str, context: TaskContext) -> None:
        if address.startswith("kyuzo"):
            raise RuntimeError("not him")

    greet_with(kit, refuse_kyuzo)
    await publish(kit, *NAMES)

    await kit.drain()

    tasks = [row for row in await kit.deliveries() if row["handler"] == GREET]
    assert [row["status"] for row in tasks] == ["done", "ready", "done", "done"]
    assert [row["last_error"] for row in tasks] == [None, "RuntimeError", None, None]
    assert recipients(smtp_sink) == [f"{name}@kwai.example" for name in NAMES if name != "kyuzo"]


async def test_r15_what_was_tried_before_runs_alone(kit: BusKit) -> None:
    sessions = Sessions()
    greet_with(kit, sessions)
    await publish(kit, *NAMES)
    second = (await kit.deliveries())[1]["id"]
    update = kit.database.create_query_factory().update("outbox_deliveries", {"attempts": 1})
    await kit.database.change(update.where(KwaiField("id").gt(second)))

    await kit.drain()

    assert sorted(sessions.sizes) == ([1, 1, 2] if kit.settings.db.engine == "mysql" else [1] * 4)


async def test_e07_a_worker_goes_on_with_the_mails_of_its_tasks(kit: BusKit) -> None:
    greet_with(kit, lambda address, context: None)
    await publish(kit, *NAMES)
    bus = kit.worker()
    worker = bus.worker

    await worker._claim()
    following = [attempt for run in list(worker._runs) for attempt in await run]

    # Nobody else can take them, and nobody has to look for them.
    assert await take(kit, SEND_MAIL) == []
    assert {row["leased_by"] for row in await kit.deliveries()} == {worker.name}
    assert len(following) == 4
    await bus.drain()
    assert (await kit.statuses())[SEND_MAIL] == ["done"] * 4


async def test_r08_mails_that_a_dead_worker_took_along_are_sent_by_another(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    greet_with(kit, lambda address, context: None)
    await publish(kit, *NAMES)
    dead = kit.worker().worker
    await dead._claim()
    for run in list(dead._runs):
        run.remove_done_callback(dead._end)
        await run
    past = {"available_at": datetime.now(UTC) - timedelta(seconds=1)}
    update = kit.database.create_query_factory().update("outbox_deliveries", past)
    await kit.database.change(update.where(KwaiField("status").eq("leased")))

    await kit.drain()

    assert recipients(smtp_sink) == [f"{name}@kwai.example" for name in NAMES]
    assert {(row["status"], row["attempts"]) for row in await kit.deliveries()} == {
        ("done", 1),
        ("done", 2),
    }


@pytest.mark.parametrize("is_open", [False, True])
async def test_e20_mails_are_not_taken_along_to_a_relay_that_is_down(
    kit: BusKit, is_open: bool
) -> None:
    greet_with(kit, lambda address, context: None)
    await publish(kit, "jigoro@kwai.example,a@kwai.example,b")
    bus = kit.worker()
    worker = bus.worker
    for _ in range(3 if is_open else 0):
        worker._breaker.failed()

    await worker._claim()
    (run,) = worker._runs
    following = await run

    # One slot was left by the one task; its other mails wait for anybody.
    statuses = (await kit.statuses())[SEND_MAIL]
    assert len(following) == (0 if is_open else 1)
    assert sorted(statuses) == (["ready"] * 3 if is_open else ["leased", "ready", "ready"])
    await bus.drain()


async def test_e10_endings_share_a_statement_and_each_learns_its_own(
    kit: BusKit, statements: Statements
) -> None:
    await publish(kit, *NAMES)
    claims = await take(kit, GREET)
    update = kit.database.create_query_factory().update("outbox_deliveries", {"lease": "stolen"})
    await kit.database.change(update.where(KwaiField("id").eq(claims[1].id)))
    finisher = Finisher(lambda: create_database(kit.settings.db), worker="w1")
    statements.clear()

    ended = await asyncio.gather(*(finisher.finish(claim) for claim in claims))

    assert ended == [True, False, True, True]
    assert [text.split()[0] for text in statements.texts] == ["UPDATE", "SELECT"]
    statuses = [row["status"] for row in await kit.deliveries()]
    assert statuses == ["done", "leased", "done", "done"]


async def test_r20_an_ending_that_cannot_be_written_is_told_to_each(kit: BusKit) -> None:
    await publish(kit, *NAMES)
    claims = await take(kit, GREET)

    def fail() -> object:
        raise ConnectionError("no database")

    finisher = Finisher(fail, worker="w1")  # type: ignore[arg-type]  # there is no session to give
    ended = await asyncio.gather(*map(finisher.finish, claims), return_exceptions=True)

    assert [type(error) for error in ended] == [ConnectionError] * 4
