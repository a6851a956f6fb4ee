"""Module that implements the use case: get an application."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_repository import ApplicationRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetApplicationCommand:
    """Input for the use case.

    Attributes:
        id: The id or the name of the application.
        lock: Nobody else can change it until the unit ends; with an id only.
        query: What of it will be looked at.
    """

    id: int | str
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetApplication:
    """Gets an application."""

    def __init__(self, application_repo: ApplicationRepository) -> None:
        self._application_repo = application_repo

    async def execute(self, command: GetApplicationCommand) -> ApplicationEntity:
        """Execute the use case.

        Raises:
            ApplicationNotFoundException: there is none.
        """
        if isinstance(command.id, str):
            return await self._application_repo.get_by_name(command.id)
        id_ = ApplicationIdentifier(command.id)
        if command.lock:
            return await self._application_repo.get_by_id(id_, for_update=True)
        query = self._application_repo.create_query().show(command.query)
        return await self._application_repo.get_one(query, id_)
