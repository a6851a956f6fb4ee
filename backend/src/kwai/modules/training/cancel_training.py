"""Module for the use cases that cancel a training, and let it take place after all."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.notices.notice_board import NoticeBoard
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTrainingCommand:
    """Input for the use case CancelTraining.

    Attributes:
        reason: Shown with the training, and told to its coaches.
    """

    id: int
    reason: str = ""


class CancelTraining:
    """Use case for cancelling a training; its coaches are told."""

    def __init__(
        self, repo: TrainingRepository, schedule_repo: ScheduleRepository, notices: NoticeBoard
    ) -> None:
        self._repo = repo
        self._schedule_repo = schedule_repo
        self._notices = notices

    async def execute(self, command: CancelTrainingCommand) -> TrainingEntity:
        """Execute the use case.

        Raises:
            TrainingNotFoundException: there is no such training.
            ConflictException: it is cancelled already.
        """
        await self._schedule_repo.lock()
        id_ = TrainingIdentifier(command.id)
        training = await self._repo.get_by_id(id_, for_update=True)
        cancelled = training.cancel(command.reason)
        await self._repo.update(cancelled)
        await self._notices.tell([cancelled], command.reason)
        return await self._repo.get_by_id(id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreTrainingCommand:
    """Input for the use case RestoreTraining."""

    id: int
    reason: str = ""
    allow_conflicts: bool = False


class RestoreTraining:
    """Use case for letting a cancelled training take place; its coaches are told."""

    def __init__(
        self,
        repo: TrainingRepository,
        schedule_repo: ScheduleRepository,
        notices: NoticeBoard,
        owner: Owner,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._schedule_repo = schedule_repo
        self._notices = notices
        self._owner = owner
        self._clock = clock

    async def execute(self, command: RestoreTrainingCommand) -> TrainingEntity:
        """Execute the use case.

        Raises:
            TrainingNotFoundException: there is no such training.
            ConflictException: it is not cancelled.
            TrainingClashException: what it needs was taken meanwhile.
        """
        guard = ScheduleGuard(self._schedule_repo, self._owner.id, self._clock())
        await guard.lock()
        id_ = TrainingIdentifier(command.id)
        training = await self._repo.get_by_id(id_, for_update=True)
        (restored,) = await guard.admit(
            [training.restore()], allow_conflicts=command.allow_conflicts
        )
        await self._repo.update(restored)
        await self._notices.tell([restored], command.reason)
        return await self._repo.get_by_id(id_)
