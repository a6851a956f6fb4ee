"""Module that implements a StoryQuery for a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import Any, Self

from kwai.core.db.criteria import Sql, all_of, any_of, exists, not_
from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.clock import utc_now
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.search.like_text_search import LikeTextSearch
from kwai.core.text.content_rows import WritersTable
from kwai.modules.news.stories.story import StoryIdentifier
from kwai.modules.news.stories.story_query import StoryQuery
from kwai.modules.news.stories.story_tables import (
    ApplicationRow,
    StoriesShown,
    StoriesTable,
    StoryApplicationsShown,
    StoryApplicationsTable,
    StoryAuthorRow,
    StoryAuthorsShown,
    StoryAuthorsTable,
    StoryContentsTable,
    StoryRow,
    StorySearchTable,
)

SORT_COLUMNS = {
    "publish_date": StoriesTable.column("publish_date"),
    "priority": StoriesTable.column("promotion"),
}


class StoryDbQuery(ShownDbQuery[StoryRow], StoryQuery):
    """A database query for news stories.

    Attributes:
        with_contents: The texts are read too, in a statement of their own.
        applications: Has the columns that are read of the application.
        authors: Has those that are read of the author.
        with_writers: Who wrote the texts is read with them; nobody is shown it.
    """

    shown = StoriesShown
    with_contents = True
    applications: Table[ApplicationRow] = StoryApplicationsTable
    authors: Table[StoryAuthorRow] = StoryAuthorsTable
    with_writers = True

    def init(self) -> None:
        self._query.from_(StoriesTable.table_name)
        application = StoryApplicationsTable.field("id")
        # Every story has one; with INNER, MariaDB begins at the few applications and sorts all
        # their stories for a page.
        self._query.left_join(
            StoryApplicationsTable.table_name,
            application.eq_field(StoriesTable.column("application_id")),
        )
        author = StoryAuthorsTable.field("id").eq_field(StoriesTable.column("author_id"))
        self._query.left_join(StoryAuthorsTable.table_name, author)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, self.applications.columns, self.authors.columns]

    @property
    def count_column(self) -> str:
        return StoriesTable.column("id")

    @property
    def version_columns(self) -> tuple[str, ...]:
        tables = (StoryApplicationsTable, StoryAuthorsTable)
        return (*super().version_columns, *(table.column("version") for table in tables))

    def filter_by_id(self, id_: StoryIdentifier) -> Self:
        return self.and_where(StoriesTable.field("id").eq(id_))

    def filter_by_active(self, now: datetime | None = None) -> Self:
        moment = now or utc_now()
        return self.and_where(
            all_of(
                StoriesTable.field("enabled").eq(True),
                # Not `lte`: SQLite would read that range whatever the order is, and sort it.
                not_(StoriesTable.field("publish_date").gt(moment)),
                _is_not_over("end_date", moment),
            )
        )

    def filter_by_enabled(self) -> Self:
        return self.and_where(StoriesTable.field("enabled").eq(True))

    def filter_by_promoted(self, now: datetime | None = None, *, promoted: bool = True) -> Self:
        is_on = all_of(
            StoriesTable.field("promotion").gt(0),
            _is_not_over("promotion_end_date", now or utc_now()),
        )
        return self.and_where(is_on if promoted else not_(is_on))

    def filter_by_publication_date(
        self, year: int, month: int | None = None, timezone: tzinfo | None = None
    ) -> Self:
        zone = timezone or UTC
        start = datetime(year, month or 1, 1, tzinfo=zone)
        if month is None or month == 12:
            end = datetime(year + 1, 1, 1, tzinfo=zone)
        else:
            end = datetime(year, month + 1, 1, tzinfo=zone)
        published = StoriesTable.field("publish_date")
        return self.and_where(all_of(published.gte(start), published.lt(end)))

    def filter_by_application(self, application: int | str) -> Self:
        if isinstance(application, str):
            return self.and_where(StoryApplicationsTable.field("name").eq(application))
        return self.and_where(StoriesTable.field("application_id").eq(application))

    def filter_by_user(self, user: int | UniqueId) -> Self:
        texts = self._database.create_query_factory().select(Sql("1"))
        writer = WritersTable.field("id").eq_field(StoryContentsTable.column("user_id"))
        texts.from_(StoryContentsTable.table_name)
        texts.join(WritersTable.table_name, writer, "INNER")
        texts.where(StoryContentsTable.field("news_id").eq_field(StoriesTable.column("id")))
        texts.and_where(WritersTable.field("id" if isinstance(user, int) else "uuid").eq(user))
        return self.and_where(exists(texts))

    def filter_by_author(self, author: UniqueId) -> Self:
        ids = self._database.create_query_factory().select(StoryAuthorsTable.column("id"))
        ids.from_(StoryAuthorsTable.table_name).where(StoryAuthorsTable.field("uuid").eq(author))
        # One value: with `in_query`, SQLite reads all stories in order and looks for it in each.
        return self.and_where(StoriesTable.field("author_id").eq(Sql("(", ids, ")")))

    def filter_by_search(self, text: str) -> Self:
        story = StorySearchTable.field("news_id").eq_field(StoriesTable.column("id"))
        self._query.join(StorySearchTable.table_name, story, "INNER")
        return LikeTextSearch[Self](StorySearchTable.field("search_text")).apply(self, text)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        wanted = list(keys) or [SortKey(name="publish_date", descending=True)]
        if len(wanted) == 1 and wanted[0].name == "priority":
            wanted.append(replace(wanted[0], name="publish_date"))
        for key in wanted:
            self.order_by(SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self

    def order_by_publication_date(self) -> Self:
        return self.sort_by(())

    def show(self, query: ResourceQuery) -> Self:
        self.with_contents = query.needs("contents")
        self.applications = StoryApplicationsShown.narrow(query)
        self.authors = StoryAuthorsShown.narrow(query)
        self.with_writers = False
        return super().show(query)


def _is_not_over(column: str, now: datetime) -> Sql:
    end = StoriesTable.field(column)
    return any_of(end.is_null(), end.gt(now))
