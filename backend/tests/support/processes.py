"""Child processes of a test run: found, started, placed and swept away."""

import atexit
import ctypes
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
UNPACKED = REPOSITORY / ".servers" / "usr"
PREFIX = "kwai-test-"
ENOUGH_MEMORY = 200 * 1024 * 1024


class MissingServerError(Exception):
    """The program of a server is not on this machine; says which command brings it."""


def find_program(name: str, title: str) -> str:
    """Find a program among those `.ci/servers` unpacked, then on the PATH and in /usr/sbin."""
    folders = [str(UNPACKED / "sbin"), str(UNPACKED / "bin"), os.environ.get("PATH", os.defpath)]
    found = shutil.which(name, path=":".join([*folders, "/usr/local/sbin", "/usr/sbin"]))
    if found is None:
        raise MissingServerError(f"{title}: no {name}, run make servers")
    return found


def spawn(
    command: Sequence[str], *, log: Path, owner: tuple[int, int] | None = None
) -> subprocess.Popen[bytes]:
    """Start a process that the kernel kills when the calling thread ends.

    The signal belongs to the thread: a process started in a short-lived thread dies with it.
    """
    user, group = owner or (None, None)
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=_environment(),
            cwd=log.parent,
            start_new_session=True,
            user=user,
            group=group,
            extra_groups=[] if owner else None,
            preexec_fn=_die_with_parent(),
        )


def unprivileged_user() -> tuple[int, int] | None:
    """User and group for a server that refuses to run as root; nothing when we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("mysql", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    return 65534, 65534


def run_directory() -> Path:
    """Make a folder with a short path, in shared memory where there is room, removed at exit."""
    parent = Path("/dev/shm")
    if not parent.is_dir() or shutil.disk_usage(parent).free < ENOUGH_MEMORY:
        parent = Path(tempfile.gettempdir())
    _sweep(parent)
    directory = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
    # The servers of root run as another user, who has to pass through.
    directory.chmod(0o711)
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    return directory


def free_port() -> int:
    """A TCP port of the loopback interface nobody listens on at the moment.

    The kernel gives ports of this range to nobody who connects, so it stays free until it is used.
    """
    # Its own source of numbers: the tests of all workers begin with the same seed.
    numbers = random.SystemRandom()
    while True:
        port = numbers.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def is_listening(port: int) -> bool:
    """Whether somebody takes connections at a port of the loopback interface."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _sweep(parent: Path) -> None:
    """Remove what runs left behind that were killed."""
    for directory in parent.glob(f"{PREFIX}*-*"):
        pid = directory.name.removeprefix(PREFIX).partition("-")[0]
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            shutil.rmtree(directory, ignore_errors=True)
        except (ValueError, PermissionError):
            continue


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    libraries = [str(path) for path in UNPACKED.glob("lib/*-linux-gnu*") if path.is_dir()]
    if libraries:
        environment["LD_LIBRARY_PATH"] = ":".join(libraries)
    return environment


@cache
def _die_with_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    set_parent_death_signal = 1

    def die_with_parent() -> None:
        prctl(set_parent_death_signal, signal.SIGKILL)

    return die_with_parent
