"""Schemas for a team resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Remark, Title
from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.training.teams.team import TeamEntity


class TeamFilters(json_api.FilterModel):
    """Filters of the collection of teams."""

    active: bool | None = None


@json_api.resource("teams", ids="number", sort=("name",), default_sort="name", filters=TeamFilters)
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamResource:
    """People who train together."""

    id: str = ""
    name: Annotated[Title, MaxLen(100)]
    active: bool = True
    remark: Annotated[Remark, Attribute(visible_to="coach")] = ""
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, team: TeamEntity) -> Self:
        """Make the resource of a team."""
        return cls(
            id=str(team.id),
            name=team.name,
            active=team.active,
            remark=team.remark,
            created_at=team.traceable_time.created_at.timestamp,
            updated_at=team.traceable_time.updated_at.timestamp,
            version=team.version,
        )
