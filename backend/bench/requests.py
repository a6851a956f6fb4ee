"""P1 to P7 on the workload, kwai beside the floor; and P1 and P5 again with many more rows."""

import asyncio
import http.client
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from bench import seed
from bench.contestants import contestants
from bench.environment import prepare, workspace, write_environment
from bench.load import Figure, Server, compare, cpu_seconds_of, request
from bench.report import Line
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings
from tests.support.servers import MariaDbServer

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
DEEP = "/api/v1/trainings?page%5Bsize%5D=30&sort=start_date"


def measure(engine: str, *, quick: bool) -> list[Line]:
    """Measure one engine."""
    with workspace(engine) as (folder, server):
        environment = write_environment(folder / "home", server)
        settings = prepare(environment)
        asyncio.run(_change(settings, seed.seed))
        with contestants(environment) as (kwai, floor):
            return list(_Requests(engine, settings, server, kwai, floor, quick=quick).measure())


class _Requests:
    """The measurements of one engine."""

    def __init__(
        self,
        engine: str,
        settings: Settings,
        server: MariaDbServer | None,
        kwai: Server,
        floor: Server,
        *,
        quick: bool,
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._server = server
        self._kwai = kwai
        self._floor = floor
        self._quick = quick
        self._count = 80 if quick else 200
        self._rounds = 3 if quick else 5
        self._token = log_in(kwai.port)

    def measure(self) -> list[Line]:
        """Give all lines; the costs before are what the growth is measured by."""
        lines: list[Line] = []
        costs: dict[str, Figure] = {}
        for number, (name, path, statements, at_most) in REQUESTS.items():
            same_answer(self._kwai, self._floor, path, self._headers(number))
            kwai, floor = self._compare(number, path)
            costs[number] = kwai
            lines.append(_ratio(f"{self._engine}: {number} {name} / floor", kwai, floor, at_most))
            if self._server is not None:
                lines.append(self._statements(number, path, statements))
        lines.append(self._unchanged(costs["P1"]))
        lines.extend(self._growth())
        memory = self._kwai.resident_megabytes()
        lines.append(Line(f"{self._engine}: resident memory of one API process", memory, 100, "MB"))
        start = self._kwai.seconds_to_answer
        lines.append(Line(f"{self._engine}: start to first answer", start, 1.5, "s"))
        return lines

    def _headers(self, number: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"} if number == "P5" else {}

    def _compare(self, number: str, path: str) -> list[Figure]:
        servers, headers = [self._kwai, self._floor], self._headers(number)
        return compare(servers, path, headers, rounds=self._rounds, count=self._count)

    def _statements(self, number: str, path: str, at_most: int) -> Line:
        """Let the database itself count, over a number of requests."""
        requests = 20
        before = asyncio.run(_questions(self._settings))
        for _ in range(requests):
            request(self._kwai.port, path, self._headers(number))
        # One of the statements is the question itself.
        sent = (asyncio.run(_questions(self._settings)) - before - 1) / requests
        return Line(f"{self._engine}: {number} SELECT statements", sent, at_most, "")

    def _unchanged(self, whole: Figure) -> Line:
        path = REQUESTS["P1"][1]
        headers = {"If-None-Match": tag_of(self._kwai.port, path)}
        rounds, count = self._rounds, self._count
        (cost,) = compare([self._kwai], path, headers, rounds=rounds, count=count, status=304)
        return _ratio(f"{self._engine}: P7 unchanged / P1", cost, whole, 0.5)

    def _growth(self) -> list[Line]:
        """Measure before and after the rows are many times as many, with the database's share."""
        lines: list[Line] = []
        if self._quick:
            return lines
        done, before = 1, {number: self._costs(number) for number in ("P1", "P5")}
        # SQLite has no process of its own, and 100 times the rows take minutes to write.
        for times in (10,) if self._server is None else (10, 100):
            for copies in range(done, times):
                asyncio.run(_change(self._settings, _more(copies + 1, copies)))
            done = times
            for asked, cost in before.items():
                now = self._costs(asked)
                name = f"{self._engine}: {asked}, server and database, {times}x / 1x"
                lines.append(Line(name, now / cost, 1.3, "x", detail=f"{now:.0f} / {cost:.0f} us"))
        first, deep = compare_paths(self._kwai, self._deep_paths(), self._rounds, self._count)
        lines.append(_ratio(f"{self._engine}: deep page / first page", deep, first, 1.3))
        return lines

    def _costs(self, number: str) -> float:
        """Give the microseconds of kwai and the database for one request, the best of rounds."""
        path, headers, found = REQUESTS[number][1], self._headers(number), []
        for _ in range(self._rounds + 1):
            before = self._busy()
            for _ in range(self._count):
                request(self._kwai.port, path, headers)
            found.append((self._busy() - before) / self._count * 1_000_000)
        return min(found[1:])

    def _busy(self) -> float:
        if self._server is None:
            return self._kwai.cpu_seconds()
        pid = self._server.pid
        assert pid is not None
        return self._kwai.cpu_seconds() + cpu_seconds_of(pid)

    def _deep_paths(self) -> tuple[str, str]:
        """Give the first page and one that begins behind all but the last rows."""
        end = asyncio.run(_near_the_end(self._settings))
        moment = f"{end.replace(' ', 'T')[:19]}Z"
        filtered = f"{DEEP}&filter%5Bstart%5D={moment}"
        page = json.loads(request(self._kwai.port, filtered, {})[1])
        cursor = page["links"]["next"].rpartition("page%5Bafter%5D=")[2].partition("&")[0]
        return DEEP, f"{DEEP}&page%5Bafter%5D={cursor}"


def compare_paths(server: Server, paths: tuple[str, str], rounds: int, count: int) -> list[Figure]:
    """Let one server answer two paths in turn."""
    return compare([server, server], list(paths), {}, rounds=rounds, count=count)


def _more(times: int, done: int) -> Callable[[Any], Any]:
    return lambda database: seed.multiply(database, times=times, done=done)


async def _change(settings: Settings, work: Callable[[Any], Any]) -> None:
    async with create_database(settings.db).unit() as database:
        await work(database)
    if settings.db.engine != "sqlite":
        async with create_database(settings.db).unit() as database:
            await database.fetch_all(Sql("ANALYZE TABLE trainings, user_sessions"))
    await close_pools(settings.db)


async def _questions(settings: Settings) -> int:
    async with create_database(settings.db).unit(read_only=True) as database:
        rows = await database.fetch_all(Sql("SHOW GLOBAL STATUS LIKE 'Com_select'"))
    await close_pools(settings.db)
    return int(rows[0]["Value"])


async def _near_the_end(settings: Settings) -> str:
    last = Sql("SELECT start_date FROM trainings ORDER BY start_date DESC, id LIMIT 1 OFFSET 100")
    async with create_database(settings.db).unit(read_only=True) as database:
        rows = await database.fetch_all(last)
    await close_pools(settings.db)
    return str(rows[0]["start_date"])


def _ratio(name: str, one: Figure, other: Figure, at_most: float) -> Line:
    return Line(name, one.median / other.median, at_most, "x", detail=f"{one} / {other}")


def log_in(port: int) -> str:
    """Give an access token of a coach."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    form = urlencode({"username": seed.COACH, "password": seed.PASSWORD})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/api/v1/auth/login", form, headers)
    token: str = json.loads(connection.getresponse().read())["access_token"]
    connection.close()
    return token


def tag_of(port: int, path: str) -> str:
    """Give the ETag of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.headers["ETag"]


def same_answer(kwai: Server, floor: Server, path: str, headers: dict[str, str]) -> None:
    """Both say the same, or nothing can be compared."""
    ours, theirs = (arranged(request(each.port, path, headers)[1]) for each in (kwai, floor))
    if ours != theirs:
        raise RuntimeError(f"The floor answers something else at {path}.")


def arranged(raw: bytes) -> dict[str, Any]:
    """Give a document with what is included in the order of type and id."""
    document: dict[str, Any] = json.loads(raw)
    if "included" in document:
        document["included"].sort(key=lambda each: (each["type"], each["id"]))
    return document
