"""The command that writes the settings of a new installation."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from kwai.cli.private_file import write_private

SECRET_BYTES = 48
TEMPLATE = """\
# The settings of this kwai. Keep this file to yourself: whoever has the secrets can be anybody.
# Every other setting and its default: kwai.toml.example.

[website]
# The address people use, once it is more than this machine: https://club.example
# url = "https://club.example"
# email = "info@club.example"
name = "{name}"

[security]
jwt_secret = "{jwt_secret}"
jwt_refresh_secret = "{jwt_refresh_secret}"
data_secret = "{data_secret}"
"""


class SettingsExistException(Exception):
    """Raised when there are settings already: new secrets would lock everybody out."""


def init(
    name: Annotated[str, typer.Option(help="The name of the club.")] = "Kwai",
) -> None:
    """Write kwai.toml with new random secrets into the data folder ($KWAI_HOME, or var)."""
    try:
        file = write_settings(name=name)
    except SettingsExistException as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{error.filename}: {error.strerror}.", err=True)
        raise typer.Exit(1) from None
    from kwai.core.paths import describe_start

    typer.echo(f"Wrote {file}. Start kwai with: {describe_start('python')} -m kwai up")


def write_settings(*, name: str = "Kwai", file: Path | None = None) -> Path:
    """Write the settings file, readable for its owner only.

    Raises:
        SettingsExistException: the file exists already.
    """
    from kwai.core.settings import SETTINGS_FILE_NAME, SETTINGS_FILE_VARIABLE, find_home

    named = os.environ.get(SETTINGS_FILE_VARIABLE)
    path = file or (Path(named) if named else find_home() / SETTINGS_FILE_NAME)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        write_private(path, _fill(name))
    except FileExistsError:
        raise SettingsExistException(
            f"{path} exists already. Move it away first if you really want new secrets: "
            "everybody will have to log in again, and mails that wait cannot be read any more."
        ) from None
    return path


def _fill(name: str) -> str:
    escaped = "".join(char for char in name if char.isprintable())
    escaped = escaped.replace("\\", "\\\\").replace('"', '\\"')
    return TEMPLATE.format(
        name=escaped,
        jwt_secret=secrets.token_urlsafe(SECRET_BYTES),
        jwt_refresh_secret=secrets.token_urlsafe(SECRET_BYTES),
        data_secret=secrets.token_urlsafe(SECRET_BYTES),
    )
