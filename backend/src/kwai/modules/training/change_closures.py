"""Module for the use cases that create, update and delete closures."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.closures.closure_effect import ClosureChange, ClosureEffect
from kwai.modules.training.closures.closure_repository import ClosureRepository
from kwai.modules.training.notices.notice_board import NoticeBoard
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_repository import TrainingRepository

# A day of any zone lies within this distance of the same day in UTC.
_ZONES = timedelta(hours=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureCommand:
    """Input for creating or updating a closure.

    Attributes:
        location: The location that is closed; empty when it is the whole club.
        dry_run: Tell what would happen, and store nothing.
    """

    name: str
    start_date: date
    end_date: date
    location: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateClosureCommand(ClosureCommand):
    """Input for the use case UpdateClosure.

    Attributes:
        allow_conflicts: Bring trainings back although something was taken meanwhile.
    """

    id: int
    allow_conflicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteClosureCommand:
    """Input for the use case DeleteClosure; the attributes are those of UpdateClosureCommand."""

    id: int
    dry_run: bool = False
    allow_conflicts: bool = False


class ClosureEditor:
    """Changes a closure and, with it, the trainings on its days; the coaches are told."""

    def __init__(
        self,
        repo: ClosureRepository,
        training_repo: TrainingRepository,
        schedule_repo: ScheduleRepository,
        notices: NoticeBoard,
        owner: Owner,
        *,
        timezone: str,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._training_repo = training_repo
        self._notices = notices
        self._zone = ZoneInfo(timezone)
        self._now = clock()
        self._guard = ScheduleGuard(schedule_repo, owner.id, self._now)

    async def lock(self) -> None:
        """Take the lock of the schedule; it comes first."""
        await self._guard.lock()

    async def preview(
        self, before: ClosureEntity | None, after: ClosureEntity | None
    ) -> ClosureEffect:
        """Find the trainings that a change cancels and brings back."""
        closures = [each async for each in self._repo.get_all()]
        change = ClosureChange(
            before=before,
            after=after,
            others=[each for each in closures if before is None or each.id != before.id],
            zone=self._zone,
            now=self._now,
        )
        return change.effect_on(await self._trainings(before, after))

    async def apply(self, effect: ClosureEffect, *, allow_conflicts: bool) -> ClosureEffect:
        """Store what a change does to the trainings, and have the coaches told.

        Raises:
            TrainingClashException: something was taken while a training was cancelled.
        """
        restored = await self._guard.admit(effect.restored, allow_conflicts=allow_conflicts)
        await self._training_repo.update_all((*effect.cancelled, *restored, *effect.reassigned))
        for reason in {training.cancel_reason for training in effect.cancelled}:
            await self._notices.tell(effect.cancelled, reason)
        await self._notices.tell(restored)
        return ClosureEffect(
            cancelled=effect.cancelled, restored=tuple(restored), reassigned=effect.reassigned
        )

    async def _trainings(
        self, before: ClosureEntity | None, after: ClosureEntity | None
    ) -> list[TrainingEntity]:
        found: dict[int, TrainingEntity] = {}
        if before is not None and before.has_id():
            query = self._training_repo.create_query().filter_by_closure(before.id)
            for training in [each async for each in self._training_repo.get_all(query)]:
                found[training.id.value] = training
        if after is not None:
            start, end = _moments(after)
            query = self._training_repo.create_query().filter_by_dates(start, end)
            query.filter_cancelled(False)
            for training in [each async for each in self._training_repo.get_all(query)]:
                found[training.id.value] = training
        return sorted(found.values(), key=lambda training: (training.start, training.id.value))


class CreateClosure:
    """Use case for creating a closure; it cancels the trainings on its days."""

    def __init__(self, repo: ClosureRepository, editor: ClosureEditor) -> None:
        self._repo = repo
        self._editor = editor

    async def execute(self, command: ClosureCommand) -> tuple[ClosureEntity, ClosureEffect]:
        """Execute the use case."""
        await self._editor.lock()
        closure = ClosureEntity(
            name=command.name,
            start_date=command.start_date,
            end_date=command.end_date,
            location=command.location,
        )
        if command.dry_run:
            return closure, await self._editor.preview(None, closure)
        stored = await self._repo.create(closure)
        effect = await self._editor.preview(None, stored)
        return stored, await self._editor.apply(effect, allow_conflicts=False)


class UpdateClosure:
    """Use case for updating a closure; what it does not cover any more takes place again."""

    def __init__(self, repo: ClosureRepository, editor: ClosureEditor) -> None:
        self._repo = repo
        self._editor = editor

    async def execute(self, command: UpdateClosureCommand) -> tuple[ClosureEntity, ClosureEffect]:
        """Execute the use case.

        Raises:
            ClosureNotFoundException: there is no such closure.
            TrainingClashException: something was taken while a training was cancelled.
        """
        await self._editor.lock()
        id_ = ClosureIdentifier(command.id)
        before = await self._repo.get_by_id(id_, for_update=True)
        after = Entity.replace(
            before,
            name=command.name,
            start_date=command.start_date,
            end_date=command.end_date,
            location=command.location,
            traceable_time=before.traceable_time.mark_for_update(),
        )
        effect = await self._editor.preview(before, after)
        if command.dry_run:
            return after, effect
        await self._repo.update(after)
        effect = await self._editor.apply(effect, allow_conflicts=command.allow_conflicts)
        return await self._repo.get_by_id(id_), effect


class DeleteClosure:
    """Use case for deleting a closure; the trainings that it cancelled take place again."""

    def __init__(self, repo: ClosureRepository, editor: ClosureEditor) -> None:
        self._repo = repo
        self._editor = editor

    async def execute(self, command: DeleteClosureCommand) -> ClosureEffect:
        """Execute the use case.

        Raises:
            ClosureNotFoundException: there is no such closure.
            TrainingClashException: something was taken while a training was cancelled.
        """
        await self._editor.lock()
        closure = await self._repo.get_by_id(ClosureIdentifier(command.id), for_update=True)
        effect = await self._editor.preview(closure, None)
        if command.dry_run:
            return effect
        effect = await self._editor.apply(effect, allow_conflicts=command.allow_conflicts)
        await self._repo.delete(closure)
        return effect


def _moments(closure: ClosureEntity) -> tuple[datetime, datetime]:
    start = datetime.combine(closure.start_date, time(), tzinfo=UTC)
    end = datetime.combine(closure.end_date, time(), tzinfo=UTC)
    return start - _ZONES, end + timedelta(days=1) + _ZONES
