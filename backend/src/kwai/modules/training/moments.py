"""Turns what may be unknown in the domain into what a row needs, and back."""

from datetime import datetime

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime


def known_moment(moment: LocalTimestamp) -> datetime:
    """Give the moment of a column that is never NULL."""
    if moment.timestamp is None:
        raise ValueError("This moment has to be known.")
    return moment.timestamp


def create_trace(created_at: datetime, updated_at: datetime | None) -> TraceableTime:
    """Create the value object of two columns."""
    return TraceableTime(
        created_at=LocalTimestamp(created_at), updated_at=LocalTimestamp(updated_at)
    )
