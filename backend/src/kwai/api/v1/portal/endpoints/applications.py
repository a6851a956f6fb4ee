"""Module that implements applications endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, PreconditionDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.application import ApplicationResource
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.unchanged import UnchangedDep
from kwai.core.json_api import Create
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.create_application import (
    CreateApplication,
    CreateApplicationCommand,
)
from kwai.modules.portal.delete_application import (
    DeleteApplication,
    DeleteApplicationCommand,
)
from kwai.modules.portal.get_application import GetApplication, GetApplicationCommand
from kwai.modules.portal.get_applications import GetApplications, GetApplicationsCommand
from kwai.modules.portal.update_application import (
    UpdateApplication,
    UpdateApplicationCommand,
)

router = APIRouter(prefix="/portal/applications", tags=["portal"], route_class=KwaiRoute)

ApplicationId = Annotated[int, Depends(path_id("application_id"))]
ApplicationInput = Annotated[Create[ApplicationResource], InputDep]
ApplicationPatch = Annotated[ConditionalPatch[ApplicationResource], InputDep]


@router.get("", **operation(ApplicationResource, "list", id="get_applications"))
async def get_applications(query: QueryDep, db: DatabaseDep, unchanged: UnchangedDep) -> Response:
    """Get all applications of kwai, in the order of the site."""
    command = query.to_command(GetApplicationsCommand, sort=sort_keys(query))
    use_case = GetApplications(ApplicationDbRepository(db))
    if answer := await unchanged.answer(use_case.get_versions, command):
        return answer
    page = await read_page(use_case.execute(command))
    tag = unchanged.tag(page.total, (each.versions for each in page.entities))
    return respond_page(query, page, map(ApplicationResource.create, page.entities), tag=tag)


@router.get("/{application_id}", **operation(ApplicationResource, "get", id="get_application"))
async def get_application(
    application_id: ApplicationId, query: QueryDep, db: DatabaseDep
) -> Response:
    """Get an application."""
    command = GetApplicationCommand(id=application_id, query=query)
    application = await GetApplication(ApplicationDbRepository(db)).execute(command)
    return respond(query, ApplicationResource.create(application))


@router.post("", **operation(ApplicationResource, "create", id="create_application"))
async def create_application(
    new: ApplicationInput, query: QueryDep, db: DatabaseDep, clock: ClockDep
) -> Response:
    """Add a section to the site."""
    asked = new.resource
    command = CreateApplicationCommand(
        name=asked.name,
        title=asked.title,
        short_description=asked.short_description,
        description=asked.description,
        remark=asked.remark,
        news=asked.news,
        pages=asked.pages,
        events=asked.events,
        weight=asked.weight,
    )
    use_case = CreateApplication(ApplicationDbRepository(db), clock=clock)
    application = await use_case.execute(command)
    return respond_created(query, ApplicationResource.create(application))


@router.patch(
    "/{application_id}", **operation(ApplicationResource, "update", id="update_application")
)
async def update_application(
    application_id: ApplicationId,
    patch: ApplicationPatch,
    query: QueryDep,
    db: DatabaseDep,
    clock: ClockDep,
) -> Response:
    """Change a section of the site; its name stays."""
    applications = ApplicationDbRepository(db)
    locked = GetApplicationCommand(id=application_id, lock=True)
    current = await GetApplication(applications).execute(locked)
    asked = patch.apply(ApplicationResource.create(current))
    command = UpdateApplicationCommand(
        id=application_id,
        title=asked.title,
        short_description=asked.short_description,
        description=asked.description,
        remark=asked.remark,
        news=asked.news,
        pages=asked.pages,
        events=asked.events,
        weight=asked.weight,
    )
    application = await UpdateApplication(applications, clock=clock).execute(command)
    return respond(query, ApplicationResource.create(application))


@router.delete(
    "/{application_id}", **operation(ApplicationResource, "delete", id="delete_application")
)
async def delete_application(
    application_id: ApplicationId, precondition: PreconditionDep, db: DatabaseDep
) -> Response:
    """Remove a section of the site that nothing is in."""
    applications = ApplicationDbRepository(db)
    if precondition.is_given:
        locked = GetApplicationCommand(id=application_id, lock=True)
        current = await GetApplication(applications).execute(locked)
        precondition.check(ApplicationResource.create(current))
    await DeleteApplication(applications).execute(DeleteApplicationCommand(id=application_id))
    return respond_nothing()
