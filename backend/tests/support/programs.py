"""Starts the programs of kwai as an operator does: in a folder of their own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.support.processes import free_port

DEADLINE = 60.0
SECRETS = {
    "KWAI_SECURITY_JWT_SECRET": "a0b1c2d3e4f5061728394a5b6c7d8e9f-access",
    "KWAI_SECURITY_JWT_REFRESH_SECRET": "f9e8d7c6b5a4938271605f4e3d2c1b0a-refresh",
    "KWAI_SECURITY_DATA_SECRET": "00ff11ee22dd33cc44bb55aa66997788-data",
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Program:
    """A running program; what it says goes to files, which no child can keep open for us."""

    process: subprocess.Popen[bytes]
    url: str
    out: Path
    err: Path

    def wait_until_ready(self, path: str = "/api/health") -> httpx.Response:
        """Poll until it answers; what it said is shown when it ends before."""
        end = time.monotonic() + DEADLINE
        # Each client reads the certificates of all authorities when it is made.
        with httpx.Client(trust_env=False) as client:
            while time.monotonic() < end:
                if self.process.poll() is not None:
                    raise AssertionError(self.wait())
                try:
                    return client.get(self.url + path)
                except httpx.TransportError:
                    time.sleep(0.02)
        raise AssertionError(f"No answer within {DEADLINE} s: {self.err.read_text()}")

    def stop(self, number: int = signal.SIGTERM) -> Ended:
        """Send a signal and wait for the end."""
        self.process.send_signal(number)
        return self.wait()

    def wait(self) -> Ended:
        """Wait for the end."""
        code = self.process.wait(timeout=DEADLINE)
        return Ended(code, self.out.read_text(), self.err.read_text())


@contextmanager
def running(
    module: str,
    *arguments: str,
    folder: Path,
    environ: Mapping[str, str] | None = None,
    fds: tuple[int, ...] = (),
    python: str = sys.executable,
) -> Iterator[Program]:
    """Start `python -m module` on a free port, with `folder` as its working folder."""
    port = free_port()
    names = {"out": folder / "out.txt", "err": folder / "err.txt"}
    with names["out"].open("wb") as out, names["err"].open("wb") as err:
        process = subprocess.Popen(
            [python, "-m", module, *arguments],
            cwd=folder,
            env={**os.environ, "KWAI_TESTING": "1", "KWAI_PORT": str(port), **(environ or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
            pass_fds=fds,
        )
    try:
        yield Program(process, f"http://127.0.0.1:{port}", **names)
    finally:
        # The whole group: the children of a killed parent would go on alone.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run(
    module: str, *arguments: str, folder: Path, environ: Mapping[str, str] | None = None
) -> Ended:
    """Run `python -m module` until it ends by itself."""
    with running(module, *arguments, folder=folder, environ=environ) as program:
        return program.wait()
