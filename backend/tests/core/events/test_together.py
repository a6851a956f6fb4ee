"""Tasks of one moment share a transaction, and what happens to one of them is its own affair."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.events.event import EventData
from kwai.core.events.outbox import outbox_mail_db_repository
from kwai.core.events.task import TaskContext, task
from kwai.core.events.together import Together
from tests.support.bus import BusKit
from tests.support.club_mail import create_mail
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import Statements
from tests.support.smtp import SmtpSink

GREET = "club.greet_member"
NAMES = ("jigoro", "kyuzo", "mataemon", "shiro")


class Greetings:
    """A task that remembers in which session it greeted whom."""

    def __init__(self, before: Callable[[str], None] = lambda name: None) -> None:
        self.sessions: list[int] = []
        self._databases: list[object] = []
        self._before = before

    @property
    def sizes(self) -> list[int]:
        """How many shared each session, in the order of the sessions."""
        return [self.sessions.count(id_) for id_ in dict.fromkeys(self.sessions)]

    def subscribe(self, kit: BusKit) -> None:
        kit.subscriptions = type(kit.subscriptions)()
        kit.subscriptions.add(MemberGreetedEvent, task(self._greet), GREET)

    async def _greet(self, event: EventData, context: TaskContext) -> None:
        address = event["data"]["email"]
        # Kept, so that no other session gets its id.
        self._databases.append(context.database)
        self.sessions.append(id(context.database))
        context.mailer.send(create_mail(address))
        self._before(address.partition("@")[0])


async def publish(kit: BusKit, *names: str) -> None:
    async with kit.database.transaction():
        for name in names:
            await kit.bus.publish(MemberGreetedEvent(email=f"{name}@kwai.example"))


def greeted(sink: SmtpSink) -> list[str]:
    return sorted(address.partition("@")[0] for mail in sink.mails for address in mail.recipients)


async def test_e11_first_attempts_of_one_moment_share_a_transaction(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    greetings = Greetings()
    greetings.subscribe(kit)
    await publish(kit, *NAMES)

    await kit.drain()

    # On SQLite the end of a mail that has left would wait for all of them.
    shared = kit.settings.db.engine == "mysql"
    assert greetings.sizes == ([4] if shared else [1] * 4)
    assert greeted(smtp_sink) == sorted(NAMES)
    rows = await kit.deliveries()
    assert {(row["status"], row["attempts"], row["outcome"]) for row in rows} == {
        ("done", 1, "done")
    }


@pytest.mark.parametrize(
    ("error", "end"),
    [(RuntimeError("not him"), "ready"), (UnprocessableException("too late"), "done")],
)
async def test_e11_a_task_that_fails_takes_no_other_with_it(
    kit: BusKit, smtp_sink: SmtpSink, error: Exception, end: str
) -> None:
    def refuse_kyuzo(name: str) -> None:
        if name == "kyuzo":
            raise error

    greetings = Greetings(refuse_kyuzo)
    greetings.subscribe(kit)
    # What failed is not due again before this ends.
    patient = kit.settings.bus.model_copy(update={"backoff_base": 60.0})
    kit.settings = kit.settings.model_copy(update={"bus": patient})
    await publish(kit, *NAMES)

    await kit.drain()

    tasks = [row for row in await kit.deliveries() if row["handler"] == GREET]
    assert [row["status"] for row in tasks] == ["done", end, "done", "done"]
    assert [row["attempts"] for row in tasks] == [1] * 4
    assert greeted(smtp_sink) == [name for name in sorted(NAMES) if name != "kyuzo"]


async def test_e10_who_lost_its_lease_ends_nothing_and_keeps_nobody(
    kit: BusKit, smtp_sink: SmtpSink
) -> None:
    ids: list[int] = []
    greetings = Greetings()
    greetings.subscribe(kit)
    await publish(kit, *NAMES)
    ids += [row["id"] for row in await kit.deliveries()]
    worker = kit.worker()

    await worker.worker._claim()
    query = kit.database.create_query_factory().update("outbox_deliveries", {"lease": "f" * 32})
    await kit.database.change(query.where(KwaiField("id").eq(ids[1])))
    await asyncio.wait(worker.worker._runs)
    await worker.drain()

    statuses = {row["id"]: row["status"] for row in await kit.deliveries()}
    assert [statuses[id_] for id_ in ids] == ["done", "leased", "done", "done"]
    assert greeted(smtp_sink) == ["jigoro", "mataemon", "shiro"]


async def test_r15_what_was_tried_before_runs_alone(kit: BusKit) -> None:
    greetings = Greetings()
    greetings.subscribe(kit)
    await publish(kit, *NAMES)
    second = (await kit.deliveries())[1]["id"]
    update = kit.database.create_query_factory().update("outbox_deliveries", {"attempts": 1})
    await kit.database.change(update.where(KwaiField("id").gt(second)))

    await kit.drain()

    shared = kit.settings.db.engine == "mysql"
    assert sorted(greetings.sizes) == ([1, 1, 2] if shared else [1] * 4)


@pytest.mark.one_engine("mariadb", reason="on SQLite tasks share no transaction")
async def test_e11_the_mails_of_a_moment_are_stored_together(
    kit: BusKit, smtp_sink: SmtpSink, statements: Statements
) -> None:
    Greetings().subscribe(kit)
    await publish(kit, *NAMES)
    statements.clear()

    await kit.drain()

    stored = [text for text in statements.texts if text.startswith("INSERT INTO `outbox_")]
    assert [text.split("`")[1] for text in stored] == ["outbox_events", "outbox_deliveries"]
    # Nothing stands in it yet, and the driver would write all rows out as text to say so.
    assert "`last_error`" not in stored[1]
    assert greeted(smtp_sink) == sorted(NAMES)


@pytest.mark.one_engine("mariadb", reason="on SQLite tasks share no transaction")
async def test_e11_large_mails_are_stored_in_several_statements(
    kit: BusKit, smtp_sink: SmtpSink, statements: Statements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_mail_db_repository, "CHUNK_BYTES", 1000)
    Greetings().subscribe(kit)
    await publish(kit, *NAMES)
    statements.clear()

    await kit.drain()

    stored = [text for text in statements.texts if text.startswith("INSERT INTO `outbox_events`")]
    assert len(stored) == 2
    assert greeted(smtp_sink) == sorted(NAMES)


class Jobs:
    """What was run, and in which company."""

    def __init__(self, error: Exception | None = None) -> None:
        self.runs: list[list[int]] = []
        self.has_begun = asyncio.Event()
        self.gate = asyncio.Event()
        self._error = error

    async def __call__(self, jobs: Sequence[int]) -> None:
        self.runs.append(list(jobs))
        self.has_begun.set()
        await self.gate.wait()
        if self._error is not None:
            raise self._error


async def test_jobs_of_one_pass_run_together_up_to_the_most_there_may_be() -> None:
    jobs = Jobs()
    jobs.gate.set()
    together = Together(jobs, seconds=5, most=3)

    done = await asyncio.gather(*map(together.put, range(7)))

    assert jobs.runs == [[0, 1, 2], [3, 4, 5]]
    assert done == [True] * 6 + [False]


async def test_jobs_that_failed_together_are_left_to_each_of_them() -> None:
    jobs = Jobs(RuntimeError("one of them"))
    jobs.gate.set()

    assert await asyncio.gather(*map(Together(jobs, seconds=5).put, range(3))) == [False] * 3


async def test_jobs_that_take_too_long_together_are_left_to_each_of_them() -> None:
    jobs = Jobs()

    assert await asyncio.gather(*map(Together(jobs, seconds=0.01).put, range(3))) == [False] * 3


@pytest.mark.parametrize("has_begun", [False, True])
async def test_e26_who_leads_and_is_cancelled_leaves_nobody_waiting(has_begun: bool) -> None:
    jobs = Jobs()
    together = Together(jobs, seconds=5)
    leader, *others = [asyncio.create_task(together.put(number)) for number in range(3)]
    await (jobs.has_begun.wait() if has_begun else asyncio.sleep(0))

    leader.cancel()

    assert await asyncio.gather(*others) == [False, False]
    assert leader.cancelled()
    assert bool(jobs.runs) is has_begun


async def test_e26_who_follows_and_is_cancelled_stops_nobody() -> None:
    jobs = Jobs()
    together = Together(jobs, seconds=5)
    leader, follower = [asyncio.create_task(together.put(number)) for number in range(2)]
    await jobs.has_begun.wait()

    follower.cancel()
    jobs.gate.set()

    assert await leader is True
    assert (await asyncio.gather(follower, return_exceptions=True))[0].__class__ is (
        asyncio.CancelledError
    )
