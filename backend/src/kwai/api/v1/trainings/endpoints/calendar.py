"""Module for endpoints that give trainings as a calendar (RFC 5545)."""

import asyncio
import hashlib
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.conditional import is_fresh
from kwai.api.dependencies import DatabaseDep, SettingsDep, path_text
from kwai.api.operation import plain_operation
from kwai.api.route import KwaiRoute
from kwai.api.v1.trainings.dependencies import create_get_trainings
from kwai.api.v1.trainings.parameters import read_filters, read_id
from kwai.core.db.database import Database
from kwai.core.security.digest import sha256_hex
from kwai.core.settings import Settings
from kwai.modules.training.calendar_feeds.calendar_feed_db_repository import (
    CalendarFeedDbRepository,
)
from kwai.modules.training.get_calendar import GetCalendar, GetCalendarCommand
from kwai.modules.training.trainings.training_calendar import TrainingCalendar
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository

MEDIA_TYPE = "text/calendar; charset=utf-8"

router = APIRouter(tags=["trainings"], route_class=KwaiRoute)


@router.get(
    "/trainings/calendar.ics",
    **plain_operation(id="get_trainings_calendar", response_class=Response, errors=(400, 404)),
)
async def get_trainings_calendar(
    request: Request, db: DatabaseDep, settings: SettingsDep
) -> Response:
    """Get the trainings of the club, or of a team, coach, location or definition."""
    given = read_filters(request, ("team", "coach", "definition", "location"))
    command = GetCalendarCommand(
        team=read_id(given, "team"),
        coach=read_id(given, "coach"),
        definition=read_id(given, "definition"),
        location=given.get("location"),
    )
    return await _respond(request, db, settings, command)


@router.get(
    "/account/calendar/{secret}.ics",
    **plain_operation(id="get_account_calendar", response_class=Response, errors=(404,)),
)
async def get_account_calendar(
    secret: Annotated[str, Depends(path_text("secret"))],
    request: Request,
    db: DatabaseDep,
    settings: SettingsDep,
) -> Response:
    """Get the trainings of the coach whose secret this is."""
    coach = await CalendarFeedDbRepository(db).find_coach(sha256_hex(secret))
    response = await _respond(request, db, settings, GetCalendarCommand(coach=coach.value))
    response.headers["Cache-Control"] = "private, no-cache"
    return response


async def _respond(
    request: Request, db: Database, settings: Settings, command: GetCalendarCommand
) -> Response:
    use_case = GetCalendar(TrainingDbRepository(db), create_get_trainings(db))
    tag = _create_tag(await use_case.get_stamp(command), settings)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if is_fresh(request, tag):
        return Response(status_code=304, headers=headers)
    website = settings.website
    calendar = TrainingCalendar(
        name=website.name,
        host=urlsplit(settings.base_url).hostname or "localhost",
        zone=ZoneInfo(website.timezone),
        locales=(website.default_locale, *website.locales),
    )
    trainings = await use_case.execute(command)
    # A season takes longer than others should wait.
    content = await asyncio.to_thread(calendar.write, trainings)
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


def _create_tag(stamp: str, settings: Settings) -> str:
    shown = f"{stamp}|{settings.website.name}|{settings.website.timezone}|{settings.base_url}"
    return f'"{hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()}"'
