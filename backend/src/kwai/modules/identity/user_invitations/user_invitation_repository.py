"""Module that defines an interface for an invitation repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.user_invitations.user_invitation import (
    UserInvitationEntity,
    UserInvitationIdentifier,
)
from kwai.modules.identity.user_invitations.user_invitation_query import UserInvitationQuery


class UserInvitationNotFoundException(NotFoundException):
    """Raised when the invitation could not be found."""

    def __init__(
        self, message: str = "The invitation does not exist.", *, member: str | None = None
    ) -> None:
        super().__init__(message, member=member)


class InvitationPendingException(AlreadyExistsException):
    """Raised when there is an open invitation for the address already."""


class UserInvitationRepository(ABC):
    """An invitation repository interface."""

    @abstractmethod
    def create_query(self) -> UserInvitationQuery:
        """Create a UserInvitationQuery."""

    @abstractmethod
    async def create(self, entity: UserInvitationEntity) -> UserInvitationEntity:
        """Create a new invitation.

        Raises:
            InvitationPendingException: another one for the address is open; decided by an index.
        """

    @abstractmethod
    def get_all(
        self,
        query: UserInvitationQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[UserInvitationEntity]:
        """Return all user invitations from the query."""

    @abstractmethod
    async def get_page(
        self, query: UserInvitationQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[UserInvitationEntity]:
        """Get a page of invitations, and how many there are in all."""

    @abstractmethod
    async def read_on(
        self, query: UserInvitationQuery, page: Page
    ) -> UseCaseBrowseResult[UserInvitationEntity]:
        """Get the invitations from a position on."""

    @abstractmethod
    async def get_invitation_by_id(self, id_: UserInvitationIdentifier) -> UserInvitationEntity:
        """Get an invitation using the id.

        Raises:
            UserInvitationNotFoundException: there is none.
        """

    @abstractmethod
    async def get_invitation_by_uuid(
        self, uuid: UniqueId, *, for_update: bool = False
    ) -> UserInvitationEntity:
        """Get an invitation using the unique id.

        Raises:
            UserInvitationNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: UserInvitationQuery, uuid: UniqueId) -> UserInvitationEntity:
        """Get the invitation with the given unique id, with what the query reads of it.

        Raises:
            UserInvitationNotFoundException: there is none.
        """

    @abstractmethod
    async def release_expired(self, email: EmailAddress, now: datetime) -> None:
        """Let the expired invitations of an address no longer count as open ones."""

    @abstractmethod
    async def mark_mailed(self, invitation: UserInvitationEntity) -> bool:
        """Store when it was mailed, unless it was mailed before; tells whether it was stored."""

    @abstractmethod
    async def confirm(self, invitation: UserInvitationEntity) -> bool:
        """Store that it was used, unless it was used before.

        Tells whether it was stored: of several that use it, one is told True.
        """

    @abstractmethod
    async def update(self, entity: UserInvitationEntity) -> None:
        """Update an existing invitation.

        Raises:
            UserInvitationNotFoundException: it was deleted.
            InvitationPendingException: another one for the address is open.
        """

    @abstractmethod
    async def delete(self, entity: UserInvitationEntity) -> None:
        """Delete the invitation.

        Raises:
            UserInvitationNotFoundException: it was deleted before.
        """

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some that expired before and were never accepted; tells how many it was."""
