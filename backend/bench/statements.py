"""Statements, counted by the database itself: every one of them, BEGIN and COMMIT too."""

import asyncio
from collections.abc import Callable

from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings

REQUESTS = 20
TRIES = 3


def statements_per_request(settings: Settings, send: Callable[[], object]) -> int:
    """Give how many statements a request costs."""
    found = min(_statements(settings, lambda: _repeat(send)) for _ in range(TRIES))
    # The worker looks at its queue now and then: a few statements among those of many requests.
    return round((found - _of_asking(settings)) / REQUESTS)


def statements_of(settings: Settings, send: Callable[[], object]) -> int:
    """Give how many statements one request costs that cannot be sent many times."""
    return _statements(settings, send) - _of_asking(settings)


def _of_asking(settings: Settings) -> int:
    return min(_statements(settings, _nothing) for _ in range(TRIES))


def _statements(settings: Settings, work: Callable[[], object]) -> int:
    before = asyncio.run(_questions(settings))
    work()
    return asyncio.run(_questions(settings)) - before


def _repeat(send: Callable[[], object]) -> None:
    for _ in range(REQUESTS):
        send()


def _nothing() -> None:
    pass


async def _questions(settings: Settings) -> int:
    async with create_database(settings.db).unit(read_only=True) as database:
        rows = await database.fetch_all(Sql("SHOW GLOBAL STATUS LIKE 'Questions'"))
    await close_pools(settings.db)
    return int(rows[0]["Value"])
