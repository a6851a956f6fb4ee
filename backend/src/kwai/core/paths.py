"""Where the files are that come with the code: in a checkout beside it, in a wheel inside it."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[2]


def find_migrations() -> Path:
    """The folder with Alembic's env.py."""
    return _find(_CHECKOUT / "backend" / "migrations", _PACKAGE / "migrations")


def find_static() -> Path:
    """The built web application; the folder does not exist where it was not built."""
    # In a checkout it may be built later, while a server runs.
    sources = _CHECKOUT / "frontend"
    return sources / "dist" if sources.is_dir() else _PACKAGE / "static"


def _find(in_checkout: Path, in_package: Path) -> Path:
    return in_checkout if in_checkout.is_dir() else in_package
