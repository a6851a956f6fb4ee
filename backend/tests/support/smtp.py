"""An SMTP relay in the test process: keeps what it accepts, answers what the test tells it to."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.processes import free_port

ACCEPTED = "250 OK"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceivedMail:
    """One mail as it came over the wire."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.content, _class=EmailMessage, policy=policy.default)


class SmtpSink:
    """The relay. `mails` are the accepted ones, `refused` those a script turned down at DATA."""

    def __init__(self) -> None:
        self.host = "127.0.0.1"
        self.port = free_port()
        self._controller: Controller | None = None
        self.reset()

    def start(self) -> None:
        """Listen; after a stop on the same port again."""
        self._controller = Controller(
            self, hostname=self.host, port=self.port, server_hostname="sink.test"
        )
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def reset(self) -> None:
        """Forget mails and scripts."""
        self.mails: list[ReceivedMail] = []
        self.refused: list[ReceivedMail] = []
        self.on_data: Callable[[ReceivedMail], Awaitable[str | None]] | None = None
        self._rcpt: defaultdict[str, deque[str]] = defaultdict(deque)
        self._data: defaultdict[str, deque[str]] = defaultdict(deque)

    def answer_rcpt(self, recipient: str, *replies: str) -> None:
        """Answer the next attempts at RCPT TO this recipient with these replies, in turn."""
        self._rcpt[recipient].extend(replies)

    def answer_data(self, recipient: str, *replies: str) -> None:
        """Answer the next mails to this recipient with these replies after the final dot."""
        self._data[recipient].extend(replies)

    def mails_to(self, recipient: str) -> list[ReceivedMail]:
        return [mail for mail in list(self.mails) if recipient in mail.recipients]

    async def wait_for(self, count: int, *, within: float = 30) -> list[ReceivedMail]:
        """Wait until this many mails were accepted; the seconds are a deadline, not a delay."""
        deadline = time.monotonic() + within
        while len(self.mails) < count:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{len(self.mails)} of {count} mails after {within} seconds.")
            await asyncio.sleep(0.005)
        return list(self.mails)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Called by aiosmtpd, in the thread of the relay."""
        reply = self._rcpt[address].popleft() if self._rcpt[address] else ACCEPTED
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
            envelope.rcpt_options.extend(options)
        return reply

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Called by aiosmtpd, in the thread of the relay."""
        mail = ReceivedMail(
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            content=bytes(envelope.original_content or b""),
        )
        reply = await self._reply_to(mail)
        (self.mails if reply.startswith("250") else self.refused).append(mail)
        return reply

    async def _reply_to(self, mail: ReceivedMail) -> str:
        if self.on_data is not None:
            reply = await self.on_data(mail)
            if reply is not None:
                return reply
        scripts = (self._data[recipient] for recipient in mail.recipients)
        return next((script.popleft() for script in scripts if script), ACCEPTED)
