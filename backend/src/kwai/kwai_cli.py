"""Module that starts the CLI for kwai."""

import typer

from kwai.cli import bus, db, identity, news, training
from kwai.cli.init import init

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
    app()


if __name__ == "__main__":
    main()
