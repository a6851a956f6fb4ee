"""GET and PATCH auth/user: the own account."""

import httpx
import pytest

from tests.support.database import Statements
from tests.support.identity_api import (
    API,
    ClubKit,
    Person,
    code,
    document,
    json_api_headers,
    pointers,
)

USER = f"{API}/auth/user"


async def patch(
    client: httpx.AsyncClient, person: Person, attributes: dict[str, object], **headers: str
) -> httpx.Response:
    return await client.patch(
        USER,
        json=document("user_accounts", attributes, id=person.uuid),
        headers=json_api_headers(person) | headers,
    )


async def test_a_user_sees_the_own_account(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.get(USER, headers=user.headers)

    data = answer.json()["data"]
    assert (data["type"], data["id"]) == ("user_accounts", user.uuid)
    attributes = data["attributes"]
    assert attributes["email"] == user.email
    assert attributes["roles"] == ["user"]
    assert "remark" not in attributes, "remarks are for administrators"
    assert "password" not in attributes
    assert data["links"]["self"] == f"https://club.example{API}/auth/users/{user.uuid}"
    assert data["meta"].keys() == {"created_at", "updated_at", "version"}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["author"], ["author", "user"]),
        (["coach"], ["coach", "user"]),
        (["author", "coach", "admin"], ["admin", "author", "coach", "user"]),
    ],
)
async def test_security_s1_roles_come_from_the_database(
    client: httpx.AsyncClient, club: ClubKit, roles: list[str], expected: list[str]
) -> None:
    person = await club.join(*roles)

    answer = await client.get(USER, headers=person.headers)

    assert answer.json()["data"]["attributes"]["roles"] == expected


async def test_the_self_link_of_the_own_account_works(
    client: httpx.AsyncClient, user: Person
) -> None:
    answer = await client.get(f"{API}/auth/users/{user.uuid}", headers=user.headers)

    assert answer.status_code == 200
    assert answer.json()["data"]["attributes"]["email"] == user.email


async def test_a_user_changes_names_and_language(client: httpx.AsyncClient, user: Person) -> None:
    answer = await patch(client, user, {"first_name": "  Ryoko ", "locale": "fr"})

    attributes = answer.json()["data"]["attributes"]
    assert answer.status_code == 200
    assert (attributes["first_name"], attributes["locale"]) == ("Ryoko", "fr")
    assert attributes["last_name"] == user.account.user.name.last_name
    assert answer.json()["data"]["meta"]["version"] == 2


async def test_the_language_of_the_club_is_null(client: httpx.AsyncClient, user: Person) -> None:
    await patch(client, user, {"locale": "fr"})

    answer = await patch(client, user, {"locale": None})

    assert answer.json()["data"]["attributes"]["locale"] is None


@pytest.mark.parametrize(
    ("attributes", "pointer"),
    [
        ({"first_name": ""}, "/data/attributes/first_name"),
        ({"first_name": "   "}, "/data/attributes/first_name"),
        ({"last_name": "x" * 101}, "/data/attributes/last_name"),
        ({"last_name": "two\nlines"}, "/data/attributes/last_name"),
        ({"last_name": "\u2028"}, "/data/attributes/last_name"),
        ({"first_name": None}, "/data/attributes/first_name"),
        ({"first_name": 1}, "/data/attributes/first_name"),
        ({"locale": "xx"}, "/data/attributes/locale"),
        ({"locale": "nl-BE"}, "/data/attributes/locale"),
        ({"unknown": 1}, "/data/attributes/unknown"),
        ({"admin": True}, "/data/attributes/admin"),
        ({"revoked": True}, "/data/attributes/revoked"),
    ],
)
async def test_bad_values_are_refused_with_their_place(
    client: httpx.AsyncClient, user: Person, attributes: dict[str, object], pointer: str
) -> None:
    answer = await patch(client, user, attributes)

    assert (answer.status_code, pointers(answer)) == (422, [pointer])


async def test_a_remark_is_not_for_the_user(client: httpx.AsyncClient, user: Person) -> None:
    answer = await patch(client, user, {"remark": "I am great"})

    assert (answer.status_code, code(answer)) == (403, "forbidden")


async def test_what_was_read_can_be_sent_back(client: httpx.AsyncClient, user: Person) -> None:
    """jsonapi.md U10."""
    before = (await client.get(USER, headers=user.headers)).json()

    answer = await client.patch(USER, json={"data": before["data"]}, headers=json_api_headers(user))

    assert answer.status_code == 200
    assert answer.json()["data"]["attributes"] == before["data"]["attributes"]


async def test_a_stale_version_changes_nothing(client: httpx.AsyncClient, user: Person) -> None:
    tag = (await client.get(USER, headers=user.headers)).headers["ETag"]
    await patch(client, user, {"first_name": "Ryoko"})

    answer = await patch(client, user, {"first_name": "Naohisa"}, **{"If-Match": tag})

    assert (answer.status_code, code(answer)) == (412, "stale_version")
    shown = (await client.get(USER, headers=user.headers)).json()
    assert shown["data"]["attributes"]["first_name"] == "Ryoko"


async def test_the_current_version_may_be_changed(client: httpx.AsyncClient, user: Person) -> None:
    tag = (await client.get(USER, headers=user.headers)).headers["ETag"]

    answer = await patch(client, user, {"first_name": "Ryoko"}, **{"If-Match": tag})

    assert answer.status_code == 200


async def test_nothing_new_is_304(client: httpx.AsyncClient, user: Person) -> None:
    tag = (await client.get(USER, headers=user.headers)).headers["ETag"]

    answer = await client.get(USER, headers=user.headers | {"If-None-Match": tag})

    assert answer.status_code == 304


async def test_another_id_is_a_conflict(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.patch(
        USER,
        json=document("user_accounts", {}, id="2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11"),
        headers=json_api_headers(user),
    )

    assert (answer.status_code, code(answer)) == (409, "id_conflict")


async def test_performance_p5_asking_who_one_is_costs_one_statement(
    client: httpx.AsyncClient, user: Person, statements: Statements
) -> None:
    statements.clear()

    await client.get(USER, headers=user.headers)

    assert statements.count == 1


async def test_the_invitation_is_said_once_and_never_shown(
    client: httpx.AsyncClient, user: Person
) -> None:
    shown = await client.get(USER, headers=user.headers)
    included = await client.get(f"{USER}?include=invitation", headers=user.headers)
    linkage = {"invitation": ("user_invitations", "00000000-0000-4000-8000-000000000000")}
    body = document("user_accounts", {}, id=user.uuid, relationships=linkage)
    changed = await client.patch(USER, json=body, headers=json_api_headers(user))

    assert "relationships" not in shown.json()["data"]
    assert code(included) == "unknown_include"
    assert (changed.status_code, code(changed)) == (422, "unknown_member")


async def test_fieldsets_narrow_the_answer(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.get(f"{USER}?fields[user_accounts]=first_name", headers=user.headers)

    assert answer.json()["data"]["attributes"] == {"first_name": "Jigoro"}
