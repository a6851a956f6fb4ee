"""Module that defines an interface for querying access tokens."""

from abc import abstractmethod
from typing import Self

from kwai.core.domain.repository.query import Query
from kwai.modules.identity.tokens.access_token import AccessTokenIdentifier
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


class AccessTokenQuery(Query):
    """An interface for querying access tokens."""

    @abstractmethod
    def filter_by_id(self, id_: AccessTokenIdentifier) -> Self:
        """Filter for the given id."""

    @abstractmethod
    def filter_by_token_identifier(self, identifier: TokenIdentifier) -> Self:
        """Filter for the given token identifier."""
