"""Module that implements the use case: create an application."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.modules.portal.applications.application import ApplicationEntity
from kwai.modules.portal.applications.application_repository import ApplicationRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateApplicationCommand:
    """Input for the use case."""

    name: str
    title: str
    short_description: str = ""
    description: str = ""
    remark: str = ""
    news: bool = True
    pages: bool = True
    events: bool = True
    weight: int = 0


class CreateApplication:
    """Adds a section to the site."""

    def __init__(self, application_repo: ApplicationRepository, *, clock: Clock = utc_now) -> None:
        self._application_repo = application_repo
        self._clock = clock

    async def execute(self, command: CreateApplicationCommand) -> ApplicationEntity:
        """Execute the use case.

        Raises:
            ApplicationExistsException: another one has the name.
        """
        return await self._application_repo.create(
            ApplicationEntity(
                name=command.name,
                title=command.title,
                short_description=command.short_description,
                description=command.description,
                remark=command.remark,
                news=command.news,
                pages=command.pages,
                events=command.events,
                weight=command.weight,
                traceable_time=TraceableTime(created_at=LocalTimestamp(self._clock())),
            )
        )
