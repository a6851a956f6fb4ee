"""Module that implements the use case: delete a page."""

from dataclasses import dataclass

from kwai.modules.portal.pages.page import PageIdentifier
from kwai.modules.portal.pages.page_repository import PageRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePageCommand:
    """Input for the use case."""

    id: int


class DeletePage:
    """Deletes a page with its texts."""

    def __init__(self, page_repo: PageRepository) -> None:
        self._page_repo = page_repo

    async def execute(self, command: DeletePageCommand) -> None:
        """Execute the use case.

        Raises:
            PageNotFoundException: there is none with this id.
        """
        page = await self._page_repo.get_by_id(PageIdentifier(command.id), for_update=True)
        await self._page_repo.delete(page)
