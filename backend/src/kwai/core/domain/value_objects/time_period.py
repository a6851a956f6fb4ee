"""A period between two times of one day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePeriod:
    """Wall-clock times without a zone: half past six stays half past six all year.

    Raises:
        ValueError: the end lies before the start.
    """

    start: time
    end: time | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("The end of a period cannot lie before its start.")

    @property
    def endless(self) -> bool:
        """Tell whether the period has no end."""
        return self.end is None

    @property
    def delta(self) -> timedelta | None:
        """The length on a day without a clock change, or None when there is no end."""
        if self.end is None:
            return None
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)
