"""Module that implements the feed of news stories."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, SettingsDep
from kwai.api.filters import FilterReader
from kwai.api.languages import TextOrder
from kwai.api.operation import plain_operation
from kwai.api.response import API_PATH
from kwai.api.route import KwaiRoute
from kwai.api.schemas.story import PortalStoryFilters
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.portal.atom import MEDIA_TYPE, AtomEntry, AtomFeed, write_feed
from kwai.api.v1.portal.filters import find_application_id
from kwai.api.v1.unchanged import UnchangedDep
from kwai.core.domain.use_case import PageVersions
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.json_api import JsonApiException, error
from kwai.core.settings import Settings
from kwai.modules.news.get_stories import GetStories, GetStoriesCommand
from kwai.modules.news.stories.story import StoryEntity
from kwai.modules.news.stories.story_db_repository import StoryDbRepository

router = APIRouter(prefix="/portal", tags=["portal"], route_class=KwaiRoute)

PATH: Final = "/portal/news.atom"
# Readers look once per hour: more than this nobody publishes in between.
MOST_ENTRIES: Final = 50
BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)

FeedFilters = Annotated[PortalStoryFilters, Depends(FilterReader(PortalStoryFilters))]


class AtomResponse(Response):
    """A feed; its class tells OpenAPI the media type."""

    media_type = MEDIA_TYPE


@router.get(
    "/news.atom",
    **plain_operation(id="get_portal_feed", response_class=AtomResponse, errors=(404,)),
)
async def get_portal_feed(
    request: Request,
    filters: FeedFilters,
    db: DatabaseDep,
    settings: SettingsDep,
    clock: ClockDep,
    unchanged: UnchangedDep,
) -> Response:
    """Get an Atom feed of the newest active stories, of one application or of all."""
    _refuse_unknown(request)
    named = filters.application
    application = None if named is None else await find_application_id(named, db)
    command = GetStoriesCommand(application=application, limit=MOST_ENTRIES, offset=0)
    order = TextOrder(request, settings, filters.locale)
    use_case = GetStories(StoryDbRepository(db), clock=clock)
    if answer := await unchanged.answer(use_case.get_versions, command):
        return order.mark(answer)
    found = await use_case.execute(command)
    stories = [story async for story in found.iterator]
    feed = _FeedWriter(settings, order).write(request, stories)
    tag = unchanged.make_tag(PageVersions(found.total, tuple(each.versions for each in stories)))
    content = await asyncio.to_thread(write_feed, feed)
    return order.mark(AtomResponse(content, headers={"ETag": tag}))


class _FeedWriter:
    def __init__(self, settings: Settings, order: TextOrder) -> None:
        self._base = settings.base_url
        self._website = settings.website
        self._order = order

    def write(self, request: Request, stories: Sequence[StoryEntity]) -> AtomFeed:
        """Make the feed of stories, the newest first."""
        query = urlencode(request.query_params.multi_items())
        link = f"{self._base}{API_PATH}{PATH}"
        entries = [self._write_entry(story) for story in stories if len(story.contents)]
        return AtomFeed(
            link=f"{link}?{query}" if query else link,
            site=f"{self._base}/",
            title=self._website.name,
            author=self._website.name,
            language=next(iter(self._order.wanted), self._website.default_locale),
            updated=max((entry.updated for entry in entries), default=BEGINNING),
            entries=entries,
        )

    def _write_entry(self, story: StoryEntity) -> AtomEntry:
        text = self._order.arrange(story.contents)[0]
        published = story.period.start_date.timestamp or BEGINNING
        return AtomEntry(
            id=f"{self._base}{API_PATH}/news/stories/{story.id}",
            link=f"{self._base}/news/{story.id}",
            language=text.locale,
            title=text.title,
            summary=text.html_summary,
            content=text.html_content,
            author=story.author.name if story.author else self._website.name,
            category=(story.application.name, story.application.title),
            published=published,
            updated=max(published, _changed_at(story, text)),
        )


def _changed_at(story: StoryEntity, text: LocaleText) -> datetime:
    """Tell when the text changed: what else changes is no news for who has read it."""
    trace = text.traceable_time
    return trace.updated_at.timestamp or trace.created_at.timestamp or BEGINNING


def _refuse_unknown(request: Request) -> None:
    known = {f"filter[{name}]" for name in PortalStoryFilters.model_fields}
    names = [name for name, _ in request.query_params.multi_items()]
    errors = [
        error("unknown_parameter", "This parameter is not known here.", parameter=name)
        for name in sorted({*names} - known)
    ]
    errors += [
        error("repeated_parameter", "The parameter may be given once.", parameter=name)
        for name in sorted(known)
        if names.count(name) > 1
    ]
    if errors:
        raise JsonApiException(*errors)
