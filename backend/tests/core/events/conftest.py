"""Fixtures of the bus."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from kwai.core.db.database import Database
from kwai.core.dependencies import create_redis
from kwai.core.events.bell import close_bells
from kwai.core.settings import RedisSettings
from tests.support.bus import BusKit, create_settings
from tests.support.club_tasks import add_club_tasks
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink


@pytest.fixture
async def kit(database: Database, smtp_sink: SmtpSink, tmp_path: Path) -> AsyncIterator[BusKit]:
    """A bus that mails greetings to the sink; a test that takes it runs on both engines."""
    settings = create_settings(database.settings, tmp_path, sink=smtp_sink)
    kit = BusKit(settings=settings, database=database)
    add_club_tasks(kit.subscriptions)
    yield kit
    await close_bells()


@pytest.fixture
async def redis(redis_server: RedisServer) -> AsyncIterator[Redis]:
    """A client as the programs make it, on an empty server."""
    client = create_redis(RedisSettings(socket=redis_server.socket))
    assert client is not None
    await client.flushall()
    yield client
    await client.flushall()
    await client.aclose()
