"""Module that implements an AuthorQuery for a database."""

from collections.abc import Collection, Sequence
from typing import Any, Self

from kwai.core.db.rows import OwnerRow
from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author_query import AuthorQuery
from kwai.modules.news.authors.author_tables import (
    AuthorRow,
    AuthorsShown,
    AuthorsTable,
    AuthorUsersShown,
    AuthorUsersTable,
)

SORT_COLUMNS = {"name": AuthorsTable.column("sort_name")}


class AuthorDbQuery(ShownDbQuery[AuthorRow], AuthorQuery):
    """A database query for an author.

    Attributes:
        users: Has the columns that are read of the user.
    """

    shown = AuthorsShown
    users: Table[OwnerRow] = AuthorUsersTable

    def init(self) -> None:
        self._query.from_(AuthorsTable.table_name)
        user = AuthorUsersTable.field("id").eq_field(AuthorsTable.column("user_id"))
        self._query.left_join(AuthorUsersTable.table_name, user)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, self.users.columns]

    @property
    def count_column(self) -> str:
        return AuthorsTable.column("id")

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        return self.and_where(AuthorsTable.field("uuid").eq(uuid))

    def filter_by_uuids(self, uuids: Collection[UniqueId]) -> Self:
        return self.and_where(AuthorsTable.field("uuid").in_list(list(uuids)))

    def filter_by_user(self, user: int) -> Self:
        return self.and_where(AuthorsTable.field("user_id").eq(user))

    def filter_by_active(self, *, active: bool) -> Self:
        return self.and_where(AuthorsTable.field("active").eq(active))

    def show(self, query: ResourceQuery) -> Self:
        self.users = AuthorUsersShown.narrow(query)
        return super().show(query)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="name"),):
            self.order_by(SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
