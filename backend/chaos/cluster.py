"""The programs and servers of one run, as a supervisor would keep them running."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kwai.cli.db import upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.club import Api, Club, Worker
from tests.support.database import create_mysql_database
from tests.support.proc import Proc
from tests.support.processes import free_port
from tests.support.servers import MariaDbServer, RedisServer, ServerFailedError

Victim = Proc | MariaDbServer | RedisServer

NAME = "kwai_chaos"
ENVIRONMENT = {
    # One login has to last for the whole run.
    "KWAI_SECURITY_ACCESS_TOKEN_EXPIRES_IN": "1440",
}


class Cluster(ABC):
    """What may be killed, by name."""

    def __init__(self, folder: Path, relay_port: int) -> None:
        self.folder = folder
        self.relay_port = relay_port
        self.victims: dict[str, Victim] = {}

    @property
    @abstractmethod
    def settings(self) -> DatabaseSettings:
        """The database, as the programs reach it."""

    @property
    @abstractmethod
    def api(self) -> Api:
        """The process that serves the API."""

    @abstractmethod
    def start(self) -> None:
        """Start everything and wait until it is ready."""

    def brace(self) -> None:  # noqa: B027 (most clusters have somebody to kill at any time)
        """Wait until a kill can hurt."""

    def supervise(self) -> list[str]:
        """Start what has ended; a program that found no database ends, and is to try again."""
        dead = [name for name, victim in self.victims.items() if not victim.is_running]
        for name in dead:
            self.revive(name)
        return dead

    def revive(self, name: str) -> None:
        victim = self.victims[name]
        if isinstance(victim, Proc):
            victim.start(wait=False)
            return
        with suppress(ServerFailedError):
            victim.start()

    def stop(self) -> None:
        """End everything, programs before their servers."""
        for victim in reversed(self.victims.values()):
            victim.kill9()

    def club(self, **more: str) -> Club:
        environment = ENVIRONMENT | more
        return Club.create(Database(self.settings), self.folder, self.relay_port, **environment)

    def read(self, query: str) -> list[dict[str, Any]]:
        """Read rows, also while the database comes back."""
        return asyncio.run(_read(self.settings, query))


class ServerCluster(Cluster):
    """MariaDB, Redis that forgets everything, an API and two workers."""

    def __init__(self, folder: Path, relay_port: int) -> None:
        super().__init__(folder, relay_port)
        self._database = MariaDbServer(folder / "mariadb", durable=True)
        self._redis = RedisServer(folder / "redis")
        self._settings = DatabaseSettings(
            engine="mysql", socket=self._database.socket, user=self._database.user, name=NAME
        )
        club = self.club(KWAI_REDIS_SOCKET=self._redis.socket, KWAI_BUS_EMBEDDED="false")
        self._api = Api(club, free_port(), ["kwai.kwai_api"])
        self.victims = {
            "database": self._database,
            "redis": self._redis,
            "api": self._api,
            "worker1": Worker(club, "worker1", ["kwai.kwai_bus"]),
            "worker2": Worker(club, "worker2", ["kwai.kwai_bus"]),
        }

    @property
    def settings(self) -> DatabaseSettings:
        return self._settings

    @property
    def api(self) -> Api:
        return self._api

    def start(self) -> None:
        self._database.start()
        self._redis.start()
        asyncio.run(
            create_mysql_database(self._settings.model_copy(update={"name": "mysql"}), NAME)
        )
        upgrade(self._settings)
        for name in ("api", "worker1", "worker2"):
            self.victims[name].start()


class EmbeddedCluster(Cluster):
    """One process with everything in it, on SQLite."""

    def __init__(self, folder: Path, relay_port: int) -> None:
        super().__init__(folder, relay_port)
        self._settings = DatabaseSettings(engine="sqlite", file=folder / "kwai.db")
        self._api = Api(self.club(), free_port(), ["kwai.kwai_api"])
        self.victims = {"kwai": self._api}

    @property
    def settings(self) -> DatabaseSettings:
        return self._settings

    @property
    def api(self) -> Api:
        return self._api

    def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.folder.chmod(0o700)
        upgrade(self._settings)
        self._api.start()

    def brace(self) -> None:
        # It takes longer to start than to be killed again; then nothing would ever be accepted.
        self.api.wait_until_ready()


CLUSTERS: dict[str, Callable[[Path, int], Cluster]] = {
    "mariadb": ServerCluster,
    "sqlite": EmbeddedCluster,
}


async def _read(settings: DatabaseSettings, query: str) -> list[dict[str, Any]]:
    database = Database(settings)
    try:
        for _ in range(100):
            with suppress(DatabaseException):
                return [dict(record) for record in await database.fetch_all(Sql(query))]
            await asyncio.sleep(0.1)
        raise TimeoutError("The database does not come back.")
    finally:
        await database.close()
        await close_pools(settings)
