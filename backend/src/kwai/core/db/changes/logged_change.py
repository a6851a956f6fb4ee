"""A change as the change log tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier


class LoggedChangeIdentifier(IntIdentifier):
    """The id of a change."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is changed: a type of resource, its table, and the column that has its public id."""

    resource: str
    table: str
    key: str = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange(Entity[LoggedChangeIdentifier]):
    """Something that was created, changed or deleted.

    Attributes:
        resource: The type of what was changed.
        resource_id: Its public id; empty when nothing tells it any more.
        actor_kind: Out of user, cli, bus and system.
        user_uuid: The user behind it, who still exists.
        changes: By field the value before and after, or a word in place of a secret.
    """

    id_: LoggedChangeIdentifier = field(default_factory=LoggedChangeIdentifier)
    at: datetime
    resource: str
    resource_id: str
    action: str
    version: int
    actor_kind: str
    user_uuid: str | None
    request_id: str | None
    changes: Mapping[str, Any]
