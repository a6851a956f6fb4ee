"""A MariaDB server that one test has for itself, to kill it or to make it refuse writes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from kwai.cli.db import upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.settings import DatabaseSettings
from tests.support.database import create_mysql_database, opened
from tests.support.servers import MariaDbServer

NAME = "kwai_own"


@dataclass(frozen=True, slots=True)
class OwnMariaDb:
    """The server, and the settings of a migrated database on it."""

    server: MariaDbServer
    settings: DatabaseSettings

    @classmethod
    async def start(cls, folder: Path) -> "OwnMariaDb":
        """Start a durable server; programs are no administrators there."""
        server = MariaDbServer(folder, durable=True)
        server.start()
        root = DatabaseSettings(
            engine="mysql", socket=server.socket, user=server.user, name="mysql"
        )
        settings = await create_mysql_database(root, NAME)
        upgrade(settings)
        async with opened(root) as database:
            await database.change(Sql("CREATE USER kwai@localhost"))
            await database.change(Sql(f"GRANT ALL ON {NAME}.* TO kwai@localhost"))
        return cls(server, settings.model_copy(update={"user": "kwai"}))

    @asynccontextmanager
    async def administrator(self) -> AsyncIterator[Database]:
        """A session that may write whatever the server refuses to others."""
        async with opened(self.settings.model_copy(update={"user": self.server.user})) as database:
            yield database

    async def set_read_only(self, *, on: bool) -> None:
        """Let the server refuse writes."""
        async with self.administrator() as database:
            await database.change(Sql(f"SET GLOBAL read_only = {int(on)}"))

    def session(self) -> Database:
        return Database(self.settings)
