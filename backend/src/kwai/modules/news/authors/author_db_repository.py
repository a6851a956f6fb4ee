"""Module that implements an author repository for a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException, RelatedNotFoundException
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity, AuthorIdentifier
from kwai.modules.news.authors.author_db_query import AuthorDbQuery
from kwai.modules.news.authors.author_repository import (
    AuthorExistsException,
    AuthorNotFoundException,
    AuthorRepository,
)
from kwai.modules.news.authors.author_tables import AuthorsTable, AuthorUsersTable


class AuthorDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[AuthorEntity, AuthorIdentifier, AuthorDbQuery], AuthorRepository
):
    """An author database repository."""

    table = AuthorsTable
    not_found = AuthorNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "user_id": AuthorExistsException
    }
    members: ClassVar[Mapping[str, str]] = {"user_id": "user"}
    batch_key = "uuid"

    def create_query(self) -> AuthorDbQuery:
        return AuthorDbQuery(self._database)

    async def load(self, records: list[Record], query: AuthorDbQuery) -> list[AuthorEntity]:
        users = [query.users.map_optional(record) for record in records]
        return [
            query.table(record).create_entity(user.create_owner() if user else None)
            for record, user in zip(records, users, strict=True)
        ]

    async def get_by_uuid(self, uuid: UniqueId, *, for_update: bool = False) -> AuthorEntity:
        author = await self.get_one(self.create_query(), uuid)
        return await self.get_by_id(author.id, for_update=True) if for_update else author

    async def get_one(  # type: ignore[override]  # as above
        self, query: AuthorDbQuery, uuid: UniqueId
    ) -> AuthorEntity:
        return await self._get_one(query.filter_by_uuid(uuid), f"Author {uuid} does not exist.")

    async def get_user(self, uuid: UniqueId) -> Owner:
        query = self._database.create_query_factory().select(AuthorUsersTable.columns)
        query.from_(AuthorUsersTable.table_name).where(AuthorUsersTable.field("uuid").eq(uuid))
        if (record := await self._database.fetch_one(query)) is None:
            raise RelatedNotFoundException(f"User {uuid} does not exist.", member="user")
        return AuthorUsersTable(record).create_owner()
