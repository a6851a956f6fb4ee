"""The form of a task: what a handler of an event is given."""

import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kwai.core.events.event import EventData

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.bus import Bus
    from kwai.core.mail.mail_box import MailBox
    from kwai.core.settings import Settings
    from kwai.core.template.template_engine import TemplateEngine

__all__ = ["EventData", "Task", "TaskContext", "TaskFunction", "task"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskContext:
    """The parts a task builds its use case of; all of them belong to one transaction."""

    database: "Database"
    bus: "Bus"
    mailer: "MailBox"
    settings: "Settings"
    templates: "TemplateEngine"

    @classmethod
    def create(
        cls, database: "Database", settings: "Settings", *, mailer: "MailBox | None" = None
    ) -> "TaskContext":
        """Build the context around a session."""
        from kwai.core.dependencies import create_event_bus, create_template_engine
        from kwai.core.mail.mail_box import MailBox

        return cls(
            database=database,
            bus=create_event_bus(database, settings),
            mailer=MailBox() if mailer is None else mailer,
            settings=settings,
            templates=create_template_engine(settings),
        )


TaskFunction = Callable[[EventData, TaskContext], Awaitable[None]]


class Task(Protocol):
    """A handler of an event; called with the event alone it brings its own transaction."""

    __name__: str
    __module__: str

    async def __call__(self, event: EventData, context: TaskContext | None = None) -> None: ...


def task(function: TaskFunction) -> Task:
    """Make a task of a function, so that it can also be called with the event alone."""

    @functools.wraps(function)
    async def run(event: EventData, context: TaskContext | None = None) -> None:
        if context is not None:
            await function(event, context)
            return
        async with _own_context(event) as own:
            await function(event, own)

    return run


@asynccontextmanager
async def _own_context(event: EventData) -> AsyncIterator[TaskContext]:
    from kwai.core.dependencies import create_database
    from kwai.core.events.mail_queue import MailOrigin, MailQueue
    from kwai.core.events.outbox.outbox_bus import OutboxBus
    from kwai.core.settings import get_settings

    settings = get_settings()
    async with create_database(settings.db).unit() as database:
        context = TaskContext.create(database, settings)
        yield context
        if isinstance(context.bus, OutboxBus):
            origin = MailOrigin.of_event(event["meta"])
            mails, now = context.mailer.mails, await database.now()
            await MailQueue(settings).put(context.bus, origin, mails, now=now)
