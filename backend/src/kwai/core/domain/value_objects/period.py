"""A period between two moments."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.quicken import quicken

_NOTHING: Final = timedelta()


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
        if self.start_date.timestamp is None:
            raise ValueError("A period needs a start.")
        delta = self.delta
        if delta is not None and delta < _NOTHING:
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
        if self.start_date.timestamp is None or self.end_date.timestamp is None:
            return None
        return self.end_date.timestamp - self.start_date.timestamp
