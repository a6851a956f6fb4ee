"""Module that defines an application entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken


class ApplicationIdentifier(IntIdentifier):
    """The id of an application."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEntity(Entity[ApplicationIdentifier]):
    """A section of the site of the club.

    Attributes:
        name: Unique, and the same for ever: addresses are made of it.
        weight: The lightest comes first.
    """

    id_: ApplicationIdentifier = field(default_factory=ApplicationIdentifier)
    title: str
    name: str
    short_description: str
    description: str = ""
    remark: str = ""
    news: bool = True
    pages: bool = True
    events: bool = True
    weight: int = 0
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def versions(self) -> tuple[int, ...]:
        """Give what changes whenever something of the application changes."""
        return (self.id.value, self.version)

    @property
    def can_contain_news(self) -> bool:
        """Return True when the application can contain news."""
        return self.news

    @property
    def can_contain_pages(self) -> bool:
        """Return True when the application can contain pages."""
        return self.pages

    @property
    def can_contain_events(self) -> bool:
        """Return True when the application can contain events."""
        return self.events
