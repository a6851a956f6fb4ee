"""Module that defines the use case for mailing what coaches are to be told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.notices.training_notice import (
    NoticeReceiver,
    TrainingNotice,
    summarise,
)
from kwai.modules.training.notices.training_notice_repository import TrainingNoticeRepository

# Who goes on and on changing trainings keeps nobody waiting for longer.
PATIENCE: Final = 10

SendMail = Callable[[NoticeReceiver, Sequence[TrainingNotice]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTrainingNoticesCommand:
    """Input for the use case MailTrainingNotices.

    Attributes:
        wait: How long nothing may have been added before the mail is written.
    """

    user_uuid: str
    wait: timedelta = timedelta()


class MailTrainingNotices:
    """Use case for mailing everything that waits for a person at once."""

    def __init__(self, notice_repo: TrainingNoticeRepository, send_mail: SendMail) -> None:
        self._notice_repo = notice_repo
        self._send_mail = send_mail

    async def execute(self, command: MailTrainingNoticesCommand) -> None:
        """Execute the use case.

        Raises:
            NoticeReceiverNotFoundException: the user is gone.
            UnprocessableException: the user was revoked, there is nothing (more) to tell, or
                something was added just now, of which a later event tells.
        """
        uuid = UniqueId.create_from_string(command.user_uuid)
        receiver = await self._notice_repo.get_receiver(uuid)
        if receiver.revoked:
            raise UnprocessableException("The user is revoked.")
        if await self._is_growing(uuid, command.wait):
            raise UnprocessableException("More is coming.")
        notices = await self._notice_repo.take(uuid)
        if not notices:
            raise UnprocessableException("Nothing is left to tell.")
        if news := summarise(notices):
            self._send_mail(receiver, news)

    async def _is_growing(self, uuid: UniqueId, wait: timedelta) -> bool:
        ages = await self._notice_repo.get_ages(uuid) if wait else None
        return ages is not None and ages[0] < wait and ages[1] < wait * PATIENCE
