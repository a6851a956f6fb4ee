"""A mailer that only collects."""

from kwai.core.mail.mailer import Mailer
from kwai.core.mail.message import Message


class MailBox(Mailer):
    """Keeps what a use case sends; the worker queues it in the transaction of that use case."""

    def __init__(self) -> None:
        self._mails: list[Message] = []

    @property
    def mails(self) -> tuple[Message, ...]:
        """The collected messages, oldest first."""
        return tuple(self._mails)

    def send(self, message: Message) -> None:
        self._mails.append(message)
