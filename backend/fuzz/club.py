"""A club with a running API: what is fuzzed is the real server, over real HTTP."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Final

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from kwai.api.app import create_app
from kwai.cli.db import upgrade
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.domain.clock import utc_now
from kwai.core.json_api import MEDIA_TYPE
from kwai.core.settings import DatabaseSettings, SecuritySettings, Settings
from tests.support.api import api_settings
from tests.support.database import create_mysql_database
from tests.support.identity_api import ClubKit, Person
from tests.support.processes import free_port, run_directory
from tests.support.servers import MariaDbServer

PERSONAS: Final = ("anonymous", "user", "author", "coach", "admin")
ENGINES: Final = ("sqlite", "mariadb")
ADDRESS: Final = "fuzz-{role}@club.example"


@dataclass(slots=True)
class Club:
    """The address of the server, and who may be logged in."""

    app: FastAPI
    url: str
    settings: Settings

    def token(self, role: str) -> str:
        """Log somebody in again: fuzzing ends sessions, and revokes users."""
        return asyncio.run(self._log_in(role))

    def is_alive(self, token: str) -> bool:
        """Tell whether a token still opens a session."""
        headers = {"Authorization": f"Bearer {token}", "Accept": MEDIA_TYPE}
        answer = httpx.get(f"{self.url}/api/v1/auth/user", headers=headers, trust_env=False)
        return answer.status_code == 200

    async def fill(self) -> None:
        """Put in what every persona can find: people, invitations, sessions."""
        async with create_database(self.settings.db).unit() as database:
            kit = ClubKit(self.app, database, None)  # type: ignore[arg-type]  # it sends nothing
            people = [await self._join(kit, role) for role in PERSONAS[1:]]
            for number in range(5):
                await kit.invite(people[-1], email=f"invited{number}@club.example")
        await close_pools()

    async def _join(self, kit: ClubKit, role: str) -> Person:
        roles = [] if role == "user" else [role]
        return await kit.join(*roles, email=ADDRESS.format(role=role))

    async def _log_in(self, role: str) -> str:
        try:
            async with create_database(self.settings.db).unit() as database:
                kit = ClubKit(self.app, database, None)  # type: ignore[arg-type]  # it sends nothing
                person = await self._join(kit, role) if await _is_gone(kit, role) else None
                person = person or await _find(kit, role)
                await kit.confirm(person, utc_now())
                return person.token
        finally:
            await close_pools()


async def _is_gone(kit: ClubKit, role: str) -> bool:
    rows = await kit.rows("users", "id, email")
    return all(row["email"] != ADDRESS.format(role=role) for row in rows)


async def _find(kit: ClubKit, role: str) -> Person:
    """Log an account in; what was done to it is undone first."""
    from kwai.core.db.criteria import KwaiField
    from kwai.core.domain.value_objects.email_address import EmailAddress
    from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

    factory, email = kit.database.create_query_factory(), ADDRESS.format(role=role)
    query = factory.update("users", {"revoked": False, "admin": role == "admin"})
    await kit.database.change(query.where(KwaiField("email").eq(email)))
    accounts = UserAccountDbRepository(kit.database)
    return await kit.log_in(await accounts.get_user_by_email(EmailAddress(email)))


@contextmanager
def open_club(engine: str) -> Iterator[Club]:
    """Start a server with a filled database, which is thrown away at the end."""
    with pytest.MonkeyPatch.context() as patch:
        # The throw-away server may lose its last transactions; kwai would not start on it.
        patch.setenv("KWAI_TESTING", "1")
        with _database(engine, run_directory()) as database:
            upgrade(database)
            with _serve(_settings(database)) as club:
                asyncio.run(club.fill())
                yield club


def _settings(database: DatabaseSettings) -> Settings:
    settings = api_settings(database)
    # A limit would answer 429 to everything after the first minute.
    security: dict[str, Any] = settings.security.model_dump() | {"throttle": False}
    return settings.model_copy(update={"security": SecuritySettings(**security)})


@contextmanager
def _database(engine: str, folder: Path) -> Iterator[DatabaseSettings]:
    if engine == "sqlite":
        yield DatabaseSettings(engine="sqlite", file=folder / "fuzz.db")
        return
    server = MariaDbServer(folder / "db")
    server.start()
    try:
        given = DatabaseSettings(
            engine="mysql", socket=server.socket, user=server.user, name="mysql"
        )
        yield asyncio.run(create_mysql_database(given, "kwai_fuzz"))
    finally:
        server.stop()


@contextmanager
def _serve(settings: Settings) -> Iterator[Club]:
    app, port = create_app(settings), free_port()
    config = uvicorn.Config(app, port=port, log_config=None, lifespan="on", server_header=False)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{port}"
    _wait(url)
    try:
        yield Club(app=app, url=url, settings=settings)
    finally:
        server.should_exit = True
        thread.join()


def _wait(url: str) -> None:
    transport = httpx.HTTPTransport(retries=50)
    with httpx.Client(transport=transport, trust_env=False) as client:
        client.get(f"{url}/api/health").raise_for_status()
