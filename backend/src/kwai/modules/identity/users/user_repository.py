"""Module that defines the interface for a user repository."""

from abc import ABC, abstractmethod

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user import UserEntity, UserIdentifier
from kwai.modules.identity.users.user_query import UserQuery


class UserNotFoundException(NotFoundException):
    """Raised when a user could not be found."""

    def __init__(self, message: str = "The user does not exist.") -> None:
        super().__init__(message)


class UserRepository(ABC):
    """A user repository interface."""

    @abstractmethod
    def create_query(self) -> UserQuery:
        """Create a query for users."""

    @abstractmethod
    async def get_user_by_id(self, id_: UserIdentifier) -> UserEntity:
        """Get a user using the id.

        Raises:
            UserNotFoundException: there is none.
        """

    @abstractmethod
    async def get_user_by_uuid(self, uuid: UniqueId) -> UserEntity:
        """Get a user using the unique id.

        Raises:
            UserNotFoundException: there is none.
        """

    @abstractmethod
    async def get_user_by_email(self, email: EmailAddress) -> UserEntity:
        """Get a user using his/her email address.

        Raises:
            UserNotFoundException: there is none.
        """

    @abstractmethod
    async def exists_with_email(self, email: EmailAddress) -> bool:
        """Check if there is a user with the given email address."""

    @abstractmethod
    async def update(self, entity: UserEntity) -> None:
        """Update an existing user entity.

        Raises:
            UserNotFoundException: it was deleted.
        """
