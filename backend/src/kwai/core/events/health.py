"""Whether events get through at the moment."""

import asyncio
from typing import TYPE_CHECKING, Literal

from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import RedisSettings, Settings

BusState = Literal["ok", "degraded"]
PING_SECONDS = 0.5


async def bus_state(settings: "Settings", database: "Database") -> BusState:
    """Tell whether the bus is fine; while it is degraded, requests succeed all the same."""
    outbox = OutboxAdminDbRepository(database)
    control = await outbox.control()
    is_held = control is not None and control.held
    is_late = await outbox.oldest_due_seconds() > settings.bus.alert_after
    if is_held or is_late or not await redis_answers(settings.redis):
        return "degraded"
    return "ok"


async def redis_answers(settings: "RedisSettings | None") -> bool:
    """Ask Redis; an installation without it needs no answer."""
    from kwai.core.dependencies import create_redis

    redis = create_redis(settings)
    if redis is None:
        return True
    try:
        async with asyncio.timeout(PING_SECONDS):
            await redis.ping()
    except Exception:
        # Whatever keeps it from answering, the answer is the same.
        return False
    finally:
        await redis.aclose()
    return True
