"""Module that implements a refresh token repository for a database."""

from datetime import datetime

from kwai.core.db.criteria import KwaiField
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.tokens.access_token_db_repository import create_access_token
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity, RefreshTokenIdentifier
from kwai.modules.identity.tokens.refresh_token_db_query import RefreshTokenDbQuery
from kwai.modules.identity.tokens.refresh_token_repository import (
    RefreshTokenNotFoundException,
    RefreshTokenRepository,
)
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.tokens.token_tables import RefreshTokensTable


class RefreshTokenDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[RefreshTokenEntity, RefreshTokenIdentifier, RefreshTokenDbQuery],
    RefreshTokenRepository,
):
    """Database repository for the refresh token entity."""

    table = RefreshTokensTable
    not_found = RefreshTokenNotFoundException
    is_logged = False

    def create_query(self) -> RefreshTokenDbQuery:
        return RefreshTokenDbQuery(self._database)

    async def load(
        self, records: list[Record], query: RefreshTokenDbQuery
    ) -> list[RefreshTokenEntity]:
        return [
            RefreshTokensTable(record).create_entity(create_access_token(record))
            for record in records
        ]

    async def get(self, id_: RefreshTokenIdentifier) -> RefreshTokenEntity:
        return await self.get_by_id(id_)

    async def get_by_token_identifier(self, identifier: TokenIdentifier) -> RefreshTokenEntity:
        query = self.create_query().filter_by_token_identifier(identifier)
        return await self._get_one(query, "The refresh token does not exist.")

    async def revoke_all(self, session_id: UserSessionIdentifier) -> int:
        query = self._database.create_query_factory().update(
            self.table.table_name, {"revoked": True}
        )
        return await self._database.change(query.where(KwaiField("session_id").eq(session_id)))

    async def delete_old(self, moment: datetime, limit: int) -> int:
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(KwaiField("expiration").lte(moment))
        query.order_by("expiration").order_by("id")
        return await delete_db_rows(self._database, self.table.table_name, query, limit)
