"""Module that implements a refresh token query for a database."""

from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.tokens.access_token_db_query import OF_SESSION, OF_USER
from kwai.modules.identity.tokens.refresh_token import RefreshTokenIdentifier
from kwai.modules.identity.tokens.refresh_token_query import RefreshTokenQuery
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.tokens.token_tables import AccessTokensTable, RefreshTokensTable
from kwai.modules.identity.users.user_account_db_query import ROLE_COLUMNS
from kwai.modules.identity.users.user_tables import UserAccountsTable


class RefreshTokenDbQuery(DatabaseQuery, RefreshTokenQuery):
    """A refresh token query for a database."""

    def init(self) -> None:
        self._query.from_(RefreshTokensTable.table_name)
        access = AccessTokensTable.field("id")
        self._query.join(
            AccessTokensTable.table_name,
            access.eq_field(RefreshTokensTable.column("access_token_id")),
            "INNER",
        )
        self._query.join(UserSessionsTable.table_name, OF_SESSION, "INNER")
        self._query.join(UserAccountsTable.table_name, OF_USER, "INNER")

    @property
    def columns(self) -> list[Any]:
        return [
            RefreshTokensTable.columns,
            AccessTokensTable.columns,
            UserSessionsTable.columns,
            UserAccountsTable.columns,
            *ROLE_COLUMNS,
        ]

    @property
    def count_column(self) -> str:
        return RefreshTokensTable.column("id")

    def filter_by_id(self, id_: RefreshTokenIdentifier) -> Self:
        return self.and_where(RefreshTokensTable.field("id").eq(id_))

    def filter_by_token_identifier(self, identifier: TokenIdentifier) -> Self:
        return self.and_where(RefreshTokensTable.field("identifier").eq(identifier.digest))
