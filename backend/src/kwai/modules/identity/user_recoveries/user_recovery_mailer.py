"""Module that defines a mailer for a user recovery email."""

from kwai.core.domain.mailer_service import MailerService
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity


class UserRecoveryMailer(MailerService[Mail]):
    """Sends a user recovery mail, to the stored address and not to the one that was typed."""

    def __init__(self, mailing: Mailing, user_recovery: UserRecoveryEntity) -> None:
        self._mailing = mailing
        self._user_recovery = user_recovery

    def send(self) -> Mail:
        user = self._user_recovery.user
        # Behind the #, so that neither servers nor Referer headers see the secret.
        fragment = f"uuid={self._user_recovery.uuid}"
        return self._mailing.send(
            "identity/user_recovery",
            user.locale,
            Recipient(user.email, str(user.name)),
            link=f"{self._mailing.base_url}/auth/reset#{fragment}",
            expires=self._user_recovery.expiration.timestamp,
        )
