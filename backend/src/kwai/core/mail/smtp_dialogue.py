"""One mail over one open connection, and what each reply of the relay means."""

import asyncio
import re
from collections.abc import Callable
from typing import cast

from aiosmtplib import SMTP, SMTPException, SMTPResponse, SMTPServerDisconnected

from kwai.core.mail.transport import (
    PermanentRefusal,
    RelayFault,
    TemporaryRefusal,
    UnknownOutcome,
    anonymise,
)

CLOSING = 421
START_MAIL_INPUT = 354
# The relay closes, or wants a login that it did not get: no mail would fare better.
RELAY_CODES = frozenset({CLOSING, 530, 534, 535})

_LINE_END = re.compile(rb"\r\n|\r|\n")


class StaleConnection(Exception):
    """The relay had left the connection before it heard anything of this mail."""


async def send_envelope(smtp: SMTP, sender: str, recipient: str) -> None:
    """Announce a mail; how long that may take is up to the caller.

    Raises:
        TransportException: the relay does not want it, or not now.
        StaleConnection: the connection was closed when the first command was given.
    """
    try:
        reply = await _ask(smtp, b"MAIL", f"FROM:<{sender}>".encode("ascii"))
    except SMTPServerDisconnected as error:
        raise StaleConnection(str(error)) from error
    if reply.code == CLOSING:
        raise StaleConnection(describe(reply))
    if reply.code // 100 == 5:
        # A sender that is refused for good is a fault of the settings, not of this mail.
        raise RelayFault(f"The relay refuses our sender: {describe(reply)}")
    check(reply)
    check(await _ask(smtp, b"RCPT", f"TO:<{recipient}>".encode("ascii")))


async def send_data(
    smtp: SMTP, data: bytes, *, deadline: float, before_data: Callable[[], None] | None
) -> None:
    """Send the mail that was announced.

    Raises:
        TransportException: it was not taken, or nobody knows.
    """
    if before_data is not None:
        before_data()
    async with asyncio.timeout_at(deadline):
        reply = await _ask(smtp, b"DATA")
    if reply.code != START_MAIL_INPUT:
        check(reply)
        raise RelayFault(f"The relay does not let us begin: {describe(reply)}")
    check_taken(await _transmit(smtp, data, deadline))


async def _ask(smtp: SMTP, *words: bytes) -> SMTPResponse:
    # Who calls has a deadline; the library's own would start a task for each command.
    return await smtp.execute_command(*words, timeout=None)


async def _transmit(smtp: SMTP, data: bytes, deadline: float) -> SMTPResponse:
    """Write the mail with its final dot, and read the answer to that.

    `SMTP.data` does the same, but does not tell whether the final dot was out when it failed.
    """
    protocol = smtp.protocol
    if protocol is None or protocol.transport is None:
        raise RelayFault("The relay closed the connection before the mail was sent.")
    transport = cast(asyncio.WriteTransport, protocol.transport)
    protocol.write(stuff_dots(data) + b".\r\n")
    try:
        async with asyncio.timeout_at(deadline):
            return await protocol.read_response()
    except (SMTPException, OSError) as error:
        if transport.get_write_buffer_size() > 0:
            # The final dot is the last of these bytes, so the relay cannot have seen it.
            raise RelayFault("The relay stopped reading in the middle of a mail.") from None
        reason = type(error).__name__
        raise UnknownOutcome(f"No answer to the end of the mail ({reason}).") from None


def stuff_dots(data: bytes) -> bytes:
    """Double a dot at the start of a line (RFC 5321, 4.5.2), and end with a line end.

    A bare CR or LF becomes a line end first: some relays take it for one, and a dot behind it
    would end the mail for them.
    """
    is_clean = data.count(b"\r\n") == data.count(b"\r") == data.count(b"\n")
    lines = data if is_clean else _LINE_END.sub(b"\r\n", data)
    stuffed = lines.replace(b"\r\n.", b"\r\n..")
    if stuffed.startswith(b"."):
        stuffed = b"." + stuffed
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def check(reply: SMTPResponse) -> None:
    """Return when the relay agrees.

    Raises:
        TransportException: it does not.
    """
    family = reply.code // 100
    if reply.code in RELAY_CODES:
        raise RelayFault(describe(reply))
    if family == 4:
        raise TemporaryRefusal(reply.code, reply.message)
    if family == 5:
        raise PermanentRefusal(reply.code, reply.message)
    if family != 2 and reply.code != START_MAIL_INPUT:
        raise RelayFault(f"The relay talks nonsense: {describe(reply)}")


def check_taken(reply: SMTPResponse) -> None:
    """Return when the relay has taken the mail.

    Raises:
        TransportException: it has not, or its answer means nothing.
    """
    if reply.code // 100 not in {2, 4, 5}:
        raise UnknownOutcome(f"The end of the mail was answered with {describe(reply)}")
    check(reply)


def describe(reply: SMTPResponse) -> str:
    """Put a reply on one line, without addresses."""
    return f"{reply.code} {anonymise(reply.message)}".strip()
