"""Schemas for a coach resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Line, PersonName, Remark
from kwai.core import json_api
from kwai.core.json_api import Attribute, Linked, Relationship
from kwai.modules.training.coaches.coach import CoachEntity

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class CoachFilters(json_api.FilterModel):
    """Filters of the collection of coaches."""

    active: bool | None = None


@json_api.resource(
    "coaches",
    ids="number",
    sort=("name",),
    default_sort="name",
    filters=CoachFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class CoachResource:
    """Somebody who gives trainings."""

    id: str = ""
    first_name: PersonName
    last_name: PersonName
    name: Annotated[str, Attribute(read_only=True)] = ""
    active: bool = True
    diploma: Annotated[Line, MaxLen(200), Attribute(visible_to="coach")] = ""
    remark: Annotated[Remark, Attribute(visible_to="coach")] = ""
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    user: Annotated[Linked["UserAccountResource"] | None, Relationship(visible_to="admin")] = None

    @classmethod
    def create(cls, coach: CoachEntity, user: "Linked[UserAccountResource] | None" = None) -> Self:
        """Make the resource of a coach."""
        return cls(
            id=str(coach.id),
            first_name=coach.name.first_name or "",
            last_name=coach.name.last_name or "",
            name=str(coach.name),
            active=coach.active,
            diploma=coach.diploma,
            remark=coach.remark,
            created_at=coach.traceable_time.created_at.timestamp,
            updated_at=coach.traceable_time.updated_at.timestamp,
            version=coach.version,
            user=user,
        )
