"""Sending over SMTP (RFC 5321), the one path by which kwai does it."""

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from kwai.core.mail.address import ascii_address
from kwai.core.mail.smtp_connections import (
    GOODBYE_TIMEOUT,
    Connection,
    IdleConnections,
    leave,
)
from kwai.core.mail.smtp_dialogue import StaleConnection, send_data, send_envelope
from kwai.core.mail.transport import MailTransport, Refusal, RelayFault, anonymise

if TYPE_CHECKING:
    from kwai.core.settings import EmailSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outgoing:
    sender: str
    recipient: str
    data: bytes
    before_data: Callable[[], None] | None


class SmtpRelay(MailTransport):
    """Sends through a relay, over as many connections as there are mails on their way at once.

    A connection is used again, for at most 100 mails, and closed when idle for 30 seconds.
    """

    def __init__(self, settings: "EmailSettings", *, local_hostname: str = "localhost") -> None:
        self._settings = settings
        self._local_hostname = local_hostname
        self._tls_context: ssl.SSLContext | None = None
        self._idle = IdleConnections()

    async def send(
        self,
        *,
        sender: str,
        recipient: str,
        message_id: str,
        data: bytes,
        before_data: Callable[[], None] | None = None,
    ) -> None:
        mail = _Outgoing(
            sender=ascii_address(sender),
            recipient=ascii_address(recipient),
            data=data,
            before_data=before_data,
        )
        deadline = _now() + self._settings.timeout
        if (connection := self._idle.take()) is not None:
            # A relay may close an idle connection at the moment we use it; that is no fault.
            with suppress(StaleConnection):
                return await self._send_over(connection, mail, deadline)
        try:
            await self._send_over(await self._connect(deadline), mail, deadline)
        except StaleConnection as error:
            raise RelayFault(f"The relay left: {anonymise(str(error))}") from None

    async def check(self) -> None:
        """Connect, log in and leave, without a mail.

        Raises:
            RelayFault: the relay cannot be used.
        """
        await leave(await self._connect(_now() + self._settings.timeout))

    async def close(self) -> None:
        await self._idle.leave()

    async def _send_over(self, connection: Connection, mail: _Outgoing, deadline: float) -> None:
        smtp = connection.smtp
        try:
            async with asyncio.timeout_at(deadline):
                await send_envelope(smtp, mail.sender, mail.recipient)
            await send_data(smtp, mail.data, deadline=deadline, before_data=mail.before_data)
        except Refusal:
            await self._reset(connection)
            raise
        except (SMTPException, OSError) as error:
            smtp.close()
            raise _fault(error) from None
        except BaseException:
            smtp.close()
            raise
        connection.mails += 1
        self._idle.keep(connection)

    async def _reset(self, connection: Connection) -> None:
        """Take the refused envelope back; a relay that does not let us is left."""
        try:
            await connection.smtp.rset(timeout=GOODBYE_TIMEOUT)
        except (SMTPException, OSError):
            connection.smtp.close()
        except BaseException:
            connection.smtp.close()
            raise
        else:
            self._idle.keep(connection)

    async def _connect(self, deadline: float) -> Connection:
        smtp = self._create_client()
        try:
            async with asyncio.timeout_at(min(deadline, _now() + self._settings.connect_timeout)):
                await smtp.connect()
                # Without TLS and login nobody has introduced us yet; after STARTTLS once more.
                if smtp.is_ehlo_or_helo_needed:
                    await smtp.ehlo()
        except (SMTPException, OSError) as error:
            smtp.close()
            raise _fault(error) from None
        except BaseException:
            smtp.close()
            raise
        return Connection(smtp=smtp)

    def _create_client(self) -> SMTP:
        settings = self._settings
        return SMTP(
            hostname=settings.host,
            port=settings.port,
            username=settings.user,
            password=settings.password.get_secret_value() if settings.user else None,
            local_hostname=self._local_hostname,
            timeout=settings.timeout,
            use_tls=settings.ssl,
            # None would mean: when offered. TLS that is not asked for cannot be trusted anyway.
            start_tls=settings.tls,
            tls_context=self._get_tls_context(),
        )

    def _get_tls_context(self) -> ssl.SSLContext | None:
        if not (self._settings.ssl or self._settings.tls):
            return None
        if self._tls_context is None:
            self._tls_context = ssl.create_default_context(cafile=self._settings.ssl_ca)
        return self._tls_context


def _fault(error: Exception) -> RelayFault:
    """Say it in our words; the error of the library, which holds addresses, is not chained."""
    if isinstance(error, SMTPResponseException):
        return RelayFault(f"{error.code} {anonymise(error.message)}".strip())
    if isinstance(error, TimeoutError) and not str(error):
        return RelayFault("The relay does not answer in time.")
    return RelayFault(f"{type(error).__name__}: {anonymise(str(error))}".removesuffix(": "))


def _now() -> float:
    return asyncio.get_running_loop().time()
