"""Implement the use case: update an author."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_repository import AuthorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAuthorCommand:
    """Input for the use case: everything that can change."""

    uuid: UniqueId
    name: str
    active: bool
    remark: str
    user: UniqueId | None


class UpdateAuthor:
    """Changes an author; one that is not active may not write any more."""

    def __init__(self, author_repo: AuthorRepository, *, clock: Clock = utc_now) -> None:
        self._author_repo = author_repo
        self._clock = clock

    async def execute(self, command: UpdateAuthorCommand) -> AuthorEntity:
        """Execute the use case.

        Raises:
            AuthorNotFoundException: there is none.
            RelatedNotFoundException: the user does not exist.
            AuthorExistsException: the user is an author already.
        """
        author = await self._author_repo.get_by_uuid(command.uuid, for_update=True)
        await self._author_repo.update(
            Entity.replace(
                author,
                name=command.name,
                active=command.active,
                remark=command.remark,
                user=await self._find_user(author, command.user),
                traceable_time=author.traceable_time.mark_for_update(self._clock()),
            )
        )
        return await self._author_repo.get_by_uuid(command.uuid)

    async def _find_user(self, author: AuthorEntity, uuid: UniqueId | None) -> Owner | None:
        if uuid is None or (author.user is not None and author.user.uuid == uuid):
            return None if uuid is None else author.user
        return await self._author_repo.get_user(uuid)
