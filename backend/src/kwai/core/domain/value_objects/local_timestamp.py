"""A moment that may be unknown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kwai.core.quicken import quicken

DEFAULT_FORMAT = "%Y-%m-%d %H:%M:%S"


@quicken
@dataclass(frozen=True, slots=True)
class LocalTimestamp:
    """A moment in UTC, or no moment at all.

    Raises:
        ValueError: the moment has no time zone.
    """

    timestamp: datetime | None = None

    def __post_init__(self) -> None:
        if self.timestamp is None or self.timestamp.tzinfo is UTC:
            return
        if self.timestamp.tzinfo is None:
            raise ValueError("A timestamp needs a time zone.")
        object.__setattr__(self, "timestamp", self.timestamp.astimezone(UTC))

    @classmethod
    def create_now(cls) -> "LocalTimestamp":
        """Create a timestamp of this moment."""
        return cls(datetime.now(UTC))

    @classmethod
    def create_with_delta(cls, **kwargs: Any) -> "LocalTimestamp":
        """Create a timestamp that lies a `timedelta(**kwargs)` from now."""
        return cls.create_now().add_delta(**kwargs)

    @classmethod
    def create_from_string(
        cls, date_time: str, date_format: str = DEFAULT_FORMAT
    ) -> "LocalTimestamp":
        """Read a UTC timestamp from text.

        Raises:
            ValueError: the text does not have the format.
        """
        parsed = datetime.strptime(date_time, date_format)  # noqa: DTZ007 (zone is set below)
        return cls(parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC))

    @property
    def empty(self) -> bool:
        """Tell whether the moment is unknown."""
        return self.timestamp is None

    @property
    def is_past(self) -> bool:
        """Tell whether the moment has passed; an unknown moment never has."""
        return self.is_past_at(datetime.now(UTC))

    def is_past_at(self, now: datetime) -> bool:
        """Tell whether the moment has passed at `now`; the moment itself has not."""
        return self.timestamp is not None and self.timestamp < now

    def add_delta(self, **kwargs: Any) -> "LocalTimestamp":
        """Create the timestamp that lies a `timedelta(**kwargs)` from this one."""
        return LocalTimestamp(self._known + timedelta(**kwargs))

    @property
    def _known(self) -> datetime:
        if self.timestamp is None:
            raise ValueError("The timestamp is unknown.")
        return self.timestamp

    @property
    def date(self) -> date:
        """The day, in UTC."""
        return self._known.date()

    @property
    def time(self) -> time:
        """The time of the day, in UTC."""
        return self._known.time()

    @property
    def year(self) -> int:
        """The year, in UTC."""
        return self._known.year

    @property
    def month(self) -> int:
        """The month, 1 to 12, in UTC."""
        return self._known.month

    @property
    def day(self) -> int:
        """The day of the month, in UTC."""
        return self._known.day

    @property
    def hours(self) -> int:
        """The hour, 0 to 23, in UTC."""
        return self._known.hour

    @property
    def minutes(self) -> int:
        """The minute."""
        return self._known.minute

    @property
    def seconds(self) -> int:
        """The second."""
        return self._known.second

    def __str__(self) -> str:
        return "" if self.timestamp is None else self.timestamp.strftime(DEFAULT_FORMAT)
