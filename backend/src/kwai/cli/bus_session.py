"""What the commands for the bus share: settings, a session, and errors that speak to a person."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from kwai.cli.installation import demand_database, fail, read_settings

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import Settings

R = TypeVar("R")


def run(work: "Callable[[Settings, Database], Awaitable[R]]") -> R:
    """Run `work` with a session of its own; an unusable database ends the command with 1."""
    from kwai.core.db.exceptions import DatabaseException

    settings = read_settings()
    demand_database(settings.db)
    try:
        return asyncio.run(_run(settings, work))
    except DatabaseException as error:
        fail(f"The database cannot be used: {error}")


async def _run(settings: "Settings", work: "Callable[[Settings, Database], Awaitable[R]]") -> R:
    from kwai.core.db.pool import close_pools
    from kwai.core.dependencies import create_database

    database = create_database(settings.db)
    try:
        return await work(settings, database)
    finally:
        await database.close()
        await close_pools(settings.db)


def echo_table(rows: "list[tuple[object, ...]]") -> None:
    """Print rows in columns; a pipe gets the same text as a terminal."""
    if not rows:
        return
    texts = [[_text(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo(line.rstrip())


def _text(cell: object) -> str:
    text = "-" if cell is None or cell == "" else str(cell)
    # What came from outside must not move the cursor.
    return "".join(char if char.isprintable() else "?" for char in text)
