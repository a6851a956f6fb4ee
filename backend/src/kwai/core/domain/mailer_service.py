"""The port of a service that composes a mail and hands it to a mailer."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

M = TypeVar("M", covariant=True)


class MailerService(ABC, Generic[M]):
    """Composes one kind of mail; `M` is the type of the message it sends."""

    @abstractmethod
    def send(self) -> M:
        """Send the mail and return what was sent."""
