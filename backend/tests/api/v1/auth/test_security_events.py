"""auth/security_events: what happened to accounts."""

import httpx
import pytest

from tests.factories.identity import PASSWORD
from tests.support.database import Statements
from tests.support.identity_api import API, ClubKit, Person, code

EVENTS = f"{API}/auth/security_events"


@pytest.fixture
async def history(client: httpx.AsyncClient, user: Person) -> list[str]:
    """A login that failed, one of nobody, and one that succeeded; newest first."""
    for username, password in (
        (user.email, "not the right one"),
        ("nobody@club.example", PASSWORD),
        (user.email, PASSWORD),
    ):
        await client.post(f"{API}/auth/login", data={"username": username, "password": password})
    return ["login", "login_failed", "login_failed"]


async def test_events_are_listed_newest_first(
    client: httpx.AsyncClient, admin: Person, user: Person, history: list[str]
) -> None:
    answer = await client.get(EVENTS, headers=admin.headers)

    data = answer.json()["data"]
    assert [each["attributes"]["kind"] for each in data] == history
    assert {each["attributes"]["ip"] for each in data} == {"127.0.0.0/24"}
    assert all(each["attributes"]["request"] for each in data)
    users = [each["relationships"]["user"]["data"] for each in data]
    known = {"type": "user_accounts", "id": user.uuid}
    assert users == [known, None, known]
    assert "nobody@club.example" not in answer.text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("filter[kind]=login_failed", 2),
        ("filter[kind]=login,login_failed", 3),
        ("filter[kind]=role_changed", 0),
        ("filter[user]={user}", 2),
        ("filter[user]={user}&filter[kind]=login", 1),
        ("filter[user]=2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11", 0),
    ],
)
async def test_events_are_filtered(
    client: httpx.AsyncClient,
    admin: Person,
    user: Person,
    history: list[str],
    query: str,
    count: int,
) -> None:
    answer = await client.get(f"{EVENTS}?{query.format(user=user.uuid)}", headers=admin.headers)

    assert answer.json()["meta"]["count"] == count


@pytest.mark.parametrize("query", ["filter[kind]=x", "filter[user]=x", "sort=at"])
async def test_a_bad_parameter_is_refused(
    client: httpx.AsyncClient, admin: Person, query: str
) -> None:
    answer = await client.get(f"{EVENTS}?{query}", headers=admin.headers)

    assert answer.status_code == 400


async def test_users_of_events_are_included_at_once(
    client: httpx.AsyncClient,
    admin: Person,
    user: Person,
    history: list[str],
    statements: Statements,
) -> None:
    statements.clear()

    answer = await client.get(f"{EVENTS}?include=user", headers=admin.headers)

    assert [each["id"] for each in answer.json()["included"]] == [user.uuid]
    assert statements.count == 3, "who is asking, the page, the users"


async def test_one_event_is_shown_with_its_user(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person, history: list[str]
) -> None:
    id_ = (await club.rows("security_events", "id"))[-1]["id"]

    answer = await client.get(f"{EVENTS}/{id_}", headers=admin.headers)
    related = await client.get(f"{EVENTS}/{id_}/user", headers=admin.headers)

    assert answer.json()["data"]["attributes"]["session"] is not None
    assert related.json()["data"]["id"] == user.uuid


@pytest.mark.parametrize(
    "id_", ["0", "-1", "abc", "1e3", "2147483648", "9223372036854775808", "4711"]
)
async def test_what_cannot_exist_is_not_found(
    client: httpx.AsyncClient, admin: Person, id_: str
) -> None:
    answer = await client.get(f"{EVENTS}/{id_}", headers=admin.headers)

    assert (answer.status_code, code(answer)) == (404, "not_found")
