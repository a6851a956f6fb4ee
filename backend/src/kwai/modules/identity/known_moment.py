"""The moment of a timestamp that has to have one."""

from datetime import datetime

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp


def known_moment(timestamp: LocalTimestamp) -> datetime:
    """Take the moment out of a timestamp, for a column that is NOT NULL.

    Raises:
        ValueError: the moment is unknown.
    """
    if timestamp.timestamp is None:
        raise ValueError("This moment has to be known.")
    return timestamp.timestamp
