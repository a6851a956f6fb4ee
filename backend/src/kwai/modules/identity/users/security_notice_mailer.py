"""Module that defines a mailer that tells users what happened to their account."""

from datetime import datetime
from enum import Enum

from kwai.core.domain.mailer_service import MailerService
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.users.user import UserEntity


class SecurityNotice(Enum):
    """What happened; the value is the name of the template."""

    PASSWORD_CHANGED = "identity/password_changed"  # noqa: S105 (a template, not a password)
    SESSION_REUSE_DETECTED = "identity/session_reuse_detected"


class SecurityNoticeMailer(MailerService[Mail]):
    """Sends a notice with the way to a new password, for when it was not the user."""

    def __init__(
        self, mailing: Mailing, notice: SecurityNotice, user: UserEntity, happened_at: datetime
    ) -> None:
        self._mailing = mailing
        self._notice = notice
        self._user = user
        self._happened_at = happened_at

    def send(self) -> Mail:
        return self._mailing.send(
            self._notice.value,
            self._user.locale,
            Recipient(self._user.email, str(self._user.name)),
            link=f"{self._mailing.base_url}/auth/recover",
            happened_at=self._happened_at,
        )
