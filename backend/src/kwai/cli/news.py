"""News contains all subcommands for the stories of the site."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kwai.cli.installation import EXIT_USAGE, fail
from kwai.cli.session import execute
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from kwai.cli.news_session import NewsSession
R = TypeVar("R")

FIRST_YEAR = 1900
LAST_YEAR = 2098


app = typer.Typer(no_args_is_help=True)

StoryId = Annotated[int, typer.Argument(min=1, help="The number of the story.")]


@app.command("list")
def list_stories(
    active: Annotated[bool, typer.Option("--active", help="Only what visitors see now.")] = False,
    search: Annotated[str, typer.Option(help="Words of the titles or the texts.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many at most.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the stories, the newest first."""
    count, rows = _execute(lambda session: session.get_stories(active, search, limit))
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if rows:
        echo_table([tuple(row.values()) for row in rows], head=tuple(rows[0]))
    typer.echo(f"{len(rows)} of {count} stories.")


@app.command()
def publish(
    story: StoryId,
    at: Annotated[
        str | None,
        typer.Option(help="When, on the clock of the club: 2026-09-01T18:00; now when left out."),
    ] = None,
) -> None:
    """Let visitors see a story, now or from a later moment."""
    moment = None if at is None else _read_moment(at)
    published = _execute(lambda session: session.publish(story, moment))
    typer.echo(f"Story {story} is published from {published}.")


@app.command()
def withdraw(story: StoryId) -> None:
    """Take a story away from visitors; its authors still see it."""
    _execute(lambda session: session.withdraw(story))
    typer.echo(f"Story {story} is withdrawn.")


@app.command()
def render() -> None:
    """Make the HTML of all texts of stories and pages anew, after an upgrade of the sanitiser."""
    count = _execute(lambda session: session.render())
    typer.echo(f"{count} texts changed.")


def _execute(work: "Callable[[NewsSession], Awaitable[R]]") -> R:
    from kwai.cli.news_session import NewsSession

    return execute(NewsSession, work)


def _read_moment(text: str) -> datetime:
    """Read a moment; without an offset it is of the clock of the club."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        fail("A moment looks like 2026-09-01T18:00, or 2026-09-01T18:00+02:00.", EXIT_USAGE)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        fail(f"The year is from {FIRST_YEAR} to {LAST_YEAR}.", EXIT_USAGE)
    return moment
