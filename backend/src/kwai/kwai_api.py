"""Module for starting the api server."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from kwai.core.refusal import complain
from kwai.core.settings import Settings, SettingsException
from kwai.core.settings_check import load_checked_settings

if TYPE_CHECKING:
    import socket


def create_args(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Parse and create cli arguments."""
    parser = argparse.ArgumentParser(
        prog="kwai_api", description="Serves the API and the web application of kwai."
    )
    parser.add_argument("--host", help="the address to listen on (api.host)")
    parser.add_argument("--port", type=int, help="the port to listen on (api.port)")
    parser.add_argument("--fd", type=int, help="a socket that is bound already, by its number")
    parser.add_argument("--workers", type=int, help="how many processes answer (api.workers)")
    parser.add_argument(
        "--reload", action="store_true", help="start again when the code changes (development)"
    )
    return parser.parse_args(arguments)


def main() -> NoReturn:
    """Serve until a signal ends it; exit code 78 when the settings do not allow a start."""
    sys.exit(run(create_args()))


def run(args: argparse.Namespace) -> int:
    """Check, listen and serve; a problem is one line on stderr."""
    from kwai.core.memory import use_little_memory

    use_little_memory()
    from kwai.api.app import configure_logger
    from kwai.api.server import AddressException, run_checks, serve
    from kwai.core.db.exceptions import DatabaseException

    try:
        settings, listener = _listen(args)
        configure_logger(settings.logger)
        run_checks(settings)
    except (SettingsException, AddressException, DatabaseException) as error:
        return complain(error)
    with listener:
        return serve(settings, listener, reload=args.reload and settings.api.development)


def _listen(args: argparse.Namespace) -> "tuple[Settings, socket.socket]":
    from kwai.api.server import bind, inherit, with_real_port

    settings = _load(args)
    api = settings.api
    listener = bind(api.host, api.port) if args.fd is None else inherit(args.fd)
    settings = with_real_port(settings, listener)
    _tell_workers("PORT", settings.api.port)
    return settings, listener


def _load(args: argparse.Namespace) -> Settings:
    for name in ("host", "port", "workers"):
        if (value := getattr(args, name)) is not None:
            _tell_workers(name.upper(), value)
    return load_checked_settings(os.environ)


def _tell_workers(name: str, value: object) -> None:
    """Through the environment: the processes that answer read their settings themselves."""
    os.environ[f"KWAI_API_{name}"] = str(value)
    os.environ.pop(f"KWAI_{name}", None)


if __name__ == "__main__":
    main()
