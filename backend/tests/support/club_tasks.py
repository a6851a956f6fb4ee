"""Tasks of a club that exists in tests only, and the worker program that knows them.

`python -m tests.support.club_tasks` is `kwai_bus` with these tasks added.
"""

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventData, EventMeta
from kwai.core.events.subscriptions import Subscriptions
from kwai.core.events.task import TaskContext, task
from tests.support.club_mail import create_mail


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGreetedEvent(Event):
    """Somebody, or several with commas between them, is to get a mail."""

    meta: ClassVar[EventMeta] = EventMeta(name="club.member.greeted")

    email: str
    subject: str = "Welcome"
    member: str | None = None
    until: datetime | None = None

    def expires_at(self) -> datetime | None:
        return self.until

    def subject_uuid(self) -> str | None:
        return self.member


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachFaintedEvent(Event):
    """Whoever handles it dies."""

    meta: ClassVar[EventMeta] = EventMeta(name="club.coach.fainted")


@task
async def greet_member(event: EventData, context: TaskContext) -> None:
    """Mail those who are to be greeted, and leave a trace in the database."""
    for address in event["data"]["email"].split(","):
        context.mailer.send(create_mail(address, event["data"]["subject"]))


@task
async def faint(event: EventData, context: TaskContext) -> None:
    """End the process without a word."""
    await asyncio.sleep(0)
    os._exit(1)


def add_club_tasks(subscriptions: Subscriptions) -> None:
    subscriptions.add(MemberGreetedEvent, greet_member, "club.greet_member")
    subscriptions.add(CoachFaintedEvent, faint, "club.faint")


def main() -> None:
    from kwai import kwai_bus
    from kwai.subscriptions import gather_subscriptions

    add_club_tasks(gather_subscriptions())
    kwai_bus.main()


if __name__ == "__main__":
    main()
