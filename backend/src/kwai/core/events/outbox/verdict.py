"""How one attempt at a delivery ends."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """It succeeded, or there is nothing left to do.

    Attributes:
        is_stored: The handler has written it together with its effects.
    """

    outcome: str = "done"
    is_stored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """It failed, and may succeed later.

    Attributes:
        delay: None means the backoff of the number of attempts.
        is_counted: False when the delivery is not to blame, so its attempt is given back.
    """

    outcome: str
    error: str
    delay: timedelta | None = None
    is_counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """It cannot succeed."""

    outcome: str
    error: str


@dataclass(frozen=True, slots=True)
class Released:
    """It was not tried: anybody may take it at once."""


@dataclass(frozen=True, slots=True)
class Fenced:
    """Somebody else holds or has ended the delivery by now."""


Verdict = Done | Retry | Dead | Released | Fenced
