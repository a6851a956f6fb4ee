"""Module that defines an interface for the notices that wait."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from datetime import timedelta

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.notices.training_notice import NoticeReceiver, TrainingNotice
from kwai.modules.training.trainings.training import TrainingIdentifier


class NoticeReceiverNotFoundException(NotFoundException):
    """Raised when the user who is to be told is gone."""


class TrainingNoticeRepository(ABC):
    """An interface for what coaches are still to be told."""

    @abstractmethod
    async def add(
        self,
        pairs: Collection[tuple[IntIdentifier, TrainingIdentifier]],
        *,
        cancelled: bool,
        reason: str,
    ) -> None:
        """Keep notices of these users and trainings."""

    @abstractmethod
    async def get_ages(self, uuid: UniqueId) -> tuple[timedelta, timedelta] | None:
        """Tell how long the newest and the oldest notice of a user wait; None without any."""

    @abstractmethod
    async def get_receiver(self, uuid: UniqueId) -> NoticeReceiver:
        """Find who is to be told.

        Raises:
            NoticeReceiverNotFoundException: the user is gone.
        """

    @abstractmethod
    async def take(self, uuid: UniqueId) -> Sequence[TrainingNotice]:
        """Take all notices of a user away; of two who do so at once, one gets none."""
