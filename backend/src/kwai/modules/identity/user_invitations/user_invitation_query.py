"""Module that defines an interface for a user invitation query."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationIdentifier,
)


class UserInvitationQuery(ShownQuery, ABC):
    """An interface for querying user invitations."""

    @abstractmethod
    def filter_by_id(self, id_: UserInvitationIdentifier) -> Self:
        """Add a filter on the user invitation for id."""

    @abstractmethod
    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        """Add a filter on the user invitation for the unique id."""

    @abstractmethod
    def filter_by_email(self, email: EmailAddress) -> Self:
        """Add a filter on the user invitation for the email address."""

    @abstractmethod
    def filter_active(self, timestamp: datetime) -> Self:
        """Add a filter to only return the active invitations at the given time."""

    @abstractmethod
    def filter_by_state(self, states: Collection[InvitationState], now: datetime) -> Self:
        """Add a filter for the invitations that have come this far at `now`."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by email, created_at or expired_at; newest first when nothing is given."""
