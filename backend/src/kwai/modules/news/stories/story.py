"""Module that defines a story entity."""

from dataclasses import dataclass, field
from datetime import datetime

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken


class StoryIdentifier(IntIdentifier):
    """The id of a story."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An application, as stories see it."""

    id: IntIdentifier
    name: str
    title: str
    version: int = 1


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """The one under whose name a story is published."""

    id: IntIdentifier
    uuid: UniqueId
    name: str
    version: int = 1


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """How a story is promoted on the portal; with priority 0 it is not."""

    priority: int = 0
    end_date: LocalTimestamp = field(default_factory=LocalTimestamp)

    def is_on_at(self, now: datetime) -> bool:
        """Tell whether the story is promoted at `now`; at its end it is no more."""
        return self.priority > 0 and not _is_over(self.end_date, now)


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntity(Entity[StoryIdentifier]):
    """A story entity.

    Attributes:
        period: From its publication to its end; the end does not belong to it.
        contents: At most one text per language.
    """

    id_: StoryIdentifier = field(default_factory=StoryIdentifier)
    enabled: bool = False
    promotion: Promotion = field(default_factory=Promotion)
    period: Period
    application: Application
    author: Author | None = None
    contents: Text = field(default_factory=Text)
    remark: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def is_enabled(self) -> bool:
        """Check if the story is enabled."""
        return self.enabled

    @property
    def versions(self) -> tuple[int, ...]:
        """Give what changes whenever something changes that readers see of the story."""
        author = 0 if self.author is None else self.author.version
        return (self.id.value, self.version, self.application.version, author)

    @property
    def content(self) -> list[LocaleText]:
        """Return the contents of the story; the list is a copy."""
        return list(self.contents)

    def is_active_at(self, now: datetime) -> bool:
        """Tell whether visitors see the story at `now`: enabled, published and not ended.

        `StoryDbQuery.filter_by_active` is the same rule in SQL; a test holds them together.
        """
        start = self.period.start_date.timestamp
        is_published = start is not None and start <= now
        return self.enabled and is_published and not _is_over(self.period.end_date, now)

    def is_promoted_at(self, now: datetime) -> bool:
        """Tell whether the portal shows the story at `now`."""
        return self.is_active_at(now) and self.promotion.is_on_at(now)

    def publish(self, at: datetime, now: datetime) -> "StoryEntity":
        """Let visitors see the story from `at`; an end that came before is dropped."""
        start, end = LocalTimestamp(at), self.period.end_date
        is_ended = _is_over(end, max(at, now))
        period = Period(start_date=start, end_date=LocalTimestamp() if is_ended else end)
        return self._change(now, enabled=True, period=period)

    def withdraw(self, now: datetime) -> "StoryEntity":
        """Let visitors see the story no more."""
        return self._change(now, enabled=False)

    def _change(self, now: datetime, **changes: object) -> "StoryEntity":
        trace = self.traceable_time.mark_for_update(now)
        return Entity.replace(self, traceable_time=trace, **changes)


def _is_over(end: LocalTimestamp, now: datetime) -> bool:
    return end.timestamp is not None and end.timestamp <= now
