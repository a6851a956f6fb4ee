"""Module that implements the use case: get a security event."""

from dataclasses import dataclass

from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventIdentifier,
)
from kwai.modules.identity.security_events.security_event_repository import (
    SecurityEventRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSecurityEventCommand:
    """Input for the use case."""

    id: int


class GetSecurityEvent:
    """Gets one security event."""

    def __init__(self, security_event_repo: SecurityEventRepository) -> None:
        self._security_event_repo = security_event_repo

    async def execute(self, command: GetSecurityEventCommand) -> SecurityEventEntity:
        """Execute the use case.

        Raises:
            SecurityEventNotFoundException: there is none.
        """
        return await self._security_event_repo.get_by_id(SecurityEventIdentifier(command.id))
