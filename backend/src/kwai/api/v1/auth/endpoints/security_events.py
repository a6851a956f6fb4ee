"""Module that implements the endpoints for security events."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond
from kwai.api.route import KwaiRoute
from kwai.api.schemas.security_event import SecurityEventResource
from kwai.api.v1.auth.loading import IdentityLoader
from kwai.api.v1.paging import read_page, respond_page
from kwai.modules.identity.get_security_event import GetSecurityEvent, GetSecurityEventCommand
from kwai.modules.identity.get_security_events import (
    GetSecurityEvents,
    GetSecurityEventsCommand,
)
from kwai.modules.identity.security_events.security_event import SecurityEventEntity
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)

router = APIRouter(prefix="/auth/security_events", tags=["auth"], route_class=KwaiRoute)

EventId = Annotated[int, Depends(path_id("event_id"))]


@router.get("", **operation(SecurityEventResource, "list", id="get_security_events"))
async def get_security_events(query: QueryDep, db: DatabaseDep) -> Response:
    """Get what happened to accounts, newest first."""
    use_case = GetSecurityEvents(SecurityEventDbRepository(db))
    command = query.to_command(GetSecurityEventsCommand)
    page = await read_page(use_case.execute(command))
    resources = await _create_resources(page.entities, IdentityLoader(db, query))
    return respond_page(query, page, resources)


@router.get("/{event_id}", **operation(SecurityEventResource, "get", id="get_security_event"))
async def get_security_event(event_id: EventId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get one of the things that happened to accounts."""
    command = GetSecurityEventCommand(id=event_id, query=query)
    event = await GetSecurityEvent(SecurityEventDbRepository(db)).execute(command)
    resources = await _create_resources([event], IdentityLoader(db, query))
    return respond(query, resources[0])


add_relationships(router, SecurityEventResource, get=get_security_event)


async def _create_resources(
    events: list[SecurityEventEntity], loader: IdentityLoader
) -> list[SecurityEventResource]:
    users = await loader.users(str(each.user_uuid) for each in events if each.user_uuid)
    return [SecurityEventResource.create(each, users.get(str(each.user_uuid))) for each in events]
