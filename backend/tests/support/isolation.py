"""Cuts the test process off from the machine: its environment, its home, its network."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

# A quarter-hour offset shows every place that mixes local time with UTC or rounds to hours.
TIME_ZONE = "<+0545>-05:45"
FOREIGN_PREFIXES = ("KWAI_", "XDG_", "PIP_", "UV_", "GIT_", "npm_config_", "NPM_CONFIG_")
XDG_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


class ForeignConnectionError(RuntimeError):
    """A test tried to reach something beyond this machine."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TestOptions:
    """What the environment asks of a test run; read before the environment is cleared."""

    __test__ = False

    ci: bool
    long: bool
    mysql: str | None
    chromium: str | None
    servers: str | None


def read_options() -> TestOptions:
    return TestOptions(
        ci=bool(os.environ.get("CI")),
        long=bool(os.environ.get("KWAI_LONG")),
        mysql=os.environ.get("KWAI_TEST_MYSQL"),
        chromium=os.environ.get("KWAI_CHROMIUM"),
        servers=os.environ.get("PYTEST_KWAI_SERVERS"),
    )


@contextmanager
def isolated_process(home: Path) -> Iterator[None]:
    """Let everything that asks for a place to write find `home`."""
    environment, folder = dict(os.environ), Path.cwd()
    for name in [name for name in os.environ if _is_foreign(name)]:
        del os.environ[name]
    os.environ.update({name: str(home / name.lower()) for name in XDG_FOLDERS})
    os.environ.update(HOME=str(home), TZ=TIME_ZONE)
    time.tzset()
    os.chdir(home)
    try:
        yield
    finally:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()


def guard_sockets() -> None:
    """Refuse every connection that leaves the machine, for the rest of the process."""
    # An audit hook also sees connections that bypass socket.socket, and cannot be undone by a test.
    sys.addaudithook(_refuse_foreign_address)


def _is_foreign(name: str) -> bool:
    return name.startswith(FOREIGN_PREFIXES) or name.lower().endswith("_proxy")


def _refuse_foreign_address(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if isinstance(host, str) and not _is_local(host):
        raise ForeignConnectionError(f"Tests stay on this machine; refused {event} to {host}.")


def _is_local(host: str) -> bool:
    if host in {"", "localhost"}:
        return True
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
