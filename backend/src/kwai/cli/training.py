"""Training contains all subcommands for planning trainings."""

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from kwai.cli.installation import EXIT_USAGE, fail, read_settings
from kwai.cli.session import execute
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from kwai.cli.training_session import TrainingSession
    from kwai.modules.training.trainings.season_plan import PlannedDay
    from kwai.modules.training.trainings.training import TrainingEntity

R = TypeVar("R")

DAY = ["%Y-%m-%d"]

app = typer.Typer(no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Start = Annotated[datetime | None, typer.Option(formats=DAY, help="The first day.")]
End = Annotated[datetime | None, typer.Option(formats=DAY, help="The last day.")]


@app.command()
def generate(
    by: Annotated[str, typer.Option(help="The address of the user who plans.", prompt=True)],
    season: Annotated[str | None, typer.Option(help="The name of the season.")] = None,
    definition: Annotated[
        int | None, typer.Option(help="The id of one definition; all active ones if left out.")
    ] = None,
    start: Start = None,
    end: End = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen.")] = False,
    allow_conflicts: Annotated[
        bool, typer.Option("--allow-conflicts", help="Create what is taken all the same.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Create the trainings of a season, or of a period; nothing is created twice."""
    if season is None and (start is None or end is None):
        fail("Tell --season, or --start and --end.", EXIT_USAGE)
    days = _execute(
        lambda session: session.generate(
            by=by,
            season=season,
            definition=definition,
            start=start and start.date(),
            end=end and end.date(),
            dry_run=dry_run,
            allow_conflicts=allow_conflicts,
        )
    )
    if as_json:
        typer.echo(json.dumps([_describe_day(day) for day in days], indent=2))
        return
    if days:
        rows = [_describe_day(day) for day in days]
        echo_table([tuple(row.values()) for row in rows], head=tuple(rows[0]))
    counted = Counter(day.outcome.value for day in days)
    typer.echo(", ".join(f"{count} {outcome}" for outcome, count in counted.items()) or "No days.")


@app.command("list")
def list_trainings(
    start: Start = None,
    end: End = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List trainings by date; the last day belongs to the period."""
    zone = ZoneInfo(read_settings().website.timezone)
    count, trainings = _execute(
        lambda session: session.get_trainings(
            start and start.replace(tzinfo=zone), end and _after(end, zone), limit
        )
    )
    rows = [_describe(training, zone) for training in trainings]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
        return
    if rows:
        echo_table([tuple(row.values()) for row in rows], head=tuple(rows[0]))
    typer.echo(f"{len(rows)} of {count} trainings.")


def _execute(work: "Callable[[TrainingSession], Awaitable[R]]") -> R:
    from kwai.cli.training_session import TrainingSession

    return execute(TrainingSession, work)


def _after(day: datetime, zone: ZoneInfo) -> datetime:
    from datetime import timedelta

    return (day + timedelta(days=1)).replace(tzinfo=zone)


def _describe_day(day: "PlannedDay") -> dict[str, str]:
    return {
        "date": day.day.isoformat(),
        "definition": day.definition.name,
        "outcome": day.outcome.value,
        "why": ", ".join(
            [*([day.closure.name] if day.closure else []), *{each.name for each in day.clashes}]
        ),
    }


def _describe(training: "TrainingEntity", zone: ZoneInfo) -> dict[str, str]:
    return {
        "id": str(training.id),
        "start": f"{training.start.astimezone(zone):%Y-%m-%d %H:%M}",
        "end": f"{training.end.astimezone(zone):%H:%M}",
        "title": next((each.title for each in training.content), ""),
        "location": training.location,
        "coaches": ", ".join(str(each.coach.name) for each in training.coaches),
        "state": f"cancelled: {training.cancel_reason}" if training.cancelled else "",
    }
