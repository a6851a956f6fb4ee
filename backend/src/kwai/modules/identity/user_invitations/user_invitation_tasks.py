"""Module that defines entry points for tasks for user invitations."""

from kwai.core.events.task import EventData, TaskContext, task
from kwai.core.security.keys import Keys
from kwai.modules.identity.mail_user_invitation import (
    MailUserInvitation,
    MailUserInvitationCommand,
)
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)


@task
async def email_user_invitation_task(event: EventData, context: TaskContext) -> None:
    """Task for sending the user invitation email."""
    keys = Keys.create(context.settings.security)
    await MailUserInvitation(
        UserInvitationDbRepository(context.database),
        Mailing.create(context),
        codes=InvitationCodes(keys.invitations),
    ).execute(MailUserInvitationCommand(uuid=event["data"]["uuid"]))
