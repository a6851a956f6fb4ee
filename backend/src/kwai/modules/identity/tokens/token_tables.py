"""Module that defines all tables for tokens."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import secret
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.table import Table
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.tokens.access_token import AccessTokenEntity, AccessTokenIdentifier
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity, RefreshTokenIdentifier
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user_account import UserAccountEntity


@dataclass(kw_only=True, frozen=True, slots=True)
class AccessTokenRow:
    """Represent a table row in the access tokens table.

    Attributes:
        identifier: The digest of the identifier.
    """

    id: int
    identifier: str = secret()
    user_id: int
    session_id: int
    expiration: datetime
    revoked: bool
    created_at: datetime
    updated_at: datetime | None

    def create_entity(
        self, user_account: UserAccountEntity, session: UserSessionEntity
    ) -> AccessTokenEntity:
        """Create an entity from the table row."""
        return AccessTokenEntity(
            id_=AccessTokenIdentifier(self.id),
            identifier=TokenIdentifier.create_from_digest(self.identifier),
            expiration=self.expiration,
            user_account=user_account,
            session=session,
            revoked=self.revoked,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, access_token: AccessTokenEntity) -> "AccessTokenRow":
        """Persist an access token entity to a table record."""
        return cls(
            id=access_token.id.value,
            identifier=access_token.identifier.digest,
            user_id=access_token.user_account.user_id.value,
            session_id=access_token.session.id.value,
            expiration=access_token.expiration,
            revoked=access_token.revoked,
            created_at=known_moment(access_token.traceable_time.created_at),
            updated_at=access_token.traceable_time.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class RefreshTokenRow:
    """Represent a table row in the refresh token table.

    Attributes:
        identifier: The digest of the identifier.
    """

    id: int
    identifier: str = secret()
    access_token_id: int
    session_id: int
    counter: int
    expiration: datetime
    revoked: bool
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, access_token: AccessTokenEntity) -> RefreshTokenEntity:
        """Create a refresh token entity from the table row."""
        return RefreshTokenEntity(
            id_=RefreshTokenIdentifier(self.id),
            identifier=TokenIdentifier.create_from_digest(self.identifier),
            expiration=self.expiration,
            access_token=access_token,
            counter=self.counter,
            revoked=self.revoked,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, refresh_token: RefreshTokenEntity) -> "RefreshTokenRow":
        """Transform a refresh token entity into a table record."""
        return cls(
            id=refresh_token.id.value,
            identifier=refresh_token.identifier.digest,
            access_token_id=refresh_token.access_token.id.value,
            session_id=refresh_token.session.id.value,
            counter=refresh_token.counter,
            expiration=refresh_token.expiration,
            revoked=refresh_token.revoked,
            created_at=known_moment(refresh_token.traceable_time.created_at),
            updated_at=refresh_token.traceable_time.updated_at.timestamp,
        )


AccessTokensTable = Table("oauth_access_tokens", AccessTokenRow)
RefreshTokensTable = Table("oauth_refresh_tokens", RefreshTokenRow)
