"""Tells the coaches of trainings what became of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.events.bus import Bus
from kwai.modules.training.notices.training_notice_events import TrainingNoticesCreatedEvent
from kwai.modules.training.notices.training_notice_repository import TrainingNoticeRepository
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier

# Whoever is on the way to the dojo cannot wait for a mail that says everything.
SOON: Final = timedelta(hours=3)


class NoticeBoard:
    """Keeps a notice per coach and training, and one event per person.

    The mail is made of all notices that wait for the person when it is written, and it is written
    once nothing was added for a while: a week that is cancelled is one mail, also when it was
    cancelled training by training. Of what starts soon, people hear at once.
    """

    def __init__(
        self,
        notice_repo: TrainingNoticeRepository,
        bus: Bus,
        *,
        delay: timedelta = timedelta(),
        clock: Clock = utc_now,
    ) -> None:
        self._notice_repo = notice_repo
        self._bus = bus
        self._delay = delay
        self._clock = clock

    async def tell(self, trainings: Sequence[TrainingEntity], reason: str = "") -> None:
        """Tell about trainings that were cancelled, or restored; not about those of the past."""
        now = self._clock()
        coming = [training for training in trainings if training.start > now]
        for cancelled in (True, False):
            group = [training for training in coming if training.cancelled is cancelled]
            await self._keep(group, cancelled=cancelled, reason=reason)
        for uuid, starts in _starts(coming).items():
            is_urgent = min(starts) < now + SOON
            event = TrainingNoticesCreatedEvent(
                user_uuid=uuid,
                last_start=max(starts),
                wait=0.0 if is_urgent else self._delay.total_seconds(),
            )
            await self._bus.publish(event)

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
            await self._notice_repo.add(pairs, cancelled=cancelled, reason=reason)


def _starts(trainings: Sequence[TrainingEntity]) -> dict[str, list[datetime]]:
    """Find who is to be told, and when the trainings of each one start."""
    found: dict[str, list[datetime]] = {}
    for training in trainings:
        for each in training.coaches:
            if each.coach.user is not None:
                found.setdefault(str(each.coach.user.uuid), []).append(training.start)
    return found
