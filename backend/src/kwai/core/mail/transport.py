"""The port to whatever takes finished mails, and the four ways in which it can fail."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable

MAX_REPLY_LENGTH = 200

_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class TransportException(Exception):
    """Base of what can go wrong with one mail; its text holds no address."""


class RelayFault(TransportException):
    """The relay cannot be used at all; the mail was not taken, nor is it to blame."""


class Refusal(TransportException):
    """The relay looked at this mail and said no."""

    def __init__(self, code: int, text: str) -> None:
        self.code = code
        self.text = anonymise(text)
        super().__init__(f"{code} {self.text}".strip())


class TemporaryRefusal(Refusal):
    """The relay wants it later (4xx)."""


class PermanentRefusal(Refusal):
    """The relay will never take it (5xx)."""


class UnknownOutcome(TransportException):
    """The mail left us entirely and no answer came: it may have been taken, or not."""


class MailTransport(ABC):
    """Takes the bytes of a mail for one recipient."""

    @abstractmethod
    async def send(
        self,
        *,
        sender: str,
        recipient: str,
        message_id: str,
        data: bytes,
        before_data: Callable[[], None] | None = None,
    ) -> None:
        """Hand a mail over; it was taken when this returns.

        Args:
            sender: Address that returned mail goes to.
            recipient: The one address of the envelope.
            message_id: The same for all attempts at this mail.
            data: The message, with CRLF line ends.
            before_data: Called when nothing of the mail has left yet and the next thing to leave
                is the mail itself; what it raises is passed on, and the mail is not sent.

        Raises:
            TransportException: it was not taken, or nobody knows.
        """

    @abstractmethod
    async def close(self) -> None:
        """Release what is kept open between mails."""


def anonymise(text: str) -> str:
    """Make the reply of a relay fit for logs and rows: one line, bounded, without addresses."""
    plain = _CONTROL.sub(" ", text.encode(errors="replace").decode())
    return _ADDRESS.sub("<address>", plain).strip()[:MAX_REPLY_LENGTH]
