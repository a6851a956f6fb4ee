"""Admits trainings to the schedule: what is taken stays with whom it belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.trainings.schedule import (
    Clash,
    ClashKind,
    Schedule,
    Slot,
    TrainingClashException,
)
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.value_objects import ConflictOverride

Admitted = list[tuple[TrainingEntity, list[Clash]]]


class ScheduleGuard:
    """Decides under the lock of the schedule, so two who save at once are asked one by one."""

    def __init__(
        self, schedule_repo: ScheduleRepository, user_id: IntIdentifier | None, now: datetime
    ) -> None:
        self._schedule_repo = schedule_repo
        self._user_id = user_id
        self._now = now

    async def lock(self) -> None:
        """Take the lock; it is the first thing that a change of the schedule does."""
        await self._schedule_repo.lock()

    async def admit(
        self, trainings: Sequence[TrainingEntity], *, allow_conflicts: bool
    ) -> list[TrainingEntity]:
        """Give the trainings as they may be stored: a double booking carries who allowed it.

        Raises:
            TrainingClashException: something is taken, and nobody allowed that.
        """
        examined = await self.examine(trainings)
        clashes = [clash for _, found in examined for clash in found]
        if clashes and not allow_conflicts:
            raise TrainingClashException(clashes)
        return [self.decide(training, found) for training, found in examined]

    async def examine(self, trainings: Sequence[TrainingEntity]) -> Admitted:
        """Find the clashes of trainings with what is stored, and among themselves."""
        taking = [training for training in trainings if not training.cancelled]
        if not taking:
            return [(training, []) for training in trainings]
        schedule = await self.read_schedule(taking)
        return [(training, self.place(schedule, training)) for training in trainings]

    async def read_schedule(self, trainings: Sequence[TrainingEntity]) -> Schedule:
        """Read the part of the schedule that trainings will stand in, without themselves."""
        return await self._schedule_repo.get_schedule(
            min(training.start for training in trainings),
            max(training.end for training in trainings),
            without={training.id.value for training in trainings if training.has_id()},
        )

    def place(self, schedule: Schedule, training: TrainingEntity) -> list[Clash]:
        """Put a training into a schedule and tell what it clashes with there."""
        if training.cancelled:
            return []
        clashes = self.find(schedule, training)
        self.take(schedule, training)
        return clashes

    def find(self, schedule: Schedule, training: TrainingEntity) -> list[Clash]:
        """Tell what a training would clash with in a schedule."""
        found = schedule.clashes(Slot.of(training))
        return [replace(clash, name=_name(training, clash)) for clash in found]

    def take(self, schedule: Schedule, training: TrainingEntity) -> None:
        """Put a training into a schedule."""
        schedule.add(Slot.of(training))

    def decide(self, training: TrainingEntity, clashes: Sequence[Clash]) -> TrainingEntity:
        """Record that somebody allowed the clashes, or that there are none any more."""
        if not clashes:
            return training if training.override is None else _with(training, None)
        if training.override is not None:
            return training
        return _with(training, ConflictOverride(user_id=self._user_id, at=self._now))


def _with(training: TrainingEntity, override: ConflictOverride | None) -> TrainingEntity:
    return Entity.replace(training, override=override)


def _name(training: TrainingEntity, clash: Clash) -> str:
    if clash.kind is ClashKind.COACH:
        named = {each.coach.id.value: str(each.coach.name) for each in training.coaches}
        return named[int(clash.key)]
    if clash.kind is ClashKind.TEAM:
        return {each.id.value: each.name for each in training.teams}[int(clash.key)]
    return training.location
