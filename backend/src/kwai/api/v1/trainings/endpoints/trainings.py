"""Module for endpoints for trainings."""

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
    ScopeDep,
    path_id,
)
from kwai.api.languages import TextOrderDep
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.text import to_inputs
from kwai.api.schemas.training import TrainingResource
from kwai.api.v1.links import key_of
from kwai.api.v1.owner import OwnerDep
from kwai.api.v1.texts import EditorDep
from kwai.api.v1.trainings.clashes import ClashErrors
from kwai.api.v1.trainings.dependencies import LoaderDep, NoticesDep
from kwai.api.v1.trainings.listing import ListingDep
from kwai.api.v1.trainings.options import CancelMeta, ConflictMeta, RestoreMeta
from kwai.core.json_api import NOT_LOADED, Create
from kwai.modules.training.cancel_training import (
    CancelTraining,
    CancelTrainingCommand,
    RestoreTraining,
    RestoreTrainingCommand,
)
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.create_training import CreateTraining, CreateTrainingCommand
from kwai.modules.training.delete_training import DeleteTraining, DeleteTrainingCommand
from kwai.modules.training.get_training import GetTraining, GetTrainingCommand
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.training_command import Coach
from kwai.modules.training.trainings.schedule_db_repository import ScheduleDbRepository
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from kwai.modules.training.update_training import UpdateTraining, UpdateTrainingCommand

router = APIRouter(prefix="/trainings", tags=["trainings"], route_class=KwaiRoute)

TrainingId = Annotated[int, Depends(path_id("training_id"))]
TrainingInput = Annotated[Create[TrainingResource], InputDep]
TrainingPatch = Annotated[ConditionalPatch[TrainingResource], InputDep]


@router.get("", **operation(TrainingResource, "list", id="get_trainings"))
async def get_trainings(listing: ListingDep) -> Response:
    """Get all trainings; coaches may ask for inactive ones too with `filter[active]=false`.

    Years and months are those of the clocks of the club.
    """
    return await listing.respond()


@router.get("/{training_id}", **operation(TrainingResource, "get", id="get_training"))
async def get_training(
    training_id: TrainingId,
    query: QueryDep,
    db: DatabaseDep,
    scope: ScopeDep,
    order: TextOrderDep,
    loader: LoaderDep,
) -> Response:
    """Get the training with the given id."""
    command = GetTrainingCommand(id=training_id, only_active=scope == "pub", query=query)
    training = await GetTraining(TrainingDbRepository(db)).execute(command)
    return order.mark(respond(query, await loader.training(training, order)))


@router.post("", **operation(TrainingResource, "create", id="create_training", meta=ConflictMeta))
async def create_training(
    new: TrainingInput,
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    editor: EditorDep,
    order: TextOrderDep,
    loader: LoaderDep,
    _: ClashErrors,
) -> Response:
    """Create a new training."""
    use_case = CreateTraining(
        TrainingDbRepository(db),
        TrainingDefinitionDbRepository(db),
        CoachDbRepository(db),
        TeamDbRepository(db),
        owner,
        season_repo=SeasonDbRepository(db),
        schedule_repo=ScheduleDbRepository(db),
        text_editor=editor,
    )
    command = CreateTrainingCommand(**_values(new.resource, new.meta))
    training = await use_case.execute(command)
    return order.mark(respond_created(query, await loader.training(training, order)))


@router.patch(
    "/{training_id}",
    **operation(TrainingResource, "update", id="update_training", meta=ConflictMeta),
)
async def update_training(
    training_id: TrainingId,
    patch: TrainingPatch,
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    editor: EditorDep,
    order: TextOrderDep,
    loader: LoaderDep,
    notices: NoticesDep,
    _: ClashErrors,
) -> Response:
    """Change a training; what is changed by hand is kept when its definition changes."""
    trainings, schedule = TrainingDbRepository(db), ScheduleDbRepository(db)
    locked = GetTraining(trainings, schedule_repo=schedule)
    current = await locked.execute(GetTrainingCommand(id=training_id))
    asked = patch.apply(await loader.whole().training(current, order))
    use_case = UpdateTraining(
        trainings,
        TrainingDefinitionDbRepository(db),
        CoachDbRepository(db),
        TeamDbRepository(db),
        owner,
        season_repo=SeasonDbRepository(db),
        schedule_repo=schedule,
        text_editor=editor,
        notices=notices,
    )
    command = UpdateTrainingCommand(id=training_id, **_values(asked, patch.meta))
    training = await use_case.execute(command)
    return order.mark(respond(query, await loader.training(training, order)))


@router.delete("/{training_id}", **operation(TrainingResource, "delete", id="delete_training"))
async def delete_training(
    training_id: TrainingId,
    precondition: PreconditionDep,
    db: DatabaseDep,
    order: TextOrderDep,
    loader: LoaderDep,
) -> Response:
    """Delete a training; one that was generated stays away when it is generated again."""
    trainings, schedule = TrainingDbRepository(db), ScheduleDbRepository(db)
    if precondition.is_given:
        locked = GetTraining(trainings, schedule_repo=schedule)
        current = await locked.execute(GetTrainingCommand(id=training_id))
        precondition.check(await loader.training(current, order))
    use_case = DeleteTraining(
        trainings,
        definition_repo=TrainingDefinitionDbRepository(db),
        schedule_repo=schedule,
    )
    await use_case.execute(DeleteTrainingCommand(id=training_id))
    return respond_nothing()


@router.post(
    "/{training_id}/cancel",
    **operation(TrainingResource, "action", id="cancel_training", meta=CancelMeta),
)
async def cancel_training(
    training_id: TrainingId,
    meta: Annotated[CancelMeta, MetaDep],
    query: QueryDep,
    db: DatabaseDep,
    order: TextOrderDep,
    loader: LoaderDep,
    notices: NoticesDep,
) -> Response:
    """Cancel a training; its coaches get a mail."""
    use_case = CancelTraining(TrainingDbRepository(db), ScheduleDbRepository(db), notices)
    command = CancelTrainingCommand(id=training_id, reason=meta.reason)
    training = await use_case.execute(command)
    return order.mark(respond(query, await loader.training(training, order)))


@router.post(
    "/{training_id}/restore",
    **operation(TrainingResource, "action", id="restore_training", meta=RestoreMeta),
)
async def restore_training(
    training_id: TrainingId,
    meta: Annotated[RestoreMeta, MetaDep],
    query: QueryDep,
    db: DatabaseDep,
    owner: OwnerDep,
    order: TextOrderDep,
    loader: LoaderDep,
    notices: NoticesDep,
    _: ClashErrors,
) -> Response:
    """Let a cancelled training take place after all; its coaches get a mail."""
    use_case = RestoreTraining(TrainingDbRepository(db), ScheduleDbRepository(db), notices, owner)
    command = RestoreTrainingCommand(
        id=training_id, reason=meta.reason, allow_conflicts=meta.allow_conflicts
    )
    training = await use_case.execute(command)
    return order.mark(respond(query, await loader.training(training, order)))


add_relationships(router, TrainingResource, get=get_training, update=update_training)


def _values(asked: TrainingResource, meta: Any) -> dict[str, Any]:
    event = asked.event
    return {
        "contents": to_inputs(asked.contents),
        "definition": None if asked.definition is None else int(key_of(asked.definition)),
        "season": None if asked.season is None else int(key_of(asked.season)),
        "coaches": [_coach(link) for link in _loaded(asked.coaches)],
        "teams": [int(key_of(link)) for link in _loaded(asked.teams)],
        "start_date": event.start_date,
        "end_date": event.end_date,
        "active": event.active,
        "cancelled": event.cancelled,
        "cancel_reason": event.cancel_reason,
        "location": event.location,
        "remark": asked.remark,
        "allow_conflicts": meta is not None and meta.allow_conflicts,
    }


def _coach(link: Any) -> Coach:
    facts = link.meta
    return Coach(id=int(key_of(link)), head=facts.head, present=facts.present, payed=facts.payed)


def _loaded(links: list[Any]) -> list[Any]:
    return [] if links is NOT_LOADED else links
