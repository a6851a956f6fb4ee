"""A list of news that the client has already costs one statement, and never tells old news."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from kwai.api.v1.clock import get_clock
from kwai.core.json_api import CURSOR_PAGINATION, MEDIA_TYPE
from tests.support.identity_api import document
from tests.support.news_api import (
    APPLICATIONS,
    AUTHORS,
    FEED,
    FUTURE,
    PAGES,
    PORTAL,
    STORIES,
    NewsDesk,
    text,
)

NOON = datetime(2030, 9, 2, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PROFILE = f'{MEDIA_TYPE}; profile="{CURSOR_PAGINATION}"'


class Reader:
    """Asks for the same list again and again, with the tag of its last answer."""

    def __init__(self, desk: NewsDesk, url: str, **headers: str) -> None:
        self._desk = desk
        self._url = url
        self._headers = headers
        self._tag = ""

    async def read(self) -> int:
        known = {"If-None-Match": self._tag} if self._tag else {}
        answer = await self._desk.get(self._url, **self._headers, **known)
        self._tag = answer.headers["ETag"]
        return answer.status_code


def moment(of: datetime) -> str:
    return of.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def set_clock(app: FastAPI) -> Callable[[datetime], None]:
    def put(now: datetime) -> None:
        async def get_fixed_clock() -> Callable[[], datetime]:
            return lambda: now

        app.dependency_overrides[get_clock] = get_fixed_clock

    return put


@pytest.mark.parametrize("url", [STORIES, PORTAL, FEED, PAGES, APPLICATIONS])
async def test_performance_p7_a_known_list_takes_one_statement(
    desk: NewsDesk, visitor: NewsDesk, statements: Any, url: str
) -> None:
    for _ in range(3):
        await desk.write(priority=1)
        await desk.write_page()
    first = await visitor.get(url)
    statements.clear()

    answer = await visitor.get(url, **{"If-None-Match": first.headers["ETag"]})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == first.headers["ETag"]
    assert answer.headers["Vary"] == first.headers["Vary"]
    assert statements.count == 1


@pytest.mark.parametrize("url", [STORIES, PORTAL, FEED])
async def test_jsonapi_f6_a_tag_changes_at_the_second_a_story_begins_or_ends(
    desk: NewsDesk, visitor: NewsDesk, set_clock: Callable[[datetime], None], url: str
) -> None:
    end = NOON + timedelta(hours=1)
    await desk.write(publish_date=moment(NOON), end_date=moment(end), priority=1)
    reader = Reader(visitor, url)
    found = []

    for now in (NOON - 2 * SECOND, NOON - SECOND, NOON, end - SECOND, end, end + SECOND):
        set_clock(now)
        found.append(await reader.read())

    assert found == [200, 304, 200, 304, 200, 304]


async def test_jsonapi_f6_a_tag_changes_at_the_second_a_promotion_ends(
    desk: NewsDesk, visitor: NewsDesk, set_clock: Callable[[datetime], None]
) -> None:
    await desk.write(priority=1, promotion_end_date=moment(NOON))
    reader = Reader(visitor, PORTAL)
    found = []

    for now in (NOON - 2 * SECOND, NOON - SECOND, NOON):
        set_clock(now)
        found.append(await reader.read())

    assert found == [200, 304, 200]


async def test_what_stands_on_a_page_makes_it_new(desk: NewsDesk, board: NewsDesk) -> None:
    id_, page = await desk.write(priority=1), await desk.write_page()
    section = await board.application()
    story = (await board.get(f"{STORIES}/{id_}?include=author")).json()
    author = story["data"]["relationships"]["author"]["data"]["id"]
    urls = (STORIES, f"{STORIES}?include=author,application", PORTAL, FEED, PAGES)
    readers = [Reader(board, url) for url in urls]

    async def read() -> list[int]:
        return [await reader.read() for reader in readers]

    assert [await read(), await read()] == [[200] * 5, [304] * 5]
    await desk.change(id_, contents=[text(title="Anders")])
    assert await read() == [200, 200, 200, 200, 304]
    await board.patch(f"{AUTHORS}/{author}", document("authors", {"name": "Jan"}, id=author))
    assert await read() == [200, 200, 200, 200, 304]
    body = document("applications", {"title": "Onze club"}, id=section)
    await board.patch(f"{APPLICATIONS}/{section}", body)
    assert await read() == [200] * 5
    await desk.delete(f"{PAGES}/{page}")
    assert await read() == [304, 304, 304, 304, 200]
    await desk.write(publish_date=FUTURE)
    assert await read() == [200, 200, 304, 304, 304]


async def test_jsonapi_f6_a_tag_is_of_one_reader_and_one_view(
    desk: NewsDesk, visitor: NewsDesk
) -> None:
    await desk.write(contents=[text("nl"), text("en")])
    views = [
        (visitor, "", {}),
        (desk, "", {}),
        (visitor, "", {"Accept-Language": "en"}),
        (visitor, "", {"Accept": PROFILE}),
        (visitor, "?fields[stories]=publish_date", {}),
        (visitor, "?include=application", {}),
        (visitor, "?filter[locale]=en", {}),
        (visitor, "?page[limit]=1", {}),
    ]

    answers = [await who.get(STORIES + query, **headers) for who, query, headers in views]

    assert [answer.status_code for answer in answers] == [200] * len(views)
    tags = [answer.headers["ETag"] for answer in answers]
    assert len(set(tags)) == len(tags), tags
    for (who, query, headers), tag in zip(views, tags, strict=True):
        again = await who.get(STORIES + query, **headers, **{"If-None-Match": ", ".join(tags)})
        assert (again.status_code, again.headers["ETag"]) == (304, tag)


@pytest.mark.parametrize("query", ["include=author.user", "page[size]=1"])
async def test_what_versions_do_not_cover_is_still_recognised(
    desk: NewsDesk, board: NewsDesk, query: str
) -> None:
    await desk.write()
    reader = Reader(board, f"{STORIES}?{query}")

    found = [await reader.read(), await reader.read()]
    await desk.write()

    assert (found, await reader.read()) == ([200, 304], 200)
