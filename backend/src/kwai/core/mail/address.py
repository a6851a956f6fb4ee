"""Addresses as they stand in an envelope and in a header."""

from email.utils import parseaddr
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kwai.core.domain.value_objects.email_address import EmailAddress, InvalidEmailException
from kwai.core.mail.mailer import MailerException
from kwai.core.mail.recipient import Recipient

if TYPE_CHECKING:
    from kwai.core.settings import Settings

FALLBACK_SENDER = "noreply@kwai.example"


def ascii_address(address: str) -> str:
    """Write the domain in ASCII (IDNA); the local part keeps its case."""
    if address.isascii():
        return address
    local, _, _ = address.rpartition("@")
    _, _, domain = EmailAddress(address).normalized.rpartition("@")
    return f"{local}@{domain}"


def create_sender(settings: "Settings") -> Recipient:
    """Name the club as sender: `email.from` (also as `Name <address>`), else `website.email`.

    Without both it is an address of the club's own host: a relay refuses that of another.

    Raises:
        MailerException: what the settings hold is no address.
    """
    text = settings.email.from_ or settings.website.email or _own_sender(host_of(settings))
    return _parse_sender(text, settings.website.name)


def _own_sender(host: str) -> str:
    try:
        return EmailAddress(f"noreply@{host}").email
    except InvalidEmailException:
        # This machine alone is served: nothing goes out into the world.
        return FALLBACK_SENDER


@lru_cache(maxsize=4)
def _parse_sender(text: str, fallback_name: str) -> Recipient:
    name, address = parseaddr(text)
    try:
        return Recipient(EmailAddress(address), name or fallback_name)
    except InvalidEmailException:
        raise MailerException("email.from has to be an e-mail address.") from None


def host_of(settings: "Settings") -> str:
    """Name the host that we introduce ourselves with, and that message ids end in."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return host if host.isascii() else host.encode("idna").decode()
