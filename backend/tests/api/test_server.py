"""How a process of the API ends."""

import signal
import socket

from kwai.api.server import _run_in_this_process


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
