"""Module for endpoints for coaches."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, PreconditionDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.coach import CoachResource
from kwai.api.v1.links import key_of
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.trainings.dependencies import LoaderDep
from kwai.core.json_api import Create
from kwai.modules.training.change_coaches import (
    CoachCommand,
    CreateCoach,
    DeleteCoach,
    DeleteCoachCommand,
    UpdateCoach,
    UpdateCoachCommand,
)
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.get_coaches import (
    GetCoach,
    GetCoachCommand,
    GetCoaches,
    GetCoachesCommand,
)

router = APIRouter(prefix="/coaches", tags=["trainings"], route_class=KwaiRoute)

CoachId = Annotated[int, Depends(path_id("coach_id"))]
CoachInput = Annotated[Create[CoachResource], InputDep]
CoachPatch = Annotated[ConditionalPatch[CoachResource], InputDep]


@router.get("", **operation(CoachResource, "list", id="get_coaches"))
async def get_coaches(query: QueryDep, db: DatabaseDep, loader: LoaderDep) -> Response:
    """Get all coaches."""
    command = query.to_command(GetCoachesCommand, sort=sort_keys(query))
    page = await read_page(GetCoaches(CoachDbRepository(db)).execute(command))
    return respond_page(query, page, await loader.coaches(page.entities))


@router.get("/{coach_id}", **operation(CoachResource, "get", id="get_coach"))
async def get_coach(
    coach_id: CoachId, query: QueryDep, db: DatabaseDep, loader: LoaderDep
) -> Response:
    """Get the coach with the given id."""
    coach = await GetCoach(CoachDbRepository(db)).execute(GetCoachCommand(id=coach_id, query=query))
    return respond(query, (await loader.coaches([coach]))[0])


@router.post("", **operation(CoachResource, "create", id="create_coach"))
async def create_coach(
    new: CoachInput, query: QueryDep, db: DatabaseDep, loader: LoaderDep
) -> Response:
    """Create a coach."""
    command = CoachCommand(**_values(new.resource))
    coach = await CreateCoach(CoachDbRepository(db)).execute(command)
    return respond_created(query, (await loader.coaches([coach]))[0])


@router.patch("/{coach_id}", **operation(CoachResource, "update", id="update_coach"))
async def update_coach(
    coach_id: CoachId, patch: CoachPatch, query: QueryDep, db: DatabaseDep, loader: LoaderDep
) -> Response:
    """Change a coach."""
    repository = CoachDbRepository(db)
    locked = GetCoachCommand(id=coach_id, lock=True)
    current = await GetCoach(repository).execute(locked)
    asked = patch.apply((await loader.coaches([current]))[0])
    command = UpdateCoachCommand(id=coach_id, **_values(asked))
    coach = await UpdateCoach(repository).execute(command)
    return respond(query, (await loader.coaches([coach]))[0])


@router.delete("/{coach_id}", **operation(CoachResource, "delete", id="delete_coach"))
async def delete_coach(
    coach_id: CoachId, precondition: PreconditionDep, db: DatabaseDep, loader: LoaderDep
) -> Response:
    """Delete a coach; one that trainings refer to stays."""
    repository = CoachDbRepository(db)
    if precondition.is_given:
        locked = GetCoachCommand(id=coach_id, lock=True)
        current = await GetCoach(repository).execute(locked)
        precondition.check((await loader.coaches([current]))[0])
    await DeleteCoach(repository).execute(DeleteCoachCommand(id=coach_id))
    return respond_nothing()


add_relationships(router, CoachResource, get=get_coach, update=update_coach)


def _values(asked: CoachResource) -> dict[str, Any]:
    names = ("first_name", "last_name", "active", "diploma", "remark")
    user = None if asked.user is None else key_of(asked.user)
    return {name: getattr(asked, name) for name in names} | {"user": user}
