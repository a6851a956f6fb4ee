"""Module that defines a mailer for a user invitation."""

from kwai.core.domain.mailer_service import MailerService
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity


class UserInvitationMailer(MailerService[Mail]):
    """Send a user invitation mail."""

    def __init__(self, mailing: Mailing, user_invitation: UserInvitationEntity, code: str) -> None:
        self._mailing = mailing
        self._user_invitation = user_invitation
        self._code = code

    def send(self) -> Mail:
        invitation = self._user_invitation
        # Behind the #, so that neither servers nor Referer headers see the secret.
        fragment = f"uuid={invitation.uuid}&code={self._code}"
        return self._mailing.send(
            "identity/user_invitation",
            invitation.locale,
            Recipient(invitation.email, str(invitation.name)),
            link=f"{self._mailing.base_url}/auth/invite#{fragment}",
            expires=invitation.expired_at.timestamp,
        )
