"""Module that implements a page repository for a database."""

from collections.abc import Sequence

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_changes import Children
from kwai.core.domain.value_objects.text import Text
from kwai.core.text.content_rows import load_texts
from kwai.modules.portal.pages.page import PageEntity, PageIdentifier
from kwai.modules.portal.pages.page_db_query import PageDbQuery
from kwai.modules.portal.pages.page_repository import PageNotFoundException, PageRepository
from kwai.modules.portal.pages.page_tables import PageContentRow, PageContentsTable, PagesTable


class PageDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[PageEntity, PageIdentifier, PageDbQuery], PageRepository
):
    """A page database repository."""

    table = PagesTable
    not_found = PageNotFoundException

    def create_query(self) -> PageDbQuery:
        return PageDbQuery(self._database)

    async def load(self, records: list[Record], query: PageDbQuery) -> list[PageEntity]:
        rows = [(query.table(each), query.applications(each)) for each in records]
        ids = [row.id for row, _ in rows] if query.with_contents else []
        texts = await load_texts(
            self._database, PageContentsTable, "page_id", ids, with_writers=query.with_writers
        )
        return [
            row.create_entity(application.create_entity(), texts.get(row.id, Text()))
            for row, application in rows
        ]

    async def get_one(  # type: ignore[override]  # as above
        self, query: PageDbQuery, id_: PageIdentifier
    ) -> PageEntity:
        return await self._get_one(query.filter_by_id(id_), f"Page {id_} does not exist.")

    def children(self, page: PageEntity) -> Sequence[Children]:
        rows = [PageContentRow.persist(page, content) for content in page.contents]
        return (Children(table=PageContentsTable, owner="page_id", key=("locale",), rows=rows),)
