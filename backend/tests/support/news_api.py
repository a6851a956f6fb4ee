"""Authors and visitors of a site, around the real API on both engines."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.support.identity_api import API, Person, document, json_api_headers

STORIES = f"{API}/news/stories"
AUTHORS = f"{API}/news/authors"
PREVIEW = f"{API}/news/preview"
APPLICATIONS = f"{API}/portal/applications"
PAGES = f"{API}/portal/pages"
PORTAL = f"{API}/portal/news"
FEED = f"{API}/portal/news.atom"
MONDAY = datetime(2030, 9, 2, 8, tzinfo=UTC)
PAST, FUTURE = "2020-01-01T10:00:00Z", "2090-01-01T10:00:00Z"


class Calendar:
    """The time, as the endpoints see it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


def text(locale: str = "nl", title: str = "Titel", **members: Any) -> dict[str, Any]:
    """A text in one language as a client sends it."""
    return {"locale": locale, "title": title, "content": "Een *tekst*.", **members}


class NewsDesk:
    """Somebody who writes, and the requests this takes."""

    def __init__(self, client: httpx.AsyncClient, person: Person | None) -> None:
        self.client = client
        self.person = person

    async def get(self, url: str, **headers: str) -> httpx.Response:
        return await self.client.get(url, headers=json_api_headers(self.person) | headers)

    async def post(self, url: str, body: Mapping[str, Any]) -> httpx.Response:
        return await self.client.post(url, json=body, headers=json_api_headers(self.person))

    async def patch(self, url: str, body: Mapping[str, Any], **headers: str) -> httpx.Response:
        sent = json_api_headers(self.person) | headers
        return await self.client.patch(url, json=body, headers=sent)

    async def delete(self, url: str, **headers: str) -> httpx.Response:
        return await self.client.delete(url, headers=json_api_headers(self.person) | headers)

    async def application(self, name: str = "club") -> str:
        """The id of one of the applications that the migrations bring."""
        answer = await self.get(f"{APPLICATIONS}?filter[name]={name}")
        id_: str = answer.json()["data"][0]["id"]
        return id_

    async def write(self, application: str = "club", **attributes: Any) -> str:
        """Write a story that is published, unless the attributes say otherwise."""
        given = {"enabled": True, "publish_date": PAST, "contents": [text()], **attributes}
        links = {"application": ("applications", await self.application(application))}
        answer = await self.post(STORIES, document("stories", given, relationships=links))
        assert answer.status_code == 201, answer.text
        id_: str = answer.json()["data"]["id"]
        return id_

    async def change(self, id_: str, **attributes: Any) -> httpx.Response:
        body = document("stories", attributes, id=id_)
        return await self.patch(f"{STORIES}/{id_}", body)

    async def write_page(self, application: str = "club", **attributes: Any) -> str:
        """Write a page that visitors see, unless the attributes say otherwise."""
        given = {"enabled": True, "contents": [text()], **attributes}
        links = {"application": ("applications", await self.application(application))}
        answer = await self.post(PAGES, document("pages", given, relationships=links))
        assert answer.status_code == 201, answer.text
        id_: str = answer.json()["data"]["id"]
        return id_

    async def ids(self, url: str) -> list[str]:
        answer = await self.get(url)
        assert answer.status_code == 200, answer.text
        return [each["id"] for each in answer.json()["data"]]
