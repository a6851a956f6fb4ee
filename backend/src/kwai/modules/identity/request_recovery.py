"""Module that implements the use case: ask for a recovery of a user."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.email_address import MAX_LENGTH
from kwai.core.events.bus import Bus
from kwai.modules.identity.user_recoveries.user_recovery import RECOVERY_LIFETIME
from kwai.modules.identity.user_recoveries.user_recovery_events import RecoveryRequestedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecoveryCommand:
    """Input for the use case; any text is taken."""

    email: str


class RequestRecovery:
    """Passes the wish on to the worker.

    Nothing is looked up here, so that nobody learns from the time it takes who is a user.
    """

    def __init__(self, bus: Bus, *, clock: Clock = utc_now) -> None:
        self._bus = bus
        self._clock = clock

    async def execute(self, command: RequestRecoveryCommand) -> None:
        """Execute the use case."""
        # One character more than an address can have: what is too long stays too long.
        email = command.email[: MAX_LENGTH + 1].encode(errors="replace").decode()
        expired_at = self._clock() + RECOVERY_LIFETIME
        await self._bus.publish(RecoveryRequestedEvent(email=email, expired_at=expired_at))
