"""Module for endpoints for the secret calendar feeds of a coach."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import (
    DatabaseDep,
    InputDep,
    PreconditionDep,
    QueryDep,
    SettingsDep,
    path_id,
)
from kwai.api.operation import operation
from kwai.api.response import API_PATH, respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.calendar_feed import CalendarFeedResource
from kwai.api.v1.owner import OwnerDep
from kwai.api.v1.paging import read_page, respond_page
from kwai.core.json_api import Create
from kwai.modules.training.calendar_feeds.calendar_feed_db_repository import (
    CalendarFeedDbRepository,
)
from kwai.modules.training.manage_calendar_feeds import (
    CalendarFeedCommand,
    CreateCalendarFeed,
    CreateCalendarFeedCommand,
    DeleteCalendarFeed,
    GetCalendarFeed,
    GetCalendarFeeds,
    GetCalendarFeedsCommand,
)

router = APIRouter(prefix="/account/calendar", tags=["trainings"], route_class=KwaiRoute)

FeedId = Annotated[int, Depends(path_id("feed_id"))]
FeedInput = Annotated[Create[CalendarFeedResource], InputDep]


@router.get("", **operation(CalendarFeedResource, "list", id="get_calendar_feeds"))
async def get_calendar_feeds(query: QueryDep, db: DatabaseDep, owner: OwnerDep) -> Response:
    """Get the own secret feeds; their links are not known any more."""
    use_case = GetCalendarFeeds(CalendarFeedDbRepository(db), owner)
    page = await read_page(use_case.execute(query.to_command(GetCalendarFeedsCommand)))
    feeds = [CalendarFeedResource.create(each) for each in page.entities]
    return respond_page(query, page, feeds)


@router.get("/{feed_id}", **operation(CalendarFeedResource, "get", id="get_calendar_feed"))
async def get_calendar_feed(
    feed_id: FeedId, query: QueryDep, db: DatabaseDep, owner: OwnerDep
) -> Response:
    """Get one of the own secret feeds."""
    use_case = GetCalendarFeed(CalendarFeedDbRepository(db), owner)
    feed = await use_case.execute(CalendarFeedCommand(id=feed_id))
    return respond(query, CalendarFeedResource.create(feed))


@router.post("", **operation(CalendarFeedResource, "create", id="create_calendar_feed"))
async def create_calendar_feed(
    new: FeedInput, query: QueryDep, db: DatabaseDep, owner: OwnerDep, settings: SettingsDep
) -> Response:
    """Create a secret feed with the own trainings; `meta.url` has its link, this once."""
    use_case = CreateCalendarFeed(CalendarFeedDbRepository(db), owner)
    feed, secret = await use_case.execute(CreateCalendarFeedCommand(name=new.resource.name))
    url = f"{settings.base_url}{API_PATH}/account/calendar/{secret}.ics"
    return respond_created(query, CalendarFeedResource.create(feed), meta={"url": url})


@router.delete("/{feed_id}", **operation(CalendarFeedResource, "delete", id="delete_calendar_feed"))
async def delete_calendar_feed(
    feed_id: FeedId, precondition: PreconditionDep, db: DatabaseDep, owner: OwnerDep
) -> Response:
    """Revoke a secret feed: its link is dead at once."""
    feeds, command = CalendarFeedDbRepository(db), CalendarFeedCommand(id=feed_id)
    if precondition.is_given:
        current = await GetCalendarFeed(feeds, owner).execute(command)
        precondition.check(CalendarFeedResource.create(current))
    await DeleteCalendarFeed(feeds, owner).execute(command)
    return respond_nothing()
