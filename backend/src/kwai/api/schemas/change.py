"""Schemas for a resource of the change log."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Self

from annotated_types import MaxLen

from kwai.api.types import Uuid
from kwai.core import json_api
from kwai.core.db.changes.logged_change import LoggedChange
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship, Requires

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class ChangeFilters(json_api.FilterModel):
    """Filters of the change log."""

    resource: Annotated[str, MaxLen(64)] | None = None
    id: Annotated[Annotated[str, MaxLen(64)] | None, Requires("resource")] = None
    user: Uuid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedResource:
    """What was changed; it may have been deleted since."""

    type: str = ""
    id: str = ""


@json_api.resource("changes", path="/changes", ids="number", filters=ChangeFilters)
@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeResource:
    """A row of the change log: what, who, when, before and after; newest first in a list."""

    id: str = ""
    at: Annotated[datetime | None, Attribute(read_only=True)] = None
    action: Annotated[str, Attribute(read_only=True, description="created, updated or deleted")] = (
        ""
    )
    resource: Annotated[ChangedResource, Attribute(read_only=True)] = ChangedResource()
    by: Annotated[str, Attribute(read_only=True, description="user, cli, bus or system")] = ""
    request: Annotated[
        str | None, Attribute(read_only=True, description="The X-Request-ID of the request.")
    ] = None
    changes: Annotated[
        dict[str, Any],
        Attribute(
            read_only=True, description="By field {before, after}; of a secret only `changed`."
        ),
    ] = field(default_factory=dict)
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 1
    user: Annotated[Linked["UserAccountResource"] | None, Relationship(read_only=True)] = NOT_LOADED

    @classmethod
    def create(
        cls, change: LoggedChange, user: "Linked[UserAccountResource] | None" = None
    ) -> Self:
        """Make the resource of a change."""
        return cls(
            id=str(change.id),
            at=change.at,
            action=change.action,
            resource=ChangedResource(type=change.resource, id=change.resource_id),
            by=change.actor_kind,
            request=change.request_id,
            changes={name: _tell(value) for name, value in change.changes.items()},
            created_at=change.at,
            user=user,
        )


def _tell(value: Any) -> Any:
    if isinstance(value, list) and len(value) == 2:
        return {"before": value[0], "after": value[1]}
    return value
