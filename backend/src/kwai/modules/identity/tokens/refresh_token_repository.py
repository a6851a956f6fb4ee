"""Module that defines an interface for a refresh token repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity, RefreshTokenIdentifier
from kwai.modules.identity.tokens.refresh_token_query import RefreshTokenQuery
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


class RefreshTokenNotFoundException(NotFoundException):
    """Raised when the refresh token can't be found."""

    def __init__(self, message: str = "The refresh token does not exist.") -> None:
        super().__init__(message)


class RefreshTokenRepository(ABC):
    """Interface for a refresh token repository."""

    @abstractmethod
    def create_query(self) -> RefreshTokenQuery:
        """Create a query for a refresh token."""

    @abstractmethod
    async def create(self, entity: RefreshTokenEntity) -> RefreshTokenEntity:
        """Save a new refresh token; its access token and session are stored already."""

    @abstractmethod
    async def get(self, id_: RefreshTokenIdentifier) -> RefreshTokenEntity:
        """Get the refresh token entity with the given id.

        Raises:
            RefreshTokenNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_token_identifier(self, identifier: TokenIdentifier) -> RefreshTokenEntity:
        """Get the refresh token with the given token identifier.

        Raises:
            RefreshTokenNotFoundException: there is none.
        """

    @abstractmethod
    def get_all(
        self,
        query: RefreshTokenQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[RefreshTokenEntity]:
        """Get all refresh tokens."""

    @abstractmethod
    async def revoke_all(self, session_id: UserSessionIdentifier) -> int:
        """Revoke the refresh tokens of a session; tells how many it was."""

    @abstractmethod
    async def update(self, entity: RefreshTokenEntity) -> None:
        """Update the refresh token."""

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some tokens that expired before; tells how many it was."""
