"""Sends requests to two servers in turn and reads what each cost from the operating system."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PATIENCE = 60.0
BACKEND = str(Path(__file__).parents[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A process that answers on a port, and how long it took until it did.

    `beside` are the processes that work for it, and count with it.
    """

    pid: int
    port: int
    seconds_to_answer: float
    beside: tuple[int, ...] = ()

    def cpu_seconds(self) -> float:
        """User and system time so far."""
        return sum(map(cpu_seconds_of, (self.pid, *self.beside)))

    def resident_megabytes(self) -> float:
        """Memory that is resident now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Microseconds of CPU per request, in each round."""

    rounds: tuple[float, ...]

    def over(self, other: "Figure") -> float:
        """How many times the other one it is: the median of what it was in each round.

        Both of a round have the same machine, which an hour, or a second, later may be another.
        """
        return median(one / its for one, its in zip(self.rounds, other.rounds, strict=True))

    def __str__(self) -> str:
        return f"{median(self.rounds):.0f} us ({min(self.rounds):.0f}..{max(self.rounds):.0f})"


def cpu_seconds_of(pid: int) -> float:
    """User and system time of a process; ticks of 10 ms, as others count, are too coarse."""
    # The number of the clock of another process (Linux: CPUCLOCK_SCHED), as clock_getcpuclockid
    # gives it.
    return time.clock_gettime((~pid << 3) | 2)


@contextmanager
def serve(
    command: Sequence[str], port: int, environment: Mapping[str, str], path: str
) -> Iterator[Server]:
    """Start a server and wait for its first answer at `path`."""
    started = time.monotonic()
    own = {"KWAI_PORT": str(port), "PYTHONPATH": f"{BACKEND}{os.pathsep}{BACKEND}/src"}
    with subprocess.Popen(
        [sys.executable, *command], env={**os.environ, **environment, **own}
    ) as process:
        try:
            _wait_for(port, path, process)
            yield Server(
                pid=process.pid,
                port=port,
                seconds_to_answer=time.monotonic() - started,
            )
        finally:
            process.terminate()


def _wait_for(port: int, path: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            request(port, path, {})
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise RuntimeError("The server did not answer.")


def request(
    port: int, path: str, headers: Mapping[str, str], body: bytes | None = None
) -> tuple[int, bytes]:
    """Send one request on a connection of its own; with a body it is a POST."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET" if body is None else "POST", path, body, dict(headers))
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def compare(
    servers: Sequence[Server],
    path: str | Sequence[str],
    headers: Mapping[str, str] | Sequence[Mapping[str, str]],
    *,
    rounds: int,
    count: int,
    status: int | Sequence[int] = http.HTTPStatus.OK,
    bodies: Callable[[], bytes] | None = None,
) -> list[Figure]:
    """Let the servers answer in turn, `count` requests a round, and give the CPU of each.

    `path` is what all are asked for, or what each is; so are `headers` and the `status` that is
    answered. `bodies` gives each request its own.
    """
    paths = [path] * len(servers) if isinstance(path, str) else path
    sent = [headers] * len(servers) if isinstance(headers, Mapping) else headers
    answers = [status] * len(servers) if isinstance(status, int) else status
    costs: list[list[float]] = [[] for _ in servers]
    for number in range(rounds + 1):
        for server, asked, own, answer, figures in zip(
            servers, paths, sent, answers, costs, strict=True
        ):
            before = server.cpu_seconds()
            _send(server.port, asked, own, count, answer, bodies)
            # The first round warms up: pools, caches, compiled serializers.
            if number:
                figures.append((server.cpu_seconds() - before) / count * 1_000_000)
    return [Figure(rounds=tuple(each)) for each in costs]


def compare_unchanged(
    server: Server, path: str, headers: Mapping[str, str], *, rounds: int, count: int
) -> list[Figure]:
    """Let a server answer in turn that nothing has changed, and the whole."""
    return compare(
        [server, server],
        path,
        [headers, {}],
        rounds=rounds,
        count=count,
        status=[http.HTTPStatus.NOT_MODIFIED, http.HTTPStatus.OK],
    )


def _send(
    port: int,
    path: str,
    headers: Mapping[str, str],
    count: int,
    status: int,
    bodies: Callable[[], bytes] | None,
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    method = "GET" if bodies is None else "POST"
    try:
        for _ in range(count):
            body = None if bodies is None else bodies()
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            response.read()
            if response.status != status:
                raise RuntimeError(f"{path} answered {response.status}.")
    finally:
        connection.close()
