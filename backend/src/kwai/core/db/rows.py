"""What the rows of several contexts share."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from kwai.core.db.row_fields import personal, secret
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import maker

# For the rows of a page, which have several of each.
make_timestamp = maker(LocalTimestamp)
make_period = maker(Period)
_make_text = maker(LocaleText)


def known_moment(moment: LocalTimestamp) -> datetime:
    """Give the moment of a column that is never NULL."""
    if moment.timestamp is None:
        raise ValueError("This moment has to be known.")
    return moment.timestamp


@lru_cache(maxsize=4096)
def create_trace(created_at: datetime, updated_at: datetime | None) -> TraceableTime:
    """Create the value object of two columns.

    What was made together has it in common: the trainings of a season, everything of an import.
    """
    return TraceableTime(
        created_at=LocalTimestamp(created_at), updated_at=LocalTimestamp(updated_at)
    )


@dataclass(kw_only=True, frozen=True, slots=True)
class OwnerRow:
    """The user behind something, as other contexts see them."""

    id: int
    uuid: str
    first_name: str = ""
    last_name: str = ""

    def create_owner(self) -> Owner:
        """Create the value object."""
        return _create_owner(self.id, self.uuid, self.first_name, self.last_name)


@lru_cache(maxsize=1024)
def _create_owner(id_: int, uuid: str, first_name: str, last_name: str) -> Owner:
    # The same few people stand behind most of what is shown.
    return Owner(
        id=IntIdentifier(id_),
        uuid=UniqueId.create_from_string(uuid),
        name=Name(first_name=first_name, last_name=last_name),
    )


@dataclass(kw_only=True, frozen=True, slots=True)
class ContentRow:
    """A text in one language; the table adds the column that says of what.

    Of its title the change log tells what it was, of the rest that it changed: texts name people.
    """

    locale: str
    format: str
    title: str
    content: str = personal()
    summary: str = personal()
    html_summary: str = secret(default="")
    html_content: str = secret(default="")
    user_id: int
    created_at: datetime
    updated_at: datetime | None

    def create_content(self, author: Owner) -> LocaleText:
        """Create the value object."""
        return _make_text(
            locale=self.locale,
            format=self.format,
            title=self.title,
            content=self.content,
            summary=self.summary,
            author=author,
            html_summary=self.html_summary,
            html_content=self.html_content,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )
