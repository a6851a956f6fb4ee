"""Module that implements news endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, QueryDep, path_id
from kwai.api.languages import TextOrderDep, without_locale
from kwai.api.operation import operation
from kwai.api.response import respond
from kwai.api.route import KwaiRoute
from kwai.api.schemas.story import PortalStoryResource
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.news.loading import StoryLoader
from kwai.api.v1.paging import read_page, respond_page
from kwai.api.v1.portal.filters import filter_application
from kwai.api.v1.unchanged import UnchangedDep
from kwai.core.domain.resource_query import SortKey
from kwai.modules.news.get_stories import GetStories, GetStoriesCommand
from kwai.modules.news.get_story import GetStory, GetStoryCommand
from kwai.modules.news.stories.story_db_repository import StoryDbRepository

router = APIRouter(prefix="/portal/news", tags=["portal"], route_class=KwaiRoute)

StoryId = Annotated[int, Depends(path_id("story_id"))]
ORDER = (
    SortKey(name="priority", descending=True),
    SortKey(name="publish_date", descending=True),
)


@router.get("", **operation(PortalStoryResource, "list", id="get_portal_news"))
async def get_news(
    query: QueryDep,
    db: DatabaseDep,
    order: TextOrderDep,
    clock: ClockDep,
    unchanged: UnchangedDep,
) -> Response:
    """Get news stories for the portal.

    Only promoted news stories are returned: the highest priority first, then the newest.
    """
    command = without_locale(query).to_command(
        GetStoriesCommand,
        promoted=True,
        application=await filter_application(query, db),
        sort=ORDER,
    )
    use_case = GetStories(StoryDbRepository(db), clock=clock)
    if answer := await unchanged.answer(use_case.get_versions, command):
        return order.mark(answer)
    page = await read_page(use_case.execute(command))
    resources = await StoryLoader(db, query, order).portal_stories(page.entities)
    tag = unchanged.tag(page.total, (each.versions for each in page.entities))
    return order.mark(respond_page(query, page, resources, tag=tag))


@router.get("/{story_id}", **operation(PortalStoryResource, "get", id="get_portal_story"))
async def get_portal_story(
    story_id: StoryId, query: QueryDep, db: DatabaseDep, order: TextOrderDep, clock: ClockDep
) -> Response:
    """Get an active news story, promoted or not."""
    command = GetStoryCommand(id=story_id, query=query)
    story = await GetStory(StoryDbRepository(db), clock=clock).execute(command)
    resources = await StoryLoader(db, query, order).portal_stories([story])
    return order.mark(respond(query, resources[0]))
