"""What the commands share: settings, a session, and errors that speak to a person."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from kwai.cli.installation import demand_database, fail, read_settings

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import Settings

R = TypeVar("R")
S = TypeVar("S")


def run(work: "Callable[[Settings, Database], Awaitable[R]]") -> R:
    """Run `work` with a session of its own; an unusable database ends the command with 1."""
    import asyncio
    from functools import partial

    from kwai.core.db.exceptions import DatabaseException, QueryException

    settings = read_settings()
    demand_database(settings.db)
    try:
        return asyncio.run(_run(settings, work))
    except QueryException as error:
        fail(asyncio.run(_run(settings, partial(_explain, error))))
    except DatabaseException as error:
        fail(f"The database cannot be used: {error}")


def execute(create: "Callable[[Settings, Database], S]", work: "Callable[[S], Awaitable[R]]") -> R:
    """Run use cases in a transaction; what they refuse ends the command with 1."""
    from kwai.core.domain.exceptions import DomainException

    try:
        return run(lambda settings, db: db.run(lambda: work(create(settings, db))))
    except DomainException as error:
        fail(str(error))


async def _explain(error: Exception, _: "Settings", database: "Database") -> str:
    """Most statements that fail do so because the schema is another one."""
    from kwai.core.db.durability import check_schema

    schema = await check_schema(database)
    return f"The database cannot be used: {error if schema.is_ok else f'it {schema.detail}'}"


async def _run(settings: "Settings", work: "Callable[[Settings, Database], Awaitable[R]]") -> R:
    from kwai.core.db.pool import close_pools
    from kwai.core.dependencies import create_database

    database = create_database(settings.db)
    try:
        return await work(settings, database)
    finally:
        await database.close()
        await close_pools(settings.db)
