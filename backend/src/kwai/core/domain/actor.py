"""Who is behind a change, for the change log."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["user", "cli", "bus", "system"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The origin of a change: a user with a request, a command, a task of the bus or the system."""

    kind: ActorKind
    user_id: int | None = None
    request_id: str | None = None


SYSTEM = Actor(kind="system")
