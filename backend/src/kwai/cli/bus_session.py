"""What the commands for the bus share: settings, a session, and errors that speak to a person."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import Settings

R = TypeVar("R")


def read_settings() -> "Settings":
    """Read the settings, or end the command with the line that says what is wrong with them."""
    from kwai.core.settings import SettingsException, load_settings

    try:
        return load_settings()
    except SettingsException as error:
        fail(str(error))


def run(work: "Callable[[Settings, Database], Awaitable[R]]") -> R:
    """Run `work` with a session of its own; an unusable database ends the command with 1."""
    from kwai.core.db.exceptions import DatabaseException

    try:
        return asyncio.run(_run(read_settings(), work))
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


def fail(message: str, code: int = 1) -> NoReturn:
    """End the command with a message for a person."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


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
