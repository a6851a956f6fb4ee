"""Runs tasks: what they change, the mails they send and their end are one transaction."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.exceptions import DatabaseUnavailableException
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import DomainException, NotFoundException, UnprocessableException
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler, FencedException
from kwai.core.events.event import EventData
from kwai.core.events.mail_queue import MailOrigin, MailQueue
from kwai.core.events.outbox.claim import Reservation
from kwai.core.events.outbox.new_event import NewMail
from kwai.core.events.outbox.outbox_bus import OutboxBus
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.outbox.verdict import Dead, Done, Fenced, Retry, Verdict
from kwai.core.events.subscriptions import Subscriptions
from kwai.core.events.task import TaskContext
from kwai.core.failpoint import failpoint
from kwai.core.logging import request_id
from kwai.core.mail.mail_box import MailBox
from kwai.core.security.sealer import Sealer, SealException

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim
    from kwai.core.settings import Settings
    from kwai.core.template.template_engine import TemplateEngine

SKIPPED = "skipped:"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    attempt: Attempt
    event: EventData

    @property
    def claim(self) -> "Claim":
        return self.attempt.claim


class TaskHandler(DeliveryHandler):
    """Runs the task that a delivery names."""

    def __init__(
        self,
        subscriptions: Subscriptions,
        *,
        worker: str,
        settings: "Settings",
        sessions: "Callable[[], Database]",
        buses: "Callable[[Database], OutboxBus]",
        sealer: Sealer,
        templates: "TemplateEngine",
    ) -> None:
        # Where all writers share one connection, the end of a mail would wait for all of them.
        self.can_run_together = settings.db.engine != "sqlite"
        self._subscriptions = subscriptions
        self._worker = worker
        self._settings = settings
        self._sessions = sessions
        self._buses = buses
        self._sealer = sealer
        self._templates = templates
        self._mails = MailQueue(settings)

    async def handle(self, attempt: Attempt) -> Verdict:
        try:
            job = self._open(attempt)
        except (SealException, ValueError) as error:
            return Dead(outcome="payload", error=f"{type(error).__name__}: {error}")
        try:
            return await self._run([job])
        except FencedException:
            return Fenced()
        except (UnprocessableException, NotFoundException) as error:
            return Done(outcome=SKIPPED + _reason(error))
        except DatabaseUnavailableException:
            raise
        except Exception as error:
            # The loop of the worker: whatever a task raises, it is tried again.
            _log_failure(attempt.claim, error)
            return Retry(outcome="error", error=type(error).__name__)

    async def handle_together(self, attempts: Sequence[Attempt]) -> Done:
        return await self._run([self._open(attempt) for attempt in attempts])

    async def _run(self, jobs: Sequence[_Job]) -> Done:
        database = self._sessions()
        try:
            done = await database.run(lambda: self._run_all(database, jobs))
        finally:
            await database.close()
        failpoint("after_handler_commit")
        return done

    async def _run_all(self, database: "Database", jobs: Sequence[_Job]) -> Done:
        bus = self._buses(database)
        mails = [mail for job in jobs for mail in await self._perform(job, database, bus)]
        claim = jobs[0].claim
        claims = await bus.add_mails(mails, now=claim.now(), reservation=self._reserve(jobs))
        failpoint("before_handler_commit")
        ended = await OutboxDbRepository(database).finish_all([job.claim for job in jobs])
        if ended < len(jobs):
            raise FencedException
        return Done(is_stored=True, mails=claims)

    async def _perform(self, job: _Job, database: "Database", bus: OutboxBus) -> list[NewMail]:
        request_id.set(job.claim.request_id)
        database.actor = Actor(kind="bus", request_id=job.claim.request_id)
        mailer = MailBox()
        context = TaskContext(
            database=database,
            bus=bus,
            mailer=mailer,
            settings=self._settings,
            templates=self._templates,
        )
        failpoint("in_handler")
        await self._subscriptions.task_of(job.claim.handler)(job.event, context)
        return self._mails.finish(_origin(job.claim), mailer.mails, now=job.claim.now())

    def _reserve(self, jobs: Sequence[_Job]) -> Reservation | None:
        """Go on with as many mails as there are slots that the tasks leave."""
        return Reservation(
            worker=self._worker,
            lease=timedelta(seconds=self._settings.bus.lease),
            limit=sum(job.attempt.sends_mails for job in jobs),
            clocks=jobs[0].claim.clocks.later(),
        )

    def _open(self, attempt: Attempt) -> _Job:
        claim = attempt.claim
        if claim.payload is None:
            raise ValueError("The payload is gone.")
        event = json.loads(self._sealer.open(claim.payload, claim.seal))
        if not isinstance(event, dict) or not isinstance(event.get("meta"), dict):
            raise ValueError("The payload is no event.")
        event["meta"]["uuid"] = claim.event_uuid
        return _Job(attempt=attempt, event=event)


def _origin(claim: "Claim") -> MailOrigin:
    return MailOrigin(
        event_uuid=claim.event_uuid,
        event_name=claim.event_name,
        handler=claim.handler,
        priority=claim.priority,
        subject_uuid=claim.subject_uuid,
        expires_at=claim.expires_at,
    )


def _reason(error: DomainException) -> str:
    return error.code or type(error).__name__


def _log_failure(claim: "Claim", error: Exception) -> None:
    # A traceback shows where, and with diagnose off no values.
    logger.opt(exception=error).bind(handler=claim.handler, delivery_id=claim.id).warning(
        "A task failed."
    )
