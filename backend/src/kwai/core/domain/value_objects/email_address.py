"""An e-mail address."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kwai.core.domain.exceptions import UnprocessableException

MAX_LENGTH = 254


class InvalidEmailException(UnprocessableException):
    """Raised when a text is not an address that mail can be sent to."""

    def __init__(self, message: str = "This is not a valid e-mail address.") -> None:
        super().__init__(message, member="email", reason="email")


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """An address as its owner writes it (RFC 5321, at most 254 characters, ASCII local part)."""

    email: str

    def __post_init__(self) -> None:
        _normalise(self.email)

    @property
    def normalized(self) -> str:
        """The form that decides whether two addresses are the same: NFC, folded, IDNA domain."""
        return _normalise(self.email)

    def __str__(self) -> str:
        return self.email


@lru_cache(maxsize=1024)
def _normalise(email: str) -> str:
    # Imported here because it costs 60 ms, and a command that only prints help needs no address.
    from email_validator import EmailNotValidError, validate_email

    if len(email) > MAX_LENGTH:
        raise InvalidEmailException
    try:
        valid = validate_email(email, allow_smtputf8=False, check_deliverability=False, strict=True)
    except (EmailNotValidError, UnicodeError) as error:
        raise InvalidEmailException from error
    local = unicodedata.normalize("NFC", valid.local_part).casefold()
    return f"{local}@{valid.ascii_domain.lower()}"
