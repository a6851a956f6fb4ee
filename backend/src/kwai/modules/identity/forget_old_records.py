"""Module that implements the use case: forget what was kept long enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from kwai.core.domain.clock import Clock, utc_now

BATCH = 500

# How long what has ended is kept. Refresh tokens stand before access tokens, which they refer to.
TOKENS = timedelta(days=1)
SESSIONS = timedelta(days=90)
SECURITY_EVENTS = timedelta(days=180)
RECOVERIES = timedelta(days=30)
INVITATIONS = timedelta(days=30)


class Forgetful(Protocol):
    """A repository that can delete what ended before a moment."""

    async def delete_old(self, moment: datetime, limit: int) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What a repository holds is kept for this long after its end."""

    repo: Forgetful
    period: timedelta


class ForgetOldRecords:
    """Deletes tokens, sessions, recoveries, invitations and security events after their time.

    Harmless when several workers do it at once.
    """

    def __init__(self, retentions: Sequence[Retention], *, clock: Clock = utc_now) -> None:
        self._retentions = retentions
        self._clock = clock

    async def execute(self) -> int:
        """Delete one batch of each kind; tells how many rows it was, 0 when nothing is left."""
        now = self._clock()
        return sum([await r.repo.delete_old(now - r.period, BATCH) for r in self._retentions])
