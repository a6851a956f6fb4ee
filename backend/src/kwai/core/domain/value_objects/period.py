"""A period between two moments."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.quicken import quicken


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A half-open period: the start belongs to it, the end does not; it may have no end.

    Raises:
        ValueError: the end lies before the start.
    """

    start_date: LocalTimestamp
    end_date: LocalTimestamp = field(default_factory=LocalTimestamp)

    def __post_init__(self) -> None:
        start, end = self.start_date.timestamp, self.end_date.timestamp
        if start is None:
            raise ValueError("A period needs a start.")
        if end is not None and end < start:
            raise ValueError("The end of a period cannot lie before its start.")

    @classmethod
    def create_from_delta(cls, start_date: LocalTimestamp | None = None, **kwargs: Any) -> "Period":
        """Create the period of `timedelta(**kwargs)` that starts at `start_date`, or now."""
        start = start_date or LocalTimestamp.create_now()
        return cls(start_date=start, end_date=start.add_delta(**kwargs))

    @property
    def endless(self) -> bool:
        """Tell whether the period has no end."""
        return self.end_date.empty

    @property
    def delta(self) -> timedelta | None:
        """The length, or None when there is no end."""
        start, end = self.start_date.timestamp, self.end_date.timestamp
        return None if start is None or end is None else end - start
