"""Schemas for a closure resource."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Line, Title
from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.training.closures.closure import ClosureEntity


class ClosureFilters(json_api.FilterModel):
    """Filters of the collection of closures."""

    location: Annotated[str, MaxLen(200)] | None = None


@json_api.resource(
    "closures",
    ids="number",
    sort=("start_date",),
    default_sort="start_date",
    filters=ClosureFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureResource:
    """Days, first and last included, on which the club or one location is closed."""

    id: str = ""
    name: Annotated[Title, MaxLen(200)]
    start_date: date
    end_date: date
    location: Annotated[
        Annotated[Line, MaxLen(200)] | None,
        Attribute(description="The location that is closed; null for the whole club."),
    ] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, closure: ClosureEntity) -> Self:
        """Make the resource of a closure."""
        return cls(
            id=str(closure.id),
            name=closure.name,
            start_date=closure.start_date,
            end_date=closure.end_date,
            location=closure.location or None,
            created_at=closure.traceable_time.created_at.timestamp,
            updated_at=closure.traceable_time.updated_at.timestamp,
            version=closure.version,
        )
