"""What a mailer needs to know of a message."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from kwai.core.mail.recipient import Recipients


class Message(ABC):
    """An immutable message; every change returns a new one."""

    __slots__ = ()

    @property
    @abstractmethod
    def recipients(self) -> Recipients:
        """Sender and receivers."""

    @property
    @abstractmethod
    def subject(self) -> str:
        """The subject, one line."""

    @property
    @abstractmethod
    def text(self) -> str | None:
        """The plain text, or None."""

    @property
    @abstractmethod
    def html(self) -> str | None:
        """The same as HTML, or None."""

    @property
    @abstractmethod
    def headers(self) -> dict[str, str]:
        """Headers beyond the ones that every message has."""

    @abstractmethod
    def with_recipients(self, recipients: Recipients) -> "Message":
        """Return the message with other recipients."""

    @abstractmethod
    def with_subject(self, subject: str) -> "Message":
        """Return the message with another subject."""

    @abstractmethod
    def with_text(self, text: str | None) -> "Message":
        """Return the message with another text."""

    @abstractmethod
    def with_html(self, html: str | None) -> "Message":
        """Return the message with other HTML."""

    @abstractmethod
    def with_headers(self, headers: Mapping[str, str]) -> "Message":
        """Return the message with other headers."""
