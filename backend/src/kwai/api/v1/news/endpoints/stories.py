"""Module that implements stories endpoints."""

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import (
    DatabaseDep,
    InputDep,
    PreconditionDep,
    QueryDep,
    ScopeDep,
    SettingsDep,
    path_id,
)
from kwai.api.languages import TextOrderDep, without_locale
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.story import StoryResource
from kwai.api.schemas.text import to_inputs
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.links import key_of
from kwai.api.v1.news.filters import check_author
from kwai.api.v1.news.loading import StoryLoader
from kwai.api.v1.owner import OwnerDep
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.portal.filters import filter_application
from kwai.api.v1.texts import EditorDep
from kwai.api.v1.unchanged import UnchangedDep
from kwai.core.json_api import Create
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.create_story import CreateStory, CreateStoryCommand
from kwai.modules.news.delete_story import DeleteStory, DeleteStoryCommand
from kwai.modules.news.get_stories import GetStories, GetStoriesCommand
from kwai.modules.news.get_story import GetStory, GetStoryCommand
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from kwai.modules.news.update_story import UpdateStory, UpdateStoryCommand

router = APIRouter(prefix="/news/stories", tags=["news"], route_class=KwaiRoute)

StoryId = Annotated[int, Depends(path_id("story_id"))]
StoryInput = Annotated[Create[StoryResource], InputDep]
StoryPatch = Annotated[ConditionalPatch[StoryResource], InputDep]


@router.get("", **operation(StoryResource, "list", id="get_stories"))
async def get_stories(
    query: QueryDep,
    db: DatabaseDep,
    scope: ScopeDep,
    order: TextOrderDep,
    settings: SettingsDep,
    clock: ClockDep,
    unchanged: UnchangedDep,
) -> Response:
    """Get the stories: authors see all of them, visitors the active ones.

    `filter[enabled]=true` leaves drafts and withdrawn stories out.
    """
    await check_author(query, db)
    command = without_locale(query).to_command(
        GetStoriesCommand,
        enabled=scope == "pub" or query.filter.get("enabled") is True,
        unpublished=scope != "pub",
        application=await filter_application(query, db),
        timezone=ZoneInfo(settings.website.timezone),
        sort=sort_keys(query),
    )
    use_case = GetStories(StoryDbRepository(db), clock=clock)
    if answer := await unchanged.answer(use_case.get_versions, command):
        return order.mark(answer)
    page = await read_page(use_case.execute(command))
    resources = await StoryLoader(db, query, order).stories(page.entities)
    tag = unchanged.tag(page.total, (each.versions for each in page.entities))
    return order.mark(respond_page(query, page, resources, tag=tag))


@router.get("/{story_id}", **operation(StoryResource, "get", id="get_story"))
async def get_story(
    story_id: StoryId,
    query: QueryDep,
    db: DatabaseDep,
    scope: ScopeDep,
    order: TextOrderDep,
    clock: ClockDep,
) -> Response:
    """Get a story."""
    command = GetStoryCommand(id=story_id, enabled=scope == "pub", query=query)
    story = await GetStory(StoryDbRepository(db), clock=clock).execute(command)
    return order.mark(respond(query, await StoryLoader(db, query, order).story(story)))


@router.post("", **operation(StoryResource, "create", id="create_story"))
async def create_story(
    new: StoryInput,
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    editor: EditorDep,
    order: TextOrderDep,
    clock: ClockDep,
) -> Response:
    """Add a story, under the name of who writes it when no author is named."""
    stories, authors = StoryDbRepository(db), AuthorDbRepository(db)
    use_case = CreateStory(owner, stories, authors, editor=editor, clock=clock)
    story = await use_case.execute(_to_command(new))
    return order.mark(respond_created(query, await StoryLoader(db, query, order).story(story)))


@router.patch("/{story_id}", **operation(StoryResource, "update", id="update_story"))
async def update_story(
    story_id: StoryId,
    patch: StoryPatch,
    query: QueryDep,
    db: DatabaseDep,
    editor: EditorDep,
    order: TextOrderDep,
    clock: ClockDep,
) -> Response:
    """Change a story."""
    stories, loader = StoryDbRepository(db), StoryLoader(db, query, order)
    locked = GetStoryCommand(id=story_id, enabled=False, lock=True)
    asked = patch.apply(await loader.story(await GetStory(stories).execute(locked)))
    command = UpdateStoryCommand(
        id=story_id,
        application=int(key_of(asked.application)),
        contents=to_inputs(asked.contents),
        enabled=asked.enabled,
        priority=asked.priority,
        promotion_end_date=asked.promotion_end_date,
        publish_date=asked.publish_date,
        end_date=asked.end_date,
        remark=asked.remark,
        author=None if asked.author is None else key_of(asked.author),
    )
    use_case = UpdateStory(stories, AuthorDbRepository(db), editor=editor, clock=clock)
    story = await use_case.execute(command)
    return order.mark(respond(query, await loader.story(story)))


@router.delete("/{story_id}", **operation(StoryResource, "delete", id="delete_story"))
async def delete_story(
    story_id: StoryId,
    precondition: PreconditionDep,
    query: QueryDep,
    db: DatabaseDep,
    order: TextOrderDep,
) -> Response:
    """Delete a story with its texts."""
    stories = StoryDbRepository(db)
    if precondition.is_given:
        locked = GetStoryCommand(id=story_id, enabled=False, lock=True)
        current = await GetStory(stories).execute(locked)
        precondition.check(await StoryLoader(db, query, order).story(current))
    await DeleteStory(stories).execute(DeleteStoryCommand(id=story_id))
    return respond_nothing()


add_relationships(router, StoryResource, get=get_story, update=update_story)


def _to_command(new: Create[StoryResource]) -> CreateStoryCommand:
    asked = new.resource
    return CreateStoryCommand(
        application=int(key_of(asked.application)),
        contents=to_inputs(asked.contents),
        enabled=asked.enabled,
        priority=asked.priority,
        promotion_end_date=asked.promotion_end_date,
        publish_date=asked.publish_date if "publish_date" in new.names else None,
        end_date=asked.end_date,
        remark=asked.remark,
        author=None if asked.author is None else key_of(asked.author),
    )
