"""POST auth/login, auth/access_token and auth/logout for programs (security.md 2.2)."""

from datetime import UTC, datetime, timedelta

import httpx
import jwt
import pytest

from tests.factories.identity import PASSWORD
from tests.support.database import Statements
from tests.support.identity_api import API, ClubKit, Person, code

LOGIN = f"{API}/auth/login"
REFRESH = f"{API}/auth/access_token"
LOGOUT = f"{API}/auth/logout"
USER = f"{API}/auth/user"


async def log_in(client: httpx.AsyncClient, person: Person) -> dict[str, str]:
    answer = await client.post(LOGIN, data={"username": person.email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    tokens: dict[str, str] = answer.json()
    return tokens


def bearer(tokens: dict[str, str]) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens['access_token']}"}


async def test_security_s20_a_login_answers_a_pair_of_tokens(
    client: httpx.AsyncClient, user: Person
) -> None:
    before = datetime.now(UTC)

    tokens = await log_in(client, user)

    assert tokens.keys() == {"access_token", "refresh_token", "expiration"}
    expiration = datetime.strptime(tokens["expiration"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    assert timedelta(minutes=9) < expiration - before < timedelta(minutes=11)
    answer = await client.get(USER, headers=bearer(tokens))
    assert answer.json()["data"]["id"] == user.uuid


async def test_a_login_is_not_stored_by_caches(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.post(LOGIN, data={"username": user.email, "password": PASSWORD})

    assert answer.headers["Cache-Control"] == "no-store"
    assert "set-cookie" not in answer.headers


async def test_performance_a_login_takes_ten_statements_a_refresh_seven(
    client: httpx.AsyncClient, user: Person, statements: Statements
) -> None:
    """The throttle takes three, the commit aside; the first throttled request also sweeps."""
    tokens = await log_in(client, user)
    counts = []
    for path, form in (
        (LOGIN, {"username": user.email, "password": PASSWORD}),
        (REFRESH, {"refresh_token": tokens["refresh_token"]}),
    ):
        statements.clear()
        await client.post(path, data=form)
        counts.append(statements.count)

    assert counts == [10, 7], statements.texts


async def test_a_user_name_is_found_in_any_case(client: httpx.AsyncClient, user: Person) -> None:
    answer = await client.post(LOGIN, data={"username": user.email.upper(), "password": PASSWORD})

    assert answer.status_code == 200


async def test_a_login_tells_when_the_last_one_was(client: httpx.AsyncClient, user: Person) -> None:
    await client.post(LOGIN, data={"username": user.email, "password": "not the right one"})
    tokens = await log_in(client, user)

    answer = await client.get(USER, headers=bearer(tokens))

    attributes = answer.json()["data"]["attributes"]
    assert attributes["last_login"] is not None
    assert attributes["last_unsuccessful_login"] is not None


@pytest.mark.parametrize("missing", ["username", "password"])
async def test_a_login_needs_both_fields(client: httpx.AsyncClient, missing: str) -> None:
    fields = {"username": "a@b.example", "password": "x"}
    del fields[missing]

    answer = await client.post(LOGIN, data=fields)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["meta"]["member"] == missing


async def test_security_s7_tokens_hold_what_they_are_for_and_nothing_personal(
    client: httpx.AsyncClient, user: Person
) -> None:
    tokens = await log_in(client, user)

    access = jwt.decode(tokens["access_token"], options={"verify_signature": False})
    refresh = jwt.decode(tokens["refresh_token"], options={"verify_signature": False})

    assert access.keys() == {"iss", "typ", "sid", "jti", "iat", "exp", "sub", "scope"}
    assert (access["sub"], access["scope"], access["typ"]) == (user.uuid, [], "access")
    assert refresh.keys() == {"iss", "typ", "sid", "jti", "iat", "exp", "cb"}
    assert (refresh["cb"], refresh["typ"]) == (0, "refresh")
    assert access["iss"] == "https://club.example"


async def test_security_s11_a_refresh_gives_a_new_pair_and_leaves_the_access_token_alone(
    client: httpx.AsyncClient, user: Person
) -> None:
    tokens = await log_in(client, user)

    answer = await client.post(REFRESH, data={"refresh_token": tokens["refresh_token"]})

    renewed = answer.json()
    assert answer.status_code == 200
    assert renewed["refresh_token"] != tokens["refresh_token"]
    for pair in (tokens, renewed):
        assert (await client.get(USER, headers=bearer(pair))).status_code == 200


async def test_a_refresh_needs_a_token(client: httpx.AsyncClient) -> None:
    answer = await client.post(REFRESH)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["meta"]["member"] == "refresh_token"


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "x" * 5000, "é"])
async def test_a_refresh_with_nonsense_is_401(client: httpx.AsyncClient, token: str) -> None:
    answer = await client.post(REFRESH, data={"refresh_token": token})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_an_access_token_refreshes_nothing(client: httpx.AsyncClient, user: Person) -> None:
    tokens = await log_in(client, user)

    answer = await client.post(REFRESH, data={"refresh_token": tokens["access_token"]})

    assert answer.status_code == 401
    as_access = {"Authorization": f"Bearer {tokens['refresh_token']}"}
    assert (await client.get(USER, headers=as_access)).status_code == 401


async def test_security_s12_a_logout_ends_all_tokens_of_the_session_at_once(
    client: httpx.AsyncClient, user: Person
) -> None:
    """F6: the access token used to live on."""
    tokens = await log_in(client, user)
    renewed = (await client.post(REFRESH, data={"refresh_token": tokens["refresh_token"]})).json()

    answer = await client.post(
        LOGOUT, data={"refresh_token": renewed["refresh_token"]}, headers=bearer(renewed)
    )

    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    for pair in (tokens, renewed):
        assert (await client.get(USER, headers=bearer(pair))).status_code == 401
        used = await client.post(REFRESH, data={"refresh_token": pair["refresh_token"]})
        assert used.status_code == 401


async def test_a_logout_leaves_other_sessions_alone(
    client: httpx.AsyncClient, user: Person
) -> None:
    tokens, other = await log_in(client, user), await log_in(client, user)

    await client.post(
        LOGOUT, data={"refresh_token": tokens["refresh_token"]}, headers=bearer(tokens)
    )

    assert (await client.get(USER, headers=bearer(other))).status_code == 200


async def test_a_logout_needs_a_login(client: httpx.AsyncClient, user: Person) -> None:
    tokens = await log_in(client, user)

    answer = await client.post(LOGOUT, data={"refresh_token": tokens["refresh_token"]})

    assert answer.status_code == 401
    assert (await client.get(USER, headers=bearer(tokens))).status_code == 200


async def test_nobody_logs_out_somebody_else(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    victim = await log_in(client, await club.join())

    answer = await client.post(
        LOGOUT, data={"refresh_token": victim["refresh_token"]}, headers=user.headers
    )

    assert (answer.status_code, code(answer)) == (404, "not_found")
    assert (await client.get(USER, headers=bearer(victim))).status_code == 200


@pytest.mark.parametrize("token", ["nonsense", "a.b.c"])
async def test_security_s12_a_logout_with_an_unknown_refresh_token_is_404(
    client: httpx.AsyncClient, user: Person, token: str
) -> None:
    answer = await client.post(LOGOUT, data={"refresh_token": token}, headers=user.headers)

    assert (answer.status_code, code(answer)) == (404, "not_found")


async def test_a_session_of_an_administrator_ends_within_half_a_day(
    client: httpx.AsyncClient, admin: Person, club: ClubKit
) -> None:
    await log_in(client, admin)

    row = (await club.rows("user_sessions", "id, idle_expires_at, absolute_expires_at"))[-1]

    assert row["idle_expires_at"] == row["absolute_expires_at"]
