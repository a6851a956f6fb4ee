"""Module that defines an interface for querying refresh tokens."""

from abc import abstractmethod
from typing import Self

from kwai.core.domain.repository.query import Query
from kwai.modules.identity.tokens.refresh_token import RefreshTokenIdentifier
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


class RefreshTokenQuery(Query):
    """An interface for querying refresh tokens."""

    @abstractmethod
    def filter_by_id(self, id_: RefreshTokenIdentifier) -> Self:
        """Filter for the given id."""

    @abstractmethod
    def filter_by_token_identifier(self, identifier: TokenIdentifier) -> Self:
        """Filter for the given token identifier."""
