"""Module that defines an interface for a login session repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import (
    RevokeReason,
    UserSessionEntity,
    UserSessionIdentifier,
)
from kwai.modules.identity.sessions.user_session_query import UserSessionQuery
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user import UserIdentifier


class UserSessionNotFoundException(NotFoundException):
    """Raised when there is no such login session, or not for the one who asks."""

    def __init__(self, message: str = "The session does not exist.") -> None:
        super().__init__(message)


class UserSessionRepository(ABC):
    """Interface for a login session repository."""

    @abstractmethod
    def create_query(self) -> UserSessionQuery:
        """Create a query for login sessions."""

    @abstractmethod
    async def create(self, entity: UserSessionEntity) -> UserSessionEntity:
        """Save a new session."""

    @abstractmethod
    async def get_by_id(
        self, id_: UserSessionIdentifier, *, for_update: bool = False
    ) -> UserSessionEntity:
        """Get the session with the given id.

        Raises:
            UserSessionNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_uuid(self, uuid: UniqueId) -> UserSessionEntity:
        """Get the session with the given unique id.

        Raises:
            UserSessionNotFoundException: there is none.
        """

    @abstractmethod
    async def get_login(self, identifier: TokenIdentifier, now: datetime) -> LoginSession:
        """Get session and user behind a live access token, with one statement that writes nothing.

        Raises:
            UserSessionNotFoundException: the token is unknown, expired or revoked.
        """

    @abstractmethod
    def get_all(
        self,
        query: UserSessionQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[UserSessionEntity]:
        """Yield the sessions of a query."""

    @abstractmethod
    async def get_page(
        self, query: UserSessionQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[UserSessionEntity]:
        """Get a page of sessions, and how many there are in all."""

    @abstractmethod
    async def read_on(
        self, query: UserSessionQuery, page: Page
    ) -> UseCaseBrowseResult[UserSessionEntity]:
        """Get the sessions from a position on."""

    @abstractmethod
    async def rotate(self, session: UserSessionEntity) -> bool:
        """Store a session that was rotated, unless another one came first or it was revoked.

        Tells whether it was stored: of several that rotate the same token, one is told True.
        """

    @abstractmethod
    async def confirm(self, session: UserSessionEntity) -> None:
        """Store when the password of the session was confirmed."""

    @abstractmethod
    async def revoke(self, session: UserSessionEntity) -> bool:
        """Store that a session was revoked; none of its tokens is accepted any more.

        Tells whether it was still open: of several that revoke it, one is told True.
        """

    @abstractmethod
    async def revoke_all(
        self,
        user_id: UserIdentifier,
        now: datetime,
        reason: RevokeReason,
        *,
        keep: UserSessionIdentifier | None = None,
    ) -> int:
        """Revoke the open sessions of a user, all but the one to keep; tells how many it was."""

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some sessions that came to their end before; tells how many it was."""
