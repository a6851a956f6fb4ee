"""What a closure does to the trainings: cancels some, and brings exactly those back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kwai.modules.training.closures.closure import ClosureEntity
from kwai.modules.training.trainings.training import TrainingEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureEffect:
    """The trainings that change.

    Attributes:
        cancelled: They will not take place.
        restored: They take place after all.
        reassigned: They stay cancelled, because of another closure or under another name.
    """

    cancelled: tuple[TrainingEntity, ...] = ()
    restored: tuple[TrainingEntity, ...] = ()
    reassigned: tuple[TrainingEntity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureChange:
    """A closure as it was and as it is going to be; None while or once there is none.

    Attributes:
        others: The other closures, which may keep a training cancelled.
        zone: The clocks that tell on which day a training starts.
    """

    before: ClosureEntity | None
    after: ClosureEntity | None
    others: Collection[ClosureEntity]
    zone: ZoneInfo
    now: datetime

    def effect_on(self, trainings: Iterable[TrainingEntity]) -> ClosureEffect:
        """Decide for each training."""
        cancelled: list[TrainingEntity] = []
        restored: list[TrainingEntity] = []
        reassigned: list[TrainingEntity] = []
        for training in trainings:
            if self._is_ours(training):
                released = self._release(training)
                if released is not training:
                    (reassigned if released.cancelled else restored).append(released)
            elif self._is_to_cancel(training) and self.after is not None:
                cancelled.append(training.cancel(self.after.name, closure_id=self.after.id))
        return ClosureEffect(
            cancelled=tuple(cancelled), restored=tuple(restored), reassigned=tuple(reassigned)
        )

    def day_of(self, training: TrainingEntity) -> date:
        """Give the local day on which a training starts."""
        return training.start.astimezone(self.zone).date()

    def _covers(self, closure: ClosureEntity | None, training: TrainingEntity) -> bool:
        return closure is not None and closure.covers(self.day_of(training), training.location)

    def _is_ours(self, training: TrainingEntity) -> bool:
        return self.before is not None and training.closure_id == self.before.id

    def _is_to_cancel(self, training: TrainingEntity) -> bool:
        # What was covered before and is not cancelled was restored by hand: it stays so.
        return (
            not training.cancelled
            and not training.is_held_at(self.now)
            and self._covers(self.after, training)
            and not self._covers(self.before, training)
        )

    def _release(self, training: TrainingEntity) -> TrainingEntity:
        keeping = self.after if self._covers(self.after, training) else self._other(training)
        if keeping is None:
            return training.restore()
        if (training.closure_id, training.cancel_reason) == (keeping.id, keeping.name):
            return training
        return training.change(closure_id=keeping.id, cancel_reason=keeping.name)

    def _other(self, training: TrainingEntity) -> ClosureEntity | None:
        return next((each for each in self.others if self._covers(each, training)), None)
