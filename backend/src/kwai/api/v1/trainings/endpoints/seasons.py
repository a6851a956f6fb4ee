"""Module for endpoints for seasons."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, MetaDep, PreconditionDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.response import respond, respond_created, respond_meta, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.season import SeasonResource
from kwai.api.schemas.training_reports import GenerationDocument
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.trainings.dependencies import GenerateDep
from kwai.api.v1.trainings.options import DryRun, SeasonPeriodMeta
from kwai.api.v1.trainings.reports import describe_days
from kwai.core.json_api import Create
from kwai.modules.training.change_seasons import (
    CreateSeason,
    DeleteSeason,
    DeleteSeasonCommand,
    SeasonCommand,
    UpdateSeason,
    UpdateSeasonCommand,
)
from kwai.modules.training.generate_trainings import GenerateTrainingsCommand
from kwai.modules.training.get_seasons import (
    GetSeason,
    GetSeasonCommand,
    GetSeasons,
    GetSeasonsCommand,
)
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository

router = APIRouter(prefix="/seasons", tags=["trainings"], route_class=KwaiRoute)

SeasonId = Annotated[int, Depends(path_id("season_id"))]
SeasonInput = Annotated[Create[SeasonResource], InputDep]
SeasonPatch = Annotated[ConditionalPatch[SeasonResource], InputDep]


@router.get("", **operation(SeasonResource, "list", id="get_seasons"))
async def get_seasons(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all seasons."""
    command = query.to_command(GetSeasonsCommand, sort=sort_keys(query))
    page = await read_page(GetSeasons(SeasonDbRepository(db)).execute(command))
    return respond_page(query, page, [SeasonResource.create(each) for each in page.entities])


@router.get("/{season_id}", **operation(SeasonResource, "get", id="get_season"))
async def get_season(season_id: SeasonId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get the season with the given id."""
    season = await GetSeason(SeasonDbRepository(db)).execute(
        GetSeasonCommand(id=season_id, query=query)
    )
    return respond(query, SeasonResource.create(season))


@router.post("", **operation(SeasonResource, "create", id="create_season"))
async def create_season(new: SeasonInput, query: QueryDep, db: DatabaseDep) -> Response:
    """Create a season."""
    command = SeasonCommand(**_values(new.resource))
    season = await CreateSeason(SeasonDbRepository(db)).execute(command)
    return respond_created(query, SeasonResource.create(season))


@router.patch("/{season_id}", **operation(SeasonResource, "update", id="update_season"))
async def update_season(
    season_id: SeasonId, patch: SeasonPatch, query: QueryDep, db: DatabaseDep
) -> Response:
    """Change a season."""
    repository = SeasonDbRepository(db)
    locked = GetSeasonCommand(id=season_id, lock=True)
    current = await GetSeason(repository).execute(locked)
    asked = patch.apply(SeasonResource.create(current))
    command = UpdateSeasonCommand(id=season_id, **_values(asked))
    season = await UpdateSeason(repository).execute(command)
    return respond(query, SeasonResource.create(season))


@router.delete("/{season_id}", **operation(SeasonResource, "delete", id="delete_season"))
async def delete_season(
    season_id: SeasonId, precondition: PreconditionDep, db: DatabaseDep
) -> Response:
    """Delete a season; one that trainings refer to stays."""
    repository = SeasonDbRepository(db)
    if precondition.is_given:
        locked = GetSeasonCommand(id=season_id, lock=True)
        current = await GetSeason(repository).execute(locked)
        precondition.check(SeasonResource.create(current))
    await DeleteSeason(repository).execute(DeleteSeasonCommand(id=season_id))
    return respond_nothing()


@router.post(
    "/{season_id}/generate",
    **operation(
        SeasonResource,
        "action",
        id="generate_season",
        meta=SeasonPeriodMeta,
        options=DryRun,
        answers_meta=GenerationDocument,
    ),
)
async def generate_season(
    season_id: SeasonId,
    meta: Annotated[SeasonPeriodMeta, MetaDep],
    query: QueryDep,
    generate: GenerateDep,
) -> Response:
    """Create the trainings of all active definitions; tells of every day what happens to it."""
    dry_run = bool(query.options.get("dry_run"))
    command = GenerateTrainingsCommand(
        season=season_id,
        start=meta.start,
        end=meta.end,
        dry_run=dry_run,
        allow_conflicts=meta.allow_conflicts,
    )
    return respond_meta(describe_days(await generate.execute(command), dry_run=dry_run))


def _values(asked: SeasonResource) -> dict[str, Any]:
    names = ("name", "start_date", "end_date", "remark")
    return {name: getattr(asked, name) for name in names}
