"""How a process of the API begins and ends."""

import asyncio
import signal
import socket
from typing import Any

import pytest

from kwai.api.app import create_app, lifespan
from kwai.api.server import _run_in_this_process, run_checks
from kwai.core.db.durability import check_durability
from kwai.core.settings import Settings


class EarlyServer:
    """Stands for a server that is told to stop before it has begun to listen for signals."""

    def __init__(self) -> None:
        self.should_exit = False

    def run(self, *, sockets: list[socket.socket]) -> None:
        assert sockets
        signal.raise_signal(signal.SIGTERM)


def test_a_signal_that_comes_before_the_server_listens_is_not_lost() -> None:
    before = signal.getsignal(signal.SIGTERM)
    server = EarlyServer()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        _run_in_this_process(server, listener)  # type: ignore[arg-type]  # what it uses of it

    assert server.should_exit
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_start_looks_through_the_database_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []

    async def note(database: Any, **options: bool) -> Any:
        looked.append(database.settings)
        return await check_durability(database, **options)

    monkeypatch.setenv("KWAI_TESTING", "1")
    monkeypatch.setattr("kwai.api.start.check_durability", note)

    async def begin() -> None:
        async with lifespan(create_app(settings)):
            pass

    run_checks(settings)
    asyncio.run(begin())
    assert looked == [settings.db]

    # A server that begins without our checks, or begins again, makes them itself.
    asyncio.run(begin())
    assert looked == [settings.db, settings.db]
