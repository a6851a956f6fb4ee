"""T33, F15: whatever happens, the log holds no secret and nobody's address."""

import asyncio
import logging
from pathlib import Path

import httpx
import pytest
from loguru import logger

from kwai.core.settings import DatabaseSettings, LoggerSettings, Settings
from tests.support.api import api_settings
from tests.support.identity_api import (
    API,
    WEB,
    ClubKit,
    Person,
    document,
    json_api_headers,
)

OLD = "canary of the old password"
NEW = "canary of the new password"
WRONG = "canary of a wrong password"
TYPED = "canary-typed-into-the-wrong-field@club.example"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "kwai.log"


@pytest.fixture
def settings(database_settings: DatabaseSettings, log: Path) -> Settings:
    """Everything that can be logged goes to a file."""
    return api_settings(database_settings, logger=LoggerSettings(level="TRACE", file=log))


@pytest.fixture(autouse=True)
def client_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client of the test logs its URLs, and in here it shares the log with kwai."""
    monkeypatch.setattr(logging.getLogger("httpx"), "disabled", True)


async def test_a_full_run_leaves_no_secret_in_the_log(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, log: Path
) -> None:
    user = await club.join(email="canary@club.example", password=OLD)
    secrets = [OLD, NEW, WRONG, TYPED, user.email, user.token, user.refresh_token, admin.token]

    secrets += await log_in_and_out(client, user)
    secrets += await recover(client, club, user)
    secrets += await invite(client, club, admin)
    await fail(client)
    await logger.complete()

    text = await asyncio.to_thread(log.read_text)
    assert "SELECT" in text, "statements are logged at this level"
    security = club.settings.security
    secrets += [
        secret.get_secret_value()
        for secret in (security.jwt_secret, security.jwt_refresh_secret, security.data_secret)
    ]
    assert [secret for secret in secrets if secret in text] == []


async def log_in_and_out(client: httpx.AsyncClient, user: Person) -> list[str]:
    form = {"username": user.email, "password": OLD}
    tokens = (await client.post(f"{API}/auth/login", data=form)).json()
    web = await client.post(f"{API}/auth/login", data=form, headers=WEB)
    refresh = {"refresh_token": tokens["refresh_token"]}
    renewed = (await client.post(f"{API}/auth/access_token", data=refresh)).json()
    bearer = {"Authorization": f"Bearer {renewed['access_token']}"}
    await client.post(f"{API}/auth/confirm", data={"password": OLD}, headers=bearer)
    left = {"refresh_token": renewed["refresh_token"]}
    assert (await client.post(f"{API}/auth/logout", data=left, headers=bearer)).is_success
    return [
        *(tokens[name] for name in ("access_token", "refresh_token")),
        *(renewed[name] for name in ("access_token", "refresh_token")),
        web.json()["access_token"],
        web.headers["set-cookie"].partition("=")[2].partition(";")[0],
    ]


async def recover(client: httpx.AsyncClient, club: ClubKit, user: Person) -> list[str]:
    await client.post(f"{API}/auth/recover", data={"email": user.email})
    recovery = await club.recover(user)
    form = {"uuid": str(recovery.uuid), "password": NEW}
    assert (await client.post(f"{API}/auth/reset", data=form)).is_success
    return [str(recovery.uuid)]


async def invite(client: httpx.AsyncClient, club: ClubKit, admin: Person) -> list[str]:
    invitation = await club.invite(admin, email="canary-invited@club.example")
    code = club.code_of(invitation)
    accept = document(
        "user_accounts",
        {"first_name": "Canary", "last_name": "Bird", "password": NEW},
        relationships={"invitation": ("user_invitations", str(invitation.uuid))},
        meta={"code": code},
    )
    answer = await client.post(f"{API}/auth/users", json=accept, headers=json_api_headers())
    assert answer.is_success, answer.text
    return [code, "canary-invited@club.example"]


async def fail(client: httpx.AsyncClient) -> None:
    """People type passwords into the wrong fields, and addresses into links."""
    await client.post(f"{API}/auth/login", data={"username": TYPED, "password": WRONG})
    await client.post(f"{API}/auth/login", data={"username": WRONG})
    await client.post(f"{API}/auth/reset", data={"uuid": WRONG, "password": WRONG})
    await client.post(f"{API}/auth/access_token", data={"refresh_token": WRONG})
    await client.get(f"{API}/auth/users?filter[search]={TYPED}")
    await client.get(f"{API}/auth/users/{TYPED}")
    await client.post(f"{API}/auth/users", content=WRONG.encode(), headers=json_api_headers())
