"""A password, of which only the hash is kept."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from kwai.core.domain.exceptions import UnprocessableException

if TYPE_CHECKING:
    from pwdlib import PasswordHash

# argon2id with the parameters of the OWASP cheat sheet: 19 MiB, 2 passes, 1 lane.
MEMORY_COST_KIB = 19456
TIME_COST = 2
PARALLELISM = 1

MAX_BYTES = 1024


class InvalidPasswordException(UnprocessableException):
    """Raised when a text cannot be a password at all: empty, too long or not encodable."""

    def __init__(self, message: str, *, reason: str, **facts: Any) -> None:
        super().__init__(message, member="password", reason=reason, **facts)


@cache
def _hasher() -> "PasswordHash":
    # argon2 takes 30 ms to import; programs that never see a password do not pay for it.
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher

    hasher = Argon2Hasher(time_cost=TIME_COST, memory_cost=MEMORY_COST_KIB, parallelism=PARALLELISM)
    return PasswordHash((hasher,))


def prepare_password(password: str) -> str:
    """Bring a typed password into the one form (NFC) that is hashed and verified.

    Raises:
        InvalidPasswordException: it is empty, over 1024 bytes, or holds a lone surrogate.
    """
    try:
        prepared = unicodedata.normalize("NFC", password)
        size = len(prepared.encode())
    except UnicodeEncodeError as error:
        raise InvalidPasswordException(
            "A password is text that can be encoded.", reason="characters"
        ) from error
    if not prepared:
        raise InvalidPasswordException("A password cannot be empty.", reason="empty")
    if size > MAX_BYTES:
        raise InvalidPasswordException(
            f"A password has at most {MAX_BYTES} bytes.", reason="text_long", bytes=MAX_BYTES
        )
    return prepared


@dataclass(frozen=True, slots=True)
class Password:
    """The argon2id hash of a password, in PHC string format.

    Hashing and verifying take about 20 ms of CPU: never call them on the event loop.
    """

    hashed_password: str = field(repr=False)

    @classmethod
    def create_from_string(cls, password: str) -> "Password":
        """Hash a password.

        Raises:
            InvalidPasswordException: it is empty, over 1024 bytes, or holds a lone surrogate.
        """
        return cls(_hasher().hash(prepare_password(password)))

    def verify(self, password: str) -> bool:
        """Tell whether this is the password; what cannot be one costs a verification too."""
        try:
            prepared = prepare_password(password)
        except InvalidPasswordException:
            _hasher().verify("-", self.hashed_password)
            return False
        return _hasher().verify(prepared, self.hashed_password)

    def __str__(self) -> str:
        return self.hashed_password
