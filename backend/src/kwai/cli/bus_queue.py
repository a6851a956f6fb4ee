"""Subcommands for deliveries that were given up, and for holding the queue."""

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kwai.cli.installation import EXIT_USAGE, fail
from kwai.cli.session import run
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.outbox_admin_db_repository import (
        DeliveryWithEvent,
        OutboxAdminDbRepository,
    )
    from kwai.core.settings import Settings

REFUSALS = {
    "unknown": "does not exist",
    "not_dead": "is not dead",
    "expired": "has expired",
    "forgotten": "has no contents any more",
}

dead_app = typer.Typer(no_args_is_help=True)
hold_app = typer.Typer(no_args_is_help=True)

Handler = Annotated[str | None, typer.Option(help="Only deliveries to this handler.")]


@dead_app.command("list")
def list_dead(
    handler: Handler = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many at most.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List deliveries that were given up, newest first."""
    found = run(lambda _, database: _admin(database).dead(handler, limit))
    if as_json:
        typer.echo(json.dumps([_describe(each) for each in found], indent=2))
        return
    if not found:
        typer.echo("Nothing was given up.")
        return
    head = ("id", "event", "handler", "attempts", "given up", "reason", "error")
    echo_table([_row(each) for each in found], head=head)


@dead_app.command("show")
def show_dead(id_: Annotated[int, typer.Argument(metavar="ID")]) -> None:
    """Show one delivery, without its contents."""
    found = run(lambda _, database: _admin(database).find(id_))
    if found is None:
        fail(f"Delivery {id_} does not exist.")
    echo_table([(name, value) for name, value in _describe(found).items()])


@dead_app.command("retry")
def retry_dead(
    ids: Annotated[list[int] | None, typer.Argument(metavar="ID...")] = None,
    handler: Handler = None,
    all_: Annotated[bool, typer.Option("--all", help="All of the handler.")] = False,
) -> None:
    """Give deliveries another try, with all their attempts and the same message id."""
    if bool(ids) == (all_ and handler is not None):
        fail("Name the ids, or --handler together with --all.", EXIT_USAGE)
    count, refused = run(lambda _, database: _retry(database, ids or [], handler))
    for id_, reason in refused:
        typer.echo(f"Delivery {id_} {REFUSALS[reason]}.", err=True)
    typer.echo(f"{count} deliveries are due again.")
    if refused:
        raise typer.Exit(1)


@hold_app.command("on")
def hold_on(reason: Annotated[str, typer.Option(help="Why; `bus show` tells it.")]) -> None:
    """Let no worker take anything."""
    run(lambda _, database: database.run(lambda: _admin(database).hold(reason[:500])))
    typer.echo("The queue is held.")


@hold_app.command("off")
def hold_off(
    keep: Annotated[bool, typer.Option("--keep", help="Deliver what waits.")] = False,
    cancel: Annotated[bool, typer.Option("--cancel", help="Cancel what waits.")] = False,
) -> None:
    """Let workers go on; say what is to become of what waits."""
    if keep == cancel:
        fail("Choose --keep or --cancel: what waits may be old mail.", EXIT_USAGE)
    count = run(lambda _, database: database.run(lambda: _admin(database).resume(keep=keep)))
    typer.echo("The queue is no longer held." + ("" if keep else f" {count} were cancelled."))


@hold_app.command("status")
def hold_status() -> None:
    """Tell whether the queue is held, and why."""

    async def read(_: "Settings", database: "Database") -> str:
        control = await _admin(database).control()
        if control is None or not control.held:
            return "The queue is not held."
        return (
            f"The queue is held since {control.changed_at:%Y-%m-%d %H:%M:%S} UTC: {control.reason}"
        )

    typer.echo(run(read))


async def _retry(
    database: "Database", ids: list[int], handler: str | None
) -> tuple[int, list[tuple[int, str]]]:
    admin = _admin(database)
    if handler is not None and not ids:
        ids = await admin.dead_ids(handler)
    refused: list[tuple[int, str]] = []
    for id_ in ids:
        reason = await database.run(partial(admin.retry_dead, id_))
        if reason is not None:
            refused.append((id_, reason if await admin.find(id_) else "unknown"))
    return len(ids) - len(refused), refused


def _admin(database: "Database") -> "OutboxAdminDbRepository":
    from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository

    return OutboxAdminDbRepository(database)


def _row(found: "DeliveryWithEvent") -> tuple[object, ...]:
    row = found.delivery
    name = found.event.cause or found.event.name
    when = f"{row.finished_at:%Y-%m-%d %H:%M}" if row.finished_at else None
    return (row.id, name, row.handler, row.attempts, when, row.outcome, row.last_error)


def _describe(found: "DeliveryWithEvent") -> dict[str, Any]:
    row, event = found.delivery, found.event
    return {
        "id": row.id,
        "event": event.name,
        "cause": event.cause,
        "event_uuid": event.uuid,
        "handler": row.handler,
        "status": row.status,
        "attempts": row.attempts,
        "outcome": row.outcome,
        "error": row.last_error,
        "recipient": row.recipient,
        "message_id": row.message_id,
        "created_at": row.created_at.isoformat(),
        "finished_at": row.finished_at.isoformat() if row.finished_at else None,
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
        "has_contents": not found.is_forgotten,
    }
