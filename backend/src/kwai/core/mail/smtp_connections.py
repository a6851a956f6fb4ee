"""Connections to a relay that wait for their next mail."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from aiosmtplib import SMTP, SMTPException

MAX_MAILS = 100
MAX_IDLE = 30.0
GOODBYE_TIMEOUT = 1.0


@dataclass(slots=True, kw_only=True, eq=False)
class Connection:
    """An open connection, with the number of mails that went over it."""

    smtp: SMTP
    mails: int = 0
    idle_since: float = 0.0


class IdleConnections:
    """Keeps a connection for at most 100 mails, and for at most 30 seconds without one."""

    def __init__(self) -> None:
        self._idle: list[Connection] = []
        self._reaper: asyncio.TimerHandle | None = None

    def take(self) -> Connection | None:
        """Return the connection that was used last, or None when there is none."""
        while self._idle:
            connection = self._idle.pop()
            if connection.smtp.is_connected:
                return connection
        return None

    def keep(self, connection: Connection) -> None:
        """Keep a connection for later, or hang up when it has done enough."""
        if connection.mails >= MAX_MAILS or not connection.smtp.is_connected:
            hang_up(connection)
            return
        connection.idle_since = asyncio.get_running_loop().time()
        self._idle.append(connection)
        self._start_reaper()

    async def leave(self) -> None:
        """Say goodbye on all of them."""
        idle, self._idle = self._idle, []
        if self._reaper is not None:
            self._reaper.cancel()
            self._reaper = None
        await asyncio.gather(*(leave(connection) for connection in idle))

    def _start_reaper(self) -> None:
        if self._reaper is None:
            self._reaper = asyncio.get_running_loop().call_later(MAX_IDLE, self._reap)

    def _reap(self) -> None:
        self._reaper = None
        oldest = asyncio.get_running_loop().time() - MAX_IDLE
        for connection in [c for c in self._idle if c.idle_since <= oldest]:
            self._idle.remove(connection)
            hang_up(connection)
        if self._idle:
            self._start_reaper()


async def leave(connection: Connection) -> None:
    """Say goodbye and wait for the answer, though not for long."""
    with suppress(SMTPException, OSError):
        await connection.smtp.quit(timeout=GOODBYE_TIMEOUT)
    connection.smtp.close()


def hang_up(connection: Connection) -> None:
    """Say goodbye without waiting for the answer."""
    protocol = connection.smtp.protocol
    if protocol is not None:
        with suppress(SMTPException):
            protocol.write(b"QUIT\r\n")
    connection.smtp.close()
