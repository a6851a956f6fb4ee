"""P1 to P8 on the workload, kwai beside the floor. Run from `backend`: python -m bench.requests"""

import argparse
import http.client
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench import writing
from bench.load import Figure, Server, compare, compare_unchanged, request
from bench.report import Line, ratio
from bench.stage import ENGINES, Stage, log_in, set_stage
from bench.statements import statements_per_request

__all__ = ["REQUESTS", "arranged", "lines", "log_in", "measure"]

_MONTH = "/api/v1/trainings?filter%5Byear%5D=2021&filter%5Bmonth%5D=3&page%5Blimit%5D=30"
#: Name, path, SQL statements at most, CPU at most, in times the floor.
REQUESTS = {
    "P1": ("a month of trainings", f"{_MONTH}&include=coaches,teams,definition", 5, 2.0),
    "P2": ("one training", "/api/v1/trainings/2100", 4, 2.5),
    "P3": ("promoted stories", "/api/v1/portal/news?page%5Blimit%5D=10", 3, 2.5),
    "P4": ("applications", "/api/v1/portal/applications", 1, 2.5),
    "P5": ("current user", "/api/v1/auth/user", 1, 3.0),
    "P6": ("a month, sparse", f"{_MONTH}&fields%5Btrainings%5D=event", 2, 2.0),
}
UNCHANGED_STATEMENTS, UNCHANGED_AT_MOST = 2, 0.5


def measure(engine: str, *, quick: bool) -> list[Line]:
    """Seed one engine and measure all requests."""
    with set_stage(engine, quick=quick) as stage:
        return list(lines(stage))


def lines(stage: Stage) -> Iterator[Line]:
    """Measure all requests: the cost beside the floor, and the statements where a server counts."""
    for number, (name, path, statements, at_most) in REQUESTS.items():
        headers = headers_for(number, stage.token)
        _same_answer(stage, path, headers)
        kwai, floor = compare_with_floor(stage, path, headers)
        yield ratio(f"{stage.engine}: {number} {name} / floor", kwai, floor, at_most)
        yield from _statements(stage, number, statements, _asking(stage.kwai, path, headers))
    yield from _unchanged(stage)
    yield from _writing(stage)


def compare_engines(stages: Sequence[Stage]) -> Iterator[Line]:
    """Compare P1 on the engines, the server of one included."""
    name, path, *_ = REQUESTS["P1"]
    rounds, count = stages[0].rounds, stages[0].count
    costs = compare([stage.whole for stage in stages], path, {}, rounds=rounds, count=count)
    found = {stage.engine: cost for stage, cost in zip(stages, costs, strict=True)}
    title = f"P1 {name}: sqlite / mariadb, server and database"
    yield ratio(title, found["sqlite"], found["mariadb"], 1.0)


def headers_for(number: str, token: str) -> dict[str, str]:
    """Give the headers of one of the requests that read."""
    return {"Authorization": f"Bearer {token}"} if number == "P5" else {}


def compare_with_floor(
    stage: Stage, path: str, headers: dict[str, str], bodies: Callable[[], bytes] | None = None
) -> list[Figure]:
    """Let kwai and the floor answer in turn."""
    return compare(
        [stage.kwai, stage.floor],
        path,
        headers,
        rounds=stage.rounds,
        count=stage.count,
        status=http.HTTPStatus.OK if bodies is None else http.HTTPStatus.CREATED,
        bodies=bodies,
    )


def arranged(raw: bytes) -> dict[str, Any]:
    """Give a document with what is included in the order of type and id."""
    document: dict[str, Any] = json.loads(raw)
    if "included" in document:
        document["included"].sort(key=lambda each: (each["type"], each["id"]))
    return document


def tag_of(port: int, path: str) -> str:
    """Give the ETag of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.headers["ETag"]


def _asking(
    server: Server, path: str, headers: dict[str, str], bodies: Callable[[], bytes] | None = None
) -> Callable[[], object]:
    return lambda: request(server.port, path, headers, None if bodies is None else bodies())


def _statements(
    stage: Stage, number: str, at_most: int, send: Callable[[], object]
) -> Iterator[Line]:
    if stage.server is not None:
        sent = statements_per_request(stage.settings, send)
        yield Line(f"{stage.engine}: {number} statements", sent, at_most, "")


def _unchanged(stage: Stage) -> Iterator[Line]:
    path = REQUESTS["P1"][1]
    headers = {"If-None-Match": tag_of(stage.kwai.port, path)}
    unchanged, whole = compare_unchanged(
        stage.kwai, path, headers, rounds=stage.rounds, count=stage.count
    )
    yield ratio(f"{stage.engine}: P7 unchanged / P1", unchanged, whole, UNCHANGED_AT_MOST)
    yield from _statements(stage, "P7", UNCHANGED_STATEMENTS, _asking(stage.kwai, path, headers))


def _writing(stage: Stage) -> Iterator[Line]:
    headers, bodies = writing.headers(stage.token), writing.NewTrainings()
    _same_new_training(stage, headers, bodies)
    kwai, floor = compare_with_floor(stage, writing.PATH, headers, bodies)
    yield ratio(f"{stage.engine}: P8 {writing.NAME} / floor", kwai, floor, writing.AT_MOST)
    send = _asking(stage.kwai, writing.PATH, headers, bodies)
    yield from _statements(stage, "P8", writing.STATEMENTS, send)


def _same_answer(stage: Stage, path: str, headers: dict[str, str]) -> None:
    """Both say the same, or nothing can be compared."""
    servers = (stage.kwai, stage.floor)
    ours, theirs = (arranged(request(each.port, path, headers)[1]) for each in servers)
    if ours != theirs:
        raise RuntimeError(f"The floor answers something else at {path}.")


def _same_new_training(stage: Stage, headers: dict[str, str], bodies: Callable[[], bytes]) -> None:
    answers = []
    for server in (stage.kwai, stage.floor):
        body = bodies()
        answer = request(server.port, writing.PATH, headers, body)[1]
        answers.append(writing.comparable(answer, body))
    if answers[0] != answers[1]:
        raise RuntimeError("The floor answers something else to a new training.")


def main() -> int:
    """Print the lines; the exit code counts those that fall short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    args = parser.parse_args()
    found = [line for each in args.engine or ENGINES for line in measure(each, quick=args.quick)]
    for line in found:
        print(line)
    return sum(not line.is_reached for line in found)


if __name__ == "__main__":
    sys.exit(main())
