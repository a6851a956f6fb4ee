"""Verifying access tokens, and ending sessions."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.modules.identity.confirm_password import ConfirmPasswordCommand
from kwai.modules.identity.end_session import EndSessionCommand
from kwai.modules.identity.end_sessions import EndSessionsCommand
from kwai.modules.identity.exceptions import AuthenticationException
from kwai.modules.identity.get_session import GetSessionCommand
from kwai.modules.identity.get_sessions import GetSessionsCommand
from kwai.modules.identity.logout import LogoutCommand
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.sessions.login_db_query import select_login
from kwai.modules.identity.sessions.user_session_repository import UserSessionNotFoundException
from kwai.modules.identity.tokens.refresh_token_repository import RefreshTokenNotFoundException
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user_repository import UserNotFoundException
from kwai.modules.identity.verify_access_token import (
    VerifyAccessToken,
    VerifyAccessTokenCommand,
)
from tests.factories.identity import NOW, make_session_in_db, make_user_account_in_db
from tests.factories.identity_parts import IdentityParts
from tests.support.database import Statements

UNKNOWN = "0b7f6f0e-3d6c-4a52-9c39-8d1f4f1c2a77"


async def insert_role(database: Database, table: str, user_id: int, *, active: bool) -> None:
    values = {
        "authors": {"uuid": str(uuid4()), "name": "Kano", "remark": ""},
        "coaches": {"first_name": "Jigoro", "last_name": "Kano"},
    }[table]
    query = database.create_query_factory().insert(
        table, {**values, "user_id": user_id, "active": active, "created_at": NOW}
    )
    await database.execute(query)


async def test_security_s8_an_access_token_is_verified_with_one_statement(
    parts: IdentityParts, statements: Statements
) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    statements.clear()

    login = await parts.verify(token)

    assert statements.count == 1
    assert login.user == await parts.accounts.get_by_id(account.id)
    assert login.session == await parts.sessions.get_by_uuid(token.session.uuid)
    assert login.roles == {"user"}


async def test_security_s8_verifying_needs_no_right_to_write(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    command = VerifyAccessTokenCommand(identifier=str(token.access_token.identifier))

    async with parts.database.unit(read_only=True):
        login = await VerifyAccessToken(parts.sessions, clock=parts.clock).execute(command)

    assert login.session.uuid == token.session.uuid


async def test_database_c3_roles_are_read_with_the_token(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, admin=True)
    await insert_role(parts.database, "authors", account.id.value, active=True)
    await insert_role(parts.database, "coaches", account.id.value, active=True)
    token = await parts.login(account)

    login = await parts.verify(token)

    assert login.roles == {"user", "author", "coach", "admin"}


async def test_a_former_author_and_coach_has_no_role(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await insert_role(parts.database, "authors", account.id.value, active=False)
    await insert_role(parts.database, "coaches", account.id.value, active=False)
    token = await parts.login(account)

    login = await parts.verify(token)

    assert login.roles == {"user"}


async def test_an_expired_access_token_is_refused(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    parts.clock.advance(minutes=10)

    with pytest.raises(AuthenticationException):
        await parts.verify(token)


async def test_an_unknown_access_token_is_refused(parts: IdentityParts) -> None:
    command = VerifyAccessTokenCommand(identifier="x")

    with pytest.raises(AuthenticationException):
        await VerifyAccessToken(parts.sessions).execute(command)


async def test_security_t8_what_is_stored_of_a_token_is_no_token(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    command = VerifyAccessTokenCommand(identifier=token.access_token.identifier.digest)

    with pytest.raises(AuthenticationException):
        await VerifyAccessToken(parts.sessions, clock=parts.clock).execute(command)


async def test_security_t11_a_revoked_user_is_refused_at_once(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    await parts.accounts.update((await parts.accounts.get_by_id(account.id)).revoke())

    with pytest.raises(AuthenticationException):
        await parts.verify(token)


async def test_security_f6_a_logout_kills_every_token_of_the_session(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    child = await parts.refresh(token)

    await parts.logout(token)

    for pair in (token, child):
        with pytest.raises(AuthenticationException):
            await parts.verify(pair)
        with pytest.raises(AuthenticationException):
            await parts.refresh(pair)
        assert (await parts.refresh_tokens.get(pair.id)).revoked
        assert (await parts.access_tokens.get(pair.access_token.id)).revoked


async def test_a_logout_leaves_other_sessions_alone(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token, other = await parts.login(account), await parts.login(account)

    await parts.logout(token)

    assert (await parts.verify(other)).session.uuid == other.session.uuid


async def test_the_token_of_another_user_is_not_found_at_logout(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    thief = await make_user_account_in_db(parts.database)
    command = LogoutCommand(identifier=str(token.identifier))

    with pytest.raises(RefreshTokenNotFoundException):
        await parts.run(parts.logout_by(thief.user).execute(command))

    assert (await parts.verify(token)).session.uuid == token.session.uuid


async def test_an_unknown_token_is_not_found_at_logout(parts: IdentityParts) -> None:
    with pytest.raises(RefreshTokenNotFoundException):
        await parts.logout_by(None).execute(LogoutCommand(identifier="x"))


async def test_the_open_sessions_of_a_user_are_listed(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.login(await make_user_account_in_db(parts.database))
    first = await parts.login(account)
    parts.clock.advance(minutes=1)
    second = await parts.login(account)
    await parts.logout(await parts.login(account))
    await make_session_in_db(parts.database, account, idle_expires_at=NOW)
    command = GetSessionsCommand(user_uuid=str(account.user.uuid), limit=10)

    count, sessions = await parts.get_sessions.execute(command)

    assert count == 2
    assert [s.uuid async for s in sessions] == [second.session.uuid, first.session.uuid]


@pytest.mark.parametrize("uuid", [UNKNOWN, "", "1", "{" + UNKNOWN + "}"])
async def test_sessions_of_nobody_are_not_found(parts: IdentityParts, uuid: str) -> None:
    with pytest.raises(UserNotFoundException):
        await parts.get_sessions.execute(GetSessionsCommand(user_uuid=uuid))
    with pytest.raises(UserNotFoundException):
        await parts.end_sessions.execute(EndSessionsCommand(user_uuid=uuid))


async def test_a_session_is_found_by_its_user_and_by_administrators(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    admin = await parts.login(await make_user_account_in_db(parts.database, admin=True))
    command = GetSessionCommand(uuid=str(token.session.uuid))

    for pair in (token, admin):
        session = await parts.get_session_of(await parts.verify(pair)).execute(command)
        assert session.uuid == token.session.uuid


async def test_security_s19_t12_the_session_of_another_user_does_not_exist(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    thief = await parts.verify(await parts.login(await make_user_account_in_db(parts.database)))
    uuid = str(token.session.uuid)

    with pytest.raises(UserSessionNotFoundException):
        await parts.get_session_of(thief).execute(GetSessionCommand(uuid=uuid))
    with pytest.raises(UserSessionNotFoundException):
        await parts.end_session_of(thief).execute(EndSessionCommand(uuid=uuid))

    assert (await parts.verify(token)).session.uuid == token.session.uuid


async def test_an_own_session_is_ended_once(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    login = await parts.verify(await parts.login(account))
    lost = await parts.login(account)
    command = EndSessionCommand(uuid=str(lost.session.uuid))

    await parts.run(parts.end_session_of(login).execute(command))

    with pytest.raises(AuthenticationException):
        await parts.verify(lost)
    with pytest.raises(UserSessionNotFoundException):
        await parts.run(parts.end_session_of(login).execute(command))


async def test_all_sessions_end_but_the_one_to_keep(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    bystander = await parts.login(await make_user_account_in_db(parts.database))
    lost, current = await parts.login(account), await parts.login(account)
    command = EndSessionsCommand(user_uuid=str(account.user.uuid), keep=str(current.session.uuid))

    ended = await parts.run(parts.end_sessions.execute(command))

    assert ended == 1
    for pair in (current, bystander):
        assert (await parts.verify(pair)).session.uuid == pair.session.uuid
    with pytest.raises(AuthenticationException):
        await parts.verify(lost)


async def test_a_confirmed_password_opens_the_step_up_window_for_five_minutes(
    parts: IdentityParts,
) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    login = await parts.verify(token)
    command = ConfirmPasswordCommand(password="uchi mata sukashi")

    await parts.run(parts.confirm_password_of(login).execute(command))

    assert not login.session.is_confirmed_at(NOW)
    session = (await parts.verify(token)).session
    assert session.is_confirmed_at(NOW + timedelta(minutes=5))
    assert not session.is_confirmed_at(NOW + timedelta(minutes=5, microseconds=1))
    assert SecurityEventKind.STEP_UP in [event.kind for event in await parts.events()]


async def test_a_wrong_password_confirms_nothing(parts: IdentityParts) -> None:
    from kwai.core.domain.exceptions import UnprocessableException

    token = await parts.login(await make_user_account_in_db(parts.database))
    login = await parts.verify(token)
    command = ConfirmPasswordCommand(password="uchi mata")

    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.confirm_password_of(login).execute(command))

    assert caught.value.member == "password"
    assert (await parts.verify(token)).session.confirmed_at is None


def test_an_identifier_out_of_a_row_cannot_be_signed() -> None:
    stored = TokenIdentifier.create_from_digest(TokenIdentifier("secret").digest)

    assert stored == TokenIdentifier("secret")
    with pytest.raises(ValueError, match="digest"):
        str(stored)


def test_the_text_of_an_identifier_is_not_shown() -> None:
    assert "secret" not in repr(TokenIdentifier("secret"))


async def test_an_access_token_is_found_by_keys_only(
    parts: IdentityParts, database_engine: str
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    statement = select_login(token.access_token.identifier, NOW)
    explain = "EXPLAIN QUERY PLAN" if database_engine == "sqlite" else "EXPLAIN"

    plan = await parts.database.fetch_all(Sql(explain, statement))

    steps = [str(step.get("detail") or step.get("type") or "const") for step in plan]
    assert [step for step in steps if "SCAN" in step or step in {"ALL", "index"}] == []
    assert len(steps) >= 5


async def test_security_t12_the_refusals_of_a_session_read_alike(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    thief = await parts.verify(await parts.login(await make_user_account_in_db(parts.database)))

    messages = set()
    for uuid in (str(token.session.uuid), str(uuid4()), "1"):
        with pytest.raises(UserSessionNotFoundException) as caught:
            await parts.end_session_of(thief).execute(EndSessionCommand(uuid=uuid))
        messages.add(str(caught.value))

    assert len(messages) == 1
