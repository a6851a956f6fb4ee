"""Module that implements the endpoints for the change log."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond
from kwai.api.route import KwaiRoute
from kwai.api.schemas.change import ChangeResource
from kwai.api.v1.auth.loading import IdentityLoader
from kwai.api.v1.changes.subjects import SUBJECTS, find_subject
from kwai.api.v1.paging import read_page, respond_page
from kwai.core.db.changes.get_changes import (
    GetChange,
    GetChangeCommand,
    GetChanges,
    GetChangesCommand,
)
from kwai.core.db.changes.logged_change import LoggedChange
from kwai.core.db.changes.logged_change_db_repository import LoggedChangeDbRepository
from kwai.core.domain.resource_query import ResourceQuery

router = APIRouter(prefix="/changes", tags=["changes"], route_class=KwaiRoute)

ChangeId = Annotated[int, Depends(path_id("change_id"))]


@router.get("", **operation(ChangeResource, "list", id="get_changes"))
async def get_changes(query: QueryDep, db: DatabaseDep) -> Response:
    """Get who changed what, newest first."""
    use_case = GetChanges(LoggedChangeDbRepository(db, SUBJECTS))
    page = await read_page(use_case.execute(_to_command(query)))
    resources = await _create_resources(page.entities, IdentityLoader(db, query))
    return respond_page(query, page, resources)


@router.get("/{change_id}", **operation(ChangeResource, "get", id="get_change"))
async def get_change(change_id: ChangeId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get one change."""
    use_case = GetChange(LoggedChangeDbRepository(db, SUBJECTS))
    change = await use_case.execute(GetChangeCommand(id=change_id))
    resources = await _create_resources([change], IdentityLoader(db, query))
    return respond(query, resources[0])


add_relationships(router, ChangeResource, get=get_change)


def _to_command(query: ResourceQuery) -> GetChangesCommand:
    filters: dict[str, Any] = dict(query.filter)
    resource = filters.pop("resource", None)
    page = query.page
    return GetChangesCommand(
        **filters,
        subject=None if resource is None else find_subject(resource),
        page=page,
        limit=page.limit if page else None,
        offset=page.offset if page else None,
    )


async def _create_resources(
    changes: list[LoggedChange], loader: IdentityLoader
) -> list[ChangeResource]:
    users = await loader.users(each.user_uuid for each in changes if each.user_uuid)
    return [ChangeResource.create(each, users.get(each.user_uuid or "")) for each in changes]
