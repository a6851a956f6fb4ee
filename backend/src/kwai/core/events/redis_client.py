"""The one place that makes a client for Redis."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from kwai.core.events.stream import RedisStream
from kwai.core.settings import RedisSettings

# Longer than the block of a consumer, so that a quiet stream is no error.
SOCKET_TIMEOUT = 5.0


def connect(settings: RedisSettings) -> Redis:
    """Create a client; it connects at its first command."""
    return Redis(
        host=settings.host,
        port=settings.port,
        unix_socket_path=settings.socket,
        password=settings.password.get_secret_value() or None,
        ssl=settings.ssl,
        socket_connect_timeout=settings.connect_timeout,
        socket_timeout=SOCKET_TIMEOUT,
        # One repeat: after a restart of the server the pooled connection is a dead one.
        retry=Retry(NoBackoff(), 1),
        # The shape of the answer to XREADGROUP depends on the protocol.
        protocol=2,
        decode_responses=True,
        # Whoever may write to the stream may write bytes that are no text.
        encoding_errors="replace",
    )


class RedisUnavailableException(Exception):
    """Redis cannot be reached, or refuses what it is asked."""


@asynccontextmanager
async def opened_stream(settings: RedisSettings, name: str) -> AsyncIterator[RedisStream]:
    """Open the stream of a module, with a connection of its own.

    Raises:
        RedisUnavailableException: also for what goes wrong inside the block.
    """
    redis = connect(settings)
    try:
        yield RedisStream(redis, f"kwai.{name}")
    except (RedisError, OSError) as error:
        raise RedisUnavailableException(f"Redis cannot be used: {error}") from error
    finally:
        await redis.aclose()
