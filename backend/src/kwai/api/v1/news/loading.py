"""Reads what stories and authors are linked with: one statement per relationship and level."""

from collections.abc import Iterable, Sequence

from kwai.api.languages import TextOrder
from kwai.api.schemas.application import ApplicationResource
from kwai.api.schemas.author import AuthorResource
from kwai.api.schemas.story import PortalStoryResource, StoryResource
from kwai.api.v1.auth.loading import IdentityLoader
from kwai.api.v1.portal.loading import link_applications
from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.json_api import Linked
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.get_authors import GetAuthors, GetAuthorsCommand
from kwai.modules.news.stories.story import StoryEntity

AuthorLinks = dict[UniqueId, Linked[AuthorResource]]


class AuthorLoader:
    """Makes resources of authors; `path` is where they stand in the include tree."""

    def __init__(self, database: Database, query: ResourceQuery) -> None:
        self._database = database
        self._query = query

    async def author(self, entity: AuthorEntity) -> AuthorResource:
        """Make the resource of one author."""
        return (await self.authors([entity]))[0]

    async def authors(
        self, entities: Sequence[AuthorEntity], path: str = ""
    ) -> list[AuthorResource]:
        """Make the resources of authors."""
        loader = IdentityLoader(self._database, self._query)
        uuids = [str(each.user.uuid) for each in entities if each.user]
        users = await loader.users(uuids, f"{path}user")
        return [
            AuthorResource.create(each, users[str(each.user.uuid)] if each.user else None)
            for each in entities
        ]

    async def link(self, uuids: Iterable[UniqueId]) -> AuthorLinks:
        """Link authors by their ids; with the authors themselves where they are wanted."""
        links: AuthorLinks = {uuid: Linked.ref(uuid) for uuid in uuids}
        if links and self._query.needs("author"):
            use_case = GetAuthors(AuthorDbRepository(self._database))
            command = GetAuthorsCommand(
                uuids=links.keys(), limit=len(links), offset=0, query=self._query.below("author")
            )
            found = (await use_case.execute(command)).iterator
            for each in await self.authors([author async for author in found], "author."):
                links[UniqueId.create_from_string(each.id)] = Linked(each)
        return links


class StoryLoader:
    """Makes resources of stories, with the texts in the order of the reader."""

    def __init__(self, database: Database, query: ResourceQuery, order: TextOrder) -> None:
        self._database = database
        self._query = query
        self._order = order

    async def story(self, entity: StoryEntity) -> StoryResource:
        """Make the resource of one story."""
        return (await self.stories([entity]))[0]

    async def stories(self, entities: Sequence[StoryEntity]) -> list[StoryResource]:
        """Make the resources of stories."""
        applications = await self._applications(entities)
        uuids = [each.author.uuid for each in entities if each.author]
        authors = await AuthorLoader(self._database, self._query).link(uuids)
        return [
            StoryResource.create(
                each,
                self._order.arrange(each.contents),
                applications[each.application.id.value],
                authors[each.author.uuid] if each.author else None,
            )
            for each in entities
        ]

    async def portal_stories(self, entities: Sequence[StoryEntity]) -> list[PortalStoryResource]:
        """Make what the portal shows of stories."""
        applications = await self._applications(entities)
        return [
            PortalStoryResource.create(
                each,
                self._order.arrange(each.contents),
                applications[each.application.id.value],
            )
            for each in entities
        ]

    async def _applications(
        self, entities: Sequence[StoryEntity]
    ) -> dict[int, Linked[ApplicationResource]]:
        ids = {each.application.id.value for each in entities}
        return await link_applications(self._database, self._query, ids)
