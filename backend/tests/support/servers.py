"""Private MariaDB and Redis servers: own folder, own socket, gone with the tests."""

import atexit
import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from tests.support.processes import UNPACKED, find_program, spawn, unprivileged_user

START_SECONDS = 20.0
STOP_SECONDS = 5.0

MARIADB_OPTIONS = (
    "--skip-networking",
    "--skip-log-bin",
    "--skip-name-resolve",
    "--performance-schema=OFF",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_bin",
    "--max-connections=200",
    "--innodb-buffer-pool-size=64M",
    "--innodb-log-file-size=16M",
    "--innodb-buffer-pool-dump-at-shutdown=OFF",
    "--innodb-buffer-pool-load-at-startup=OFF",
)
FAST_OPTIONS = (
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-flush-method=nosync",
    "--innodb-doublewrite=0",
    "--innodb-fast-shutdown=2",
)
DURABLE_OPTIONS = ("--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1")


class ServerFailedError(Exception):
    """A server did not start; carries the last lines of its log."""


class PrivateServer(ABC):
    """A server process on a unix socket, in a folder of its own."""

    program: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, directory: Path, options: Sequence[str] = ()) -> None:
        self.directory = directory
        self.options = tuple(options)
        self.socket = str(directory / "server.sock")
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.kill9)

    @property
    def pid(self) -> int | None:
        """The process id while the server runs."""
        return self._process.pid if self.is_running and self._process else None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Return when the server answers. Only the main thread may call this (see `spawn`)."""
        self._prepare()
        self._process = spawn(self._command(), log=self._log, owner=self._owner())
        self._wait_until_ready()

    def stop(self) -> None:
        """End the server; its folder stays, so it can be started again."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.send_signal(signal.SIGCONT)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill9(self) -> None:
        """End the server as a power cut would end it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def stop_signal(self) -> None:
        """Freeze the server: connections stay open and get no answer."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def cont(self) -> None:
        """Let a frozen server go on."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)

    @abstractmethod
    def _command(self) -> list[str]: ...

    @abstractmethod
    def _answers(self, connection: socket.socket) -> bool: ...

    def _owner(self) -> tuple[int, int] | None:
        """Who runs the server; nothing means whoever runs the tests."""
        return None

    def _prepare(self) -> None:
        find_program(self.program, self.title)
        self.directory.mkdir(parents=True, exist_ok=True)

    @property
    def _log(self) -> Path:
        return self.directory / "server.log"

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.is_running:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(1)
                try:
                    connection.connect(self.socket)
                    if self._answers(connection):
                        return
                except OSError:
                    pass
            time.sleep(0.01)
        self.kill9()
        lines = self._log.read_text(errors="replace").splitlines()[-20:]
        raise ServerFailedError(f"{self.title} does not answer:\n" + "\n".join(lines))


class MariaDbServer(PrivateServer):
    """MariaDB; log in as root without a password. `durable` has the values a club runs with."""

    program = "mariadbd"
    title = "MariaDB"
    user = "root"

    def __init__(
        self, directory: Path, options: Sequence[str] = (), *, durable: bool = False
    ) -> None:
        super().__init__(directory, options)
        self._durability = DURABLE_OPTIONS if durable else FAST_OPTIONS

    def _prepare(self) -> None:
        super()._prepare()
        folder = self.directory / "data"
        if folder.exists():
            return
        folder.mkdir()
        self._temporary.mkdir()
        owner = self._owner()
        if owner is not None:
            for path in (self.directory, folder, self._temporary):
                os.chown(path, *owner)
        install = [find_program("mariadb-install-db", self.title), "--no-defaults"]
        install += ["--auth-root-authentication-method=normal", "--skip-test-db"]
        install += ["--skip-name-resolve", f"--datadir={folder}", *_base()]
        install.append(f"--tmpdir={self._temporary}")
        status = spawn(install, log=self._log, owner=owner).wait()
        if status != 0:
            raise ServerFailedError(self._log.read_text(errors="replace"))

    @property
    def _temporary(self) -> Path:
        # A server that starts removes the temporary tables of all others that share the folder.
        return self.directory / "tmp"

    def _owner(self) -> tuple[int, int] | None:
        return unprivileged_user()

    def _command(self) -> list[str]:
        program = find_program(self.program, self.title)
        paths = [f"--datadir={self.directory / 'data'}", f"--socket={self.socket}", *_base()]
        paths.append(f"--pid-file={self.directory / 'server.pid'}")
        paths.append(f"--tmpdir={self._temporary}")
        return [
            program,
            "--no-defaults",
            *paths,
            *MARIADB_OPTIONS,
            *self._durability,
            *self.options,
        ]

    def _answers(self, connection: socket.socket) -> bool:
        greeting = connection.recv(5)
        return len(greeting) == 5 and greeting[4] == 10


class RedisServer(PrivateServer):
    """Redis without persistence: a restarted one is empty. It listens on TCP when given a port."""

    program = "redis-server"
    title = "Redis"

    def __init__(self, directory: Path, options: Sequence[str] = (), *, port: int = 0) -> None:
        super().__init__(directory, options)
        self.port = port

    def _command(self) -> list[str]:
        command = [find_program(self.program, self.title), "--port", str(self.port)]
        command += [
            "--bind",
            "127.0.0.1",
            "--unixsocket",
            self.socket,
            "--dir",
            str(self.directory),
        ]
        return [*command, "--save", "", "--appendonly", "no", *self.options]

    def _answers(self, connection: socket.socket) -> bool:
        connection.sendall(b"PING\r\n")
        return connection.recv(5) == b"+PONG"


def _base() -> list[str]:
    return [f"--basedir={UNPACKED}"] if (UNPACKED / "sbin" / "mariadbd").exists() else []
