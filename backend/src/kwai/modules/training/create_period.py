"""Makes the period of a training out of what somebody typed."""

from datetime import datetime

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period


def create_period(start: datetime, end: datetime) -> Period:
    """Make the period between two moments.

    Raises:
        UnprocessableException: it ends before it starts.
    """
    if end <= start:
        raise UnprocessableException(
            "A training has to end after it starts.", member="event", reason="ends_before_start"
        )
    return Period(start_date=LocalTimestamp(start), end_date=LocalTimestamp(end))
