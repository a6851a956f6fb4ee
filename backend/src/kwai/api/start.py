"""What is checked before the first request: better no start than a half-working one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kwai.core.db.durability import check_durability, refusals
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import DatabaseSettings, Settings, SettingsException

# What a program has looked at before it made its application, which then need not do it again:
# with the largest SQLite file that is read at a start it takes a second.
_just_checked: set[DatabaseSettings] = set()


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


async def check_first(settings: Settings) -> None:
    """Look at the database before an application is made, which then relies on it.

    Raises:
        DatabaseException: it cannot be reached, or does not let us in.
        SettingsException: kwai cannot work with it.
    """
    async with open_pool(settings.db):
        await _refuse_unready(settings)
    _just_checked.add(settings.db)


async def refuse_unready(settings: Settings) -> None:
    """Refuse a database that cannot keep what kwai promises, unless that was checked just now.

    Raises:
        SettingsException: its schema is another one, or it may lose what it has confirmed.
    """
    if settings.db in _just_checked:
        _just_checked.remove(settings.db)
    else:
        await _refuse_unready(settings)


async def _refuse_unready(settings: Settings) -> None:
    database = create_database(settings.db)
    try:
        reasons = refusals(await check_durability(database, at_start=True))
    finally:
        await database.close()
    if reasons:
        raise SettingsException("\n".join(reasons))
