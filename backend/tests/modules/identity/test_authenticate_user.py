"""Logging in."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar

import pytest

from kwai.core.domain.value_objects.password import Password
from kwai.modules.identity.authenticate_user import AuthenticateUserCommand
from kwai.modules.identity.exceptions import LoginFailedException
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.sessions.user_session import SessionClient
from kwai.modules.identity.users.user_account import UNKNOWN_PASSWORD
from tests.factories.identity import (
    NOW,
    OTHER_PASSWORD,
    hashed,
    make_user,
    make_user_account_in_db,
)
from tests.factories.identity_parts import IdentityParts

P = ParamSpec("P")
R = TypeVar("R")


async def test_a_login_answers_with_tokens_of_a_new_session(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)

    token = await parts.login(account)

    session = (await parts.verify(token)).session
    assert session.user_id == account.user_id
    assert session.client is SessionClient.API
    assert (session.ip_prefix, session.user_agent) == ("192.0.2.0/24", "Tatami/1.0")
    assert session.idle_expires_at == NOW + timedelta(days=30)
    assert session.absolute_expires_at == NOW + timedelta(days=90)
    assert token.expiration == session.idle_expires_at
    assert token.access_token.expiration == NOW + timedelta(minutes=10)


async def test_a_login_is_remembered(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)

    token = await parts.login(account)

    stored = await parts.accounts.get_by_id(account.id)
    assert stored.last_login.timestamp == NOW
    assert stored.user.version == account.user.version
    assert [(e.kind, e.session_uuid) for e in await parts.events()] == [
        (SecurityEventKind.LOGIN, token.session.uuid)
    ]


async def test_a_session_of_an_administrator_ends_after_twelve_hours(
    parts: IdentityParts,
) -> None:
    account = await make_user_account_in_db(parts.database, admin=True)

    token = await parts.login(account)

    assert token.session.absolute_expires_at == NOW + timedelta(hours=12)
    assert token.expiration == NOW + timedelta(hours=12)


async def test_an_address_finds_its_user_however_it_is_written(parts: IdentityParts) -> None:
    await make_user_account_in_db(parts.database, make_user(email="Kano@Example.com"))

    command = AuthenticateUserCommand(username="kano@EXAMPLE.COM", password="uchi mata sukashi")
    token = await parts.run(parts.authenticate_user.execute(command))

    assert str(token.access_token.user_account.user.email) == "Kano@Example.com"


FAILURES = {
    "unknown": ("nobody@example.com", "uchi mata sukashi"),
    "wrong": ("kano@example.com", "uchi mata"),
    "revoked": ("revoked@example.com", "uchi mata sukashi"),
    "malformed": ("kano", "uchi mata sukashi"),
    "empty": ("kano@example.com", ""),
    "too long": ("kano@example.com", "x" * 1025),
    "surrogate": ("kano@example.com", "\ud800"),
    "surrogate name": ("kano\ud800@example.com", "uchi mata sukashi"),
    "nul": ("kano@example.com", "uchi mata\x00sukashi"),
}


@pytest.mark.parametrize("reason", FAILURES)
async def test_security_t1_every_refused_login_is_the_same(
    parts: IdentityParts, reason: str, hash_calls: list[str]
) -> None:
    await make_user_account_in_db(parts.database, make_user(email="kano@example.com"))
    await make_user_account_in_db(
        parts.database, make_user(email="revoked@example.com"), revoked=True
    )
    username, password = FAILURES[reason]
    command = AuthenticateUserCommand(username=username, password=password)

    with pytest.raises(LoginFailedException) as caught:
        await parts.run(parts.authenticate_user.execute(command))

    assert str(caught.value) == "The user name or the password is wrong."
    assert len(hash_calls) == 1
    assert [event.kind for event in await parts.events()] == [SecurityEventKind.LOGIN_FAILED]


@pytest.fixture
def hash_calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hashes that passwords were verified against."""
    calls: list[str] = []
    verify: Callable[..., Any] = Password.verify

    def spy(self: Password, password: str) -> bool:
        calls.append(str(self))
        return bool(verify(self, password))

    monkeypatch.setattr(Password, "verify", spy)
    return calls


async def test_security_s9_what_a_refused_login_has_learned_is_committed(
    parts: IdentityParts,
) -> None:
    account = await make_user_account_in_db(parts.database)

    with pytest.raises(LoginFailedException):
        await parts.login(account, "wrong")

    stored = await parts.accounts.get_by_id(account.id)
    assert stored.last_unsuccessful_login.timestamp == NOW
    assert stored.last_login.empty
    (event,) = await parts.events()
    assert (event.user_id, event.user_uuid) == (account.user_id, account.user.uuid)
    assert (event.ip_prefix, event.request_id) == ("192.0.2.0/24", "r-1")


async def test_a_login_does_not_outlive_a_reset_that_came_meanwhile(
    parts: IdentityParts,
) -> None:
    account = await make_user_account_in_db(parts.database)

    async def reset_meanwhile(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        await parts.accounts.update(account.reset_password(hashed(OTHER_PASSWORD)))
        return function(*args, **kwargs)

    authenticate_user = parts.authenticate_user_with(reset_meanwhile)
    command = AuthenticateUserCommand(
        username=str(account.user.email), password="uchi mata sukashi"
    )

    with pytest.raises(LoginFailedException):
        await parts.run(authenticate_user.execute(command))

    assert await parts.sessions.create_query().count() == 0


def test_security_s10_nobody_is_verified_as_thoroughly_as_somebody() -> None:
    hashed = str(Password.create_from_string("uchi mata sukashi"))

    assert str(UNKNOWN_PASSWORD).split("$")[:4] == hashed.split("$")[:4]
    assert len(str(UNKNOWN_PASSWORD)) == len(hashed)
