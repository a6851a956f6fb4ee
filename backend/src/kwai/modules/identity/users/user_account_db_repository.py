"""Module that implements a user account repository for a database."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import ClassVar

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier
from kwai.modules.identity.users.user_account_db_query import UserAccountDbQuery
from kwai.modules.identity.users.user_account_repository import (
    EmailInUseException,
    UserAccountNotFoundException,
    UserAccountRepository,
)
from kwai.modules.identity.users.user_tables import UserAccountsTable


class UserAccountDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[UserAccountEntity, UserAccountIdentifier, UserAccountDbQuery],
    UserAccountRepository,
):
    """User account repository for a database."""

    table = UserAccountsTable
    not_found = UserAccountNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "email_normalized": EmailInUseException
    }
    members: ClassVar[Mapping[str, str]] = {"email_normalized": "email"}
    batch_key = "uuid"

    def create_query(self) -> UserAccountDbQuery:
        return UserAccountDbQuery(self._database)

    async def load(
        self, records: list[Record], query: UserAccountDbQuery
    ) -> list[UserAccountEntity]:
        return [
            query.table(record).create_entity(
                author=bool(record.get("is_author")), coach=bool(record.get("is_coach"))
            )
            for record in records
        ]

    async def exists_with_email(self, email: EmailAddress) -> bool:
        return await self.exists(self.create_query().filter_by_email(email))

    async def get_user_by_email(self, email: EmailAddress) -> UserAccountEntity:
        query = self.create_query().filter_by_email(email)
        return await self._get_one(query, "The user does not exist.")

    async def get_for_login(self, email: EmailAddress) -> UserAccountEntity:
        # A session of its own: the first statement of a unit that writes takes its lock, which
        # would be held while the password is hashed.
        async with Database(self._database.settings).unit(read_only=True) as reader:
            return await UserAccountDbRepository(reader).get_user_by_email(email)

    async def get_user_by_uuid(self, uuid: UniqueId) -> UserAccountEntity:
        return await self.get_one(self.create_query(), uuid)

    async def get_one(  # type: ignore[override]  # as above
        self, query: UserAccountDbQuery, uuid: UniqueId
    ) -> UserAccountEntity:
        return await self._get_one(query.filter_by_uuid(uuid), "The user does not exist.")

    async def lock_with_admins(
        self, id_: UserAccountIdentifier
    ) -> Collection[UserAccountIdentifier]:
        candidates = {*await self._find_admins(), id_.value}
        query = self._database.create_query_factory().select("id", "admin", "revoked")
        query.from_(self.table.table_name).where(KwaiField("id").in_list(candidates))
        # Ascending, so that two who want the same rows wait for each other instead of dying.
        query.order_by("id").for_update()
        records = await self._database.fetch_all(query)
        return {
            UserAccountIdentifier(record["id"])
            for record in records
            if record["admin"] and not record["revoked"]
        }

    async def record_login(self, user_account: UserAccountEntity) -> bool:
        # Neither version nor change log: nobody edited the account.
        query = self._database.create_query_factory().update(
            self.table.table_name, {"last_login": user_account.last_login.timestamp}
        )
        query.where(KwaiField("id").eq(user_account.id))
        query.and_where(KwaiField("password").eq(str(user_account.password)))
        query.and_where(KwaiField("admin").eq(user_account.admin))
        query.and_where(KwaiField("revoked").eq(user_account.revoked))
        return await self._database.change(query) == 1

    async def record_failed_login(self, email: EmailAddress, now: datetime) -> None:
        query = self._database.create_query_factory().update(
            self.table.table_name, {"last_unsuccessful_login": now}
        )
        await self._database.change(query.where(KwaiField("email_normalized").eq(email.normalized)))

    async def _find_admins(self) -> set[int]:
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(KwaiField("admin").eq(True)).and_where(KwaiField("revoked").eq(False))
        return {record["id"] for record in await self._database.fetch_all(query)}
