"""Schemas for a security event resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from kwai.api.types import Uuid
from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventKind,
)

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class SecurityEventFilters(json_api.FilterModel):
    """Filters of the collection of security events."""

    kind: list[SecurityEventKind] | None = None
    user: Uuid | None = None


@json_api.resource(
    "security_events", path="/auth/security_events", ids="number", filters=SecurityEventFilters
)
@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityEventResource:
    """Something that happened to an account, newest first in a list."""

    id: str = ""
    at: Annotated[datetime | None, Attribute(read_only=True)] = None
    kind: Annotated[SecurityEventKind, Attribute(read_only=True)] = SecurityEventKind.LOGIN
    ip: Annotated[
        str, Attribute(read_only=True, description="The network it came from (/24 or /48).")
    ] = ""
    session: Annotated[
        str | None, Attribute(read_only=True, description="The login session, open or not.")
    ] = None
    request: Annotated[
        str | None, Attribute(read_only=True, description="The X-Request-ID of the request.")
    ] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 1
    user: Annotated[Linked["UserAccountResource"] | None, Relationship(read_only=True)] = NOT_LOADED

    @classmethod
    def create(
        cls, event: SecurityEventEntity, user: "Linked[UserAccountResource] | None" = None
    ) -> Self:
        """Make the resource of an event; most failed logins concern nobody."""
        session = event.session_uuid
        return cls(
            id=str(event.id),
            at=event.at,
            kind=event.kind,
            ip=event.ip_prefix,
            session=None if session is None else str(session),
            request=event.request_id,
            created_at=event.at,
            user=user,
        )
