"""Module that implements the use case: get a security event."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventIdentifier,
)
from kwai.modules.identity.security_events.security_event_repository import (
    SecurityEventRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSecurityEventCommand:
    """Input for the use case.

    Attributes:
        query: What of the event will be looked at.
    """

    id: int
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetSecurityEvent:
    """Gets one security event."""

    def __init__(self, security_event_repo: SecurityEventRepository) -> None:
        self._security_event_repo = security_event_repo

    async def execute(self, command: GetSecurityEventCommand) -> SecurityEventEntity:
        """Execute the use case.

        Raises:
            SecurityEventNotFoundException: there is none.
        """
        query = self._security_event_repo.create_query().show(command.query)
        return await self._security_event_repo.get_one(query, SecurityEventIdentifier(command.id))
