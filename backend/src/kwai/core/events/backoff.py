"""When a failed delivery is tried again."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

SPREAD = 0.2
# Far beyond the cap, and still small enough for a float.
MAX_DOUBLINGS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Doubles with each attempt, and spreads so that what failed together does not return so."""

    base: float
    cap: float
    chance: Callable[[], float] = random.random

    def after(self, attempts: int) -> timedelta:
        """Tell how long to wait after so many attempts."""
        doubled = self.base * 2 ** min(max(attempts - 1, 0), MAX_DOUBLINGS)
        return self.spread(min(doubled, self.cap))

    def spread(self, seconds: float) -> timedelta:
        """Vary a time by 20 % at most."""
        return timedelta(seconds=seconds * (1 + SPREAD * (2 * self.chance() - 1)))
