"""Module that defines entry points for tasks for user recoveries."""

from kwai.core.events.task import EventData, TaskContext, task
from kwai.modules.identity.mail_user_recovery import MailUserRecovery, MailUserRecoveryCommand
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.recover_user import RecoverUser, RecoverUserCommand
from kwai.modules.identity.user_recoveries.user_recovery_db_repository import (
    UserRecoveryDbRepository,
)
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository


@task
async def recover_user_task(event: EventData, context: TaskContext) -> None:
    """Task for starting a recovery, if there is such a user."""
    await RecoverUser(
        UserAccountDbRepository(context.database),
        UserRecoveryDbRepository(context.database),
        context.bus,
    ).execute(RecoverUserCommand(email=event["data"]["email"]))


@task
async def email_user_recovery_task(event: EventData, context: TaskContext) -> None:
    """Actor for sending a user recovery mail."""
    await MailUserRecovery(
        UserRecoveryDbRepository(context.database), Mailing.create(context)
    ).execute(MailUserRecoveryCommand(uuid=event["data"]["uuid"]))
