"""Who may write no more writes no more, from that moment on."""

from collections.abc import Awaitable, Callable

import pytest

from tests.support.identity_api import API, ClubKit, Person, document
from tests.support.news_api import AUTHORS, PAGES, PREVIEW, STORIES, NewsDesk, text

Take = Callable[[NewsDesk, Person], Awaitable[None]]


async def revoke(board: NewsDesk, person: Person) -> None:
    body = document("user_accounts", {"revoked": True}, id=person.uuid)
    answer = await board.patch(f"{API}/auth/users/{person.uuid}", body)
    assert answer.status_code == 200, answer.text


async def deactivate(board: NewsDesk, person: Person) -> None:
    rows = (await board.get(f"{AUTHORS}?include=user")).json()["data"]
    uuids = [
        each["id"]
        for each in rows
        if (each["relationships"]["user"]["data"] or {}).get("id") == person.uuid
    ]
    for uuid in uuids:
        body = document("authors", {"active": False}, id=uuid)
        answer = await board.patch(f"{AUTHORS}/{uuid}", body)
        assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(("take", "status"), [(revoke, 401), (deactivate, 403)])
async def test_who_is_an_author_no_more_writes_nothing(
    club: ClubKit, desk: NewsDesk, board: NewsDesk, author: Person, take: Take, status: int
) -> None:
    assert board.person is not None
    await club.confirm(board.person)
    id_, page = await desk.write(), await desk.write_page()
    section = await desk.application()
    links = {"application": ("applications", section)}
    story = {"enabled": True, "contents": [text()]}

    await take(board, author)

    answers = [
        await desk.post(STORIES, document("stories", story, relationships=links)),
        await desk.change(id_, enabled=False),
        await desk.delete(f"{STORIES}/{id_}"),
        await desk.post(PAGES, document("pages", story, relationships=links)),
        await desk.patch(f"{PAGES}/{page}", document("pages", {"priority": 3}, id=page)),
        await desk.delete(f"{PAGES}/{page}"),
        await desk.post(PREVIEW, {"meta": {"content": "x"}}),
    ]
    assert [answer.status_code for answer in answers] == [status] * len(answers)
    assert len(await board.ids(STORIES)) == 1
    shown = (await board.get(f"{STORIES}/{id_}")).json()["data"]
    assert shown["attributes"]["enabled"] is True
    assert shown["meta"]["version"] == 1


async def test_a_revoked_admin_manages_nothing(
    club: ClubKit, desk: NewsDesk, board: NewsDesk
) -> None:
    second = await club.join("admin", email="second@club.example")
    former = NewsDesk(desk.client, second)
    assert board.person is not None
    await club.confirm(board.person)
    await revoke(board, second)
    section = await desk.application()
    path = f"{API}/portal/applications/{section}"

    answers = [
        await former.patch(path, document("applications", {"title": "Ours"}, id=section)),
        await former.post(AUTHORS, document("authors", {"name": "A", "active": True})),
        await former.get(f"{API}/changes"),
    ]

    assert [answer.status_code for answer in answers] == [401] * 3
