"""Module that implements an access token repository for a database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kwai.core.db.criteria import KwaiField, Sql, not_exists
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.tokens.access_token import AccessTokenEntity, AccessTokenIdentifier
from kwai.modules.identity.tokens.access_token_db_query import AccessTokenDbQuery
from kwai.modules.identity.tokens.access_token_repository import (
    AccessTokenNotFoundException,
    AccessTokenRepository,
)
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.tokens.token_tables import AccessTokensTable
from kwai.modules.identity.users.user_account_db_query import create_user_account


def create_access_token(record: Mapping[str, Any]) -> AccessTokenEntity:
    """Make a token of a record with its own columns, those of session and account, and roles."""
    user_account = create_user_account(record)
    session = UserSessionsTable(record).create_entity(user_account.user.uuid)
    return AccessTokensTable(record).create_entity(user_account, session)


class AccessTokenDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[AccessTokenEntity, AccessTokenIdentifier, AccessTokenDbQuery],
    AccessTokenRepository,
):
    """Database repository for the access token entity."""

    table = AccessTokensTable
    not_found = AccessTokenNotFoundException
    is_logged = False

    def create_query(self) -> AccessTokenDbQuery:
        return AccessTokenDbQuery(self._database)

    async def load(
        self, records: list[Record], query: AccessTokenDbQuery
    ) -> list[AccessTokenEntity]:
        return [create_access_token(record) for record in records]

    async def get(self, id_: AccessTokenIdentifier) -> AccessTokenEntity:
        return await self.get_by_id(id_)

    async def get_by_identifier(self, identifier: TokenIdentifier) -> AccessTokenEntity:
        query = self.create_query().filter_by_token_identifier(identifier)
        return await self._get_one(query, "The access token does not exist.")

    async def revoke_all(self, session_id: UserSessionIdentifier) -> int:
        query = self._database.create_query_factory().update(
            self.table.table_name, {"revoked": True}
        )
        return await self._database.change(query.where(KwaiField("session_id").eq(session_id)))

    async def delete_old(self, moment: datetime, limit: int) -> int:
        factory = self._database.create_query_factory()
        refresh_token = factory.select(Sql("1")).from_("oauth_refresh_tokens")
        refresh_token.where(
            KwaiField("oauth_refresh_tokens.access_token_id").eq_field(self.table.column("id"))
        )
        query = factory.select(self.table.column("id")).from_(self.table.table_name)
        query.where(self.table.field("expiration").lte(moment))
        # Deleting it would take the refresh token along, which lives longer.
        query.and_where(not_exists(refresh_token))
        query.order_by(self.table.column("expiration")).order_by(self.table.column("id"))
        return await delete_db_rows(self._database, self.table.table_name, query, limit)
