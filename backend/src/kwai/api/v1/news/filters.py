"""Filters that name an author; one that names none is not found (jsonapi.md Q4)."""

from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.json_api import JsonApiException, error
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.authors.author_repository import AuthorNotFoundException
from kwai.modules.news.get_author import GetAuthor, GetAuthorCommand


async def check_author(query: ResourceQuery, database: Database) -> None:
    """Look whether the author that a query names exists.

    Raises:
        JsonApiException: there is none.
    """
    if (uuid := query.filter.get("author")) is None:
        return
    command = GetAuthorCommand(uuid=UniqueId.create_from_string(str(uuid)))
    try:
        await GetAuthor(AuthorDbRepository(database)).execute(command)
    except AuthorNotFoundException:
        detail = "There is no such author."
        raise JsonApiException(error("not_found", detail, parameter="filter[author]")) from None
