"""Eight logins in flight, and what a visitor of the site notices of them.

`python -m bench.logins PORT` keeps logging in until it is ended, and says how often a second it
got in.
"""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from types import FrameType
from urllib.parse import urlencode

from bench import seed
from bench.report import Line
from bench.requests import REQUESTS
from bench.stage import Stage
from kwai.core.security.hashing import hashing_cores

IN_FLIGHT = 8
#: Of a round, half of it alone. What the logins made of it in a round is what counts, and of that
#: the median: whatever else the machine does for a moment is in one of them.
SECONDS, ROUNDS, QUICK_ROUNDS = 1.0, 9, 3
AT_MOST = 3.0
#: Seconds that an answer may take.
PATIENCE = 20.0


def lines(stage: Stage) -> Iterator[Line]:
    """Compare the 99th percentile of P4 with logins beside it and without."""
    rounds = QUICK_ROUNDS if stage.quick else ROUNDS
    alone, beside, rates = [], [], []
    with _elsewhere():
        # The first round opens connections, and loads what nobody needs before the first login.
        for _ in range(rounds + 1):
            alone.append(_percentile(_latencies(stage, SECONDS / 2)))
            with _crowd(stage.kwai.port) as crowd:
                beside.append(_percentile(_latencies(stage, SECONDS / 2)))
            rates.append(float(crowd.communicate()[0]))
    alone, beside = alone[1:], beside[1:]
    if not min(rates):
        raise RuntimeError("Nobody could log in.")
    times = median(after / before for before, after in zip(alone, beside, strict=True))
    before, after = (median(each) * 1_000 for each in (alone, beside))
    title = f"{stage.engine}: p99 of P4 beside {IN_FLIGHT} logins / alone"
    detail = f"{after:.1f} / {before:.1f} ms, {median(rates):.0f} logins per second"
    yield Line(title, times, AT_MOST, "x", detail=detail)


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Ask from the cores that passwords are hashed on.

    A visitor's own computer takes nothing from the loop that answers; on two cores, a fifth of
    what was measured otherwise was who asked and who answered waiting for each other.
    """
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, hashing_cores())
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _latencies(stage: Stage, seconds: float) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", stage.kwai.port, timeout=PATIENCE)
    path, found = REQUESTS["P4"][1], []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        started = time.perf_counter()
        connection.request("GET", path)
        connection.getresponse().read()
        found.append(time.perf_counter() - started)
    connection.close()
    return found


def _percentile(latencies: list[float]) -> float:
    return sorted(latencies)[len(latencies) * 99 // 100]


@contextmanager
def _crowd(port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "bench.logins", str(port)]
    crowd = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert crowd.stdout is not None
        # It says so when each of them was answered: at the beginning all ask at the same moment.
        crowd.stdout.readline()
        yield crowd
    finally:
        crowd.terminate()


class _Crowd:
    """Members who do nothing but log in."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._entered = 0
        self._answers = threading.Semaphore(0)
        self._is_over = threading.Event()

    def run(self) -> float:
        """Give how many logins a second succeeded until SIGTERM."""
        signal.signal(signal.SIGTERM, self._end)
        members = [threading.Thread(target=self._log_in, args=(n,)) for n in range(IN_FLIGHT)]
        for member in members:
            member.start()
        # As long as somebody is answered: without a server nobody ever is.
        all(self._answers.acquire(timeout=PATIENCE) for _ in members)
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        began, before = time.monotonic(), self._entered
        self._is_over.wait()
        rate = (self._entered - before) / (time.monotonic() - began)
        for member in members:
            member.join()
        return rate

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._is_over.set()

    def _log_in(self, number: int) -> None:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        while not self._is_over.is_set():
            # Each time another member at another address: who logs in all the time has to wait.
            number += IN_FLIGHT
            source = (f"127.1.{number // 250}.{number % 250 + 1}", 0)
            connection = http.client.HTTPConnection(
                "127.0.0.1", self._port, timeout=PATIENCE, source_address=source
            )
            member = f"member{number % seed.USERS + 1}@kwai.example"
            form = urlencode({"username": member, "password": seed.PASSWORD})
            connection.request("POST", "/api/v1/auth/login", form, kind)
            response = connection.getresponse()
            response.read()
            self._entered += response.status == http.HTTPStatus.OK
            self._answers.release()
            connection.close()


if __name__ == "__main__":
    sys.stdout.write(f"{_Crowd(int(sys.argv[1])).run()}\n")
