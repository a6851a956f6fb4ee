"""Connections: one pool per settings and event loop; the only place that knows a driver."""

import asyncio
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kwai.core.db.pool.base import Lease, Pool, Result

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

__all__ = ["Lease", "Pool", "Result", "close_pools", "get_pool"]

# Connections belong to the loop that opened them, so every loop has pools of its own.
_pools: "WeakKeyDictionary[asyncio.AbstractEventLoop, dict[DatabaseSettings, Pool]]"
_pools = WeakKeyDictionary()


def get_pool(settings: "DatabaseSettings") -> Pool:
    """Find or create the pool of these settings in the running event loop; opens nothing."""
    pools = _pools.setdefault(asyncio.get_running_loop(), {})
    if (pool := pools.get(settings)) is None:
        pool = pools[settings] = _create_pool(settings)
    return pool


async def close_pools(settings: "DatabaseSettings | None" = None) -> None:
    """Close all pools of the running event loop, or the one of `settings`."""
    pools = _pools.get(asyncio.get_running_loop(), {})
    for key in [key for key in pools if settings is None or key == settings]:
        await pools.pop(key).close()


def _create_pool(settings: "DatabaseSettings") -> Pool:
    # Imported here: a process needs the driver of one engine.
    if settings.engine == "sqlite":
        from kwai.core.db.pool.sqlite import SqlitePool

        return SqlitePool(settings)
    from kwai.core.db.pool.mariadb import MariaDbPool

    return MariaDbPool(settings)
