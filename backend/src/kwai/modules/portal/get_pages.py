"""Module that implements the use case: get pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.modules.portal.pages.page import PageEntity
from kwai.modules.portal.pages.page_query import PageQuery
from kwai.modules.portal.pages.page_repository import PageRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetPagesCommand:
    """Input for the use case.

    Attributes:
        enabled: When False, also pages that visitors do not see are returned.
        application: Only pages of the application with this id or name.
        sort: Key priority; the highest first when it is empty.
        query: What of the pages will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    enabled: bool = True
    application: int | str | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetPages:
    """Gets pages."""

    def __init__(self, page_repo: PageRepository) -> None:
        self._page_repo = page_repo

    async def execute(self, command: GetPagesCommand) -> UseCaseBrowseResult[PageEntity]:
        """Execute the use case."""
        query = self._create_query(command).show(command.query)
        return await browse(self._page_repo, query, command)

    async def get_versions(self, command: GetPagesCommand) -> PageVersions:
        """Tell what the page of the list is known by that `execute` would give."""
        query = self._create_query(command)
        return await self._page_repo.get_versions(query, command.limit or 0, command.offset or 0)

    def _create_query(self, command: GetPagesCommand) -> PageQuery:
        query = self._page_repo.create_query().sort_by(command.sort)
        if command.enabled:
            query.filter_by_enabled()
        if command.application is not None:
            query.filter_by_application(command.application)
        return query
