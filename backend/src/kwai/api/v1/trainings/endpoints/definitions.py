"""Module for endpoints for training definitions."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import (
    DatabaseDep,
    InputDep,
    MetaDep,
    PreconditionDep,
    QueryDep,
    SettingsDep,
    path_id,
)
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_meta, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.training import TrainingResource
from kwai.api.schemas.training_definition import TrainingDefinitionResource
from kwai.api.schemas.training_reports import GenerationDocument
from kwai.api.v1.links import key_of
from kwai.api.v1.owner import OwnerDep
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.trainings.clashes import ClashErrors
from kwai.api.v1.trainings.dependencies import (
    DefinedTrainingDep,
    GenerateDep,
    LoaderDep,
    create_links,
)
from kwai.api.v1.trainings.listing import ListingDep
from kwai.api.v1.trainings.options import (
    ApplyOptions,
    ConflictMeta,
    DeleteOptions,
    DryRun,
    PeriodMeta,
)
from kwai.api.v1.trainings.reports import describe_change, describe_days
from kwai.core.json_api import NOT_LOADED, Create
from kwai.modules.training.create_training_definition import CreateTrainingDefinition
from kwai.modules.training.delete_training_definition import (
    DeleteTrainingDefinition,
    DeleteTrainingDefinitionCommand,
)
from kwai.modules.training.generate_trainings import GenerateTrainingsCommand
from kwai.modules.training.get_training_definitions import (
    GetTrainingDefinition,
    GetTrainingDefinitionCommand,
    GetTrainingDefinitions,
    GetTrainingDefinitionsCommand,
)
from kwai.modules.training.training_definition_command import TrainingDefinitionCommand
from kwai.modules.training.trainings.schedule_db_repository import ScheduleDbRepository
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from kwai.modules.training.update_training_definition import (
    ApplyTo,
    UpdateTrainingDefinition,
    UpdateTrainingDefinitionCommand,
)

router = APIRouter(prefix="/training_definitions", tags=["trainings"], route_class=KwaiRoute)

DefinitionId = Annotated[int, Depends(path_id("definition_id"))]
DefinitionInput = Annotated[Create[TrainingDefinitionResource], InputDep]
DefinitionPatch = Annotated[ConditionalPatch[TrainingDefinitionResource], InputDep]


@router.get("", **operation(TrainingDefinitionResource, "list", id="get_definitions"))
async def get_training_definitions(query: QueryDep, db: DatabaseDep, loader: LoaderDep) -> Response:
    """Get all training definitions."""
    command = query.to_command(GetTrainingDefinitionsCommand, sort=sort_keys(query))
    use_case = GetTrainingDefinitions(TrainingDefinitionDbRepository(db))
    page = await read_page(use_case.execute(command))
    return respond_page(query, page, await loader.definitions(page.entities))


@router.get(
    "/{definition_id}",
    **operation(TrainingDefinitionResource, "get", id="get_definition"),
)
async def get_training_definition(
    definition_id: DefinitionId, query: QueryDep, db: DatabaseDep, loader: LoaderDep
) -> Response:
    """Get the training definition with the given id."""
    use_case = GetTrainingDefinition(TrainingDefinitionDbRepository(db))
    command = GetTrainingDefinitionCommand(id=definition_id, query=query)
    definition = await use_case.execute(command)
    return respond(query, await loader.definition(definition))


@router.get(
    "/{definition_id}/trainings",
    **operation(TrainingResource, "list", id="get_definition_trainings"),
)
async def get_training_definition_trainings(
    definition_id: DefinitionId, listing: ListingDep
) -> Response:
    """Get the trainings of a definition, with the filters of all trainings."""
    return await listing.respond(definition=definition_id)


@router.post("", **operation(TrainingDefinitionResource, "create", id="create_definition"))
async def create_training_definition(
    new: DefinitionInput,
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    loader: LoaderDep,
    settings: SettingsDep,
) -> Response:
    """Create a training definition; generate makes its trainings."""
    repository = TrainingDefinitionDbRepository(db)
    command = TrainingDefinitionCommand(**_values(new.resource, settings.website.timezone))
    use_case = CreateTrainingDefinition(repository, create_links(db), owner)
    definition = await use_case.execute(command)
    return respond_created(query, await loader.definition(definition))


@router.patch(
    "/{definition_id}",
    **operation(
        TrainingDefinitionResource,
        "update",
        id="update_definition",
        options=ApplyOptions,
        meta=ConflictMeta,
    ),
)
async def update_training_definition(
    definition_id: DefinitionId,
    patch: DefinitionPatch,
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    loader: LoaderDep,
    defined_training: DefinedTrainingDep,
    settings: SettingsDep,
    _: ClashErrors,
) -> Response:
    """Change a training definition, and on demand its trainings that are not held yet."""
    repository, schedule = TrainingDefinitionDbRepository(db), ScheduleDbRepository(db)
    locked = GetTrainingDefinition(repository, schedule_repo=schedule)
    current = await locked.execute(GetTrainingDefinitionCommand(id=definition_id))
    asked = patch.apply(await loader.whole().definition(current))
    use_case = UpdateTrainingDefinition(
        repository,
        TrainingDbRepository(db),
        create_links(db),
        owner,
        schedule_repo=schedule,
        defined_training=defined_training,
    )
    command = UpdateTrainingDefinitionCommand(
        id=definition_id,
        allow_conflicts=_allows_conflicts(patch.meta),
        **_options(query.options),
        **_values(asked, settings.website.timezone),
    )
    definition, applied = await use_case.execute(command)
    meta = None if command.apply_to is ApplyTo.NONE else describe_change(applied)
    return respond(query, await loader.definition(definition), meta=meta)


@router.delete(
    "/{definition_id}",
    **operation(
        TrainingDefinitionResource,
        "delete",
        id="delete_definition",
        options=DeleteOptions,
    ),
)
async def delete_training_definition(
    definition_id: DefinitionId,
    precondition: PreconditionDep,
    query: QueryDep,
    db: DatabaseDep,
    loader: LoaderDep,
) -> Response:
    """Delete a training definition; its trainings stay unless they are to go."""
    repository, schedule = TrainingDefinitionDbRepository(db), ScheduleDbRepository(db)
    if precondition.is_given:
        locked = GetTrainingDefinition(repository, schedule_repo=schedule)
        current = await locked.execute(GetTrainingDefinitionCommand(id=definition_id))
        precondition.check(await loader.definition(current))
    use_case = DeleteTrainingDefinition(repository, TrainingDbRepository(db), schedule)
    future = query.options.get("delete_trainings") == "future"
    await use_case.execute(DeleteTrainingDefinitionCommand(id=definition_id, delete_future=future))
    return respond_nothing()


@router.post(
    "/{definition_id}/generate",
    **operation(
        TrainingDefinitionResource,
        "action",
        id="generate_definition",
        meta=PeriodMeta,
        options=DryRun,
        answers_meta=GenerationDocument,
    ),
)
async def generate_training_definition(
    definition_id: DefinitionId,
    meta: Annotated[PeriodMeta, MetaDep],
    query: QueryDep,
    generate: GenerateDep,
) -> Response:
    """Create the trainings of a period; tells of every day what happens to it."""
    dry_run = bool(query.options.get("dry_run"))
    command = GenerateTrainingsCommand(
        definition=definition_id,
        season=meta.season,
        start=meta.start,
        end=meta.end,
        dry_run=dry_run,
        allow_conflicts=meta.allow_conflicts,
    )
    days = await generate.execute(command)
    return respond_meta(describe_days(days, dry_run=dry_run))


add_relationships(
    router,
    TrainingDefinitionResource,
    get=get_training_definition,
    update=update_training_definition,
)


def _values(asked: TrainingDefinitionResource, timezone: str) -> dict[str, Any]:
    names = ("name", "description", "weekday", "start_time", "end_time", "location", "active")
    coaches: Sequence[Any] = () if asked.coaches is NOT_LOADED else asked.coaches
    return {name: getattr(asked, name) for name in names} | {
        "remark": asked.remark,
        "timezone": asked.timezone or timezone,
        "exception_dates": tuple(asked.exception_dates),
        "team": None if asked.team is None else int(key_of(asked.team)),
        "season": None if asked.season is None else int(key_of(asked.season)),
        "coaches": [int(key_of(link)) for link in coaches],
    }


def _options(options: Mapping[str, object]) -> dict[str, Any]:
    return {
        "apply_to": ApplyTo(options.get("apply_to") or "none"),
        "apply_from": options.get("apply_from"),
    }


def _allows_conflicts(meta: object) -> bool:
    return isinstance(meta, ConflictMeta) and meta.allow_conflicts
