"""Runs tasks: what they change, the mails they send and their end are one transaction."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.change_log import changes_written_together
from kwai.core.db.exceptions import DatabaseUnavailableException
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import DomainException, NotFoundException, UnprocessableException
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler, FencedException
from kwai.core.events.event import EventData
from kwai.core.events.mail_queue import MailOrigin, MailQueue
from kwai.core.events.outbox.new_event import NewMail
from kwai.core.events.outbox.outbox_bus import OutboxBus
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.outbox.verdict import Dead, Done, Fenced, Retry, Verdict
from kwai.core.events.task import Task, TaskContext
from kwai.core.events.templates import Templates
from kwai.core.events.together import Together
from kwai.core.failpoint import failpoint
from kwai.core.logging import request_id
from kwai.core.mail.mail_box import MailBox
from kwai.core.security.sealer import Sealer, SealException

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim
    from kwai.core.settings import Settings

SKIPPED = "skipped:"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A claim with what its task is given."""

    claim: "Claim"
    event: EventData


class TaskHandler(DeliveryHandler):
    """Runs the task of one subscription.

    First attempts of the same moment share a transaction. When it fails, and whenever something is
    tried again, each has one of its own.
    """

    def __init__(
        self,
        task: Task,
        *,
        settings: "Settings",
        sessions: "Callable[[], Database]",
        buses: "Callable[[Database], OutboxBus]",
        sealer: Sealer,
        templates: Templates,
    ) -> None:
        self._task = task
        self._settings = settings
        self._sessions = sessions
        self._buses = buses
        self._sealer = sealer
        self._templates = templates
        self._mails = MailQueue(settings)
        # The time of a lease has to suffice for the second try as well.
        self._together = Together(self._run, seconds=settings.bus.handler_timeout / 4)
        # Where all writers share one connection, the end of a mail would wait for all of them.
        self._can_share = settings.db.engine != "sqlite"

    async def handle(self, attempt: Attempt) -> Verdict:
        try:
            job = self._open(attempt.claim)
        except (SealException, ValueError) as error:
            return Dead(outcome="payload", error=f"{type(error).__name__}: {error}")
        if self._can_share and job.claim.attempts == 1 and await self._together.put(job):
            return Done(is_stored=True)
        return await self._handle_alone(job)

    async def _handle_alone(self, job: _Job) -> Verdict:
        try:
            await self._run([job])
        except FencedException:
            return Fenced()
        except (UnprocessableException, NotFoundException) as error:
            return Done(outcome=SKIPPED + _reason(error))
        except DatabaseUnavailableException:
            raise
        except Exception as error:
            # The loop of the worker: whatever a task raises, it is tried again.
            _log_failure(job.claim, error)
            return Retry(outcome="error", error=type(error).__name__)
        return Done(is_stored=True)

    async def _run(self, jobs: Sequence[_Job]) -> None:
        database = self._sessions()
        token = request_id.set(request_id.get())
        try:
            await database.run(lambda: self._perform_all(database, jobs))
        finally:
            request_id.reset(token)
            await database.close()
        failpoint("after_handler_commit")

    async def _perform_all(self, database: "Database", jobs: Sequence[_Job]) -> None:
        bus = self._buses(database)
        async with changes_written_together(database):
            mails = [mail for job in jobs for mail in await self._perform(job, database, bus)]
        await bus.add_mails(mails, now=jobs[0].claim.now())
        failpoint("before_handler_commit")
        claims = [job.claim for job in jobs]
        if await OutboxDbRepository(database).finish_all(claims) < len(claims):
            raise FencedException

    async def _perform(self, job: _Job, database: "Database", bus: OutboxBus) -> list[NewMail]:
        request_id.set(job.claim.request_id)
        database.actor = Actor(kind="bus", request_id=job.claim.request_id)
        mailer = MailBox()
        context = TaskContext(
            database=database,
            bus=bus,
            mailer=mailer,
            settings=self._settings,
            templates=await self._templates.get(),
        )
        failpoint("in_handler")
        await self._task(job.event, context)
        return self._mails.finish(_origin(job.claim), mailer.mails, now=job.claim.now())

    def _open(self, claim: "Claim") -> _Job:
        if claim.payload is None:
            raise ValueError("The payload is gone.")
        event = json.loads(self._sealer.open(claim.payload, claim.seal))
        if not isinstance(event, dict) or not isinstance(event.get("meta"), dict):
            raise ValueError("The payload is no event.")
        event["meta"]["uuid"] = claim.event_uuid
        return _Job(claim=claim, event=event)


def _origin(claim: "Claim") -> MailOrigin:
    return MailOrigin(
        event_uuid=claim.event_uuid,
        event_name=claim.event_name,
        handler=claim.handler,
        priority=claim.priority,
        subject_uuid=claim.subject_uuid,
        request_id=claim.request_id,
        expires_at=claim.expires_at,
    )


def _reason(error: DomainException) -> str:
    return error.code or type(error).__name__


def _log_failure(claim: "Claim", error: Exception) -> None:
    # A traceback shows where, and with diagnose off no values.
    logger.opt(exception=error).bind(handler=claim.handler, delivery_id=claim.id).warning(
        "A task failed."
    )
