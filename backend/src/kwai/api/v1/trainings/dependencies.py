"""The parts that the endpoints of trainings are put together of."""

from datetime import timedelta
from typing import Annotated

from fastapi import Depends

from kwai.api.dependencies import BusDep, DatabaseDep, QueryDep, SettingsDep
from kwai.api.v1.owner import OwnerDep
from kwai.api.v1.texts import EditorDep
from kwai.api.v1.trainings.loading import TrainingLoader
from kwai.core.db.database import Database
from kwai.modules.training.change_closures import ClosureEditor
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.defined_training import DefinedTraining
from kwai.modules.training.generate_trainings import GenerateTrainings
from kwai.modules.training.get_trainings import GetTrainings
from kwai.modules.training.notices.notice_board import NoticeBoard
from kwai.modules.training.notices.training_notice_db_repository import (
    TrainingNoticeDbRepository,
)
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.training_links import TrainingLinks
from kwai.modules.training.trainings.schedule_db_repository import ScheduleDbRepository
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)


async def get_loader(db: DatabaseDep, query: QueryDep) -> TrainingLoader:
    """Give what makes resources with the links that the query asks for."""
    return TrainingLoader(db, query)


async def get_notices(db: DatabaseDep, bus: BusDep, settings: SettingsDep) -> NoticeBoard:
    """Give what tells the coaches."""
    delay = timedelta(seconds=settings.bus.notice_delay)
    return NoticeBoard(TrainingNoticeDbRepository(db), bus, delay=delay)


LoaderDep = Annotated[TrainingLoader, Depends(get_loader)]
NoticesDep = Annotated[NoticeBoard, Depends(get_notices)]


def create_get_trainings(db: Database) -> GetTrainings:
    """Give the use case that lists and filters trainings."""
    return GetTrainings(
        TrainingDbRepository(db),
        CoachDbRepository(db),
        TrainingDefinitionDbRepository(db),
        team_repo=TeamDbRepository(db),
    )


def create_links(db: Database) -> TrainingLinks:
    """Give what finds the ends of relationships."""
    return TrainingLinks(
        TrainingDefinitionDbRepository(db),
        CoachDbRepository(db),
        TeamDbRepository(db),
        SeasonDbRepository(db),
    )


async def get_defined_training(editor: EditorDep, settings: SettingsDep) -> DefinedTraining:
    """Give what makes trainings of definitions."""
    return DefinedTraining(editor, settings.website.default_locale)


DefinedTrainingDep = Annotated[DefinedTraining, Depends(get_defined_training)]


async def get_generate_trainings(
    db: DatabaseDep, owner: OwnerDep, defined_training: DefinedTrainingDep
) -> GenerateTrainings:
    """Give the use case that plans a season."""
    return GenerateTrainings(
        TrainingDbRepository(db),
        TrainingDefinitionDbRepository(db),
        SeasonDbRepository(db),
        ClosureDbRepository(db),
        owner,
        schedule_repo=ScheduleDbRepository(db),
        defined_training=defined_training,
    )


GenerateDep = Annotated[GenerateTrainings, Depends(get_generate_trainings)]


async def get_closure_editor(
    db: DatabaseDep, owner: OwnerDep, notices: NoticesDep, settings: SettingsDep
) -> ClosureEditor:
    """Give what changes closures and the trainings on their days."""
    return ClosureEditor(
        ClosureDbRepository(db),
        TrainingDbRepository(db),
        ScheduleDbRepository(db),
        notices,
        owner,
        timezone=settings.website.timezone,
    )


ClosureEditorDep = Annotated[ClosureEditor, Depends(get_closure_editor)]
