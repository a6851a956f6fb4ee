"""Requests per second of one API process and of two, on MariaDB and Redis.

On a machine with few cores the database and whoever asks take their share of them, so the CPU of
each beside the rate is what a larger machine can be reckoned with.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.contestants import serve_kwai
from bench.load import Server, cpu_seconds_of
from bench.report import Line
from bench.requests import REQUESTS
from bench.stage import Stage
from tests.support.servers import RedisServer

PROCESSES = (1, 2)
CONNECTIONS = 16
ASKED = ("P1", "P4")


def lines(stage: Stage) -> Iterator[Line]:
    """Measure the rates; nothing is shared but the database and Redis."""
    redis = RedisServer(stage.folder / "redis")
    redis.start()
    try:
        environment = stage.environment | {"KWAI_REDIS_SOCKET": redis.socket}
        for processes in PROCESSES:
            workers = {"KWAI_API_WORKERS": str(processes)}
            with serve_kwai(environment | workers) as kwai:
                for number in ASKED:
                    yield _rate(stage, kwai, number, processes)
    finally:
        redis.stop()


def _rate(stage: Stage, kwai: Server, number: str, processes: int) -> Line:
    path = REQUESTS[number][1]
    seconds = 1.0 if stage.quick else 3.0
    _flood(kwai.port, 0.3, path)
    assert stage.server is not None
    assert stage.server.pid is not None
    servers, database = [kwai.pid, *_children(kwai.pid)], stage.server.pid
    before, of_database = _busy(servers), cpu_seconds_of(database)
    answers, taken = _flood(kwai.port, seconds, path)
    each, its = (
        (after - earlier) / answers * 1_000_000
        for after, earlier in (
            (_busy(servers), before),
            (cpu_seconds_of(database), of_database),
        )
    )
    title = f"{stage.engine}: {number} with {processes} API process(es)"
    detail = f"CPU per request: kwai {each:.0f} us, database {its:.0f} us"
    return Line(title, answers / taken, None, "requests/s", at_least=True, detail=detail)


def _flood(port: int, seconds: float, path: str) -> tuple[int, float]:
    command = [sys.executable, "-m", "bench.flood", str(port), str(seconds), str(CONNECTIONS), path]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answers, taken = done.stdout.split()
    return int(answers), float(taken)


def _busy(pids: list[int]) -> float:
    return sum(map(cpu_seconds_of, pids))


def _children(pid: int) -> list[int]:
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
