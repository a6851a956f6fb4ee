"""Implement the use case: get authors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAuthorsCommand:
    """Input for the use case; None stands for all.

    Attributes:
        active: Only authors that may, or may not, write.
        uuids: Only the authors with these unique ids.
        sort: Key name.
        query: What of the authors will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    active: bool | None = None
    uuids: Collection[UniqueId] | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetAuthors:
    """Gets authors."""

    def __init__(self, author_repo: AuthorRepository) -> None:
        self._author_repo = author_repo

    async def execute(self, command: GetAuthorsCommand) -> UseCaseBrowseResult[AuthorEntity]:
        """Execute the use case."""
        query = self._author_repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.active is not None:
            query.filter_by_active(active=command.active)
        if command.uuids is not None:
            query.filter_by_uuids(command.uuids)
        return await browse(self._author_repo, query, command)
