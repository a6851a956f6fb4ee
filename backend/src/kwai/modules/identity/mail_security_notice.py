"""Module that defines the use case for telling users what happened to their account."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.exceptions import UnprocessableException
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.users.security_notice_mailer import (
    SecurityNotice,
    SecurityNoticeMailer,
)
from kwai.modules.identity.users.user_account_repository import (
    UserAccountNotFoundException,
    UserAccountRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSecurityNoticeCommand:
    """Input for the use case.

    Attributes:
        user_uuid: The unique id of the user.
    """

    user_uuid: str
    notice: SecurityNotice
    happened_at: datetime


class MailSecurityNotice:
    """Use case for sending a notice to a user."""

    def __init__(self, user_account_repo: UserAccountRepository, mailing: Mailing) -> None:
        self._user_account_repo = user_account_repo
        self._mailing = mailing

    async def execute(self, command: MailSecurityNoticeCommand) -> None:
        """Execute the use case.

        Raises:
            UserAccountNotFoundException: there is no such user.
            UnprocessableException: the user is revoked.
        """
        uuid = parse_unique_id(command.user_uuid, UserAccountNotFoundException)
        user_account = await self._user_account_repo.get_user_by_uuid(uuid)
        if user_account.revoked:
            raise UnprocessableException("The user is revoked.")
        SecurityNoticeMailer(
            self._mailing, command.notice, user_account.user, command.happened_at
        ).send()
