"""The same club with 10 and 100 times the trainings and sessions: what P1 and P5 cost then."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from bench import copies, seed
from bench.contestants import serve_kwai
from bench.environment import prepare, write_environment
from bench.load import compare
from bench.paging import FIRST, deep_paths
from bench.report import Line, ratio
from bench.requests import REQUESTS, headers_for
from bench.stage import Stage, change, log_in
from kwai.core.db.database import Database
from kwai.core.settings import Settings

TIMES = (10, 100)
ASKED = ("P1", "P5")
AT_MOST = 1.3
NAME = "kwai_bench_grown"


def grow(stage: Stage) -> Iterator[tuple[int, Stage]]:
    """Give the stage with ever more rows, beside the one that has them once."""
    environment = write_environment(stage.folder / "grown", stage.server, name=NAME)
    settings = prepare(environment)
    change(settings, seed.seed)
    done = 1
    for times in TIMES:
        change(settings, _more(times, done), only_adds=True)
        done = times
        with _served(stage, environment, settings) as grown:
            yield times, grown


def lines(stage: Stage, times: int, grown: Stage) -> Iterator[Line]:
    """Ask both in turn; the database is one process, so it is asked for one of them at a time."""
    servers = [grown.whole, stage.whole]
    for number in ASKED:
        name, path, *_ = REQUESTS[number]
        # A token is good at the server that gave it, and for some minutes.
        headers = [headers_for(number, log_in(each.kwai.port)) for each in (grown, stage)]
        more, once = compare(servers, path, headers, rounds=stage.rounds, count=stage.count)
        title = f"{stage.engine}: {number} {name}, server and database, {times}x / 1x"
        yield ratio(title, more, once, AT_MOST)
    if times == TIMES[-1]:
        yield _first_page(stage, grown)
        yield _deep_page(grown)


def _first_page(stage: Stage, grown: Stage) -> Line:
    """Compare the first page by cursor of all trainings, nothing filtered, with that of few."""
    more, once = compare(
        [grown.whole, stage.whole], FIRST, {}, rounds=stage.rounds, count=stage.count
    )
    title = f"{stage.engine}: first page by cursor of all trainings, server and database"
    return ratio(f"{title}, {TIMES[-1]}x / 1x", more, once, AT_MOST)


def _deep_page(grown: Stage) -> Line:
    """Compare the first page with one at the end, of the pages that a cursor leads to."""
    first, deep = compare(
        [grown.whole] * 2, deep_paths(grown), {}, rounds=grown.rounds, count=grown.count
    )
    name = f"{grown.engine}: last page by cursor / first page, {TIMES[-1]}x"
    return ratio(name, deep, first, AT_MOST)


@contextmanager
def _served(stage: Stage, environment: dict[str, str], settings: Settings) -> Iterator[Stage]:
    with serve_kwai(environment) as kwai:
        yield replace(
            stage,
            environment=environment,
            settings=settings,
            kwai=kwai,
            token=log_in(kwai.port),
        )


def _more(times: int, done: int) -> Callable[[Database], Awaitable[object]]:
    return lambda database: copies.multiply(database, times=times, done=done)
