"""A mailer that talks to a relay while the caller waits."""

from typing import TYPE_CHECKING

from kwai.core.mail.direct_mailer import DirectMailer, run_to_end
from kwai.core.mail.smtp_relay import SmtpRelay

if TYPE_CHECKING:
    from kwai.core.settings import EmailSettings


class SmtpMailer(DirectMailer):
    """The thin synchronous face of `SmtpRelay`.

    Each message has a connection of its own, so that nothing is open between two of them.
    """

    def __init__(self, settings: "EmailSettings", *, host: str = "localhost") -> None:
        self._settings = settings
        self._use(settings, host)

    def connect(self) -> None:
        """Try whether the relay can be reached, and takes our login.

        Raises:
            MailerException: it cannot, or does not.
        """
        run_to_end(self._relay.check())

    def login(self, user: str, password: str) -> None:
        """Use another login from now on.

        Raises:
            MailerException: the relay does not take it.
        """
        from pydantic import SecretStr

        update = {"user": user, "password": SecretStr(password)}
        self._use(self._settings.model_copy(update=update), self._host)
        self.connect()

    def disconnect(self) -> None:
        """Nothing is open between two messages; the next one connects by itself."""

    def _use(self, settings: "EmailSettings", host: str) -> None:
        self._relay = SmtpRelay(settings, local_hostname=host)
        super().__init__(self._relay, host=host)
