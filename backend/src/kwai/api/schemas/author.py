"""Schemas for an author resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Remark, Title
from kwai.core import json_api
from kwai.core.json_api import Attribute, Linked, Relationship
from kwai.modules.news.authors.author import AuthorEntity

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class AuthorFilters(json_api.FilterModel):
    """Filters of the collection of authors."""

    active: bool | None = None


@json_api.resource(
    "authors",
    path="/news/authors",
    ids="uuid",
    sort=("name",),
    default_sort="name",
    filters=AuthorFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorResource:
    """Somebody whose name stands under stories; an active one's user may write them."""

    id: str = ""
    name: Annotated[Title, MaxLen(200)]
    active: bool = True
    remark: Annotated[Remark, Attribute(visible_to="author")] = ""
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    user: Annotated[Linked["UserAccountResource"] | None, Relationship(visible_to="admin")] = None

    @classmethod
    def create(cls, author: AuthorEntity, user: "Linked[UserAccountResource] | None") -> Self:
        """Make the resource of an author."""
        return cls(
            id=str(author.uuid),
            name=author.name,
            active=author.active,
            remark=author.remark,
            created_at=author.traceable_time.created_at.timestamp,
            updated_at=author.traceable_time.updated_at.timestamp,
            version=author.version,
            user=user,
        )
