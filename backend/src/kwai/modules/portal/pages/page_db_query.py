"""Module that implements a PageQuery for a database."""

from collections.abc import Sequence
from typing import Any, Self

from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.modules.portal.applications.application_tables import (
    ApplicationRow,
    ApplicationsShown,
    ApplicationsTable,
)
from kwai.modules.portal.pages.page import PageIdentifier
from kwai.modules.portal.pages.page_query import PageQuery
from kwai.modules.portal.pages.page_tables import PageRow, PagesShown, PagesTable

SORT_COLUMNS = {"priority": PagesTable.column("priority")}


class PageDbQuery(ShownDbQuery[PageRow], PageQuery):
    """A database query for a page.

    Attributes:
        with_contents: The texts are read too, in a statement of their own.
        applications: Has the columns that are read of the application.
        with_writers: Who wrote the texts is read with them; nobody is shown it.
    """

    shown = PagesShown
    with_contents = True
    applications: Table[ApplicationRow] = ApplicationsTable
    with_writers = True

    def init(self) -> None:
        self._query.from_(PagesTable.table_name)
        application = ApplicationsTable.field("id").eq_field(PagesTable.column("application_id"))
        # Every page has one; with INNER, MariaDB begins there and sorts all their pages for a few.
        self._query.left_join(ApplicationsTable.table_name, application)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, self.applications.columns]

    @property
    def count_column(self) -> str:
        return PagesTable.column("id")

    @property
    def version_columns(self) -> tuple[str, ...]:
        return (*super().version_columns, ApplicationsTable.column("version"))

    def filter_by_id(self, id_: PageIdentifier) -> Self:
        return self.and_where(PagesTable.field("id").eq(id_))

    def filter_by_enabled(self) -> Self:
        return self.and_where(PagesTable.field("enabled").eq(True))

    def filter_by_application(self, application: int | str) -> Self:
        if isinstance(application, str):
            return self.and_where(ApplicationsTable.field("name").eq(application))
        return self.and_where(PagesTable.field("application_id").eq(application))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="priority", descending=True),):
            self.order_by(SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self

    def show(self, query: ResourceQuery) -> Self:
        self.with_contents = query.needs("contents")
        self.applications = ApplicationsShown.narrow(query.below("application"))
        self.with_writers = False
        return super().show(query)
