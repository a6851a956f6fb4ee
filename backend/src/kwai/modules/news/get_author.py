"""Implement the use case: get an author."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAuthorCommand:
    """Input for the use case.

    Attributes:
        lock: Nobody else can change the author until the unit ends.
        query: What of the author will be looked at.
    """

    uuid: UniqueId
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetAuthor:
    """Gets an author."""

    def __init__(self, author_repo: AuthorRepository) -> None:
        self._author_repo = author_repo

    async def execute(self, command: GetAuthorCommand) -> AuthorEntity:
        """Execute the use case.

        Raises:
            AuthorNotFoundException: there is none.
        """
        if command.lock:
            return await self._author_repo.get_by_uuid(command.uuid, for_update=True)
        query = self._author_repo.create_query().show(command.query)
        return await self._author_repo.get_one(query, command.uuid)
