"""An SMTP server in the loop of the test that answers, keeps silent or hangs up as it is told."""

import asyncio
import ssl
from collections import defaultdict, deque
from types import TracebackType
from typing import Self

HANG_UP = "hang up"
KEEP_SILENT = "keep silent"
STOP_READING = "stop reading"

_ANSWERS = {
    "CONNECT": "220 scripted.test ready",
    "EHLO": "250 scripted.test",
    "MAIL": "250 OK",
    "RCPT": "250 OK",
    "DATA": "354 go on",
    "END": "250 taken",
    "RSET": "250 OK",
    "QUIT": "221 bye",
}


class ScriptedRelay:
    """Answers verbs (and `CONNECT`, and `END` for the final dot) by script, else politely."""

    def __init__(self, *, ssl_context: ssl.SSLContext | None = None) -> None:
        self.host = "127.0.0.1"
        self.port = 0
        self.connections = 0
        self.open = 0
        self.verbs: list[str] = []
        self.commands: list[str] = []
        self.mails: list[bytes] = []
        self._ssl_context = ssl_context
        self._scripts: defaultdict[str, deque[str]] = defaultdict(deque)
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._released = asyncio.Event()

    def answer(self, verb: str, *replies: str) -> None:
        """Answer the next commands with this verb so, in turn."""
        self._scripts[verb].extend(replies)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(
            self._accept, self.host, self.port, ssl=self._ssl_context
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._released.set()
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
        self.connections += 1
        self.open += 1
        try:
            await self._serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open -= 1
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reply = await self._reply(writer, "CONNECT")
        while reply is not None:
            line = (await reader.readuntil(b"\r\n")).decode().strip()
            verb = line.split(" ")[0].upper()
            self.commands.append(line)
            reply = await self._reply(writer, verb)
            if reply is not None and reply.startswith("354"):
                self.mails.append(await reader.readuntil(b"\r\n.\r\n"))
                reply = await self._reply(writer, "END")
            if verb == "QUIT":
                return

    async def _reply(self, writer: asyncio.StreamWriter, verb: str) -> str | None:
        """Return what was answered, or None when the connection is to end."""
        self.verbs.append(verb)
        script = self._scripts[verb]
        reply = script.popleft() if script else _ANSWERS.get(verb, "500 what?")
        if reply == HANG_UP:
            return None
        if reply == STOP_READING:
            writer.write(b"354 go on\r\n")
            # Without this the loop would take what arrives into its own buffer.
            writer.transport.pause_reading()  # type: ignore[attr-defined]
            await self._released.wait()
        if reply == KEEP_SILENT:
            await self._released.wait()
        writer.write(reply.encode() + b"\r\n")
        await writer.drain()
        return reply
