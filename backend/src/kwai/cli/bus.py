"""bus contains subcommands for the event bus."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from kwai.cli.bus_queue import dead_app, hold_app
from kwai.cli.installation import fail, read_settings
from kwai.cli.session import run
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.stream import RedisStream
    from kwai.core.settings import RedisSettings, Settings

MANY_MESSAGES = 100
EXIT_LATE = 3

app = typer.Typer(no_args_is_help=True)
app.add_typer(dead_app, name="dead", help="Deliveries that were given up.")
app.add_typer(hold_app, name="hold", help="Stop all workers from taking anything, and go on.")


@app.command()
def show(
    password: Annotated[bool, typer.Option(help="Show the password.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how the bus is set up and what waits; exit code 3 when something waits for too long."""
    from kwai.cli.bus_overview import read_overview

    overview = run(lambda settings, db: read_overview(settings, db, show_password=password))
    if as_json:
        typer.echo(json.dumps(overview.as_dict(), indent=2))
    else:
        echo_table(overview.lines())
        if overview.counts:
            typer.echo("")
            echo_table(overview.counts, head=("status", "handler", "deliveries"))
    if overview.is_late:
        raise typer.Exit(EXIT_LATE)


@app.command()
def stream(
    name: Annotated[str, typer.Option(help="The name of the stream.")],
    messages: Annotated[bool, typer.Option(help="List all messages.")] = False,
) -> None:
    """Show a stream of Redis: its length, its groups and what they have pending."""
    import asyncio

    from kwai.core.events.redis_client import RedisUnavailableException

    settings = read_settings()
    if settings.redis is None:
        fail("This installation does without Redis; the database is the queue.")
    try:
        asyncio.run(_show_stream(settings.redis, name, messages=messages))
    except RedisUnavailableException as error:
        fail(str(error))


@app.command()
def test() -> None:
    """Try Redis, the outbox and the relay; nothing is left behind and no mail is sent."""
    from kwai.cli.bus_trial import try_outbox, try_redis, try_relay

    async def try_all(settings: "Settings", database: "Database") -> list[tuple[str, str]]:
        return [
            ("redis", await try_redis(settings)),
            ("outbox", await try_outbox(settings, database)),
            ("relay", await try_relay(settings)),
        ]

    results = run(try_all)
    echo_table([(("FAILED" if error else "ok"), name, error) for name, error in results])
    if any(error for _, error in results):
        raise typer.Exit(1)


async def _show_stream(settings: "RedisSettings", name: str, *, messages: bool) -> None:
    from kwai.core.events.redis_client import opened_stream

    async with opened_stream(settings, name) as stream:
        info = await stream.info()
        if info is None:
            fail(f"There is no stream {stream.name}; it appears with the first event of {name}.")
        echo_table(
            [
                ("stream", stream.name),
                ("length", info.length),
                ("first entry", info.first_entry_id),
                ("last entry", info.last_entry_id),
            ]
        )
        await _list_groups(stream)
        if messages:
            await _list_messages(stream, info.length)


async def _list_groups(stream: "RedisStream") -> None:
    groups = (await stream.get_groups()).values()
    rows = [(g.name, g.consumers, g.pending, g.last_delivered_id) for g in groups]
    typer.echo("")
    echo_table(rows, head=("group", "consumers", "pending", "last delivered"))


async def _list_messages(stream: "RedisStream", length: int) -> None:
    from kwai.core.events.stream import RedisMessageException

    if length > MANY_MESSAGES:
        typer.confirm(f"There are {length} messages. List them all?", abort=True)
    typer.echo("")
    last_id = "0"
    while True:
        try:
            message = await stream.read(last_id)
        except RedisMessageException as error:
            typer.echo(str(error))
            last_id = error.message_id
            continue
        if message is None:
            return
        typer.echo(f"{message.id}  {json.dumps(message.data)}")
        last_id = message.id
