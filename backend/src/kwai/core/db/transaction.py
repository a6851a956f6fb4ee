"""What a session knows about its open transaction."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from kwai.core.db.exceptions import DatabaseException, TransientException

logger = logging.getLogger(__name__)

Hook = Callable[[], Awaitable[None]]
Mode = Literal["write", "snapshot"]

HOOK_SECONDS = 1.0
LONG_SECONDS = 2.0


@dataclass(slots=True)
class HookStatistics:
    """How many hooks failed since the process started; shown by the metrics."""

    failed: int = 0


hook_statistics = HookStatistics()


@dataclass(slots=True, kw_only=True)
class Transaction:
    """One outermost block, with the inner blocks that joined it.

    Attributes:
        begun: BEGIN went out, with the first statement.
        has_written: A statement that writes went out.
        doom: An inner block failed: nothing of this transaction may stay.
        is_lost: The server has ended the transaction; a further statement would stand alone.
    """

    mode: Mode
    task: "asyncio.Task[object] | None"
    begun: bool = False
    has_written: bool = False
    doom: BaseException | None = None
    is_lost: bool = False
    savepoints: int = 0
    hooks: list[Hook] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def lose(self, error: BaseException) -> None:
        """Note that the server knows this transaction no more."""
        self.doom = self.doom or error
        self.is_lost = True

    def raise_if_lost(self) -> None:
        """Refuse a statement that would be committed by itself."""
        if self.is_lost:
            raise DatabaseException("The transaction has ended already.") from self.doom

    def doomed(self) -> DatabaseException:
        """The error for somebody who swallowed the one that doomed the transaction."""
        if isinstance(self.doom, TransientException):
            # The unit can run again, whoever swallowed it.
            return self.doom
        error = DatabaseException("An inner block failed, so the transaction is rolled back.")
        error.__cause__ = self.doom
        return error

    def warn_if_long(self) -> None:
        """Log a unit that kept others waiting."""
        if (seconds := time.monotonic() - self.started) > LONG_SECONDS:
            logger.warning("A transaction was open for %.1f seconds.", seconds)


async def run_hooks(hooks: list[Hook]) -> None:
    """Run what waits for the commit; a hook that fails or hangs cannot undo anything."""
    for hook in hooks:
        try:
            async with asyncio.timeout(HOOK_SECONDS):
                await hook()
        except Exception:
            hook_statistics.failed += 1
            logger.exception("A hook failed after a commit.")


def commits(error: BaseException) -> bool:
    """Tell whether what was written stays although the unit ends with this error."""
    return getattr(error, "commits", False) is True
