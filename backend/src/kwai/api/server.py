"""Runs the application under uvicorn; what both `kwai_api` and `python -m kwai up` start."""

import asyncio
import errno
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kwai.core.memory import (
    keep_what_is_there,
    share_functions_of_classes,
    use_little_memory,
)
from kwai.core.settings import Settings, SettingsException

if TYPE_CHECKING:
    from uvicorn import Config, Server

FACTORY: Final = "kwai.api.server:create_settled_app"
GRACE: Final = 10


T = TypeVar("T")


class AddressException(Exception):
    """Raised when the server cannot listen where it should."""


def bind(host: str, port: int) -> socket.socket:
    """Take the address, so that a second start fails before it does anything else.

    Raises:
        AddressException: with a line that says what to do.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise AddressException(_explain(error, host, port)) from None
    listener.set_inheritable(True)
    return listener


def inherit(descriptor: int) -> socket.socket:
    """Take a socket that the one who starts us has bound already.

    Raises:
        AddressException: there is no such socket.
    """
    try:
        listener = socket.socket(fileno=descriptor)
    except OSError:
        raise AddressException(f"{descriptor} is no open socket.") from None
    listener.set_inheritable(True)
    return listener


def with_real_port(settings: Settings, listener: socket.socket) -> Settings:
    """Take over the port that is really listened on: links are made of it."""
    name = listener.getsockname()
    if not isinstance(name, tuple):
        return settings
    api = settings.api.model_copy(update={"port": name[1]})
    return settings.model_copy(update={"api": api})


def serve(
    settings: Settings,
    listener: socket.socket,
    *,
    create: Callable[[], Any] | None = None,
    reload: bool = False,
) -> int:
    """Answer requests until a signal ends it; return the exit code.

    Without `create` each process makes its own application from the settings of the installation;
    with `reload` it is made anew when the code changes.
    """
    from uvicorn import Server
    from uvicorn.supervisors import ChangeReload, Multiprocess

    app = FACTORY if create is None else lambda: settle(create())
    config = create_config(settings, app, reload=reload)
    server = Server(config)
    if config.should_reload:
        # Whoever makes an application settles with it; a parent that only watches does so here.
        keep_what_is_there()
        ChangeReload(config, target=server.run, sockets=[listener]).run()
    elif config.workers > 1 and create is None:
        keep_what_is_there()
        Multiprocess(config, sockets=[listener]).run()
    else:
        _run_in_this_process(server, listener)
        return 0 if server.started else 1
    return 0


def create_settled_app() -> Any:
    """Create the application of a process that does nothing but serve it."""
    use_little_memory()
    from kwai.api.app import create_app

    return settle(create_app())


def settle(app: T) -> T:
    """Let an application that is complete run undisturbed."""
    share_functions_of_classes()
    keep_what_is_there()
    return app


def create_config(
    settings: Settings, app: str | Callable[[], Any], *, reload: bool = False
) -> "Config":
    """Give the options of uvicorn; each of them is there for a reason (toolchain.md 11)."""
    from uvicorn import Config

    from kwai.core.logging import create_log_config

    return Config(
        app,
        factory=True,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        http="httptools",
        ws="none",
        lifespan="on",
        workers=1 if reload else settings.api.workers,
        reload=reload,
        # For the parent of several processes, and for what they say before they are set up.
        log_config=create_log_config(settings.logger),
        access_log=False,
        server_header=False,
        # It would believe every proxy on this machine; we look at the settings.
        proxy_headers=False,
        limit_concurrency=settings.api.limit_concurrency,
        # Without it one open stream keeps the server from stopping.
        timeout_graceful_shutdown=GRACE,
    )


def _run_in_this_process(server: "Server", listener: socket.socket) -> None:
    def end(*_: object) -> None:
        # uvicorn raises the signal again when it has stopped, which would be a death by SIGTERM;
        # and one that comes before uvicorn listens for it must not be lost.
        server.should_exit = True

    previous = signal.signal(signal.SIGTERM, end)
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, previous)


def _explain(error: Exception, host: str, port: int) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use; choose another one with --port or KWAI_PORT."
    if number in {errno.EACCES, errno.EPERM}:
        return f"Port {port} on {host} is not for this user; choose one above 1023."
    if isinstance(error, OverflowError):
        return f"{port} is no port; it lies between 0 and 65535."
    return f"Cannot listen on {host}: {os.strerror(number) if number and number > 0 else error}."


def run_checks(settings: Settings) -> None:
    """Look at the database before any process is started for requests, in a loop of its own.

    Raises:
        DatabaseException: it cannot be reached, or does not let us in.
        SettingsException: kwai cannot work with it.
    """
    from kwai.api.start import check_first

    asyncio.run(check_first(settings))


__all__ = [
    "AddressException",
    "SettingsException",
    "bind",
    "create_config",
    "inherit",
    "run_checks",
    "serve",
    "with_real_port",
]
