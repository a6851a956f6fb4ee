"""Module that defines a mailer for notices."""

from collections.abc import Sequence

from kwai.core.domain.mailer_service import MailerService
from kwai.core.events.task import TaskContext
from kwai.core.mail.address import create_sender
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.modules.training.notices.training_notice import NoticeReceiver, TrainingNotice

TEMPLATE = "training/training_notices"


class TrainingNoticeMailer(MailerService[Mail]):
    """Send one mail about all trainings of a coach that have news."""

    def __init__(
        self, context: TaskContext, receiver: NoticeReceiver, notices: Sequence[TrainingNotice]
    ) -> None:
        self._context = context
        self._receiver = receiver
        self._notices = notices

    def send(self) -> Mail:
        settings = self._context.settings
        locale = self._receiver.locale or settings.website.default_locale
        template = self._context.templates.create_mail_template(TEMPLATE, locale)
        receiver = Recipient(self._receiver.email, str(self._receiver.name))
        mail = template.create_mail(
            Recipients(create_sender(settings)).with_to(receiver),
            None,
            name=receiver.name,
            cancelled=self._list(cancelled=True, locale=locale),
            restored=self._list(cancelled=False, locale=locale),
            link=f"{settings.base_url}/trainings",
        )
        self._context.mailer.send(mail)
        return mail

    def _list(self, *, cancelled: bool, locale: str) -> list[dict[str, object]]:
        fallback = self._context.settings.website.default_locale
        return [
            {
                "title": notice.title_in(locale, fallback),
                "start": notice.start,
                "location": notice.location,
                "reason": notice.reason,
            }
            for notice in self._notices
            if notice.cancelled is cancelled
        ]
