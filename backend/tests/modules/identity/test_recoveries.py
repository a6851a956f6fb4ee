"""From a forgotten password to a new one."""

from datetime import timedelta

import pytest

from kwai.core.domain.exceptions import NotAllowedException, UnprocessableException
from kwai.core.domain.value_objects.email_address import InvalidEmailException
from kwai.modules.identity.exceptions import AuthenticationException
from kwai.modules.identity.recover_user import RecoverUserCommand
from kwai.modules.identity.request_recovery import RequestRecovery, RequestRecoveryCommand
from kwai.modules.identity.reset_password import (
    ResetPasswordCommand,
    UserRecoveryConfirmedException,
    UserRecoveryExpiredException,
)
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.user_recoveries.user_recovery import generate_recovery_uuid
from kwai.modules.identity.user_recoveries.user_recovery_events import (
    RecoveryRequestedEvent,
    UserRecoveryCreatedEvent,
)
from kwai.modules.identity.user_recoveries.user_recovery_repository import (
    UserRecoveryNotFoundException,
)
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException
from kwai.modules.identity.users.user_events import PasswordChangedEvent
from tests.factories.identity import (
    NOW,
    PASSWORD,
    make_user,
    make_user_account_in_db,
    make_user_in_db,
    make_user_recovery,
    make_user_recovery_in_db,
)
from tests.factories.identity_parts import IdentityParts

NEW_PASSWORD = "harai goshi gaeshi"


@pytest.mark.parametrize("email", ["kano@example.com", "nobody", "", "x" * 5_000_000, "\ud800\x00"])
async def test_security_t1_every_request_is_passed_on_alike(
    parts: IdentityParts, email: str
) -> None:
    await RequestRecovery(parts.bus, clock=parts.clock).execute(RequestRecoveryCommand(email=email))

    (event,) = parts.bus.of(RecoveryRequestedEvent)
    assert len(event.email.encode()) <= 255
    assert event.expires_at() == NOW + timedelta(hours=2)
    assert event.subject_uuid() is None


async def test_a_recovery_is_stored_and_announced(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database, make_user(email="Kano@example.com"))

    recovery = await parts.run(
        parts.recover_user.execute(RecoverUserCommand(email="kano@example.com"))
    )

    assert await parts.recoveries.get_by_uuid(recovery.uuid) == recovery
    assert recovery.user == user
    assert recovery.expiration.timestamp == NOW + timedelta(hours=2)
    (event,) = parts.bus.of(UserRecoveryCreatedEvent)
    assert (event.uuid, event.subject_uuid()) == (str(recovery.uuid), str(user.uuid))
    assert event.expires_at() == NOW + timedelta(hours=2)


async def test_nobody_is_recovered(parts: IdentityParts) -> None:
    with pytest.raises(UserAccountNotFoundException):
        await parts.run(parts.recover_user.execute(RecoverUserCommand(email="x@example.com")))
    with pytest.raises(InvalidEmailException):
        await parts.run(parts.recover_user.execute(RecoverUserCommand(email="x")))

    assert parts.bus.published == []


async def test_security_t11_a_revoked_user_is_not_recovered(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, revoked=True)
    command = RecoverUserCommand(email=str(account.user.email))

    with pytest.raises(UnprocessableException):
        await parts.run(parts.recover_user.execute(command))


async def test_security_t23_a_user_gets_one_mail_in_two_minutes(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    command = RecoverUserCommand(email=str(user.email))
    await parts.run(parts.recover_user.execute(command))
    parts.clock.advance(minutes=2)

    with pytest.raises(UnprocessableException):
        await parts.run(parts.recover_user.execute(command))

    parts.clock.advance(microseconds=1)
    await parts.run(parts.recover_user.execute(command))
    assert len(parts.bus.published) == 2


async def test_security_t23_a_user_gets_five_mails_a_day(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    command = RecoverUserCommand(email=str(user.email))
    for _ in range(5):
        await parts.run(parts.recover_user.execute(command))
        parts.clock.advance(hours=1)

    with pytest.raises(UnprocessableException):
        await parts.run(parts.recover_user.execute(command))

    parts.clock.advance(hours=20)
    await parts.run(parts.recover_user.execute(command))
    assert len(parts.bus.published) == 6


async def test_security_s13_a_new_recovery_closes_the_older_one(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    command = RecoverUserCommand(email=str(user.email))
    older = await parts.run(parts.recover_user.execute(command))
    parts.clock.advance(minutes=3)
    await parts.run(parts.recover_user.execute(command))

    with pytest.raises(UserRecoveryExpiredException):
        await reset(parts, str(older.uuid))


async def reset(parts: IdentityParts, uuid: str, password: str = NEW_PASSWORD) -> None:
    command = ResetPasswordCommand(uuid=uuid, password=password)
    await parts.run(parts.reset_password.execute(command))


async def test_security_f8_a_reset_ends_every_session(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    recovery = await make_user_recovery_in_db(parts.database, make_user_recovery(account.user))

    await reset(parts, str(recovery.uuid))

    for refused in (parts.verify, parts.refresh):
        with pytest.raises(AuthenticationException):
            await refused(token)
    with pytest.raises(AuthenticationException):
        await parts.login(account, PASSWORD)
    assert (await parts.verify(await parts.login(account, NEW_PASSWORD))).user.id == account.id


async def test_a_reset_is_told_and_written_down(parts: IdentityParts) -> None:
    recovery = await make_user_recovery_in_db(parts.database)

    await reset(parts, str(recovery.uuid))

    (event,) = parts.bus.of(PasswordChangedEvent)
    assert event.subject_uuid() == str(recovery.user.uuid)
    assert [e.kind for e in await parts.events()] == [SecurityEventKind.PASSWORD_RESET]


async def test_security_f8_a_recovery_is_used_once(parts: IdentityParts) -> None:
    recovery = await make_user_recovery_in_db(parts.database)
    await reset(parts, str(recovery.uuid))

    with pytest.raises(UserRecoveryConfirmedException):
        await reset(parts, str(recovery.uuid), "o soto gari gaeshi")


async def test_a_reset_closes_other_open_recoveries(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    one = await make_user_recovery_in_db(parts.database, make_user_recovery(user))
    other = await make_user_recovery_in_db(parts.database, make_user_recovery(user))
    await reset(parts, str(one.uuid))

    with pytest.raises(UserRecoveryExpiredException):
        await reset(parts, str(other.uuid))


async def test_an_expired_recovery_is_refused(parts: IdentityParts) -> None:
    recovery = await make_user_recovery_in_db(parts.database)
    parts.clock.advance(hours=2)

    with pytest.raises(UserRecoveryExpiredException):
        await reset(parts, str(recovery.uuid))


@pytest.mark.parametrize(
    "uuid", ["", "1", "x" * 5000, "\x00", "\ud800", "0b7f6f0e-3d6c-4a52-9c39-8d1f4f1c2a77"]
)
async def test_security_f8_what_is_no_recovery_is_not_found(
    parts: IdentityParts, uuid: str
) -> None:
    with pytest.raises(UserRecoveryNotFoundException):
        await reset(parts, uuid)


async def test_security_t8_the_stored_digest_resets_nothing(parts: IdentityParts) -> None:
    recovery = await make_user_recovery_in_db(parts.database)
    query = parts.database.create_query_factory().select("uuid").from_("user_recoveries")
    record = await parts.database.fetch_one(query)

    assert record is not None
    assert str(recovery.uuid) not in record["uuid"]
    with pytest.raises(UserRecoveryNotFoundException):
        await reset(parts, record["uuid"])


async def test_security_t11_a_revoked_user_cannot_reset(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, revoked=True)
    recovery = await make_user_recovery_in_db(parts.database, make_user_recovery(account.user))

    with pytest.raises(NotAllowedException):
        await reset(parts, str(recovery.uuid))

    assert not (await parts.recoveries.get_by_uuid(recovery.uuid)).confirmed


@pytest.mark.parametrize("password", ["", "short", "x" * 1025, "\ud800" * 12, "Jigoro Kano"])
async def test_security_t6_a_weak_password_leaves_the_recovery_open(
    parts: IdentityParts, password: str
) -> None:
    recovery = await make_user_recovery_in_db(parts.database)

    with pytest.raises(UnprocessableException) as caught:
        await reset(parts, str(recovery.uuid), password)

    assert caught.value.member == "password"
    assert not (await parts.recoveries.get_by_uuid(recovery.uuid)).confirmed


async def test_security_t6_a_password_is_the_same_however_it_is_composed(
    parts: IdentityParts,
) -> None:
    account = await make_user_account_in_db(parts.database)
    recovery = await make_user_recovery_in_db(parts.database, make_user_recovery(account.user))

    await reset(parts, str(recovery.uuid), "h\u00e9rai goshi gaeshi")

    token = await parts.login(account, "he\u0301rai goshi gaeshi")
    assert (await parts.verify(token)).user.id == account.id


def test_security_s31_all_bits_of_a_recovery_are_random() -> None:
    versions = {str(generate_recovery_uuid())[14] for _ in range(500)}

    assert len(versions) == 16
