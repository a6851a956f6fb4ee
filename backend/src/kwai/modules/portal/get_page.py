"""Module that implements the use case: get a page."""

from dataclasses import dataclass

from kwai.modules.portal.pages.page import PageEntity, PageIdentifier
from kwai.modules.portal.pages.page_repository import PageNotFoundException, PageRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetPageCommand:
    """Input for the use case.

    Attributes:
        enabled: When False, also a page that visitors do not see is returned.
        lock: Nobody else can change it until the unit ends.
    """

    id: int
    enabled: bool = True
    lock: bool = False


class GetPage:
    """Gets a page."""

    def __init__(self, page_repo: PageRepository) -> None:
        self._page_repo = page_repo

    async def execute(self, command: GetPageCommand) -> PageEntity:
        """Execute the use case.

        Raises:
            PageNotFoundException: there is none, or visitors do not see it.
        """
        id_ = PageIdentifier(command.id)
        page = await self._page_repo.get_by_id(id_, for_update=command.lock)
        if command.enabled and not page.enabled:
            # In the words for a page that does not exist.
            raise PageNotFoundException(f"Page {id_} does not exist.")
        return page
