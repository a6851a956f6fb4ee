"""T7: a refresh token that comes twice ends the session for the thief and for the owner."""

import asyncio

import httpx

from tests.factories.identity import PASSWORD
from tests.support.identity_api import API, ClubKit, Person

LOGIN = f"{API}/auth/login"
REFRESH = f"{API}/auth/access_token"
USER = f"{API}/auth/user"


async def log_in(client: httpx.AsyncClient, person: Person) -> str:
    answer = await client.post(LOGIN, data={"username": person.email, "password": PASSWORD})
    token: str = answer.json()["refresh_token"]
    return token


async def refresh(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(REFRESH, data={"refresh_token": token})


async def rotate(client: httpx.AsyncClient, token: str) -> str:
    answer = await refresh(client, token)
    assert answer.status_code == 200, answer.text
    renewed: str = answer.json()["refresh_token"]
    return renewed


async def pass_grace(club: ClubKit) -> None:
    await club.shift("user_sessions", "rotated_at", seconds=-11)


async def reuse_events(club: ClubKit) -> int:
    return [row["name"] for row in await club.rows("outbox_events")].count(
        "identity.session.reuse_detected"
    )


async def test_security_t7_the_second_use_ends_the_session(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    """Thief or owner: who comes first cannot be told, so both orders look like this."""
    stolen = await log_in(client, user)
    answer = await refresh(client, stolen)
    await pass_grace(club)

    replayed = await refresh(client, stolen)

    assert replayed.status_code == 401
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert (await client.get(USER, headers=bearer)).status_code == 401
    assert (await refresh(client, answer.json()["refresh_token"])).status_code == 401
    assert await reuse_events(club) == 1
    kinds = [row["kind"] for row in await club.rows("security_events")]
    assert kinds.count("refresh_reuse") == 1


async def test_a_thief_who_tries_again_causes_no_second_mail(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    stolen = await log_in(client, user)
    await rotate(client, stolen)
    await pass_grace(club)

    for _ in range(3):
        assert (await refresh(client, stolen)).status_code == 401

    assert await reuse_events(club) == 1


async def test_the_direct_parent_may_come_again_within_ten_seconds(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)
    lost = await rotate(client, token)

    sibling = await rotate(client, token)

    assert sibling not in {token, lost}
    assert (await refresh(client, sibling)).status_code == 200
    assert await reuse_events(club) == 0


async def test_a_grandparent_ends_the_session_at_once(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)
    second = await rotate(client, token)
    third = await rotate(client, second)

    assert (await refresh(client, token)).status_code == 401
    assert (await refresh(client, third)).status_code == 401
    assert await reuse_events(club) == 1


async def test_two_siblings_that_are_both_used_on_end_the_session(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)
    one, two = await rotate(client, token), await rotate(client, token)
    child = await rotate(client, one)
    await pass_grace(club)

    assert (await refresh(client, two)).status_code == 401
    assert (await refresh(client, child)).status_code == 401


async def test_security_t7_twenty_tabs_that_refresh_at_once_stay_logged_in(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)

    answers = await asyncio.gather(*(refresh(client, token) for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    tokens = {answer.json()["refresh_token"] for answer in answers}
    assert len(tokens) == 20
    assert [row["counter"] for row in await club.rows("user_sessions")][-1] == 1
    assert await reuse_events(club) == 0
    for answer in answers:
        bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        assert (await client.get(USER, headers=bearer)).status_code == 200


async def test_a_session_that_was_idle_for_too_long_is_over(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)
    await club.shift("user_sessions", "idle_expires_at", days=-31)

    assert (await refresh(client, token)).status_code == 401
    assert await reuse_events(club) == 0


async def test_a_session_ends_however_often_it_is_refreshed(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    token = await log_in(client, user)
    await club.shift("user_sessions", "absolute_expires_at", days=-89, hours=-23)

    renewed = await refresh(client, token)
    row = (await club.rows("user_sessions"))[-1]
    await club.shift("user_sessions", "absolute_expires_at", hours=-2)

    assert row["idle_expires_at"] == row["absolute_expires_at"]
    assert (await refresh(client, renewed.json()["refresh_token"])).status_code == 401
