"""The cheapest relay there is: takes everything, and writes who got a mail, and when, to a file."""

import asyncio
import sys
import time
from pathlib import Path
from typing import TextIO, cast

REPLIES = {
    b"EHLO": b"250 sink\r\n",
    b"HELO": b"250 sink\r\n",
    b"MAIL": b"250 OK\r\n",
    b"RSET": b"250 OK\r\n",
    b"NOOP": b"250 OK\r\n",
    b"DATA": b"354 Go on\r\n",
    b"QUIT": b"221 Bye\r\n",
}


class SmtpDialogue(asyncio.Protocol):
    def __init__(self, accepted: TextIO) -> None:
        self._accepted = accepted
        self._buffer = b""
        self._recipient = ""
        self._is_in_data = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are no subclasses of the abstract ones.
        self._transport = cast(asyncio.WriteTransport, transport)
        self._transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while self._take():
            pass

    def _take(self) -> bool:
        end = b"\r\n.\r\n" if self._is_in_data else b"\r\n"
        head, found, rest = self._buffer.partition(end)
        if not found:
            return False
        self._buffer = rest
        if self._is_in_data:
            self._accept()
        else:
            self._answer(head)
        return True

    def _accept(self) -> None:
        self._is_in_data = False
        self._accepted.write(f"{self._recipient} {time.time():.6f}\n")
        self._accepted.flush()
        self._transport.write(b"250 Taken\r\n")

    def _answer(self, line: bytes) -> None:
        verb = line[:4].upper()
        if verb == b"RCPT":
            self._recipient = line.partition(b"<")[2].partition(b">")[0].decode()
        self._is_in_data = verb == b"DATA"
        self._transport.write(REPLIES.get(verb, b"250 OK\r\n"))
        if verb == b"QUIT":
            self._transport.close()


async def serve(port: int, file: Path) -> None:
    loop = asyncio.get_running_loop()
    with file.open("a", encoding="ascii") as accepted:
        server = await loop.create_server(lambda: SmtpDialogue(accepted), "127.0.0.1", port)
        await server.serve_forever()


if __name__ == "__main__":
    import uvloop

    uvloop.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
