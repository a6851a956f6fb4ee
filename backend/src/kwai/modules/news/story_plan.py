"""When a story is shown: from what was typed to value objects."""

from datetime import datetime

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.modules.news.stories.story import Promotion


def plan_period(publish_date: datetime, end_date: datetime | None) -> Period:
    """Make the period of a story.

    Raises:
        UnprocessableException: it ends before it begins.
    """
    start, end = to_second(publish_date), to_second(end_date)
    try:
        return Period(start_date=start, end_date=end)
    except ValueError:
        raise UnprocessableException(
            "A story cannot end before it is published.",
            member="end_date",
            reason="ends_before_published",
        ) from None


def plan_promotion(priority: int, end_date: datetime | None) -> Promotion:
    """Make the promotion of a story."""
    return Promotion(priority=priority, end_date=to_second(end_date))


def to_second(moment: datetime | None) -> LocalTimestamp:
    """Cut a moment to its second: readers see no more, and what is read can be sent back."""
    return LocalTimestamp(None if moment is None else moment.replace(microsecond=0))
