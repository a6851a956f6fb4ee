"""Fixtures of the failure matrix (events.md section 14): real programs, real servers."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from kwai.core.db.database import Database
from kwai.core.events.bell import close_bells
from tests.support.club import Club
from tests.support.own_database import OwnMariaDb
from tests.support.processes import run_directory
from tests.support.smtp import SmtpSink


@pytest.fixture
async def club(database: Database, smtp_sink: SmtpSink, tmp_path: Path) -> AsyncIterator[Club]:
    """A club on a clean database, with the sink as its relay; its programs end with the test."""
    club = Club.create(database, tmp_path, smtp_sink.port)
    yield club
    club.end()
    await close_bells()


@pytest.fixture
async def own_mariadb() -> AsyncIterator[OwnMariaDb]:
    """A database server that only this test uses."""
    own = await OwnMariaDb.start(run_directory() / "own")
    yield own
    own.server.stop()


@pytest.fixture
async def own_club(
    own_mariadb: OwnMariaDb, smtp_sink: SmtpSink, tmp_path: Path
) -> AsyncIterator[Club]:
    """A club on that server."""
    club = Club.create(own_mariadb.session(), tmp_path, smtp_sink.port)
    yield club
    club.end()
    await club.release_database()
    await close_bells()


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    """Talks to the API over the wire."""
    async with httpx.AsyncClient(trust_env=False, timeout=15) as client:
        yield client
