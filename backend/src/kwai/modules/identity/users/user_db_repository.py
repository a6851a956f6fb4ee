"""Module for implementing a user repository with a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user import UserEntity, UserIdentifier
from kwai.modules.identity.users.user_db_query import UserDbQuery
from kwai.modules.identity.users.user_repository import UserNotFoundException, UserRepository
from kwai.modules.identity.users.user_tables import UsersTable


class UserDbRepository(DbRepository[UserEntity, UserIdentifier, UserDbQuery], UserRepository):
    """Database repository for the user entity."""

    table = UsersTable
    not_found = UserNotFoundException
    members: ClassVar[Mapping[str, str]] = {"email_normalized": "email"}

    def create_query(self) -> UserDbQuery:
        """Create a user database query."""
        return UserDbQuery(self._database)

    async def load(self, records: list[Record], query: UserDbQuery) -> list[UserEntity]:
        return [UsersTable(record).create_entity() for record in records]

    async def get_user_by_id(self, id_: UserIdentifier) -> UserEntity:
        return await self.get_by_id(id_)

    async def get_user_by_uuid(self, uuid: UniqueId) -> UserEntity:
        query = self.create_query().filter_by_uuid(uuid)
        return await self._get_one(query, "The user does not exist.")

    async def get_user_by_email(self, email: EmailAddress) -> UserEntity:
        query = self.create_query().filter_by_email(email)
        return await self._get_one(query, "The user does not exist.")

    async def exists_with_email(self, email: EmailAddress) -> bool:
        return await self.exists(self.create_query().filter_by_email(email))
