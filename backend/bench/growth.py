"""The same club with 10 and 100 times the trainings and sessions: what P1 and P5 cost then."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from bench import copies, seed
from bench.contestants import serve_kwai
from bench.environment import prepare, write_environment
from bench.load import compare
from bench.paging import FIRST, deep_paths
from bench.report import Line, ratio
from bench.requests import REQUESTS, headers_for
from bench.stage import Stage, change, log_in, without_warnings
from kwai.core.settings import Settings

TIMES = (10, 100)
ASKED = ("P1", "P5")
AT_MOST = 1.3
#: Half of those that a request is compared with the floor in: here the limits are far away.
ROUNDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class GrownClub:
    """A database beside that of a stage, with so many times its rows."""

    stage: Stage
    times: int
    environment: dict[str, str]
    settings: Settings

    @contextmanager
    def serve(self) -> Iterator[Stage]:
        with serve_kwai(self.environment) as kwai:
            yield replace(
                self.stage,
                environment=self.environment,
                settings=self.settings,
                kwai=kwai,
                token=log_in(kwai.port),
            )


def grow(stages: Sequence[Stage]) -> list[GrownClub]:
    """Fill the databases of all engines at once, because this takes longer than to measure them."""
    clubs = [_prepare(stage, times) for stage in stages for times in TIMES]
    largest_first = sorted(clubs, key=lambda club: -club.times)
    with without_warnings(), ThreadPoolExecutor(len(stages)) as threads:
        list(threads.map(_fill, largest_first))
    return clubs


def _prepare(stage: Stage, times: int) -> GrownClub:
    name = f"kwai_bench_{times}x"
    environment = write_environment(stage.folder / name, stage.server, name=name)
    return GrownClub(
        stage=stage, times=times, environment=environment, settings=prepare(environment)
    )


def _fill(club: GrownClub) -> None:
    change(club.settings, seed.seed)
    change(club.settings, partial(copies.multiply, times=club.times), only_adds=True)


def lines(club: GrownClub, grown: Stage) -> Iterator[Line]:
    """Ask both in turn; the database is one process, so it is asked for one of them at a time."""
    stage, times = club.stage, club.times
    servers = [grown.whole, stage.whole]
    for number in ASKED:
        name, path, *_ = REQUESTS[number]
        # A token is good at the server that gave it, and for some minutes.
        headers = [headers_for(number, log_in(each.kwai.port)) for each in (grown, stage)]
        more, once = compare(servers, path, headers, rounds=ROUNDS, count=stage.count)
        title = f"{stage.engine}: {number} {name}, server and database, {times}x / 1x"
        yield ratio(title, more, once, AT_MOST)
    if times == TIMES[-1]:
        yield _first_page(stage, grown)
        yield _deep_page(grown)


def _first_page(stage: Stage, grown: Stage) -> Line:
    """Compare the first page by cursor of all trainings, nothing filtered, with that of few."""
    more, once = compare([grown.whole, stage.whole], FIRST, {}, rounds=ROUNDS, count=stage.count)
    title = f"{stage.engine}: first page by cursor of all trainings, server and database"
    return ratio(f"{title}, {TIMES[-1]}x / 1x", more, once, AT_MOST)


def _deep_page(grown: Stage) -> Line:
    """Compare the first page with one at the end, of the pages that a cursor leads to."""
    first, deep = compare(
        [grown.whole] * 2, deep_paths(grown), {}, rounds=ROUNDS, count=grown.count
    )
    name = f"{grown.engine}: last page by cursor / first page, {TIMES[-1]}x"
    return ratio(name, deep, first, AT_MOST)
