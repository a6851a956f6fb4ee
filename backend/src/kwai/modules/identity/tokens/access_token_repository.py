"""Module that defines an interface for an access token repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.tokens.access_token import AccessTokenEntity, AccessTokenIdentifier
from kwai.modules.identity.tokens.access_token_query import AccessTokenQuery
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


class AccessTokenNotFoundException(NotFoundException):
    """Raised when the access token could not be found."""


class AccessTokenRepository(ABC):
    """Interface for an access token repository."""

    @abstractmethod
    def create_query(self) -> AccessTokenQuery:
        """Create a query for a access token."""

    @abstractmethod
    async def create(self, entity: AccessTokenEntity) -> AccessTokenEntity:
        """Save a new access token."""

    @abstractmethod
    async def get(self, id_: AccessTokenIdentifier) -> AccessTokenEntity:
        """Get the access token with the given id.

        Raises:
            AccessTokenNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_identifier(self, identifier: TokenIdentifier) -> AccessTokenEntity:
        """Get the access token with the given identifier.

        Raises:
            AccessTokenNotFoundException: there is none.
        """

    @abstractmethod
    def get_all(
        self,
        query: AccessTokenQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[AccessTokenEntity]:
        """Get all access token."""

    @abstractmethod
    async def revoke_all(self, session_id: UserSessionIdentifier) -> int:
        """Revoke the access tokens of a session; tells how many it was."""

    @abstractmethod
    async def update(self, entity: AccessTokenEntity) -> None:
        """Update the access token."""

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some tokens that expired before; one whose refresh token is kept stays with it."""
