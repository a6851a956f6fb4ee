"""Module that defines the use case: get all applications for a portal."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_query import ApplicationQuery
from kwai.modules.portal.applications.application_repository import ApplicationRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetApplicationsCommand:
    """Input for the use case; None stands for all.

    Attributes:
        ids: Only the applications with these ids.
        name: Only the application with the given name.
        news: Only applications that can, or cannot, contain news.
        pages: Only applications that can, or cannot, contain pages.
        events: Only applications that can, or cannot, contain events.
        sort: Keys weight and name; by weight when it is empty.
        query: What of the applications will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    ids: Collection[int] | None = None
    name: str | None = None
    news: bool | None = None
    pages: bool | None = None
    events: bool | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetApplications:
    """Gets applications, in the order in which the site shows them."""

    def __init__(self, application_repo: ApplicationRepository) -> None:
        self._application_repo = application_repo

    async def execute(
        self, command: GetApplicationsCommand
    ) -> UseCaseBrowseResult[ApplicationEntity]:
        """Execute the use case."""
        return await browse(self._application_repo, self._create_query(command), command)

    async def get_versions(self, command: GetApplicationsCommand) -> PageVersions:
        """Tell what the page is known by that `execute` would give."""
        query, limit, offset = self._create_query(command), command.limit or 0, command.offset or 0
        return await self._application_repo.get_versions(query, limit, offset)

    def _create_query(self, command: GetApplicationsCommand) -> ApplicationQuery:
        query = self._application_repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.ids is not None:
            query.filter_by_ids([ApplicationIdentifier(id_) for id_ in command.ids])
        if command.name is not None:
            query.filter_by_name(command.name)
        if command.news is not None:
            query.filter_by_news(news=command.news)
        if command.pages is not None:
            query.filter_by_pages(pages=command.pages)
        if command.events is not None:
            query.filter_by_events(events=command.events)
        return query
