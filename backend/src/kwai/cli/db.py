"""Commands for the database, and the one place of the code that starts Alembic."""

import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from kwai.cli.installation import demand_database, read_settings
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import DatabaseSettings

T = TypeVar("T")

app = typer.Typer(no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="The file with the copy.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@app.command()
def show(
    password: Annotated[bool, typer.Option(help="Show the password.")] = False,
) -> None:
    """Show the settings of the database."""
    settings = _settings()
    values = settings.model_dump(exclude={"password"}, exclude_none=True)
    if settings.engine == "sqlite":
        values = {name: values[name] for name in ("engine", "file") if name in values}
    else:
        secret = settings.password.get_secret_value()
        values["password"] = secret if password else "*" * 8
    for name, value in values.items():
        typer.echo(f"{name:<18}{value}")


@app.command()
def test() -> None:
    """Connect to the database."""
    _run(_check_connection)
    typer.echo("The database answers.")


@app.command("check")
def check_database(as_json: AsJson = False) -> None:
    """Look whether the database is safe to run a club on."""
    from kwai.core.db.durability import check_durability, refusals

    lines = _run(check_durability)
    if as_json:
        rows = [{"name": line.name, "ok": line.is_ok, "detail": line.detail} for line in lines]
        typer.echo(json.dumps(rows, indent=2))
    else:
        echo_table([("ok" if each.is_ok else "FAILED", each.name, each.detail) for each in lines])
    if refusals(lines):
        raise typer.Exit(1)


@app.command()
def migrate(
    revision: Annotated[str, typer.Argument(help="The revision to go to.")] = "head",
) -> None:
    """Bring the schema up to date."""
    _migrate(upgrade, revision)
    status()


@app.command()
def rollback(
    revision: Annotated[str, typer.Argument(help="The revision to go back to.")] = "-1",
    yes: Yes = False,
) -> None:
    """Take the schema back, one step by default; what the steps added is lost."""
    if not yes:
        typer.confirm(
            "The data of the revisions that are taken back will be lost. Go on?", abort=True
        )
    _migrate(downgrade, revision)
    status()


@app.command()
def status(as_json: AsJson = False) -> None:
    """Show the revision of the schema, and those that wait."""
    from kwai.core.db.migrations import current_revision, revisions

    current, known = _run(current_revision), revisions()
    if as_json:
        waiting = [revision for revision in known if revision > (current or "")]
        state = {"current": current, "head": known[-1], "waiting": waiting}
        typer.echo(json.dumps(state, indent=2))
        return
    typer.echo(f"current  {current or 'empty'}")
    typer.echo(f"head     {known[-1]}")
    if waiting := [revision for revision in known if revision > (current or "")]:
        typer.echo(f"waiting  {', '.join(waiting)}: run `kwai_cli db migrate`")


@app.command()
def sql(
    revision: Annotated[str, typer.Argument(help="The revisions, as `from:to`.")] = "head",
) -> None:
    """Print the SQL of the migrations without running it."""
    from alembic import command

    command.upgrade(_config(_settings()), revision, sql=True)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The file to write.")]) -> None:
    """Copy the database into a file, with the hashes of its rows beside it."""
    from kwai.core.db import backup as copies

    demand_database(_settings())
    manifest = _run_with_settings(lambda settings: copies.backup(settings, file))
    typer.echo(f"Wrote {file}: {len(manifest.rows)} tables.")
    if changing := [table for table, rows in manifest.rows.items() if rows is None]:
        typer.echo(f"Written to meanwhile, so without a hash: {', '.join(changing)}.")


@app.command()
def restore(file: File, yes: Yes = False) -> None:
    """Replace the database by a copy; the queue stays held until `kwai_cli bus hold off`."""
    from kwai.core.db import backup as copies

    async def check(settings: "DatabaseSettings") -> None:
        copies.check_file(settings, file)

    _run_with_settings(check)
    if not yes:
        typer.confirm("Everything in the database will be replaced. Go on?", abort=True)
    broken = _run_with_settings(lambda settings: copies.restore(settings, file))
    if broken is not None:
        typer.echo(f"The file that was there is broken, and kept as {broken}.")
    typer.echo("Restored. Events and mails are held: look at them, then let them go.")
    status()


@app.command()
def verify(file: File) -> None:
    """Compare a copy with the database."""
    from kwai.core.db import backup as copies

    async def compare(settings: "DatabaseSettings") -> list[str]:
        return await copies.compare(settings, copies.check_file(settings, file))

    differing = _run_with_settings(compare)
    typer.echo("The file is what was written.")
    if differing:
        typer.echo(f"The database has other rows in: {', '.join(differing)}.")
        raise typer.Exit(1)
    typer.echo("The database has the same rows.")


class MigrationException(Exception):
    """Raised when a schema cannot be brought to a revision; says why in one line."""


def upgrade(settings: "DatabaseSettings", revision: str = "head") -> None:
    """Bring the schema to a revision; safe to call from several processes at once.

    It blocks, so a running event loop calls it in a thread.

    Raises:
        MigrationException: there is no such revision, or a step failed.
    """
    from alembic import command

    with _told():
        command.upgrade(_config(settings), revision)


def downgrade(settings: "DatabaseSettings", revision: str) -> None:
    """Take the schema back to a revision, `base` for an empty database, `-1` for one step.

    Raises:
        MigrationException: there is no such revision, or a step failed.
    """
    from alembic import command

    with _told():
        command.downgrade(_config(settings), revision)


@contextmanager
def _told() -> Iterator[None]:
    import logging

    try:
        yield
    except Exception as error:
        # A step is a program of its own: whatever it raises, the operator gets one line.
        logging.getLogger(__name__).debug("A migration failed.", exc_info=error)
        raise MigrationException(_explain(error)) from error


def _explain(error: Exception) -> str:
    # SQLAlchemy adds the statement and a link.
    text = str(error).partition("\n")[0] or type(error).__name__
    if isinstance(error, AssertionError):
        return "There is no such revision."
    if "Can't locate revision" in text:
        return f"{text}: the database is newer than this program, or the name is wrong."
    if "locked" in text.lower():
        return f"{text}: another process uses the database; try again when it has ended."
    return text


def _config(settings: "DatabaseSettings") -> Any:
    from alembic.config import Config

    from kwai.core.paths import find_migrations

    folder = str(find_migrations()).replace("%", "%%")
    config = Config()
    config.set_main_option("script_location", folder)
    config.set_main_option("prepend_sys_path", folder)
    config.set_main_option("path_separator", "newline")
    config.attributes["settings"] = settings
    return config


def _settings() -> "DatabaseSettings":
    return read_settings().db


async def _check_connection(database: "Database") -> None:
    await database.check_connection()


def _migrate(change: Callable[["DatabaseSettings", str], None], revision: str) -> None:
    # Alembic connects in its own way; a server that is away would be told in the driver's words.
    _run(_check_connection, makes_database=change is upgrade)
    try:
        change(_settings(), revision)
    except MigrationException as error:
        _fail(error)


def _run(work: Callable[["Database"], Awaitable[T]], *, makes_database: bool = False) -> T:
    """Do something with a session, and say in one line why it cannot be done."""
    from kwai.core.dependencies import create_database
    from kwai.core.domain.actor import Actor

    if not makes_database:
        demand_database(_settings())

    async def run(settings: "DatabaseSettings") -> T:
        database = create_database(settings)
        database.actor = Actor(kind="cli")
        try:
            return await work(database)
        finally:
            await database.close()

    return _run_with_settings(run)


def _run_with_settings(work: Callable[["DatabaseSettings"], Awaitable[T]]) -> T:
    import asyncio

    from kwai.core.db.exceptions import DatabaseException
    from kwai.core.db.pool import close_pools

    async def run() -> T:
        try:
            return await work(_settings())
        finally:
            await close_pools()

    try:
        return asyncio.run(run())
    except DatabaseException as error:
        _fail(error)


def _fail(error: Exception) -> NoReturn:
    typer.echo(str(error), err=True)
    raise typer.Exit(1) from None
