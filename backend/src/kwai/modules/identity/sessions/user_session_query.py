"""Module that defines an interface for querying login sessions."""

from abc import abstractmethod
from datetime import datetime
from typing import Self

from kwai.core.domain.repository.query import Query
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.users.user import UserIdentifier


class UserSessionQuery(Query):
    """An interface for querying login sessions."""

    @abstractmethod
    def filter_by_id(self, id_: UserSessionIdentifier) -> Self:
        """Filter for the given id."""

    @abstractmethod
    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        """Filter for the given unique id."""

    @abstractmethod
    def filter_by_user(self, user_id: UserIdentifier) -> Self:
        """Filter for the sessions of a user."""

    @abstractmethod
    def filter_live(self, now: datetime) -> Self:
        """Leave out what was revoked or came to its end before `now`."""

    @abstractmethod
    def order_by_last_use(self) -> Self:
        """Order by last use, newest first."""
