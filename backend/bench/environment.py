"""The installation that is measured: an own folder, an own database, own secrets."""

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kwai.cli.db import upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import DatabaseSettings, Settings, load_settings
from tests.support.servers import MariaDbServer

DATABASE = "kwai_bench"
# What fits a server that has the database of a federation to itself.
SERVER_OPTIONS = (
    "--innodb-buffer-pool-size=2G",
    "--innodb-log-file-size=1G",
    "--innodb-sort-buffer-size=64M",
)


@contextmanager
def workspace(engine: str) -> Iterator[tuple[Path, MariaDbServer | None]]:
    """Give a folder on the disk, where a commit costs what it costs in production, and a server."""
    folder = Path(tempfile.mkdtemp(prefix="kwai-bench-", dir="/var/tmp"))
    folder.chmod(0o711)
    server = None
    if engine == "mariadb":
        server = MariaDbServer(folder / "mariadb", SERVER_OPTIONS, durable=True)
    try:
        if server is not None:
            server.start()
        yield folder, server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def write_environment(
    home: Path, server: MariaDbServer | None, *, name: str = DATABASE
) -> dict[str, str]:
    """Give the variables with which every process of one measurement is started."""
    home.mkdir(mode=0o700, exist_ok=True)
    values = {
        "KWAI_HOME": str(home),
        "KWAI_SECURITY_JWT_SECRET": secrets.token_hex(32),
        "KWAI_SECURITY_JWT_REFRESH_SECRET": secrets.token_hex(32),
        "KWAI_SECURITY_DATA_SECRET": secrets.token_hex(32),
        "KWAI_EMAIL_FROM": "club@kwai.example",
        "KWAI_LOGGER_FORMAT": "json",
        "KWAI_LOGGER_LEVEL": "ERROR",
    }
    if server is not None:
        values |= {
            "KWAI_DB_ENGINE": "mysql",
            "KWAI_DB_SOCKET": server.socket,
            "KWAI_DB_USER": server.user,
            "KWAI_DB_NAME": name,
        }
    return values


def prepare(environment: dict[str, str]) -> Settings:
    """Make an empty, migrated database."""
    settings = load_settings(environ=environment)
    if settings.db.engine == "mysql":
        asyncio.run(_recreate(settings.db))
    upgrade(settings.db)
    return settings


async def _recreate(settings: DatabaseSettings) -> None:
    server = settings.model_copy(update={"name": "mysql"})
    async with create_database(server).unit(read_only=False) as database:
        await database.change(Sql(f"DROP DATABASE IF EXISTS {settings.name}"))
        await database.change(Sql(f"CREATE DATABASE {settings.name} COLLATE utf8mb4_bin"))
    await close_pools(server)
