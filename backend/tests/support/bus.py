"""A bus with tasks of the test, a worker for it, and the settings of both."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.events.bell import get_bell
from kwai.core.events.embedded import RunnableBus, create_worker
from kwai.core.events.outbox import OutboxBus
from kwai.core.events.sealing import get_sealer
from kwai.core.events.subscriptions import Subscriptions
from kwai.core.settings import (
    BusSettings,
    DatabaseSettings,
    EmailSettings,
    RedisSettings,
    SecuritySettings,
    Settings,
    WebsiteSettings,
)
from tests.support.club_mail import SENDER
from tests.support.smtp import SmtpSink

SECRET = "0123456789abcdef-for-tests-only-0123456789"


def create_settings(
    database: DatabaseSettings,
    home: Path,
    *,
    sink: SmtpSink | None = None,
    redis: RedisSettings | None = None,
    **bus: Any,
) -> Settings:
    """Settings with the short times of a test; without a sink mails become files."""
    times: dict[str, Any] = {
        "lease": 5,
        "handler_timeout": 4,
        "poll_interval": 0.1,
        "backoff_base": 0.05,
    }
    relay: dict[str, Any] = {} if sink is None else {"host": sink.host, "port": sink.port}
    return Settings(
        home=home,
        db=database,
        redis=redis,
        bus=BusSettings(**(times | bus)),
        email=EmailSettings(from_=SENDER, connect_timeout=1, timeout=2, **relay),
        website=WebsiteSettings(url="https://club.kwai.example"),
        security=SecuritySettings(data_secret=SecretStr(SECRET)),
    )


@dataclass(slots=True, kw_only=True)
class BusKit:
    """Publisher and workers of one test."""

    settings: Settings
    database: Database
    subscriptions: Subscriptions = field(default_factory=Subscriptions)

    @property
    def bus(self) -> OutboxBus:
        return self.bus_of(self.database)

    def bus_of(self, database: Database) -> OutboxBus:
        sealer = get_sealer(self.settings.security)
        return OutboxBus(database, self.subscriptions, sealer, get_bell(self.settings.redis))

    def worker(self) -> RunnableBus:
        return create_worker(self.settings, self.subscriptions)

    @asynccontextmanager
    async def working(self) -> AsyncIterator[RunnableBus]:
        async with self.worker().running() as worker:
            yield worker

    async def drain(self) -> None:
        await self.worker().drain()

    async def deliveries(self, columns: str = "*") -> list[dict[str, Any]]:
        sql = f"SELECT {columns} FROM outbox_deliveries ORDER BY id"
        return [dict(record) for record in await self.database.fetch_all(Sql(sql))]

    async def events(self) -> list[dict[str, Any]]:
        sql = "SELECT * FROM outbox_events ORDER BY id"
        return [dict(record) for record in await self.database.fetch_all(Sql(sql))]

    async def statuses(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in await self.deliveries():
            found.setdefault(row["handler"], []).append(row["status"])
        return found


BusKitFactory = Callable[..., BusKit]
