"""Module that implements an access token query for a database."""

from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.tokens.access_token import AccessTokenIdentifier
from kwai.modules.identity.tokens.access_token_query import AccessTokenQuery
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.tokens.token_tables import AccessTokensTable
from kwai.modules.identity.users.user_account_db_query import ROLE_COLUMNS
from kwai.modules.identity.users.user_tables import UserAccountsTable

OF_SESSION = UserSessionsTable.field("id").eq_field(AccessTokensTable.column("session_id"))
OF_USER = UserAccountsTable.field("id").eq_field(AccessTokensTable.column("user_id"))


class AccessTokenDbQuery(DatabaseQuery, AccessTokenQuery):
    """An access token query for a database."""

    def init(self) -> None:
        self._query.from_(AccessTokensTable.table_name)
        self._query.join(UserSessionsTable.table_name, OF_SESSION, "INNER")
        self._query.join(UserAccountsTable.table_name, OF_USER, "INNER")

    @property
    def columns(self) -> list[Any]:
        return [
            AccessTokensTable.columns,
            UserSessionsTable.columns,
            UserAccountsTable.columns,
            *ROLE_COLUMNS,
        ]

    @property
    def count_column(self) -> str:
        return AccessTokensTable.column("id")

    def filter_by_id(self, id_: AccessTokenIdentifier) -> Self:
        return self.and_where(AccessTokensTable.field("id").eq(id_))

    def filter_by_token_identifier(self, identifier: TokenIdentifier) -> Self:
        return self.and_where(AccessTokensTable.field("identifier").eq(identifier.digest))
