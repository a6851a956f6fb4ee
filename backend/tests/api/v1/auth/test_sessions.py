"""auth/sessions: where somebody is logged in."""

import httpx
import pytest

from tests.factories.identity import PASSWORD
from tests.support.identity_api import API, ClubKit, Person

SESSIONS = f"{API}/auth/sessions"
USER = f"{API}/auth/user"


async def ids(client: httpx.AsyncClient, person: Person, path: str = SESSIONS) -> list[str]:
    answer = await client.get(path, headers=person.headers)
    return [each["id"] for each in answer.json()["data"]]


async def test_security_s18_a_user_sees_the_own_open_sessions(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    await club.join()
    other = await club.log_in(user.account)

    answer = await client.get(SESSIONS, headers=other.headers)

    shown = {each["id"]: each["attributes"] for each in answer.json()["data"]}
    assert shown.keys() == {str(user.session.uuid), str(other.session.uuid)}
    assert shown[str(other.session.uuid)]["current"] is True
    assert shown[str(user.session.uuid)]["current"] is False
    assert {frozenset(each) for each in shown.values()} == {
        frozenset({"client", "ip", "user_agent", "current", "last_used_at"})
    }
    assert "token" not in answer.text


async def test_security_s18_a_session_shows_the_network_never_the_address(
    client: httpx.AsyncClient, user: Person
) -> None:
    form = {"username": user.email, "password": PASSWORD}
    await client.post(f"{API}/auth/login", data=form)

    answer = await client.get(SESSIONS, headers=user.headers)

    assert "127.0.0.0/24" in {each["attributes"]["ip"] for each in answer.json()["data"]}
    assert "127.0.0.1" not in answer.text


async def test_security_s19_all_sessions_but_the_current_one_end(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    others = [await club.log_in(user.account) for _ in range(3)]
    stranger = await club.join()

    answer = await client.delete(SESSIONS, headers=user.headers)

    assert (answer.status_code, answer.content) == (204, b"")
    assert await ids(client, user) == [str(user.session.uuid)]
    for other in others:
        assert (await client.get(USER, headers=other.headers)).status_code == 401
    assert (await client.get(USER, headers=stranger.headers)).status_code == 200


async def test_security_s19_one_session_ends(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    other = await club.log_in(user.account)

    answer = await client.delete(f"{SESSIONS}/{other.session.uuid}", headers=user.headers)

    assert answer.status_code == 204
    assert (await client.get(USER, headers=other.headers)).status_code == 401
    again = await client.delete(f"{SESSIONS}/{other.session.uuid}", headers=user.headers)
    assert again.status_code == 404


async def test_the_current_session_may_end_itself(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.delete(f"{SESSIONS}/{user.session.uuid}", headers=user.headers)

    assert answer.status_code == 204
    assert (await client.get(USER, headers=user.headers)).status_code == 401


async def test_an_administrator_ends_all_sessions_of_a_user(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    path = f"{API}/auth/users/{user.uuid}/sessions"
    assert await ids(client, admin, path) == [str(user.session.uuid)]

    answer = await client.delete(path, headers=admin.headers)

    assert answer.status_code == 204
    assert (await client.get(USER, headers=user.headers)).status_code == 401
    assert await ids(client, admin, path) == []


async def test_an_administrator_follows_the_link_of_a_session(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    listed = await client.get(f"{API}/auth/users/{user.uuid}/sessions", headers=admin.headers)
    link = listed.json()["data"][0]["links"]["self"].removeprefix("https://club.example")

    answer = await client.get(link, headers=admin.headers)

    assert answer.status_code == 200
    assert answer.json()["data"] == listed.json()["data"][0]


@pytest.mark.parametrize("column", ["idle_expires_at", "absolute_expires_at"])
async def test_a_session_that_is_over_is_not_shown(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person, column: str
) -> None:
    await club.shift("user_sessions", column, days=-100)
    fresh = await club.log_in(admin.account)

    answer = await client.get(f"{API}/auth/users/{user.uuid}/sessions", headers=fresh.headers)

    assert answer.json()["meta"]["count"] == 0
    assert (await client.get(USER, headers=user.headers)).status_code == 401


async def test_sessions_are_paged(client: httpx.AsyncClient, club: ClubKit, user: Person) -> None:
    for _ in range(4):
        await club.log_in(user.account)

    answer = await client.get(f"{SESSIONS}?page[limit]=2&page[offset]=4", headers=user.headers)

    assert answer.json()["meta"] == {"count": 5, "offset": 4, "limit": 2}
    assert len(answer.json()["data"]) == 1
    assert answer.json()["links"]["next"] is None
