"""What is checked before the first request: better no start than a half-working one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kwai.core.db.durability import check_durability, refusals
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import DatabaseSettings, Settings, SettingsException


@asynccontextmanager
async def open_pool(settings: DatabaseSettings) -> AsyncIterator[None]:
    """Open the connections of this process, and close them at the end.

    Raises:
        AccessException: the database does not let us in.
        ConnectionException: it cannot be reached now.
    """
    try:
        await create_database(settings).setup()
        yield
    finally:
        await close_pools(settings)


async def refuse_unready(settings: Settings) -> None:
    """Refuse a database that cannot keep what kwai promises.

    Raises:
        SettingsException: its schema is another one, or it may lose what it has confirmed.
    """
    database = create_database(settings.db)
    try:
        reasons = refusals(await check_durability(database))
    finally:
        await database.close()
    if reasons:
        raise SettingsException("\n".join(reasons))
