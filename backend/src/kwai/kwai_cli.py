"""Module that starts the CLI for kwai."""

import logging
import os

import typer

from kwai.cli import bus, db, identity, news, training
from kwai.cli.init import init
from kwai.cli.output import run_program

app = typer.Typer(
    name="kwai_cli",
    help="Looks after an installation of kwai.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
app.add_typer(bus.app, name="bus", help="Events and mails: what waits, what failed, what to do.")
app.add_typer(db.app, name="db", help="The database: state, migrations, backups.")
app.add_typer(identity.app, name="identity", help="The users: create, list, revoke.")
app.add_typer(news.app, name="news", help="The stories of the site: list, publish, withdraw.")
app.add_typer(training.app, name="training", help="The trainings: generate a season, list.")
app.command("init")(init)


def main() -> None:
    """Run the command that is named on the command line."""
    # Loguru reads these when it is imported, which `--help` does without: by itself it would print
    # every record, and the values in a traceback.
    level = os.environ["LOGURU_LEVEL"] = os.environ.get("KWAI_LOGGER_LEVEL", "WARNING")
    os.environ["LOGURU_DIAGNOSE"] = os.environ["LOGURU_BACKTRACE"] = "NO"
    if level == "DEBUG":
        logging.basicConfig(level=logging.DEBUG)
    run_program(app)


if __name__ == "__main__":
    main()
