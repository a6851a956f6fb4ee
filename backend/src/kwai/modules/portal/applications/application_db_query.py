"""Module that implements an ApplicationQuery for a database."""

from collections.abc import Collection, Sequence
from typing import Self

from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.portal.applications.application import ApplicationIdentifier
from kwai.modules.portal.applications.application_query import ApplicationQuery
from kwai.modules.portal.applications.application_tables import (
    ApplicationRow,
    ApplicationsShown,
    ApplicationsTable,
)

SORT_COLUMNS = {
    "weight": ApplicationsTable.column("weight"),
    "name": ApplicationsTable.column("name"),
}


class ApplicationDbQuery(ShownDbQuery[ApplicationRow], ApplicationQuery):
    """A database query for an application."""

    shown = ApplicationsShown

    def init(self) -> None:
        self._query.from_(ApplicationsTable.table_name)

    @property
    def count_column(self) -> str:
        return ApplicationsTable.column("id")

    def filter_by_id(self, id_: ApplicationIdentifier) -> Self:
        return self.and_where(ApplicationsTable.field("id").eq(id_))

    def filter_by_ids(self, ids: Collection[ApplicationIdentifier]) -> Self:
        return self.and_where(ApplicationsTable.field("id").in_list(ids))

    def filter_by_name(self, name: str) -> Self:
        return self.and_where(ApplicationsTable.field("name").eq(name))

    def filter_by_news(self, *, news: bool) -> Self:
        return self.and_where(ApplicationsTable.field("news").eq(news))

    def filter_by_pages(self, *, pages: bool) -> Self:
        return self.and_where(ApplicationsTable.field("pages").eq(pages))

    def filter_by_events(self, *, events: bool) -> Self:
        return self.and_where(ApplicationsTable.field("events").eq(events))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="weight"),):
            self.order_by(SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
