"""Limits on what somebody could try until it works: logins, mailed codes, refreshes."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import Depends
from starlette.requests import Request

from kwai.api.client import RequestClient
from kwai.api.dependencies import SettingsDep
from kwai.core.dependencies import create_database
from kwai.core.domain.exceptions import TooManyRequestsException
from kwai.core.domain.value_objects.email_address import EmailAddress, InvalidEmailException

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.aio.strategies import FixedWindowRateLimiter

    from kwai.api.throttle_storage import DatabaseStorage
    from kwai.core.db.database import Database
    from kwai.core.settings import DatabaseSettings

MINUTE: Final = 60
REFUSAL: Final = "Too many attempts; try again later."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How often something may happen within a window of time."""

    name: str
    amount: int
    seconds: int


LOGINS: Final = Limit(name="logins", amount=30, seconds=MINUTE)
FAILED_LOGINS_OF_ACCOUNT: Final = Limit(name="failed account", amount=5, seconds=5 * MINUTE)
FAILED_LOGINS_OF_ADDRESS: Final = Limit(name="failed address", amount=10, seconds=MINUTE)
FAILED_LOGINS: Final = Limit(name="failed", amount=1000, seconds=5 * MINUTE)
SECRETS: Final = Limit(name="secrets", amount=20, seconds=MINUTE)
REFRESHES: Final = Limit(name="refreshes", amount=120, seconds=MINUTE)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that counts towards a limit, for whom it is counted."""

    limit: Limit
    who: tuple[str, ...] = ()

    @property
    def item(self) -> "RateLimitItem":
        """What the library calls a limit."""
        return _create_item(self.limit)

    @property
    def key(self) -> str:
        """The name of the counter."""
        return self.item.key_for(*self.who)


class Broom:
    """Remembers for all requests of an application when ended windows are removed next."""

    __slots__ = ("due",)

    def __init__(self) -> None:
        self.due = 0.0


class Throttle:
    """Counts in transactions of its own: what was tried stays counted when it is rolled back."""

    def __init__(
        self,
        settings: "DatabaseSettings",
        *,
        enabled: bool = True,
        clock: Callable[[], float] = time.time,
        broom: Broom | None = None,
    ) -> None:
        self._settings = settings
        self._enabled = enabled
        self._clock = clock
        self._broom = broom or Broom()

    async def attempt_login(self, username: str, client: RequestClient) -> "LoginAttempt":
        """Count an attempt to log in, or to prove who one is.

        An account alone has no limit, because it would lock its owner out.

        Raises:
            TooManyRequestsException: too many came from there, or failed.
        """
        failure = (
            Hit(FAILED_LOGINS_OF_ACCOUNT, (normalise_username(username), client.network)),
            Hit(FAILED_LOGINS_OF_ADDRESS, (client.address,)),
            Hit(FAILED_LOGINS),
        )
        # Everybody locks the rows in this order, the one that all share last.
        await self._count(Hit(LOGINS, (client.address,)), *failure)
        return LoginAttempt(self, failure)

    async def count_secret(self, client: RequestClient) -> None:
        """Count the use of a mailed secret, or the wish for one.

        Raises:
            TooManyRequestsException: too many came from this address.
        """
        await self._count(Hit(SECRETS, (client.address,)))

    async def count_refresh(self, session_uuid: str) -> None:
        """Count a refresh of a session.

        Raises:
            TooManyRequestsException: the session was refreshed too often.
        """
        await self._count(Hit(REFRESHES, (session_uuid,)))

    async def take_back(self, hits: Sequence[Hit], database: "Database") -> None:
        """Uncount what was counted, in the transaction of this session."""
        if self._enabled:
            await self._storage(database).take_back([hit.key for hit in hits])

    async def _count(self, *hits: Hit) -> None:
        """Count all of them, or none when one of the limits is reached."""
        if not self._enabled:
            return
        database = create_database(self._settings)
        storage = self._storage(database)
        try:
            # Only read first: a flood that is refused takes no lock, and extends no window.
            await self._check(storage, hits, cost=1)
            await database.run(lambda: self._add(storage, hits))
            await self._sweep(database)
        finally:
            await database.close()

    async def _add(self, storage: "DatabaseStorage", hits: Sequence[Hit]) -> None:
        await storage.count({hit.key: hit.limit.seconds for hit in hits})
        # They are among what is counted now, so they ask for nothing more.
        await self._check(storage, hits, cost=0)

    async def _check(self, storage: "DatabaseStorage", hits: Sequence[Hit], *, cost: int) -> None:
        await storage.read([hit.key for hit in hits])
        limiter = _limiter(storage)
        for hit in hits:
            if not await limiter.test(hit.item, *hit.who, cost=cost):
                wait = await storage.get_expiry(hit.key) - self._clock()
                raise TooManyRequestsException(REFUSAL, retry_after=max(1, math.ceil(wait)))

    async def _sweep(self, database: "Database") -> None:
        """Remove windows that have ended: now and then, and faster than a flood can open them."""
        if (now := self._clock()) < self._broom.due:
            return
        if not await database.run(self._storage(database).sweep):
            self._broom.due = now + MINUTE

    def _storage(self, database: "Database") -> "DatabaseStorage":
        from kwai.api.throttle_storage import DatabaseStorage

        return DatabaseStorage(database, self._clock)


class LoginAttempt:
    """A login that was counted as failed before it was tried, so that no two count as one."""

    def __init__(self, throttle: Throttle, failure: Sequence[Hit]) -> None:
        self._throttle = throttle
        self._failure = failure

    async def uncount(self, database: "Database") -> None:
        """Take the failure back, if the transaction of this session is committed."""
        await self._throttle.take_back(self._failure, database)


async def get_throttle(request: Request, settings: SettingsDep) -> Throttle:
    """Give the throttle of this installation."""
    broom: Broom = request.app.state.broom
    return Throttle(settings.db, enabled=settings.security.throttle, broom=broom)


ThrottleDep = Annotated[Throttle, Depends(get_throttle)]


def normalise_username(username: str) -> str:
    """Give the form under which a user name is counted, whether somebody has it or not."""
    try:
        return EmailAddress(username).normalized
    except InvalidEmailException:
        return username.strip().casefold()


@cache
def _create_item(limit: Limit) -> "RateLimitItem":
    # Imported here: it costs 100 ms, and most requests are not throttled.
    from limits import RateLimitItemPerSecond

    return RateLimitItemPerSecond(limit.amount, limit.seconds, namespace=limit.name)


def _limiter(storage: "DatabaseStorage") -> "FixedWindowRateLimiter":
    from limits.aio.strategies import FixedWindowRateLimiter

    return FixedWindowRateLimiter(storage)
