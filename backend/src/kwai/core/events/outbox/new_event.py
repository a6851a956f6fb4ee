"""What is put into the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kwai.core.events.outbox.claim import seal_of

MAIL_QUEUED = "core.mail.queued"
SEND_MAIL = "core.send_mail"
#: Beyond it nothing is stored; the column would take 16 MiB.
MAX_PAYLOAD = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event, or a finished mail, that is about to be stored.

    Attributes:
        payload: In clear; it is sealed on its way into the row.
        cause: Name of the event whose task queued this mail.
        request_id: The request behind it, whose log lines lead here.
    """

    uuid: str
    name: str
    version: int = 1
    cause: str | None = None
    payload: bytes
    subject_uuid: str | None = None
    request_id: str | None = None
    priority: int = 1
    expires_at: datetime | None = None
    delay: timedelta = timedelta()

    def __post_init__(self) -> None:
        if len(self.payload) > MAX_PAYLOAD:
            raise ValueError(f"{self.name} has {len(self.payload)} bytes, {MAX_PAYLOAD} at most.")

    @property
    def seal(self) -> str:
        """What the payload is sealed to."""
        return seal_of(self.uuid, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDelivery:
    """The way of an event to one handler; a mail also has its recipient."""

    handler: str
    recipient: str | None = None
    message_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMail:
    """A finished mail on its way to one recipient."""

    event: NewEvent
    delivery: NewDelivery
