"""Where the files are that come with the code: in a checkout beside it, in a wheel inside it."""

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[2]
_HOME = "KWAI_HOME"
_PLACES = ("KWAI_SETTINGS_FILE", _HOME)


def find_migrations() -> Path:
    """The folder with Alembic's env.py."""
    return _find(_CHECKOUT / "backend" / "migrations", _PACKAGE / "migrations")


def find_static() -> Path:
    """The built web application; the folder does not exist where it was not built."""
    # In a checkout it may be built later, while a server runs.
    sources = _CHECKOUT / "frontend"
    return sources / "dist" if sources.is_dir() else _PACKAGE / "static"


def describe_start(program: str, *, home: str | None = None) -> str:
    """Write how the person at this terminal starts another of our programs on the same data.

    With `home` it is on the data of another folder.

    In a checkout nothing of ours is on the PATH, and a `python` that is belongs to the system.
    """
    beside = Path(sys.executable).with_name(program)
    if beside.exists() and shutil.which(program) != str(beside):
        here = Path.cwd()
        program = str(beside.relative_to(here) if beside.is_relative_to(here) else beside)
    named = {name: os.environ.get(name) for name in _PLACES} if home is None else {_HOME: home}
    place = [f"{name}={quote(value)}" for name, value in named.items() if value]
    return " ".join([*place, program])


def _find(in_checkout: Path, in_package: Path) -> Path:
    return in_checkout if in_checkout.is_dir() else in_package
