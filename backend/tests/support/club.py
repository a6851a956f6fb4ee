"""A club with its programs in processes of their own, for tests that kill them."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.json_api import MEDIA_TYPE
from kwai.core.security.token_codec import create_access_codec
from kwai.core.settings import DatabaseSettings, Settings, load_settings
from tests.factories.identity import PASSWORD
from tests.support.bus import BusKit
from tests.support.club_tasks import MemberGreetedEvent, add_club_tasks
from tests.support.identity_api import ClubKit, Person
from tests.support.proc import Proc
from tests.support.processes import free_port, is_listening
from tests.support.programs import SECRETS

LEASE = 5.0
BASE_ENVIRONMENT = {
    "KWAI_TESTING": "1",
    **SECRETS,
    "KWAI_SECURITY_THROTTLE": "false",
    "KWAI_WEBSITE_URL": "https://club.kwai.example",
    "KWAI_EMAIL_FROM": "club@kwai.example",
    "KWAI_EMAIL_CONNECT_TIMEOUT": "1",
    "KWAI_EMAIL_TIMEOUT": "2",
    "KWAI_BUS_LEASE": str(LEASE),
    "KWAI_BUS_HANDLER_TIMEOUT": "4",
    "KWAI_BUS_POLL_INTERVAL": "0.2",
    "KWAI_BUS_BACKOFF_BASE": "0.2",
    "KWAI_LOGGER_FORMAT": "json",
}


def database_environment(settings: DatabaseSettings) -> dict[str, str]:
    if settings.engine == "sqlite":
        return {"KWAI_DB_ENGINE": "sqlite", "KWAI_DB_FILE": str(settings.file)}
    return {
        "KWAI_DB_ENGINE": "mysql",
        "KWAI_DB_SOCKET": settings.socket or "",
        "KWAI_DB_USER": settings.user,
        "KWAI_DB_NAME": settings.name,
    }


@dataclass(slots=True)
class Club:
    """The environment of its programs, the programs that run, and what they did."""

    database: Database
    folder: Path
    environment: dict[str, str]
    procs: list[Proc] = field(default_factory=list)

    @classmethod
    def create(cls, database: Database, folder: Path, relay_port: int, **more: str) -> "Club":
        environment = BASE_ENVIRONMENT | database_environment(database.settings)
        environment |= {"KWAI_EMAIL_HOST": "127.0.0.1", "KWAI_EMAIL_PORT": str(relay_port)}
        return cls(database, folder, environment | {"KWAI_HOME": str(folder)} | more)

    @property
    def settings(self) -> Settings:
        return load_settings(environ=self.environment)

    @property
    def kit(self) -> BusKit:
        kit = BusKit(settings=self.settings, database=self.database)
        add_club_tasks(kit.subscriptions)
        return kit

    def worker(
        self, *, failpoint: str | None = None, program: str = "tests.support.club_tasks", **env: str
    ) -> Proc:
        """Start a worker that knows the tasks of the club."""
        worker = Worker(self, f"worker{len(self.procs)}", program.split(), **env)
        self.procs.append(worker)
        return worker.start(failpoint=failpoint)

    def api(
        self, *, failpoint: str | None = None, program: str = "kwai.kwai_api", **env: str
    ) -> "Api":
        """Start an API process that embeds no worker."""
        return self._serve(program.split(), failpoint, env | {"KWAI_BUS_EMBEDDED": "false"})

    def up(self, *, failpoint: str | None = None, **env: str) -> "Api":
        """Start everything in one process, as `make run` does."""
        return self._serve(["kwai", "up"], failpoint, env)

    def _serve(self, command: list[str], failpoint: str | None, env: dict[str, str]) -> "Api":
        api = Api(self, free_port(), command, **env)
        self.procs.append(api)
        api.start(failpoint=failpoint)
        return api

    async def greet(self, count: int, prefix: str = "member") -> list[str]:
        """Publish greetings and tell who is to get them."""
        addresses = [f"{prefix}{number}@kwai.example" for number in range(count)]
        bus = self.kit.bus
        async with self.database.transaction():
            for address in addresses:
                await bus.publish(MemberGreetedEvent(email=address))
        return addresses

    async def rows(self, sql: str) -> list[dict[str, Any]]:
        return [dict(record) for record in await self.database.fetch_all(Sql(sql))]

    async def statuses(self) -> Counter[str]:
        rows = await self.rows("SELECT status FROM outbox_deliveries")
        return Counter(row["status"] for row in rows)

    async def wait_until_idle(self, *, within: float = 60) -> None:
        """Wait until nothing is left to do."""

        async def is_idle() -> bool:
            statuses = await self.statuses()
            return statuses["ready"] + statuses["leased"] == 0

        await wait_until(is_idle, within=within)

    async def join(self, *roles: str, email: str = "") -> Person:
        """Let somebody with these roles become a user, and be logged in everywhere."""
        settings = self.settings
        state = SimpleNamespace(settings=settings, access_codec=create_access_codec(settings))
        app = SimpleNamespace(state=state)
        async with httpx.AsyncClient() as client:
            kit = ClubKit(app, self.database, client)  # type: ignore[arg-type]  # has the settings
            return await kit.join(*roles, email=email)

    async def release_database(self) -> None:
        """Let go of the database, so that a program has it to itself."""
        await self.database.close()
        await close_pools(self.database.settings)

    def end(self) -> None:
        for proc in self.procs:
            proc.kill9()


class Worker(Proc):
    """A process that works off events."""

    def __init__(self, club: Club, name: str, command: list[str], **environment: str) -> None:
        super().__init__(
            name, command, club.environment | environment, club.folder, _worker_is_ready
        )


class Api(Proc):
    """A process that serves the API: `kwai_api`, or `python -m kwai up`."""

    def __init__(self, club: Club, port: int, command: list[str], **environment: str) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        super().__init__(
            f"api{len(club.procs)}",
            command,
            club.environment | {"KWAI_PORT": str(port)} | environment,
            club.folder,
            _api_is_ready,
        )

    async def log_in(self, client: httpx.AsyncClient, person: Person) -> Person:
        """Log in over the wire, for a process whose clock makes other tokens old."""
        form = {"username": person.email, "password": PASSWORD}
        answer = await client.post(f"{self.url}/api/v1/auth/login", data=form)
        answer.raise_for_status()
        return replace(person, token=answer.json()["access_token"])

    async def post(
        self, client: httpx.AsyncClient, path: str, person: Person, document: Any
    ) -> httpx.Response:
        return await client.post(
            f"{self.url}/api/v1{path}", json=document, headers=_headers(person)
        )

    async def patch(
        self, client: httpx.AsyncClient, path: str, person: Person, document: Any
    ) -> httpx.Response:
        return await client.patch(
            f"{self.url}/api/v1{path}", json=document, headers=_headers(person)
        )

    async def invite(
        self, client: httpx.AsyncClient, inviter: Person, address: str
    ) -> httpx.Response:
        """Invite somebody; what goes wrong with the connection is raised."""
        attributes = {"email": address, "first_name": "Jigoro", "last_name": "Kano"}
        document = {"data": {"type": "user_invitations", "attributes": attributes}}
        return await self.post(client, "/auth/users/invitations", inviter, document)

    async def recover(self, client: httpx.AsyncClient, address: str) -> httpx.Response:
        """Ask for a recovery mail."""
        return await client.post(f"{self.url}/api/v1/auth/recover", data={"email": address})


def _headers(person: Person) -> dict[str, str]:
    return {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE} | person.headers


def _worker_is_ready(proc: Proc) -> bool:
    return "The worker starts." in proc.text


def _api_is_ready(proc: Proc) -> bool:
    # Not by asking it: a failpoint may wait for its first answer. It listens a moment later.
    assert isinstance(proc, Api)
    return "Application startup complete." in proc.text and is_listening(proc.port)


async def wait_until(
    condition: Callable[[], Awaitable[bool] | bool], *, within: float = 60
) -> None:
    """Poll a condition; the seconds are a deadline, not a delay."""
    deadline = time.monotonic() + within
    while True:
        result = condition()
        if result if isinstance(result, bool) else await result:
            return
        assert time.monotonic() < deadline, f"It did not happen within {within} seconds."
        await asyncio.sleep(0.02)
