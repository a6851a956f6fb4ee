"""Module that implements the use case: change the account of another user."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import StaleVersionException, UnprocessableException
from kwai.core.events.bus import Bus
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier
from kwai.modules.identity.users.user_account_repository import (
    UserAccountNotFoundException,
    UserAccountRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateUserCommand:
    """Input for the use case; None leaves a value as it is.

    Attributes:
        uuid: The unique id of the user.
        version: The version that the change was made for.
    """

    uuid: str
    revoked: bool | None = None
    admin: bool | None = None
    remark: str | None = None
    version: int | None = None


class UpdateUser:
    """Revokes or restores a user, makes an administrator of one or not, or notes something.

    There always is an administrator. Revoking ends every session and withdraws queued mail; so
    does nothing else, but a changed role ends the sessions too.
    """

    def __init__(
        self,
        user_account_repo: UserAccountRepository,
        *,
        session_repo: UserSessionRepository,
        bus: Bus,
        security_log: SecurityLog,
        clock: Clock = utc_now,
    ) -> None:
        self._user_account_repo = user_account_repo
        self._session_repo = session_repo
        self._bus = bus
        self._security_log = security_log
        self._clock = clock

    async def execute(self, command: UpdateUserCommand) -> UserAccountEntity:
        """Execute the use case.

        Raises:
            UserAccountNotFoundException: there is no such user.
            StaleVersionException: somebody else changed the account.
            UnprocessableException: it is the last administrator.
        """
        uuid = parse_unique_id(command.uuid, UserAccountNotFoundException)
        found = await self._user_account_repo.get_user_by_uuid(uuid)
        admins = await self._user_account_repo.lock_with_admins(found.id)
        # Read again: two administrators who demote each other wait for one another at the lock.
        account = await self._user_account_repo.get_by_id(found.id)
        if command.version not in {None, account.user.version}:
            raise StaleVersionException("Somebody else changed the user.")
        changed = _apply(command, account)
        _check_last_admin(changed, admins)
        await self._user_account_repo.update(changed)
        await self._follow_up(account, changed, self._clock())
        return await self._user_account_repo.get_by_id(found.id)

    async def _follow_up(
        self, before: UserAccountEntity, after: UserAccountEntity, now: datetime
    ) -> None:
        if after.revoked and not before.revoked:
            await self._end_sessions(after, now, RevokeReason.USER_REVOKED)
            await self._bus.cancel_deliveries(after.user.uuid)
            await self._write(SecurityEventKind.USER_REVOKED, after, now)
        if before.revoked and not after.revoked:
            await self._write(SecurityEventKind.USER_RESTORED, after, now)
        if after.admin != before.admin:
            await self._end_sessions(after, now, RevokeReason.ROLE_CHANGED)
            await self._write(SecurityEventKind.ROLE_CHANGED, after, now)

    async def _end_sessions(
        self, account: UserAccountEntity, now: datetime, reason: RevokeReason
    ) -> None:
        await self._session_repo.revoke_all(account.user_id, now, reason)

    async def _write(
        self, kind: SecurityEventKind, account: UserAccountEntity, now: datetime
    ) -> None:
        await self._security_log.write(kind, now, user_id=account.user_id)


def _apply(command: UpdateUserCommand, account: UserAccountEntity) -> UserAccountEntity:
    remark = account.user.remark if command.remark is None else command.remark
    return Entity.replace(
        account,
        user=Entity.replace(account.user, remark=remark),
        revoked=account.revoked if command.revoked is None else command.revoked,
        admin=account.admin if command.admin is None else command.admin,
    )


def _check_last_admin(
    changed: UserAccountEntity, admins: Collection[UserAccountIdentifier]
) -> None:
    if changed.admin and not changed.revoked:
        return
    if set(admins) == {changed.id}:
        raise UnprocessableException(
            "The last administrator cannot be revoked or demoted.",
            member="revoked" if changed.revoked else "admin",
            reason="last_administrator",
        )
