"""Module for the use case "Create training"."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import Text
from kwai.core.text.text_editor import TextEditor
from kwai.modules.training.coaches.coach_repository import CoachRepository
from kwai.modules.training.create_period import create_period
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.seasons.season_repository import SeasonRepository
from kwai.modules.training.teams.team_repository import TeamRepository
from kwai.modules.training.training_command import TrainingCommand
from kwai.modules.training.training_links import TrainingLinks
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTrainingCommand(TrainingCommand):
    """Input for the use case CreateTraining."""


class CreateTraining:
    """Use case for creating a training."""

    def __init__(
        self,
        repo: TrainingRepository,
        definition_repo: TrainingDefinitionRepository,
        coach_repo: CoachRepository,
        team_repo: TeamRepository,
        owner: Owner,
        *,
        season_repo: SeasonRepository,
        schedule_repo: ScheduleRepository,
        text_editor: TextEditor,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._links = TrainingLinks(definition_repo, coach_repo, team_repo, season_repo)
        self._owner = owner
        self._schedule_repo = schedule_repo
        self._text_editor = text_editor
        self._clock = clock

    async def execute(self, command: CreateTrainingCommand) -> TrainingEntity:
        """Execute the use case.

        Raises:
            TrainingDefinitionNotFoundException: a definition, coach, team or season is unknown.
            TrainingClashException: a coach, a team or the location is taken.
            UnprocessableException: it does not end after it starts, or a text cannot be.
        """
        now = self._clock()
        # Rendering takes its time; nobody waits for the lock meanwhile.
        texts = await self._text_editor.write(Text(), command.contents, now)
        guard = ScheduleGuard(self._schedule_repo, self._owner.id, now)
        await guard.lock()
        training = TrainingEntity(
            content=tuple(texts),
            definition=await self._links.find_definition(command.definition),
            coaches=await self._links.find_training_coaches(command.coaches),
            teams=await self._links.find_teams(command.teams),
            season=await self._links.find_season(command.season),
            period=create_period(command.start_date, command.end_date),
            active=command.active,
            cancelled=command.cancelled,
            cancel_reason=command.cancel_reason if command.cancelled else "",
            location=command.location,
            remark=command.remark,
        )
        (admitted,) = await guard.admit([training], allow_conflicts=command.allow_conflicts)
        return await self._repo.create(admitted)
