"""Asks one path over many connections at once, and costs little itself.

`python -m bench.flood PORT SECONDS CONNECTIONS PATH` prints how many answers it got, and the
seconds until the last of them.
"""

import re
import selectors
import socket
import sys
import time

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_END_OF_HEAD = b"\r\n\r\n"
_CHUNK = 1 << 18


class _Client:
    """One connection."""

    __slots__ = ("_missing", "_question", "socket")

    def __init__(self, port: int, question: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._question = question
        self._missing = 0
        self.ask()

    def ask(self) -> None:
        self.socket.sendall(self._question)

    def read(self) -> bool:
        """Read what has come; tells whether it was the end of an answer."""
        received = self.socket.recv(_CHUNK)
        if not received:
            raise ConnectionError("The server closed the connection.")
        if self._missing:
            self._missing -= len(received)
        else:
            self._missing = _missing_of(received)
        return not self._missing


def _missing_of(received: bytes) -> int:
    head, end, body = received.partition(_END_OF_HEAD)
    length = _LENGTH.search(head)
    if not end or length is None or b" 200 " not in head[:16]:
        raise RuntimeError(f"This is no answer to count: {head[:80]!r}")
    return int(length.group(1)) - len(body)


def flood(port: int, seconds: float, connections: int, path: str) -> tuple[int, float]:
    """Give how many answers came, and until when: whoever was asked may answer to the end."""
    question = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    started = time.monotonic()
    answers, asking = 0, connections
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            client = _Client(port, question)
            selector.register(client.socket, selectors.EVENT_READ, client)
        while asking:
            for key, _ in selector.select():
                if not key.data.read():
                    continue
                answers += 1
                if time.monotonic() - started < seconds:
                    key.data.ask()
                else:
                    asking -= 1
    return answers, time.monotonic() - started


if __name__ == "__main__":
    _port, _seconds, _connections, _path = sys.argv[1:]
    _found = flood(int(_port), float(_seconds), int(_connections), _path)
    sys.stdout.write(f"{_found[0]} {_found[1]}\n")
