"""What the sweeper of the worker does for this module."""

from kwai.core.db.database import Database
from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.forget_old_records import (
    INVITATIONS,
    RECOVERIES,
    SECURITY_EVENTS,
    SESSIONS,
    TOKENS,
    ForgetOldRecords,
    Retention,
)
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.tokens.access_token_db_repository import AccessTokenDbRepository
from kwai.modules.identity.tokens.refresh_token_db_repository import RefreshTokenDbRepository
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.user_recoveries.user_recovery_db_repository import (
    UserRecoveryDbRepository,
)


async def sweep(database: Database, clock: Clock = utc_now) -> int:
    """Forget old records, a batch per transaction; tells how many rows it was in all."""
    use_case = ForgetOldRecords(
        (
            Retention(repo=RefreshTokenDbRepository(database), period=TOKENS),
            Retention(repo=AccessTokenDbRepository(database), period=TOKENS),
            Retention(repo=UserSessionDbRepository(database), period=SESSIONS),
            Retention(repo=UserRecoveryDbRepository(database), period=RECOVERIES),
            Retention(repo=UserInvitationDbRepository(database), period=INVITATIONS),
            Retention(repo=SecurityEventDbRepository(database), period=SECURITY_EVENTS),
        ),
        clock=clock,
    )
    total = 0
    while deleted := await database.run(use_case.execute):
        total += deleted
    return total
