"""The tree of errors that the inside raises; the edges translate each family once."""

from typing import Any, ClassVar


class DomainException(Exception):
    """Base of every rule that was broken.

    Attributes:
        member: Name of the attribute or relationship that the rule is about, if it is about one.
        code: Stable machine-readable name of the rule, when the family's own code says too little.
        reason: Stable name of the very rule, for who tells it in another language.
        facts: What has to be said with it; never what somebody typed.
        commits: True on the few classes after which the transaction commits all the same, because
            what was learned (a failed login, a stolen token) must survive the refusal.
    """

    commits: ClassVar[bool] = False

    def __init__(
        self,
        message: str = "",
        *,
        member: str | None = None,
        code: str | None = None,
        reason: str = "",
        **facts: Any,
    ) -> None:
        super().__init__(message)
        self.member = member
        self.code = code
        self.reason = reason
        self.facts = facts


class NotFoundException(DomainException):
    """What was asked for does not exist, or not for the one who asks."""


class RelatedNotFoundException(NotFoundException):
    """Something that a new or changed entity refers to does not exist."""


class NotAllowedException(DomainException):
    """The one who asks may not do this."""


class AuthenticationException(DomainException):
    """Nobody, or not the one they claim to be."""


class AlreadyExistsException(DomainException):
    """A value that has to be unique is taken."""


class InUseException(DomainException):
    """Something else still refers to what was to be removed."""


class ConflictException(DomainException):
    """The state of the entity does not allow this action."""


class StaleVersionException(DomainException):
    """Somebody else changed the entity since it was read.

    Attributes:
        subject: Type and id of the resource it is about, for who looks up that somebody.
    """

    subject: tuple[str, str] | None = None


class UnprocessableException(DomainException):
    """The input is understood, but a rule of the domain refuses it."""


class TooManyRequestsException(DomainException):
    """A limit was reached; `retry_after` says in how many seconds it opens again."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnavailableException(DomainException):
    """The work cannot be done at this moment; `retry_after` (seconds) says when to try again."""

    def __init__(self, message: str, *, retry_after: int = 1) -> None:
        super().__init__(message)
        self.retry_after = retry_after
