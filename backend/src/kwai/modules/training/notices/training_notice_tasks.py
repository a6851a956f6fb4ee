"""Module that defines entry points for tasks for notices."""

from datetime import timedelta

from kwai.core.events.task import EventData, TaskContext, task
from kwai.modules.training.mail_training_notices import (
    MailTrainingNotices,
    MailTrainingNoticesCommand,
)
from kwai.modules.training.notices.training_notice_db_repository import (
    TrainingNoticeDbRepository,
)
from kwai.modules.training.notices.training_notice_mailer import TrainingNoticeMailer


@task
async def email_training_notices_task(event: EventData, context: TaskContext) -> None:
    """Task for mailing a coach what became of the trainings."""
    await MailTrainingNotices(
        TrainingNoticeDbRepository(context.database),
        lambda receiver, notices: TrainingNoticeMailer(context, receiver, notices).send(),
    ).execute(
        MailTrainingNoticesCommand(
            user_uuid=event["data"]["user_uuid"],
            wait=timedelta(seconds=event["data"].get("wait", 0.0)),
        )
    )
