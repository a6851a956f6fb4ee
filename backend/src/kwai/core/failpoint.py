"""Places where a test can make the process die, freeze, fail or wait (events.md section 13)."""

import os
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

FailpointName = Literal[
    "before_commit",
    "after_commit",
    "after_doorbell",
    "before_response",
    "after_claim",
    "in_handler",
    "before_handler_commit",
    "after_handler_commit",
    "before_smtp",
    "after_smtp",
    "before_done",
    "after_done",
    "before_ack",
    "in_sweep",
    "in_release",
]
FAILPOINTS: tuple[str, ...] = get_args(FailpointName)


class FailpointException(Exception):
    """Raised by the action `raise`."""


@dataclass(slots=True)
class _Plan:
    name: str
    action: str
    nth: int = 1
    reached: Counter[str] = field(default_factory=Counter)


def failpoint(name: FailpointName) -> None:
    """Do what `KWAI_FAILPOINT=<name>:<action>[:<nth>]` asks for here; nothing without it.

    Actions: `kill`, `stop` (both of this process), `raise`, `sleep=<seconds>` (blocks the thread).
    """
    plan = _plan()
    if plan is None or plan.name != name:
        return
    plan.reached[name] += 1
    if plan.reached[name] == plan.nth:
        _act(plan.action)


@lru_cache(maxsize=1)
def _plan() -> _Plan | None:
    text = os.environ.get("KWAI_FAILPOINT", "")
    if os.environ.get("KWAI_TESTING") != "1" or not text:
        return None
    name, action, *nth = text.split(":")
    return _Plan(name, action, int(nth[0]) if nth else 1)


def _act(action: str) -> None:
    kind, _, seconds = action.partition("=")
    if kind == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    elif kind == "sleep":
        time.sleep(float(seconds))
    else:
        raise FailpointException(action)
