"""What a command needs before it touches a database."""

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings, Settings

# What click uses for a command that was called wrongly.
EXIT_USAGE = 2


def read_settings() -> "Settings":
    """Read the settings, or end the command with the lines that say what is wrong with them."""
    from kwai.core.settings import SettingsException, load_settings
    from kwai.core.settings_check import EXIT_CONFIG, check_database

    try:
        settings = load_settings()
    except SettingsException as error:
        fail(str(error), EXIT_CONFIG)
    if refusals := list(check_database(settings.db)):
        fail("\n".join(refusals), EXIT_CONFIG)
    return settings


def demand_database(settings: "DatabaseSettings") -> None:
    """End the command when there is no database yet: SQLite would make an empty one."""
    if settings.engine != "sqlite" or settings.file is None or settings.file.exists():
        return
    from kwai.core.paths import describe_start

    fail(
        f"There is no kwai here: {settings.file} does not exist. KWAI_HOME names the data folder"
        " of another one, KWAI_SETTINGS_FILE its settings;"
        f" `{describe_start('python')} -m kwai up` makes a new one."
    )


def fail(message: str, code: int = 1) -> NoReturn:
    """End the command with a message for a person."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
