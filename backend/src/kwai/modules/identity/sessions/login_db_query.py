"""The statement behind every request of a logged in user."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kwai.core.db.criteria import Sql, Value
from kwai.core.db.engine import KwaiEngine, KwaiQueryFactory
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.tokens.access_token_db_query import OF_SESSION, OF_USER
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.tokens.token_tables import AccessTokensTable
from kwai.modules.identity.users.user_account_db_query import ROLE_COLUMNS, create_user_account
from kwai.modules.identity.users.user_tables import UserAccountsTable


def _render() -> list[str]:
    """Render the text around the values, which would cost each request more than reading does."""
    query = KwaiQueryFactory().select(
        UserSessionsTable.columns, UserAccountsTable.columns, *ROLE_COLUMNS
    )
    query.from_(AccessTokensTable.table_name)
    query.join(UserSessionsTable.table_name, OF_SESSION, "INNER")
    query.join(UserAccountsTable.table_name, OF_USER, "INNER")
    query.where(AccessTokensTable.field("identifier").eq(""))
    query.and_where(AccessTokensTable.field("revoked").eq(Sql("0")))
    query.and_where(AccessTokensTable.field("expiration").gt(""))
    text: str = query.as_expression().sql(KwaiEngine())
    return text.split(KwaiEngine.placeholder)


_BEFORE, _BETWEEN, _AFTER = _render()


def select_login(identifier: TokenIdentifier, now: datetime) -> Sql:
    """Select session and account of an access token that is live at `now`."""
    return Sql(_BEFORE, Value(identifier.digest), _BETWEEN, Value(now), _AFTER)


def create_login(record: Mapping[str, Any]) -> LoginSession:
    """Make the login of a record of this statement."""
    user_account = create_user_account(record)
    session = UserSessionsTable(record).create_entity(user_account.user.uuid)
    return LoginSession(user=user_account, session=session)
