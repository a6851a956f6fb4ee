"""What the endpoints of auth ask for besides the dependencies of all endpoints."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from kwai.api.call import get_call
from kwai.api.client import RequestClient
from kwai.api.dependencies import ClientDep, DatabaseDep, SettingsDep
from kwai.api.throttle import ThrottleDep
from kwai.core.db.database import Database
from kwai.core.dependencies import create_database
from kwai.core.domain.exceptions import TooManyRequestsException, UnavailableException
from kwai.core.security.hashing import HashingSlots, get_hashing_slots
from kwai.core.security.password_policy import PasswordPolicy, WeakPasswordException
from kwai.modules.identity.security_events.origin import Origin
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)
from kwai.modules.identity.security_events.security_log import SecurityLog


async def get_security_log(
    request: Request, database: DatabaseDep, client: ClientDep
) -> SecurityLog:
    """Give the log of this request."""
    origin = Origin(
        ip_prefix=client.prefix,
        user_agent=client.user_agent,
        request_id=get_call(request).request_id,
    )
    return SecurityLog(SecurityEventDbRepository(database), origin)


async def get_slots(settings: SettingsDep) -> HashingSlots:
    """Give the places at which passwords are hashed."""
    return get_hashing_slots(settings)


async def get_policy(settings: SettingsDep) -> PasswordPolicy:
    """Give what a new password has to be."""
    return PasswordPolicy.create(settings.security)


SecurityLogDep = Annotated[SecurityLog, Depends(get_security_log)]
HashingSlotsDep = Annotated[HashingSlots, Depends(get_slots)]
PasswordPolicyDep = Annotated[PasswordPolicy, Depends(get_policy)]


class PasswordGate:
    """Lets through who may try a password now: not too often, and not too many at once.

    Both come before the first statement of the unit, so nobody waits here with a lock.
    """

    def __init__(
        self,
        throttle: ThrottleDep,
        client: ClientDep,
        slots: HashingSlotsDep,
        database: DatabaseDep,
    ) -> None:
        self._throttle = throttle
        self._client: RequestClient = client
        self._slots = slots
        self._database: Database = database

    @asynccontextmanager
    async def attempt(self, username: str) -> AsyncIterator[None]:
        """Let somebody prove who they are; a block that ends without an error was no failure.

        Raises:
            TooManyRequestsException: too many attempts came from there, or failed.
            UnavailableException: too many wait already.
        """
        attempt = await self._throttle.attempt_login(username, self._client)
        try:
            async with self._slots.take():
                yield
        except (UnavailableException, WeakPasswordException):
            # Raised before anything was tried, and before the first statement of the unit, which
            # is rolled back now.
            async with create_database(self._database.settings).unit() as database:
                await attempt.uncount(database)
            raise
        await attempt.uncount(self._database)

    @asynccontextmanager
    async def secret(self) -> AsyncIterator[None]:
        """Let somebody use a mailed secret to set a password.

        Raises:
            TooManyRequestsException: too many came from this address.
            UnavailableException: too many wait already.
        """
        await self._throttle.count_secret(self._client)
        async with self._slots.take():
            yield

    async def allows_recovery(self) -> bool:
        """Count the wish for a recovery mail, and tell whether it may go on."""
        try:
            await self._throttle.count_secret(self._client)
        except TooManyRequestsException:
            return False
        return True


PasswordGateDep = Annotated[PasswordGate, Depends(PasswordGate)]
