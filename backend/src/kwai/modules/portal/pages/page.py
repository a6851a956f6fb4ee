"""Module that defines a page entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken
from kwai.modules.portal.applications.application import ApplicationEntity


class PageIdentifier(IntIdentifier):
    """The id of a page."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntity(Entity[PageIdentifier]):
    """A page of the site, in an application.

    Attributes:
        enabled: Visitors see it.
        priority: The page with the highest one comes first.
    """

    id_: PageIdentifier = field(default_factory=PageIdentifier)
    enabled: bool = False
    application: ApplicationEntity
    contents: Text = field(default_factory=Text)
    priority: int = 0
    remark: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def versions(self) -> tuple[int, ...]:
        """Give what changes whenever something changes that readers see of the page."""
        return (self.id.value, self.version, self.application.version)

    @property
    def content(self) -> list[LocaleText]:
        """Return the texts of the page; the list is a copy."""
        return list(self.contents)
