"""Finds the author whose name is to stand under a story."""

from kwai.core.domain.exceptions import RelatedNotFoundException
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import InvalidUniqueIdException, UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import (
    AuthorNotFoundException,
    AuthorRepository,
)
from kwai.modules.news.stories.story import Author


async def find_author(repo: AuthorRepository, uuid: str) -> Author:
    """Get the author with this unique id.

    Raises:
        RelatedNotFoundException: there is none.
    """
    try:
        return _view(await repo.get_by_uuid(UniqueId.create_from_string(uuid)))
    except (AuthorNotFoundException, InvalidUniqueIdException) as problem:
        raise RelatedNotFoundException(str(problem), member="author") from None


async def find_own_author(repo: AuthorRepository, user: Owner) -> Author | None:
    """Get the author that a user is; an administrator may be none."""
    query = repo.create_query().filter_by_user(user.id.value)
    async for author in repo.get_all(query, limit=1):
        return _view(author)
    return None


def _view(author: AuthorEntity) -> Author:
    return Author(id=author.id, uuid=author.uuid, name=author.name, version=author.version)
