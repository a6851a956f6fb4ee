"""The change log: what, who, when, before and after."""

import json
from typing import Any

import httpx
import pytest

from tests.support.identity_api import API, ClubKit, Person, code, document, json_api_headers

CHANGES = f"{API}/changes"
CANARY = {"first_name": "Canary", "last_name": "Canary", "remark": "Canary"}


async def change(client: httpx.AsyncClient, admin: Person, user: Person, **attributes: Any) -> str:
    """Change what is known of a user, and give the id of the request."""
    answer = await client.patch(
        f"{API}/auth/users/{user.uuid}",
        json=document("user_accounts", attributes, id=user.uuid),
        headers=json_api_headers(admin),
    )
    assert answer.status_code == 200
    return answer.headers["X-Request-ID"]


async def test_a_change_tells_what_who_when_before_and_after(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    request = await change(client, admin, user, revoked=True)

    answer = await client.get(CHANGES, headers=admin.headers)

    newest = answer.json()["data"][0]
    attributes = newest["attributes"]
    assert attributes["resource"] == {"type": "user_accounts", "id": user.uuid}
    assert attributes["changes"] == {"revoked": {"before": 0, "after": 1}}
    assert (attributes["action"], attributes["by"]) == ("updated", "user")
    assert attributes["request"] == request
    assert attributes["at"] is not None
    assert newest["relationships"]["user"]["data"] == {"type": "user_accounts", "id": admin.uuid}


async def test_a_secret_is_told_by_a_word(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    answer = await client.get(CHANGES, headers=admin.headers)

    changes = answer.json()["data"][0]["attributes"]["changes"]
    assert changes["password"] == "changed"
    assert "argon2" not in answer.text


async def test_security_s42_what_is_about_a_person_is_told_by_a_word(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    await change(client, admin, user, remark="Canary on leave")
    await client.patch(
        f"{API}/auth/user",
        json=document("user_accounts", {"last_name": "Canary"}, id=user.uuid),
        headers=json_api_headers(user),
    )
    people = [
        ("auth/users/invitations", "user_invitations", {"email": "canary@club.example"} | CANARY),
        ("coaches", "coaches", CANARY | {"diploma": "Canary"}),
        ("news/authors", "authors", {"name": "Canary", "remark": "Canary"}),
    ]
    for path, type_, attributes in people:
        url, headers = f"{API}/{path}", json_api_headers(admin)
        answer = await client.post(url, json=document(type_, attributes), headers=headers)
        assert answer.status_code == 201, answer.text
        id_ = answer.json()["data"]["id"]
        assert (await client.delete(f"{url}/{id_}", headers=headers)).status_code == 204

    rows = await club.rows("change_log", "entity, action, changes")

    kinds = {(row["entity"], row["action"]) for row in rows}
    assert {(table, "deleted") for table in ("user_invitations", "coaches", "authors")} < kinds
    assert [row for row in rows if "canary" in row["changes"].lower()] == []
    told = [json.loads(row["changes"]) for row in rows if row["entity"] == "users"][-2:]
    assert told[0] == {"remark": "changed"}
    assert set(told[1].values()) == {"changed"}


@pytest.mark.parametrize(
    ("path", "type_", "table"),
    [("news/stories", "stories", "news_contents"), ("portal/pages", "pages", "page_contents")],
)
async def test_security_s42_of_a_text_the_title_is_told(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, path: str, type_: str, table: str
) -> None:
    url, headers = f"{API}/{path}", json_api_headers(admin)
    application = (await club.rows("applications", "id"))[0]["id"]
    links = {"application": ("applications", str(application))}
    text = {"locale": "nl", "title": "Uitslagen", "summary": "Canary", "content": "Canary wint"}
    made = document(type_, {"contents": [text]}, relationships=links)
    id_ = (await client.post(url, json=made, headers=headers)).json()["data"]["id"]
    changed = {"contents": [text | {"title": "Uitslag", "content": "Canary wint niet"}]}
    for body in (changed, {"contents": [text]}):
        answer = await client.patch(
            f"{url}/{id_}", json=document(type_, body, id=id_), headers=headers
        )
        assert answer.status_code == 200, answer.text
    assert (await client.delete(f"{url}/{id_}", headers=headers)).status_code == 204

    texts = [row["changes"] for row in await club.rows("change_log", "changes")]

    created, updated, _, deleted = [json.loads(each)[table] for each in texts if table in each]
    assert [each for each in texts if "canary" in each.lower()] == []
    assert created["added"][0]["title"] == "Uitslagen"
    assert created["added"][0]["content"] == created["added"][0]["summary"] == "changed"
    assert updated["changed"][0]["title"] == ["Uitslagen", "Uitslag"]
    assert updated["changed"][0]["content"] == "changed"
    assert "summary" not in updated["changed"][0]
    assert deleted["removed"][0]["title"] == "Uitslagen"


@pytest.mark.parametrize("path", ["", "/{id}", "/{id}/user", "/{id}/relationships/user"])
async def test_only_administrators_read_the_change_log(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, path: str
) -> None:
    author = await club.join("author", email="author@club.example")
    coach = await club.join("coach", email="coach@club.example")
    await change(client, admin, author, remark="Treasurer")
    id_ = (await club.rows("change_log", "id"))[-1]["id"]
    url = CHANGES + path.format(id=id_)

    answers = [
        (await client.get(url, headers=json_api_headers(person))).status_code
        for person in (None, author, coach, admin)
    ]

    assert answers == [401, 403, 403, 200]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("filter[resource]=user_invitations", {"user_invitations"}),
        ("filter[resource]=user_accounts", {"user_accounts"}),
        ("filter[resource]=user_accounts&filter[id]={user}", {"user_accounts"}),
        ("filter[resource]=user_accounts&filter[id]={invitation}", set()),
        ("filter[resource]=trainings&filter[id]=1", set()),
        ("filter[resource]=trainings&filter[id]=abc", set()),
        ("filter[user]={user}", set()),
        ("filter[user]={admin}", {"user_accounts"}),
    ],
)
async def test_changes_are_filtered(
    client: httpx.AsyncClient,
    club: ClubKit,
    admin: Person,
    user: Person,
    query: str,
    expected: set[str],
) -> None:
    await change(client, admin, user, revoked=True)
    invitation = await club.invite(admin)
    filled = query.format(user=user.uuid, admin=admin.uuid, invitation=invitation.uuid)

    answer = await client.get(f"{CHANGES}?{filled}", headers=admin.headers)

    assert answer.status_code == 200, answer.text
    shown = [each["attributes"]["resource"] for each in answer.json()["data"]]
    assert {each["type"] for each in shown} == expected
    if "filter[id]" in query and expected:
        assert {each["id"] for each in shown} == {user.uuid}


async def test_what_was_deleted_keeps_its_id(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin)
    await client.delete(f"{API}/auth/users/invitations/{invitation.uuid}", headers=admin.headers)

    query = f"filter[resource]=user_invitations&filter[id]={invitation.uuid}"
    answer = await client.get(f"{CHANGES}?{query}", headers=admin.headers)

    shown = [each["attributes"] for each in answer.json()["data"]]
    assert [each["action"] for each in shown] == ["deleted", "created"]
    assert {each["resource"]["id"] for each in shown} == {str(invitation.uuid)}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("filter[resource]=passwords", "filter[resource]"),
        ("filter[id]=1", "filter[id]"),
        ("filter[user]=1", "filter[user]"),
        ("sort=at", "sort"),
    ],
)
async def test_a_bad_parameter_is_named(
    client: httpx.AsyncClient, admin: Person, query: str, parameter: str
) -> None:
    answer = await client.get(f"{CHANGES}?{query}", headers=admin.headers)

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["source"] == {"parameter": parameter}


async def test_one_change_is_shown_with_its_user(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    await change(client, admin, user, revoked=True)
    id_ = (await club.rows("change_log", "id"))[-1]["id"]

    answer = await client.get(f"{CHANGES}/{id_}?include=user", headers=admin.headers)

    assert answer.json()["included"][0]["id"] == admin.uuid
    missing = await client.get(f"{CHANGES}/2147483647", headers=admin.headers)
    assert (missing.status_code, code(missing)) == (404, "not_found")
