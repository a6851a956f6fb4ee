"""Module that defines all dataclasses for the tables containing notices."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.table import Table
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.notices.training_notice import NoticeReceiver


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingNoticeRow:
    """Represent a row of the training_notices table."""

    id: int = 0
    user_id: int
    training_id: int
    cancelled: bool
    reason: str
    created_at: datetime


@dataclass(kw_only=True, frozen=True, slots=True)
class NoticeReceiverRow:
    """The part of a user that a mail needs."""

    id: int
    uuid: str
    email: str
    first_name: str
    last_name: str
    locale: str
    revoked: bool

    def create_receiver(self) -> NoticeReceiver:
        """Create the value object."""
        return NoticeReceiver(
            uuid=UniqueId.create_from_string(self.uuid),
            email=EmailAddress(self.email),
            name=Name(first_name=self.first_name, last_name=self.last_name),
            locale=self.locale,
            revoked=self.revoked,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class TitleRow:
    """The title of a training in one language."""

    training_id: int
    locale: str
    title: str


TrainingNoticesTable = Table("training_notices", TrainingNoticeRow)
NoticeReceiversTable = Table("users", NoticeReceiverRow)
TitlesTable = Table("training_contents", TitleRow)
