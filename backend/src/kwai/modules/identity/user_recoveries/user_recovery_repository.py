"""Module that defines an interface for a user recovery repository."""

from abc import ABC, abstractmethod
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.users.user import UserIdentifier


class UserRecoveryNotFoundException(NotFoundException):
    """Raised when the user recovery could not be found."""

    def __init__(self, message: str = "The user recovery does not exist.") -> None:
        super().__init__(message)


class UserRecoveryRepository(ABC):
    """Interface for a user recovery repository."""

    @abstractmethod
    async def create(self, entity: UserRecoveryEntity) -> UserRecoveryEntity:
        """Save a new user recovery."""

    @abstractmethod
    async def get_by_uuid(self, uuid: UniqueId) -> UserRecoveryEntity:
        """Get a user recovery with the given unique id.

        Raises:
            UserRecoveryNotFoundException: there is none.
        """

    @abstractmethod
    async def count_since(self, user_id: UserIdentifier, moment: datetime) -> int:
        """Count the recoveries of a user that were created at or after the moment."""

    @abstractmethod
    async def close_open(self, user_id: UserIdentifier, now: datetime) -> int:
        """End all open recoveries of a user; tells how many it was."""

    @abstractmethod
    async def mark_mailed(self, user_recovery: UserRecoveryEntity) -> bool:
        """Store when it was mailed, unless it was mailed before; tells whether it was stored."""

    @abstractmethod
    async def confirm(self, user_recovery: UserRecoveryEntity) -> bool:
        """Store that it was used, unless it was used before.

        Tells whether it was stored: of several that use it, one is told True.
        """

    @abstractmethod
    async def update(self, entity: UserRecoveryEntity) -> None:
        """Save a user recovery.

        Raises:
            UserRecoveryNotFoundException: it was deleted.
        """

    @abstractmethod
    async def delete(self, entity: UserRecoveryEntity) -> None:
        """Deletes a user recovery.

        Raises:
            UserRecoveryNotFoundException: it was deleted before.
        """

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some recoveries that expired before; tells how many it was."""
