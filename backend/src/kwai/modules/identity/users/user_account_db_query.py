"""Module that implements a user account query for a database."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Self

from kwai.core.db.criteria import Sql, exists
from kwai.core.db.engine import KwaiEngine, KwaiField, KwaiQueryFactory, as_column
from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.search.like_text_search import LikeTextSearch
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier
from kwai.modules.identity.users.user_account_query import UserAccountQuery
from kwai.modules.identity.users.user_tables import (
    UserAccountRow,
    UserAccountsShown,
    UserAccountsTable,
)

_SORT_COLUMNS = {
    "last_name": UserAccountsTable.column("sort_name"),
    "email": UserAccountsTable.column("email_normalized"),
    "last_login": UserAccountsTable.column("last_login"),
}


def _role_column(table_name: str, name: str) -> Sql:
    query = KwaiQueryFactory().select(Sql("1")).from_(table_name)
    query.where(KwaiField(f"{table_name}.user_id").eq_field(UserAccountsTable.column("id")))
    query.and_where(KwaiField(f"{table_name}.active").eq(Sql("1")))
    # Rendered here, because every request of a logged in user has these columns.
    return Sql(as_column(exists(query), name).sql(KwaiEngine()))


# Authors and coaches are changed in other contexts; here they are only roles.
ROLE_COLUMNS = (_role_column("authors", "is_author"), _role_column("coaches", "is_coach"))


def create_user_account(record: Mapping[str, Any]) -> UserAccountEntity:
    """Make an account of a record with the columns of the table and the roles."""
    return UserAccountsTable(record).create_entity(
        author=bool(record["is_author"]), coach=bool(record["is_coach"])
    )


class UserAccountDbQuery(ShownDbQuery[UserAccountRow], UserAccountQuery):
    """A user account query for a database.

    Attributes:
        with_roles: It is also looked up who is an author or a coach.
    """

    shown = UserAccountsShown
    with_roles = True
    nullable_columns = frozenset({UserAccountsTable.column("last_login")})

    def init(self) -> None:
        self._query.from_(UserAccountsTable.table_name)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, *(ROLE_COLUMNS if self.with_roles else ())]

    @property
    def count_column(self) -> str:
        return UserAccountsTable.column("id")

    def filter_by_id(self, id_: UserAccountIdentifier) -> Self:
        return self.and_where(UserAccountsTable.field("id").eq(id_))

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        return self.and_where(UserAccountsTable.field("uuid").eq(uuid))

    def filter_by_uuids(self, uuids: Collection[UniqueId]) -> Self:
        return self.and_where(UserAccountsTable.field("uuid").in_list(list(uuids)))

    def filter_by_email(self, email: EmailAddress) -> Self:
        return self.and_where(UserAccountsTable.field("email_normalized").eq(email.normalized))

    def filter_by_revoked(self, *, revoked: bool) -> Self:
        return self.and_where(UserAccountsTable.field("revoked").eq(revoked))

    def filter_by_search(self, text: str) -> Self:
        search = LikeTextSearch[Self](UserAccountsTable.field("search_text"))
        return search.apply(self, text)

    def show(self, query: ResourceQuery) -> Self:
        self.with_roles = query.needs("roles")
        return super().show(query)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="last_name"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
