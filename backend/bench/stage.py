"""One engine with the workload in it, kwai and the floor serving it."""

import asyncio
import http.client
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

from bench import seed
from bench.contestants import contestants
from bench.environment import prepare, workspace, write_environment
from bench.load import Server
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings
from tests.support.servers import MariaDbServer

ENGINES = ("mariadb", "sqlite")
# Seeding a hundred clubs is one statement per table.
PATIENCE = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the measurements of one engine share."""

    engine: str
    folder: Path
    environment: dict[str, str]
    settings: Settings
    server: MariaDbServer | None
    kwai: Server
    floor: Server
    token: str
    quick: bool

    @property
    def whole(self) -> Server:
        """Kwai together with the database server, if there is one."""
        if self.server is None or self.server.pid is None:
            return self.kwai
        return replace(self.kwai, beside=(self.server.pid,))

    @property
    def count(self) -> int:
        """Requests in a round: few, so that both of a round meet the same machine."""
        return 20 if self.quick else 50

    @property
    def rounds(self) -> int:
        """Rounds, of which the median counts."""
        return 9 if self.quick else 20


@contextmanager
def set_stage(engine: str, *, quick: bool) -> Iterator[Stage]:
    """Seed one engine and start both contestants."""
    with workspace(engine) as (folder, server):
        environment = write_environment(folder / "home", server)
        settings = prepare(environment)
        change(settings, seed.seed)
        with contestants(environment) as (kwai, floor):
            yield Stage(
                engine=engine,
                folder=folder,
                environment=environment,
                settings=settings,
                server=server,
                kwai=kwai,
                floor=floor,
                token=log_in(kwai.port),
                quick=quick,
            )


def change(
    settings: Settings, work: Callable[[Database], Awaitable[object]], *, only_adds: bool = False
) -> None:
    """Change the rows behind the back of the servers, and let the engine look at them again.

    What only adds rows that are right needs neither the checks of SQLite nor its care for a crash.
    """
    with without_warnings():
        asyncio.run(_change(settings, work, in_haste=only_adds))


@contextmanager
def without_warnings() -> Iterator[None]:
    """Do not log that a statement was slow: here each is, as long as a page, and nobody's fault."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


async def _change(
    settings: Settings, work: Callable[[Database], Awaitable[object]], *, in_haste: bool
) -> None:
    patient = settings.db.model_copy(update={"statement_timeout": PATIENCE})
    if in_haste and patient.engine == "sqlite":
        await _make_haste(create_database(patient))
    async with create_database(patient).unit() as database:
        await work(database)
    # MariaDB does this by itself, a little later; SQLite is used as it is installed, without.
    if patient.engine == "mysql":
        async with create_database(patient).unit() as database:
            await database.fetch_all(Sql(f"ANALYZE TABLE {', '.join(seed.GROWING)}"))
    await close_pools(patient)


async def _make_haste(database: Database) -> None:
    """Let the one connection that writes take risks."""
    for pragma in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -262144"):
        await database.change(Sql(f"PRAGMA {pragma}"))
    await database.close()


def log_in(port: int) -> str:
    """Give an access token of a coach who is an administrator too."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    form = urlencode({"username": seed.COACH, "password": seed.PASSWORD})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/api/v1/auth/login", form, headers)
    token: str = json.loads(connection.getresponse().read())["access_token"]
    connection.close()
    return token
