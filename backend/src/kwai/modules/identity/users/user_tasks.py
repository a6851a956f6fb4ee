"""Module that defines entry points for tasks that tell users about their account."""

from datetime import datetime

from kwai.core.events.task import EventData, TaskContext, task
from kwai.modules.identity.mail_security_notice import (
    MailSecurityNotice,
    MailSecurityNoticeCommand,
)
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.users.security_notice_mailer import SecurityNotice
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository


@task
async def email_password_changed_task(event: EventData, context: TaskContext) -> None:
    """Task for telling a user that the password was changed."""
    await _mail(
        context,
        MailSecurityNoticeCommand(
            user_uuid=event["data"]["uuid"],
            notice=SecurityNotice.PASSWORD_CHANGED,
            happened_at=datetime.fromisoformat(event["data"]["changed_at"]),
        ),
    )


@task
async def email_session_reuse_task(event: EventData, context: TaskContext) -> None:
    """Task for telling a user that a session was ended because its token came twice."""
    await _mail(
        context,
        MailSecurityNoticeCommand(
            user_uuid=event["data"]["user_uuid"],
            notice=SecurityNotice.SESSION_REUSE_DETECTED,
            happened_at=datetime.fromisoformat(event["data"]["detected_at"]),
        ),
    )


async def _mail(context: TaskContext, command: MailSecurityNoticeCommand) -> None:
    repo = UserAccountDbRepository(context.database)
    await MailSecurityNotice(repo, Mailing.create(context)).execute(command)
