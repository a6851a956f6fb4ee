"""The mails of identity, written by the tasks that the worker runs."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from pydantic import SecretStr

from kwai.core.dependencies import create_template_engine
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.events.event import Event
from kwai.core.events.task import Task, TaskContext
from kwai.core.mail.mail_box import MailBox
from kwai.core.mail.message import Message
from kwai.core.mail.mime import build
from kwai.core.security.keys import Keys
from kwai.core.settings import EmailSettings, SecuritySettings, Settings, WebsiteSettings
from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
from kwai.modules.identity.tasks import subscriptions
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation_events import (
    UserInvitationCreatedEvent,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
)
from kwai.modules.identity.user_recoveries.user_recovery_events import (
    RecoveryRequestedEvent,
    UserRecoveryCreatedEvent,
)
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException
from kwai.modules.identity.users.user_events import PasswordChangedEvent
from tests.factories.identity import (
    make_user,
    make_user_account_in_db,
    make_user_in_db,
    make_user_invitation,
    make_user_invitation_in_db,
    make_user_recovery,
    make_user_recovery_in_db,
)
from tests.factories.identity_parts import IdentityParts

TASKS: dict[type[Event], Task] = {event: task for event, _, task in subscriptions()}
SETTINGS = Settings(
    email=EmailSettings(from_="Judo Club <club@kwai.example>"),
    website=WebsiteSettings(url="https://club.kwai.example", name="Judo Club"),
    security=SecuritySettings(data_secret=SecretStr("d" * 43)),
)


def soon(**delta: int) -> datetime:
    """Tasks read the real clock: what they handle has to be of today."""
    return datetime.now(UTC) + timedelta(**delta)


async def handle(parts: IdentityParts, event: Event) -> tuple[Message, ...]:
    """Run the task of an event as the worker does, and return the mails that it sent."""
    box = MailBox()
    context = TaskContext(
        database=parts.database,
        bus=parts.bus,
        mailer=box,
        settings=SETTINGS,
        templates=create_template_engine(SETTINGS),
    )
    await parts.run(TASKS[type(event)](event.data, context))
    return box.mails


async def test_the_names_of_the_handlers_are_frozen() -> None:
    assert {(event.meta.name, handler) for event, handler, _ in subscriptions()} == {
        ("identity.user_invitation.created", "identity.email_user_invitation_task"),
        ("identity.recovery.requested", "identity.recover_user_task"),
        ("identity.user_recovery.created", "identity.email_user_recovery_task"),
        ("identity.user.password_changed", "identity.email_password_changed_task"),
        ("identity.session.reuse_detected", "identity.email_session_reuse_task"),
    }


async def test_security_s31_an_invitation_is_mailed_with_its_code(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    invitation = await make_user_invitation_in_db(
        parts.database, make_user_invitation(admin, expired_at=soon(days=7))
    )

    (mail,) = await handle(parts, UserInvitationCreatedEvent.of(invitation))

    code = InvitationCodes(Keys.create(SETTINGS.security).invitations).create(invitation)
    link = f"https://club.kwai.example/auth/invite#uuid={invitation.uuid}&code={code}"
    assert link in (mail.text or "")
    (receiver,) = mail.recipients.to
    assert (receiver.email, receiver.name) == (invitation.email, "Kyuzo Mifune")
    assert mail.recipients.from_.name == "Judo Club"
    assert "7 dagen" in (mail.text or "")
    stored = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert stored.mailed


async def test_events_e16_an_invitation_is_mailed_once(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    invitation = await make_user_invitation_in_db(
        parts.database, make_user_invitation(admin, expired_at=soon(days=7))
    )
    event = UserInvitationCreatedEvent.of(invitation)
    await handle(parts, event)

    with pytest.raises(UnprocessableException, match="mailed"):
        await handle(parts, event)


async def test_events_e16_what_has_expired_or_gone_is_not_mailed(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    expired = await make_user_invitation_in_db(
        parts.database, make_user_invitation(admin, expired_at=soon(days=-1))
    )
    gone = make_user_invitation(admin)

    with pytest.raises(UnprocessableException, match="expired"):
        await handle(parts, UserInvitationCreatedEvent.of(expired))
    with pytest.raises(UserInvitationNotFoundException):
        await handle(parts, UserInvitationCreatedEvent.of(gone))


async def test_a_requested_recovery_of_a_user_is_created(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    event = RecoveryRequestedEvent(email=str(user.email), expired_at=soon(hours=2))

    mails = await handle(parts, event)

    assert mails == ()
    (created,) = parts.bus.of(UserRecoveryCreatedEvent)
    assert created.user_uuid == str(user.uuid)


async def test_security_s13_a_recovery_is_mailed_to_the_stored_address(
    parts: IdentityParts,
) -> None:
    user = await make_user_in_db(
        parts.database, make_user(email="Kano@Example.com", locale="en", first_name="O'Neill <b>")
    )
    recovery = await make_user_recovery_in_db(
        parts.database, make_user_recovery(user, created_at=soon())
    )

    (mail,) = await handle(parts, UserRecoveryCreatedEvent.of(recovery))

    link = f"https://club.kwai.example/auth/reset#uuid={recovery.uuid}"
    assert link in (mail.text or "")
    assert mail.recipients.to[0].email == EmailAddress("Kano@Example.com")
    assert "O'Neill <b>" in (mail.text or "")
    assert "<b> Kano" not in (mail.html or "")
    assert "2 hours" in (mail.text or "")
    assert (await parts.recoveries.get_by_uuid(recovery.uuid)).mailed


async def test_events_r19_a_recovery_is_mailed_once(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    recovery = await make_user_recovery_in_db(
        parts.database, make_user_recovery(user, created_at=soon())
    )
    event = UserRecoveryCreatedEvent.of(recovery)
    await handle(parts, event)

    with pytest.raises(UnprocessableException, match="mailed"):
        await handle(parts, event)


@pytest.mark.parametrize(
    ("template", "locale"),
    [(name, locale) for name in ("password", "reuse") for locale in ("", "nl", "en", "fr", "de")],
)
async def test_a_user_is_told_what_happened(
    parts: IdentityParts, template: str, locale: str
) -> None:
    user = await make_user_in_db(parts.database, make_user(locale=locale))
    happened_at = datetime(2030, 6, 1, 12, tzinfo=UTC)
    events: dict[str, Event] = {
        "password": PasswordChangedEvent(uuid=str(user.uuid), changed_at=happened_at),
        "reuse": SessionReuseDetectedEvent(user_uuid=str(user.uuid), detected_at=happened_at),
    }

    (mail,) = await handle(parts, events[template])

    assert "https://club.kwai.example/auth/recover" in (mail.text or "")
    assert "14:00" in (mail.text or "")
    assert mail.recipients.to[0].email == user.email


async def test_a_revoked_or_deleted_user_is_told_nothing(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, revoked=True)
    revoked = PasswordChangedEvent(uuid=str(account.user.uuid), changed_at=soon())
    unknown = PasswordChangedEvent(uuid=str(make_user().uuid), changed_at=soon())

    with pytest.raises(UnprocessableException):
        await handle(parts, revoked)
    with pytest.raises(UserAccountNotFoundException):
        await handle(parts, unknown)


async def test_security_t21_no_name_gets_out_of_its_header(
    parts: IdentityParts, tmp_path: Path
) -> None:
    user = await make_user_in_db(
        parts.database, make_user(first_name='"Kano" <x@evil.example>,', last_name="日本; x=y")
    )
    recovery = await make_user_recovery_in_db(
        parts.database, make_user_recovery(user, created_at=soon())
    )

    (mail,) = await handle(parts, UserRecoveryCreatedEvent.of(recovery))

    (receiver,) = mail.recipients.to
    data = build(mail, recipient=receiver, message_id="<1@kwai.example>", date=soon())
    message = message_from_bytes(data, policy=default)
    (address,) = message["To"].addresses
    assert address.addr_spec == str(user.email)
