"""What is stored comes back: every field, on both engines."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kwai.core.db.database import Database
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import InUseException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventKind,
)
from kwai.modules.identity.sessions.user_session import (
    RevokeReason,
    SessionClient,
    UserSessionEntity,
)
from kwai.modules.identity.tokens.access_token import AccessTokenEntity
from kwai.modules.identity.tokens.access_token_repository import AccessTokenNotFoundException
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.user_recoveries.user_recovery_repository import (
    UserRecoveryNotFoundException,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import (
    EmailInUseException,
    UserAccountNotFoundException,
)
from kwai.modules.identity.users.user_repository import UserNotFoundException
from tests.factories.identity import (
    NOW,
    make_session_in_db,
    make_user,
    make_user_account,
    make_user_account_in_db,
    make_user_in_db,
    make_user_invitation,
    make_user_recovery_in_db,
)
from tests.factories.identity_parts import IdentityParts

BEFORE = datetime(1999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
AFTER = datetime(2098, 1, 2, 3, 4, 5, 1, tzinfo=UTC)
TIMES = TraceableTime(created_at=LocalTimestamp(BEFORE), updated_at=LocalTimestamp(AFTER))
LONGEST_NAME = Name(first_name="🥋" * 100, last_name="Ä" * 100)
LONGEST_ADDRESS = EmailAddress(f"{'K' * 64}@{'a' * 60}.{'b' * 60}.{'c' * 59}.example")


def full_user() -> UserEntity:
    return UserEntity(
        email=LONGEST_ADDRESS,
        name=LONGEST_NAME,
        remark="🥋" * 16_000,
        locale="fr",
        version=3,
        traceable_time=TIMES,
    )


def full_account() -> UserAccountEntity:
    return UserAccountEntity(
        user=full_user(),
        password=Password("$" * 255),
        last_login=LocalTimestamp(BEFORE),
        last_unsuccessful_login=LocalTimestamp(AFTER),
        revoked=True,
        admin=True,
    )


def full_invitation(user: UserEntity) -> UserInvitationEntity:
    return UserInvitationEntity(
        email=LONGEST_ADDRESS,
        name=LONGEST_NAME,
        expired_at=LocalTimestamp(AFTER),
        remark="O'Neill \\ % 🥋",
        mailed_at=LocalTimestamp(BEFORE),
        user=user,
        confirmed_at=LocalTimestamp(AFTER),
        revoked=True,
        locale="en",
        version=2,
        traceable_time=TIMES,
    )


def full_recovery(user: UserEntity) -> UserRecoveryEntity:
    return UserRecoveryEntity(
        user=user,
        expiration=LocalTimestamp(AFTER),
        remark="🥋",
        mailed_at=LocalTimestamp(BEFORE),
        confirmed_at=LocalTimestamp(AFTER),
        traceable_time=TIMES,
    )


def full_session(account: UserAccountEntity) -> UserSessionEntity:
    return UserSessionEntity(
        user_id=account.user_id,
        user_uuid=account.user.uuid,
        client=SessionClient.WEB,
        counter=2_000_000_000,
        created_at=BEFORE,
        last_used_at=AFTER,
        rotated_at=AFTER,
        confirmed_at=BEFORE,
        idle_expires_at=AFTER,
        absolute_expires_at=AFTER,
        revoked_at=BEFORE,
        revoke_reason=RevokeReason.PASSWORD_CHANGED,
        ip_prefix="2001:db8:85a3::/48",
        user_agent="🥋" * 200,
    )


def assert_full(entity: Entity[Any], *derived: str) -> None:
    """Check that a forgotten builder would be seen: no field may have its default."""
    plain = {f.name: f.default for f in fields(entity) if f.name not in derived}
    assert [name for name, default in plain.items() if getattr(entity, name) == default] == []


async def test_a_user_account_comes_back(parts: IdentityParts) -> None:
    account = full_account()
    assert_full(account, "author", "coach")
    assert_full(account.user)

    stored = await parts.accounts.create(account)

    found = await parts.accounts.get_by_id(stored.id)
    user = Entity.replace(account.user, id_=found.user.id)
    assert found == Entity.replace(account, id_=stored.id, user=user)
    assert found.user.id.value == found.id.value


async def test_an_account_is_updated_with_all_it_has(parts: IdentityParts) -> None:
    stored = await make_user_account_in_db(parts.database)
    user = Entity.replace(full_user(), id_=stored.user.id, uuid=stored.user.uuid, version=1)
    changed = Entity.replace(full_account(), id_=stored.id, user=user)

    await parts.accounts.update(changed)

    found = await parts.accounts.get_by_id(stored.id)
    times = TraceableTime(
        created_at=stored.user.traceable_time.created_at, updated_at=TIMES.updated_at
    )
    user = Entity.replace(user, version=2, traceable_time=times)
    assert found == Entity.replace(changed, user=user)


async def test_a_user_is_found_in_every_way(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database, full_user())
    address = EmailAddress(str(user.email).lower())

    assert await parts.users.get_user_by_id(user.id) == user
    assert await parts.users.get_user_by_uuid(user.uuid) == user
    assert await parts.users.get_user_by_email(address) == user
    assert await parts.users.exists_with_email(address)


async def test_a_user_is_updated_without_touching_the_account(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, admin=True)
    name = Name(first_name="Keiko", last_name="Fukuda")

    await parts.users.update(Entity.replace(account.user, name=name))

    found = await parts.accounts.get_by_id(account.id)
    assert (found.user.name, found.user.version) == (name, 2)
    assert (found.password, found.admin) == (account.password, True)


async def test_a_missing_user_is_not_found(parts: IdentityParts) -> None:
    missing = make_user()
    account = make_user_account()

    with pytest.raises(UserNotFoundException):
        await parts.users.get_user_by_id(missing.id)
    with pytest.raises(UserNotFoundException):
        await parts.users.get_user_by_uuid(missing.uuid)
    with pytest.raises(UserNotFoundException):
        await parts.users.get_user_by_email(missing.email)
    with pytest.raises(UserAccountNotFoundException):
        await parts.accounts.get_user_by_email(missing.email)
    with pytest.raises(UserAccountNotFoundException):
        await parts.accounts.update(account)
    with pytest.raises(UserAccountNotFoundException):
        await parts.accounts.delete(account)


async def test_an_account_is_deleted_with_its_sessions(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.login(account)

    await parts.accounts.delete(account)

    assert await parts.sessions.create_query().count() == 0
    assert [event.user_id for event in await parts.events()] == [None]


async def test_a_user_who_invited_somebody_stays(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.invitations.create(make_user_invitation(account.user))

    with pytest.raises(InUseException):
        await parts.accounts.delete(account)


async def test_security_t15_the_index_decides_whose_address_it_is(parts: IdentityParts) -> None:
    await make_user_account_in_db(parts.database, make_user(email="a@BÜCHER.example"))

    with pytest.raises(EmailInUseException) as caught:
        await parts.accounts.create(make_user_account(make_user(email="A@xn--bcher-kva.example")))

    assert caught.value.member == "email"


async def test_an_invitation_comes_back(parts: IdentityParts) -> None:
    invitation = full_invitation(await make_user_in_db(parts.database))
    assert_full(invitation)

    stored = await parts.invitations.create(invitation)

    assert stored == Entity.replace(invitation, id_=stored.id)
    assert await parts.invitations.get_invitation_by_id(stored.id) == stored
    assert await parts.invitations.get_invitation_by_uuid(stored.uuid) == stored


async def test_a_recovery_comes_back(parts: IdentityParts) -> None:
    recovery = full_recovery(await make_user_in_db(parts.database))
    assert_full(recovery)

    stored = await parts.recoveries.create(recovery)

    assert await parts.recoveries.get_by_uuid(recovery.uuid) == Entity.replace(
        recovery, id_=stored.id
    )


async def test_a_recovery_is_updated_and_deleted(parts: IdentityParts) -> None:
    recovery = await make_user_recovery_in_db(parts.database)
    await parts.recoveries.update(Entity.replace(recovery, remark="by phone"))
    changed = await parts.recoveries.get_by_uuid(recovery.uuid)

    await parts.recoveries.delete(changed)

    assert changed.remark == "by phone"
    with pytest.raises(UserRecoveryNotFoundException):
        await parts.recoveries.get_by_uuid(recovery.uuid)


async def test_a_session_comes_back(parts: IdentityParts) -> None:
    session = full_session(await make_user_account_in_db(parts.database))
    assert_full(session)

    stored = await parts.sessions.create(session)

    assert await parts.sessions.get_by_id(stored.id) == Entity.replace(session, id_=stored.id)
    assert await parts.sessions.get_by_uuid(session.uuid) == stored


async def test_tokens_come_back(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    session = await make_session_in_db(parts.database, account)
    access_token = await parts.access_tokens.create(
        AccessTokenEntity(
            identifier=TokenIdentifier("access"),
            expiration=AFTER,
            user_account=account,
            session=session,
            revoked=True,
            traceable_time=TIMES,
        )
    )
    refresh_token = await parts.refresh_tokens.create(
        RefreshTokenEntity(
            identifier=TokenIdentifier("refresh"),
            expiration=BEFORE,
            access_token=access_token,
            counter=7,
            revoked=True,
            traceable_time=TIMES,
        )
    )

    assert await parts.access_tokens.get(access_token.id) == access_token
    assert await parts.access_tokens.get_by_identifier(TokenIdentifier("access")) == access_token
    assert await parts.refresh_tokens.get(refresh_token.id) == refresh_token
    found = await parts.refresh_tokens.get_by_token_identifier(TokenIdentifier("refresh"))
    assert found == refresh_token
    with pytest.raises(AccessTokenNotFoundException):
        await parts.access_tokens.get_by_identifier(TokenIdentifier("refresh"))


async def test_security_s39_a_security_event_comes_back(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    event = SecurityEventEntity(
        at=BEFORE,
        kind=SecurityEventKind.REFRESH_REUSE,
        user_id=account.user_id,
        user_uuid=account.user.uuid,
        session_uuid=UniqueId.generate(),
        ip_prefix="192.0.2.0/24",
        request_id="7b5b1c5a-5b1c-4c5a-9b5b-1c5a5b1c4c5a",
    )
    assert_full(event)

    stored = await parts.security_events.create(event)

    assert await parts.security_events.get_by_id(stored.id) == stored
    assert stored == Entity.replace(event, id_=stored.id)


async def test_security_events_are_filtered_and_newest_first(parts: IdentityParts) -> None:
    from kwai.modules.identity.get_security_event import (
        GetSecurityEvent,
        GetSecurityEventCommand,
    )
    from kwai.modules.identity.get_security_events import (
        GetSecurityEvents,
        GetSecurityEventsCommand,
    )

    account = await make_user_account_in_db(parts.database)
    for _ in range(3):
        await parts.login(account)
    await parts.login(await make_user_account_in_db(parts.database))
    command = GetSecurityEventsCommand(
        limit=2, kind=[SecurityEventKind.LOGIN], user=str(account.user.uuid)
    )

    count, events = await GetSecurityEvents(parts.security_events).execute(command)

    ids = [event.id.value async for event in events]
    assert (count, ids) == (3, sorted(ids, reverse=True))
    single = GetSecurityEventCommand(id=ids[0])
    found = await GetSecurityEvent(parts.security_events).execute(single)
    assert found.user_uuid == account.user.uuid


async def test_the_change_log_knows_no_secret(database: Database, parts: IdentityParts) -> None:
    account = await make_user_account_in_db(database)
    await parts.accounts.update(account.reset_password(Password("another hash")))
    recovery = await make_user_recovery_in_db(database)

    query = database.create_query_factory().select("changes").from_("change_log")
    text = "".join([record["changes"] async for record in database.fetch(query)])

    assert '"password":"changed"' in text
    assert str(account.password) not in text
    assert "another hash" not in text
    assert str(recovery.uuid) not in text


async def test_accepting_and_mailing_stand_in_the_change_log(
    database: Database, parts: IdentityParts
) -> None:
    invitation = await parts.invitations.create(
        make_user_invitation(await make_user_in_db(database))
    )

    assert await parts.invitations.mark_mailed(invitation.mail_sent(NOW))
    assert await parts.invitations.confirm(invitation.confirm(NOW + timedelta(days=1)))

    query = database.create_query_factory().select("changes", "version").from_("change_log")
    records = [dict(record) async for record in database.fetch(query)]
    told = [r["changes"] for r in records if "_at" in r["changes"] and "null" in r["changes"]]
    assert any("mailed_at" in text for text in told)
    assert any("confirmed_at" in text for text in told)
    stored = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert stored.version == 3
