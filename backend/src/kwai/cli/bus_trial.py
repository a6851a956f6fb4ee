"""What `kwai_cli bus test` tries; each trial answers what went wrong, or nothing."""

import asyncio
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import Settings

TRIAL_SECONDS = 5.0
GROUP = "trial"


class _UndoException(Exception):
    """Leaves a transaction without a trace."""


async def try_redis(settings: "Settings") -> str:
    """PING, and one message through a scratch stream."""
    from kwai.core.dependencies import create_redis
    from kwai.core.events.stream import RedisMessage, RedisStream

    redis = create_redis(settings.redis)
    if redis is None:
        return ""
    stream = RedisStream(redis, f"kwai.trial.{secrets.token_hex(4)}")
    try:
        async with asyncio.timeout(TRIAL_SECONDS):
            await redis.ping()
            await stream.create_group(GROUP, "0")
            await stream.add(RedisMessage(data={"trial": 1}))
            message = await stream.consume(GROUP, "me")
            await stream.delete()
    except Exception as error:
        # Whatever is wrong with it, the person at the terminal is to read it.
        return _describe(error)
    finally:
        await redis.aclose()
    return "" if message is not None else "The message did not come back."


async def try_outbox(settings: "Settings", database: "Database") -> str:
    """Write an event and roll it back."""
    from kwai.core.events.outbox.new_event import NewDelivery, NewEvent
    from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
    from kwai.core.events.sealing import get_sealer

    event = NewEvent(uuid=secrets.token_hex(18), name="core.trial.made", payload=b"{}")
    try:
        sealed = get_sealer(settings.security).seal(event.payload, event.seal)
        async with database.transaction():
            now = await database.now()
            deliveries = [NewDelivery(handler="none")]
            await OutboxDbRepository(database).add(event, sealed, deliveries, now=now)
            raise _UndoException
    except _UndoException:
        return ""
    except Exception as error:
        # Whatever is wrong with it, the person at the terminal is to read it.
        return _describe(error)


def _describe(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "There was no answer in time."
    return f"{type(error).__name__}: {error}"


async def try_relay(settings: "Settings") -> str:
    """Connect to the relay and say goodbye again."""
    if settings.email.host is None:
        return ""
    from kwai.core.settings_check import check_relay

    # A login must not go out in the clear, not even for a trial.
    if refusals := list(check_relay(settings.email)):
        return " ".join(refusals)
    from kwai.core.mail.address import host_of
    from kwai.core.mail.smtp_relay import SmtpRelay
    from kwai.core.mail.transport import TransportException

    relay = SmtpRelay(settings.email, local_hostname=host_of(settings))
    try:
        await relay.check()
    except TransportException as error:
        return str(error)
    finally:
        await relay.close()
    return ""
