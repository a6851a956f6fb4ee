"""Writes down what happened to an account, and from where."""

from datetime import datetime

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.security_events.origin import Origin
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventKind,
)
from kwai.modules.identity.security_events.security_event_repository import (
    SecurityEventRepository,
)
from kwai.modules.identity.users.user import UserIdentifier


class SecurityLog:
    """The security events of one request: all have the same origin."""

    def __init__(self, security_event_repo: SecurityEventRepository, origin: Origin) -> None:
        self._security_event_repo = security_event_repo
        self._origin = origin

    @property
    def origin(self) -> Origin:
        """Where the request came from."""
        return self._origin

    async def write(
        self,
        kind: SecurityEventKind,
        now: datetime,
        *,
        user_id: UserIdentifier | None = None,
        session_uuid: UniqueId | None = None,
    ) -> None:
        """Store an event in the transaction of the use case."""
        await self._security_event_repo.create(
            SecurityEventEntity(
                kind=kind,
                at=now,
                user_id=user_id,
                session_uuid=session_uuid,
                ip_prefix=self._origin.ip_prefix,
                request_id=self._origin.request_id,
            )
        )
