"""How the mails of this module are written and sent."""

from dataclasses import dataclass

from kwai.core.events.task import TaskContext
from kwai.core.mail.address import create_sender
from kwai.core.mail.mail import Mail
from kwai.core.mail.mailer import Mailer
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.core.template.template_engine import TemplateEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """Sender, templates and mailer that the mails of one task share.

    Attributes:
        base_url: The website, without a slash at the end; links start with it, whatever host a
            request named.
    """

    mailer: Mailer
    templates: TemplateEngine
    sender: Recipient
    base_url: str

    @classmethod
    def create(cls, context: TaskContext) -> "Mailing":
        """Take the parts of a task."""
        return cls(
            mailer=context.mailer,
            templates=context.templates,
            sender=create_sender(context.settings),
            base_url=context.settings.base_url,
        )

    def send(self, template: str, locale: str, receiver: Recipient, **variables: object) -> Mail:
        """Write a mail in the language of the receiver, else of the club, and send it."""
        mail_template = self.templates.create_mail_template(template, locale)
        recipients = Recipients(self.sender).with_to(receiver)
        mail = mail_template.create_mail(recipients, None, name=receiver.name, **variables)
        self.mailer.send(mail)
        return mail
