"""Applications, pages and settings of the portal."""

from typing import Any

import pytest

from tests.support.identity_api import API, ClubKit, Person, code, document
from tests.support.news_api import APPLICATIONS, AUTHORS, PAGES, NewsDesk, text


async def test_a_club_starts_with_its_sections(visitor: NewsDesk) -> None:
    answer = await visitor.get(APPLICATIONS)

    applications = [each["attributes"] for each in answer.json()["data"]]
    assert [each["name"] for each in applications] == [
        "club",
        "news",
        "trainings",
        "calendar",
        "members",
    ]
    assert all("remark" not in each for each in applications)


async def test_applications_are_filtered_and_sorted(visitor: NewsDesk) -> None:
    async def names(query: str) -> list[str]:
        answer = await visitor.get(f"{APPLICATIONS}?{query}&fields[applications]=name")
        return [each["attributes"]["name"] for each in answer.json()["data"]]

    assert await names("filter[name]=club") == ["club"]
    assert await names("filter[pages]=false") == ["news"]
    assert await names("filter[events]=true&sort=name") == ["calendar", "club", "trainings"]
    assert (await names("sort=-weight"))[0] == "members"


async def test_applications_take_one_statement(visitor: NewsDesk, statements: Any) -> None:
    statements.clear()

    await visitor.get(APPLICATIONS)

    assert statements.count == 1


async def test_jsonapi_u9_what_is_taken_is_a_conflict_with_a_pointer(board: NewsDesk) -> None:
    body = document("applications", {"name": "judo", "title": "Judo"})
    await board.post(APPLICATIONS, body)

    taken = await board.post(APPLICATIONS, body)

    assert (taken.status_code, code(taken)) == (409, "already_exists")
    assert taken.json()["errors"][0]["source"] == {"pointer": "/data/attributes/name"}


async def test_administrators_manage_applications(board: NewsDesk, desk: NewsDesk) -> None:
    body = document("applications", {"name": "judo", "title": "Judo"})

    assert (await desk.post(APPLICATIONS, body)).status_code == 403
    created = await board.post(APPLICATIONS, body)
    assert created.status_code == 201, created.text
    id_ = created.json()["data"]["id"]
    taken = await board.post(APPLICATIONS, body)
    assert (taken.status_code, code(taken)) == (409, "already_exists")
    renamed = document("applications", {"name": "aikido"}, id=id_)
    assert code(await board.patch(f"{APPLICATIONS}/{id_}", renamed)) == "read_only"
    changed = await board.patch(
        f"{APPLICATIONS}/{id_}", document("applications", {"weight": 7}, id=id_)
    )
    assert changed.json()["data"]["attributes"]["weight"] == 7
    assert (await board.delete(f"{APPLICATIONS}/{id_}")).status_code == 204


async def test_an_application_with_something_in_it_stays(board: NewsDesk, desk: NewsDesk) -> None:
    await desk.write("news")
    await desk.write_page("club")

    for name in ("news", "club"):
        answer = await board.delete(f"{APPLICATIONS}/{await board.application(name)}")

        assert (answer.status_code, code(answer)) == (409, "in_use")


async def test_visitors_see_enabled_pages(desk: NewsDesk, visitor: NewsDesk) -> None:
    low = await desk.write_page(priority=1)
    high = await desk.write_page("members", priority=2)
    hidden = await desk.write_page(enabled=False)

    for query in ("", "?filter[enabled]=false", "?filter[enabled]=true"):
        assert await visitor.ids(PAGES + query) == [high, low]
    assert await visitor.ids(f"{PAGES}?filter[application]=members") == [high]
    assert (await visitor.get(f"{PAGES}/{hidden}")).status_code == 404
    assert await desk.ids(PAGES) == [high, low]
    assert await desk.ids(f"{PAGES}?filter[enabled]=false&sort=priority") == [hidden, low, high]
    assert (await desk.get(f"{PAGES}/{hidden}")).status_code == 200


async def test_an_author_changes_a_page(desk: NewsDesk, visitor: NewsDesk) -> None:
    id_ = await desk.write_page(contents=[text("nl"), text("en", "Welcome")])
    page = (await desk.get(f"{PAGES}/{id_}")).json()["data"]

    same = await desk.patch(f"{PAGES}/{id_}", {"data": page})
    assert same.json()["data"]["attributes"] == page["attributes"]
    body = document("pages", {"contents": [text("en", "Hello", content="# Hi")]}, id=id_)
    await desk.patch(f"{PAGES}/{id_}", body)

    (content,) = (await visitor.get(f"{PAGES}/{id_}")).json()["data"]["attributes"]["contents"]
    assert (content["title"], content["html_content"]) == ("Hello", "<h1>Hi</h1>\n")
    assert (await desk.delete(f"{PAGES}/{id_}")).status_code == 204


async def test_a_page_needs_an_application(desk: NewsDesk) -> None:
    links: dict[str, tuple[str, str] | None] = {"application": ("applications", "999")}

    answer = await desk.post(PAGES, document("pages", {"contents": [text()]}, relationships=links))

    assert (answer.status_code, code(answer)) == (404, "related_not_found")


async def test_the_settings_say_what_the_club_looks_like(visitor: NewsDesk) -> None:
    answer = await visitor.get(f"{API}/portal/settings")

    assert answer.json()["meta"] == {
        "name": "The club",
        "logo": None,
        "colors": {},
        "locales": ["nl", "en", "fr", "de"],
        "default_locale": "nl",
        "timezone": "Europe/Brussels",
        "password_min_length": 12,
    }


async def test_an_administrator_makes_an_author_of_a_user(
    club: ClubKit, board: NewsDesk, user: Person, visitor: NewsDesk
) -> None:
    writer = NewsDesk(club.client, user)
    assert (await writer.post(f"{API}/news/preview", {"meta": {"content": "x"}})).status_code == 403
    links: dict[str, tuple[str, str] | None] = {"user": ("user_accounts", user.uuid)}
    body = document("authors", {"name": "Éva", "remark": "Of the board"}, relationships=links)

    created = await board.post(f"{AUTHORS}?include=user", body)

    assert created.json()["included"][0]["attributes"]["email"] == user.email
    id_ = created.json()["data"]["id"]
    story = await writer.write()
    twice = await board.post(AUTHORS, body)
    assert (twice.status_code, code(twice)) == (409, "already_exists")
    used = await board.delete(f"{AUTHORS}/{id_}")
    assert (used.status_code, code(used)) == (409, "in_use")
    shown = (await visitor.get(f"{AUTHORS}/{id_}")).json()["data"]
    assert (shown["attributes"], shown.get("relationships", {})) == (
        {"name": "Éva", "active": True},
        {},
    )
    assert (await visitor.get(f"{AUTHORS}/{id_}/user")).status_code in {401, 403}

    await board.patch(f"{AUTHORS}/{id_}", document("authors", {"active": False}, id=id_))

    assert (await writer.delete(f"{API}/news/stories/{story}")).status_code == 403
    assert await visitor.ids(f"{AUTHORS}?filter[active]=true") == []


@pytest.mark.parametrize("text_", ["", "*x*", "x" * 65_537])
async def test_the_preview_renders_any_text(desk: NewsDesk, text_: str) -> None:
    answer = await desk.post(f"{API}/news/preview", {"meta": {"format": "md", "content": text_}})

    expected = {"": "", "*x*": "<p><em>x</em></p>\n"}
    if text_ in expected:
        assert answer.json()["meta"] == {"html": expected[text_]}
    else:
        assert answer.status_code == 422
