"""Sends requests to two servers in turn and reads what each cost from the operating system."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

import psutil

PATIENCE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A process that answers on a port, and how long it took until it did."""

    process: psutil.Process
    port: int
    seconds_to_answer: float

    def cpu_seconds(self) -> float:
        """User and system time so far, children included."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(sum(each.cpu_times()[:2]) for each in family)

    def resident_megabytes(self) -> float:
        """Memory that is resident now, children included."""
        family = [self.process, *self.process.children(recursive=True)]
        return float(sum(each.memory_info().rss for each in family)) / 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Microseconds of CPU per request: the median of the rounds, and their range."""

    median: float
    lowest: float
    highest: float

    def __str__(self) -> str:
        return f"{self.median:.0f} us ({self.lowest:.0f}..{self.highest:.0f})"


@contextmanager
def serve(
    command: Sequence[str], port: int, environment: Mapping[str, str], path: str
) -> Iterator[Server]:
    """Start a server and wait for its first answer at `path`."""
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, *command], env={**os.environ, **environment, "KWAI_PORT": str(port)}
    ) as process:
        try:
            _wait_for(port, path, process)
            yield Server(
                process=psutil.Process(process.pid),
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


def request(port: int, path: str, headers: Mapping[str, str]) -> tuple[int, bytes]:
    """Send one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=dict(headers))
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def compare(
    servers: Sequence[Server], path: str, headers: Mapping[str, str], *, rounds: int, count: int
) -> list[Figure]:
    """Let the servers answer in turn, `count` requests a round, and give the CPU of each."""
    costs: list[list[float]] = [[] for _ in servers]
    for number in range(rounds + 1):
        for server, figures in zip(servers, costs, strict=True):
            before = server.cpu_seconds()
            _send(server.port, path, headers, count)
            # The first round warms up: pools, caches, compiled serializers.
            if number:
                figures.append((server.cpu_seconds() - before) / count * 1_000_000)
    return [Figure(median=median(each), lowest=min(each), highest=max(each)) for each in costs]


def _send(port: int, path: str, headers: Mapping[str, str], count: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        for _ in range(count):
            connection.request("GET", path, headers=dict(headers))
            response = connection.getresponse()
            response.read()
            if response.status != http.HTTPStatus.OK:
                raise RuntimeError(f"{path} answered {response.status}.")
    finally:
        connection.close()
