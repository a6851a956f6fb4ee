"""Spares a relay that is down, and the attempts of the mails that wait for it."""

import time
from collections.abc import Callable

from loguru import logger

FAULTS_TO_OPEN = 3
FIRST_PROBE_SECONDS = 5.0
LAST_PROBE_SECONDS = 60.0


class Breaker:
    """Opens after three faults in a row; then one mail at a time probes the relay."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._faults = 0
        self._delay = 0.0
        self._next_probe = 0.0
        self._is_probing = False

    @property
    def is_open(self) -> bool:
        """Whether mails have to wait."""
        return self._faults >= FAULTS_TO_OPEN

    def allowance(self, free: int) -> int:
        """Tell how many of `free` mails may go: all, one as a probe, or none."""
        if not self.is_open:
            return free
        return 0 if self._is_probing or self._clock() < self._next_probe else min(free, 1)

    def started(self) -> None:
        """Note that a mail is on its way; while the breaker is open it is the probe."""
        self._is_probing = self.is_open

    def gave_up(self) -> None:
        """Note that a mail came back before the relay could say anything."""
        self._is_probing = False

    def succeeded(self) -> None:
        """Note that the relay answered, whatever it thought of the mail."""
        if self.is_open:
            logger.bind(outcome="closed").info("The relay answers again.")
        self._faults, self._delay, self._is_probing = 0, 0.0, False

    def failed(self) -> None:
        """Note that the relay could not be used."""
        was_open, was_probe = self.is_open, self._is_probing
        self._faults += 1
        self._is_probing = False
        if not self.is_open or (was_open and not was_probe):
            # Mails that were on their way when it opened say nothing new.
            return
        self._delay = min(max(self._delay * 2, FIRST_PROBE_SECONDS), LAST_PROBE_SECONDS)
        self._next_probe = self._clock() + self._delay
        if not was_open:
            logger.bind(outcome="open").warning("The relay cannot be used; mails wait for it.")
