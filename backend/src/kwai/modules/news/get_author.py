"""Implement the use case: get an author."""

from dataclasses import dataclass

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAuthorCommand:
    """Input for the use case.

    Attributes:
        lock: Nobody else can change the author until the unit ends.
    """

    uuid: UniqueId
    lock: bool = False


class GetAuthor:
    """Gets an author."""

    def __init__(self, author_repo: AuthorRepository) -> None:
        self._author_repo = author_repo

    async def execute(self, command: GetAuthorCommand) -> AuthorEntity:
        """Execute the use case.

        Raises:
            AuthorNotFoundException: there is none.
        """
        return await self._author_repo.get_by_uuid(command.uuid, for_update=command.lock)
