"""Module that defines a repository for a user account."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Collection
from datetime import datetime

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier
from kwai.modules.identity.users.user_account_query import UserAccountQuery


class UserAccountNotFoundException(NotFoundException):
    """Raised when a user account cannot be found."""

    def __init__(self, message: str = "The user does not exist.") -> None:
        super().__init__(message)


class EmailInUseException(AlreadyExistsException):
    """Raised when the email address already belongs to a user."""


class UserAccountRepository(ABC):
    """Interface for a user account repository."""

    @abstractmethod
    def create_query(self) -> UserAccountQuery:
        """Create a query for user accounts."""

    @abstractmethod
    async def create(self, entity: UserAccountEntity) -> UserAccountEntity:
        """Save a new user account.

        Raises:
            EmailInUseException: the address belongs to a user; decided by a unique index.
        """

    @abstractmethod
    async def exists_with_email(self, email: EmailAddress) -> bool:
        """Check if a user account with the given email address already exists."""

    @abstractmethod
    async def get_by_id(
        self, id_: UserAccountIdentifier, *, for_update: bool = False
    ) -> UserAccountEntity:
        """Get the user account with the given id.

        Raises:
            UserAccountNotFoundException: there is none.
        """

    @abstractmethod
    async def get_user_by_email(self, email: EmailAddress) -> UserAccountEntity:
        """Get a user account with the given email address.

        Raises:
            UserAccountNotFoundException: there is none.
        """

    @abstractmethod
    async def get_for_login(self, email: EmailAddress) -> UserAccountEntity:
        """Get the user account with the given email address, outside the transaction.

        What it says is looked at again by `record_login`.

        Raises:
            UserAccountNotFoundException: there is none.
        """

    @abstractmethod
    async def get_user_by_uuid(self, uuid: UniqueId) -> UserAccountEntity:
        """Get the user account with the given unique id.

        Raises:
            UserAccountNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: UserAccountQuery, uuid: UniqueId) -> UserAccountEntity:
        """Get the user account with the given unique id, with what the query reads of it.

        Raises:
            UserAccountNotFoundException: there is none.
        """

    @abstractmethod
    def get_all(
        self,
        query: UserAccountQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[UserAccountEntity]:
        """Yield the entities of a query."""

    @abstractmethod
    async def get_page(
        self, query: UserAccountQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[UserAccountEntity]:
        """Get a page of user accounts, and how many there are in all."""

    @abstractmethod
    async def read_on(
        self, query: UserAccountQuery, page: Page
    ) -> UseCaseBrowseResult[UserAccountEntity]:
        """Get the user accounts from a position on."""

    @abstractmethod
    async def lock_with_admins(
        self, id_: UserAccountIdentifier
    ) -> Collection[UserAccountIdentifier]:
        """Lock an account and those of all administrators until the transaction ends.

        Returns the ids of the administrators that are not revoked, as they are under the lock.
        """

    @abstractmethod
    async def record_login(self, user_account: UserAccountEntity) -> bool:
        """Store when the last successful login was; this is not an edit of the account.

        Stores nothing and tells False when password, role or revocation changed since the account
        was read: a login must not outlive the reset that came while its password was verified.
        """

    @abstractmethod
    async def record_failed_login(self, email: EmailAddress, now: datetime) -> None:
        """Store when the last login failed; as much work for an address that nobody has."""

    @abstractmethod
    async def update(self, entity: UserAccountEntity) -> None:
        """Save a user account.

        Raises:
            UserAccountNotFoundException: it was deleted.
        """

    @abstractmethod
    async def delete(self, entity: UserAccountEntity) -> None:
        """Delete a user account.

        Raises:
            UserAccountNotFoundException: it was deleted before.
        """
