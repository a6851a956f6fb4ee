"""Tells the coaches of trainings what became of them."""

from collections.abc import Sequence
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.events.bus import Bus
from kwai.modules.training.notices.training_notice_events import TrainingNoticesCreatedEvent
from kwai.modules.training.notices.training_notice_repository import TrainingNoticeRepository
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier


class NoticeBoard:
    """Keeps a notice per coach and training, and one event per person.

    The mail is made of all notices that wait for the person when it is written, so a week that is
    cancelled in one go is one mail.
    """

    def __init__(
        self, notice_repo: TrainingNoticeRepository, bus: Bus, *, clock: Clock = utc_now
    ) -> None:
        self._notice_repo = notice_repo
        self._bus = bus
        self._clock = clock

    async def tell(self, trainings: Sequence[TrainingEntity], reason: str = "") -> None:
        """Tell about trainings that were cancelled, or restored; not about those of the past."""
        now = self._clock()
        coming = [training for training in trainings if training.start > now]
        for cancelled in (True, False):
            group = [training for training in coming if training.cancelled is cancelled]
            await self._keep(group, cancelled=cancelled, reason=reason)
        for uuid, last in _last_starts(coming).items():
            await self._bus.publish(TrainingNoticesCreatedEvent(user_uuid=uuid, last_start=last))

    async def _keep(
        self, trainings: Sequence[TrainingEntity], *, cancelled: bool, reason: str
    ) -> None:
        pairs: list[tuple[IntIdentifier, TrainingIdentifier]] = [
            (each.coach.user.id, training.id)
            for training in trainings
            for each in training.coaches
            if each.coach.user is not None
        ]
        if pairs:
            await self._notice_repo.add(
                pairs, cancelled=cancelled, reason=reason, now=self._clock()
            )


def _last_starts(trainings: Sequence[TrainingEntity]) -> dict[str, datetime]:
    """Find who is to be told, and until when that makes sense."""
    found: dict[str, datetime] = {}
    for training in trainings:
        for each in training.coaches:
            if each.coach.user is not None:
                uuid = str(each.coach.user.uuid)
                found[uuid] = max(training.start, found.get(uuid, training.start))
    return found
