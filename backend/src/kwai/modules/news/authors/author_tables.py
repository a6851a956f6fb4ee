"""Module that defines all dataclasses for the tables containing authors."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import personal
from kwai.core.db.rows import OwnerRow, create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.normalise import normalise
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity, AuthorIdentifier

LONGEST_SORT_NAME = 200


@dataclass(kw_only=True, frozen=True, slots=True)
class AuthorRow:
    """Represent a table row of the authors table.

    Attributes:
        sort_name: The folded name: authors are sorted by it.
    """

    id: int
    uuid: str
    user_id: int | None
    name: str = personal(default="")
    sort_name: str = personal(default="")
    active: bool = False
    remark: str = personal(default="")
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, user: Owner | None) -> AuthorEntity:
        """Create an author entity from a table row."""
        return AuthorEntity(
            id_=AuthorIdentifier(self.id),
            uuid=UniqueId.create_from_string(self.uuid),
            name=self.name,
            active=self.active,
            remark=self.remark,
            user=user,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, author: AuthorEntity) -> "AuthorRow":
        """Persist an author entity."""
        trace = author.traceable_time
        return AuthorRow(
            id=author.id.value,
            uuid=str(author.uuid),
            user_id=None if author.user is None else author.user.id.value,
            name=author.name,
            sort_name=normalise(author.name)[:LONGEST_SORT_NAME],
            active=author.active,
            remark=author.remark,
            version=author.version,
            created_at=known_moment(trace.created_at),
            updated_at=trace.updated_at.timestamp,
        )


AuthorsTable = Table("authors", AuthorRow)
AuthorUsersTable = Table("users", OwnerRow)
AuthorsShown = Shown(AuthorsTable, never=("sort_name",))
AuthorUsersShown = Shown(AuthorUsersTable, never=("first_name", "last_name"))
