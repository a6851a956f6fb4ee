"""Implement the use case: create an author."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAuthorCommand:
    """Input for the use case.

    Attributes:
        user: The unique id of the user who may write; None for an author who does not log in.
    """

    name: str
    active: bool = True
    remark: str = ""
    user: UniqueId | None = None


class CreateAuthor:
    """Adds an author."""

    def __init__(self, author_repo: AuthorRepository, *, clock: Clock = utc_now) -> None:
        self._author_repo = author_repo
        self._clock = clock

    async def execute(self, command: CreateAuthorCommand) -> AuthorEntity:
        """Execute the use case.

        Raises:
            RelatedNotFoundException: the user does not exist.
            AuthorExistsException: the user is an author already.
        """
        user = None if command.user is None else await self._author_repo.get_user(command.user)
        return await self._author_repo.create(
            AuthorEntity(
                name=command.name,
                active=command.active,
                remark=command.remark,
                user=user,
                traceable_time=TraceableTime(created_at=LocalTimestamp(self._clock())),
            )
        )
