"""What a season costs: 480 trainings in one request, and the calendar of one team."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from urllib.parse import quote

from bench import seed
from bench.load import compare_unchanged, request
from bench.report import Line, ratio
from bench.requests import tag_of
from bench.stage import Stage, change
from bench.statements import statements_of
from bench.writing import headers
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database

SEASON = 1_000
FIRST_DAY = date(2021, 1, 4)
WEEKS = 40
CREATED = WEEKS * seed.DEFINITIONS
GENERATE = f"/api/v1/seasons/{SEASON}/generate"
FEED = f"/api/v1/trainings/calendar.ics?{quote('filter[team]')}=1"
# Those of the workload are there already in the same year: these are held at night, elsewhere.
_OWN = {
    "id": f"id + {SEASON}",
    "start_time": "'21:00:00'",
    "end_time": "'22:30:00'",
    # Two of a week are held at the same hour.
    "location": "CASE WHEN id > 7 THEN 'Sportzaal' ELSE 'Turnzaal' END",
    "season_id": str(SEASON),
}
_PARTS = ("training_contents", "training_coaches", "training_teams")


def lines(stage: Stage) -> Iterator[Line]:
    """Measure the generation of a season among the trainings of the workload, and a feed."""
    yield from _feed(stage)
    change(stage.settings, _prepare)
    yield from _generation(stage)
    change(stage.settings, _tidy)


def _generation(stage: Stage) -> Iterator[Line]:
    seconds, counted = [], 0
    for _ in range(1 if stage.quick else 3):
        change(stage.settings, _forget)
        if stage.server is None:
            seconds.append(_seconds(lambda: _generate(stage)))
            continue
        # Asking the server how many statements it saw takes its time outside of the request.
        counted = statements_of(
            stage.settings, lambda: seconds.append(_seconds(lambda: _generate(stage)))
        )
    title = f"{stage.engine}: {WEEKS} weeks x {seed.DEFINITIONS} definitions generated"
    spread = f"{min(seconds):.2f}..{max(seconds):.2f} s, {CREATED} created"
    yield Line(title, median(seconds), 1, "s", detail=spread)
    if stage.server is not None:
        yield Line(f"{stage.engine}: statements of that request", counted, 30, "")


def _generate(stage: Stage) -> None:
    body = b'{"meta": {}}'
    status, answer = request(stage.kwai.port, GENERATE, headers(stage.token), body)
    created = json.loads(answer).get("meta", {}).get("summary", {}).get("created")
    if created != CREATED:
        raise RuntimeError(f"{CREATED} trainings were to be made, not {created} ({status}).")


def _feed(stage: Stage) -> Iterator[Line]:
    port = stage.kwai.port
    asking = range(2 * stage.rounds)
    times = [_seconds(lambda: request(port, FEED, {})) * 1_000 for _ in asking]
    events = request(port, FEED, {})[1].count(b"BEGIN:VEVENT")
    spread = f"{min(times):.1f}..{max(times):.1f} ms, {events} trainings"
    title = f"{stage.engine}: calendar feed of one team, one season"
    yield Line(title, median(times), 50, "ms", detail=spread)
    headers = {"If-None-Match": tag_of(port, FEED)}
    unchanged, whole = compare_unchanged(
        stage.kwai, FEED, headers, rounds=stage.rounds, count=stage.count // 10
    )
    yield ratio(f"{stage.engine}: the feed unchanged / built", unchanged, whole, 0.5)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


async def _prepare(database: Database) -> None:
    last = FIRST_DAY + timedelta(weeks=WEEKS, days=-1)
    row = (SEASON, "Seizoen bij nacht", FIRST_DAY, last, "", 1, seed.LONG_AGO, seed.LONG_AGO)
    await seed.insert(database, "seasons", seed.SEASON, [row])
    names = ",".join(seed.DEFINITION)
    values = ",".join(_OWN.get(name, name) for name in seed.DEFINITION)
    copy = f"INSERT INTO training_definitions ({names}) SELECT {values} FROM training_definitions"
    await database.change(Sql(copy))
    await database.change(Sql(f"UPDATE training_definitions SET active = (id > {SEASON})"))


async def _forget(database: Database) -> None:
    generated = f"SELECT id FROM trainings WHERE definition_id > {SEASON}"
    for table in _PARTS:
        await database.change(Sql(f"DELETE FROM {table} WHERE training_id IN ({generated})"))
    await database.change(Sql(f"DELETE FROM trainings WHERE definition_id > {SEASON}"))


async def _tidy(database: Database) -> None:
    await _forget(database)
    await database.change(Sql(f"DELETE FROM training_definitions WHERE id > {SEASON}"))
    await database.change(Sql(f"DELETE FROM seasons WHERE id = {SEASON}"))
    await database.change(Sql("UPDATE training_definitions SET active = 1"))
