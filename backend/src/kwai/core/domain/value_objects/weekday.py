"""The day of the week."""

from datetime import date
from enum import Enum


class Weekday(Enum):
    """A day of the week, numbered as in ISO 8601."""

    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5
    SATURDAY = 6
    SUNDAY = 7

    @classmethod
    def create_from_date(cls, date: date) -> "Weekday":
        """Tell on which day of the week a date (or the date of a moment) falls."""
        return cls(date.isoweekday())
