"""The port through which a message leaves."""

from abc import ABC, abstractmethod

from kwai.core.mail.message import Message


class MailerException(Exception):
    """Raised when a message cannot be built or handed over."""


class Mailer(ABC):
    """Takes messages."""

    @abstractmethod
    def send(self, message: Message) -> None:
        """Take a message.

        Raises:
            MailerException: it cannot be taken.
        """
