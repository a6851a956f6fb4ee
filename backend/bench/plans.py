"""How both engines read what P1 to P8 ask: the plans of the statements that kwai really sends."""

import asyncio
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from bench import seed, writing
from bench.contestants import serve_kwai
from bench.load import request
from bench.paging import deep_paths
from bench.report import Line
from bench.requests import REQUESTS, headers_for
from bench.stage import Stage, log_in
from kwai.core.db.pool import close_pools, get_pool
from kwai.core.settings import DatabaseSettings

_SENT = re.compile(r"(?:Query|Execute)\t(SELECT .*)")
_LISTED = re.compile(r"IN \([^()]*,[^()]*\)")
# Its first day is free however many rows there are: the years of the workload begin in week 2.
_YEAR = 2036
# Every row of a table, or every entry of one of its indexes.
_WHOLE = {"ALL", "index"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How an engine reads one statement."""

    engine: str
    request: str
    statement: str
    steps: tuple[str, ...]
    scanned: frozenset[str]


def read_plans(stage: Stage) -> list[Plan]:
    """Send each request once, and explain what it made of it."""
    watch = _SqliteWatch if stage.server is None else _MariaDbWatch
    with serve_kwai(stage.environment | watch.environment(stage)) as kwai:
        watcher = watch(stage)
        watcher.begin()
        asked = _requests(replace(stage, kwai=kwai))
        plans = [plan for each in asked for plan in watcher.explain(*each)]
        watcher.end()
        return plans


def lines(engine: str, plans: Sequence[Plan]) -> Iterator[Line]:
    """Make a line that falls short where a table that grows is read as a whole."""
    for number in dict.fromkeys(plan.request for plan in plans):
        scanned = {name for plan in plans if plan.request == number for name in plan.scanned}
        title = f"{engine}: {number}, tables that grow and are read as a whole"
        yield Line(title, len(scanned), 0, "", detail=", ".join(sorted(scanned)))


def _requests(stage: Stage) -> Iterator[tuple[str, Callable[[], object]]]:
    port = stage.kwai.port
    token = log_in(port)
    paths = {number: asked[1] for number, asked in REQUESTS.items()}
    paths["last page"] = deep_paths(stage)[1]
    for number, path in paths.items():
        yield number, partial(request, port, path, headers_for(number, token))
    headers, body = writing.headers(token), writing.NewTrainings(_YEAR)()
    yield "P8", partial(request, port, writing.PATH, headers, body)


class _MariaDbWatch:
    """The server writes down what it is asked."""

    def __init__(self, stage: Stage) -> None:
        assert stage.server is not None
        self._settings = stage.settings.db
        self._log = stage.server.directory / "general.log"

    @classmethod
    def environment(cls, stage: Stage) -> dict[str, str]:
        return {}

    def begin(self) -> None:
        for setting in (f"general_log_file = '{self._log}'", "general_log = 1"):
            asyncio.run(_run(self._settings, f"SET GLOBAL {setting}"))

    def end(self) -> None:
        asyncio.run(_run(self._settings, "SET GLOBAL general_log = 0"))

    def explain(self, number: str, send: Callable[[], object]) -> Iterator[Plan]:
        before = self._log.stat().st_size
        send()
        written = self._log.read_bytes()[before:].decode(errors="replace")
        for statement in filter(_is_of_a_request, _SENT.findall(written)):
            records = asyncio.run(_run(self._settings, f"EXPLAIN {statement}"))
            yield _mariadb_plan(number, statement, records)


class _SqliteWatch:
    """Kwai itself writes down what it asks; without values, which the planner needs none of."""

    def __init__(self, stage: Stage) -> None:
        self._settings, self._log = stage.settings.db, self._log_of(stage)

    @classmethod
    def environment(cls, stage: Stage) -> dict[str, str]:
        return {"KWAI_LOGGER_LEVEL": "DEBUG", "KWAI_LOGGER_FILE": str(cls._log_of(stage))}

    @staticmethod
    def _log_of(stage: Stage) -> Path:
        return stage.folder / "statements.log"

    def begin(self) -> None:
        pass

    def end(self) -> None:
        pass

    def explain(self, number: str, send: Callable[[], object]) -> Iterator[Plan]:
        before = self._log.stat().st_size
        send()
        written = self._log.read_bytes()[before:].splitlines()
        for statement in filter(_is_of_a_request, map(_message, written)):
            nothing = [None] * statement.count("?")
            text = f"EXPLAIN QUERY PLAN {statement}"
            records = asyncio.run(_run(self._settings, text, nothing))
            yield _sqlite_plan(number, statement, records)


def _message(line: bytes) -> str:
    return str(json.loads(line).get("message", ""))


def _is_of_a_request(statement: str) -> bool:
    """The worker looks for its own work meanwhile."""
    return statement.startswith("SELECT `") and "`outbox_" not in statement


def _mariadb_plan(number: str, statement: str, records: Sequence[dict[str, Any]]) -> Plan:
    steps = tuple(
        f"{each['table']}: {each['type']} by {each['key'] or 'no index'}, {each['rows']} rows"
        + (f" ({each['Extra']})" if each["Extra"] else "")
        for each in records
    )
    whole = (str(each["table"]) for each in records if each["type"] in _WHOLE)
    return _plan("mariadb", number, statement, steps, whole)


def _sqlite_plan(number: str, statement: str, records: Sequence[dict[str, Any]]) -> Plan:
    steps = tuple(str(each["detail"]) for each in records)
    whole = (match.group(1) for step in steps if (match := re.match(r"SCAN (\w+)", step)))
    return _plan("sqlite", number, statement, steps, whole)


def _plan(
    engine: str, number: str, statement: str, steps: tuple[str, ...], whole: Iterable[str]
) -> Plan:
    # The columns are left out: what is read is said by the rest.
    _, _, rest = statement.partition(" FROM ")
    return Plan(
        engine=engine,
        request=number,
        statement=_LISTED.sub("IN (...)", f"SELECT ... FROM {rest}".replace("`", "")),
        steps=steps,
        scanned=frozenset(whole) & frozenset(seed.GROWING),
    )


async def _run(
    settings: DatabaseSettings, text: str, values: Sequence[None] = ()
) -> list[dict[str, Any]]:
    lease = await get_pool(settings).lease(write=False)
    try:
        records: list[dict[str, Any]] = (await lease.run(text, values)).records
        return records
    finally:
        lease.release()
        await close_pools(settings)
