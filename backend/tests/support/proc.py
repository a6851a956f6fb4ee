"""A program of kwai that a test may kill, freeze, end and start again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.support import processes

READY_SECONDS = 60.0
END_SECONDS = 60.0
BACKEND = Path(__file__).resolve().parents[2]


class Proc:
    """`python -m <module>`; what it says is appended to a log, over all its lives."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        is_ready: "Callable[[Proc], bool]",
    ) -> None:
        self.name = name
        self.log = folder / f"{name}.log"
        self._command = [sys.executable, "-m", *command]
        self._environment = dict(environment)
        self._is_ready = is_ready
        self._process: subprocess.Popen[bytes] | None = None
        self._log_start = 0

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def is_stopped(self) -> bool:
        """Whether it is frozen by a signal."""
        if not self.is_running:
            return False
        flags = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        try:
            return os.waitid(os.P_PID, self.pid, flags) is not None
        except ChildProcessError:
            # It ended at this moment.
            return False

    @property
    def text(self) -> str:
        """What it said in its present life."""
        return self.log.read_bytes()[self._log_start :].decode(errors="replace")

    def start(self, *, failpoint: str | None = None, wait: bool = True) -> "Proc":
        """Start it; only the main thread may (see `processes.spawn`)."""
        environment = os.environ | self._environment | {"PYTHONPATH": str(BACKEND)}
        if failpoint is not None:
            environment["KWAI_FAILPOINT"] = failpoint
        self._log_start = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=self.log.parent,
                start_new_session=True,
                preexec_fn=processes._die_with_parent(),
            )
        if wait:
            self.wait_until_ready()
        return self

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            if not self.is_running or self.is_stopped or self._is_ready(self):
                # One that died at a failpoint right away was ready for what it had to do.
                return
            time.sleep(0.01)
        raise AssertionError(f"{self.name} is not ready:\n{self.text[-4000:]}")

    def wait(self, seconds: float = END_SECONDS) -> int:
        """Wait for its end and give the exit code, negative for a signal."""
        assert self._process is not None
        return self._process.wait(seconds)

    def kill9(self) -> None:
        if self.is_running:
            self._send(signal.SIGKILL)
            self.wait()

    def term(self) -> None:
        self._send(signal.SIGTERM)

    def stop(self) -> None:
        self._send(signal.SIGSTOP)

    def cont(self) -> None:
        self._send(signal.SIGCONT)

    def restart(self, *, failpoint: str | None = None) -> None:
        self.kill9()
        self.start(failpoint=failpoint)

    def _send(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)
