"""The current user with a bearer token: kwai beside the floor, with a fresh and an old database."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from bench.environment import prepare, workspace, write_environment
from bench.load import Figure, Server, compare, request, serve
from bench.report import Line
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.security.digest import sha256_hex
from kwai.core.settings import Settings
from kwai.demo import seed_demo
from tests.support.processes import free_port

PATH = "/api/v1/auth/user"
PASSWORD = "een lange zin voor de meting"
EXPIRED_TOKENS = 50_000


def measure(engine: str, *, quick: bool) -> list[Line]:
    """Measure one engine."""
    rounds, count = (3, 300) if quick else (7, 1000)
    with workspace(engine) as (folder, server):
        environment = write_environment(folder / "home", server)
        settings = prepare(environment)
        seed_demo(settings, PASSWORD)
        with _contestants(environment, folder) as (kwai, floor):
            headers = {"Authorization": f"Bearer {_log_in(kwai.port)}"}
            _same_answer(kwai, floor, headers)
            fresh = compare([kwai, floor], PATH, headers, rounds=rounds, count=count)
            asyncio.run(_age(settings))
            old = compare([kwai, floor], PATH, headers, rounds=rounds, count=count)
            memory = kwai.resident_megabytes()
    return [
        _ratio(f"{engine}: current user / floor", *fresh, at_most=3.0),
        _ratio(f"{engine}: the same with {EXPIRED_TOKENS} expired tokens", *old, at_most=3.0),
        _ratio(f"{engine}: old database / fresh one, kwai", old[0], fresh[0], at_most=1.3),
        Line(f"{engine}: resident memory of one API process", memory, 100, "MB"),
        Line(f"{engine}: start to first answer", kwai.seconds_to_answer, 1.5, "s"),
    ]


def _ratio(name: str, one: Figure, other: Figure, *, at_most: float) -> Line:
    return Line(name, one.median / other.median, at_most, "x", detail=f"{one} / {other}")


@contextmanager
def _contestants(environment: dict[str, str], folder: Path) -> Iterator[tuple[Server, Server]]:
    with ExitStack() as stack:
        # Both answer with the same links, so both are told the same public address.
        environment = environment | {"KWAI_WEBSITE_URL": "http://127.0.0.1:8000"}
        kwai = serve(["-m", "kwai.kwai_api"], free_port(), environment, "/api/health")
        floor = serve(["-m", "bench.floor"], free_port(), environment, "/")
        yield stack.enter_context(kwai), stack.enter_context(floor)


def _log_in(port: int) -> str:
    import http.client
    import json
    from urllib.parse import urlencode

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    form = urlencode({"username": "admin@kwai.example", "password": PASSWORD})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/api/v1/auth/login", form, headers)
    token: str = json.loads(connection.getresponse().read())["access_token"]
    connection.close()
    return token


def _same_answer(kwai: Server, floor: Server, headers: dict[str, str]) -> None:
    import json

    ours, theirs = (request(each.port, PATH, headers) for each in (kwai, floor))
    if (ours[0], json.loads(ours[1])) != (theirs[0], json.loads(theirs[1])):
        raise RuntimeError("The floor answers something else, so nothing can be compared.")


async def _age(settings: Settings) -> None:
    """Leave what years of use leave: tokens that nobody swept."""
    now = datetime.now(UTC)
    expired = (now - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S.%f")
    async with create_database(settings.db).unit() as database:
        session = await database.fetch_one(Sql("SELECT MIN(id) AS id FROM user_sessions"))
        user = await database.fetch_one(Sql("SELECT MIN(id) AS id FROM users"))
        assert session is not None
        assert user is not None
        for start in range(0, EXPIRED_TOKENS, 500):
            values = ",".join(
                f"('{sha256_hex(str(uuid4()))}', {user['id']}, {session['id']}, '{expired}', 0, "
                f"'{expired}')"
                for _ in range(min(500, EXPIRED_TOKENS - start))
            )
            await database.change(
                Sql(
                    "INSERT INTO oauth_access_tokens (identifier, user_id, session_id, expiration, "
                    f"revoked, created_at) VALUES {values}"
                )
            )
    await close_pools(settings.db)
