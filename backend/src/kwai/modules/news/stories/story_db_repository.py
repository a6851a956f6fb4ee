"""Module that implements a story repository for a database."""

import re
from collections.abc import Sequence

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_changes import Children
from kwai.core.domain.exceptions import RelatedNotFoundException
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.search.text_search import search_text
from kwai.core.text.content_rows import load_texts
from kwai.modules.news.stories.story import Application, Author, StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_db_query import StoryDbQuery
from kwai.modules.news.stories.story_repository import StoryNotFoundException, StoryRepository
from kwai.modules.news.stories.story_tables import (
    StoriesTable,
    StoryApplicationsTable,
    StoryAuthorRow,
    StoryContentRow,
    StoryContentsTable,
    StorySearchRow,
    StorySearchTable,
)

_TAG = re.compile("<[^<>]*>")


class StoryDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[StoryEntity, StoryIdentifier, StoryDbQuery], StoryRepository
):
    """A story database repository."""

    table = StoriesTable
    not_found = StoryNotFoundException

    def create_query(self) -> StoryDbQuery:
        return StoryDbQuery(self._database)

    async def load(self, records: list[Record], query: StoryDbQuery) -> list[StoryEntity]:
        rows = [query.table(each) for each in records]
        ids = [row.id for row in rows] if query.with_contents else []
        texts = await load_texts(
            self._database, StoryContentsTable, "news_id", ids, with_writers=query.with_writers
        )
        return [
            row.create_entity(
                query.applications(record).create_application(),
                texts.get(row.id, Text()),
                _create_author(query.authors.map_optional(record)),
            )
            for record, row in zip(records, rows, strict=True)
        ]

    async def get_one(  # type: ignore[override]  # as above
        self, query: StoryDbQuery, id_: StoryIdentifier
    ) -> StoryEntity:
        return await self._get_one(query.filter_by_id(id_), f"Story {id_} does not exist.")

    def children(self, story: StoryEntity) -> Sequence[Children]:
        rows = [StoryContentRow.persist(story, content) for content in story.contents]
        return (Children(table=StoryContentsTable, owner="news_id", key=("locale",), rows=rows),)

    async def create(self, entity: StoryEntity) -> StoryEntity:
        async with self._database.transaction():
            story = await super().create(entity)
            await self._index(story)
        return story

    async def update(self, entity: StoryEntity) -> None:
        async with self._database.transaction():
            await super().update(entity)
            await self._index(entity)

    @property
    def _noun(self) -> str:
        return "Story"

    async def get_application(self, id_: int) -> Application:
        query = self._database.create_query_factory().select(StoryApplicationsTable.columns)
        query.from_(StoryApplicationsTable.table_name)
        query.where(StoryApplicationsTable.field("id").eq(id_))
        if (record := await self._database.fetch_one(query)) is None:
            raise RelatedNotFoundException(
                f"Application {id_} does not exist.", member="application"
            )
        return StoryApplicationsTable(record).create_application()

    async def _index(self, story: StoryEntity) -> None:
        text = search_text(part for each in story.contents for part in _searchable(each))
        row = StorySearchRow(news_id=story.id.value, search_text=text)
        insert = self._database.create_query_factory().insert(
            StorySearchTable.table_name, {"news_id": row.news_id, "search_text": row.search_text}
        )
        await self._database.execute(insert.upsert(keys=["news_id"], update=["search_text"]))


def _create_author(row: StoryAuthorRow | None) -> Author | None:
    return None if row is None else row.create_author()


def _searchable(content: LocaleText) -> Sequence[str]:
    parts = (content.title, content.summary, content.content)
    # Who searches for `table` looks for a table of the league.
    return [_TAG.sub(" ", part) for part in parts] if content.format == "html" else parts
