"""Serves the metrics of a worker to this machine; a whole web framework would be too much."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from kwai.core.db.exceptions import DatabaseException
from kwai.core.events.metrics import CONTENT_TYPE, render_metrics

if TYPE_CHECKING:
    from kwai.core.settings import Settings

HOST = "127.0.0.1"
REQUEST_SECONDS = 5.0
MAX_HEAD = 16 * 1024


class MetricsPortException(Exception):
    """Raised when nobody could ask for the figures."""


@asynccontextmanager
async def serve_metrics(settings: "Settings") -> AsyncIterator[None]:
    """Answer GET /metrics on the port of the settings.

    Raises:
        MetricsPortException: another program has the port.
    """

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(REQUEST_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(await _respond(settings, head))
                await writer.drain()
        except (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
            return
        finally:
            writer.close()

    port = settings.bus.metrics_port
    try:
        server = await asyncio.start_server(answer, HOST, port, limit=MAX_HEAD)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise MetricsPortException(
            f"bus.metrics_port {port}: {reason}; each worker of a machine needs its own."
        ) from None
    async with server:
        yield


async def _respond(settings: "Settings", head: bytes) -> bytes:
    from kwai.core.dependencies import create_database

    if head.split(b" ")[:2] != [b"GET", b"/metrics"]:
        return _response("404 Not Found", b"")
    try:
        async with create_database(settings.db).unit(read_only=True) as database:
            return _response("200 OK", await render_metrics(database))
    except DatabaseException:
        return _response("503 Service Unavailable", b"")


def _response(status: str, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {CONTENT_TYPE}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
