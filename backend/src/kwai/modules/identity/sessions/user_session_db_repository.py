"""Module that implements a repository of login sessions for a database."""

from datetime import datetime
from typing import Any

from kwai.core.db.criteria import KwaiField, any_of
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.statements import KwaiUpdate
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.sessions.login_db_query import create_login, select_login
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import (
    RevokeReason,
    UserSessionEntity,
    UserSessionIdentifier,
)
from kwai.modules.identity.sessions.user_session_db_query import USER_UUID, UserSessionDbQuery
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user import UserIdentifier


class UserSessionDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[UserSessionEntity, UserSessionIdentifier, UserSessionDbQuery],
    UserSessionRepository,
):
    """A repository of login sessions for a database."""

    table = UserSessionsTable
    not_found = UserSessionNotFoundException
    is_logged = False

    def create_query(self) -> UserSessionDbQuery:
        return UserSessionDbQuery(self._database)

    async def load(
        self, records: list[Record], query: UserSessionDbQuery
    ) -> list[UserSessionEntity]:
        return [
            UserSessionsTable(record).create_entity(UniqueId.create_from_string(record[USER_UUID]))
            for record in records
        ]

    async def get_by_uuid(self, uuid: UniqueId) -> UserSessionEntity:
        query = self.create_query().filter_by_uuid(uuid)
        return await self._get_one(query, "The session does not exist.")

    async def get_login(self, identifier: TokenIdentifier, now: datetime) -> LoginSession:
        records = await self._database.fetch_all(select_login(identifier, now))
        if not records:
            raise UserSessionNotFoundException("There is no live access token.")
        return create_login(records[0])

    async def rotate(self, session: UserSessionEntity) -> bool:
        values = {
            "counter": session.counter,
            "rotated_at": session.rotated_at,
            "last_used_at": session.last_used_at,
            "idle_expires_at": session.idle_expires_at,
        }
        query = self._update_open(values).and_where(KwaiField("id").eq(session.id))
        query.and_where(KwaiField("counter").eq(session.counter - 1))
        return await self._database.change(query) == 1

    async def confirm(self, session: UserSessionEntity) -> None:
        query = self._update_open({"confirmed_at": session.confirmed_at})
        await self._database.change(query.and_where(KwaiField("id").eq(session.id)))

    async def revoke(self, session: UserSessionEntity) -> bool:
        values = {"revoked_at": session.revoked_at, "revoke_reason": session.revoke_reason}
        query = self._update_open(values).and_where(KwaiField("id").eq(session.id))
        return await self._database.change(query) == 1

    async def revoke_all(
        self,
        user_id: UserIdentifier,
        now: datetime,
        reason: RevokeReason,
        *,
        keep: UserSessionIdentifier | None = None,
    ) -> int:
        query = self._update_open({"revoked_at": now, "revoke_reason": reason})
        query.and_where(KwaiField("user_id").eq(user_id))
        if keep is not None:
            query.and_where(KwaiField("id").not_eq(keep))
        return await self._database.change(query)

    async def delete_old(self, moment: datetime, limit: int) -> int:
        ends = ("absolute_expires_at", "idle_expires_at", "revoked_at")
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(any_of(*(KwaiField(end).lte(moment) for end in ends))).order_by("id")
        return await delete_db_rows(self._database, self.table.table_name, query, limit)

    def _update_open(self, values: dict[str, Any]) -> KwaiUpdate:
        """Start an UPDATE that leaves revoked sessions as they are: they never open again."""
        query = self._database.create_query_factory().update(self.table.table_name, values)
        return query.where(KwaiField("revoked_at").is_null())
