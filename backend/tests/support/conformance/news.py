"""The cases of the resources of portal and news."""

from typing import TYPE_CHECKING, Any

from kwai.api.schemas.application import ApplicationResource
from kwai.api.schemas.author import AuthorResource
from kwai.api.schemas.page import PageResource
from kwai.api.schemas.story import StoryResource
from tests.support.conformance.case import Case, Document
from tests.support.identity_api import API, document, json_api_headers

if TYPE_CHECKING:
    from tests.support.conformance.club import ClubWorld

# Read-only members may be sent; here they say what has to come back.
CONTENTS = [
    {
        "locale": "nl",
        "format": "md",
        "title": "Clubfeest",
        "summary": "",
        "content": "Kom *allen*.",
        "html_summary": "",
        "html_content": "<p>Kom <em>allen</em>.</p>\n",
    },
    {
        "locale": "en",
        "format": "html",
        "title": "Party",
        "summary": "Come.",
        "content": "<b onclick='x()'>All</b>",
        "html_summary": "Come.",
        "html_content": "<b>All</b>",
    },
]


async def post(world: "ClubWorld", path: str, body: Document) -> str:
    headers = json_api_headers(await world.person())
    answer = await world.client.post(f"{API}{path}", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    id_: str = answer.json()["data"]["id"]
    return id_


async def new_application(world: "ClubWorld") -> Document:
    name = f"a{world.email().partition('@')[0]}"
    return document("applications", {"name": name, "title": name.title(), "remark": "New."})


async def make_applications(world: "ClubWorld", count: int) -> list[str]:
    return [
        await post(world, "/portal/applications", await new_application(world))
        for _ in range(count)
    ]


async def new_author(world: "ClubWorld") -> Document:
    user = (await world.club.join()).uuid
    return document(
        "authors", {"name": "Jigoro Kano"}, relationships={"user": ("user_accounts", user)}
    )


async def make_authors(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/news/authors", await new_author(world)) for _ in range(count)]


async def make_users(world: "ClubWorld") -> list[str]:
    return [(await world.club.join()).uuid for _ in range(2)]


async def two_applications(world: "ClubWorld") -> list[str]:
    return await make_applications(world, 2)


async def two_authors(world: "ClubWorld") -> list[str]:
    return await make_authors(world, 2)


async def new_story(world: "ClubWorld") -> Document:
    (application,), (author,) = await make_applications(world, 1), await make_authors(world, 1)
    attributes: dict[str, Any] = {
        "enabled": True,
        "priority": 2,
        "publish_date": "2024-02-29T10:00:00Z",
        "remark": "Read by the board.",
        "contents": CONTENTS,
    }
    links = {"application": ("applications", application), "author": ("authors", author)}
    return document("stories", attributes, relationships=dict(links))


async def make_stories(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/news/stories", await new_story(world)) for _ in range(count)]


async def new_page(world: "ClubWorld") -> Document:
    (application,) = await make_applications(world, 1)
    attributes: dict[str, Any] = {"enabled": True, "priority": 2, "contents": CONTENTS}
    links = {"application": ("applications", application)}
    return document("pages", attributes, relationships=dict(links))


async def make_pages(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/portal/pages", await new_page(world)) for _ in range(count)]


CASES = [
    Case(
        resource=ApplicationResource,
        make=make_applications,
        create=new_application,
        change=("title", "Another title"),
    ),
    Case(
        resource=AuthorResource,
        make=make_authors,
        create=new_author,
        change=("name", "Keiko Fukuda"),
        targets={"user": make_users},
    ),
    Case(
        resource=StoryResource,
        make=make_stories,
        create=new_story,
        change=("priority", 7),
        targets={"application": two_applications, "author": two_authors},
    ),
    Case(
        resource=PageResource,
        make=make_pages,
        create=new_page,
        change=("priority", 7),
        targets={"application": two_applications},
    ),
]
