"""Turns the mails of a task into deliveries of their own, one per recipient."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kwai.core.events.outbox.new_event import (
    MAIL_QUEUED,
    SEND_MAIL,
    NewDelivery,
    NewEvent,
    NewMail,
)
from kwai.core.logging import request_id
from kwai.core.mail import mime
from kwai.core.mail.address import host_of

if TYPE_CHECKING:
    from kwai.core.events.outbox.outbox_bus import OutboxBus
    from kwai.core.mail.message import Message
    from kwai.core.mail.recipient import Recipient
    from kwai.core.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class MailOrigin:
    """The delivery whose task sent mails; they inherit from it."""

    event_uuid: str
    event_name: str
    handler: str
    priority: int = 1
    subject_uuid: str | None = None
    request_id: str | None = None
    expires_at: datetime | None = None

    @classmethod
    def of_event(cls, meta: "dict[str, Any]") -> "MailOrigin":
        """The origin of the mails of a task that somebody calls by hand."""
        uuid = meta.get("uuid") or str(uuid4())
        name = meta["name"]
        return cls(event_uuid=uuid, event_name=name, handler="", request_id=request_id.get())

    def message_id(self, recipient: "Recipient", number: int, host: str) -> str:
        """Name a mail by where it comes from, so that a repeated task names it alike."""
        parts = (self.event_uuid, self.handler, recipient.email.email, str(number))
        digest = hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]
        return f"<{digest}@{host}>"


class MailQueue:
    """Queues finished mails in the transaction of the task that composed them."""

    def __init__(self, settings: "Settings") -> None:
        self._host = host_of(settings)

    async def put(
        self, bus: "OutboxBus", origin: MailOrigin, mails: "Sequence[Message]", *, now: datetime
    ) -> None:
        """Queue mails; `now` is the time of the database.

        Raises:
            MailerException: one of them cannot be built; then none of them is queued.
        """
        await bus.add_mails(self.finish(origin, mails, now=now), now=now)

    def finish(
        self, origin: MailOrigin, mails: "Sequence[Message]", *, now: datetime
    ) -> list[NewMail]:
        """Make what is queued of mails, one for each recipient.

        Raises:
            MailerException: one of them cannot be built.
        """
        return [
            self._finish(origin, mail, recipient, number, now)
            for number, mail in enumerate(mails)
            for recipient in mail.recipients.receivers
        ]

    def _finish(
        self,
        origin: MailOrigin,
        mail: "Message",
        recipient: "Recipient",
        number: int,
        date: datetime,
    ) -> NewMail:
        message_id = origin.message_id(recipient, number, self._host)
        event = NewEvent(
            uuid=str(uuid4()),
            name=MAIL_QUEUED,
            cause=origin.event_name,
            payload=mime.build(mail, recipient=recipient, message_id=message_id, date=date),
            subject_uuid=origin.subject_uuid,
            request_id=origin.request_id,
            priority=origin.priority,
            expires_at=origin.expires_at,
        )
        address = recipient.email.email
        delivery = NewDelivery(handler=SEND_MAIL, recipient=address, message_id=message_id)
        return NewMail(event=event, delivery=delivery)
