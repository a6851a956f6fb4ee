"""Sweeps the outbox once: what a worker does every ten minutes."""

import asyncio
from functools import partial

from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.events.sweeper import Sweeper
from kwai.core.settings import load_settings


async def sweep() -> None:
    settings = load_settings()
    await Sweeper(partial(create_database, settings.db)).sweep()
    await close_pools(settings.db)


if __name__ == "__main__":
    asyncio.run(sweep())
