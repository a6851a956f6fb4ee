"""From the invitation to the first login and a new password, with the outbox and real mails."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from pydantic import SecretStr

from kwai.core.db.database import Database
from kwai.core.domain.clock import Clock, utc_now
from kwai.core.events.bell import get_bell
from kwai.core.events.embedded import create_worker
from kwai.core.events.outbox import OutboxBus
from kwai.core.events.sealing import get_sealer
from kwai.core.security.keys import Keys
from kwai.core.settings import (
    DatabaseSettings,
    EmailSettings,
    SecuritySettings,
    Settings,
    WebsiteSettings,
)
from kwai.modules.identity.accept_user_invitation import (
    AcceptUserInvitation,
    AcceptUserInvitationCommand,
)
from kwai.modules.identity.delete_user_invitation import DeleteUserInvitationCommand
from kwai.modules.identity.exceptions import AuthenticationException
from kwai.modules.identity.invite_user import InviteUserCommand
from kwai.modules.identity.recover_user import RecoverUserCommand
from kwai.modules.identity.request_recovery import RequestRecovery, RequestRecoveryCommand
from kwai.modules.identity.reset_password import ResetPasswordCommand
from kwai.modules.identity.update_user import UpdateUserCommand
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.subscriptions import gather_subscriptions
from tests.factories.identity import make_user_account_in_db
from tests.factories.identity_parts import POLICY, IdentityUseCases

RealParts = IdentityUseCases[Clock, OutboxBus]


@pytest.fixture
def settings(database_settings: DatabaseSettings, tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        db=database_settings,
        email=EmailSettings(from_="Club <club@kwai.example>"),
        website=WebsiteSettings(url="https://club.kwai.example", default_locale="en"),
        security=SecuritySettings(data_secret=SecretStr("d" * 43)),
    )


@pytest.fixture
async def parts(database: Database, settings: Settings) -> RealParts:
    """The parts with the real clock and the real outbox, as the worker has them."""
    sealer = get_sealer(settings.security)
    bus = OutboxBus(database, gather_subscriptions(), sealer, get_bell(None))
    return IdentityUseCases(database, clock=utc_now, bus=bus)


async def deliver(settings: Settings) -> list[EmailMessage]:
    """Let a worker do all that waits, and return the mails that it has written."""
    await create_worker(settings, gather_subscriptions()).drain()
    files = sorted(settings.mail_directory.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    return [message_from_bytes(file.read_bytes(), policy=default) for file in files]


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


async def test_somebody_is_invited_accepts_and_gets_a_new_password(
    parts: RealParts, settings: Settings
) -> None:
    admin = await make_user_account_in_db(parts.database, admin=True)
    invite = InviteUserCommand(first_name="Kyuzo", last_name="Mifune", email="mifune@kwai.example")
    await parts.run(parts.invite_user_by(admin.user).execute(invite))

    (invitation_mail,) = await deliver(settings)
    link = re.search(r"/auth/invite#uuid=([0-9a-f-]{36})&code=(\w{26})\s", text_of(invitation_mail))
    assert link is not None
    accept = AcceptUserInvitation(
        parts.invitations,
        parts.accounts,
        codes=InvitationCodes(Keys.create(settings.security).invitations),
        password_policy=POLICY,
    )
    account = await parts.run(
        accept.execute(
            AcceptUserInvitationCommand(
                uuid=link[1],
                code=link[2],
                first_name="Kyuzo",
                last_name="Mifune",
                password="sumi gaeshi tama",
            )
        )
    )
    token = await parts.login(account, "sumi gaeshi tama")
    assert (await parts.verify(token)).roles == {"user"}

    request = RequestRecoveryCommand(email="Mifune@KWAI.example")
    await parts.run(RequestRecovery(parts.bus).execute(request))
    recovery_mail = (await deliver(settings))[-1]
    link = re.search(r"/auth/reset#uuid=([0-9a-f-]{36})\s", text_of(recovery_mail))
    assert link is not None
    assert recovery_mail["To"] == "Kyuzo Mifune <mifune@kwai.example>"
    reset = ResetPasswordCommand(uuid=link[1], password="harai goshi gaeshi")
    await parts.run(parts.reset_password.execute(reset))

    with pytest.raises(AuthenticationException):
        await parts.verify(token)
    new = await parts.login(account, "harai goshi gaeshi")
    assert (await parts.verify(new)).user.id == account.id
    mails = await deliver(settings)
    assert len(mails) == 3
    assert "auth/recover" in text_of(mails[-1])


async def test_events_r24_no_mail_leaves_for_a_user_who_was_revoked(
    parts: RealParts, settings: Settings
) -> None:
    await make_user_account_in_db(parts.database, admin=True)
    account = await make_user_account_in_db(parts.database)
    await parts.run(parts.recover_user.execute(RecoverUserCommand(email=str(account.user.email))))
    revoke = UpdateUserCommand(uuid=str(account.user.uuid), revoked=True)

    await parts.run(parts.update_user.execute(revoke))

    assert await deliver(settings) == []


async def test_a_withdrawn_invitation_is_not_mailed(parts: RealParts, settings: Settings) -> None:
    admin = await make_user_account_in_db(parts.database, admin=True)
    invite = InviteUserCommand(first_name="Kyuzo", last_name="Mifune", email="mifune@kwai.example")
    invitation = await parts.run(parts.invite_user_by(admin.user).execute(invite))

    withdraw = DeleteUserInvitationCommand(uuid=str(invitation.uuid))
    await parts.run(parts.delete_user_invitation.execute(withdraw))

    assert await deliver(settings) == []
