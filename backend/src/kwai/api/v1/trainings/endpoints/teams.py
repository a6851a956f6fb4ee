"""Module for endpoints for teams."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, PreconditionDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.team import TeamResource
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.core.json_api import Create
from kwai.modules.training.change_teams import (
    CreateTeam,
    DeleteTeam,
    DeleteTeamCommand,
    TeamCommand,
    UpdateTeam,
    UpdateTeamCommand,
)
from kwai.modules.training.get_teams import (
    GetTeam,
    GetTeamCommand,
    GetTeams,
    GetTeamsCommand,
)
from kwai.modules.training.teams.team_db_repository import TeamDbRepository

router = APIRouter(prefix="/teams", tags=["trainings"], route_class=KwaiRoute)

TeamId = Annotated[int, Depends(path_id("team_id"))]
TeamInput = Annotated[Create[TeamResource], InputDep]
TeamPatch = Annotated[ConditionalPatch[TeamResource], InputDep]


@router.get("", **operation(TeamResource, "list", id="get_teams"))
async def get_teams(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all teams."""
    command = query.to_command(GetTeamsCommand, sort=sort_keys(query))
    page = await read_page(GetTeams(TeamDbRepository(db)).execute(command))
    return respond_page(query, page, [TeamResource.create(each) for each in page.entities])


@router.get("/{team_id}", **operation(TeamResource, "get", id="get_team"))
async def get_team(team_id: TeamId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get the team with the given id."""
    team = await GetTeam(TeamDbRepository(db)).execute(GetTeamCommand(id=team_id, query=query))
    return respond(query, TeamResource.create(team))


@router.post("", **operation(TeamResource, "create", id="create_team"))
async def create_team(new: TeamInput, query: QueryDep, db: DatabaseDep) -> Response:
    """Create a team."""
    command = TeamCommand(**_values(new.resource))
    team = await CreateTeam(TeamDbRepository(db)).execute(command)
    return respond_created(query, TeamResource.create(team))


@router.patch("/{team_id}", **operation(TeamResource, "update", id="update_team"))
async def update_team(
    team_id: TeamId, patch: TeamPatch, query: QueryDep, db: DatabaseDep
) -> Response:
    """Change a team."""
    repository = TeamDbRepository(db)
    locked = GetTeamCommand(id=team_id, lock=True)
    current = await GetTeam(repository).execute(locked)
    asked = patch.apply(TeamResource.create(current))
    command = UpdateTeamCommand(id=team_id, **_values(asked))
    team = await UpdateTeam(repository).execute(command)
    return respond(query, TeamResource.create(team))


@router.delete("/{team_id}", **operation(TeamResource, "delete", id="delete_team"))
async def delete_team(team_id: TeamId, precondition: PreconditionDep, db: DatabaseDep) -> Response:
    """Delete a team; one that trainings refer to stays."""
    repository = TeamDbRepository(db)
    if precondition.is_given:
        locked = GetTeamCommand(id=team_id, lock=True)
        current = await GetTeam(repository).execute(locked)
        precondition.check(TeamResource.create(current))
    await DeleteTeam(repository).execute(DeleteTeamCommand(id=team_id))
    return respond_nothing()


def _values(asked: TeamResource) -> dict[str, Any]:
    return {"name": asked.name, "active": asked.active, "remark": asked.remark}
