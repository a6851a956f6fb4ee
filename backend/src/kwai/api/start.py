"""What is checked before the first request: better no start than a half-working one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kwai.core.db.durability import check_durability, refusals
from kwai.core.db.exceptions import AccessException
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import DatabaseSettings, Settings, SettingsException


@asynccontextmanager
async def open_pool(settings: DatabaseSettings) -> AsyncIterator[None]:
    """Open the connections of this process, and close them at the end.

    Raises:
        ConnectionException: the database cannot be reached now.
        SettingsException: it does not let us in.
    """
    try:
        await _open(settings)
        yield
    finally:
        await close_pools(settings)


async def _open(settings: DatabaseSettings) -> None:
    try:
        await create_database(settings).setup()
    except AccessException as error:
        raise SettingsException(f"db: {error}") from error


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
