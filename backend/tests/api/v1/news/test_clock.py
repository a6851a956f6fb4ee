"""What is written carries the time of the one clock that decides what is shown."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.support.identity_api import document
from tests.support.news_api import (
    APPLICATIONS,
    AUTHORS,
    MONDAY,
    PAGES,
    STORIES,
    Calendar,
    NewsDesk,
    text,
)

Body = Mapping[str, Any]
CONTENTS = {"contents": [text()]}
WRITES = [
    pytest.param(STORIES, "stories", CONTENTS, {"contents": [text(title="Anders")]}, id="stories"),
    pytest.param(STORIES, "stories", CONTENTS, {"enabled": True}, id="stories-enabled"),
    pytest.param(PAGES, "pages", CONTENTS, {"priority": 3}, id="pages"),
    pytest.param(AUTHORS, "authors", {"name": "Ann"}, {"name": "Anna"}, id="authors"),
    pytest.param(
        APPLICATIONS,
        "applications",
        {"name": "shop", "title": "Shop"},
        {"title": "Winkel"},
        id="applications",
    ),
]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(("url", "type_", "new", "changed"), WRITES)
async def test_what_is_written_carries_the_time_of_the_clock(
    board: NewsDesk, calendar: Calendar, url: str, type_: str, new: Body, changed: Body
) -> None:
    club = {"application": ("applications", await board.application())}
    links = club if "contents" in new else {}
    later = MONDAY + timedelta(days=1)

    created = await board.post(url, document(type_, dict(new), relationships=links))
    calendar.now = later
    id_ = created.json()["data"]["id"]
    updated = await board.patch(f"{url}/{id_}", document(type_, dict(changed), id=id_))

    meta = updated.json()["data"]["meta"]
    assert moment(created.json()["data"]["meta"]["created_at"]) == MONDAY
    assert (moment(meta["created_at"]), moment(meta["updated_at"])) == (MONDAY, later)


async def test_a_story_without_a_date_is_published_at_the_second_of_the_clock(
    board: NewsDesk, visitor: NewsDesk, calendar: Calendar
) -> None:
    calendar.now = MONDAY + timedelta(microseconds=999_999)
    new = {**CONTENTS, "enabled": True}
    club = {"application": ("applications", await board.application())}

    created = await board.post(STORIES, document("stories", new, relationships=club))

    attributes = created.json()["data"]["attributes"]
    assert moment(attributes["publish_date"]) == MONDAY
    assert await visitor.ids(STORIES) == [created.json()["data"]["id"]]
    calendar.now = MONDAY - timedelta(microseconds=1)
    assert await visitor.ids(STORIES) == []
