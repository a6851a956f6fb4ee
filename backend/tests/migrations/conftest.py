"""A database that the revisions begin with."""

from pathlib import Path

import pytest

from kwai.core.settings import DatabaseSettings
from tests.support.database import create_mysql_database


@pytest.fixture
def server(database_engine: str, request: pytest.FixtureRequest) -> DatabaseSettings | None:
    """The server of this test's engine; a file needs none."""
    if database_engine == "sqlite":
        return None
    settings: DatabaseSettings = request.getfixturevalue("mysql_settings")
    return settings


@pytest.fixture
async def empty(
    server: DatabaseSettings | None, worker_name: str, tmp_path: Path
) -> DatabaseSettings:
    """The settings of a database without a table."""
    if server is None:
        return DatabaseSettings(file=tmp_path / "kwai.db")
    return await create_mysql_database(server, f"kwai_migrate_{worker_name}")
