"""Module that implements the use case: update an application."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_repository import ApplicationRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateApplicationCommand:
    """Input for the use case: everything that can change; the name cannot."""

    id: int
    title: str
    short_description: str
    description: str
    remark: str
    news: bool
    pages: bool
    events: bool
    weight: int


class UpdateApplication:
    """Changes a section of the site."""

    def __init__(self, application_repo: ApplicationRepository, *, clock: Clock = utc_now) -> None:
        self._application_repo = application_repo
        self._clock = clock

    async def execute(self, command: UpdateApplicationCommand) -> ApplicationEntity:
        """Execute the use case.

        Raises:
            ApplicationNotFoundException: there is none with this id.
        """
        id_ = ApplicationIdentifier(command.id)
        application = await self._application_repo.get_by_id(id_, for_update=True)
        await self._application_repo.update(
            Entity.replace(
                application,
                title=command.title,
                short_description=command.short_description,
                description=command.description,
                remark=command.remark,
                news=command.news,
                pages=command.pages,
                events=command.events,
                weight=command.weight,
                traceable_time=application.traceable_time.mark_for_update(self._clock()),
            )
        )
        return await self._application_repo.get_by_id(id_)
