"""A mail of the club."""

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient, Recipients

SENDER = "club@kwai.example"


def create_mail(address: str, subject: str = "Welcome", text: str = "Hello!") -> Mail:
    recipients = Recipients(Recipient(EmailAddress(SENDER), "Club"))
    to = Recipient(EmailAddress(address), "")
    return Mail(recipients=recipients.with_to(to), subject=subject, text=text)
