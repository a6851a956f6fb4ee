"""`python -m kwai`: a whole club in one process."""

from typing import Annotated

import typer

from kwai.cli.output import run_program

app = typer.Typer(name="kwai", no_args_is_help=True, pretty_exceptions_show_locals=False)


@app.callback()
def main() -> None:
    """Run a sports club: the API, the web application and the mails in one process."""


@app.command()
def up(
    demo: Annotated[bool, typer.Option("--demo", help="With a demo club to try it.")] = False,
    reload: Annotated[bool, typer.Option("--reload", help="Follow changes of the code.")] = False,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port to listen on (KWAI_PORT).")
    ] = None,
) -> None:
    """Set kwai up where that is still to be done, then serve it until Ctrl-C."""
    from kwai.up import run

    raise typer.Exit(run(demo=demo, port=port, reload=reload))


if __name__ == "__main__":
    run_program(lambda: app(prog_name="python -m kwai"))
