"""Stories through the API: who sees what, what is stored, what is refused."""

from typing import Any

import pytest

from tests.support.identity_api import API, ClubKit, code, document, pointers
from tests.support.news_api import AUTHORS, FUTURE, PAGES, PAST, PORTAL, STORIES, NewsDesk, text


async def test_an_author_writes_a_story(desk: NewsDesk, visitor: NewsDesk) -> None:
    id_ = await desk.write(contents=[text("nl", "Clubfeest", summary="Kom **mee**")])

    story = (await visitor.get(f"{STORIES}/{id_}")).json()["data"]

    assert story["attributes"]["enabled"] is True
    assert story["attributes"]["publish_date"] == PAST
    (content,) = story["attributes"]["contents"]
    assert content["title"] == "Clubfeest"
    assert content["html_summary"] == "<p>Kom <strong>mee</strong></p>\n"
    assert content["html_content"] == "<p>Een <em>tekst</em>.</p>\n"


async def test_a_story_is_of_who_writes_it(desk: NewsDesk, visitor: NewsDesk) -> None:
    id_ = await desk.write()

    answer = await visitor.get(f"{STORIES}/{id_}?include=author,application")

    (author, application) = answer.json()["included"]
    assert author["attributes"]["name"] == "Somebody"
    assert application["attributes"]["name"] == "club"


@pytest.mark.parametrize(
    "attributes",
    [{"enabled": False}, {"publish_date": FUTURE}, {"end_date": "2021-01-01T00:00:00Z"}],
    ids=["draft", "planned", "ended"],
)
async def test_visitors_see_active_stories_only(
    desk: NewsDesk, visitor: NewsDesk, attributes: dict[str, Any]
) -> None:
    hidden = await desk.write(**attributes)
    shown = await desk.write()

    assert await visitor.ids(STORIES) == [shown]
    assert await visitor.ids(f"{STORIES}?filter[enabled]=false") == [shown]
    assert await visitor.ids(f"{STORIES}?filter[search]=tekst") == [shown]
    answer = await visitor.get(f"{STORIES}/{hidden}")
    assert (answer.status_code, code(answer)) == (404, "not_found")
    assert (await visitor.get(f"{STORIES}/{hidden}/application")).status_code == 404
    assert set(await desk.ids(STORIES)) == {hidden, shown}


async def test_a_hidden_story_looks_like_none(desk: NewsDesk, visitor: NewsDesk) -> None:
    story, page = await desk.write(enabled=False), await desk.write_page(enabled=False)

    for path, id_ in ((STORIES, story), (PORTAL, story), (PAGES, page)):
        hidden, never = await visitor.get(f"{path}/{id_}"), await visitor.get(f"{path}/999")

        assert hidden.status_code == 404
        assert hidden.text == never.text.replace(" 999 ", f" {id_} ")


async def test_who_is_no_author_sees_what_visitors_see(club: ClubKit, desk: NewsDesk) -> None:
    hidden = await desk.write(enabled=False)

    for roles in ((), ("coach",)):
        reader = NewsDesk(club.client, await club.join(*roles))
        assert await reader.ids(STORIES) == []
        assert (await reader.get(f"{STORIES}/{hidden}")).status_code == 404


async def test_the_remark_is_for_authors(desk: NewsDesk, visitor: NewsDesk) -> None:
    id_ = await desk.write(remark="Nog nalezen")

    shown = (await visitor.get(f"{STORIES}/{id_}")).json()["data"]["attributes"]

    assert "remark" not in shown
    assert (await visitor.get(f"{STORIES}?fields[stories]=remark")).status_code == 403
    assert (await visitor.ids(f"{STORIES}?filter[search]=nalezen")) == []
    story = (await desk.get(f"{STORIES}/{id_}")).json()["data"]
    assert story["attributes"]["remark"] == "Nog nalezen"


@pytest.mark.parametrize("roles", [(), ("coach",)])
async def test_only_authors_write(club: ClubKit, desk: NewsDesk, roles: tuple[str, ...]) -> None:
    id_ = await desk.write()
    reader = NewsDesk(club.client, await club.join(*roles))

    body = document("stories", {"enabled": False}, id=id_)

    assert (await reader.patch(f"{STORIES}/{id_}", body)).status_code == 403
    assert (await reader.delete(f"{STORIES}/{id_}")).status_code == 403
    assert (await reader.post(STORIES, body)).status_code == 403


async def test_a_patch_changes_what_it_names(desk: NewsDesk) -> None:
    id_ = await desk.write(contents=[text("nl"), text("en", "Title")], remark="x")

    answer = await desk.change(id_, priority=3)

    attributes = answer.json()["data"]["attributes"]
    assert attributes["priority"] == 3
    assert attributes["remark"] == "x"
    assert [each["locale"] for each in attributes["contents"]] == ["nl", "en"]
    assert answer.json()["data"]["meta"]["version"] == 2


async def test_what_is_read_can_be_sent_back(desk: NewsDesk) -> None:
    body = document("stories", {"contents": [text()]})
    body["data"]["relationships"] = {
        "application": {"data": {"type": "applications", "id": await desk.application()}}
    }
    story = (await desk.post(STORIES, body)).json()["data"]

    answer = await desk.patch(f"{STORIES}/{story['id']}", {"data": story})

    assert answer.status_code == 200, answer.text
    assert answer.json()["data"]["attributes"] == story["attributes"]
    assert answer.json()["data"]["relationships"] == story["relationships"]


async def test_a_stale_change_is_refused(desk: NewsDesk) -> None:
    id_ = await desk.write()
    tag = (await desk.get(f"{STORIES}/{id_}")).headers["ETag"]
    await desk.change(id_, priority=1)

    body = document("stories", {"priority": 2}, id=id_)
    answer = await desk.patch(f"{STORIES}/{id_}", body, **{"If-Match": tag})

    assert answer.status_code == 412
    assert (await desk.delete(f"{STORIES}/{id_}", **{"If-Match": tag})).status_code == 412


async def test_a_deleted_story_is_gone(desk: NewsDesk) -> None:
    id_ = await desk.write()

    assert (await desk.delete(f"{STORIES}/{id_}")).status_code == 204

    assert (await desk.get(f"{STORIES}/{id_}")).status_code == 404


@pytest.mark.parametrize(
    ("attributes", "pointer"),
    [
        ({"contents": []}, "/data/attributes/contents"),
        ({"contents": [text("nl"), text("nl")]}, "/data/attributes/contents"),
        ({"contents": [text("xx")]}, "/data/attributes/contents"),
        ({"contents": [text("nl", "")]}, "/data/attributes/contents/0/title"),
        ({"contents": [text(content="é" * 40_000)]}, "/data/attributes/contents"),
        ({"publish_date": FUTURE, "end_date": PAST}, "/data/attributes/end_date"),
        ({"priority": -1}, "/data/attributes/priority"),
        ({"enabled": "yes"}, "/data/attributes/enabled"),
        ({"contents": [text(format="rtf")]}, "/data/attributes/contents/0/format"),
    ],
    ids=["no text", "twice", "locale", "title", "bytes", "end", "priority", "type", "format"],
)
async def test_what_breaks_a_rule_is_refused(
    desk: NewsDesk, attributes: dict[str, Any], pointer: str
) -> None:
    given = {"contents": [text()], **attributes}
    links = {"application": ("applications", await desk.application())}

    answer = await desk.post(STORIES, document("stories", given, relationships=links))

    assert answer.status_code == 422, answer.text
    assert pointers(answer) == [pointer]
    assert await desk.ids(STORIES) == []


@pytest.mark.parametrize(
    ("name", "type_", "id_"),
    [
        ("application", "applications", "999"),
        ("author", "authors", "8d4eac20-5f1f-4bd6-9f4a-3fbf36f3c5d2"),
    ],
)
async def test_what_a_story_names_has_to_exist(
    desk: NewsDesk, name: str, type_: str, id_: str
) -> None:
    links: dict[str, tuple[str, str] | None] = {
        "application": ("applications", await desk.application()),
        name: (type_, id_),
    }

    answer = await desk.post(
        STORIES, document("stories", {"contents": [text()]}, relationships=links)
    )

    assert (answer.status_code, code(answer)) == (404, "related_not_found")
    assert pointers(answer) == [f"/data/relationships/{name}"]


@pytest.mark.parametrize(
    "filter_",
    ["filter[application]=nothing", "filter[author]=8d4eac20-5f1f-4bd6-9f4a-3fbf36f3c5d2"],
)
async def test_a_filter_that_names_nothing_is_not_found(desk: NewsDesk, filter_: str) -> None:
    answer = await desk.get(f"{STORIES}?{filter_}")

    assert answer.status_code == 404
    (problem,) = answer.json()["errors"]
    assert problem["source"] == {"parameter": filter_.partition("=")[0]}


async def test_stories_are_filtered(desk: NewsDesk, visitor: NewsDesk) -> None:
    old = await desk.write(
        "club", publish_date="2021-12-31T23:30:00Z", contents=[text(title="Één")]
    )
    new = await desk.write("news", publish_date="2023-05-02T10:00:00Z", priority=5)
    (author,) = await desk.ids(AUTHORS)

    for query, ids in {
        "filter[application]=news": [new],
        f"filter[application]={await desk.application()}": [old],
        # In Brussels it is the new year already.
        "filter[publish_year]=2022": [old],
        "filter[publish_year]=2023&filter[publish_month]=5": [new],
        "filter[publish_year]=2023&filter[publish_month]=6": [],
        "filter[promoted]=true": [new],
        "filter[promoted]=false": [old],
        "filter[search]=EEN": [new, old],
        "filter[search]=een%20titel": [new],
        f"filter[author]={author}": [new, old],
        "sort=publish_date": [old, new],
        "sort=-priority": [new, old],
    }.items():
        assert await visitor.ids(f"{STORIES}?{query}") == ids, query
    assert (await visitor.get(f"{STORIES}?filter[publish_month]=5")).status_code == 400


async def test_authors_leave_drafts_out(desk: NewsDesk) -> None:
    await desk.write(enabled=False)
    planned = await desk.write(publish_date=FUTURE)

    assert await desk.ids(f"{STORIES}?filter[enabled]=true") == [planned]
    assert len(await desk.ids(f"{STORIES}?filter[enabled]=false")) == 2


async def test_the_portal_shows_what_is_promoted(desk: NewsDesk, visitor: NewsDesk) -> None:
    plain = await desk.write()
    low = await desk.write(priority=1, publish_date="2022-01-01T00:00:00Z")
    older = await desk.write(priority=9, publish_date="2021-01-01T00:00:00Z")
    newer = await desk.write(priority=9, publish_date="2022-01-01T00:00:00Z")
    await desk.write(priority=9, promotion_end_date="2022-01-01T00:00:00Z")
    await desk.write(priority=9, enabled=False)

    assert await visitor.ids(PORTAL) == [newer, older, low]
    assert (await visitor.get(f"{PORTAL}/{plain}")).status_code == 200


async def test_the_portal_tells_less(desk: NewsDesk, visitor: NewsDesk) -> None:
    await desk.write(priority=1)

    (story,) = (await visitor.get(f"{PORTAL}?include=application")).json()["data"]

    assert story["attributes"].keys() == {"priority", "publish_date", "contents"}
    assert story["relationships"].keys() == {"application"}
    assert story["links"]["self"].endswith(f"/api/v1/news/stories/{story['id']}")


async def test_the_best_language_comes_first(desk: NewsDesk, visitor: NewsDesk) -> None:
    id_ = await desk.write(contents=[text("en"), text("fr"), text("nl")])

    async def order(url: str, **headers: str) -> list[str]:
        answer = await visitor.get(url, **headers)
        assert "Accept-Language" in answer.headers["Vary"]
        data = answer.json()["data"]
        story = data[0] if isinstance(data, list) else data
        return [each["locale"] for each in story["attributes"]["contents"]]

    french = {"Accept-Language": "de, fr-BE;q=0.9, *;q=0.1"}
    assert await order(f"{STORIES}/{id_}") == ["nl", "en", "fr"]
    assert await order(f"{STORIES}/{id_}", **french) == ["fr", "nl", "en"]
    assert await order(f"{STORIES}?filter[locale]=en", **french) == ["en", "nl", "fr"]


async def test_a_page_costs_the_same_for_any_number(
    desk: NewsDesk, visitor: NewsDesk, statements: Any
) -> None:
    counts = []
    for number in (1, 4):
        for _ in range(number):
            await desk.write(priority=1, contents=[text("nl"), text("en")])
        statements.clear()
        await visitor.get(f"{PORTAL}?page[limit]=10")
        plain = statements.count
        await visitor.get(f"{PORTAL}?include=application")
        included = statements.count - plain
        await visitor.get(f"{STORIES}?fields[stories]=priority")
        counts.append((plain, included, statements.count - plain - included))

    assert counts == [(2, 3, 1), (2, 3, 1)]


async def test_only_html_of_the_preview_is_stored(desk: NewsDesk) -> None:
    source = "# Kop\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](//evil/x.png)"
    preview = await desk.post(f"{API}/news/preview", {"meta": {"format": "md", "content": source}})

    id_ = await desk.write(contents=[text(content=source)])

    story = (await desk.get(f"{STORIES}/{id_}")).json()["data"]
    assert story["attributes"]["contents"][0]["html_content"] == preview.json()["meta"]["html"]
    assert "<script" not in preview.json()["meta"]["html"]
