"""Module that implements the use case: get a page."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.portal.pages.page import PageEntity, PageIdentifier
from kwai.modules.portal.pages.page_repository import PageRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetPageCommand:
    """Input for the use case.

    Attributes:
        enabled: When False, also a page that visitors do not see is returned.
        lock: Nobody else can change it until the unit ends; then it is read whole, enabled or not.
        query: What of it will be looked at.
    """

    id: int
    enabled: bool = True
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


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
        if command.lock:
            return await self._page_repo.get_by_id(id_, for_update=True)
        query = self._page_repo.create_query().show(command.query)
        if command.enabled:
            query.filter_by_enabled()
        return await self._page_repo.get_one(query, id_)
