"""What a new password has to be."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.password import prepare_password

if TYPE_CHECKING:
    from kwai.core.settings import SecuritySettings

BLOCKLIST = "common_passwords.txt"


class WeakPasswordException(UnprocessableException):
    """Raised when a password is one that would be guessed."""

    def __init__(self, message: str, *, reason: str, **facts: Any) -> None:
        super().__init__(message, member="password", reason=reason, **facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordPolicy:
    """Length counts, composition does not; what everybody tries first is refused."""

    minimum: int
    blocked: frozenset[str] = frozenset()

    @classmethod
    def create(cls, settings: "SecuritySettings") -> "PasswordPolicy":
        """Block the common passwords and the words of the club."""
        club = frozenset(_fold(word) for word in settings.password_blocklist)
        return cls(minimum=settings.password_min_length, blocked=_common_passwords() | club)

    def check(self, password: str, personal: Iterable[str] = ()) -> None:
        """Refuse a password that is too short, common, or the user's own name or address.

        Raises:
            UnprocessableException: the password cannot be taken; member `password`.
        """
        prepared = prepare_password(password)
        if len(prepared) < self.minimum:
            raise WeakPasswordException(
                f"A password has at least {self.minimum} characters.",
                reason="password_short",
                count=self.minimum,
            )
        folded = _fold(prepared)
        if folded in self.blocked:
            raise WeakPasswordException(
                "This password is one of those that are guessed first.", reason="password_common"
            )
        if folded in _personal_words(personal):
            raise WeakPasswordException(
                "A name or an e-mail address is no password.", reason="password_personal"
            )


def _personal_words(personal: Iterable[str]) -> set[str]:
    """The parts, what stands before an @, and all parts in a row."""
    parts = [_fold(part) for part in personal if part]
    words = {*parts, *(part.partition("@")[0] for part in parts)}
    names = [part for part in parts if "@" not in part]
    return words | {"".join(names), "".join(reversed(names))}


def _fold(text: str) -> str:
    """Case and spaces make no difference to who guesses."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(folded.split())


@cache
def _common_passwords() -> frozenset[str]:
    text = files("kwai.core.security").joinpath(BLOCKLIST).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
