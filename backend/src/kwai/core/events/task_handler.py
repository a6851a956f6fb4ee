"""Runs a task: what it changes, the mails it sends and its end are one transaction."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.exceptions import DatabaseUnavailableException
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import DomainException, NotFoundException, UnprocessableException
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler, FencedException
from kwai.core.events.event import EventData
from kwai.core.events.mail_queue import MailOrigin, MailQueue
from kwai.core.events.outbox.outbox_bus import OutboxBus
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.outbox.verdict import Dead, Done, Fenced, Retry, Verdict
from kwai.core.events.task import Task, TaskContext
from kwai.core.failpoint import failpoint
from kwai.core.mail.mail_box import MailBox
from kwai.core.security.sealer import Sealer, SealException

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim
    from kwai.core.settings import Settings
    from kwai.core.template.template_engine import TemplateEngine

SKIPPED = "skipped:"


class TaskHandler(DeliveryHandler):
    """Runs the task of one subscription."""

    def __init__(
        self,
        task: Task,
        *,
        settings: "Settings",
        sessions: "Callable[[], Database]",
        buses: "Callable[[Database], OutboxBus]",
        sealer: Sealer,
        templates: "TemplateEngine",
    ) -> None:
        self._task = task
        self._settings = settings
        self._sessions = sessions
        self._buses = buses
        self._sealer = sealer
        self._templates = templates
        self._mails = MailQueue(settings)

    async def handle(self, attempt: Attempt) -> Verdict:
        claim = attempt.claim
        try:
            event = self._open(claim)
        except (SealException, ValueError) as error:
            return Dead(outcome="payload", error=f"{type(error).__name__}: {error}")
        database = self._sessions()
        database.actor = Actor(kind="bus", request_id=claim.request_id)
        try:
            await database.run(lambda: self._run(database, claim, event))
        except FencedException:
            return Fenced()
        except (UnprocessableException, NotFoundException) as error:
            return Done(outcome=SKIPPED + _reason(error))
        except DatabaseUnavailableException:
            raise
        except Exception as error:
            # The loop of the worker: whatever a task raises, it is tried again.
            _log_failure(claim, error)
            return Retry(outcome="error", error=type(error).__name__)
        finally:
            await database.close()
        failpoint("after_handler_commit")
        return Done(is_stored=True)

    async def _run(self, database: "Database", claim: "Claim", event: EventData) -> None:
        bus = self._buses(database)
        mailer = MailBox()
        context = TaskContext(
            database=database,
            bus=bus,
            mailer=mailer,
            settings=self._settings,
            templates=self._templates,
        )
        failpoint("in_handler")
        await self._task(event, context)
        await self._mails.put(bus, _origin(claim), mailer.mails, now=claim.now())
        failpoint("before_handler_commit")
        if not await OutboxDbRepository(database).finish(claim, Done()):
            raise FencedException

    def _open(self, claim: "Claim") -> EventData:
        if claim.payload is None:
            raise ValueError("The payload is gone.")
        event = json.loads(self._sealer.open(claim.payload, claim.seal))
        if not isinstance(event, dict) or not isinstance(event.get("meta"), dict):
            raise ValueError("The payload is no event.")
        event["meta"]["uuid"] = claim.event_uuid
        return event


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
