"""The web application: refresh token in a cookie, out of reach of scripts and other sites."""

from http.cookies import Morsel, SimpleCookie

import httpx
import jwt
import pytest
from fastapi import FastAPI

from kwai.api.v1.auth.refresh_cookie import RefreshCookie
from kwai.core.settings import CORSSettings, Settings, WebsiteSettings
from tests.factories.identity import PASSWORD
from tests.support.api import open_client
from tests.support.identity_api import API, COOKIE, ORIGIN, WEB, Person

LOGIN = f"{API}/auth/login"
REFRESH = f"{API}/auth/access_token"
LOGOUT = f"{API}/auth/logout"
USER = f"{API}/auth/user"


def cookie_of(answer: httpx.Response, name: str = COOKIE) -> Morsel[str]:
    cookies = SimpleCookie()
    for header in answer.headers.get_list("set-cookie"):
        cookies.load(header)
    found: Morsel[str] = cookies[name]
    return found


async def log_in(client: httpx.AsyncClient, person: Person) -> str:
    """Log in as the web application does, and give what the cookie holds."""
    answer = await client.post(
        LOGIN, data={"username": person.email, "password": PASSWORD}, headers=WEB
    )
    assert answer.status_code == 200, answer.text
    # Kept by hand: the client would send it with every request.
    client.cookies.clear()
    return cookie_of(answer).value


def with_cookie(token: str, **headers: str) -> dict[str, str]:
    return {**WEB, "Cookie": f"{COOKIE}={token}", **headers}


async def test_security_s20_s21_the_web_application_gets_its_refresh_token_in_a_cookie_only(
    client: httpx.AsyncClient, user: Person
) -> None:
    """F15: the flags of the cookie."""
    answer = await client.post(
        LOGIN, data={"username": user.email, "password": PASSWORD}, headers=WEB
    )

    cookie = cookie_of(answer)
    assert answer.json()["refresh_token"] == ""
    assert (cookie["secure"], cookie["httponly"]) == (True, True)
    assert (cookie["samesite"].lower(), cookie["path"], cookie["domain"]) == ("strict", "/", "")
    assert 29 * 86_400 < int(cookie["max-age"]) <= 30 * 86_400
    assert jwt.decode(cookie.value, options={"verify_signature": False})["cb"] == 1


async def test_the_cookie_is_exchanged_for_a_new_pair(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.post(REFRESH, headers=with_cookie(token))

    assert answer.status_code == 200
    assert answer.json()["refresh_token"] == ""
    assert cookie_of(answer).value not in {"", token}
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert (await client.get(USER, headers=bearer)).status_code == 200


async def test_security_s22_without_origin_the_browser_has_to_say_that_it_is_our_page(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)
    headers = with_cookie(token) | {"Sec-Fetch-Site": "same-origin"}
    del headers["Origin"]

    answer = await client.post(REFRESH, headers=headers)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"X-Kwai-Client": ""}, id="no client header"),
        pytest.param({"X-Kwai-Client": "api"}, id="another client header"),
        pytest.param({"Origin": "null"}, id="null origin"),
        pytest.param({"Origin": "https://evil.example"}, id="another site"),
        pytest.param({"Origin": "https://sub.club.example"}, id="sibling host"),
        pytest.param({"Origin": "https://club.example.evil.example"}, id="longer host"),
        pytest.param({"Origin": "http://club.example"}, id="plain http"),
        pytest.param({"Origin": "https://club.example:8443"}, id="another port"),
        pytest.param({"Origin": ""}, id="no origin"),
        pytest.param({"Origin": "", "Sec-Fetch-Site": "same-site"}, id="same site only"),
        pytest.param({"Origin": "", "Sec-Fetch-Site": "cross-site"}, id="cross site"),
        pytest.param(
            {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, id="both"
        ),
        pytest.param({"X-Kwai-Client": "", "Content-Type": "text/plain"}, id="text/plain fetch"),
    ],
)
@pytest.mark.parametrize("path", [REFRESH, LOGOUT])
async def test_security_s22_t19_another_site_cannot_use_the_cookie(
    client: httpx.AsyncClient, user: Person, path: str, changes: dict[str, str]
) -> None:
    token = await log_in(client, user)
    headers = {
        name: value for name, value in {**with_cookie(token), **changes}.items() if value != ""
    }

    answer = await client.post(path, headers=headers, content=b"a=b")

    # Logging out as a program needs an access token before anything else is looked at.
    is_program = changes.get("X-Kwai-Client") is not None
    assert answer.status_code == (401 if is_program and path == LOGOUT else 403)
    assert "set-cookie" not in answer.headers
    unused = await client.post(REFRESH, headers=with_cookie(token))
    assert unused.status_code == 200, "the token was not rotated"


async def test_a_form_of_another_site_reaches_nothing(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.post(
        REFRESH,
        data={"refresh_token": ""},
        headers={"Cookie": f"{COOKIE}={token}", "Origin": "https://evil.example"},
    )

    assert answer.status_code == 403


async def test_security_s20_a_token_of_the_cookie_is_refused_in_a_form(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.post(REFRESH, data={"refresh_token": token})

    assert answer.status_code == 401


async def test_security_s20_a_token_of_a_form_is_refused_in_the_cookie(
    client: httpx.AsyncClient, user: Person
) -> None:
    answer = await client.post(LOGIN, data={"username": user.email, "password": PASSWORD})

    refused = await client.post(REFRESH, headers=with_cookie(answer.json()["refresh_token"]))

    assert refused.status_code == 401


async def test_security_s22_other_routes_take_no_cookie(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.get(USER, headers=with_cookie(token))

    assert answer.status_code == 401


async def test_a_web_logout_ends_the_session_and_deletes_the_cookie(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.post(LOGOUT, headers=with_cookie(token))

    assert answer.status_code == 200
    cookie = cookie_of(answer)
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", "0", "/")
    assert (cookie["secure"], cookie["httponly"]) == (True, True)
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert (await client.post(REFRESH, headers=with_cookie(token))).status_code == 401


@pytest.mark.parametrize(
    ("token", "status"),
    [("", 401), ("nonsense", 404), ("a.b.c", 404)],
)
async def test_security_s12_a_web_logout_always_deletes_the_cookie(
    client: httpx.AsyncClient, app: FastAPI, token: str, status: int
) -> None:
    headers = with_cookie(token) if token else WEB

    answer = await client.post(LOGOUT, headers=headers)

    assert answer.status_code == status
    assert cookie_of(answer)["max-age"] == "0"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


async def test_a_web_logout_works_with_a_stale_access_token(
    client: httpx.AsyncClient, user: Person
) -> None:
    token = await log_in(client, user)

    answer = await client.post(LOGOUT, headers=with_cookie(token, Authorization="Bearer a.b.c"))

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("url", "name", "secure"),
    [
        ("https://club.example", COOKIE, True),
        ("https://localhost", COOKIE, True),
        ("http://localhost:8000", "kwai_rt", False),
        ("http://127.0.0.1:8000", "kwai_rt", False),
        ("http://club.example", COOKIE, True),
        ("http://localhost.evil.example", COOKIE, True),
    ],
)
def test_security_s21_t22_only_plain_http_on_this_machine_goes_without_secure(
    url: str, name: str, secure: bool
) -> None:
    cookie = RefreshCookie.create(Settings(website=WebsiteSettings(url=url)))

    assert (cookie.name, cookie.secure) == (name, secure)


def test_the_two_names_of_this_machine_are_one_origin() -> None:
    cookie = RefreshCookie.create(Settings(website=WebsiteSettings(url="http://localhost:8000")))

    assert cookie.origins == {"http://localhost:8000", "http://127.0.0.1:8000"}


def test_default_ports_are_not_named_in_an_origin() -> None:
    cookie = RefreshCookie.create(
        Settings(
            website=WebsiteSettings(url="https://club.example:443/kwai"),
            cors=CORSSettings(origins=("https://other.example",)),
        )
    )

    assert cookie.origins == {ORIGIN, "https://other.example"}


async def test_security_t22_a_forged_host_changes_neither_cookie_nor_links(
    app: FastAPI, user: Person
) -> None:
    headers = {**WEB, "Host": "evil.example", "X-Forwarded-Host": "evil.example"}

    async with open_client(app) as client:
        answer = await client.post(
            LOGIN, data={"username": user.email, "password": PASSWORD}, headers=headers
        )
        shown = await client.get(USER, headers=user.headers | {"Host": "evil.example"})

    assert cookie_of(answer)["secure"] is True
    assert "evil" not in answer.text + str(answer.headers) + shown.text
