"""Schemas for a season resource."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Remark, Title
from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.training.seasons.season import SeasonEntity


@json_api.resource("seasons", ids="number", sort=("start_date", "name"), default_sort="-start_date")
@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonResource:
    """The days, first and last included, that trainings are planned for."""

    id: str = ""
    name: Annotated[Title, MaxLen(100)]
    start_date: date
    end_date: date
    remark: Annotated[Remark, Attribute(visible_to="coach")] = ""
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, season: SeasonEntity) -> Self:
        """Make the resource of a season."""
        return cls(
            id=str(season.id),
            name=season.name,
            start_date=season.start_date,
            end_date=season.end_date,
            remark=season.remark,
            created_at=season.traceable_time.created_at.timestamp,
            updated_at=season.traceable_time.updated_at.timestamp,
            version=season.version,
        )
