"""Schemas for a delivery resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Uuid
from kwai.core import json_api
from kwai.core.events.deliveries.delivery import Delivery, DeliveryState
from kwai.core.json_api import Attribute


class DeliveryFilters(json_api.FilterModel):
    """Filters of the collection of deliveries."""

    state: list[DeliveryState] | None = None
    name: Annotated[str, MaxLen(100)] | None = None
    subject: Uuid | None = None


@json_api.resource("deliveries", path="/bus/deliveries", ids="number", filters=DeliveryFilters)
@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryResource:
    """A mail on its way to one recipient, newest first in a list."""

    id: str = ""
    name: Annotated[
        str, Attribute(read_only=True, description="The event that the mail tells of.")
    ] = ""
    state: Annotated[DeliveryState, Attribute(read_only=True)] = DeliveryState.QUEUED
    attempts: Annotated[int, Attribute(read_only=True)] = 0
    last_error: Annotated[str, Attribute(read_only=True)] = ""
    recipient: Annotated[str, Attribute(read_only=True)] = ""
    subject: Annotated[
        str | None, Attribute(read_only=True, description="UUID of the user or invitation.")
    ] = None
    available_at: Annotated[
        datetime | None, Attribute(read_only=True, description="When it is tried next.")
    ] = None
    sent_at: Annotated[datetime | None, Attribute(read_only=True)] = None
    expires_at: Annotated[datetime | None, Attribute(read_only=True)] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, delivery: Delivery) -> Self:
        """Make the resource of a delivery."""
        return cls(
            id=str(delivery.id),
            name=delivery.name,
            state=delivery.state,
            attempts=delivery.attempts,
            last_error=delivery.last_error,
            recipient=delivery.recipient,
            subject=delivery.subject_uuid,
            available_at=delivery.available_at.timestamp,
            sent_at=delivery.sent_at.timestamp,
            expires_at=delivery.expires_at.timestamp,
            created_at=delivery.traceable_time.created_at.timestamp,
            updated_at=delivery.traceable_time.updated_at.timestamp,
            version=delivery.attempts,
        )
