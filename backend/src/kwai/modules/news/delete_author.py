"""Implement the use case: delete an author."""

from dataclasses import dataclass

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteAuthorCommand:
    """Input for the use case."""

    uuid: UniqueId


class DeleteAuthor:
    """Removes an author whose name stands nowhere."""

    def __init__(self, author_repo: AuthorRepository) -> None:
        self._author_repo = author_repo

    async def execute(self, command: DeleteAuthorCommand) -> None:
        """Execute the use case.

        Raises:
            AuthorNotFoundException: there is none.
            InUseException: a story names the author.
        """
        author = await self._author_repo.get_by_uuid(command.uuid, for_update=True)
        await self._author_repo.delete(author)
