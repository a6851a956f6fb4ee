"""A TCP proxy before a relay that cuts the connection at a chosen point of a mail."""

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Literal, Self

END_OF_MAIL = b"\r\n.\r\n"

Cut = Literal["before the final dot", "after the final dot", "never"]


class CuttingProxy:
    """Passes on what is said, until the point where it cuts.

    After the final dot means: the relay has got the mail and answered, and its answer is lost.
    """

    def __init__(self, host: str, port: int, cut: Cut) -> None:
        self.host = "127.0.0.1"
        self.port = 0
        self.cut = cut
        self._target = (host, port)
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, self.host, 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            self._tasks.add(task)
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        passage = _Passage(self.cut)
        try:
            await _first(
                passage.forth(reader, far_writer),
                passage.back(far_reader, writer),
            )
        finally:
            writer.transport.abort()
            far_writer.close()


class _Passage:
    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self._said = b""
        self._is_data = False
        self._is_over = False

    async def forth(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(65_536):
            self._said = self._said[-len(END_OF_MAIL) :] + chunk
            self._is_over = self._is_data and END_OF_MAIL in self._said
            if self._is_over and self._cut == "before the final dot":
                return
            writer.write(chunk)
            await writer.drain()

    async def back(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(65_536):
            if self._is_over and self._cut == "after the final dot":
                return
            self._is_data = self._is_data or chunk.startswith(b"354")
            writer.write(chunk)
            await writer.drain()


async def _first(*coroutines: Coroutine[Any, Any, None]) -> None:
    """Wait until one of them ends, then end the others."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
