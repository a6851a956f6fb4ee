"""Module for defining the use case "Update Training"."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import Text
from kwai.core.text.text_editor import TextEditor
from kwai.modules.training.coaches.coach_repository import CoachRepository
from kwai.modules.training.create_period import create_period
from kwai.modules.training.notices.notice_board import NoticeBoard
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.seasons.season_repository import SeasonRepository
from kwai.modules.training.teams.team_repository import TeamRepository
from kwai.modules.training.training_command import TrainingCommand
from kwai.modules.training.training_links import TrainingLinks
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTrainingCommand(TrainingCommand):
    """Input for the "Update Training" use case."""

    id: int


class UpdateTraining:
    """Use case for updating a training; a changed `cancelled` tells the coaches."""

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
        notices: NoticeBoard,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._links = TrainingLinks(definition_repo, coach_repo, team_repo, season_repo)
        self._owner = owner
        self._schedule_repo = schedule_repo
        self._text_editor = text_editor
        self._notices = notices
        self._clock = clock

    async def execute(self, command: UpdateTrainingCommand) -> TrainingEntity:
        """Execute the use case.

        Raises:
            TrainingNotFoundException: there is no such training.
            TrainingDefinitionNotFoundException: a definition, coach, team or season is unknown.
            TrainingClashException: a coach, a team or the location is taken.
            UnprocessableException: it does not end after it starts, or a text cannot be.
        """
        guard = ScheduleGuard(self._schedule_repo, self._owner.id, self._clock())
        await guard.lock()
        before = await self._repo.get_by_id(TrainingIdentifier(command.id), for_update=True)
        changed = (await self._change(before, command)).mark_edited(before)
        if changed.differences(before) or before.cancelled != changed.cancelled:
            (changed,) = await guard.admit([changed], allow_conflicts=command.allow_conflicts)
        await self._repo.update(changed)
        if before.cancelled != changed.cancelled:
            await self._notices.tell([changed], command.cancel_reason)
        return await self._repo.get_by_id(changed.id)

    async def _change(
        self, before: TrainingEntity, command: UpdateTrainingCommand
    ) -> TrainingEntity:
        current = Text({each.locale: each for each in before.content})
        texts = await self._text_editor.write(current, command.contents, self._clock())
        changed = before.change(
            content=tuple(texts),
            definition=await self._links.find_definition(command.definition),
            definition_id=None,
            coaches=await self._links.find_training_coaches(command.coaches),
            teams=await self._links.find_teams(command.teams),
            season=await self._links.find_season(command.season),
            period=create_period(command.start_date, command.end_date),
            active=command.active,
            location=command.location,
            remark=command.remark,
        )
        return _cancel_or_restore(_forget_occurrence(changed, before), command)


def _forget_occurrence(changed: TrainingEntity, before: TrainingEntity) -> TrainingEntity:
    """Keep the day that a training stands for only while it belongs to that definition."""
    if changed.definition_id == before.definition_id:
        return changed
    return changed.change(occurrence_date=None)


def _cancel_or_restore(training: TrainingEntity, command: TrainingCommand) -> TrainingEntity:
    if command.cancelled and not training.cancelled:
        return training.cancel(command.cancel_reason)
    if training.cancelled and not command.cancelled:
        return training.restore()
    if training.cancelled and command.cancel_reason != training.cancel_reason:
        return training.change(cancel_reason=command.cancel_reason)
    return training
