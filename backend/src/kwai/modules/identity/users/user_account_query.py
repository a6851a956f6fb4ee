"""Module that defines the interface for a user account query."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user_account import UserAccountIdentifier


class UserAccountQuery(ShownQuery):
    """Interface for a user account query."""

    @abstractmethod
    def filter_by_id(self, id_: UserAccountIdentifier) -> Self:
        """Add a filter for the account with the given id."""

    @abstractmethod
    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        """Add a filter for the account of the user with the given unique id."""

    @abstractmethod
    def filter_by_uuids(self, uuids: Collection[UniqueId]) -> Self:
        """Add a filter for the user accounts with one of these unique ids."""

    @abstractmethod
    def filter_by_email(self, email: EmailAddress) -> Self:
        """Add a filter for the account with the given email address."""

    @abstractmethod
    def filter_by_revoked(self, *, revoked: bool) -> Self:
        """Add a filter for the accounts that are, or are not, revoked."""

    @abstractmethod
    def filter_by_search(self, text: str) -> Self:
        """Add a filter for the accounts whose name or address has all words of the text."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by last_name, email or last_login; by last name when nothing is given."""
