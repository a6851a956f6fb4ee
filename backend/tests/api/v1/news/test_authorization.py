"""Who may do what with portal and news, computed from the table (T12, G8)."""

from typing import Any, Final

import pytest

from kwai.api.rules import RULES
from tests.support.identity_api import API, ClubKit, Person, document, json_api_headers
from tests.support.news_api import NewsDesk, text
from tests.support.news_operations import NEVER, OPERATIONS, SHARED, Asked

PERSONAS: Final = ("anonymous", "user", "author", "coach", "admin", "former author")


async def join(club: ClubKit, persona: str) -> Person | None:
    if persona == "anonymous":
        return None
    if persona == "former author":
        person = await club.join()
        await club.add_role(person.account, "author", active=False)
        return person
    return await club.join(*({persona} - {"user"}))


def expected(name: str, persona: str, state: str) -> int:
    rule, asked = RULES[SHARED.get(name, name)], OPERATIONS[name]
    roles = frozenset({"user", persona} & {"user", "author", "coach", "admin"}) | {"user"}
    scope = rule.anonymous if persona == "anonymous" else rule.scope_of(roles)
    if scope == "-":
        return 401 if persona == "anonymous" else 403
    if asked.hidden and scope != "all":
        return 403
    is_there = state == "shown" or (state == "hidden" and scope == "all" and not asked.active)
    return asked.status if is_there or not asked.target else 404


async def make_target(desk: NewsDesk, asked: Asked, state: str) -> str:
    if not asked.target or state == "never":
        return NEVER[asked.target]
    if asked.target == "story":
        return await desk.write(enabled=state == "shown")
    if asked.target == "page":
        return await desk.write_page(enabled=state == "shown")
    if asked.target == "author":
        answer = await desk.post(f"{API}/news/authors", document("authors", {"name": "X"}))
    else:
        name = f"n{len(await desk.ids(f'{API}/portal/applications?page[limit]=100'))}"
        body = document("applications", {"name": name, "title": "X"})
        answer = await desk.post(f"{API}/portal/applications", body)
    id_: str = answer.json()["data"]["id"]
    return id_


async def body_of(desk: NewsDesk, asked: Asked, target: str) -> Any:
    club = await desk.application()
    link = ("applications", club)
    name = f"b{len(await desk.ids(f'{API}/portal/applications?page[limit]=100'))}"
    return {
        "": None,
        "story": document("stories", {"contents": [text()]}, relationships={"application": link}),
        "page": document("pages", {"contents": [text()]}, relationships={"application": link}),
        "author": document("authors", {"name": "X"}),
        "application": document("applications", {"name": name, "title": "X"}),
        "change story": document("stories", {"priority": 1}, id=target),
        "change page": document("pages", {"priority": 1}, id=target),
        "change author": document("authors", {"name": "Y"}, id=target),
        "change application": document("applications", {"title": "Y"}, id=target),
        "link application": {"data": {"type": "applications", "id": club}},
        "no link": {"data": None},
        "preview": {"meta": {"content": "x"}},
    }[asked.body]


@pytest.mark.one_engine("sqlite", reason="roles are asked for before the database is")
@pytest.mark.parametrize("name", OPERATIONS)
async def test_security_t12_everybody_may_what_the_table_says(club: ClubKit, name: str) -> None:
    asked, desk = OPERATIONS[name], NewsDesk(club.client, await club.join("admin"))
    states = (
        ("shown", "hidden", "never") if asked.target in {"story", "page"} else ("shown", "never")
    )
    found, wanted = {}, {}
    for persona in PERSONAS:
        person = await join(club, persona)
        for state in states if asked.target else ("shown",):
            target = await make_target(desk, asked, state)
            answer = await club.client.request(
                asked.method,
                API + asked.path.format(target),
                json=await body_of(desk, asked, target),
                headers=json_api_headers(person),
            )
            found[persona, state] = answer.status_code
            wanted[persona, state] = expected(name, persona, state)

    assert found == wanted
