"""Module that implements the use case: delete an application."""

from dataclasses import dataclass

from kwai.modules.portal.applications.application import ApplicationIdentifier
from kwai.modules.portal.applications.application_repository import ApplicationRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteApplicationCommand:
    """Input for the use case."""

    id: int


class DeleteApplication:
    """Removes a section of the site that nothing is in."""

    def __init__(self, application_repo: ApplicationRepository) -> None:
        self._application_repo = application_repo

    async def execute(self, command: DeleteApplicationCommand) -> None:
        """Execute the use case.

        Raises:
            ApplicationNotFoundException: there is none with this id.
            InUseException: a story or a page is in it.
        """
        id_ = ApplicationIdentifier(command.id)
        application = await self._application_repo.get_by_id(id_, for_update=True)
        await self._application_repo.delete(application)
