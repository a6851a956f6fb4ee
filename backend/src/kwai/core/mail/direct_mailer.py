"""Sending at once and waiting for it, for commands and tests."""

import asyncio
import uuid
from collections.abc import Coroutine
from contextlib import closing
from datetime import UTC, datetime

from kwai.core.mail import mime
from kwai.core.mail.mailer import Mailer, MailerException
from kwai.core.mail.message import Message
from kwai.core.mail.transport import MailTransport, TransportException


class DirectMailer(Mailer):
    """The synchronous face of a transport; never for the event loop, and not for use cases.

    What it sends is not queued: it is lost when the process ends, and sent when a transaction
    is rolled back.
    """

    def __init__(self, transport: MailTransport, *, host: str = "localhost") -> None:
        self._transport = transport
        self._host = host

    def send(self, message: Message) -> None:
        run_to_end(self._send(message))

    async def _send(self, message: Message) -> None:
        try:
            for recipient in message.recipients.receivers:
                message_id = f"<{uuid.uuid4().hex}@{self._host}>"
                now = datetime.now(UTC)
                await self._transport.send(
                    sender=message.recipients.from_.email.email,
                    recipient=recipient.email.email,
                    message_id=message_id,
                    data=mime.build(message, recipient=recipient, message_id=message_id, date=now),
                )
        finally:
            await self._transport.close()


def run_to_end(coroutine: Coroutine[object, object, None]) -> None:
    """Run a coroutine of a transport in a loop of its own.

    Raises:
        MailerException: the transport fails, or a loop runs already and would be blocked.
    """
    with closing(coroutine):
        if _is_inside_loop():
            raise MailerException("This mailer would block the event loop.")
        try:
            asyncio.run(coroutine)
        except TransportException as error:
            raise MailerException(str(error)) from error


def _is_inside_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
